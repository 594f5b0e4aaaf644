#include "http/record_schema.hpp"
#include "http/routes.hpp"
#include "register/rights/offers.hpp"

namespace kevai::http {
namespace {

using schema::boolean;
using schema::integer;
using schema::list_of;
using schema::object;
using schema::ref;
using schema::text;

schema::Schema document() {
  return object(
      {{"id", ref("Id")},
       {"title", text()},
       {"file_name", text()},
       {"language", schema::one_of({"vi", "lo", "en"})},
       {"dateline?", ref("PartialDate")},
       {"sample", boolean("One of the program's own made-up articles?")},
       {"added_at", ref("Timestamp")},
       {"sharing",
        schema::described(schema::one_of({"draft", "released", "open"}),
                          "A draft is for the side that added it; released, the other side reads it and the passages cited from it")},
       {"findings", object({{"waiting", integer()}, {"accepted", integer()}, {"rejected", integer()}})}});
}

schema::Schema finding() {
  return object({{"id", ref("Id")},
                 {"position", integer("Its place among the document's findings, from 1")},
                 {"state", schema::one_of({"waiting", "accepted", "rejected"})},
                 {"record?", ref("Id")},
                 {"disagreements?", list_of(object({{"field", text()}, {"settled", boolean()}}))},
                 {"certainty?", schema::described(schema::one_of({"sure", "fair", "doubtful"}),
                                                  "The fact's `confidence` in a word: `sure` from 0.85, `fair` from 0.60")},
                 {"fact", ref("Fact")}});
}

Route list() {
  Operation operation{.id = "listDocuments", .tag = "documents", .summary = "The documents, newest first"};
  operation.answers = {{200, "All of them", object({{"documents", list_of(document())}})}};
  return {"GET", "/api/v1/documents", list_documents, std::move(operation)};
}

Route add() {
  Operation operation{.id = "addDocument",
                      .tag = "documents",
                      .summary = "Stores a document and what it states as findings that wait",
                      .details =
                          "Text, HTML, DOCX and PDF with a text layer are read. Either `text`, what was pasted, or "
                          "`base64`, the file's bytes."};
  operation.body = object({{"file_name?", text()},
                           {"text?", text()},
                           {"base64?", text()},
                           {"date?", schema::described(ref("PartialDate"), "A day, where the text does not say when it was published")}});
  const auto added = object({{"document", ref("Id")}, {"title", text()}, {"already_there", boolean()}, {"findings", integer()}});
  operation.answers = {{201, "It was stored", added}, {200, "The same bytes were there", added}};
  operation.problems = {400, 422};
  return {"POST", "/api/v1/documents", add_document, std::move(operation)};
}

schema::Schema whole_document() {
  return object({{"document", schema::both(document(), object({{"text", text()}}))},
                 {"organisations", ref("OrganisationNames")},
                 {"findings", list_of(finding())},
                 {"may", schema::described(list_of(schema::one_of(enum_names<reg::Offer>)), "What the caller may do with it")}});
}

Route get() {
  Operation operation{.id = "getDocument",
                      .tag = "documents",
                      .summary = "A document, its text and its findings",
                      .details = "`begin` and `end` are byte offsets into the UTF-8 of `text`."};
  operation.answers = {{200, "The document", whole_document()}};
  operation.problems = {404};
  return {"GET", "/api/v1/documents/{id}", get_document, std::move(operation)};
}

/// Shows it to the other side, or keeps it back again.
Route share(const std::string& verb, const std::string& summary, Handler handler) {
  Operation operation{.id = verb + "Document", .tag = "documents", .summary = summary};
  operation.body = object({});
  operation.body_required = false;
  operation.answers = {{200, "The document", whole_document()}};
  operation.problems = {404};
  return {"POST", "/api/v1/documents/{id}/" + verb, handler, std::move(operation)};
}

Route remove() {
  Operation operation{.id = "removeDocument",
                      .tag = "documents",
                      .summary = "Takes a document out for good, as it was added by mistake",
                      .details = "Its text and what was found in it are gone; refused (409) once facts of it were accepted."};
  operation.answers = {{200, "It is gone", object({{"id", ref("Id")}})}};
  operation.problems = {404, 409};
  return {"DELETE", "/api/v1/documents/{id}", remove_document, std::move(operation)};
}

Route explanation() {
  Operation operation{.id = "explainFinding",
                      .tag = "documents",
                      .summary = "What lies behind a finding, told by reading its document again",
                      .details =
                          "Without `explanation` where the program reads the passage differently from when the document "
                          "was stored."};
  operation.answers = {{200, "The explanation",
                        object({{"finding", ref("Id")},
                                {"rule", text()},
                                {"explanation?", schema::described(schema::Schema{{"type", "object"}}, "As docs/facts.md tells")},
                                {"organisations?", ref("OrganisationNames")}})}};
  operation.problems = {404};
  return {"GET", "/api/v1/findings/{id}/explanation", get_explanation, std::move(operation)};
}

Route decide() {
  Operation operation{.id = "decideFindings", .tag = "documents", .summary = "Accepts and rejects findings, all or none"};
  operation.body = object({{"accept?", list_of(ref("Id"))},
                           {"reject?", list_of(ref("Id"))},
                           {"leave_faulty?", boolean("Leave those waiting whose records would break a rule, instead of refusing all")}});
  operation.answers = {{200, "They are decided",
                        object({{"accepted", integer()},
                                {"rejected", integer()},
                                {"records_made", integer()},
                                {"records_extended", integer()},
                                {"left_waiting", integer()}})}};
  operation.problems = {400, 404, 409};
  return {"POST", "/api/v1/findings/decide", decide_findings, std::move(operation)};
}

}  // namespace

Routes document_routes() {
  Routes all;
  for (const auto& make : {list, add, get, remove, explanation, decide}) all.push_back(make());
  all.push_back(share("release", "Shows a document and what is cited from it to the other side", release_document));
  all.push_back(share("withdraw", "Keeps a document to its side again", withdraw_document));
  return all;
}

}  // namespace kevai::http
