#include "extract/delegation.hpp"
#include "extract/rules.hpp"
#include "text/fold.hpp"

namespace kevai::extract {
namespace {

using text::Cue;

/// The delegation that goes: named right after its word, else the guest of the article.
Orgs travellers(const Sentence& s, const Context& context, const Cue& party) {
  const OrgMention* body = body_of_party(s.orgs, party);
  if (body && body->form == OrgForm::named) return context.resolve(*body);
  return context.guest();
}

/// "thăm LĐLĐ tỉnh", "thăm tỉnh Nghệ An", "thăm Lào" tell of a journey to a partner, not of a sight.
bool goes_to_partner(const Sentence& s, std::size_t at) {
  const Document& doc = *s.doc;
  for (const Cue* word; (word = doc.cues.starting(at, "place.at")) || (word = doc.cues.starting(at, "role.article")) ||
                        ((word = doc.cues.starting(at, "place.level")) && !doc.tokens[at].capital);)
    at = word->last;
  if (doc.cues.starting(at, "country.") || doc.cues.starting(at, "part.")) return true;
  return !within(doc.orgs, at, at + 2).empty() || !within(doc.places, at, at + 1).empty();
}

/// Who does what stands at `at`: the delegation of this sentence, or of the part before ("…; chiều 24/3 thăm
/// …").
const Cue* party_before(const Sentence& s, std::size_t at) {
  const Cue* party = s.cue_before("org.guest", at);
  if (!party) return nullptr;
  for (const OrgMention& org : s.orgs) {  // "đoàn …, LĐLĐ tỉnh X đã thăm …": somebody else goes
    const bool beside = org.first <= party->last + 3;
    if (org.first >= party->last && !beside && org.last <= at && org.last + 3 >= at && org.form == OrgForm::named) return nullptr;
  }
  return party;
}

/// A delegation's outing or courtesy call; `place` may be empty for a call.
void tell(const Sentence& s, const Context& context, Findings& findings, const Cue& c, const Cue& party, ActivityKind kind,
          const Place& place, std::size_t last) {
  ActivityFact fact;
  fact.kind = kind;
  fact.orgs = travellers(s, context, party);
  if (fact.orgs.empty()) return;
  fact.place = place.name;
  const text::DateMention* when = nullptr;
  for (const auto& date : s.dates) {
    const bool after = !when && date.first >= last && date.first <= last + 3;
    if ((date.last <= c.first || after) && !date.range && !date.since) when = &date;
  }
  fact.date = when ? date_of(*when, context) : context.event_date;
  const std::size_t first = when && when->first < party.first ? when->first : party.first;
  findings.add(fact, std::max(first, c.first > 30 ? c.first - 30 : 0), last,
               kind == ActivityKind::talks ? "activity.call" : "activity.outing", s.kind);
}

/// Whom a courtesy call is paid, with words between: "đến chào đồng chí Bí thư", "chào lãnh đạo Tỉnh ủy".
std::size_t called_on(const Sentence& s, std::size_t at) {
  for (std::size_t i = at; i < std::min(s.last, at + 5); ++i) {
    if (s.doc->cues.starting(i, "org.other") || s.doc->cues.starting(i, "person.role") || s.doc->cues.starting(i, "person.title") ||
        !within(s.doc->people, i, i + 1).empty())
      return clause_end(s, i);
  }
  return at;
}

/// "toured Vung Ang Economic Zone", "visited the Ho Chi Minh Museum": names with capitals after the verb.
Place sight_in_english(const Sentence& s, std::size_t at) {
  const Document& doc = *s.doc;
  std::size_t from = at;
  while (doc.cues.starting(from, "role.article") || doc.cues.starting(from, "visit.fill")) ++from;
  const auto name = [&](std::size_t i) {
    return i < s.last && doc.tokens[i].kind == text::TokenKind::word && doc.tokens[i].capital && !doc.cues.starting(i, "month.");
  };
  std::size_t to = from, names = 0;
  for (; to < s.last; ++to) {
    const bool joint = names > 0 && name(to + 1) && (doc.tokens[to].is("of") || doc.tokens[to].is("-"));
    if (name(to))
      ++names;
    else if (!joint)
      break;
  }
  if (names < 2) return {};
  return {plain(doc.written(from, to)), at, to};
}

/// "thăm mô hình trồng chè tại huyện A": what has no name of its own, by where it is.
Place unnamed_sight(const Sentence& s, const Cue& verb) {
  const Place at = place_in(s, verb.last, clause_end(s, verb.last));
  if (at.name.empty() || at.first < verb.last + 2 || s.doc->cues.starting(verb.last, "org.and") ||
      !within(s.doc->orgs, verb.last, at.last).empty())
    return {};
  return {plain(s.doc->written(verb.last, at.last)), verb.last, at.last};
}

/// What is seen, right after its verb.
Place sight(const Sentence& s, const Cue& verb) {
  switch (s.doc->language) {
    case text::Language::vi: {
      const Place named = place_visited(s, verb.last);
      return named.name.empty() ? unnamed_sight(s, verb) : named;
    }
    case text::Language::en:
      return sight_in_english(s, verb.last);
    default:
      return place_right_at(s, verb.last);
  }
}

/// "sang thăm, chúc Tết …": over the border and to a partner, not to a sight.
bool travels(const Sentence& s, const Cue& c) {
  static const std::string over = text::phrase_key("sang"), new_year = text::phrase_key("Tết");
  return s.doc->tokens[c.first].key == over || s.doc->tokens[c.last - 1].key == new_year;
}

bool goes(const Sentence& s, const Cue& c) {
  if (s.doc->language == text::Language::vi && travels(s, c)) return false;
  if (s.doc->language == text::Language::en) return c.in("tour.of");
  return c.in("act.visit") || c.in("act.tour");
}

}  // namespace

/// "Buổi chiều, đoàn đi thăm Nhà máy A, Bảo tàng B": what a delegation sees on its way.
void find_outings(const Sentence& s, Context& context, Findings& findings) {
  if (s.kind != BlockKind::main) return;
  for (const Cue& c : s.cues) {
    const bool call = c.in("act.call");
    if (!(call || goes(s, c)) || is_planned(s, c.first) || s.cue_before("commit.agree", c.first)) continue;
    const Cue* party = party_before(s, c.first);
    if (!party) party = s.cue_before("visit.party", c.first);
    if (!party && s.doc->language == text::Language::en && context.knows_guest())
      party = s.cue_before("org.both", c.first);                                        // "They also visited …"
    if (!party && c.in("act.tour")) party = s.cue_before("measure.trainees", c.first);  // "các học viên tham quan"
    if (!party || goes_to_partner(s, c.last)) continue;
    if (call) {
      const std::size_t last = called_on(s, c.last);
      if (last > c.last && !other_host(s, c)) tell(s, context, findings, c, *party, ActivityKind::talks, {}, last);
      continue;
    }
    const Place place = sight(s, c);
    if (!place.name.empty()) tell(s, context, findings, c, *party, ActivityKind::visit, place, place.last);
  }
}

}  // namespace kevai::extract
