#include "model/rules/breach.hpp"
#include "model/rules/money.hpp"
#include "text/words.hpp"

/// The rules of stated numbers, of dates that return, of people, files and notes.
namespace kevai::model::rules {
namespace {

/// Measures are those the program has words for.
void known_measure(Breaches& broken, const std::string& measure) {
  if (measure.empty())
    needed(broken, "measure", false);
  else if (!text::has_words("measure." + measure))
    broken.push_back(breach("measure_unknown", "measure", {{"value", measure}}));
}

}  // namespace

void of(Breaches& broken, const Register&, const Observation& record) {
  known_measure(broken, record.measure);
  in_order(broken, record.from, "valid_to", record.to);
}

void of(Breaches& broken, const Register&, const Target& record) {
  known_measure(broken, record.measure);
  unit_is_currency(broken, "unit", record.unit, false);
}

void of(Breaches&, const Register&, const Occasion&) {}

void of(Breaches& broken, const Register&, const Person& record) {
  needed(broken, "name", !record.name.empty());
}

void of(Breaches& broken, const Register&, const Post& record) {
  needed(broken, "person", !record.person.empty());
  in_order(broken, record.from, "valid_to", record.to);
}

void of(Breaches& broken, const Register&, const Attachment& record) {
  needed(broken, "record", !record.record.empty());
}

void of(Breaches& broken, const Register&, const Note& record) {
  needed(broken, "record", !record.record.empty());
  needed(broken, "content", !record.content.empty());
}

}  // namespace kevai::model::rules
