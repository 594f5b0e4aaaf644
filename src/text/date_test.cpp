#include "text/date.hpp"

#include <gtest/gtest.h>

namespace kevai::text {
namespace {

/// The dates of a text, ranges as from/to, `<` before one that is open at its end.
std::string dates(std::string_view text, const char* reference = "", Language language = Language::vi) {
  const auto tokens = tokenize(text);
  const CueMap cues(Lexicon::of(language).cues(tokens), tokens.size());
  std::string all;
  for (const auto& d : find_dates(tokens, cues, PartialDate::parse(reference).value_or(PartialDate{}))) {
    if (!all.empty()) all += " ";
    all += d.same_day ? "same-day" : (d.since ? "<" : "") + d.from.text() + (d.range ? "/" + d.to.text() : "");
  }
  return all;
}

TEST(Dates, AreReadInTheFormsVietnameseNewsUses) {
  EXPECT_EQ(dates("Chiều 5/7", "2022-07"), "2022-07-05");
  EXPECT_EQ(dates("Ngày 25.5, tại Đông Hà"), "--05-25");
  EXPECT_EQ(dates("ngày 09/08/2017"), "2017-08-09");
  EXPECT_EQ(dates("Vào tháng 6/2022"), "2022-06");
  EXPECT_EQ(dates("từ ngày 06 tháng 04 đến ngày 09 tháng 04 năm 2023"), "2023-04-06/2023-04-09");
  EXPECT_EQ(dates("từ ngày 28/2 đến ngày 4/03/2018"), "2018-02-28/2018-03-04");
  EXPECT_EQ(dates("từ ngày 18 – 20.11", "2021-11-25"), "2021-11-18/2021-11-20");
  EXPECT_EQ(dates("giai đoạn 2003 - 2018"), "2003/2018");
  EXPECT_EQ(dates("nhiệm kỳ 2013-2018"), "2013/2018");
  EXPECT_EQ(dates("hợp tác từ năm 2009"), "<2009");
  EXPECT_EQ(dates("sáng cùng ngày"), "same-day");
  EXPECT_EQ(dates("hôm nay (7/12)", "2021-12-08"), "2021-12-07");
}

TEST(Dates, AreReadInEnglishAndLao) {
  EXPECT_EQ(dates("on July 5, 2022", "", Language::en), "2022-07-05");
  EXPECT_EQ(dates("from February 23-28, 2012", "", Language::en), "2012-02-23/2012-02-28");
  EXPECT_EQ(dates("from November 3 to 6, 2025", "", Language::en), "2025-11-03/2025-11-06");
  EXPECT_EQ(dates("ວັນທີ 13 ສິງຫາ 2024", "", Language::lo), "2024-08-13");
  EXPECT_EQ(dates("ວັນທີ 12-14 ມີນາ 2024", "", Language::lo), "2024-03-12/2024-03-14");
  EXPECT_EQ(dates("ເດືອນ 6 ປີ 2022", "", Language::lo), "2022-06");
}

TEST(Dates, OfADayAndTheNextAreARange) {
  EXPECT_EQ(dates("Trong hai ngày 17 và 18.9.2018"), "2018-09-17/2018-09-18");
  EXPECT_EQ(dates("các ngày 5 và 6/8", "2019-08-08"), "2019-08-05/2019-08-06");
  EXPECT_EQ(dates("ໃນວັນທີ 6 ແລະ 7 ມິຖຸນາ 2024", "", Language::lo), "2024-06-06/2024-06-07");
  EXPECT_EQ(dates("gồm 5 và 12/8 người"), "");
}

TEST(Dates, OfAPartOfAYearAreItsMonths) {
  EXPECT_EQ(dates("6 tháng đầu năm 2024"), "2024-01/2024-06");
  EXPECT_EQ(dates("Sáu tháng đầu năm", "2024-08-01"), "2024-01/2024-06");
  EXPECT_EQ(dates("9 tháng đầu năm nay", "2023-10"), "2023-01/2023-09");
  EXPECT_EQ(dates("quý I/2020"), "2020-01/2020-03");
  EXPECT_EQ(dates("trong quý II năm 2022"), "2022-04/2022-06");
  EXPECT_EQ(dates("in the first nine months of 2023", "", Language::en), "2023-01/2023-09");
  EXPECT_EQ(dates("the second quarter of 2021", "", Language::en), "2021-04/2021-06");
  EXPECT_EQ(dates("6 ເດືອນຕົ້ນປີ 2024", "", Language::lo), "2024-01/2024-06");
  EXPECT_EQ(dates("ໄຕມາດ II ປີ 2022", "", Language::lo), "2022-04/2022-06");
}

TEST(Dates, KeepTheYearOfItsBeginningOrEnd) {
  EXPECT_EQ(dates("đến cuối năm 2023"), "2023");
  EXPECT_EQ(dates("từ đầu năm 2021"), "<2021");
  EXPECT_EQ(dates("by the end of 2025", "", Language::en), "2025");
}

TEST(Dates, ThatCannotBeAreNone) {
  EXPECT_EQ(dates("ngày 31/02/2020"), "");
  EXPECT_EQ(dates("ngày 5/13"), "");
}

TEST(Dates, TakeTheYearNearestToTheDateline) {
  EXPECT_EQ(dates("ngày 28/12", "2024-01-03"), "2023-12-28");
  EXPECT_EQ(dates("ngày 3/1", "2023-12-28"), "2024-01-03");
}

TEST(Dates, AreNoNumbersAndNumbersNoDates) {
  EXPECT_EQ(dates("20 năm hợp tác, 36.699 đoàn viên, 2 tỉnh"), "");
}

TEST(Dates, OfADatelineAndTheDayAfterItAreTwo) {
  EXPECT_EQ(dates("ngày 25/11/2022 - Sáng 21/11", "2022-11-25"), "2022-11-25 2022-11-21");
}

TEST(Dates, AreCountedFromTheDayOfTheArticleOrTheDayToldLast) {
  EXPECT_EQ(dates("Hôm qua, 16/7, tại Đông Hà", "2017-07-18"), "2017-07-16");
  EXPECT_EQ(dates("Sáng nay (16/5), tại Vinh", "2023-05-16"), "2023-05-16");
  EXPECT_EQ(dates("Cùng ngày 12.9, hai bên", "2025-09-13"), "2025-09-12");
  EXPECT_EQ(dates("Chiều qua, tại Vinh", "2023-05-16"), "2023-05-15");
  EXPECT_EQ(dates("Sáng 31/5, đoàn tới Vinh. Hôm sau, đoàn đi Hà Tĩnh.", "2023-06-05"), "2023-05-31 2023-06-01");
  EXPECT_EQ(dates("Ngày 12/5, đoàn tới. Hai ngày sau, đoàn về.", "2023-05-20"), "2023-05-12 2023-05-14");
  EXPECT_EQ(dates("Hôm sau, đoàn đi Hà Tĩnh.", "2023-06-05"), "");
}

TEST(Dates, OfTheYearBeforeAreToldByAWord) {
  EXPECT_EQ(dates("tháng 9 năm ngoái", "2023-05-20"), "2022-09");
  EXPECT_EQ(dates("Năm ngoái, hai bên", "2023-05-20"), "2022");
  EXPECT_EQ(dates("hồi tháng 3", "2014-11-21"), "2014-03");
}

TEST(Dates, YearsOfAListShareTheirWord) {
  EXPECT_EQ(dates("mở vào các năm 2008, 2010 và 2012"), "2008 2010 2012");
}

}  // namespace
}  // namespace kevai::text
