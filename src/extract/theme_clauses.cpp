#include "extract/theme_clauses.hpp"

#include "extract/theme_of.hpp"

namespace kevai::extract {
namespace {

using text::Cue;
using text::Language;

/// Cuts what a sentence undertakes into its parts, left to right.
class Cutter {
 public:
  Cutter(const Sentence& s, std::size_t end, bool items = false) : s_(s), doc_(*s.doc), end_(end), items_(items) {}

  std::vector<Clause> cut(std::size_t from) {
    std::size_t start = from;
    for (std::size_t i = from; i <= end_; ++i) {
      if (i < end_ && !(item(start) ? doc_.mark(i, ";") : parts(start, i))) continue;
      take(start, i);
      const bool mark = i < end_ && (doc_.mark(i, ";") || doc_.mark(i, ",") || doc_.mark(i, ":"));
      start = mark ? i + 1 : i;
    }
    return std::move(found_);
  }

 private:
  /// Does a phrase with a theme go on over token `i`? "đào tạo, bồi dưỡng"
  bool inside_phrase(std::size_t i) const {
    for (const Cue& c : within(doc_.cues.all(), i > 8 ? i - 8 : 0, i)) {
      if (c.last > i && c.in("theme.")) return true;
    }
    return false;
  }

  bool verb_at(std::size_t i) const { return doc_.cues.starting(i, "commit.verb") != nullptr; }

  /// Does something else begin at token `i`, which may stand behind "và", "to"?
  bool begins_another(std::size_t i) const {
    for (std::size_t next = i; next < s_.last && next < i + 3; ++next) {
      if (verb_at(next)) return true;
      if (!doc_.cues.starting(next, "commit.join") && !doc_.tokens[next].is("to")) break;
    }
    return false;
  }

  /// ", and she called for …"
  bool another_asks(std::size_t i) const {
    if (!doc_.cues.starting(i, "commit.join")) return false;
    for (std::size_t at = i + 1; at < std::min(i + 4, s_.last); ++at) {
      if (doc_.cues.starting(at, "commit.propose") || doc_.cues.starting(at, "commit.agree")) return true;
    }
    return false;
  }

  /// Somebody's own part: ", LĐLĐ tỉnh X giúp …"
  bool another_does(std::size_t i) const {
    if (doc_.cues.starting(i, "commit.side")) return true;
    const auto orgs = within(doc_.orgs, i, i + 1);
    return !orgs.empty() && (verb_at(orgs.front().last) || doc_.cues.starting(orgs.front().last, "commit.will"));
  }

  /// "and to consider …", "and would work with …", "and pledged to …"; "xây dựng và quản lý quỹ" is one
  /// thing.
  bool joins_another(const Cue& join) const {
    if (doc_.language != Language::en && doc_.cues.ending(join.first, "commit.verb")) return false;
    if (verb_at(join.last) || doc_.cues.starting(join.last, "commit.agree") || doc_.cues.starting(join.last, "commit.propose")) return true;
    if (doc_.language != Language::en) return false;
    if (join.last < s_.last && doc_.tokens[join.last].is("to") && verb_at(join.last + 1)) return true;
    if (join.last < s_.last && doc_.tokens[join.last].is("in")) return true;  // "…, as well as in legal aid"
    const std::size_t noun = join.last < s_.last && doc_.tokens[join.last].is("the") ? join.last + 1 : join.last;
    return doc_.cues.starting(join.last, "commit.will") || doc_.cues.starting(noun, "commit.noun");
  }

  /// Does what begins at `start` end before token `i`?
  bool parts(std::size_t start, std::size_t i) const {
    if (doc_.mark(i, ";") || doc_.mark(i, ":")) return true;
    if (doc_.language == Language::en && doc_.mark(i, ",") && another_asks(i + 1)) return true;
    // "Trao đổi thông tin, kinh nghiệm về …" is one thing: a comma parts what stands on its own.
    if (doc_.mark(i, ",")) {
      const std::size_t noun = doc_.cues.starting(i + 1, "commit.join") && i + 2 < s_.last ? i + 2 : i + 1;
      const bool long_enough = doc_.language != Language::vi || i > start + 4;
      return !inside_phrase(i) &&
             (begins_another(i + 1) || another_does(i + 1) || (long_enough && doc_.cues.starting(noun, "commit.noun")));
    }
    const Cue* join = doc_.cues.starting(i, "commit.join");
    return join && joins_another(*join);
  }

  /// An item of a numbered list is one thing, however many verbs tell it.
  bool item(std::size_t start) const { return items_ || past_number(start, end_) != start; }

  /// One past what numbers an item of a list within a sentence: "2. …", "(2) …", "hai, …".
  std::size_t past_number(std::size_t start, std::size_t end) const {
    const auto number = [&](std::size_t i) { return doc_.tokens[i].kind == text::TokenKind::number; };
    if (start + 1 < end && number(start) && (doc_.mark(start + 1, ".") || doc_.mark(start + 1, ")"))) return start + 2;
    if (start + 2 < end && doc_.mark(start, "(") && doc_.mark(start + 2, ")")) return start + 3;
    const Cue* ordinal = doc_.cues.starting(start, "list.");
    if (!ordinal) ordinal = doc_.cues.starting(start, "number.");
    if (ordinal && ordinal->last + 1 < end && (doc_.mark(ordinal->last, ",") || doc_.mark(ordinal->last, ":") || ordinal->in("list.")))
      return ordinal->last + (doc_.mark(ordinal->last, ",") || doc_.mark(ordinal->last, ":") ? 1 : 0);
    return start;
  }

  /// "… có nội dung:" tells only that what follows is undertaken.
  bool introduces(const Clause& clause, std::size_t end) const {
    return end < end_ && doc_.mark(end, ":") && !s_.cue("commit.verb", clause.first, clause.last);
  }

  std::optional<Theme> theme(Clause& clause, std::size_t end) const {
    if (introduces(clause, end)) return {};
    auto theme = theme_of(s_, clause.first, clause.last);
    if (!theme && clause.last < end && verb_at(clause.first) && doc_.language == Language::vi) theme = theme_of(s_, clause.first, end);
    // "tuyên truyền để người lao động chấp hành quy chế biên giới": what for tells what about, where what is
    // done is general.
    if (theme == Theme::information && clause.last < end) {
      const auto purpose = theme_of(s_, clause.last, end);
      if (purpose && (is_specific(*purpose) || *purpose == Theme::legal)) {
        clause.last = end;
        return purpose;
      }
    }
    return theme;
  }

  void take(std::size_t start, std::size_t end) {
    if (doc_.cues.starting(start, "commit.tail")) purpose_ = true;
    if (doc_.cues.starting(start, "commit.also")) purpose_ = false;  // "…, đồng thời hướng dẫn …"
    start = past_number(start, end);
    Clause clause{start, before_purpose(s_, start, end), Theme::other};
    const bool cut_short = clause.last < end;
    if (!purpose_ && clause.last > clause.first) keep(clause, end);
    purpose_ = (purpose_ || cut_short) && !(end < end_ && doc_.mark(end, ";"));
  }

  void keep(Clause clause, std::size_t end) {
    const auto about = theme(clause, end);
    const bool next_to = !found_.empty() && found_.back().last + 2 >= clause.first;
    if (about && !(next_to && found_.back().theme == *about)) {
      clause.theme = *about;
      found_.push_back(clause);
    } else if (!found_.empty() && found_.back().last + 1 >= clause.first) {
      found_.back().last = clause.last;  // goes on with the same
    }
  }

  const Sentence& s_;
  const Document& doc_;
  const std::size_t end_;
  const bool items_;
  std::vector<Clause> found_;
  bool purpose_ = false;
};

}  // namespace

std::size_t before_purpose(const Sentence& s, std::size_t first, std::size_t last) {
  std::size_t done = first;  // one past the last verb: "tạo điều kiện để …" does not tell what for
  for (std::size_t i = first; i < last; ++i) {
    if (const Cue* verb = s.doc->cues.starting(i, "commit.verb")) done = std::max(done, verb->last);
    if (i > first && i >= done && s.doc->cues.starting(i, "commit.tail")) return i;
  }
  return last;
}

std::vector<Clause> themed_items(const Sentence& s, std::size_t first, std::size_t last) {
  return Cutter(s, last, true).cut(first);
}

std::vector<Clause> themed_clauses(const Sentence& s, std::size_t first, std::size_t last) {
  return Cutter(s, last).cut(first);
}

}  // namespace kevai::extract
