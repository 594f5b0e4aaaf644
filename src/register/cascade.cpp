#include "register/cascade.hpp"

#include <algorithm>
#include <set>

#include "register/all_of.hpp"

namespace kevai::reg {
namespace {

using Trainees = std::vector<model::Trainee>;

Trainees trainees_of(store::Reader& reader, const Id& course) {
  return all_of<model::Trainee>(reader, {.where = {{{"course"}, store::Comparison::is, course.value}}});
}

/// Those that name the course, and those taught by its trainees.
std::vector<model::Course> onward(store::Reader& reader, const Id& course) {
  auto named = all_of<model::Course>(reader, {.where = {{{"onward_from"}, store::Comparison::is, course.value}}});
  auto taught = all_of<model::Course>(reader, {.where = {{{"instructors", "course"}, store::Comparison::is, course.value}}});
  std::ranges::move(taught, std::back_inserter(named));
  return named;
}

Quantity sum(const Quantity& a, const Quantity& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  Quantity both = a + b;
  both.stated.clear();  // a sum stands in no source
  return both;
}

void add(Trained& to, const Trained& more) {
  to.trainees = sum(to.trainees, more.trainees);
  to.women = sum(to.women, more.women);
  to.certificates = sum(to.certificates, more.certificates);
  to.list_incomplete |= more.list_incomplete;
}

/// A person the register knows is told by that; of others each entry is a person of its own.
void note_persons(std::set<Id>& persons, const Trainees& trainees) {
  for (const model::Trainee& trainee : trainees) persons.insert(trainee.person.empty() ? trainee.id : trainee.person);
}

}  // namespace

Trained trained(const model::Course& course, const Trainees& entered) {
  const auto count = [&](auto&& fits) { return Quantity::of(static_cast<double>(std::ranges::count_if(entered, fits))); };
  const bool complete = !entered.empty() && (course.trainees.empty() ||
                                             static_cast<double>(entered.size()) >= course.trainees.low.value_or(course.trainees.figure()));
  if (!complete) return {course.trainees, course.women, course.certificates, !entered.empty()};
  return {.trainees = Quantity::of(static_cast<double>(entered.size())),
          .women = count([](const model::Trainee& t) { return t.sex == model::Sex::female; }),
          .certificates = count([](const model::Trainee& t) { return !t.certificate.empty(); })};
}

std::optional<Cascade> cascade(store::Reader& reader, const Id& first) {
  const auto record = reader.record(first);
  const auto* course = record ? std::get_if<model::Course>(&*record) : nullptr;
  if (!course) return std::nullopt;
  Cascade cascade;
  std::set<Id> reached{course->id};
  std::set<Id> persons;
  for (std::vector<model::Course> now{*course}; !now.empty();) {
    std::ranges::sort(now, {}, [](const model::Course& c) { return std::pair(c.date.text(), c.id); });
    Generation generation;
    std::vector<model::Course> next;
    for (const model::Course& one : now) {
      const Trainees entered = trainees_of(reader, one.id);
      note_persons(persons, entered);
      generation.courses.push_back(one.id);
      add(generation.trained, trained(one, entered));
      for (model::Course& after : onward(reader, one.id))
        if (reached.insert(after.id).second) next.push_back(std::move(after));
    }
    add(cascade.trained, generation.trained);
    cascade.generations.push_back(std::move(generation));
    now = std::move(next);
  }
  cascade.distinct_persons = static_cast<int>(persons.size());
  return cascade;
}

}  // namespace kevai::reg
