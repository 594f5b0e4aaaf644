#pragma once

#include <concepts>
#include <string_view>

namespace kevai {

/// One description of a record's or fact's fields serves every layer: JSON, SQL columns, the
/// journal, the comparison of what two passages state. Beside each struct T stands
///     template <class Self, class F> requires Describes<Self, T>
///     void describe(Self& r, F&& field) { field("kind", r.kind); … }
/// which calls `field(name, member)` for each field in order; Self is T or const T.
template <class Self, class T>
concept Describes = std::same_as<std::remove_const_t<Self>, T>;

}  // namespace kevai
