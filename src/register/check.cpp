#include "register/check.hpp"

#include "model/rules.hpp"

namespace kevai::reg {
namespace {

/// More than the parts anything is ever divided into.
constexpr int most_referring = 1000;

std::optional<model::Record> standing(store::Reader& reader, const Id& id) {
  auto record = reader.record(id);
  if (!record) return std::nullopt;
  const auto state = reader.state(model::id_of(*record));
  if (!state || !state->removed_at.empty()) return std::nullopt;
  return record;
}

std::vector<model::Record> referring(store::Reader& reader, model::RecordKind kind, std::string_view field, const Id& id) {
  std::vector<model::Record> records;
  auto page = reader.list({.kind = kind, .where = {{{std::string(field)}, store::Comparison::is, id.value}}, .limit = most_referring});
  for (store::Stored& row : page.rows) records.push_back(std::move(row.record));
  return records;
}

}  // namespace

Error record_invalid(std::vector<Error> faults) {
  Error error{Failure::invalid, "record_invalid", {{"count", std::to_string(faults.size())}}, {}};
  error.parts = std::move(faults);
  return error;
}

Result<> check(store::Reader& reader, const model::Record& record) {
  auto broken = model::breaches(record, {.record = [&](const Id& id) { return standing(reader, id); },
                                         .referring = [&](model::RecordKind kind, std::string_view field,
                                                          const Id& id) { return referring(reader, kind, field, id); }});
  if (!broken.empty()) return std::unexpected(record_invalid(std::move(broken)));
  return {};
}

}  // namespace kevai::reg
