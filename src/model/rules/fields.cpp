#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "model/field.hpp"
#include "model/rules/breach.hpp"

/// The rules of every field, by its type.
namespace kevai::model::rules {
namespace {

/// Characters of a text: the longest passage anybody quotes, many times over.
constexpr int longest_text = 10'000;

}  // namespace

void well_formed(Breaches& broken, std::string_view field, const std::string& text) {
  const auto size = static_cast<int32_t>(text.size());
  int length = 0;
  for (int32_t at = 0; at < size; ++length) {
    UChar32 character = 0;
    U8_NEXT(text.data(), at, size, character);
    if (character < 0) return broken.push_back(breach("text_not_utf8", field));
    const bool space = character == '\n' || character == '\r' || character == '\t';
    if ((character < 0x20 && !space) || character == 0x7F) return broken.push_back(breach("text_control", field));
  }
  if (length > longest_text)
    broken.push_back(breach("text_too_long", field, {{"length", std::to_string(length)}, {"limit", std::to_string(longest_text)}}));
}

namespace {

std::string written(double value) {
  std::array<char, 400> text{};
  return {text.data(), std::to_chars(text.begin(), text.end(), value, std::chars_format::fixed).ptr};
}

/// Whatever is counted, measured or paid here is never less than nothing.
void bounds(Breaches& broken, std::string_view field, const Quantity& quantity) {
  for (const auto& bound : {quantity.low, quantity.high})
    if (bound && *bound < 0) return broken.push_back(breach("number_negative", field, {{"value", written(*bound)}}));
  if (quantity.low && quantity.high && *quantity.low > *quantity.high)
    broken.push_back(breach("number_reversed", field, {{"low", written(*quantity.low)}, {"high", written(*quantity.high)}}));
}

void refers(Breaches& broken, const Field& field, const Id& id, const Register& in) {
  if (id.empty()) return;
  const auto there = in.record(id);
  if (!there)
    broken.push_back(breach("reference_missing", field.name, {{"id", id.value}}));
  else if (field.refers_to && kind_of(*there) != *field.refers_to)
    broken.push_back(
        breach("reference_of_other_kind", field.name, {{"id", id.value}, {"record_kind", std::string(name_of(*field.refers_to))}}));
}

/// An activity that is nothing without another side.
bool takes_two(const Record& record) {
  const auto* activity = std::get_if<Activity>(&record);
  if (!activity) return false;
  using enum ActivityKind;
  return activity->kind == visit || activity->kind == talks || activity->kind == exchange;
}

struct Check {
  Breaches& broken;
  const Record& record;
  const Register& in;

  const Field& field(std::string_view name) const { return *field_of(kind_of(record), name); }

  void operator()(std::string_view name, const std::string& text) const { well_formed(broken, name, text); }
  void operator()(std::string_view name, int value) const {
    if (value < 0) broken.push_back(breach("number_negative", name, {{"value", std::to_string(value)}}));
  }
  void operator()(std::string_view name, const Quantity& quantity) const {
    well_formed(broken, name, quantity.stated);
    bounds(broken, name, quantity);
  }
  void operator()(std::string_view name, const Id& id) const { refers(broken, field(name), id, in); }
  void operator()(std::string_view name, const OrganisationId& id) const { refers(broken, field(name), id, in); }
  void operator()(std::string_view name, const std::vector<Id>& ids) const {
    for (auto id = ids.begin(); id != ids.end(); ++id) {
      refers(broken, field(name), *id, in);
      if (std::find(ids.begin(), id, *id) != id) broken.push_back(breach("listed_twice", name, {{"name", id->value}}));
    }
  }
  void operator()(std::string_view name, const Party& party) const {
    well_formed(broken, name, party.stated);
    Field organisation = field(name);
    organisation.refers_to = RecordKind::organisation;
    refers(broken, organisation, party.id, in);
  }
  void operator()(std::string_view name, const std::vector<Party>& parties) const {
    for (const Party& party : parties) (*this)(name, party);
    const auto same = [](const Party& one, const Party& other) {
      return one.id == other.id && (!one.id.empty() || one.stated == other.stated);
    };
    for (auto party = parties.begin(); party != parties.end(); ++party) {
      if (std::none_of(parties.begin(), party, [&](const Party& other) { return same(other, *party); })) continue;
      const bool alone = takes_two(record) && std::ranges::all_of(parties, [&](const Party& one) { return same(one, *party); });
      broken.push_back(alone ? breach("visit_to_itself", name)
                             : breach("listed_twice", name, {{"name", party->id.empty() ? party->stated : party->id.value}}));
      return;
    }
  }
  /// A date is always one that can be, and a choice one there is.
  void operator()(std::string_view, const PartialDate&) const {}
  template <NamedEnum E>
  void operator()(std::string_view, E) const {}
};

}  // namespace

void of_fields(Breaches& broken, const Record& record, const Register& in) {
  std::visit([&](const auto& r) { describe(r, Check{broken, record, in}); }, record);
}

}  // namespace kevai::model::rules
