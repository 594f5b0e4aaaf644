#include "extract/rules.hpp"

namespace kevai::extract {

using text::Cue;
using text::TokenKind;

namespace {

/// One past a sight or workplace that begins at a token: "Nhà máy chế biến hoa quả Vân Hồ". Its name
/// begins with a capital letter; small words belong to it as long as another capital follows.
std::size_t site_end(const Sentence& s, std::size_t i) {
  const Document& doc = *s.doc;
  const Cue* level = doc.cues.starting(i, "place.level");
  if (i >= s.last || (!doc.tokens[i].capital && !level) || doc.cues.starting(i, "org.guest") || doc.cues.starting(i, "country.") ||
      !within(doc.people, i, i + 1).empty() || doc.cues.starting(i, "person."))
    return i;
  std::size_t last = i;
  for (std::size_t at = i; at < s.last && at < last + 5; ++at) {
    const auto& t = doc.tokens[at];
    const bool dash = t.is("-") || t.is("–");
    if (t.kind == TokenKind::mark && !dash) break;
    const bool verb = doc.cues.starting(at, "act.") || doc.cues.starting(at, "give") || doc.cues.starting(at, "past") ||
                      doc.cues.starting(at, "place.by") || doc.cues.starting(at, "org.and") || doc.cues.starting(at, "date.") ||
                      doc.cues.starting(at, "commit.tail");
    if (verb && !t.capital && at > i) break;
    if (t.capital || (t.kind == TokenKind::number && last == at)) last = at + 1;
    if (t.capital && at + 1 < s.last && !doc.tokens[at + 1].capital && doc.tokens[at + 1].kind == TokenKind::word &&
        !doc.cues.starting(at + 1, "org.and") && !doc.cues.starting(at + 1, "place.by") && !doc.cues.starting(at + 1, "act.") &&
        within(doc.places, at, at + 1).empty())
      last = at + 2;  // "Nhà máy", "Bảo tàng": the second syllable of a common word
  }
  return last;
}

/// Lao: one past a place that begins with what it is ("ໂຮງໝໍມິດຕະພາບ, ນະຄອນຫຼວງວຽງຈັນ"): to the next space, and
/// on over a comma while places follow. The token itself where none begins.
std::size_t lao_place_end(const Sentence& s, std::size_t i) {
  const Document& doc = *s.doc;
  const auto begins = [&](std::size_t at) {
    return doc.cues.starting(at, "place.level") || doc.cues.starting(at, "place.site") || doc.cues.starting(at, "country.") ||
           !within(doc.places, at, at + 1).empty();
  };
  const auto stops = [&](std::size_t at) {
    const auto& t = doc.tokens[at];
    if (t.kind != TokenKind::lao && t.kind != TokenKind::number && t.kind != TokenKind::word) return true;
    for (const auto group : {"past", "act.", "place.by", "to.whom", "org.and", "person.", "date."}) {
      if (doc.cues.starting(at, group)) return true;
    }
    return false;
  };
  if (i >= s.last || !begins(i)) return i;
  std::size_t at = i;
  for (bool more = true; more;) {
    const Cue* what = doc.cues.starting(at, "place.level");
    bool open = what != nullptr;  // "ນະຄອນ ດົງຮ່າ": its name may stand apart from what it is
    if (!what) what = doc.cues.starting(at, "country.");
    const std::size_t head = what ? what->last : at + 1;
    if (const auto known = within(doc.places, at, head + 1); !known.empty()) {
      at = known.front().last;
      open = false;
    }
    at = std::max(at, head);
    while (at < s.last && (!doc.tokens[at].spaced || (open && at == head)) && !stops(at)) ++at;
    more = doc.mark(at, ",") && at + 1 < s.last && begins(at + 1);
    if (more) ++at;
  }
  return at;
}

/// "tại Trường Đại học Công đoàn", "at the Trade Union University": not "to the union".
bool stands_at(const Document& doc, std::size_t i) {
  if (i > 1 && doc.cues.ending(i, "role.article")) --i;
  if (doc.language != text::Language::en) return doc.cues.ending(i, "place.at") != nullptr;
  return i > 0 && doc.tokens[i - 1].is("at");
}

/// One past the place that begins at a token; the token itself where none does.
std::size_t place_end(const Sentence& s, std::size_t i) {
  const Document& doc = *s.doc;
  if (doc.cues.starting(i, "act.") || doc.cues.starting(i, "person.title") || !within(doc.people, i, i + 1).empty()) return i;
  if (doc.language == text::Language::lo) return lao_place_end(s, i);
  std::size_t at = i;
  bool proper = false;
  while (at < s.last) {
    const auto orgs = within(s.doc->orgs, at, at + 1);
    if (!orgs.empty() && (orgs.front().form == OrgForm::named || orgs.front().form == OrgForm::other)) {
      if (proper || (at == i && !stands_at(doc, i))) break;  // "tại Nghệ An Liên đoàn …": another's name begins
      return orgs.front().last;                              // "tại trụ sở Liên đoàn Lao động tỉnh Gia Lai"
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
    } else if (at > i && !proper && doc.tokens[at].kind == TokenKind::number && at + 1 < s.last && doc.tokens[at + 1].capital) {
      ++at;  // "trụ sở 118 Lê Duẩn"
    } else if (doc.tokens[at].kind == TokenKind::word && doc.tokens[at].capital && !doc.cues.starting(at, "act.") &&
               !doc.cues.starting(at, "month.")) {
      ++at;
      proper = true;
    } else if (proper && at + 1 < s.last && doc.tokens[at].kind == TokenKind::word && doc.cues.starting(at + 1, "place.level") &&
               !within(doc.places, at + 2, at + 3).empty()) {
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
  for (const Cue* word; (word = doc.cues.starting(start, "place.at")) || (word = doc.cues.starting(start, "visit.fill"));)
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

Place place_right_at(const Sentence& sentence, std::size_t at) {
  const std::size_t end = place_end(sentence, at);
  if (end == at) return {};
  return {plain(sentence.doc->written(at, end)), at, end};
}

Place place_in(const Sentence& sentence, std::size_t first, std::size_t last, bool toward) {
  const Document& doc = *sentence.doc;
  for (const Cue& cue : sentence.cues) {
    if (cue.first < first || cue.last > last || !(cue.in("place.at") || (toward && cue.in("place.to")))) continue;
    std::size_t start = cue.last;
    while (doc.cues.starting(start, "place.fill")) start = doc.cues.starting(start, "place.fill")->last;
    const Cue* such = doc.cues.starting(start, "place.such-as");
    if (such) start = such->last;
    std::size_t end = place_end(sentence, start);
    const Cue* firm = doc.cues.starting(start, "org.local.firm");
    if (!firm && doc.tokens.size() > start && doc.tokens[start].capital) firm = doc.cues.starting(start, "place.level");
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

}  // namespace kevai::extract
