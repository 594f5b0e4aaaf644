#include "http/record_schema.hpp"
#include "http/routes.hpp"
#include "register/rights/offers.hpp"

namespace kevai::http {
namespace {

using schema::integer;
using schema::list_of;
using schema::object;
using schema::ref;
using schema::text;

schema::Schema shown_record() {
  auto properties = object({{"passages", list_of(ref("Passage"))},
                            {"disagreements", list_of(ref("Disagreement"))},
                            {"version?", integer()},
                            {"sharing?", ref("Sharing")}});
  return schema::any_record_and(std::move(properties));
}

AnswerForm one_record() {
  return {200, "The record with what stands behind it",
          object({{"record", shown_record()},
                  {"organisations", ref("OrganisationNames")},
                  {"changes", list_of(ref("Change"))},
                  {"merged", list_of(ref("AnyRecord"))},
                  {"candidates", list_of(ref("Candidate"))},
                  {"notes",
                   schema::described(
                       list_of(object(
                           {{"id", ref("Id")}, {"content", text()}, {"side?", ref("Side")}, {"by?", text()}, {"at?", ref("Timestamp")}})),
                       "Of the caller's own side, the latest first")},
                  {"may", schema::described(list_of(schema::one_of(enum_names<reg::Offer>)), "What the caller may do with it")}})};
}

Route get() {
  Operation operation{.id = "getAnyRecord",
                      .tag = "review",
                      .summary = "A record of whatever kind, with its passages, its journal and what may be the same",
                      .details =
                          "`merged` are the records it stands for, `candidates` the pairs it is one of; the id of a merged "
                          "record answers with the record that stands for it."};
  operation.answers = {one_record()};
  operation.problems = {404};
  return {"GET", "/api/v1/records/{id}", get_any_record, std::move(operation)};
}

Route choose() {
  Operation operation{.id = "chooseStatement",
                      .tag = "review",
                      .summary = "Lets the value stand that a passage states (`citation`), or takes the choice back (`field`)"};
  operation.body = object({{"citation?", ref("Id")}, {"field?", text()}});
  operation.answers = {one_record()};
  operation.problems = {400, 404, 409};
  return {"POST", "/api/v1/records/{id}/choose", choose_statement, std::move(operation)};
}

Route disagreements() {
  Operation operation{
      .id = "listDisagreements", .tag = "review", .summary = "The records with a disagreement nobody has settled, with these alone"};
  auto record = schema::any_record_and(object({{"disagreements", list_of(ref("Disagreement"))}}));
  operation.answers = {
      {200, "All of them", object({{"records", list_of(std::move(record))}, {"organisations", ref("OrganisationNames")}})}};
  return {"GET", "/api/v1/disagreements", list_disagreements, std::move(operation)};
}

Route candidates() {
  Operation operation{.id = "listCandidates",
                      .tag = "review",
                      .summary = "The records that may be the same, the likeliest first",
                      .details = "Persons whose names are spelled otherwise are among them."};
  operation.answers = {
      {200, "All of them", object({{"candidates", list_of(ref("Candidate"))}, {"organisations", ref("OrganisationNames")}})}};
  return {"GET", "/api/v1/candidates", list_candidates, std::move(operation)};
}

Route decide() {
  schema::Schema pair = list_of(ref("Id"));
  pair["minItems"] = pair["maxItems"] = 2;
  Operation operation{.id = "decideCandidates",
                      .tag = "review",
                      .summary = "Says of pairs of records what they are, all or none",
                      .details =
                          "`same` lets the earlier of the two stand for both; `different` asks no more, and parts them where "
                          "they were merged; `open` parts them, and asks again. Of one pair one thing."};
  operation.body = object({{"same?", list_of(pair)}, {"different?", list_of(pair)}, {"open?", list_of(pair)}});
  operation.answers = {{200, "How many of each", object({{"same", integer()}, {"different", integer()}, {"open", integer()}})}};
  operation.problems = {400, 404};
  return {"POST", "/api/v1/candidates/decide", decide_candidates, std::move(operation)};
}

}  // namespace

Routes review_routes() {
  Routes all;
  for (const auto& make : {get, choose, disagreements, candidates, decide}) all.push_back(make());
  return all;
}

}  // namespace kevai::http
