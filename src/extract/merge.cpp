#include <unordered_map>

#include "extract/rules.hpp"
#include "text/fold.hpp"

namespace kevai::extract {
namespace {

/// Fills what `into` leaves open from `more`.
struct Fill {
  template <class F>
  void operator()(F& into, const F& more) const {
    describe(into, [&](std::string_view name, auto& member) {
      describe(more, [&](std::string_view other, const auto& value) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(member)>, std::remove_cvref_t<decltype(value)>>) {
          if (name != other) return;
          using M = std::remove_cvref_t<decltype(member)>;
          if constexpr (std::is_enum_v<M>) {
            if (member == M{}) member = value;
          } else if constexpr (requires { member.has_value(); }) {
            if (!member) member = value;
          } else {
            if (member.empty()) member = value;
          }
        }
      });
    });
  }
};

bool share(const Orgs& a, const Orgs& b) {
  for (const auto& org : a) {
    if (std::find(b.begin(), b.end(), org) != b.end()) return true;
  }
  return false;
}

bool agree(const PartialDate& a, const PartialDate& b) {
  return a.empty() || b.empty() || a.agrees_with(b);
}
bool agree(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == b;
}
bool agree(const std::optional<double>& a, const std::optional<double>& b) {
  return !a || !b || *a == *b;
}

/// Is one a day of the other: a call paid during a visit of several days?
bool during(const ActivityFact& whole, const ActivityFact& part) {
  return whole.end_date && part.date.precision() == 3 && whole.date <= part.date && part.date <= whole.end_date;
}

/// The bodies that are no unions: whom a delegation calls on beside its hosts.
Orgs outsiders(const Orgs& orgs) {
  Orgs found;
  for (const auto& org : orgs) {
    if (!is_lao(org) && !is_vietnamese(org)) found.push_back(text::fold(org));
  }
  return found;
}

/// Do two visits of one body go to a host they share? Where no host is told it may be any.
bool share_hosts(const Orgs& a, const Orgs& b) {
  if (a.size() < 2 || b.size() < 2) return true;
  return share(Orgs(a.begin() + 1, a.end()), Orgs(b.begin() + 1, b.end()));
}

bool same(const ActivityFact& a, const ActivityFact& b) {
  if (a.kind != b.kind || !share(a.orgs, b.orgs)) return false;
  // What a delegation sees and whom it calls on (told with the guest alone) is no other telling of its
  // journey or talks.
  if (a.kind == ActivityKind::talks || a.kind == ActivityKind::conference) {
    if (outsiders(a.orgs) != outsiders(b.orgs) || (a.date && b.date && with_others(a.orgs, b.orgs))) return false;
  }
  const bool goes = a.kind == ActivityKind::visit || a.kind == ActivityKind::talks;
  if (goes && (a.orgs.size() == 1) != (b.orgs.size() == 1)) return false;
  if (a.kind == ActivityKind::visit && a.orgs.size() == 1 && a.place != b.place) return false;
  if (a.kind == ActivityKind::visit && a.orgs.front() == b.orgs.front() && (during(a, b) || during(b, a)))
    return share_hosts(a.orgs, b.orgs);
  if (!agree(a.date, b.date) || !agree(a.participants, b.participants)) return false;
  const bool places = a.place.empty() || b.place.empty() || text::fold(a.place) == text::fold(b.place);
  if (a.kind == ActivityKind::visit) {
    if (!a.orgs.empty() && !b.orgs.empty() && a.orgs.front() != b.orgs.front()) return false;
    if (a.date && b.date) return a.date.agrees_with(b.date) && a.date.precision() == b.date.precision();
    // A year alone is another visit than the one the article is about.
    const PartialDate& dated = a.date ? a.date : b.date;
    return places && dated.precision() != 1;
  }
  if (a.kind == ActivityKind::relief && a.date.empty() != b.date.empty()) return places && a.orgs.front() == b.orgs.front();
  if (a.kind == ActivityKind::exchange || a.kind == ActivityKind::relief) return a.date && a.date == b.date && places;
  // "bế giảng ngày 22/8", "khai giảng ngày 11/8": the end and the beginning of one course.
  if (a.kind == ActivityKind::training && a.date.empty() != b.date.empty() && a.end_date.empty() != b.end_date.empty()) return places;
  // The last day alone is told again of a course from a day to a day.
  if (a.kind == ActivityKind::training && (a.date.empty() || b.date.empty())) return a.end_date && a.end_date == b.end_date;
  if (a.kind == ActivityKind::training) return a.date == b.date && a.date && places;
  return places;
}

bool same(const AgreementFact& a, const AgreementFact& b) {
  if (!share(a.parties, b.parties)) return false;
  if (a.signed_on != b.signed_on && a.signed_on && b.signed_on && !a.signed_on.agrees_with(b.signed_on)) return false;
  const bool known_kind = a.kind == b.kind || a.kind == AgreementKind::unstated || b.kind == AgreementKind::unstated;
  if (a.from && b.from) return a.from == b.from && a.to == b.to && known_kind;
  return a.signed_on && b.signed_on && a.kind == b.kind;
}

bool same(const QuantityFact& a, const QuantityFact& b) {
  return a.measure == b.measure && a.value == b.value;
}

bool same(const PersonFact& a, const PersonFact& b) {
  return text::fold(a.name) == text::fold(b.name);
}

bool same(const OccasionFact& a, const OccasionFact& b) {
  return a.date == b.date && agree(a.name, b.name);
}

bool same(const SupportFact& a, const SupportFact& b) {
  return text::fold(a.item) == text::fold(b.item) && agree(a.value, b.value);
}

bool same(const AwardFact& a, const AwardFact& b) {
  return text::fold(a.kind) == text::fold(b.kind) && agree(a.from, b.from) && agree(a.to, b.to) && agree(a.count, b.count);
}

bool same(const TargetFact& a, const TargetFact& b) {
  return a.measure == b.measure && a.value == b.value;
}

bool same(const CommitmentFact& a, const CommitmentFact& b) {
  return a.theme == b.theme && a.orgs == b.orgs;
}

/// Do two passages tell one undertaking? At least half the words of the shorter stand in the longer.
bool told_alike(const Document& doc, const Draft& a, const Draft& b) {
  std::vector<std::string_view> longer, shorter;
  for (auto [draft, words] : {std::pair(&a, &longer), std::pair(&b, &shorter)}) {
    for (std::size_t i = draft->first; i < draft->last; ++i) words->push_back(doc.tokens[i].key);
    std::sort(words->begin(), words->end());
    words->erase(std::unique(words->begin(), words->end()), words->end());
  }
  if (longer.size() < shorter.size()) std::swap(longer, shorter);
  const auto shared = std::count_if(shorter.begin(), shorter.end(),
                                    [&](std::string_view word) { return std::binary_search(longer.begin(), longer.end(), word); });
  return 2 * static_cast<std::size_t>(shared) >= shorter.size();
}

bool same_fact(const Document& doc, const Draft& a, const Draft& b) {
  if (a.statement.index() != b.statement.index()) return false;
  if (std::holds_alternative<CommitmentFact>(a.statement) && !told_alike(doc, a, b)) return false;
  return std::visit([&](const auto& x) { return same(x, std::get<std::remove_cvref_t<decltype(x)>>(b.statement)); }, a.statement);
}

void absorb(Draft& into, const Draft& more) {
  std::visit([&](auto& x) { Fill{}(x, std::get<std::remove_cvref_t<decltype(x)>>(more.statement)); }, into.statement);
}

/// Where facts that may be the same meet; keeps merging linear.
std::string bucket(const Draft& d) {
  struct Key {
    std::string operator()(const ActivityFact& f) const { return "a" + std::string(name_of(f.kind)); }
    std::string operator()(const AgreementFact&) const { return "g"; }
    std::string operator()(const QuantityFact& f) const { return "q" + f.measure + std::to_string(f.value.value_or(0)); }
    std::string operator()(const PersonFact& f) const { return "p" + text::fold(f.name); }
    std::string operator()(const OccasionFact& f) const { return "o" + f.date.text(); }
    std::string operator()(const SupportFact& f) const { return "s" + text::fold(f.item); }
    std::string operator()(const AwardFact& f) const { return "w" + text::fold(f.kind); }
    std::string operator()(const TargetFact& f) const { return "t" + f.measure; }
    std::string operator()(const CommitmentFact& f) const { return "c" + std::string(name_of(f.theme)); }
  };
  return std::visit(Key{}, d.statement);
}

constexpr std::size_t most_compared = 64;  // an article has no more kinds of one thing; a hostile text may

}  // namespace

void merge_repeats(const Document& doc, std::vector<Draft>& drafts) {
  // A working session without a day of its own is part of the visit the article tells of.
  const bool visit = std::any_of(drafts.begin(), drafts.end(), [](const Draft& d) {
    const auto* a = std::get_if<ActivityFact>(&d.statement);
    return a && a->kind == ActivityKind::visit && a->date.precision() != 1;
  });
  std::erase_if(drafts,
                [&](const Draft& d) { return visit && d.rule == "activity.session" && std::get<ActivityFact>(d.statement).date.empty(); });
  // The text comes before the captions, the captions before the headline; then as they stand.
  const auto rank = [](const Draft* d) {
    return std::pair(d->kind == BlockKind::main ? 0 : d->kind == BlockKind::caption ? 1 : 2, d->first);
  };
  std::vector<Draft*> order;  // moving the drafts themselves about would cost more than all the rest
  for (Draft& draft : drafts) order.push_back(&draft);
  std::stable_sort(order.begin(), order.end(), [&](auto* a, auto* b) { return rank(a) < rank(b); });
  std::vector<Draft*> kept;
  std::unordered_map<std::string, std::vector<std::size_t>> seen;
  for (Draft* draft : order) {
    auto& places = seen[bucket(*draft)];
    bool repeat = false;
    for (std::size_t i = 0; i < std::min(places.size(), most_compared) && !repeat; ++i) {
      Draft& earlier = *kept[places[i]];
      if (!same_fact(doc, earlier, *draft)) continue;
      absorb(earlier, *draft);
      ++earlier.tellings;
      repeat = true;
    }
    if (repeat) continue;
    places.push_back(kept.size());
    kept.push_back(draft);
  }
  std::stable_sort(kept.begin(), kept.end(), [](auto* a, auto* b) { return a->first < b->first; });
  std::vector<Draft> told;
  told.reserve(kept.size());
  for (Draft* draft : kept) told.push_back(std::move(*draft));
  drafts = std::move(told);
}

}  // namespace kevai::extract
