#include "http/report_choice.hpp"

#include <gtest/gtest.h>

namespace kevai::http {
namespace {

TEST(ReportPeriod, TakesYearsMonthsAndDays) {
  const auto period = period_of("2023", "2028-06-15");
  ASSERT_TRUE(period);
  EXPECT_EQ(period->from.text(), "2023");
  EXPECT_EQ(period->to.text(), "2028-06-15");
}

TEST(ReportPeriod, MayBeOpenAtEitherEnd) {
  EXPECT_TRUE(period_of("", "2028") && period_of("2023", "") && period_of("", ""));
}

TEST(ReportPeriod, RefusesWhatIsNoDate) {
  for (const char* text : {"2023-02-31", "23", "--05-25", "2023-13", "yesterday", "2023 "}) {
    const auto period = period_of(text, "2028");
    ASSERT_FALSE(period) << text;
    EXPECT_EQ(period.error().code, "period_wrong");
  }
}

TEST(ReportPeriod, MayNotEndBeforeItBegins) {
  EXPECT_TRUE(period_of("2023-06", "2023"));
  const auto period = period_of("2024", "2023-12-31");
  ASSERT_FALSE(period);
  EXPECT_EQ(period.error().code, "period_reversed");
}

TEST(ReportFile, IsNamedForItsPeriodAndForm) {
  EXPECT_EQ(report_file_name(*period_of("2023", "2028"), ReportFormat::html), "ke-vai-2023-2028.html");
  EXPECT_EQ(report_file_name({}, ReportFormat::md), "ke-vai.md");
}

TEST(ReportFormatName, IsHtmlMdOrJson) {
  EXPECT_EQ(report_format_of("md"), ReportFormat::md);
  EXPECT_EQ(report_format_of("pdf").error().code, "format_unknown");
}

}  // namespace
}  // namespace kevai::http
