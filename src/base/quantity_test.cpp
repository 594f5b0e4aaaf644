#include "base/quantity.hpp"

#include <gtest/gtest.h>

namespace kevai {
namespace {

TEST(Quantity, KeepsTheFigureThatWasStated) {
  for (const Qualifier qualifier :
       {Qualifier::exact, Qualifier::over, Qualifier::nearly, Qualifier::about, Qualifier::order, Qualifier::at_most})
    EXPECT_EQ(Quantity::of(44'000'000, qualifier).figure(), 44'000'000) << name_of(qualifier);
}

TEST(Quantity, IsAnIntervalWhereItIsQualified) {
  const Quantity nearly = Quantity::of(44'000'000, Qualifier::nearly);
  EXPECT_EQ(nearly.low, 43'000'000);
  EXPECT_EQ(nearly.high, 44'000'000);
  EXPECT_FALSE(Quantity::of(15, Qualifier::over).high);
  EXPECT_EQ(Quantity::of(100'000'000, Qualifier::order).high, 1'000'000'000);
  EXPECT_EQ(Quantity::of(2, Qualifier::at_most).low, 0);
  EXPECT_EQ(Quantity::of(0, Qualifier::about).low, 0);
}

TEST(Quantity, AddsUpItsBounds) {
  const Quantity sum = Quantity::of(34) + Quantity::of(40);
  EXPECT_EQ(sum.figure(), 74);
  EXPECT_EQ(sum.qualifier, Qualifier::exact);
  const Quantity open = Quantity::of(34) + Quantity::of(15, Qualifier::over);
  EXPECT_EQ(open.low, 49);
  EXPECT_FALSE(open.high);
  EXPECT_EQ(open.qualifier, Qualifier::over);
}

}  // namespace
}  // namespace kevai
