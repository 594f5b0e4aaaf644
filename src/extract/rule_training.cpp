#include "extract/counted.hpp"
#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Amount;
using text::Cue;

/// Does the amount count those who learn: "45 học viên", "15 officials", "ນັກສຳມະນາກອນເຂົ້າຮ່ວມ 60 ຄົນ"?
bool counts_trainees(const Sentence& s, const Amount& a) {
  const Document& doc = *s.doc;
  if (doc.cues.starting(a.last, "count.trips")) return false;
  for (const auto unit : {"measure.trainees", "measure.officials", "measure.students"}) {
    if (const Cue* people = doc.cues.starting(a.last, unit); people && !people->in("measure.trainees_female")) return true;
  }
  if (doc.language == text::Language::en) {  // "30 Attapeu union officials"
    const Cue* unit = unit_of(s, a);
    return unit && unit->first > a.last && (unit->in("measure.trainees") || unit->in("measure.officials") || unit->in("measure.students"));
  }
  if (doc.language != text::Language::lo || !doc.cues.starting(a.last, "visit.size")) return false;
  const Cue* who = s.cue_before("measure.", a.first);
  return who && who->last + 25 >= a.first &&
         (who->in("measure.trainees") || who->in("measure.participants") || who->in("measure.officials"));
}

class TrainingRule {
 public:
  TrainingRule(const Sentence& s, Context& context, Findings& findings) : s_(s), context_(context), findings_(findings) {}

  void read() {
    if (s_.kind != BlockKind::main || s_.has("commit.propose") || s_.has("commit.agree")) return;
    bool told = false;
    for (const auto& [first, last] : chunks(*s_.doc, s_.first, s_.last, false)) {
      if (vietnamese() && cohort(first, last)) {
        told = true;
        continue;
      }
      for (const Cue& c : within(s_.doc->cues.all(), first, last)) {
        if (!c.in("act.training") || is_planned(s_, c.first) || !training(c, first, last)) continue;
        told = true;
        break;
      }
    }
    if (!told) class_size();
  }

 private:
  struct Course {
    const text::DateMention* when = nullptr;
    bool days = false;  ///< from a day to a day
    const Amount* classes = nullptr;
    const Amount* people = nullptr;
    std::size_t first = 0, last = 0;  ///< its part of the sentence
  };

  bool vietnamese() const { return s_.doc->language == text::Language::vi; }
  bool past() const { return s_.has("past"); }
  /// Is what stands at a token in a list of what will be done?
  bool to_come(std::size_t at) const { return s_.cue_before("commit.will", at) != nullptr; }

  Course course_at(const Cue& c, std::size_t first, std::size_t last) const {
    Course course;
    course.first = first, course.last = last;
    course.when = date_near(s_, c.first);
    if (const auto* when = course.when) {
      course.days = when->range && when->from.day() != 0 && when->to.day() != 0;
      const bool opens = when->since && when->from.day() != 0 && s_.cue("act.opens", first, last);
      if ((when->range && !course.days) || (when->since && !opens) || when->first >= last || when->last < first) course.when = nullptr;
    }
    const bool certified = s_.cue("certify", first, last) != nullptr;
    for (const Amount& a : within(s_.doc->amounts, first, last)) {
      const auto measure = [&](std::string_view m) { return s_.doc->cues.starting(a.last, m) != nullptr; };
      if (measure("measure.training_classes") || measure("measure.courses")) course.classes = &a;
      // "32 officials received certificates after a course": those counted may stand before it.
      const bool placed = a.first >= c.last || (certified && !vietnamese());
      if (!course.people && placed && counts_trainees(s_, a)) course.people = &a;
    }
    return course;
  }

  /// A training is told with its day or year, or as something a side did; totals are quantities.
  bool training(const Cue& c, std::size_t first, std::size_t last) {
    const Course course = course_at(c, first, last);
    const bool listed = c.first == first && first > s_.first && past() && !to_come(first);  // "…; tập huấn, bồi dưỡng và …"
    const bool sent = s_.cue_before("act.send", c.first) && !course.when && past();         // "cử giảng viên sang …"
    const bool held = past() || s_.has("act.held") || s_.cue("act.opens", first, last) || closes(course);
    const bool several = course.classes && course.classes->value > 1;  // a total, whatever year stands by it
    if (several && course.when && !course.days && course.when->from.day() == 0) return false;
    if (course.when ? !held : (!listed && !sent) || course.classes || (course.people && !sent)) return false;
    ActivityFact fact;
    fact.kind = ActivityKind::training;
    fact.orgs = context_.parties(s_, first, last);
    set_days(course, fact);
    Place place = place_in(s_, c.last, last);
    if (place.name.empty() && course.when) place = place_in(s_, first, c.first);
    fact.place = place.name;
    if (course.people && course.when) set_people(*course.people, fact);
    std::size_t from = course.when && course.when->first < c.first ? course.when->first : listed ? c.first : first;
    if (sent) from = s_.cue_before("act.send", c.first)->first;
    std::size_t to = std::max(c.last, course.people ? std::min(course.people->last + 2, last) : 0);
    to = place.last > to && place.last <= last ? place.last : std::min(last, clause_end(s_, to));
    findings_.add(fact, from, to, "activity.training", s_.kind);
    const bool closed = s_.cue("act.closes", first, last) || (!vietnamese() && s_.cue("certify", first, last));
    const Cue* end = s_.cue("act.closes", first, last);
    const bool over = !end || !is_planned(s_, end->first);
    if (course.when && !course.days && closed && over && !s_.has("act.ceremony")) closing(fact, from, to);
    return true;
  }

  /// Is its last day told, not its first?
  bool closes(const Course& course) const {
    if (!course.when || course.days) return false;
    if (vietnamese() && course.when->until && course.when->from.day() != 0) return true;  // "đến hết ngày 30.5"
    return s_.doc->cues.ending(course.when->first, "act.ends") || s_.cue("act.closes", course.first, course.last) ||
           (!vietnamese() && s_.cue("certify", course.first, course.last));
  }

  void set_days(const Course& course, ActivityFact& fact) {
    if (!course.when) return;
    fact.date = date_of(*course.when, context_);
    if (course.days) fact.end_date = course.when->to;
    if (context_.event_date.empty() && fact.date.day() != 0) {
      context_.event_date = fact.date;
      context_.event_end = fact.end_date;
    }
    if (closes(course)) std::swap(fact.date, fact.end_date);
  }

  void set_people(const Amount& people, ActivityFact& fact) {
    fact.participants = people.value;
    fact.qualifier = people.qualifier;
    const Cue* paper = s_.cue_before("certify", people.first);
    if (!paper || paper->last + 3 < people.first) findings_.use(people);  // "34 certificates" count as well
  }

  /// "bế giảng lớp bồi dưỡng": the course's last day is a ceremony too.
  void closing(const ActivityFact& course, std::size_t first, std::size_t last) {
    ActivityFact fact;
    fact.kind = ActivityKind::ceremony;
    fact.date = course.end_date;
    fact.place = course.place;
    fact.orgs = course.orgs;
    findings_.add(fact, first, last, "activity.closing", s_.kind);
  }

  /// "khóa I năm 2009 chỉ có 22 người": the courses of a series, each with its year.
  bool cohort(std::size_t first, std::size_t last) {
    const Cue* word = nullptr;
    for (const Cue& c : within(s_.doc->cues.all(), first, last)) {
      if (c.in("measure.courses") && roman(c.last)) word = &c;
      if (word) break;
    }
    if (!word || is_planned(s_, word->first)) return false;
    const text::DateMention* when = nullptr;
    for (const auto& date : within(s_.doc->dates, word->last, std::min(last, word->last + 10))) {
      if (!when && !date.range && !date.since && date.from.year() != 0) when = &date;
    }
    const Draft* course = last_course();
    if (!when || !course || s_.doc->cues.ending(word->first, "since.from")) return false;
    ActivityFact fact;
    fact.kind = ActivityKind::training;
    fact.date = when->from;
    fact.orgs = std::get<ActivityFact>(course->statement).orgs;
    fact.place = place_in(s_, word->last, last).name;
    for (const Amount& a : within(s_.doc->amounts, word->last, last)) {
      const bool people = s_.doc->cues.starting(a.last, "visit.size") || counts_trainees(s_, a);
      if (people && !fact.participants) set_people(a, fact);
    }
    findings_.add(fact, word->first, std::max(when->last, clause_end(s_, when->last)), "activity.cohort", s_.kind);
    return true;
  }

  bool roman(std::size_t i) const {
    if (i >= s_.last || !s_.doc->tokens[i].upper) return false;
    const std::string& key = s_.doc->tokens[i].key;
    return !key.empty() && key.find_first_not_of("ivx") == std::string::npos;
  }

  /// The last course told before.
  Draft* last_course() {
    const auto& drafts = findings_.earliest();
    for (std::size_t i = drafts.size(); i-- > 0;) {
      const auto* a = std::get_if<ActivityFact>(&drafts[i].statement);
      if (a && a->kind == ActivityKind::training) return &drafts[i];
    }
    return nullptr;
  }

  /// "Lớp học có 45 học viên", told after the course itself: how many attend it.
  void class_size() {
    Draft* course = last_course();
    const std::size_t near = s_.doc->language == text::Language::lo ? 900 : vietnamese() ? 200 : 120;
    if (!course || course->last + near < s_.first) return;
    auto& fact = std::get<ActivityFact>(course->statement);
    if (fact.participants || fact.date.precision() == 1) return;
    for (const auto& date : s_.dates) {
      if (date.since || date.range || date.from.day() == 0) return;  // of years, or of another course
    }
    for (const Amount& a : s_.amounts) {
      if (s_.doc->cues.starting(a.last, "measure.training_classes")) return;
      if (!counts_trainees(s_, a) || s_.doc->cues.starting(a.last, "measure.trainees_female") ||
          (!vietnamese() && a.qualifier != Qualifier::exact))
        continue;
      set_people(a, fact);
      return;
    }
  }

  const Sentence& s_;
  Context& context_;
  Findings& findings_;
};

}  // namespace

/// Courses: with their day or year, as something a side did, or one of a series.
void find_trainings(const Sentence& sentence, Context& context, Findings& findings) {
  TrainingRule(sentence, context, findings).read();
}

}  // namespace kevai::extract
