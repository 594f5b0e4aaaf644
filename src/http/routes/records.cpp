#include <fmt/format.h>

#include "http/page.hpp"
#include "http/plural.hpp"
#include "http/record_query.hpp"
#include "http/record_schema.hpp"
#include "http/routes.hpp"
#include "model/field.hpp"

namespace kevai::http {
namespace {

using model::RecordKind;
using In = Parameter::In;

/// The names of one kind, as its routes speak of it.
struct Names {
  RecordKind kind;
  std::string plural = std::string(plural_of(kind));
  std::string schema = schema::name_of_kind(kind);
  std::string words = schema::words_of_kind(kind);
  std::string path = "/api/v1/" + plural;

  schema::Schema stored() const { return schema::ref("Stored" + schema); }
  schema::Schema sent() const { return schema::ref("New" + schema); }
};

const std::string wants_version = "The ETag of the version that is meant; `*` for whichever there is";

Parameter if_match(bool required) {
  return {"If-Match", wants_version, schema::text(), required, In::header};
}

Parameter limit() {
  auto schema = schema::integer();
  schema["minimum"] = 1;
  schema["maximum"] = most_items;
  schema["default"] = usual_items;
  return {"limit", "How many at most", std::move(schema)};
}

Parameter cursor() {
  return {"cursor", "Where the page before ended: its `next`"};
}

/// The conditions a list takes, a parameter each.
Parameter conditions(const Names& names) {
  schema::Schema all = schema::map_of(schema::text());
  auto& properties = all["properties"].emplace_object();
  for (const auto& field : model::fields_of(names.kind)) {
    properties[field.name] = schema::text();
    using model::FieldType;
    if (field.type != FieldType::date && field.type != FieldType::integer && field.type != FieldType::quantity) continue;
    properties[std::string(field.name) + ".from"] = schema::text();
    properties[std::string(field.name) + ".to"] = schema::text();
  }
  return {.name = "where",
          .what =
              "Conditions, a parameter each: `field=value` (empty: the field is empty), `field.from=`, `field.to=`, and along "
              "references `agreement.partnership=ID`, `partnership.parties=la.attapeu`",
          .schema = std::move(all),
          .many = true};
}

Parameter sort(const Names& names) {
  schema::Schema schema = schema::text();
  schema["default"] = "id";
  auto& list = schema["enum"].emplace_array();
  for (const auto& name : sortable(names.kind)) {
    list.push_back(boost::json::string(name));
    list.push_back(boost::json::string("-" + name));
  }
  return {"sort", "The field to sort by; with `-` the greatest first", std::move(schema)};
}

Route list(const Names& names) {
  Operation operation{
      .id = "list" + names.schema, .tag = names.plural, .summary = fmt::format("The records of kind {}, page by page", names.words)};
  operation.parameters = {conditions(names),
                          sort(names),
                          limit(),
                          cursor(),
                          {"total", "Also count all that fit?", schema::boolean()},
                          {"removed", "Those that were removed, instead of those that stand?", schema::boolean()}};
  operation.answers = {{200,
                        "A page",
                        schema::object({{"items", schema::list_of(names.stored())},
                                        {"next?", schema::text("The cursor of the following page; left out on the last")},
                                        {"total?", schema::integer()}}),
                        {"application/json"},
                        {"Link"}}};
  operation.problems = {400};
  return {"GET", names.path, list_records, std::move(operation), names.kind};
}

Route create(const Names& names) {
  Operation operation{.id = "create" + names.schema,
                      .tag = names.plural,
                      .summary = fmt::format("Makes a record of kind {}", names.words),
                      .body = names.sent()};
  if (names.kind == RecordKind::organisation) operation.details = "It brings its readable `id`, or gets one from its country and name.";
  operation.parameters = {{"Idempotency-Key",
                           "Anything of the caller's own, at most 200 visible ASCII characters: sent again within a day with the "
                           "same body it makes nothing and is answered as before; with another body it is refused with 409",
                           schema::text(), false, In::header}};
  operation.answers = {{201, "It was made", names.stored(), {"application/json"}, {"ETag", "Location"}}};
  operation.problems = {400, 409};
  return {"POST", names.path, create_record, std::move(operation), names.kind};
}

Route get(const Names& names) {
  Operation operation{.id = "get" + names.schema,
                      .tag = names.plural,
                      .summary = fmt::format("One record of kind {}", names.words),
                      .details =
                          "One that was merged into another answers with that other one; one that was removed says when "
                          "and why."};
  operation.parameters = {{"as_of", "As it was at the end of that day, or at that timestamp (UTC)"},
                          {"If-None-Match", "The ETag of the version the caller has", schema::text(), false, In::header}};
  operation.answers = {{200, "The record", names.stored(), {"application/json"}, {"ETag"}},
                       {304, "The caller has this version", {}, {}, {"ETag"}}};
  operation.problems = {400, 404};
  return {"GET", names.path + "/{id}", get_record, std::move(operation), names.kind};
}

Route change(const Names& names) {
  Operation operation{.id = "change" + names.schema,
                      .tag = names.plural,
                      .summary = fmt::format("Sets fields of a record of kind {}", names.words),
                      .details = "JSON Merge Patch (RFC 7396): what is not named stays, null empties a field.",
                      .body = names.sent(),
                      .body_types = {"application/merge-patch+json", "application/json"}};
  operation.parameters = {if_match(true)};
  operation.answers = {{200, "The record as it is now", names.stored(), {"application/json"}, {"ETag"}}};
  operation.problems = {400, 404, 409, 412, 428};
  return {"PATCH", names.path + "/{id}", change_record, std::move(operation), names.kind};
}

Route remove(const Names& names) {
  Operation operation{.id = "remove" + names.schema,
                      .tag = names.plural,
                      .summary = fmt::format("Marks a record of kind {} as removed", names.words),
                      .details = "Nothing is lost: it is in no list any more, and can be restored.",
                      .body = schema::object({{"reason?", schema::text("Why; else the parameter says it")}}),
                      .body_required = false};
  operation.parameters = {if_match(true), {"reason", "Why, where no body says it"}};
  operation.answers = {{200, "The record with its mark", names.stored(), {"application/json"}, {"ETag"}}};
  operation.problems = {400, 404, 409, 412, 428};
  return {"DELETE", names.path + "/{id}", remove_record, std::move(operation), names.kind};
}

Route restore(const Names& names) {
  Operation operation{.id = "restore" + names.schema,
                      .tag = names.plural,
                      .summary = fmt::format("Lets a removed record of kind {} stand again", names.words),
                      .body = schema::object({}),
                      .body_required = false};
  operation.parameters = {if_match(false)};
  operation.answers = {{200, "The record as it is now", names.stored(), {"application/json"}, {"ETag"}}};
  operation.problems = {400, 404, 409, 412};
  return {"POST", names.path + "/{id}/restore", restore_record, std::move(operation), names.kind};
}

Route revert(const Names& names) {
  Operation operation{.id = "revert" + names.schema,
                      .tag = names.plural,
                      .summary = fmt::format("Makes a record of kind {} what it was after an earlier change", names.words),
                      .body = schema::object({{"change", schema::ref("Id")}})};
  operation.parameters = {if_match(true)};
  operation.answers = {{200, "The record as it is now", names.stored(), {"application/json"}, {"ETag"}}};
  operation.problems = {400, 404, 409, 412, 428};
  return {"POST", names.path + "/{id}/revert", revert_record, std::move(operation), names.kind};
}

Route history(const Names& names) {
  Operation operation{.id = "history" + names.schema,
                      .tag = names.plural,
                      .summary = fmt::format("What was done to a record of kind {}, the latest first", names.words)};
  operation.parameters = {limit(), cursor()};
  operation.answers = {{200,
                        "A page",
                        schema::object({{"items", schema::list_of(schema::ref("Change"))}, {"next?", schema::text()}}),
                        {"application/json"},
                        {"Link"}}};
  operation.problems = {400, 404};
  return {"GET", names.path + "/{id}/history", list_changes, std::move(operation), names.kind};
}

}  // namespace

Routes record_routes() {
  Routes all;
  for (const auto kind : all_kinds()) {
    for (const auto& make : {list, get, change, remove, history, revert, restore}) all.push_back(make(Names{kind}));
    // An attachment is made of the bytes of a file.
    if (kind != RecordKind::attachment) all.push_back(create(Names{kind}));
  }
  return all;
}

}  // namespace kevai::http
