#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "http/base64.hpp"
#include "http/routes.hpp"
#include "model/record_json.hpp"
#include "register/attach.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

struct Sent {
  std::string file_name;
  std::string title;
  std::string bytes;
};

Result<Sent> read_sent(const std::string& text) {
  const auto parsed = parse_json(text);
  if (!parsed) return std::unexpected(parsed.error());
  const auto& body = *parsed;
  const auto field = [&](std::string_view name) {
    const auto* value = body.is_object() ? body.get_object().if_contains(name) : nullptr;
    return value && value->is_string() ? std::optional(std::string(value->get_string())) : std::nullopt;
  };
  const auto name = field("file_name"), base64 = field("base64"), title = field("title");
  const bool odd_title = body.is_object() && body.get_object().contains("title") && !title;
  auto bytes = base64 ? from_base64(*base64) : std::nullopt;
  if (!name || !bytes || odd_title) return fail(Failure::invalid, "attachment_malformed");
  return Sent{*name, title.value_or(""), *std::move(bytes)};
}

/// As RFC 8187 writes a text in a header field.
std::string extended(std::string_view text) {
  std::string out = "UTF-8''";
  for (const unsigned char c : text) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == '_';
    out += plain ? std::string(1, static_cast<char>(c)) : fmt::format("%{:02X}", c);
  }
  return out;
}

/// A name for programs that know no other than ASCII (RFC 6266): one `_` for each letter that is none.
std::string plain(std::string_view text) {
  std::string out;
  for (const unsigned char c : text) {
    if ((c & 0xC0) == 0x80) continue;
    out += c < 0x20 || c >= 0x7F || c == '"' || c == '\\' ? '_' : static_cast<char>(c);
  }
  return out;
}

}  // namespace

Result<Response> add_attachment(const Call& call) {
  const auto sent = read_sent(call.request.body);
  if (!sent) return std::unexpected(sent.error());
  const auto made = reg::write(call.context.store, [&](store::Writer& writer) {
    return reg::attach(writer, {{call.id}, sent->title, sent->file_name, sent->bytes}, call.context.who);
  });
  if (!made) return std::unexpected(made.error());
  auto response = json_response({{"record", model::to_json(made->record)}, {"version", made->version}}, 201);
  response.headers.emplace_back("Location", "/api/v1/attachments/" + model::id_of(made->record).value + "/content");
  return response;
}

Result<Response> get_attachment_content(const Call& call) {
  Result<reg::AttachedFile> file;
  call.context.store.read([&](store::Reader& reader) { file = reg::attached_file(reader, {call.id}); });
  if (!file) return std::unexpected(file.error());
  const std::string tag = "\"" + file->attachment.sha256 + "\"";
  Response response;
  if (call.request.if_none_match.find(tag) != std::string::npos) {
    response.status = 304;
  } else {
    response.content_type = file->attachment.media_type;
    response.body = std::move(file->bytes);
  }
  const std::string& name = file->attachment.file_name;
  response.headers = {{"ETag", tag},
                      {"Content-Disposition", fmt::format("attachment; filename=\"{}\"; filename*={}", plain(name), extended(name))},
                      {"Content-Security-Policy", "sandbox; default-src 'none'"}};
  return response;
}

}  // namespace kevai::http
