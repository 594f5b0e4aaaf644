#include "extract/rules.hpp"

namespace kevai::extract {

using text::Cue;
using text::TokenKind;

void Findings::add(Statement statement, std::size_t first, std::size_t last, std::string_view rule,
                   BlockKind kind, const text::Amount* amount) {
  // A quote neither begins nor ends with a mark that belongs to the words around it.
  const auto loose = [&](std::size_t i) {
    return doc_.mark(i, ",") || doc_.mark(i, ";") || doc_.mark(i, ":") || doc_.mark(i, "-") ||
           doc_.mark(i, "–") || doc_.mark(i, ".") || doc_.mark(i, "…");
  };
  while (first < last && loose(first)) ++first;
  while (last > first && loose(last - 1)) --last;
  if (first >= last) return;
  Draft draft{std::move(statement), first, last, std::string(rule), {}, kind, sentence_first_, sentence_last_};
  if (amount) {
    draft.stated = plain(doc_.written(amount->first, amount->last));
    use(*amount);
  }
  drafts_.push_back(std::move(draft));
}

void Findings::use(const text::Amount& amount) {
  if (used_.empty() || used_.back() != amount.first) used_.push_back(amount.first);
}

bool Findings::used(const text::Amount& amount) const {
  const std::size_t recent = used_.size() > 60 ? used_.size() - 60 : 0;
  return std::find(used_.begin() + static_cast<std::ptrdiff_t>(recent), used_.end(), amount.first) !=
         used_.end();
}

std::vector<std::pair<std::size_t, std::size_t>> chunks(const Document& doc, std::size_t first,
                                                        std::size_t last, bool at_commas) {
  std::vector<std::pair<std::size_t, std::size_t>> parts;
  std::size_t start = first, depth = 0;
  for (std::size_t i = first; i <= last; ++i) {
    if (i < last && doc.mark(i, "(")) ++depth;
    if (i < last && doc.mark(i, ")") && depth > 0) --depth;
    const bool cut = i == last || (depth == 0 && (doc.mark(i, ";") || (at_commas && doc.mark(i, ","))));
    if (!cut) continue;
    if (i > start) parts.emplace_back(start, i);
    start = i + 1;
  }
  return parts;
}

std::size_t clause_end(const Sentence& sentence, std::size_t at) {
  for (std::size_t i = at; i < sentence.last; ++i) {
    for (const auto stop : {",", ";", ":", ".", "…"}) {
      if (sentence.doc->mark(i, stop)) return i;
    }
  }
  return sentence.last;
}

const text::DateMention* date_near(const Sentence& sentence, std::size_t at) {
  const text::DateMention* before = nullptr;
  for (const auto& date : sentence.dates) {
    const bool counted_from = date.range || (date.from.year() != 0 && date.from.year() < 1990);
    const bool bracketed =
        date.first > 0 && sentence.doc->mark(date.first - 1, "(") && date.from.day() != 0 && counted_from;
    if (bracketed) continue;  // the days of an anniversary
    if (date.last <= at) {
      before = &date;
    } else {
      return before ? before : &date;
    }
  }
  return before;
}

PartialDate date_of(const text::DateMention& mention, const Context& context) {
  if (!mention.same_day) return mention.from;
  if (context.last_day) return context.last_day;
  return context.event_date ? context.event_date : context.dateline;
}

namespace {

/// One past a sight or workplace that begins at a token: "Nhà máy chế biến hoa quả Vân Hồ". Its name
/// begins with a capital letter; small words belong to it as long as another capital follows.
std::size_t site_end(const Sentence& s, std::size_t i) {
  const Document& doc = *s.doc;
  const Cue* level = doc.cues.starting(i, "place.level");
  if (i >= s.last || (!doc.tokens[i].capital && !level) || doc.cues.starting(i, "org.guest") ||
      doc.cues.starting(i, "country.") || !within(doc.people, i, i + 1).empty() ||
      doc.cues.starting(i, "person."))
    return i;
  std::size_t last = i;
  for (std::size_t at = i; at < s.last && at < last + 5; ++at) {
    const auto& t = doc.tokens[at];
    const bool dash = t.is("-") || t.is("–");
    if (t.kind == TokenKind::mark && !dash) break;
    const bool verb = doc.cues.starting(at, "act.") || doc.cues.starting(at, "give") ||
                      doc.cues.starting(at, "past") || doc.cues.starting(at, "place.by") ||
                      doc.cues.starting(at, "org.and") || doc.cues.starting(at, "date.") ||
                      doc.cues.starting(at, "commit.tail");
    if (verb && !t.capital && at > i) break;
    if (t.capital || (t.kind == TokenKind::number && last == at)) last = at + 1;
    if (t.capital && at + 1 < s.last && !doc.tokens[at + 1].capital &&
        doc.tokens[at + 1].kind == TokenKind::word && !doc.cues.starting(at + 1, "org.and") &&
        !doc.cues.starting(at + 1, "place.by") && !doc.cues.starting(at + 1, "act.") &&
        within(doc.places, at, at + 1).empty())
      last = at + 2;  // "Nhà máy", "Bảo tàng": the second syllable of a common word
  }
  return last;
}

/// One past the place that begins at a token; the token itself where none does.
std::size_t place_end(const Sentence& s, std::size_t i) {
  const Document& doc = *s.doc;
  std::size_t at = i;
  bool proper = false;
  if (doc.cues.starting(at, "act.") || doc.cues.starting(at, "country.") == nullptr) {
    if (doc.cues.starting(at, "act.")) return i;
  }
  while (at < s.last) {
    const auto orgs = within(s.doc->orgs, at, at + 1);
    if (!orgs.empty() && orgs.front().form == OrgForm::named) {
      if (at == i || proper) break;  // "tại Nghệ An Liên đoàn Lao động …": another's name begins
      return orgs.front().last;      // "tại trụ sở Liên đoàn Lao động tỉnh Gia Lai"
    }
    const auto places = within(doc.places, at, at + 1);
    if (!places.empty()) {
      at = places.front().last;
      proper = true;
    } else if (const Cue* level = doc.cues.starting(at, "place.level"); level && !proper) {
      const bool short_form = doc.mark(level->last, ".") && doc.tokens[level->last - 1].upper;  // "TP."
      at = level->last + (short_form ? 1 : 0);
    } else if (const Cue* country = doc.cues.starting(at, "country.")) {
      at = country->last;
      proper = true;
    } else if (doc.tokens[at].kind == TokenKind::word && doc.tokens[at].capital &&
               !doc.cues.starting(at, "act.") && !doc.cues.starting(at, "month.")) {
      ++at;
      proper = true;
    } else if (proper && at + 1 < s.last && doc.tokens[at].kind == TokenKind::word &&
               doc.cues.starting(at + 1, "place.level") && !within(doc.places, at + 2, at + 3).empty()) {
      ++at;  // "Trường Chính trị tỉnh Thanh Hóa"
      proper = false;
    } else {
      break;
    }
  }
  if (!proper && at > i && doc.tokens[i].capital) return at;  // "Nghĩa trang liệt sĩ huyện"
  return proper ? at : i;
}

}  // namespace

Place place_near(const Sentence& sentence, std::size_t at) {
  std::size_t begin = sentence.first, end = sentence.last;  // of its part between semicolons
  for (const auto& [first, last] : chunks(*sentence.doc, sentence.first, sentence.last, false)) {
    if (first <= at && at < last) begin = first, end = last;
  }
  Place best;
  for (std::size_t from = begin; from < at;) {
    const Place next = place_in(sentence, from, end);
    if (next.name.empty() || next.first >= at) break;
    best = next;
    from = next.last;
  }
  return best.name.empty() ? place_in(sentence, at, end) : best;
}

Place place_visited(const Sentence& sentence, std::size_t at) {
  const Document& doc = *sentence.doc;
  std::size_t start = at;
  for (const Cue* word;
       (word = doc.cues.starting(start, "place.at")) || (word = doc.cues.starting(start, "visit.fill"));)
    start = word->last;
  std::size_t end = site_end(sentence, start);
  if (end == start) return {};
  while (doc.mark(end, ",") || doc.cues.starting(end, "org.and")) {
    const std::size_t more = site_end(sentence, end + 1);
    if (more == end + 1) break;
    end = more;
  }
  return {plain(doc.written(start, end)), at, end};
}

Place place_in(const Sentence& sentence, std::size_t first, std::size_t last, bool toward) {
  const Document& doc = *sentence.doc;
  for (const Cue& cue : sentence.cues) {
    if (cue.first < first || cue.last > last || !(cue.in("place.at") || (toward && cue.in("place.to"))))
      continue;
    std::size_t start = cue.last;
    while (doc.cues.starting(start, "place.fill")) start = doc.cues.starting(start, "place.fill")->last;
    const Cue* such = doc.cues.starting(start, "place.such-as");
    if (such) start = such->last;
    std::size_t end = place_end(sentence, start);
    const Cue* firm = doc.cues.starting(start, "org.local.firm");
    if (!firm && doc.tokens.size() > start && doc.tokens[start].capital)
      firm = doc.cues.starting(start, "place.level");
    if (firm && doc.language == text::Language::vi && within(doc.orgs, start, start + 1).empty())
      end = std::max(end, site_end(sentence, start));  // "tại Công ty Cổ phần Mía đường X"
    if (end == start || end > last) continue;
    if (doc.mark(end, "(")) {
      const std::size_t inner = place_end(sentence, end + 1);
      if (inner > end + 1 && doc.mark(inner, ")") && !doc.cues.starting(end + 1, "country.")) end = inner + 1;
    }
    while (doc.mark(end, ",") && end + 1 < last) {
      const std::size_t more = place_end(sentence, end + 1);
      const bool known = !within(doc.places, end + 1, end + 2).empty();
      if (more == end + 1 || more > last || doc.cues.starting(end + 1, "country.")) break;
      if (!such && !known && more != last) break;
      end = more;
    }
    return {plain(doc.written(start, end)), cue.first, end};
  }
  return {};
}

bool is_planned(const Sentence& sentence, std::size_t at) {
  for (const Cue& cue : sentence.cues) {
    if (cue.last > at) break;
    if (cue.in("act.planned") || cue.in("commit.propose")) return true;
  }
  return false;
}

}  // namespace kevai::extract
