#include "base/quantity.hpp"

#include <cmath>

namespace kevai {
namespace {

/// The unit of the last digit that is not 0; 1 for fractions.
double last_digit_unit(double figure) {
  if (figure == 0 || figure != std::floor(figure)) return 1;
  double unit = 1;
  while (std::fmod(figure, unit * 10) == 0) unit *= 10;
  return unit;
}

}  // namespace

Quantity Quantity::of(double figure, Qualifier qualifier, std::string stated) {
  Quantity q{figure, figure, std::move(stated), qualifier};
  const double step = std::min(last_digit_unit(figure), figure);
  switch (qualifier) {
    case Qualifier::exact:
      break;
    case Qualifier::over:
      q.high.reset();
      break;
    case Qualifier::nearly:
      q.low = figure - step;
      break;
    case Qualifier::about:
      q.low = figure - step;
      q.high = figure + step;
      break;
    case Qualifier::order:
      q.high = figure * 10;
      break;
    case Qualifier::at_most:
      q.low = 0;
      break;
  }
  return q;
}

double Quantity::figure() const {
  if (empty()) return 0;
  switch (qualifier) {
    case Qualifier::exact:
    case Qualifier::over:
    case Qualifier::order:
      return low.value_or(high.value_or(0));
    case Qualifier::nearly:
    case Qualifier::at_most:
      return high.value_or(low.value_or(0));
    case Qualifier::about:
      return (low.value_or(0) + high.value_or(low.value_or(0))) / 2;
  }
  return 0;
}

bool agree(const Quantity& a, const Quantity& b) {
  if (a.empty() || b.empty()) return true;
  const bool a_below_b = a.high && b.low && *a.high < *b.low;
  const bool b_below_a = b.high && a.low && *b.high < *a.low;
  return !a_below_b && !b_below_a;
}

bool more_precise(const Quantity& a, const Quantity& b) {
  if (a.empty() || b.empty()) return b.empty() && !a.empty();
  const bool a_bounded = a.low && a.high;
  const bool b_bounded = b.low && b.high;
  if (!a_bounded || !b_bounded) return a_bounded && !b_bounded;
  return *a.high - *a.low < *b.high - *b.low;
}

Quantity operator+(const Quantity& a, const Quantity& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  Quantity sum;
  if (a.low && b.low) sum.low = *a.low + *b.low;
  if (a.high && b.high) sum.high = *a.high + *b.high;
  if (a.qualifier == b.qualifier && a.qualifier != Qualifier::order) {
    sum.qualifier = a.qualifier;
  } else if (!sum.high) {
    sum.qualifier = Qualifier::over;
  } else {
    sum.qualifier = Qualifier::about;
  }
  return sum;
}

}  // namespace kevai
