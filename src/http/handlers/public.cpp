#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "http/names.hpp"
#include "http/page.hpp"
#include "http/plain_page.hpp"
#include "http/record_answer.hpp"
#include "http/record_text.hpp"
#include "http/routes.hpp"
#include "model/record_json.hpp"
#include "report/html/escape.hpp"
#include "store/confirmations.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;
using report::html::escaped;

/// A page of what is open to everyone.
struct OpenPage {
  std::vector<model::Record> records;
  Organisations organisations;
  std::int64_t total = 0;
  std::string next{};  ///< the cursor of the following page
};

Result<OpenPage> open_page(const Call& call, int limit) {
  Id after;
  if (call.target.query.contains("cursor")) {
    after.value = from_opaque(call.target.get("cursor")).value_or("");
    if (!is_uuid(after.value)) return fail(Failure::invalid, "cursor_malformed");
  }
  OpenPage page;
  call.context.store.read([&](store::Reader& reader) {
    auto ids = reader.confirmations().open_records(after, limit + 1);
    if (static_cast<int>(ids.size()) > limit) {
      ids.pop_back();
      page.next = opaque(ids.back().value);
    }
    for (const Id& id : ids)
      if (auto record = reader.record(id)) page.records.push_back(std::move(*record));
    page.total = reader.confirmations().count_open();
    page.organisations = organisations_of(reader);
  });
  return page;
}

std::string section(const model::Record& record, const Organisations& organisations, text::Language language) {
  const auto kind = text::words(language, "record." + std::string(name_of(model::kind_of(record))));
  std::string lines;
  for (const auto& cell : cells_of(record, organisations, language))
    if (!cell.reference) lines += "<dt>" + escaped(field_name(cell.field, language)) + "</dt><dd>" + escaped(cell.text) + "</dd>\n";
  return "<section>\n<h2>" + escaped(kind) + "</h2>\n<dl>\n" + lines + "</dl>\n</section>\n";
}

}  // namespace

Result<Response> list_public_records(const Call& call) {
  const auto limit = limit_of(call.target);
  if (!limit) return std::unexpected(limit.error());
  const auto page = open_page(call, *limit);
  if (!page) return std::unexpected(page.error());
  json::array items;
  for (const auto& record : page->records) items.push_back(model::to_json(record));
  auto organisations = organisations_in(items, page->organisations, call.language);
  json::object shown{{"items", std::move(items)}, {"total", page->total}, {"organisations", std::move(organisations)}};
  if (page->next.empty()) return json_response(std::move(shown));
  shown["next"] = page->next;
  auto response = json_response(std::move(shown));
  add_next_link(response, call.request, call.target, page->next);
  return response;
}

Result<Response> get_public_page(const Call& call) {
  const auto page = open_page(call, usual_items);
  if (!page) return std::unexpected(page.error());
  const auto language = call.language;
  std::string inner =
      "<p>" + escaped(text::words(language, "public.about", {{"count", text::number(language, static_cast<double>(page->total))}})) +
      "</p>\n";
  for (const auto& record : page->records) inner += section(record, page->organisations, language);
  if (!page->next.empty())
    inner += fmt::format("<p><a rel=\"next\" href=\"/public?cursor={}&amp;lang={}\">{}</a></p>\n", page->next, text::code(language),
                         escaped(text::words(language, "public.more")));
  return plain_page(200, language, text::words(language, "public.title"), inner);
}

}  // namespace kevai::http
