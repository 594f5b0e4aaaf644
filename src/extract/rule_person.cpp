#include "extract/rules.hpp"

namespace kevai::extract {

namespace {

/// The body a post is of by what it is: a school's head, a governor ("ຮອງເຈົ້າແຂວງຫົວພັນ"). Empty elsewhere.
std::string seat_of(const Sentence& s, const PersonMention& person, const PersonFact& fact, const Context& context) {
  const Document& doc = *s.doc;
  const Orgs& vn = context.vn();
  const bool of_school = doc.cues.starting(person.role_first, "role.school") != nullptr;
  if (of_school && vn == Orgs{"vn.tuu"} && !is_lao(fact.org) && (fact.org.empty() || !is_vietnamese(fact.org))) return "vn.tuu";
  if (person.org_at != 0 || !doc.cues.starting(person.role_first, "role.seat")) return {};
  for (const PlaceMention& place : within(doc.places, person.role_first, person.role_last)) {
    std::size_t first = place.first, last = place.last;
    while (first > person.role_first && doc.cues.ending(first, "org.level")) first = doc.cues.ending(first, "org.level")->first;
    if (const text::Cue* after = doc.cues.starting(last, "org.after")) last = after->last;
    const std::string name = plain(doc.written(first, last));
    return doc.language == text::Language::lo && first == place.first ? "ແຂວງ" + name : name;
  }
  return {};
}

}  // namespace

/// A name with its post: "đồng chí Kha Văn Tám - Chủ tịch LĐLĐ tỉnh", "President of the VGCL Dang Ngoc Tung".
void find_persons(const Sentence& sentence, Context& context, Findings& findings) {
  const Document& doc = *sentence.doc;
  std::string last_org;
  for (const PersonMention& person : sentence.people) {
    if (person.role_first == person.role_last) continue;
    PersonFact fact;
    fact.name = plain(doc.written(person.name_first, person.name_last));
    fact.role = plain(doc.written(person.role_first, person.role_last));
    fact.org = context.org_of(person);
    if (fact.org.empty() && !doc.cues.starting(person.role_first, "role.diplomat")) {
      // "a delegation of the VGCL led by its President X"
      const Orgs before = context.named(sentence, sentence.first, person.first);
      if (doc.language == text::Language::en && !before.empty()) fact.org = before.back();
      // "Về phía A có các đồng chí …; các đồng chí Phó Chủ tịch: X, Y": a post of the side told first.
      const bool posts = doc.language == text::Language::vi && person.other_first == person.other_last;
      if (posts && !before.empty()) fact.org = before.front();
      if (posts && fact.org.empty()) fact.org = last_org;
    }
    if (const std::string seat = seat_of(sentence, person, fact, context); !seat.empty()) fact.org = seat;
    last_org = fact.org;
    const std::size_t first = std::min(person.name_first, person.role_first);
    const std::size_t last = std::max(person.name_last, person.role_last);
    findings.add(fact, first, last, person.name_first < person.role_first ? "person.name-role" : "person.role-name", sentence.kind);
  }
}

}  // namespace kevai::extract
