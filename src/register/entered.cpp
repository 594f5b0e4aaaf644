#include "register/entered.hpp"

#include <boost/json/parse.hpp>

#include "model/field.hpp"
#include "model/record_json.hpp"

namespace kevai::reg {

bool leaves_fields(const model::Change& change) {
  switch (change.action) {
    using enum model::Action;
    case release:
    case withdraw:
    case confirm:
    case dispute:
    case settle:
    case publish:
    case erase:
    case read:
      return true;
    default:
      return false;
  }
}

std::optional<model::Record> after(const model::Change& change) {
  if (change.after.empty() || leaves_fields(change)) return std::nullopt;
  return model::record_of(boost::json::parse(change.after).as_object());
}

std::map<std::string, Entered> entered_fields(store::Reader& reader, const Id& record) {
  std::map<std::string, Entered> entered;
  for (const model::Change& change : reader.changes_of(record)) {
    if (change.action != model::Action::edit && change.action != model::Action::revert) continue;
    const auto now = after(change);
    if (!now || change.before.empty()) continue;
    const auto was_json = boost::json::parse(change.before);
    const auto now_json = model::to_json(*now);
    for (const model::Field& field : model::fields_of(model::kind_of(*now))) {
      const auto* one = was_json.as_object().if_contains(field.name);
      const auto* other = now_json.if_contains(field.name);
      if (one && other ? *one != *other : one != other) entered.insert_or_assign(std::string(field.name), Entered{change.id, *now});
    }
  }
  return entered;
}

}  // namespace kevai::reg
