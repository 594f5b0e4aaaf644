#include "register/exchange/import_json.hpp"

#include <boost/json/array.hpp>

namespace kevai::reg::exchange {
namespace {

namespace json = boost::json;

json::object to_json(const RowChange& change) {
  json::array fields;
  for (const FieldChange& field : change.fields)
    fields.push_back({{"field", field.field}, {"before", field.before}, {"after", field.after}});
  return {{"sheet", change.sheet},
          {"row", change.row},
          {"record_kind", name_of(change.kind)},
          {"id", change.record.value},
          {"action", name_of(change.made ? model::Action::create : model::Action::edit)},
          {"fields", std::move(fields)}};
}

json::object to_json(const RowFault& fault, text::Language language) {
  return {{"sheet", fault.sheet},   {"row", fault.row},         {"column", fault.column},
          {"header", fault.header}, {"code", fault.error.code}, {"message", text::message(language, fault.error)}};
}

}  // namespace

json::object to_json(const Imported& imported, text::Language language) {
  json::object counts;
  for (const auto& [kind, count] : imported.counts)
    counts[name_of(kind)] = {{"made", count.made}, {"changed", count.changed}, {"unchanged", count.unchanged}};
  json::array changes, faults;
  for (const RowChange& change : imported.changes) changes.push_back(to_json(change));
  for (const RowFault& fault : imported.faults) faults.push_back(to_json(fault, language));
  return {{"kept", imported.kept},
          {"counts", std::move(counts)},
          {"changes", std::move(changes)},
          {"fault_count", imported.fault_count},
          {"faults", std::move(faults)}};
}

}  // namespace kevai::reg::exchange
