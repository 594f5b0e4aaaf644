#include "http/message.hpp"

#include <fmt/format.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <charconv>
#include <optional>

namespace kevai::http {
namespace json = boost::json;
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The weight in `vi;q=0.8`, in thousandths.
int weight_of(std::string_view parameters) {
  const auto at = parameters.find("q=");
  if (at == std::string_view::npos) return 1000;
  const auto text = parameters.substr(at + 2);
  double weight = 0;
  std::from_chars(text.data(), text.data() + text.size(), weight);
  return static_cast<int>(weight * 1000);
}

}  // namespace

Response json_response(const boost::json::value& value, int status) {
  return {status, "application/json", boost::json::serialize(value), {}};
}

int status_of(Failure failure) {
  switch (failure) {
    case Failure::invalid:
      return 400;
    case Failure::not_found:
      return 404;
    case Failure::conflict:
      return 409;
    case Failure::unsupported:
      return 422;
    case Failure::unavailable:
      return 503;
    case Failure::stale:
      return 412;
    case Failure::unknown_caller:
      return 401;
    case Failure::forbidden:
      return 403;
    case Failure::throttled:
      return 429;
    case Failure::internal:
      return 500;
  }
  std::unreachable();
}

json::object problem_json(int status, const Error& error, text::Language language) {
  json::object problem{{"type", "about:blank"},
                       {"title", text::words(language, fmt::format("problem.{}", status))},
                       {"status", status},
                       {"detail", text::message(language, error)},
                       {"code", error.code}};
  if (error.parts.empty()) return problem;
  auto& errors = problem["errors"].emplace_array();
  for (const auto& part : error.parts) {
    json::object fault{{"code", part.code}, {"detail", text::message(language, part)}};
    for (const auto& [name, value] : part.args)
      if (name == "field") fault["field"] = value;
    errors.push_back(std::move(fault));
  }
  return problem;
}

Response problem(int status, json::object problem, text::Language language) {
  auto response = json_response(std::move(problem), status);
  response.content_type = "application/problem+json";
  response.headers.emplace_back("Content-Language", text::code(language));
  return response;
}

Response problem(int status, const Error& error, text::Language language) {
  return problem(status, problem_json(status, error, language), language);
}

Response problem(const Error& error, text::Language language) {
  return problem(status_of(error.failure), error, language);
}

std::string_view Target::get(const std::string& name) const {
  const auto found = query.find(name);
  return found == query.end() ? std::string_view{} : std::string_view(found->second);
}

Result<Target> parse_target(std::string_view text) {
  const auto parsed = boost::urls::parse_origin_form({text.data(), text.size()});
  if (!parsed) return fail(Failure::invalid, "target_malformed", {}, parsed.error().message());
  Target target;
  for (const auto& segment : parsed->segments()) target.segments.push_back(segment);
  for (const auto& parameter : parsed->params())
    if (!target.query.emplace(parameter.key, parameter.value).second) target.repeated = parameter.key;
  return target;
}

bool is_clean(std::string_view text) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, size, c);
    if (c <= 0) return false;
  }
  return true;
}

Result<json::value> parse_json(const std::string& text) {
  if (!is_clean(text)) return fail(Failure::invalid, "body_not_utf8");
  boost::system::error_code error;
  auto value = json::parse(text, error);
  if (error == json::error::too_deep)
    return fail(Failure::invalid, "json_too_deep", {{"depth", std::to_string(json::parse_options().max_depth)}});
  if (error) return fail(Failure::invalid, "json_malformed", {}, error.message());
  return value;
}

Result<json::object> parse_object(const std::string& text) {
  auto value = parse_json(text);
  if (!value) return std::unexpected(value.error());
  if (!value->is_object()) return fail(Failure::invalid, "json_not_object");
  return std::move(value->get_object());
}

text::Language language_of(std::string_view lang, std::string_view accept_language) {
  if (const auto language = text::language_of(lang)) return *language;
  std::optional<text::Language> best;
  int best_weight = 0;
  while (!accept_language.empty()) {
    const auto comma = std::min(accept_language.find(','), accept_language.size());
    const auto range = accept_language.substr(0, comma);
    accept_language.remove_prefix(std::min(comma + 1, accept_language.size()));
    const auto semicolon = std::min(range.find(';'), range.size());
    const auto language = text::language_of(trimmed(range.substr(0, semicolon)));
    const int weight = weight_of(range.substr(semicolon));
    if (language && weight > best_weight) {
      best = language;
      best_weight = weight;
    }
  }
  return best.value_or(text::Language::vi);
}

}  // namespace kevai::http
