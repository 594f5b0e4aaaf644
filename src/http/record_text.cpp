#include "http/record_text.hpp"

#include <fmt/format.h>

#include "model/field.hpp"

namespace kevai::http {
namespace {

/// Of an id as short as people are told it.
constexpr std::size_t end_length = 8;

/// Gathers a record's fields as words; one with no value adds none.
struct Gatherer {
  model::RecordKind kind;
  const Organisations& organisations;
  text::Language language;
  std::vector<Cell>& cells;

  void add(std::string_view field, std::string text) const {
    if (!text.empty()) cells.push_back({std::string(field), std::move(text)});
  }
  void add_ends(std::string_view field, const std::vector<Id>& ids) const {
    std::vector<std::string> ends;
    for (const auto& id : ids)
      if (!id.empty()) ends.push_back(end_of(id));
    if (!ends.empty()) cells.push_back({std::string(field), fmt::format("{}", fmt::join(ends, ", ")), true});
  }
  std::string named(const model::Party& party) const { return short_name(party, organisations, language); }
  static std::string end_of(const Id& id) {
    return id.value.size() > end_length && is_uuid(id.value) ? "…" + id.value.substr(id.value.size() - end_length) : id.value;
  }

  void operator()(std::string_view field, const std::string& text) const { add(field, text); }
  void operator()(std::string_view field, int value) const {
    if (value != 0) add(field, text::number(language, value));
  }
  void operator()(std::string_view field, const PartialDate& date) const { add(field, text::date(language, date)); }
  void operator()(std::string_view field, const Quantity& quantity) const {
    add(field, quantity ? text::quantity(language, quantity) : quantity.stated);
  }
  void operator()(std::string_view field, const model::Party& party) const {
    if (!party.empty()) add(field, named(party));
  }
  void operator()(std::string_view field, const std::vector<model::Party>& parties) const {
    std::vector<std::string> names;
    for (const auto& party : parties) names.push_back(named(party));
    add(field, fmt::format("{}", fmt::join(names, ", ")));
  }
  void operator()(std::string_view field, const OrganisationId& id) const {
    if (!id.empty()) add(field, named({.id = id}));
  }
  void operator()(std::string_view field, const Id& id) const { add_ends(field, {id}); }
  void operator()(std::string_view field, const std::vector<Id>& ids) const { add_ends(field, ids); }
  template <NamedEnum E>
  void operator()(std::string_view field, E value) const {
    if (name_of(value).empty()) return;
    const auto key = fmt::format("{}.{}", model::field_of(kind, field)->topic, name_of(value));
    add(field, text::has_words(key) ? text::words(language, key) : std::string(name_of(value)));
  }
};

}  // namespace

std::vector<Cell> cells_of(const model::Record& record, const Organisations& organisations, text::Language language) {
  std::vector<Cell> cells;
  std::visit([&](const auto& r) { describe(r, Gatherer{model::kind_of(record), organisations, language, cells}); }, record);
  return cells;
}

std::string field_name(const std::string& field, text::Language language) {
  const auto key = "field." + field;
  return text::has_words(key) ? text::words(language, key) : field;
}

}  // namespace kevai::http
