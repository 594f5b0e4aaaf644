#include "extract/counted.hpp"
#include "extract/counted_by.hpp"
#include "extract/counted_period.hpp"
#include "extract/measure.hpp"
#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Amount;
using text::Cue;

bool is_new(std::string_view measure) {
  return measure.ends_with("_new");
}

class QuantityRule {
 public:
  QuantityRule(const Sentence& s, Context& context, Findings& findings)
      : s_(s), context_(context), findings_(findings), periods_(s, context) {}

  void read() {
    if (s_.kind != BlockKind::main) return;
    if (begins_paragraph(s_)) context_.told_of = {};
    if (begins_paragraph(s_) && !s_.has("since.same")) context_.counting = {};
    if (const Period term = periods_.reviewed(); term.from) context_.reviewed = term;
    for (const Amount& a : s_.amounts) {
      if (a.percent || !a.currency.empty()) continue;
      if (a.ordinal) {
        if (numbers_course(s_, a, context_)) course(a);
        continue;
      }
      if (const Cue* unit = unit_of(s_, a)) {
        quantity(a, *unit);
      } else if (const Cue* way = findings_.used(a) ? nullptr : way_of(s_, a)) {
        directed(a, *way);
      }
    }
    if (const Period told = periods_.all(); told.from) context_.counting = told;
    for (const OrgMention& org : s_.orgs) {
      const Orgs ids = context_.resolve(org);
      if (ids.size() != 1) continue;
      context_.told_of = ids;
      break;
    }
  }

 private:
  /// What is agreed, asked or planned is no count of what is; what there is of workers may be told within.
  bool is_promised(const Amount& a, std::string_view measure) const {
    const bool item = !context_.listing.empty() && s_.doc->past_bullet(s_.first) != s_.first;
    const bool there = (measure == "workers" || measure == "members") && a.qualifier != Qualifier::exact;
    if (item) return !there;
    for (const auto group : {"target.aim.strive", "commit.agree", "commit.propose", "act.planned", "rate"}) {
      if (s_.cue_before(group, a.first)) return !there;
    }
    if (s_.doc->language == text::Language::en && close_before(s_, "commit.will", a.first, 8)) return !there;
    return s_.cue("rate", a.last, a.last + 6) || close_after(s_, "planned-after", a.last, 12);
  }

  /// Few words are numbers and nothing else.
  static bool is_article(const Amount& a, std::string_view measure) {
    return a.in_words && a.value < 4 && measure != "training_classes" && measure != "courses" && !measure.starts_with("delegations");
  }

  /// Those who take part in a course are told with it; a total over years or several courses, and what was
  /// conferred in the end, are figures of their own.
  bool is_total(const Amount& a, std::string_view measure) const {
    if (measure == "certificates" || measure == "students") return true;
    if (measure != "trainees") return false;
    const bool several = std::any_of(s_.amounts.begin(), s_.amounts.end(), [&](const Amount& o) {
      return o.last < a.first && o.value > 1 && s_.doc->cues.starting(o.last, "measure.training_classes");
    });
    const Period told = periods_.before(a.first);
    return several || (told.from && told.from != told.to);
  }

  /// Officials a body has, told among its figures; not some who came or stood by.
  bool are_counted_officials(const Amount& a) const {
    for (const auto group :
         {"measure.members", "measure.grassroots_unions", "measure.departments", "measure.district_unions", "count.part"}) {
      if (s_.has(group)) return true;
    }
    return close_before(s_, "count.is", a.first, 1) != nullptr;
  }

  void course(const Amount& a) {
    if (is_promised(a, "courses")) return;
    QuantityFact fact;
    fact.measure = "courses";
    fact.value = a.value;
    fact.orgs = context_.parties(s_, s_.first, s_.last);
    fact.from = periods_.all().from;
    std::size_t first = a.first;
    if (const Cue* word = s_.doc->cues.ending(a.first, "ordinal-before")) first = word->first;
    findings_.add(fact, first, a.last, "quantity.course_number", s_.kind, &a);
    context_.last_measure = fact.measure;
  }

  void directed(const Amount& a, const Cue& way) {
    if (is_promised(a, "delegations")) return;
    QuantityFact fact;
    fact.value = a.value;
    fact.qualifier = a.qualifier;
    const bool out = way.in("part.out") || way.in("country.vn");
    fact.measure = out ? "delegations_out" : "delegations_in";
    fact.orgs = context_.parties(s_, s_.first, s_.last);
    std::size_t first = std::min(a.first, way.first), last = std::max(a.last, way.last);
    period(fact, a, last);
    findings_.add(fact, first, last, "quantity." + fact.measure, s_.kind, &a);
  }

  void quantity(const Amount& a, const Cue& unit) {
    const Count count{s_, context_, a, unit};
    QuantityFact fact;
    fact.value = a.value;
    fact.qualifier = a.qualifier;
    fact.measure = measure_of(count);
    if (findings_.used(a) && !is_total(a, fact.measure)) return;
    if (fact.measure == "officials" && !are_counted_officials(a)) return;
    if (fact.measure.empty() || is_article(a, fact.measure) || is_promised(a, fact.measure)) return;
    if (unit.in("measure.trainees_female") && fact.measure != "trainees_female") fact.of = plain(s_.doc->written(unit.first, unit.last));
    std::size_t first = std::min(a.first, unit.first), last = std::max(a.last, unit.last);
    fact.orgs = counted_by(count, fact.measure);
    period(fact, a, last);
    part(fact, a, unit, last);
    lead(fact, first);
    findings_.add(fact, first, last, "quantity." + fact.measure, s_.kind, &a);
    context_.last_measure = fact.measure;
    if (!is_cooperation(fact.measure) && fact.measure != "participants") context_.last_holder = fact.orgs;
  }

  void period(QuantityFact& fact, const Amount& a, std::size_t& last) const {
    if (const auto* range = periods_.range_after(last)) {
      fact.from = range->from;
      fact.to = range->to;
      last = range->last;
      return;
    }
    if (fact.measure == "partner_units" || fact.qualifier == Qualifier::order) return;
    Period told = periods_.before(a.first);
    if (!is_cooperation(fact.measure) && !is_new(fact.measure)) {  // what there is at a time
      if (const PartialDate day = compared_with(a)) {
        fact.to = day;
        return;
      }
      fact.to = told.from ? PartialDate{} : told.to;
      return;
    }
    if (!told.from && is_cooperation(fact.measure)) {
      const Period after = periods_.all();  // "… 31 delegations since 2018"
      if (after.from) {
        told = after;
      } else if (!told.to) {
        told = context_.counting.from ? context_.counting : context_.reviewed;
      }
    }
    fact.from = told.from;
    fact.to = told.to;
  }

  /// "… from 59,200 in 2019", "stood at 9,750 at the end of 2023": the time told right after what there was.
  PartialDate compared_with(const Amount& a) const {
    const bool compares = s_.doc->cues.ending(a.first, "count.from") || s_.doc->cues.ending(a.first, "count.to") ||
                          s_.doc->cues.ending(a.first, "measure-before.");
    const auto when = compares ? within(s_.doc->dates, a.last, a.last + 2) : std::span<const text::DateMention>{};
    return when.empty() || when.front().range || when.front().since ? PartialDate{} : when.front().from;
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
    } else if (fact.measure == "participants" && fact.of.empty()) {
      fact.of = plain(s_.doc->written(unit.first, unit.last));
    } else if (fact.measure == "workers") {
      for (const Amount& other : s_.amounts) {
        const Cue* whole = s_.cue_before("measure.workers", a.first);
        if (whole && other.first > unit.last && other.first <= unit.last + 2 && s_.doc->cues.starting(other.last, "measure.enterprises")) {
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
      if (!direction) return;
      first = direction->first;
      for (const Amount& a : s_.amounts) {
        if (a.last == direction->first) first = a.first;
      }
    } else if (is_new(fact.measure)) {
      if (const Cue* verb = s_.cue_before("growth.", first)) first = verb->first;
    } else if (fact.measure == "certificates") {
      if (const Cue* paper = close_before(s_, "certify", first, 3)) first = paper->first;
    }
  }

  const Sentence& s_;
  Context& context_;
  Findings& findings_;
  ToldPeriods periods_;
};

}  // namespace

void find_quantities(const Sentence& sentence, Context& context, Findings& findings) {
  QuantityRule(sentence, context, findings).read();
}

}  // namespace kevai::extract
