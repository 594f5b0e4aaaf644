#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <charconv>

#include "http/heading.hpp"
#include "http/routes.hpp"
#include "register/search.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

json::object snippet_json(const reg::Snippet& snippet) {
  json::array marks;
  for (const auto& mark : snippet.marks) marks.push_back({{"begin", mark.begin}, {"end", mark.end}});
  return {{"text", snippet.text}, {"begin", snippet.begin}, {"cut_off", snippet.cut_off}, {"marks", std::move(marks)}};
}

/// The number of that parameter; what is none is no limit anybody may ask for.
int limit_of(std::string_view text) {
  if (text.empty()) return reg::SearchRequest{}.limit;
  int limit = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  return error == std::errc{} && end == text.data() + text.size() ? limit : 0;
}

}  // namespace

Result<Response> search_register(const Call& call) {
  const reg::SearchRequest request{.words = std::string(call.target.get("q")),
                                   .kind = std::string(call.target.get("kind")),
                                   .limit = limit_of(call.target.get("limit")),
                                   .cursor = std::string(call.target.get("cursor"))};
  Result<json::object> answer;
  call.context.store.read([&](store::Reader& reader) {
    const auto page = reg::search(reader, request);
    if (!page) {
      answer = std::unexpected(page.error());
      return;
    }
    json::array found;
    for (const auto& one : page->found)
      found.push_back({{"id", one.id.value},
                       {"kind", one.kind},
                       {"title", heading(reader, one.id, call.language)},
                       {"snippet", snippet_json(one.snippet)}});
    answer = json::object{{"found", std::move(found)}, {"total", page->total}, {"total_is_at_least", page->total_is_at_least}};
    if (!page->next.empty()) (*answer)["next"] = page->next;
  });
  if (!answer) return std::unexpected(answer.error());
  return json_response(*std::move(answer));
}

}  // namespace kevai::http
