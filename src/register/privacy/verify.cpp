#include "register/privacy/verify.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <charconv>
#include <map>
#include <set>
#include <unordered_set>

#include "model/personal.hpp"

namespace kevai::reg {
namespace {

using store::JournalEntry;

constexpr int at_a_time = 1000;

/// Is this what the entry's hash was made of, were it at that place?
bool fits(const JournalEntry& entry, std::int64_t place) {
  JournalEntry there = entry;
  there.sequence = place;
  return entry.readable && store::hash_of(there) == entry.hash;
}

class Walk {
 public:
  Walk(store::Reader& reader, std::int64_t since, const std::optional<Anchor>& anchor)
      : journal_(reader.journal()), since_(std::max<std::int64_t>(since, 1)), anchor_(anchor) {}

  Verified run() {
    begin();
    for (auto page = journal_.after(next_ - 1, at_a_time); !page.empty(); page = journal_.after(next_ - 1, at_a_time)) {
      for (const JournalEntry& entry : page)
        if (!step(entry)) return done();
    }
    end();
    return done();
  }

 private:
  void begin() {
    next_ = since_;
    if (since_ == 1) return;
    const auto before = journal_.after(since_ - 2, 1);
    if (!before.empty() && before.front().sequence == since_ - 1) note(before.front());
  }

  void note(const JournalEntry& entry) {
    hash_ = entry.hash;
    if (anchor_ && entry.hash == anchor_->hash && (anchor_->sequence == 0 || anchor_->sequence == entry.sequence)) anchor_met_ = true;
  }

  bool step(const JournalEntry& entry) {
    if (entry.sequence != next_) return broken({.kind = BreakKind::removed, .sequence = next_});
    if (!fits(entry, next_) || entry.previous != hash_) return broken(why(entry));
    note(entry);
    note_values(entry);
    ++next_;
    return true;
  }

  /// What is wrong where this entry does not go on from the one before.
  Break why(const JournalEntry& entry) {
    const auto at = [&](BreakKind kind) {
      return Break{.kind = kind, .sequence = next_, .entry = entry.change.id, .record = entry.change.record};
    };
    const auto page = journal_.after(next_, 1);
    const JournalEntry* following = page.empty() ? nullptr : &page.front();
    if (following && fits(*following, next_) && following->previous == hash_)
      return fits(entry, next_ + 1) ? at(BreakKind::moved) : at(BreakKind::inserted);
    if (fits(entry, next_)) {
      // What stands before fits itself, so it is another than the one that stood there.
      if (next_ == 1) return at(BreakKind::replaced);
      Break found = at(BreakKind::replaced);
      found.sequence = next_ - 1;
      return found;
    }
    const bool all_shifted = fits(entry, next_ + 1) && (!following || fits(*following, next_ + 2));
    if (all_shifted) return at(BreakKind::removed);
    for (std::int64_t place = 1; entry.readable && place <= journal_.head().entries; ++place)
      if (fits(entry, place)) return at(BreakKind::moved);
    return at(BreakKind::altered);
  }

  void end() {
    const store::JournalHead head = journal_.head();
    const std::int64_t last = next_ - 1;
    if (last < head.entries) {
      broken({.kind = BreakKind::cut_off, .sequence = last + 1});
    } else if (last > head.entries) {
      broken({.kind = BreakKind::inserted, .sequence = head.entries + 1});
    } else if (hash_ != head.hash) {
      broken({.kind = BreakKind::replaced, .sequence = last});
    } else if (journal_.count() != last) {
      const auto strangers = journal_.without_place(1);
      broken(strangers.empty()
                 ? Break{.kind = BreakKind::inserted}
                 : Break{.kind = BreakKind::inserted, .entry = strangers.front().change.id, .record = strangers.front().change.record});
    } else if (anchor_ && !anchor_met_) {
      broken({.kind = BreakKind::anchor, .sequence = anchor_->sequence});
    } else if (since_ == 1) {
      check_values();
    }
  }

  void note_values(const JournalEntry& entry) {
    const model::Change& change = entry.change;
    if (since_ != 1) return;
    if (change.action == model::Action::erase) erased_.insert(change.record);
    const auto fields = model::fields_apart(change.record_kind, change.action);
    if (fields.empty()) return;
    for (const std::string* text : {&change.before, &change.after}) {
      if (text->find("\"personal\"") == text->npos) continue;
      const auto json = boost::json::parse(*text);
      for (const std::string_view field : fields)
        if (const auto* value = json.as_object().if_contains(field); value && value->is_object())
          spoken_of_.emplace(value->as_object().at("personal").as_string().c_str(), change.record);
    }
  }

  void check_values() {
    std::unordered_set<std::string> kept;
    for (auto page = journal_.values_after({}, at_a_time); !page.empty(); page = journal_.values_after(page.back().id, at_a_time))
      for (const store::PersonalValue& value : page) {
        if (store::id_of(value) != value.id) {
          broken({.kind = BreakKind::value_altered, .record = value.record});
          return;
        }
        kept.insert(value.id);
      }
    for (const auto& [id, record] : spoken_of_)
      if (!kept.contains(id) && !erased_.contains(record)) {
        broken({.kind = BreakKind::value_missing, .record = record});
        return;
      }
  }

  bool broken(Break found) {
    broken_ = std::move(found);
    return false;
  }

  Verified done() const { return {.entries = next_ - since_, .last = next_ - 1, .hash = hash_, .broken = broken_}; }

  store::Journal& journal_;
  std::int64_t since_;
  const std::optional<Anchor>& anchor_;
  std::int64_t next_ = 1;
  std::string hash_;
  bool anchor_met_ = false;
  std::optional<Break> broken_;
  std::map<std::string, Id> spoken_of_;  ///< ids of values, with whose they are
  std::set<Id> erased_;
};

}  // namespace

std::optional<Anchor> anchor_of(const std::string& text) {
  Anchor anchor;
  const auto colon = text.find(':');
  anchor.hash = colon == text.npos ? text : text.substr(colon + 1);
  if (anchor.hash.size() != 64 || anchor.hash.find_first_not_of("0123456789abcdef") != text.npos) return std::nullopt;
  if (colon == text.npos) return anchor;
  const auto [end, error] = std::from_chars(text.data(), text.data() + colon, anchor.sequence);
  if (error != std::errc{} || end != text.data() + colon || anchor.sequence <= 0) return std::nullopt;
  return anchor;
}

Verified verify_journal(store::Reader& reader, std::int64_t since, const std::optional<Anchor>& anchor) {
  return Walk(reader, since, anchor).run();
}

}  // namespace kevai::reg
