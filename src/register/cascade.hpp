#pragma once

#include <optional>
#include <vector>

#include "base/quantity.hpp"
#include "model/course.hpp"
#include "store/store.hpp"

/// What became of a course: the classes its instructors taught onward, those of theirs, and so on.
namespace kevai::reg {

/// How many a course trained: as its records say where trainees are entered one by one, else as stated.
struct Trained {
  Quantity trainees;
  Quantity women;
  Quantity certificates;
  /// Fewer trainees are entered than stated: the numbers are those stated.
  bool list_incomplete = false;
};
Trained trained(const model::Course& course, const std::vector<model::Trainee>& entered);

/// The courses as many steps from the first.
struct Generation {
  std::vector<Id> courses;  ///< by date, then id
  Trained trained;          ///< the sum over them; `list_incomplete` of any
};

struct Cascade {
  std::vector<Generation> generations;  ///< the course itself, the classes taught by its instructors, …
  Trained trained;                      ///< over all generations: a person trained twice is two trainings
  /// Different persons among the trainees entered by name: one known person counts once, whatever they attended.
  int distinct_persons = 0;
};

/// Each course counts once, in the generation nearest to the first, by however many ways it can be reached: it names the
/// course it goes on from, or its instructors are trainees of one. Nothing where the id is no course.
std::optional<Cascade> cascade(store::Reader& reader, const Id& course);

}  // namespace kevai::reg
