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

Parameter as_of() {
  return {"as_of", "On the tree as it stood on that day; today's where none is given"};
}

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
  return schema::described(object({{"out", schema::described(visits(), "Visits from Viet Nam to Laos that it went on or received")},
                                   {"in", schema::described(visits(), "Those from Laos to Viet Nam")},
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
  return object(
      {{"measure", text()},
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
  operation.answers = {{200, "The tree", object({{"as_of", text()}, {"organisations", list_of(placed)}, {"ended", list_of(ended)}})}};
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
  const auto progress = object({{"target", ref("Target")}, {"newest?", ref("MeasuredNumber")}, {"percent?", ref("Quantity")}});
  Operation operation{
      .id = "getMeasures", .tag = "tree", .summary = "The numbers of an organisation, as it stated them or as they add up below it"};
  operation.parameters = {as_of()};
  operation.answers = {{200, "The numbers",
                        object({{"organisation", ref("OrganisationId")},
                                {"as_of", text()},
                                {"numbers", list_of(ref("MeasuredNumber"))},
                                {"targets", list_of(progress)}})}};
  operation.problems = {400, 404};
  return {"GET", "/api/v1/organisations/{id}/measures", get_measures, std::move(operation), model::RecordKind::organisation};
}

schema::Schema organisation_fields() {
  return schema::described(ref("NewOrganisation"),
                           "Of one to be made; country, level, parent and first day are those of the one before it");
}

/// What is done to the organisation of the path, and answered with what it then is.
Route restructuring(std::string_view last, Handler handler, Operation operation) {
  operation.tag = "tree";
  operation.answers = {{200,
                        "The organisation as it is now, and who came after it",
                        object({{"organisation", ref("StoredOrganisation")}, {"heirs", list_of(ref("OrganisationId"))}}),
                        {"application/json"},
                        {"ETag"}}};
  operation.problems = {400, 404, 409};
  return {"POST", "/api/v1/organisations/{id}/" + std::string(last), handler, std::move(operation), model::RecordKind::organisation};
}

schema::Schema first_day() {
  return text("The first day after it: 2025-07-01");
}

Route merge() {
  const auto into =
      schema::described(object({{"organisation?", ref("OrganisationId")}, {"fields?", organisation_fields()}}), "One of both");
  return restructuring("merge", merge_organisation,
                       {.id = "mergeOrganisation",
                        .summary = "Lets an organisation, and others with it, merge into one",
                        .details = "What is recorded of them stays with them; the one they merge into has it as inherited.",
                        .body = object({{"with?", list_of(ref("OrganisationId"))}, {"into", into}, {"on", first_day()}})});
}

Route split() {
  const auto heir = object({{"organisation?", ref("OrganisationId")},
                            {"fields?", organisation_fields()},
                            {"share", schema::number("Percent")},
                            {"children?", schema::described(list_of(ref("OrganisationId")),
                                                            "Who of those below goes with it; the others go with the greatest")}});
  return restructuring(
      "split", split_organisation,
      {.id = "splitOrganisation",
       .summary = "Divides an organisation among heirs by a rule",
       .details = "Each heir is named or made; the shares add up to 100.",
       .body = object({{"heirs", list_of(heir)}, {"rule", text("What the shares are measured by")}, {"on", first_day()}})});
}

Route rename() {
  return restructuring("rename", rename_organisation,
                       {.id = "renameOrganisation",
                        .summary = "Gives an organisation other names from a day on",
                        .details = "Those it had stay findable among its other names. `heirs` is empty.",
                        .body = object({{"name_vi?", text()}, {"name_lo?", text()}, {"name_en?", text()}, {"on", first_day()}})});
}

Route undo() {
  return restructuring("undo-restructuring", undo_restructuring,
                       {.id = "undoRestructuring",
                        .summary = "Takes back how an organisation ended: it stands again",
                        .details = "What was entered for its heirs since stays theirs; one that was made for it and that nothing names is "
                                   "removed. `heirs` are those that are left.",
                        .body = object({{"reason", text("Why, for the journal")}})});
}

}  // namespace

schema::Components schema::tree_components() {
  return {{"Totals", totals()}, {"MeasuredNumber", measured()}};
}

Routes tree_routes() {
  Routes all;
  for (const auto& make : {tree, organisation_totals, organisation_measures, merge, split, rename, undo}) all.push_back(make());
  return all;
}

}  // namespace kevai::http
