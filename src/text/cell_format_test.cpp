#include "text/cell_format.hpp"

#include <gtest/gtest.h>

namespace kevai::text {
namespace {

TEST(CellFormat, TellsWhatOfAMomentItShows) {
  EXPECT_EQ(shown_by("dd/mm/yyyy"), Shown::day);
  EXPECT_EQ(shown_by("[$-42A]d \"tháng\" m yyyy"), Shown::day);
  EXPECT_EQ(shown_by("mmm\\-yy"), Shown::month);
  EXPECT_EQ(shown_by("yyyy"), Shown::year);
  EXPECT_EQ(shown_by("h:mm AM/PM"), Shown::time);
  EXPECT_EQ(shown_by("[h]:mm:ss"), Shown::time);
  EXPECT_EQ(shown_by("mm:ss"), Shown::time);
  EXPECT_EQ(shown_by("yyyy-mm-dd hh:mm"), Shown::moment);
  EXPECT_EQ(shown_by("General"), Shown::nothing);
  EXPECT_EQ(shown_by("#,##0.00 \"đồng mỗi ngày\""), Shown::nothing);
  EXPECT_EQ(shown_by("[Red]0;dd"), Shown::nothing);
}

TEST(CellFormat, CountsDaysAsExcelDoes) {
  EXPECT_EQ(moment_text(45125, Shown::day, false), "2023-07-18");
  EXPECT_EQ(moment_text(61, Shown::day, false), "1900-03-01");
  EXPECT_EQ(moment_text(1, Shown::day, false), "1900-01-01");
  EXPECT_EQ(moment_text(45108, Shown::month, false), "2023-07");
  EXPECT_EQ(moment_text(43663, Shown::day, true), "2023-07-18");
  EXPECT_EQ(moment_text(0.354166666666667, Shown::time, false), "08:30");
  EXPECT_EQ(moment_text(45125.354166666667, Shown::moment, false), "2023-07-18 08:30");
  EXPECT_EQ(moment_text(-1, Shown::day, false), "");
  EXPECT_EQ(moment_text(1e9, Shown::day, false), "");
}

}  // namespace
}  // namespace kevai::text
