#include <optional>

#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Amount;
using text::Cue;

bool is_cooperation(std::string_view measure) {
  for (const auto m :
       {"delegations", "delegations_out", "delegations_in", "person_trips", "person_trips_out",
        "person_trips_in", "training_classes", "trainees", "trainees_female", "courses", "certificates",
        "instructors_certified", "lecturers_hosted", "partner_units", "students"}) {
    if (measure == m) return true;
  }
  return false;
}

class QuantityRule {
 public:
  QuantityRule(const Sentence& s, Context& context, Findings& findings)
      : s_(s), context_(context), findings_(findings) {}

  void read() {
    if (s_.kind != BlockKind::main) return;
    for (const Amount& a : s_.amounts) {
      if (a.percent || !a.currency.empty() || findings_.used(a)) continue;
      if (is_promised(a)) continue;
      if (const Cue* unit = unit_of(a)) quantity(a, *unit);
    }
  }

 private:
  /// What is agreed or asked for is no count of what is.
  bool is_promised(const Amount& a) const {
    return s_.cue_before("target.aim.strive", a.first) || s_.cue_before("commit.agree", a.first) ||
           s_.cue_before("commit.propose", a.first) || s_.cue_before("act.planned", a.first);
  }

  /// What is counted: the word after the number; in Lao the word before it.
  const Cue* unit_of(const Amount& a) const {
    if (const Cue* unit = s_.doc->cues.starting(a.last, "measure.")) {
      if (unit->in("measure.people")) {
        if (const Cue* told = told_before(a)) return told;
      }
      return within_sentence(unit);
    }
    if (const Cue* body = s_.doc->cues.starting(a.last, "org.head"); body && s_.has("have-relations"))
      return body;  // "15 LĐLĐ tỉnh"
    std::size_t at = a.last;
    for (int skip = 0; skip < 3 && at < s_.last; ++skip) {
      const Cue* fill = s_.doc->cues.starting(at, "measure-fill");
      if (!fill) break;
      at = fill->last;
      if (const Cue* unit = s_.doc->cues.starting(at, "measure.")) return within_sentence(unit);
    }
    if (s_.doc->language == text::Language::vi) return told_before(a);
    if (s_.doc->language != text::Language::lo) return nullptr;
    const Cue* before = s_.doc->cues.ending(a.first, "measure-fill");
    return within_sentence(s_.doc->cues.ending(before ? before->first : a.first, "measure."));
  }

  /// "số đoàn viên đã tăng lên 9.200 người", "cán bộ chuyên trách chỉ có 17 người": what is counted stands
  /// before the verb, in the same clause.
  const Cue* told_before(const Amount& a) const {
    const Cue* is = s_.doc->cues.ending(a.first, "count.is");
    if (!is) return nullptr;
    const Cue* people = s_.doc->cues.starting(a.last, "measure.people");
    const Cue* unit = s_.cue_before("measure.", is->first);
    if (!unit || unit->first + 12 < is->first || clause_end(s_, unit->last) < is->first) return nullptr;
    const bool counted = s_.doc->cues.ending(unit->first, "count.of") != nullptr;
    const bool person =
        unit->in("measure.officials") || unit->in("measure.members") || unit->in("measure.workers");
    const bool earlier = std::any_of(s_.amounts.begin(), s_.amounts.end(),
                                     [&](const Amount& o) { return o.last == unit->first; });
    return !earlier && ((people && person) || (counted && !is_worded(a))) ? unit : nullptr;
  }

  /// Does a word of its own follow the number ("… là 12 huyện")?
  bool is_worded(const Amount& a) const {
    return a.last < s_.last && s_.doc->tokens[a.last].kind == text::TokenKind::word &&
           !s_.doc->cues.starting(a.last, "measure.people");
  }

  const Cue* within_sentence(const Cue* c) const {
    return c && c->first >= s_.first && c->last <= s_.last ? c : nullptr;
  }

  void quantity(const Amount& a, const Cue& unit) {
    QuantityFact fact;
    fact.value = a.value;
    fact.qualifier = a.qualifier;
    fact.measure = measure_of(a, unit);
    if (fact.measure.empty()) return;
    if (a.in_words && a.value < 4 && fact.measure != "training_classes" && fact.measure != "courses" &&
        fact.measure != "delegations")
      return;
    if (fact.measure == "participants" && unit.in("measure.trainees_female")) fact.of = "nữ";
    std::size_t first = std::min(a.first, unit.first), last = std::max(a.last, unit.last);
    orgs(fact, a);
    period(fact, a, last);
    part(fact, a, unit, last);
    lead(fact, first);
    findings_.add(fact, first, last, "quantity." + fact.measure, s_.kind, &a);
  }

  /// What Vietnamese words around a number make of it; an empty name where it counts nothing.
  std::optional<std::string> told_by_words(std::string_view m, const Amount& a, const Cue& unit) const {
    const auto& cues = s_.doc->cues;
    // "đào tạo 36 cán bộ công đoàn", "dạy tiếng Việt cho 25 cán bộ", "tiếp nhận 15 cán bộ sang học":
    // trainees.
    if ((m == "officials" || m == "person_trips") && cues.ending(a.first, "theme.training"))
      return "trainees";
    const Cue* taught = s_.cue_before("theme.language", a.first);
    if (m == "officials" &&
        ((taught && taught->last + 3 >= a.first) || s_.cue("study", unit.last, unit.last + 12) != nullptr))
      return "trainees";
    // "18.000 đoàn viên, trong đó 9.000 nữ" counts no trainees; "3.450 đoàn viên tham gia" no members.
    if (m == "trainees_female" && s_.has("measure.members") && !s_.has("measure.trainees") &&
        !s_.has("measure.training_classes") && !s_.has("act.training"))
      return "";
    if ((m == "members" || m == "workers") &&
        (cues.starting(unit.last, "attend") || cues.ending(a.first, "to.people")))
      return "";
    return std::nullopt;
  }

  /// "15 đoàn ra với 67 lượt người", "cử 4 đoàn với 23 lượt người sang …", "cử 6 lượt cán bộ sang …".
  std::string way_of_trips(const Amount& a, const Cue& unit) const {
    constexpr std::size_t stem = std::string_view("delegations").size();
    const Cue* way = s_.cue_before("measure.delegations_", a.first);
    if (way && way->last + 2 >= a.first)
      return "person_trips" + std::string(way->after("measure.delegations"));
    if (s_.doc->language != text::Language::vi) return {};
    for (const Amount& sent : s_.amounts) {
      const Cue* party = s_.doc->cues.starting(sent.last, "measure.delegations");
      if (!party || sent.last >= a.first || party->last + 3 < a.first) continue;
      const auto directed = direction(sent, *party);
      if (!directed.empty()) return "person_trips" + directed.substr(stem);
    }
    const auto directed = direction(a, unit);
    return directed.empty() ? std::string() : "person_trips" + directed.substr(stem);
  }

  std::string measure_of(const Amount& a, const Cue& unit) const {
    if (unit.in("org.head")) return "partner_units";
    if (unit.in("measure.times")) return travelled(a);
    // "Đoàn gồm 9 đồng chí, trong đó có 3 nữ" counts travellers, not trainees.
    if (unit.in("measure.trainees_female") && s_.cue_before("org.guest", a.first) &&
        !s_.has("act.training") && !s_.has("measure.trainees") && !s_.has("measure.training_classes") &&
        s_.has("visit.size"))
      return "participants";
    const auto m = unit.after("measure.");
    const bool downstream = s_.cue_before("downstream", a.first) != nullptr;
    if (m == "partner_units") return s_.has("have-relations") ? "partner_units" : "";
    if (m == "sector_unions" && s_.has("have-relations")) return "partner_units";
    if (s_.doc->language == text::Language::vi) {
      if (const auto told = told_by_words(m, a, unit)) return *told;
    }
    if (m == "person_trips" && downstream) return "downstream_trainees";
    if (m == "person_trips") {
      if (const auto way = way_of_trips(a, unit); !way.empty()) return way;
    }
    if (m == "training_classes" && downstream) return "downstream_classes";
    if (s_.doc->cues.starting(unit.last, "anaphor") && a.in_words) return "";
    if (m == "people" || m == "trainees") {  // "40 học viên được cấp chứng chỉ"
      const Cue* paper = s_.cue("certify", unit.last, unit.last + 6);
      if (paper && !downstream)
        return s_.doc->cues.starting(paper->last, "measure.instructors") ? "instructors_certified"
                                                                         : "certificates";
      if (m == "people")
        return downstream && s_.cue_before("measure.training_classes", a.first) ? "downstream_trainees" : "";
    }
    if (m == "trainees" || m == "officials") {
      if (downstream && m == "trainees") return "downstream_trainees";
      const Cue* paper = s_.cue_before("certify", a.first);
      if (paper && paper->last + 3 >= a.first) return "certificates";
      if (m == "trainees" && s_.cue("attend", unit.last, unit.last + 14) &&
          !s_.cue_before("measure.training_classes", a.first) &&
          s_.cue("act.conference", unit.last, s_.last) && a.qualifier != Qualifier::order) {
        return "participants";
      }
      if (m == "officials" && s_.cue_before("act.training", a.first) && !s_.has("measure.members"))
        return "trainees";
    }
    if (m == "instructors") return s_.has("certify") ? "instructors_certified" : "";
    if (m == "members" && grown("growth.members", a)) return "members_new";
    if (m == "grassroots_unions" && grown("growth.unions", a)) return "grassroots_unions_new";
    if (m == "delegations") {
      if (const auto directed = direction(a, unit); !directed.empty()) return directed;
      if (!s_.has("act.") && !s_.has("measure.person_trips") && !s_.has("measure.delegations_")) return "";
    }
    if (m == "departments" && !s_.has("measure.members")) return "";
    if (m == "certificates" && s_.cue("measure.instructors")) return "";
    return std::string(m);
  }

  /// "đã cử 12 đoàn sang …" goes out from who sends, "đón 10 đoàn" comes in to who receives.
  std::string direction(const Amount& a, const Cue& unit) const {
    if (s_.doc->language == text::Language::vi) {
      if (const auto told = direction_of_body(a, unit); !told.empty()) return told;
    }
    const Cue* sends = s_.doc->cues.ending(a.first, "direction.send");
    const Cue* receives = s_.doc->cues.ending(a.first, "direction.receive");
    if (sends && !s_.cue("direction.over", unit.last, unit.last + 12)) sends = nullptr;
    const Orgs who = context_.doer(s_, a.first);
    if ((!sends && !receives) || who.size() != 1) return {};
    const bool from_vietnam = is_vietnamese(who.front()) == (sends != nullptr);
    return from_vietnam ? "delegations_out" : "delegations_in";
  }

  /// "10 đoàn cán bộ Công đoàn Khăm Muộn đã sang …", "Quảng Bình cử 12 đoàn sang …": whose delegations they
  /// are.
  std::string direction_of_body(const Amount& a, const Cue& unit) const {
    const Cue* over = s_.cue("direction.over", unit.last, unit.last + 14);
    if (!over) return {};
    for (const OrgMention& org : s_.orgs) {
      const Orgs ids = context_.resolve(org);
      if (org.first + 2 >= unit.last && org.first <= unit.last + 1 && ids.size() == 1 &&
          org.last <= over->first)
        return is_lao(ids.front()) ? "delegations_in" : "delegations_out";
    }
    const Cue* sends = s_.doc->cues.ending(a.first, "direction.send");
    for (const PlaceMention& place : s_.places) {
      if (sends && place.last <= sends->first && place.last + 2 >= sends->first)
        return is_lao(place.org) ? "delegations_in" : "delegations_out";
    }
    return {};
  }

  /// "A sang bạn 4 lần, đón bạn 2 lần": seen from Viet Nam, whose partner is "bạn".
  std::string travelled(const Amount& a) const {
    const Cue* partner = nullptr;
    for (const OrgMention& org : s_.orgs) {
      if (org.form != OrgForm::partner || org.last > a.first || org.last + 2 < a.first) continue;
      if (const Cue* goes = s_.doc->cues.ending(org.first, "direction.over"); goes) return "delegations_out";
      partner = s_.doc->cues.ending(org.first, "direction.receive");
    }
    return partner ? "delegations_in" : "";
  }

  bool grown(std::string_view group, const Amount& a) const {
    const Cue* verb = s_.cue_before(group, a.first);
    return verb && verb->last + 2 >= a.first;
  }

  /// Cooperation is of both sides; what a body counts of its own is its own.
  void orgs(QuantityFact& fact, const Amount& a) const {
    if (fact.measure.starts_with("downstream")) {
      fact.orgs = context_.la();
    } else if (is_cooperation(fact.measure)) {
      const bool shown = fact.measure == "trainees" && a.qualifier == Qualifier::order;
      fact.orgs = shown ? context_.la() : context_.parties(s_, s_.first, s_.last);
    } else if (fact.measure == "participants") {
      fact.orgs = context_.actor(s_, a.first);
      if (!fact.orgs.empty()) fact.orgs.resize(1);
    } else {
      fact.orgs = context_.actor(s_, a.first);
      for (const PlaceMention& place : s_.places) {  // "toàn tỉnh X hiện có …"
        const Orgs pair = context_.pair();
        if (place.last <= a.first && std::find(pair.begin(), pair.end(), place.org) != pair.end())
          fact.orgs = {place.org};
      }
      std::size_t from = s_.first;  // "A quản lý …; B có …": each part has its own subject
      for (std::size_t i = s_.first; i < a.first; ++i) {
        if (s_.doc->mark(i, ";") && !context_.named(s_, i, a.first).empty()) from = i;
      }
      for (const OrgMention& org : s_.orgs) {
        if (org.first >= from && org.last <= a.first && org.form != OrgForm::both) {
          fact.orgs = context_.resolve(org);
          break;
        }
      }
    }
  }

  /// The period covered: told before the number, after it, or "từ đầu nhiệm kỳ", "từ đó đến nay".
  void period(QuantityFact& fact, const Amount& a, std::size_t& last) const {
    for (const auto& date : s_.dates) {
      if (date.range && date.first >= last && date.first <= last + 2) {
        fact.from = date.from;
        fact.to = date.to;
        last = date.last;
        return;
      }
    }
    if (!is_cooperation(fact.measure) && !fact.measure.ends_with("_new")) return;
    if (fact.measure == "instructors_certified" || fact.measure == "lecturers_hosted" ||
        fact.measure == "partner_units")
      return;
    if (fact.qualifier == Qualifier::order) return;
    for (const auto& date : s_.dates) {
      if (date.last > a.first) break;
      if (date.range) {
        // A total under an agreement still in force runs from its start.
        const bool running = s_.cue_before("doc.", date.first) != nullptr;
        fact.from = date.from;
        fact.to = running ? PartialDate{} : date.to;
      } else if (date.since) {
        fact.from = date.from;
      } else if (date.until) {
        fact.to = date.from;
      } else if (date.from.day() == 0) {
        fact.from = fact.to = date.from;
      }
    }
    const Cue* start = s_.cue_before("since.start", a.first);
    const Cue* then = s_.cue_before("since.then", a.first);
    if (start && context_.last_period.from) fact.from = context_.last_period.from;
    if (then && context_.last_date) fact.from = context_.last_date;
  }

  /// "5 Công đoàn ngành Trung ương", "35.000 CNLĐ trong 3.000 doanh nghiệp": the part counted.
  void part(QuantityFact& fact, const Amount& a, const Cue& unit, std::size_t& last) const {
    if (fact.measure == "partner_units") {
      std::size_t end = unit.last;
      while (end < s_.last && !s_.doc->mark(end, ",") && !s_.doc->cues.starting(end, "org.and") &&
             !s_.doc->cues.starting(end, "place.of") && !s_.doc->cues.starting(end, "past")) {
        ++end;
      }
      fact.of = plain(s_.doc->written(unit.first, end));
      last = s_.last;
    } else if (fact.measure == "participants") {
      fact.of = plain(s_.doc->written(unit.first, unit.last));
    } else if (fact.measure == "workers") {
      for (const Amount& other : s_.amounts) {
        const Cue* whole = s_.cue_before("measure.workers", a.first);
        if (whole && other.first > unit.last && other.first <= unit.last + 2 &&
            s_.doc->cues.starting(other.last, "measure.enterprises")) {
          last = s_.doc->cues.starting(other.last, "measure.enterprises")->last;
          fact.of = plain(s_.doc->written(unit.first, last));
        }
      }
    }
  }

  /// The words that say what the number is of stand in the quote: "15 đoàn ra với 67 lượt người".
  void lead(const QuantityFact& fact, std::size_t& first) const {
    if (fact.measure.starts_with("person_trips_")) {
      const Cue* direction = s_.cue_before("measure.delegations_", first);
      if (direction) {
        first = direction->first;
        for (const Amount& a : s_.amounts) {
          if (a.last == direction->first) first = a.first;
        }
      }
    } else if (fact.measure.ends_with("_new")) {
      const Cue* verb = s_.cue_before("growth.", first);
      if (verb) first = verb->first;
    } else if (fact.measure == "certificates") {
      if (const Cue* paper = s_.cue_before("certify", first); paper && paper->last + 3 >= first)
        first = paper->first;
    }
  }

  const Sentence& s_;
  Context& context_;
  Findings& findings_;
};

}  // namespace

void find_quantities(const Sentence& sentence, Context& context, Findings& findings) {
  QuantityRule(sentence, context, findings).read();
}

}  // namespace kevai::extract
