#include "http/record_schema.hpp"
#include "http/routes.hpp"

namespace kevai::http {
namespace {

using schema::boolean;
using schema::integer;
using schema::list_of;
using schema::map_of;
using schema::object;
using schema::ref;
using schema::text;

schema::Schema figure() {
  return object({{"measure", text("`delegations_out`, `trainees` … (docs/facts.md)")},
                 {"said", list_of(ref("Id"))},
                 {"countable", boolean("Does the register hold records that could make it up?")},
                 {"counted?", ref("Quantity")},
                 {"records", list_of(ref("Id"))},
                 {"unnumbered", integer("How many of them state no number")},
                 {"missing?", schema::number("By how much one figure said exceeds the records it can speak of")},
                 {"explained?", schema::described(list_of(object({{"observation", ref("Id")}, {"note", text()}})),
                                                  "Why what is said and what is counted differ, as somebody noted")}});
}

schema::Schema summary() {
  auto record = schema::any_record_and(object({{"passages", list_of(ref("Passage"))},
                                               {"disagreements", list_of(ref("Disagreement"))},
                                               {"confirmed_by_both?", boolean("Of a record both sides confirm: as it stands")}}));
  const auto ids = list_of(ref("Id"));
  return object({{"unconfirmed", integer("How many of the records not both sides confirm as they stand")},
                 {"period", object({{"from", text()}, {"to", text()}})},
                 {"partnership", schema::or_null(ref("Id"))},
                 {"organisations", ref("OrganisationNames")},
                 {"records", map_of(std::move(record))},
                 {"partnerships", ids},
                 {"agreements", ids},
                 {"points", schema::described(map_of(ids), "Commitments by the agreement's id; under \"\" those of none")},
                 {"activities", ids},
                 {"courses", ids},
                 {"figures", list_of(figure())},
                 {"supports", ids},
                 {"awards", ids},
                 {"targets", ids},
                 {"observations", ids},
                 {"occasions", ids}});
}

}  // namespace

Routes report_routes() {
  Operation operation{
      .id = "getReport", .tag = "report", .summary = "The summary of a period: what was agreed and done, said beside counted"};
  operation.parameters = {{"from", "The first day, month or year; left out, that end is open"},
                          {"to", "The last day, month or year; left out, that end is open"},
                          {"partnership", "Only this partnership"},
                          {"format", "`html` and `md` give the document itself", schema::one_of({"json", "html", "md"})},
                          {"download", "`1`: as a file to keep", schema::one_of({"1", "0"})}};
  operation.answers = {{200, "The report", summary(), {"application/json", "text/html", "text/markdown"}}};
  operation.problems = {400, 404};
  Routes all;
  all.push_back({"GET", "/api/v1/report", get_report, std::move(operation)});
  return all;
}

}  // namespace kevai::http
