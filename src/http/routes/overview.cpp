#include "http/record_schema.hpp"
#include "http/routes.hpp"

namespace kevai::http {
namespace {

using schema::integer;
using schema::list_of;
using schema::object;
using schema::ref;
using schema::text;

schema::Schema partnership() {
  return object(
      {{"id", ref("Id")},
       {"name", text("“Nghệ An – Xiêng Khoảng”")},
       {"parties", list_of(object({{"id?", ref("OrganisationId")}, {"name", text()}, {"place?", text()}, {"country?", text("VN or LA")}}))},
       {"since?", ref("PartialDate")},
       {"agreements_in_force",
        list_of(object({{"id", ref("Id")}, {"kind", text()}, {"from?", ref("PartialDate")}, {"to?", ref("PartialDate")}}))},
       {"activities", integer()},
       {"visits_out", integer()},
       {"visits_in", integer()},
       {"last_activity?", object({{"id", ref("Id")}, {"kind", text()}, {"date", ref("PartialDate")}})}});
}

schema::Schema ending() {
  return object({{"agreement", ref("Id")},
                 {"kind", text()},
                 {"partnership?", ref("Id")},
                 {"partnership_name?", text()},
                 {"to", ref("PartialDate")},
                 {"days_left", integer("Negative once its last day is over")}});
}

}  // namespace

Routes overview_routes() {
  Operation operation{.id = "getOverview",
                      .tag = "overview",
                      .summary = "Every partnership with what is in force, and what ends soon",
                      .details =
                          "Partnerships in border order, north to south. `samples`: are there sample articles among the "
                          "documents? `agreements_in_force` are those of today (one that names no end binds until its "
                          "partnership agrees anew); `ends_soon` are agreements whose last day is within a year, or was "
                          "within the last 90 days where nothing follows them, the nearest first."};
  operation.answers = {{200, "The register at a glance",
                        object({{"today", ref("PartialDate")},
                                {"samples", schema::boolean()},
                                {"totals", object({{"documents", integer()},
                                                   {"findings_waiting", integer()},
                                                   {"partnerships", integer()},
                                                   {"agreements", integer()},
                                                   {"activities", integer()},
                                                   {"persons", integer()}})},
                                {"partnerships", list_of(partnership())},
                                {"ends_soon", list_of(ending())}})}};
  Routes all;
  all.push_back({"GET", "/api/v1/overview", get_overview, std::move(operation)});
  return all;
}

}  // namespace kevai::http
