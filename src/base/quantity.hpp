#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/enum_names.hpp"

namespace kevai {

/// How a stated number was qualified.
enum class Qualifier { exact, over, nearly, about, order, at_most };
template <>
inline constexpr std::array enum_names<Qualifier> = {std::string_view("exact"), std::string_view("over"),  std::string_view("nearly"),
                                                     std::string_view("about"), std::string_view("order"), std::string_view("at_most")};

/// A stated number: never silently exact. `low` and `high` bound it (no bound where empty);
/// `stated` is the number as written in the source ("gần 44 triệu đồng").
///
/// The bounds follow from the figure v and its qualifier, with s the unit of v's last digit that
/// is not 0 (44 000 000: 1 000 000), at most v:
///   exact [v, v] · over [v, ∞) · nearly [v−s, v] · about [v−s, v+s] · order [v, 10v) · at_most [0, v]
struct Quantity {
  std::optional<double> low;
  std::optional<double> high;
  std::string stated;
  Qualifier qualifier = Qualifier::exact;

  static Quantity of(double figure, Qualifier qualifier = Qualifier::exact, std::string stated = {});

  bool empty() const { return !low && !high; }
  explicit operator bool() const { return !empty(); }
  /// The figure that was stated (44 000 000 of "nearly 44 million"); 0 where empty.
  double figure() const;
  bool operator==(const Quantity&) const = default;
};

/// Can both mean one number? Where one is empty they can.
bool agree(const Quantity& a, const Quantity& b);
/// Does `a` leave less open than `b`? An exact number leaves nothing open, a number without a bound the most.
bool more_precise(const Quantity& a, const Quantity& b);

/// The sum of two quantities: bounds add up, a missing bound stays missing; exact only if both are.
Quantity operator+(const Quantity& a, const Quantity& b);

}  // namespace kevai
