#include <boost/json/object.hpp>

#include "http/base64.hpp"
#include "http/routes.hpp"
#include "register/ingest.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

struct Sent {
  std::string file_name;
  std::string bytes;
  PartialDate date;
};

std::unexpected<Error> malformed() {
  return fail(Failure::invalid, "document_malformed");
}

/// The field's text; empty where it is left out, nothing where it is anything else.
std::optional<std::string> text_of(const json::object& body, std::string_view name) {
  const auto* value = body.if_contains(name);
  if (!value) return std::string();
  if (!value->is_string()) return std::nullopt;
  return std::string(value->get_string());
}

Result<Sent> read_sent(const std::string& text) {
  const auto parsed = parse_json(text);
  if (!parsed) return std::unexpected(parsed.error());
  const auto& body = *parsed;
  const auto* object = body.if_object();
  if (!object) return malformed();
  const auto name = text_of(*object, "file_name"), words = text_of(*object, "text"), base64 = text_of(*object, "base64"),
             date = text_of(*object, "date");
  if (!name || !words || !base64 || !date || object->contains("text") == object->contains("base64")) return malformed();
  Sent sent{.file_name = *name, .bytes = *words};
  if (object->contains("base64")) {
    auto bytes = from_base64(*base64);
    if (!bytes) return malformed();
    sent.bytes = *std::move(bytes);
  }
  if (!date->empty()) {
    const auto day = PartialDate::parse(*date);
    if (!day || day->precision() != 3) return fail(Failure::invalid, "date_wrong", {{"date", *date}});
    sent.date = *day;
  }
  // What is pasted has no name; its title stands for it once it is read.
  if (sent.file_name.empty()) sent.file_name = "text";
  return sent;
}

}  // namespace

Result<Response> add_document(const Call& call) {
  const auto sent = read_sent(call.request.body);
  if (!sent) return std::unexpected(sent.error());
  const auto ingested = reg::ingest(call.context.store, {.file_name = sent->file_name, .bytes = sent->bytes, .date = sent->date});
  if (!ingested) return std::unexpected(ingested.error());
  std::string title;
  call.context.store.read([&](store::Reader& reader) {
    if (const auto document = reader.document(ingested->document)) title = document->title;
  });
  return json_response({{"document", ingested->document.value},
                        {"title", title},
                        {"already_there", ingested->already_there},
                        {"findings", ingested->findings}},
                       ingested->already_there ? 200 : 201);
}

}  // namespace kevai::http
