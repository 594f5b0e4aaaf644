#include "http/routes.hpp"
#include "http/shared_schema.hpp"

namespace kevai::http {
namespace {

using schema::boolean;
using schema::integer;
using schema::list_of;
using schema::object;
using schema::ref;
using schema::text;

schema::Schema imported() {
  const auto counts = object({{"made", integer()}, {"changed", integer()}, {"unchanged", integer()}});
  const auto field = object({{"field", text()}, {"before", text()}, {"after", text()}});
  const auto change = object({{"sheet", text()},
                              {"row", integer()},
                              {"record_kind", text()},
                              {"id", ref("AnyId")},
                              {"action", schema::one_of({"create", "edit"})},
                              {"fields", list_of(field)}});
  const auto fault = object({{"sheet", text()},
                             {"row", integer()},
                             {"column", text()},
                             {"header", text()},
                             {"code", text()},
                             {"message", text("In the language asked for")}});
  return object({{"kept", boolean()},
                 {"counts", schema::map_of(counts)},
                 {"changes", schema::described(list_of(change), "A thousand at most")},
                 {"fault_count", integer()},
                 {"faults", schema::described(list_of(fault), "A thousand at most")}});
}

Route take_in() {
  Operation operation{.id = "importRecords",
                      .tag = "tables",
                      .summary = "Takes records from a table, whole or not at all",
                      .details = "As docs/tables.md tells. With faults nothing is kept."};
  operation.body = object({{"file_name?", text()},
                           {"base64", text("The file's bytes")},
                           {"kind?", text("Of a file with one sheet")},
                           {"preview?", boolean("Keep nothing, say what would change")},
                           {"numbers?", schema::described(schema::one_of({"", "vi", "lo", "en"}), "How its digits are grouped")}});
  operation.answers = {{200, "It was taken in, or was a preview", imported()},
                       {422,
                        "It has faults: nothing is kept",
                        schema::any_of({ref("Problem"), schema::both(schema::problem(), imported())}),
                        {"application/problem+json"}}};
  operation.problems = {400};
  return {"POST", "/api/v1/imports", import_records, std::move(operation)};
}

Route give_out() {
  Operation operation{.id = "exportRecords",
                      .tag = "tables",
                      .summary = "The records as a table that can be changed and imported again, as a file to keep"};
  operation.parameters = {{"kind", "Of which kind; without one `xlsx` has a sheet for each, and `csv` is refused"},
                          {"format", "`xlsx` where it is not given", schema::one_of({"xlsx", "csv"})},
                          {"partnership", "Only this partnership's"},
                          {"from", "The first day, month or year; left out, that end is open"},
                          {"to", "The last day, month or year; left out, that end is open"}};
  operation.answers = {
      {200, "The file", schema::text(), {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}}};
  operation.problems = {400};
  return {"GET", "/api/v1/exports", export_records, std::move(operation)};
}

}  // namespace

Routes table_routes() {
  Routes all;
  for (const auto& make : {take_in, give_out}) all.push_back(make());
  return all;
}

}  // namespace kevai::http
