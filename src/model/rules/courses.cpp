#include "model/rules/breach.hpp"

/// The rules of courses and of those trained in them.
namespace kevai::model::rules {

void of(Breaches& broken, const Register& in, const Course& record) {
  in_order(broken, record.date, "end_date", record.end_date);
  within(broken, "women", record.women, record.trainees);
  within(broken, "certificates", record.certificates, record.trainees);
  no_ring(broken, in, "onward_from", record, &Course::onward_from);
}

void of(Breaches& broken, const Register&, const Trainee& record) {
  needed(broken, "course", !record.course.empty());
  if (record.name.empty() && record.person.empty()) broken.push_back(breach("someone_unnamed", "name"));
}

}  // namespace kevai::model::rules
