#pragma once

#include <type_traits>
#include <vector>

#include "model/record.hpp"
#include "store/row_mapping.hpp"

/// What the fields of a kind of record are, told from its description.
namespace kevai::store {

template <class T>
constexpr bool has_partnership = requires(T record) { record.partnership; };
template <class T>
constexpr bool is_partnership = std::is_same_v<T, model::Partnership>;

template <class T>
model::RecordKind kind_for() {
  return model::kind_of(model::Record(std::in_place_type<T>));
}

template <class T>
bool has_parties() {
  T record;
  return parties_of(record) != nullptr;
}

/// Calls `with(name, ids)` for each field that lists other records.
template <class T, class F>
void each_references(T& record, F&& with) {
  describe(record, [&](std::string_view name, auto& member) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(member)>, std::vector<Id>>) with(name, member);
  });
}

template <class T>
bool has_references() {
  T record;
  bool has = false;
  each_references(record, [&](std::string_view, auto&) { has = true; });
  return has;
}

}  // namespace kevai::store
