#include "http/page.hpp"
#include "http/plural.hpp"
#include "http/record_schema.hpp"
#include "http/routes.hpp"
#include "model/document.hpp"

namespace kevai::http {
namespace {

using schema::integer;
using schema::list_of;
using schema::object;
using schema::ref;
using schema::text;

schema::Schema any_object() {
  schema::Schema any;
  any["type"] = "object";
  return any;
}

Route personal(model::RecordKind kind) {
  const std::string plural(plural_of(kind));
  Operation operation{.id = "getPersonalData" + schema::name_of_kind(kind),
                      .tag = "privacy",
                      .summary = "All that the register holds of somebody, as it can be handed to them",
                      .details =
                          "As far as the caller may see it. Of a trainee or a member of a delegation whom the register knows as a "
                          "person: of that person."};
  const auto some = [] { return list_of(any_object()); };
  operation.answers = {{200, "Their data",
                        object({{"made_at", ref("Timestamp")},
                                {"person?", any_object()},
                                {"also_recorded_as?", some()},
                                {"posts?", some()},
                                {"trainings?", some()},
                                {"delegations?", some()},
                                {"awards?", some()},
                                {"headed?", some()},
                                {"files", some()},
                                {"passages", some()},
                                {"history", some()},
                                {"readings", some()}})}};
  operation.problems = {403, 404};
  return {"GET", "/api/v1/" + plural + "/{id}/personal", get_personal_data, std::move(operation), kind};
}

Route erase(model::RecordKind kind) {
  const std::string plural(plural_of(kind));
  Operation operation{.id = "erasePersonalData" + schema::name_of_kind(kind),
                      .tag = "privacy",
                      .summary = "Erases somebody's personal data for good; what is counted stays",
                      .details =
                          "For administrators. Names, posts and roles become `***` in records, history and search; certificates still "
                          "tell that they were given. Files kept with somebody are erased; in notes and disputes of one's own side `***` "
                          "stands for the name. What published articles say stays in them, and is listed."};
  operation.body = object({{"reason", text("For the journal; it should not name the person")}});
  const auto mention = object({{"kind", text("Of a record, or `document`")},
                               {"id", ref("AnyId")},
                               {"title?", text("Of a document")},
                               {"fields", schema::described(list_of(text()), "`dispute`: in what a side wrote as it disputed a field")},
                               {"href", text("Where it is to be read")}});
  operation.answers = {
      {200, "Done",
       object({{"erased", list_of(ref("Id"))},
               {"left", schema::described(list_of(ref("Id")), "Records of the other side, which alone may erase them")},
               {"still_named",
                schema::described(list_of(mention), "What names them still, as far as the caller may see it: a person must look at that")},
               {"still_named_more", schema::boolean("There is more than is listed")}})}};
  operation.problems = {400, 403, 404};
  return {"POST", "/api/v1/" + plural + "/{id}/erase", erase_personal_data, std::move(operation), kind};
}

Route journal() {
  Operation operation{.id = "listJournal",
                      .tag = "privacy",
                      .summary = "Who did what, and who read whose personal data, the latest first",
                      .details = "For administrators: what their own side did, with records they may see."};
  auto limit = integer();
  limit["minimum"] = 1;
  limit["maximum"] = most_items;
  limit["default"] = usual_items;
  operation.parameters = {{"record", "Only what was done to it, and who read its personal data"},
                          {"account", "Only what this account did"},
                          {"action", "Only one kind of deed", schema::one_of(enum_names<model::Action>)},
                          {"from", "From this day or moment on (UTC)"},
                          {"until", "Until the end of this day, or this moment (UTC)"},
                          {"limit", "How many at most", std::move(limit)},
                          {"cursor", "Where the page before ended: its `next`"}};
  operation.answers = {{200,
                        "A page",
                        object({{"items", list_of(object({{"number", integer("Its place in the journal")},
                                                          {"id", ref("Id")},
                                                          {"at", ref("Timestamp")},
                                                          {"by", text()},
                                                          {"action", schema::one_of(enum_names<model::Action>)},
                                                          {"record", text()},
                                                          {"record_kind", text()},
                                                          {"account?", ref("Id")},
                                                          {"session?", text("The session or token it came by")},
                                                          {"address?", schema::one_of({"loopback", "private", "public"})},
                                                          {"side?", text()},
                                                          {"reason?", text("Of an erasure")},
                                                          {"records?", list_of(text("What was read"))},
                                                          {"hash", text("Of this entry, which the next one holds")}}))},
                                {"next?", text("The cursor of the following page; left out on the last")}}),
                        {"application/json"},
                        {"Link"}}};
  operation.problems = {400, 403};
  return {"GET", "/api/v1/journal", list_journal, std::move(operation)};
}

}  // namespace

Routes privacy_routes() {
  Routes all;
  for (const auto kind : {model::RecordKind::person, model::RecordKind::trainee, model::RecordKind::delegate}) {
    all.push_back(personal(kind));
    all.push_back(erase(kind));
  }
  all.push_back(journal());
  return all;
}

}  // namespace kevai::http
