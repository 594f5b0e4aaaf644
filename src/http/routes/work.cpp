#include "http/record_schema.hpp"
#include "http/routes.hpp"
#include "register/due.hpp"

namespace kevai::http {
namespace {

using schema::boolean;
using schema::integer;
using schema::list_of;
using schema::object;
using schema::ref;
using schema::text;

Route due() {
  Operation operation{.id = "listDue",
                      .tag = "work",
                      .summary = "What runs out, falls due or returns, the nearest first",
                      .details =
                          "What is past is told for 90 days, and only while something is still to be done about it: an "
                          "agreement nothing followed, a commitment not done, a proposal undecided, an activity still planned."};
  operation.parameters = {{"days", "How far ahead to look; 365 unless told", integer()}, {"partnership", "Only of this partnership"}};
  operation.answers = {{200, "All of it",
                        object({{"today", ref("PartialDate")},
                                {"due", list_of(object({{"kind", schema::one_of(enum_names<reg::DueKind>)},
                                                        {"day", ref("PartialDate")},
                                                        {"days_left", integer("Negative once it is past")},
                                                        {"number?", integer("Which anniversary it is")},
                                                        {"round?", boolean("Is that a multiple of five?")},
                                                        {"record", ref("AnyRecord")}}))},
                                {"organisations", ref("OrganisationNames")}})}};
  operation.problems = {400};
  return {"GET", "/api/v1/due", list_due, std::move(operation)};
}

schema::Schema trained() {
  return object({{"trainees?", ref("Quantity")},
                 {"women?", ref("Quantity")},
                 {"certificates?", ref("Quantity")},
                 {"list_incomplete", boolean("Fewer trainees are entered than stated: the numbers are those stated")}});
}

Route cascade() {
  Operation operation{.id = "getCascade",
                      .tag = "work",
                      .summary = "What became of a course: the classes its instructors taught onward, and theirs, each counted once"};
  auto generation = schema::both(trained(), object({{"courses", list_of(ref("Id"))}}));
  auto whole = schema::both(trained(), object({{"distinct_persons", integer("Different persons among the trainees entered by name")},
                                               {"generations", list_of(std::move(generation))}}));
  operation.answers = {{200, "By generation, the course itself first", std::move(whole)}};
  operation.problems = {404};
  return {"GET", "/api/v1/courses/{id}/cascade", get_cascade, std::move(operation)};
}

Route renewal() {
  Operation operation{.id = "carryOver",
                      .tag = "work",
                      .summary = "Carries over to this agreement what is not done of the one it renews, each commitment once"};
  operation.answers = {{200, "The commitments made", object({{"commitments", list_of(ref("Id"))}})}};
  operation.body = object({});
  operation.body_required = false;
  operation.problems = {400, 404};
  return {"POST", "/api/v1/agreements/{id}/carry-over", carry_over, std::move(operation)};
}

Route proposal() {
  Operation operation{.id = "routeProposal",
                      .tag = "work",
                      .summary = "A step of a proposal: submitted, forwarded up the tree, sent back, accepted or declined",
                      .details =
                          "`desk` is where it lies next; left out, the addressee when submitted, one level up when forwarded. "
                          "Accepted, it becomes a commitment (of `agreement`, where one is named)."};
  operation.body = object({{"step", schema::one_of({"submit", "forward", "send_back", "accept", "decline"})},
                           {"desk?", ref("OrganisationId")},
                           {"reason?", text("Wanted when it is sent back or declined")},
                           {"agreement?", ref("Id")}});
  operation.answers = {{200, "The proposal as it now is", ref("Proposal"), {"application/json"}, {"ETag"}}};
  operation.problems = {400, 404, 409, 412};
  return {"POST", "/api/v1/proposals/{id}/route", route_proposal, std::move(operation)};
}

Route desk() {
  Operation operation{
      .id = "listDesk",
      .tag = "work",
      .summary = "The proposals: first those whose next step is the caller's, then those that lie elsewhere, then the latest decided"};
  operation.answers = {{200, "At most a hundred of each state",
                        object({{"items", list_of(object({{"record", ref("Proposal")},
                                                          {"yours", boolean("The next step is the caller's to take")},
                                                          {"days_left?", integer("Negative once it is overdue")}}))},
                                {"organisations", ref("OrganisationNames")}})}};
  return {"GET", "/api/v1/desk", list_desk, std::move(operation)};
}

Routes certificates() {
  Operation told{.id = "getCertificate",
                 .tag = "work",
                 .summary = "Verifies a certificate by the number printed on it: that it was given, to whom and for what"};
  told.answers = {{200, "It was given",
                   object({{"number", text()},
                           {"name", text()},
                           {"certified_on?", ref("PartialDate")},
                           {"programme", text()},
                           {"cohort?", integer()},
                           {"stage?", text()},
                           {"date?", ref("PartialDate")},
                           {"end_date?", ref("PartialDate")},
                           {"organiser?", ref("Party")},
                           {"organisations", ref("OrganisationNames")}})}};
  told.problems = {404};
  Operation page{.id = "getCertificatePage", .tag = "work", .summary = "The same as a page for anybody"};
  page.answers = {{200, "It was given", text(), {"text/html"}}, {404, "There is no such certificate", text(), {"text/html"}}};
  Routes all;
  all.push_back({"GET", "/api/v1/certificates/{id}", get_certificate, std::move(told)});
  all.push_back({"GET", "/certificates/{id}", get_certificate_page, std::move(page)});
  for (auto& route : all) route.open = true;
  return all;
}

schema::Schema calendar() {
  return object({{"id", ref("Id")},
                 {"label", text("Whose it is")},
                 {"language", schema::one_of({"vi", "lo", "en"})},
                 {"partnership?", ref("Id")},
                 {"made_by", text()},
                 {"made_at", ref("Timestamp")},
                 {"revoked_at?", ref("Timestamp")}});
}

Routes calendars() {
  Operation list{.id = "listCalendars", .tag = "work", .summary = "The calendars that are read by a secret address, the newest first"};
  list.answers = {{200, "All of them, without their addresses", object({{"calendars", list_of(calendar())}})}};
  Operation make{
      .id = "makeCalendar", .tag = "work", .summary = "Makes a calendar address, of one partnership or of all; it is shown this once"};
  make.body = object({{"label", text("Whose it is")}, {"partnership?", ref("Id")}, {"language?", schema::one_of({"vi", "lo", "en"})}});
  make.answers = {{201, "The calendar, with the path a calendar program reads", schema::both(calendar(), object({{"path", text()}}))}};
  make.problems = {400, 404};
  Operation revoke{.id = "revokeCalendar", .tag = "work", .summary = "Lets the address answer no more"};
  revoke.answers = {{200, "Done", object({{"id", ref("Id")}})}};
  revoke.problems = {404};
  Operation read{.id = "readCalendar", .tag = "work", .summary = "The calendar (RFC 5545) of that secret, with `.ics` behind it or not"};
  read.answers = {{200, "Planned activities with their programme, what falls due, anniversaries", text(), {"text/calendar"}}};
  read.problems = {404};
  Routes all;
  all.push_back({"GET", "/api/v1/calendars", list_calendars, std::move(list)});
  all.push_back({"POST", "/api/v1/calendars", make_calendar, std::move(make)});
  all.push_back({"DELETE", "/api/v1/calendars/{id}", revoke_calendar, std::move(revoke)});
  all.push_back({"GET", "/api/v1/calendars/{id}", get_calendar, std::move(read)});
  all.back().open = true;  // its secret says who may read it
  return all;
}

}  // namespace

Routes work_routes() {
  Routes all{due(), cascade(), renewal(), proposal(), desk()};
  for (auto& some : {certificates(), calendars()})
    for (const auto& route : some) all.push_back(route);
  return all;
}

}  // namespace kevai::http
