#include "http/record_schema.hpp"
#include "http/routes.hpp"

namespace kevai::http {
namespace {

using schema::integer;
using schema::list_of;
using schema::map_of;
using schema::number;
using schema::object;
using schema::ref;
using schema::text;

Parameter as_of() { return {"as_of", "On the tree as it stood on that day; today's where none is given"}; }

schema::Schema shares() {
  return list_of(object({{"organisation", ref("OrganisationId")}, {"share", number("In percent")}}));
}

schema::Schema visits() {
  return object({{"visits", number()},
                 {"person_trips?", ref("Quantity")},
                 {"visits_without_number?", number()},
                 {"distinct_persons?", number()},
                 {"delegates_not_identified?", number()}});
}

schema::Schema gifts() {
  return object({{"times", number()},
                 {"money?", schema::described(map_of(ref("Quantity")), "By currency")},
                 {"worth?", schema::described(map_of(ref("Quantity")), "Of goods, by currency")},
                 {"goods?", list_of(object({{"item", text()}, {"unit?", text()}, {"value?", ref("Quantity")}}))}});
}

schema::Schema totals() {
  return schema::described(object({{"out", schema::described(visits(), "The visits the organisation went on")},
                                   {"in", schema::described(visits(), "Those it received")},
                                   {"courses?", number()},
                                   {"trainees?", ref("Quantity")},
                                   {"women?", ref("Quantity")},
                                   {"given", gifts()},
                                   {"received", gifts()},
                                   {"agreements_in_force", number()},
                                   {"commitments", schema::described(map_of(number()), "By state")},
                                   {"undated?", number()}}),
                           "What a divided organisation had is divided by the shares, so counts may have decimals");
}

schema::Schema measured() {
  return object({{"measure", text()},
                 {"valid_from?", ref("PartialDate")},
                 {"valid_to?", ref("PartialDate")},
                 {"value?", ref("Quantity")},
                 {"stated?", schema::described(ref("Id"), "The observation by which the organisation states it itself")},
                 {"stated_on?", ref("PartialDate")},
                 {"reported", integer("How many of those directly below have a number")},
                 {"of", integer("How many there are directly below")},
                 {"numbers", integer("How many stated numbers it is the sum of")},
                 {"inherited?", list_of(object({{"organisation", ref("OrganisationId")}, {"share", number()}, {"value", ref("Quantity")}}))},
                 {"together?", ref("Quantity")}});
}

Route tree() {
  const auto placed = schema::both(ref("Organisation"), object({{"depth", integer()}, {"inherited?", shares()}}));
  const auto ended = schema::both(ref("Organisation"), object({{"heirs?", shares()}}));
  Operation operation{.id = "getTree",
                      .tag = "tree",
                      .summary = "The tree of organisations as it stood on a day",
                      .details = "Each organisation after its `parent` on that day; `ended` are those that were no more."};
  operation.parameters = {as_of(), {"country", "Only of this country", schema::one_of({"VN", "LA"})}};
  operation.answers = {
      {200, "The tree", object({{"as_of", text()}, {"organisations", list_of(placed)}, {"ended", list_of(ended)}})}};
  operation.problems = {400};
  return {"GET", "/api/v1/tree", get_tree, std::move(operation)};
}

Route organisation_totals() {
  const auto share = object({{"organisation", ref("OrganisationId")}, {"share", number()}, {"totals", ref("Totals")}});
  Operation operation{.id = "getTotals",
                      .tag = "tree",
                      .summary = "What an organisation has to show over a period, with what it inherited",
                      .details = "What it has by several ways counts once in `together`; `with_below` takes in all that stand below it."};
  operation.parameters = {as_of(),
                          {"from", "The first day, month or year; left out, that end is open"},
                          {"to", "The last day, month or year; left out, that end is open"},
                          {"below", "Also with all that stand below it?", schema::boolean()}};
  operation.answers = {{200, "The totals",
                        object({{"organisation", ref("OrganisationId")},
                                {"as_of", text()},
                                {"from?", ref("PartialDate")},
                                {"to?", ref("PartialDate")},
                                {"heirs?", shares()},
                                {"own", ref("Totals")},
                                {"inherited", list_of(share)},
                                {"together", ref("Totals")},
                                {"with_below?", ref("Totals")}})}};
  operation.problems = {400, 404};
  return {"GET", "/api/v1/organisations/{id}/totals", get_totals, std::move(operation), model::RecordKind::organisation};
}

Route organisation_measures() {
  const auto progress =
      object({{"target", ref("Target")}, {"newest?", ref("MeasuredNumber")}, {"percent?", ref("Quantity")}});
  Operation operation{.id = "getMeasures",
                      .tag = "tree",
                      .summary = "The numbers of an organisation, as it stated them or as they add up below it"};
  operation.parameters = {as_of()};
  operation.answers = {{200, "The numbers",
                        object({{"organisation", ref("OrganisationId")},
                                {"as_of", text()},
                                {"numbers", list_of(ref("MeasuredNumber"))},
                                {"targets", list_of(progress)}})}};
  operation.problems = {400, 404};
  return {"GET", "/api/v1/organisations/{id}/measures", get_measures, std::move(operation), model::RecordKind::organisation};
}

}  // namespace

schema::Components schema::tree_components() { return {{"Totals", totals()}, {"MeasuredNumber", measured()}}; }

Routes tree_routes() {
  Routes all;
  for (const auto& make : {tree, organisation_totals, organisation_measures}) all.push_back(make());
  return all;
}

}  // namespace kevai::http
