#include "report/icalendar.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace kevai::report {
namespace {

std::vector<std::string> lines_of(const std::string& calendar) {
  std::vector<std::string> lines;
  for (std::size_t at = 0, end; (end = calendar.find("\r\n", at)) != calendar.npos; at = end + 2)
    lines.push_back(calendar.substr(at, end - at));
  return lines;
}

bool has(const std::string& calendar, const std::string& line) {
  for (const std::string& one : lines_of(calendar))
    if (one == line) return true;
  return false;
}

TEST(ICalendar, FoldsLinesAtSeventyFiveOctetsBetweenCharacters) {
  const std::string long_name = "ຄະນະຜູ້ແທນກຳມະບານແຂວງຊຽງຂວາງຢ້ຽມຢາມແຂວງເຫງະອານ ຕາມແຜນງານຮ່ວມມື";
  const std::string calendar = icalendar("Lịch", {{.uid = "1", .summary = long_name, .first_day = "2026-11-22"}});
  std::string unfolded;
  for (const std::string& line : lines_of(calendar)) {
    EXPECT_LE(line.size(), 75u);
    EXPECT_NE(static_cast<unsigned char>(line.back()) & 0xC0, 0xC0) << "a character is cut";
    unfolded += line.starts_with(' ') ? line.substr(1) : "\n" + line;
  }
  EXPECT_NE(unfolded.find("SUMMARY:" + long_name), unfolded.npos);
}

TEST(ICalendar, EndsADayOnTheNext) {
  const std::string calendar = icalendar("", {{.uid = "1", .summary = "x", .first_day = "2026-12-30", .last_day = "2026-12-31"}});
  EXPECT_TRUE(has(calendar, "DTSTART;VALUE=DATE:20261230"));
  EXPECT_TRUE(has(calendar, "DTEND;VALUE=DATE:20270101"));
}

TEST(ICalendar, WritesATimeOfTheMorningOnTheDayBeforeInUtc) {
  const std::string calendar = icalendar("", {{.uid = "1", .summary = "x", .first_day = "2027-01-01", .time = "06:30"}});
  EXPECT_TRUE(has(calendar, "DTSTART:20261231T233000Z"));
}

TEST(ICalendar, EscapesWhatHasAMeaning) {
  const std::string calendar = icalendar("", {{.uid = "1", .summary = "Vinh; Nghệ An, thăm\nnhà \\", .first_day = "2027-01-01"}});
  EXPECT_TRUE(has(calendar, "SUMMARY:Vinh\\; Nghệ An\\, thăm\\nnhà \\\\"));
}

}  // namespace
}  // namespace kevai::report
