#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <type_traits>

namespace kevai {

/// The written names of an enum, in the order of its values 0, 1, 2 …; the same names stand in
/// JSON, in the database and in data/words. Specialise it beside the enum:
///     template <> inline constexpr std::array enum_names<Side> = {"own"sv, "other"sv};
template <class E>
inline constexpr std::array<std::string_view, 0> enum_names{};

template <class E>
concept NamedEnum = std::is_enum_v<E> && (enum_names<E>.size() > 0);

template <NamedEnum E>
constexpr std::string_view name_of(E value) {
  return enum_names<E>[static_cast<std::size_t>(value)];
}

/// The value of that name; nothing where the enum has none such.
template <NamedEnum E>
constexpr std::optional<E> named(std::string_view name) {
  const auto& names = enum_names<E>;
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<E>(at - names.begin());
}

}  // namespace kevai
