#include "http/record_schema.hpp"
#include "http/routes.hpp"

namespace kevai::http {
namespace {

using schema::integer;
using schema::list_of;
using schema::object;
using schema::ref;
using schema::text;

Route search() {
  const auto mark = object({{"begin", integer()}, {"end", integer()}});
  const auto snippet = object({{"text", text("Verbatim")},
                               {"begin", integer("Where it stands in the document's text, in bytes")},
                               {"cut_off", schema::boolean()},
                               {"marks", schema::described(list_of(mark), "Bytes of the snippet's own")}});
  Operation operation{.id = "search",
                      .tag = "search",
                      .summary = "Records and documents with all these words, the best first",
                      .details =
                          "In whatever case, with or without diacritics, of the last word the beginning; a phrase stands in "
                          "quotes. First comes what has all of them in its title, then in its names, then anywhere; of each "
                          "the newest first. A person is also found by what a name sounds like."};
  operation.parameters = {{"q", "The words"},
                          {"kind", "Only of this kind of record, or `document`"},
                          {"limit", "How many at most"},
                          {"cursor", "Where the page before ended: its `next`"}};
  operation.answers = {
      {200, "A page",
       object(
           {{"found",
             list_of(object({{"id", ref("AnyId")}, {"kind", text()}, {"title", text("In the language asked for")}, {"snippet", snippet}}))},
            {"total", integer("Of all pages, which end at 1,000")},
            {"total_is_at_least", schema::boolean("More than these fit")},
            {"next?", text()}})}};
  operation.problems = {400};
  return {"GET", "/api/v1/search", search_register, std::move(operation)};
}

Route attach() {
  Operation operation{.id = "addAttachment",
                      .tag = "attachments",
                      .summary = "Keeps a file with a record",
                      .details =
                          "PDF, DOCX, XLSX, ODT, ODS, JPEG, PNG, CSV and text up to 10 MB, by what the bytes are; a file whose "
                          "name says otherwise is refused."};
  operation.body = object({{"file_name", text()}, {"title?", text()}, {"base64", text("The file's bytes")}});
  operation.answers = {
      {201, "It is kept", object({{"record", ref("Attachment")}, {"version", integer()}}), {"application/json"}, {"Location"}}};
  operation.problems = {400, 404, 422};
  return {"POST", "/api/v1/records/{id}/attachments", add_attachment, std::move(operation)};
}

Route content() {
  Operation operation{.id = "getAttachmentContent",
                      .tag = "attachments",
                      .summary = "An attachment's file itself, under the name it came with",
                      .details = "Its ETag is the SHA-256 of the bytes."};
  operation.parameters = {{"If-None-Match", "The ETag of the bytes the caller has", schema::text(), false, Parameter::In::header}};
  operation.answers = {{200, "The file", schema::text(), {"*/*"}, {"ETag"}}, {304, "The caller has these bytes", {}, {}, {"ETag"}}};
  operation.problems = {404};
  return {"GET", "/api/v1/attachments/{id}/content", get_attachment_content, std::move(operation)};
}

}  // namespace

Routes search_routes() {
  Routes all;
  for (const auto& make : {search, attach, content}) all.push_back(make());
  return all;
}

}  // namespace kevai::http
