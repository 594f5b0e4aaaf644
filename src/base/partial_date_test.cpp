#include "base/partial_date.hpp"

#include <gtest/gtest.h>

namespace kevai {
namespace {

PartialDate date(const char* text) {
  return PartialDate::parse(text).value();
}

TEST(PartialDate, KeepsThePrecisionItWasWrittenWith) {
  for (const char* text : {"2017-08-09", "2022-06", "2019", "--05-25"}) EXPECT_EQ(date(text).text(), text);
}

TEST(PartialDate, RefusesDaysThatCannotBe) {
  for (const char* text : {"2023-02-31", "2023-02-29", "2023-13", "2023-00", "2023-04-31", "--02-30", "--13-01", "0000"})
    EXPECT_FALSE(PartialDate::parse(text)) << text;
}

TEST(PartialDate, TakesThe29thOfFebruaryInALeapYearAndWhereNoYearIsStated) {
  EXPECT_TRUE(PartialDate::parse("2024-02-29"));
  EXPECT_TRUE(PartialDate::parse("--02-29"));
}

TEST(PartialDate, RefusesWhatIsNoDate) {
  for (const char* text : {"", "2023-", "2023-6", "23", "2023-06-1", "2023/06/01", "--06", "-06-01", "2023-06-01x", "năm 2023"})
    EXPECT_FALSE(PartialDate::parse(text)) << text;
}

TEST(PartialDate, SpansItsFirstToItsLastDay) {
  EXPECT_EQ(date("2024-02").first_day(), "2024-02-01");
  EXPECT_EQ(date("2024-02").last_day(), "2024-02-29");
  EXPECT_EQ(date("2019").last_day(), "2019-12-31");
  EXPECT_EQ(date("--05-25").first_day(), "");
}

TEST(PartialDate, AgreesWhereBothCanMeanTheSameDay) {
  EXPECT_TRUE(date("2022").agrees_with(date("2022-07-05")));
  EXPECT_TRUE(date("--07-05").agrees_with(date("2022-07-05")));
  EXPECT_FALSE(date("2022-06").agrees_with(date("2022-07-05")));
}

TEST(Period, TouchesWhatCanFallIntoIt) {
  const Period period{date("2023"), date("2028")};
  EXPECT_TRUE(period.touches(date("2023-06-26")));
  EXPECT_TRUE(period.touches(date("2017"), date("2023-01")));
  EXPECT_FALSE(period.touches(date("2022-12-31")));
  EXPECT_FALSE(period.touches(date("--05-25")));
  EXPECT_TRUE((Period{{}, date("2020")}).touches(date("1999")));
}

}  // namespace
}  // namespace kevai
