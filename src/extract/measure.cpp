#include "extract/measure.hpp"

#include <optional>

#include "extract/counted.hpp"
#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Amount;
using text::Cue;
using text::Language;

bool is_one_of(std::string_view what, std::initializer_list<std::string_view> those) {
  return std::find(those.begin(), those.end(), what) != those.end();
}

/// Where a number with its word begins: in Lao the word stands first.
std::size_t start_of(const Count& c) {
  return std::min(c.a.first, c.unit.first);
}

bool tells_of_course(const Sentence& s) {
  return s.has("act.training") || s.has("measure.trainees") || s.has("measure.training_classes") || s.has("measure.courses");
}

/// Those counted who are no members, workers …: a word for persons alone.
bool is_person(std::string_view m) {
  return is_one_of(m, {"officials", "people", "person_trips", "members", "workers", "trainees", "participants"});
}

/// Is a course before the number in its part of the sentence?
bool after_course(const Count& c) {
  return c.s.cue_before("measure.training_classes", c.a.first) || c.s.cue_before("measure.courses", c.a.first) ||
         c.s.cue_before("act.training", c.a.first);
}

/// "The delegation comprised 12 members, five of them women".
bool is_of_party(const Count& c) {
  const Cue* party = c.s.cue_before("org.guest", c.a.first);
  const Amount* size = nullptr;
  for (const Amount& o : c.s.amounts) {
    if (party && !size && o.first >= party->last) size = &o;
  }
  return size && size->first < c.a.first && size->first <= party->last + 6 && c.s.doc->language == Language::en;
}

/// "114 là cán bộ nữ", "fourteen of the participants were women": women are of the whole told before.
std::string women(const Count& c) {
  const Cue* whole = nullptr;
  for (const auto group : {"measure.members", "measure.workers", "measure.civil_servants"}) {
    const Cue* told = c.s.cue_before(group, c.a.first);
    if (told && (!whole || told->first > whole->first)) whole = told;
  }
  if (tells_of_course(c.s) && !whole) return "trainees_female";
  if (is_of_party(c)) return "participants";
  const bool party = c.s.cue_before("org.guest", c.a.first) != nullptr;
  if (party && c.s.cue("visit.size") && !whole) return "participants";
  if (whole) {
    const Cue* taught = c.s.cue_before("measure.trainees", c.a.first);
    if ((taught && taught->first >= whole->first) || after_course(c)) return "trainees_female";
    return std::string(whole->after("measure."));
  }
  if (is_one_of(c.context.last_measure, {"trainees", "certificates", "courses"})) return "trainees_female";
  if (c.s.cue_before("measure.officials", c.a.first) || c.s.doc->language == Language::vi) return "trainees_female";
  return party ? "participants" : "";
}

/// "đào tạo 36 cán bộ", "tập huấn nghiệp vụ cho 120 lượt cán bộ", "38 cán bộ được cử sang học", "70 unionists
/// have received short training".
bool are_taught(const Count& c, std::string_view m) {
  const bool vietnamese = c.s.doc->language == Language::vi;
  const std::size_t end = clause_end(c.s, c.unit.last);
  if (c.s.cue("trained-after", c.unit.last, std::min(c.unit.last + 14, end))) return true;
  if (c.s.cue("study", c.unit.last, std::min(c.unit.last + 12, end))) return true;
  if (m == "members" || m == "workers" || m == "participants") {
    const Cue* course = c.s.cue_before("measure.training_classes", c.a.first);
    if (!course) course = vietnamese ? nullptr : c.s.cue_before("act.training", c.a.first);
    const bool for_them = course && (vietnamese ? close_before(c.s, "to.people", c.a.first, 1) != nullptr : true);
    if (m == "participants") return course && c.s.doc->language == Language::lo;
    return for_them && !c.s.has("measure.members") && (vietnamese || c.s.has("country.la"));
  }
  for (const auto group : {"theme.training", "act.training", "trained", "theme.language"}) {
    if (close_before(c.s, group, start_of(c), 4)) return true;
  }
  if (m == "people") return false;
  return m == "officials" ? after_course(c) && !c.s.has("measure.members")
                          : vietnamese && c.s.cue_before("measure.training_classes", c.a.first);
}

/// "38 học viên, trong đó có 16 nữ, …, đã nhận chứng chỉ": what stands between tells of them.
const Cue* paper_after_women(const Count& c) {
  const Cue* paper = c.s.doc->language == Language::lo ? nullptr : c.s.cue("certify.receive", c.unit.last, c.unit.last + 30);
  for (const Amount& o : within(c.s.doc->amounts, c.unit.last, paper ? paper->first : 0)) {
    const Cue* other = unit_of(c.s, o);
    if (other && !other->in("measure.trainees_female")) return nullptr;
  }
  return paper;
}

/// "40 học viên được cấp chứng chỉ", "phát chứng chỉ cho 34 học viên".
std::string certified(const Count& c) {
  const Language language = c.s.doc->language;
  const std::size_t reach = language == Language::en ? 16 : language == Language::lo ? 40 : 6;
  const std::size_t from = language == Language::lo ? std::max(c.unit.last, c.a.last) : c.unit.last;
  const Cue* paper = c.s.cue("certify", from, std::min(from + reach, clause_end(c.s, from) + 1));
  if (!paper) paper = paper_after_women(c);
  if (paper) return c.s.doc->cues.starting(paper->last, "measure.instructors") ? "instructors_certified" : "certificates";
  return close_before(c.s, "certify", start_of(c), 3) ? "certificates" : "";
}

/// "Dự lễ có …, và hơn 200 giáo viên": a group among those who attend.
bool among_guests(const Count& c) {
  const Cue* attend = c.s.doc->language == Language::vi ? c.s.cue("attend", c.s.first, c.a.first) : nullptr;
  return attend && attend->first <= c.s.first + 2;
}

/// The learners of the course the article tells of: they take part in it and are no total. "Lớp học có 45 học
/// viên", "opened a training course for 28 officials".
bool attend_this_course(const Count& c) {
  if (c.s.has("measure.delegations") || c.s.cue_before("since.", c.a.first)) return false;
  if (c.s.doc->language == Language::en && c.unit.first < c.a.first) return false;  // "brings the number to 130"
  for (const auto& date : c.s.dates) {
    if (date.since || (date.range && date.from.day() == 0)) return false;
  }
  const Cue* course = c.s.cue("act.training", c.s.first, c.a.first);
  const bool opens = c.s.has("act.opens") || c.s.has("act.closes");
  const Cue* came = c.s.doc->language == Language::en ? close_after(c.s, "attend", c.unit.last, 3) : nullptr;
  if (came && close_after(c.s, "act.training", came->last, 4)) return true;  // "36 officials attended the course"
  const bool subject = course && course->first <= c.s.first + 1;
  const bool counted = course && std::any_of(c.s.amounts.begin(), c.s.amounts.end(), [&](const Amount& o) {
                         return o.last <= course->first && o.last + 2 >= course->first && !(o.in_words && o.value < 2);
                       });
  return (opens || subject) && !counted;
}

std::string people(const Count& c, std::string_view m) {
  if (close_before(c.s, "award.kind", start_of(c), 3)) return {};
  const bool downstream = c.s.cue_before("downstream", c.a.first) != nullptr;
  if (downstream && (m == "people" ? c.s.cue_before("measure.training_classes", c.a.first) != nullptr
                                   : is_one_of(m, {"trainees", "person_trips", "members", "workers", "officials", "participants"})))
    return "downstream_trainees";
  if (const auto paper = is_one_of(m, {"people", "trainees", "officials", "participants"}) ? certified(c) : ""; !paper.empty())
    return paper;
  if (m == "people" && close_before(c.s, "growth.members", c.a.first, 2)) return "members_new";
  if (m == "people" && close_after(c.s, "measure.instructors", c.unit.last, 3)) return "instructors_certified";
  if (is_one_of(m, {"people", "officials"}) && among_guests(c)) return "participants";
  if (is_person(m) && (m == "trainees" || are_taught(c, m)) && attend_this_course(c)) return "";
  if (is_person(m) && m != "trainees" && are_taught(c, m)) return "trainees";
  const bool travelled = c.s.doc->language == Language::en && c.s.cue_before("measure.delegations", c.a.first);
  if (m == "people" && close_after(c.s, "travel-after", c.unit.last, 6)) return "person_trips";
  if (travelled && (m == "people" || m == "participants")) return "person_trips";  // "a total of 86 people"
  if (m == "people" || m == "participants") {
    const bool cohort = is_one_of(c.context.last_measure, {"trainees", "trainees_female", "courses"});
    return m == "participants" && cohort && c.s.doc->language == Language::lo ? "trainees" : "";
  }
  const bool at_event = c.s.cue("attend", c.unit.last, c.unit.last + 14) && c.s.cue("act.conference", c.unit.last, c.s.last);
  if (m == "trainees" && at_event && c.a.qualifier != Qualifier::order && !c.s.cue_before("measure.training_classes", c.a.first))
    return "participants";
  return std::string(m);
}

/// "15 đoàn ra với 67 lượt người", "cử 4 đoàn với 23 lượt người sang …", "cử 6 lượt cán bộ sang …".
std::string trips(const Count& c) {
  constexpr std::size_t stem = std::string_view("delegations").size();
  const Cue* side = c.s.cue_before("part.", c.a.first);  // "ຝ່າຍລາວໄປ 9 ຄັ້ງ ມີ 68 ເທື່ອຄົນ"
  if (side && clause_end(c.s, side->last) > c.a.first) return side->in("part.out") ? "person_trips_out" : "person_trips_in";
  if (const auto told = people(c, "person_trips"); told != "person_trips") return told;
  const Cue* way = c.s.cue_before("measure.delegations_", c.a.first);
  if (way && way->last + 2 >= c.a.first) return "person_trips" + std::string(way->after("measure.delegations"));
  if (c.s.doc->language == Language::lo) return "person_trips";
  for (const Amount& sent : c.s.amounts) {
    const Cue* party = c.s.doc->cues.starting(sent.last, "measure.delegations");
    if (!party || sent.last >= c.a.first || party->last + 3 < c.a.first) continue;
    if (const auto directed = direction_of({c.s, c.context, sent, *party}); !directed.empty())
      return "person_trips" + directed.substr(stem);
  }
  const auto directed = c.s.doc->language == Language::vi ? direction_of(c) : std::string();
  return "person_trips" + (directed.empty() ? std::string() : directed.substr(stem));
}

/// "nine Attapeu delegations with 86 members", "six delegations from Kon Tum made up of 49 people", "8
/// delegations, 64 people in all": those who travelled in them. Empty where no delegations are counted before.
std::string english_travellers(const Count& c) {
  constexpr std::size_t stem = std::string_view("delegations").size();
  const Amount* before = nullptr;
  for (const Amount& o : c.s.amounts) {
    if (o.last <= c.a.first) before = &o;
  }
  const Cue* party = before ? unit_of(c.s, *before) : nullptr;
  if (!party || !party->in("measure.delegations") || party->last + 8 < c.a.first) return {};
  const bool with = c.s.doc->cues.ending(c.a.first, "visit.include") || c.s.doc->mark(c.a.first - 1, ",") ||
                    c.s.doc->cues.ending(c.a.first, "with.people");
  if (!with) return {};
  if (party->in("measure.delegations_")) return "person_trips" + std::string(party->after("measure.")).substr(stem);
  const auto directed = direction_of({c.s, c.context, *before, *party});
  return "person_trips" + (directed.empty() ? std::string() : directed.substr(stem));
}

/// "5 đoàn ra với 48 người", "34 from Vietnam to Laos with 251 members": those who travelled in them.
std::string travellers(const Count& c) {
  if (c.s.doc->language == Language::en && !c.unit.in("measure.trainees_female")) {
    if (auto told = english_travellers(c); !told.empty()) return told;
  }
  if (const Cue* way = close_before(c.s, "part.", c.a.first, 1)) return way->in("part.out") ? "person_trips_out" : "person_trips_in";
  for (const Amount& o : c.s.amounts) {
    if (o.last >= c.a.first) break;
    const Cue* way = c.s.doc->language == Language::en ? c.s.doc->cues.starting(o.last, "country.") : nullptr;
    const Cue* party = c.s.doc->cues.starting(way ? way->last : o.last, "measure.delegations");
    if (!party || party->last + 2 < c.a.first) continue;
    if (!way) return trips(c);
    return way->in("country.vn") ? "person_trips_out" : "person_trips_in";  // "11 Vietnamese delegations with 96 members"
  }
  return {};
}

/// "6 ຄະນະ 41 ທ່ານ": those who travelled in so many delegations; "ຄະນະຜູ້ແທນ 8 ທ່ານ" is one delegation.
std::string lao_travellers(const Count& c) {
  constexpr std::size_t stem = std::string_view("delegations").size();
  for (const Amount& o : c.s.amounts) {
    if (o.last != c.unit.first) continue;
    const auto directed = direction_of({c.s, c.context, o, c.unit});
    return "person_trips" + (directed.empty() ? std::string() : directed.substr(stem));
  }
  return {};
}

/// "A sang bạn 4 lần, đón bạn 2 lần", seen from Viet Nam, whose partner is "bạn"; "thăm nhau 20 lần".
std::string times(const Count& c) {
  if (close_before(c.s, "visit.each-other", c.a.first, 2)) return "delegations";
  if (const Cue* partner = c.s.doc->cues.ending(c.a.first, "partner.word")) {
    if (c.s.doc->cues.ending(partner->first, "direction.over")) return "delegations_out";
    if (c.s.doc->cues.ending(partner->first, "direction.receive")) return "delegations_in";
  }
  const Cue* received = nullptr;
  for (const OrgMention& org : c.s.orgs) {
    if (org.form != OrgForm::partner || org.last > c.a.first || org.last + 2 < c.a.first) continue;
    if (c.s.doc->cues.ending(org.first, "direction.over")) return "delegations_out";
    received = c.s.doc->cues.ending(org.first, "direction.receive");
  }
  if (received) return "delegations_in";
  return c.s.doc->language == Language::vi ? direction_of_times(c) : "";
}

std::string delegations(const Count& c) {
  if (const auto directed = direction_of(c); !directed.empty()) return directed;
  const bool told = c.s.has("act.") || c.s.has("exchanged") || c.s.has("measure.person_trips") || c.s.has("measure.delegations_") ||
                    (c.s.doc->language == Language::vi && c.s.has("direction.over"));
  return told ? "delegations" : "";
}

/// "The delegation comprised 12 members": those who travel.
bool is_party_size(const Count& c) {
  const Cue* party = c.s.cue_before("org.guest", c.a.first);
  return c.s.doc->language == Language::en && party && party->last + 4 >= c.a.first;
}

/// Members, workers: not those who only come to something ("160 đoàn viên ba tỉnh dự Hội nghị").
std::string stock(const Count& c, std::string_view m) {
  if (c.s.doc->language == Language::vi && (close_after(c.s, "attend", c.unit.last, 5) || c.s.doc->cues.ending(c.a.first, "to.people")))
    return people(c, m) == "trainees" ? "trainees" : "";
  if (c.s.doc->language == Language::en) {
    if (close_after(c.s, "joined.new", c.unit.last, 3)) return "members_new";
    if (close_after(c.s, "joined.members", c.unit.last, 3)) return "members";
    if (close_after(c.s, "attend", c.unit.last, 7) && c.unit.first >= c.a.last) return "";
  }
  if (const auto told = people(c, m); told != m) return told;
  if (close_before(c.s, "growth.members", start_of(c), 2)) return "members_new";
  if (m == "members" && close_after(c.s, "growth.after", c.unit.last, 1)) return "members_new";
  if (m == "members" && is_party_size(c)) return "";
  return std::string(m);
}

/// "Fourteen of the participants, who came from …, were women".
bool is_part_of_learners(const Count& c) {
  const bool those = c.unit.in("measure.participants") || c.unit.in("measure.trainees") || c.unit.in("measure.officials");
  const Cue* women = those && c.unit.first > c.a.last ? c.s.cue("measure.trainees_female", c.unit.last) : nullptr;
  return women && c.s.cue("measure-fill", c.a.last, c.unit.first) && within(c.s.doc->amounts, women->first, women->first + 1).empty();
}

}  // namespace

bool is_cooperation(std::string_view measure) {
  return is_one_of(measure, {"delegations", "delegations_out", "delegations_in", "person_trips", "person_trips_out", "person_trips_in",
                             "training_classes", "trainees", "trainees_female", "courses", "certificates", "instructors_certified",
                             "lecturers_hosted", "partner_units", "students"});
}

std::string measure_of(const Count& c) {
  const Cue& unit = c.unit;
  if (unit.in("org.head")) return "partner_units";
  if (unit.in("growth.members")) return "members_new";
  if (unit.in("growth.unions")) return "grassroots_unions_new";
  if (unit.in("downstream")) return "downstream_classes";
  if (unit.in("joined.")) return unit.in("joined.new") ? "members_new" : "members";
  if (unit.in("measure.people") && c.s.doc->language == Language::en && close_after(c.s, "joined.", unit.last, 3))
    return close_after(c.s, "joined.new", unit.last, 3) ? "members_new" : "members";
  if (unit.in("measure.times")) return times(c);
  if (unit.in("measure.trainees_female")) return women(c);
  const auto m = unit.after(unit.in("measure-before.") ? "measure-before." : unit.in("measure-after.") ? "measure-after." : "measure.");
  if (m == "partner_units" || (m == "sector_unions" && c.s.has("have-relations"))) return c.s.has("have-relations") ? "partner_units" : "";
  if (m == "person_trips") return trips(c);
  if (c.a.in_words && c.s.doc->cues.starting(unit.last, "anaphor")) return "";
  const bool lao = c.s.doc->language == Language::lo;
  if (lao && m == "delegations" && c.s.doc->cues.starting(c.a.last, "visit.size")) return lao_travellers(c);
  if (lao && m == "training_classes" && !c.s.doc->cues.starting(c.a.last, "count.course"))
    return !c.s.doc->cues.starting(c.a.last, "visit.size") ? ""
           : c.s.cue_before("downstream", c.a.first)       ? "downstream_trainees"
                                                           : "trainees";
  if (c.s.doc->language == Language::en && is_part_of_learners(c)) return women(c);
  if (m == "group") return among_guests(c) ? "participants" : "";
  if (m == "training_classes" || m == "courses") return c.s.cue_before("downstream", c.a.first) ? "downstream_classes" : std::string(m);
  if (is_one_of(m, {"people", "members", "officials", "participants"})) {
    if (const auto told = travellers(c); !told.empty()) return told;
  }
  if (is_one_of(m, {"members", "workers"})) return stock(c, m);
  if (is_one_of(m, {"people", "trainees", "officials", "participants"})) return people(c, m);
  if (m == "instructors") return c.s.has("certify") ? "instructors_certified" : "";
  if (m == "units") return c.s.has("measure.members") ? "grassroots_unions" : "";
  if (m == "grassroots_unions" && (close_before(c.s, "growth.unions", start_of(c), 2) || close_after(c.s, "growth.after", c.unit.last, 1)))
    return "grassroots_unions_new";
  if (m == "visits") return c.s.cue_before("exchanged", c.a.first) ? "delegations" : "";
  if (m == "delegations") return delegations(c);
  if (m == "departments" && !c.s.has("measure.members")) return "";
  if (m == "certificates" && c.s.cue("measure.instructors")) return "";
  return std::string(m);
}

}  // namespace kevai::extract
