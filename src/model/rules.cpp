#include "model/rules.hpp"

#include <algorithm>

#include "model/field.hpp"
#include "model/rules/breach.hpp"

namespace kevai::model {

std::vector<Error> breaches(const Record& record, const Register& in) {
  std::vector<Error> broken;
  rules::of_fields(broken, record, in);
  std::visit([&](const auto& r) { rules::of(broken, in, r); }, record);
  const auto place = [&](const Error& breach) {
    const auto fields = fields_of(kind_of(record));
    return std::ranges::find(fields, breach.args.front().second, &Field::name) - fields.begin();
  };
  std::ranges::stable_sort(broken, {}, place);
  return broken;
}

std::vector<Error> breaches(std::string_view field, const std::string& text) {
  std::vector<Error> broken;
  rules::well_formed(broken, field, text);
  return broken;
}

}  // namespace kevai::model
