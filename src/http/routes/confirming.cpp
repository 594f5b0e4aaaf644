#include <fmt/format.h>

#include "http/page.hpp"
#include "http/plural.hpp"
#include "http/record_schema.hpp"
#include "http/routes.hpp"
#include "model/confirmation.hpp"
#include "register/proposals.hpp"
#include "register/rights/permission.hpp"

namespace kevai::http {
namespace {

using model::RecordKind;
using schema::list_of;
using schema::object;
using schema::ref;
using schema::text;

schema::Schema side() {
  return schema::described(ref("Side"), "Of the keeper alone, who says for which side; an account speaks for its own");
}

/// What stands by itself and is not of the frame: it can be kept back, and shown.
bool goes_by_itself(RecordKind kind) {
  switch (kind) {
    case RecordKind::note:
    case RecordKind::trainee:
    case RecordKind::delegate:
    case RecordKind::agenda_item:
    case RecordKind::attachment:
      return false;
    default:
      return !reg::is_frame(kind);
  }
}

struct Act {
  const char* verb;
  const char* summary;
  Handler handler;
  bool joint_only;
};

constexpr Act acts[] = {
    {"release", "Shows a draft, with its parts, to the other side: its own side's confirmation of a record of kind {}", release_record,
     false},
    {"withdraw", "Takes back what the caller's side said last: that a record of kind {} is public, else that it was released",
     withdraw_record, false},
    {"confirm", "The caller's side says that a record of kind {} is right as it stands", confirm_record, true},
    {"dispute", "The caller's side holds a field of a record of kind {} to be otherwise", dispute_record, true},
    {"settle", "Ends a dispute of a record of kind {}: its owner takes the figure, or who disputed drops it", settle_record, true},
    {"publish", "The caller's side agrees that everyone sees a record of kind {}; once both do, everyone does", publish_record, true}};

schema::Schema body_of(std::string_view verb) {
  if (verb == "dispute")
    return object({{"field", text()},
                   {"figure", schema::described({}, "As the field stands in the record's JSON; null: it should be empty")},
                   {"reason", text()},
                   {"side?", side()}});
  if (verb == "settle") return object({{"dispute", ref("Id")}, {"outcome", schema::one_of({"taken", "dropped"})}, {"side?", side()}});
  return object({{"side?", side()}});
}

Route route_of(const Act& act, RecordKind kind) {
  const std::string name = schema::name_of_kind(kind);
  Operation operation{.id = act.verb + name,
                      .tag = std::string(plural_of(kind)),
                      .summary = fmt::format(fmt::runtime(act.summary), schema::words_of_kind(kind)),
                      .body = body_of(act.verb)};
  operation.body_required = std::string_view(act.verb) == "dispute" || std::string_view(act.verb) == "settle";
  operation.parameters = {{"If-Match", "The ETag of the version that is meant", text(), false, Parameter::In::header}};
  operation.answers = {{200, "The record as it stands now", schema::ref("Stored" + name), {"application/json"}, {"ETag"}}};
  operation.problems = {400, 404, 409, 412};
  return {"POST", fmt::format("/api/v1/{}/{{id}}/{}", plural_of(kind), act.verb), act.handler, std::move(operation), kind};
}

schema::Schema inbox_page() {
  const auto item = object({{"asked", schema::one_of(enum_names<model::Asked>)},
                            {"since", ref("Timestamp")},
                            {"due_on?", ref("PartialDate")},
                            {"days_left?", schema::integer("Negative once it is overdue")},
                            {"overdue?", schema::boolean()},
                            {"record", ref("AnyRecord")},
                            {"sharing", ref("Sharing")},
                            {"changed", list_of(ref("FieldChange"))},
                            {"parts", list_of(ref("PartChange"))}});
  return object({{"side", ref("Side")},
                 {"items", list_of(item)},
                 {"total", schema::integer("Of all pages")},
                 {"counts", schema::map_of(schema::integer())},
                 {"organisations", ref("OrganisationNames")},
                 {"next?", text("The cursor of the following page")}});
}

Route inbox() {
  Operation operation{
      .id = "getInbox", .tag = "inbox", .summary = "What waits for the caller's side, as far as they may answer for it, the oldest first"};
  auto limit = schema::integer();
  limit["minimum"] = 1;
  limit["maximum"] = most_items;
  limit["default"] = usual_items;
  operation.parameters = {
      {"asked", "Only what is asked so; without it all but the side's own drafts", schema::one_of(enum_names<model::Asked>)},
      {"side", "Of the keeper alone: which side's", ref("Side")},
      {"limit", "How many at most", std::move(limit)},
      {"cursor", "Where the page before ended: its `next`"}};
  operation.answers = {{200, "A page", inbox_page(), {"application/json"}, {"Link"}}};
  operation.problems = {400};
  return {"GET", "/api/v1/inbox", get_inbox, std::move(operation)};
}

Route many(Operation operation, const char* path, const char* done, Handler handler) {
  operation.tag = "inbox";
  operation.body = object({{"records?", list_of(ref("Id"))},
                           {"all?", schema::boolean("All that wait for it, the oldest first, up to a thousand")},
                           {"all_or_none?", schema::boolean("Nothing is kept where one is refused")},
                           {"side?", side()}});
  const auto refused = list_of(object({{"record", text()}, {"code", text()}, {"detail", text("In the language asked for")}}));
  operation.answers = {{200, "What came of each", object({{done, list_of(ref("Id"))}, {"refused", refused}})}};
  operation.problems = {400, 409};
  return {"POST", path, handler, std::move(operation)};
}

Route confirming_many() {
  Operation operation{.id = "confirmMany", .summary = "Confirms many records at once, each by itself unless all or none are wanted"};
  return many(std::move(operation), "/api/v1/inbox/confirm", "confirmed", confirm_many);
}

Route releasing_many() {
  Operation operation{
      .id = "releaseMany",
      .summary = "Releases many drafts at once, each by itself unless all or none are wanted; what one names goes before it"};
  return many(std::move(operation), "/api/v1/inbox/release", "released", release_many);
}

Route steps() {
  Operation operation{.id = "listProposalSteps", .tag = "work", .summary = "The way of a proposal so far: who took which step, and when"};
  operation.answers = {
      {200, "The earliest first",
       object({{"steps", list_of(object({{"step", schema::one_of(enum_names<reg::ProposalStep>)},
                                         {"by", text()},
                                         {"side?", ref("Side")},
                                         {"at", ref("Timestamp")},
                                         {"from?", ref("OrganisationId")},
                                         {"to?", ref("OrganisationId")},
                                         {"reason?", text()}}))},
               {"may", schema::described(list_of(schema::one_of(enum_names<reg::ProposalStep>)), "The steps the caller may take now")},
               {"days_left?", schema::integer("Until its date, while it is undecided; negative once it is overdue")},
               {"organisations", ref("OrganisationNames")}})}};
  operation.problems = {404};
  return {"GET", "/api/v1/proposals/{id}/steps", list_proposal_steps, std::move(operation)};
}

Routes open_to_everyone() {
  Operation list{.id = "listPublicRecords", .tag = "public", .summary = "The records both sides agreed to make public, the latest first"};
  auto limit = schema::integer();
  limit["minimum"] = 1;
  limit["maximum"] = most_items;
  limit["default"] = usual_items;
  list.parameters = {{"limit", "How many at most", std::move(limit)}, {"cursor", "Where the page before ended: its `next`"}};
  list.answers = {{200,
                   "A page",
                   object({{"items", list_of(ref("AnyRecord"))},
                           {"total", schema::integer()},
                           {"organisations", ref("OrganisationNames")},
                           {"next?", text()}}),
                   {"application/json"},
                   {"Link"}}};
  list.problems = {400};
  Operation page{.id = "getPublicPage", .tag = "public", .summary = "The same as a page for anybody"};
  page.parameters = {{"cursor", "Where the page before ended"}};
  page.answers = {{200, "The page", text(), {"text/html"}}};
  page.problems = {400};
  Routes all;
  all.push_back({"GET", "/api/v1/public/records", list_public_records, std::move(list)});
  all.push_back({"GET", "/public", get_public_page, std::move(page)});
  for (auto& route : all) route.open = true;
  return all;
}

}  // namespace

Routes confirming_routes() {
  Routes all{inbox(), confirming_many(), releasing_many(), steps()};
  for (auto& route : open_to_everyone()) all.push_back(std::move(route));
  for (const auto kind : all_kinds())
    for (const Act& act : acts)
      if (act.joint_only ? reg::is_joint(kind) : goes_by_itself(kind)) all.push_back(route_of(act, kind));
  return all;
}

}  // namespace kevai::http
