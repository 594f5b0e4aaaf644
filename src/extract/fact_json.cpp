#include <fmt/format.h>

#include <boost/json.hpp>

#include "base/result.hpp"
#include "extract/extract.hpp"
#include "extract/json_number.hpp"

namespace kevai::extract {
namespace {

namespace json = boost::json;

[[noreturn]] void unreadable(std::string_view why) {
  throw Broken({Failure::internal, "fact_unreadable", {}, std::string(why)});
}

/// Writes one field; a field without a value is left out.
struct Write {
  json::object& out;

  void operator()(std::string_view name, const std::string& v) const {
    if (!v.empty()) out[name] = v;
  }
  void operator()(std::string_view name, const PartialDate& v) const {
    if (v) out[name] = v.text();
  }
  void operator()(std::string_view name, const std::optional<double>& v) const {
    if (v) out[name] = json_number(*v);
  }
  void operator()(std::string_view name, const std::vector<std::string>& v) const {
    if (!v.empty()) out[name] = json::value_from(v);
  }
  void operator()(std::string_view name, Qualifier v) const {
    if (v != Qualifier::exact) out[name] = name_of(v);
  }
  template <NamedEnum E>
  void operator()(std::string_view name, E v) const {
    if (!name_of(v).empty()) out[name] = name_of(v);
  }
};

struct Read {
  const json::object& in;

  const json::value* at(std::string_view name) const { return in.if_contains(name); }
  static std::string text(const json::value& v) {
    if (!v.is_string()) unreadable("a text is no string");
    return std::string(v.get_string());
  }
  void operator()(std::string_view name, std::string& v) const {
    if (const auto* found = at(name)) v = text(*found);
  }
  void operator()(std::string_view name, PartialDate& v) const {
    const auto* found = at(name);
    if (!found) return;
    const auto date = PartialDate::parse(text(*found));
    if (!date) unreadable("no date: " + text(*found));
    v = *date;
  }
  void operator()(std::string_view name, std::optional<double>& v) const {
    const auto* found = at(name);
    if (!found) return;
    if (!found->is_number()) unreadable("a number is none");
    v = found->to_number<double>();
  }
  void operator()(std::string_view name, std::vector<std::string>& v) const {
    const auto* found = at(name);
    if (!found) return;
    if (!found->is_array()) unreadable("a list is none");
    for (const auto& item : found->get_array()) v.push_back(text(item));
  }
  template <NamedEnum E>
  void operator()(std::string_view name, E& v) const {
    const auto* found = at(name);
    if (!found) return;
    const auto value = named<E>(text(*found));
    if (!value) unreadable("unknown " + std::string(name) + ": " + text(*found));
    v = *value;
  }
};

template <std::size_t I = 0>
Statement empty_statement(std::string_view type) {
  if constexpr (I == std::variant_size_v<Statement>) {
    unreadable("unknown type: " + std::string(type));
  } else {
    if (fact_types[I] == type) return Statement(std::in_place_index<I>);
    return empty_statement<I + 1>(type);
  }
}

}  // namespace

std::string to_json(const Fact& fact) {
  json::object out;
  out["type"] = type_of(fact);
  std::visit([&](const auto& statement) { describe(statement, Write{out}); }, fact.statement);
  out["quote"] = fact.quote;
  out["begin"] = fact.span.begin;
  out["end"] = fact.span.end;
  if (!fact.stated.empty()) out["stated"] = fact.stated;
  if (!fact.rule.empty()) out["rule"] = fact.rule;
  std::string line = json::serialize(out);
  if (fact.confidence > 0) {  // people read these lines: 0.9, not 9E-1
    line.pop_back();
    line += fmt::format(",\"confidence\":{:.2f}}}", fact.confidence);
  }
  return line;
}

std::string to_json(const Fact& fact, const Explanation& explanation) {
  std::string line = to_json(fact);
  line.pop_back();
  return line + ",\"explanation\":" + to_json(explanation) + "}";
}

Fact from_json(std::string_view line) {
  boost::system::error_code error;
  const json::value parsed = json::parse(line, error);
  if (error || !parsed.is_object()) unreadable("no JSON object");
  const json::object& in = parsed.get_object();
  const Read read{in};
  std::string type;
  read("type", type);
  Fact fact;
  fact.statement = empty_statement(type);
  std::visit([&](auto& statement) { describe(statement, read); }, fact.statement);
  read("quote", fact.quote);
  read("stated", fact.stated);
  read("rule", fact.rule);
  std::optional<double> begin, end, confidence;
  read("confidence", confidence);
  fact.confidence = confidence.value_or(0);
  read("begin", begin);
  read("end", end);
  constexpr double longest_text = 1e15;  // beyond it a double is no count of bytes any more
  if (!begin || !end || !(*begin >= 0 && *begin <= *end && *end < longest_text)) unreadable("no span");
  fact.span = {static_cast<std::size_t>(*begin), static_cast<std::size_t>(*end)};
  return fact;
}

}  // namespace kevai::extract
