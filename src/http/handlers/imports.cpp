#include <boost/json/object.hpp>

#include "http/base64.hpp"
#include "http/routes.hpp"
#include "register/exchange/import_json.hpp"
#include "register/exchange/tables.hpp"

namespace kevai::http {
namespace {

namespace exchange = reg::exchange;
namespace json = boost::json;

struct Sent {
  std::string bytes;
  exchange::ImportOptions options;
};

std::unexpected<Error> malformed() {
  return fail(Failure::invalid, "import_malformed");
}

/// The field's text; empty where it is left out, nothing where it is anything else.
std::optional<std::string> text_of(const json::object& body, std::string_view name) {
  const auto* value = body.if_contains(name);
  if (!value) return std::string();
  if (!value->is_string()) return std::nullopt;
  return std::string(value->get_string());
}

Result<Sent> read_sent(const Call& call) {
  const auto body = parse_json(call.request.body);
  if (!body) return std::unexpected(body.error());
  const auto* object = body->if_object();
  if (!object || !object->contains("base64")) return malformed();
  const auto name = text_of(*object, "file_name"), base64 = text_of(*object, "base64"), kind_name = text_of(*object, "kind"),
             numbers = text_of(*object, "numbers");
  const auto* preview = object->if_contains("preview");
  if (!name || !base64 || !kind_name || !numbers || (preview && !preview->is_bool())) return malformed();
  auto bytes = from_base64(*base64);
  if (!bytes || (!numbers->empty() && !text::language_of(*numbers))) return malformed();
  const auto kind = exchange::kind_of_name(*kind_name, call.language);
  if (!kind) return std::unexpected(kind.error());
  return Sent{*std::move(bytes),
              {.name = *name,
               .kind = *kind,
               .language = call.language,
               .numbers = text::language_of(*numbers),
               .preview = preview && preview->get_bool(),
               .who = call.context.who}};
}

}  // namespace

Result<Response> import_records(const Call& call) {
  const auto sent = read_sent(call);
  if (!sent) return std::unexpected(sent.error());
  const auto file = text::SheetFile::open(sent->bytes);
  if (!file) return std::unexpected(file.error());
  const auto imported = exchange::import_sheets(call.context.store, **file, sent->options);
  if (!imported) return std::unexpected(imported.error());
  auto told = exchange::to_json(*imported, call.language);
  if (imported->fault_count == 0 || sent->options.preview) return json_response(told);
  const Error refused{Failure::unsupported, "import_refused", {{"count", std::to_string(imported->fault_count)}}, {}};
  const int status = status_of(refused.failure);
  auto body = problem_json(status, refused, call.language);
  for (auto& [name, value] : told) body[name] = std::move(value);
  return problem(status, std::move(body), call.language);
}

}  // namespace kevai::http
