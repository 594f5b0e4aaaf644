#include "cli/finding_text.hpp"

#include <fmt/format.h>

#include <vector>

namespace kevai::cli {
namespace {

/// Gathers a fact's fields as words; a field with no value adds none.
struct Gatherer {
  const Organisations& organisations;
  text::Language language;
  Qualifier qualifier;
  std::vector<std::string> parts{};

  void add(std::string part) {
    if (!part.empty()) parts.push_back(std::move(part));
  }
  std::string worded(std::string_view topic, std::string_view name) const {
    const auto key = fmt::format("{}.{}", topic, name);
    return text::has_words(key) ? text::words(language, key) : std::string(name);
  }
  std::string named(const std::string& stated) const {
    const model::Party party{{stated}, stated};
    return http::short_name(party, organisations, language);
  }

  void operator()(std::string_view, extract::ActivityKind kind) { add(worded("activity", name_of(kind))); }
  void operator()(std::string_view, extract::AgreementKind kind) {
    if (kind != extract::AgreementKind::unstated) add(worded("agreement", name_of(kind)));
  }
  void operator()(std::string_view, extract::Theme theme) { add(worded("theme", name_of(theme))); }
  void operator()(std::string_view, Qualifier) {}  // said with its number
  void operator()(std::string_view, const PartialDate& date) { add(text::date(language, date)); }
  void operator()(std::string_view, const std::optional<double>& number) {
    if (number) add(text::quantity(language, Quantity::of(*number, qualifier)));
  }
  void operator()(std::string_view, const std::vector<std::string>& names) {
    std::vector<std::string> shown;
    for (const auto& name : names) shown.push_back(named(name));
    add(fmt::format("{}", fmt::join(shown, ", ")));
  }
  void operator()(std::string_view field, const std::string& text) {
    if (text.empty()) return;
    if (field == "measure") return add(worded("measure", text));
    if (field == "unit") return add(worded("unit", text));
    if (field == "name") return add(worded("occasion", text));
    add(named(text));
  }
};

}  // namespace

std::string text_of(const extract::Fact& fact, const Organisations& organisations, text::Language language) {
  const auto parts = std::visit(
      [&](const auto& statement) {
        Qualifier qualifier = Qualifier::exact;
        if constexpr (requires { statement.qualifier; }) qualifier = statement.qualifier;
        Gatherer gatherer{organisations, language, qualifier};
        describe(statement, gatherer);
        return gatherer.parts;
      },
      fact.statement);
  return fmt::format("{}: {}", text::words(language, fmt::format("fact.{}", extract::type_of(fact))), fmt::join(parts, " · "));
}

}  // namespace kevai::cli
