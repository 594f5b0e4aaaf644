// How the events of one visit are told apart; the sentences are made up.
#include <gtest/gtest.h>

#include <algorithm>

#include "extract/extract.hpp"
#include "support/facts_of.hpp"

namespace kevai::extract {
namespace {

using Names = std::vector<std::string>;

/// An article about a visit to Lai Châu that ends with the sentences under test.
Article visit(const std::string& sentences) {
  return read(
      "Công đoàn hai tỉnh Lai Châu - Bo Kẹo thắt chặt hợp tác\n\n"
      "Từ ngày 2 đến 5/6, đoàn cán bộ Liên hiệp Công đoàn tỉnh Bo Kẹo (Lào) gồm 8 người do ông Bun Mi Xay "
      "Nha "
      "Vông, Chủ tịch Liên hiệp Công đoàn tỉnh Bo Kẹo làm trưởng đoàn đã sang thăm tỉnh Lai Châu. Sáng 3/6, "
      "LĐLĐ "
      "tỉnh Lai Châu đã hội đàm với đoàn.\n\n" +
          sentences + "\n",
      PartialDate::parse("2024-06-05").value());
}

std::vector<ActivityFact> of_kind(const Article& article, ActivityKind kind) {
  auto found = facts_of<ActivityFact>(article);
  std::erase_if(found, [kind](const ActivityFact& a) { return a.kind != kind; });
  return found;
}

TEST(Activities, TalksWithTheGuestsHaveTheHeadOfTheirDelegation) {
  const auto talks = of_kind(visit(""), ActivityKind::talks);
  ASSERT_EQ(talks.size(), 1U);
  EXPECT_EQ(talks[0].date.text(), "2024-06-03");
  EXPECT_EQ(talks[0].head, "Bun Mi Xay Nha Vông");
}

TEST(Activities, ReceptionByAnotherBodyIsNotTheTalksOfTheSameDay) {
  const auto talks = of_kind(visit("Chiều cùng ngày, Phó Chủ tịch UBND tỉnh Lai Châu Lò Văn Bình đã tiếp đoàn."), ActivityKind::talks);
  ASSERT_EQ(talks.size(), 2U);
  EXPECT_EQ(talks[1].date.text(), "2024-06-03");
  EXPECT_EQ(talks[1].orgs, (Names{"la.bokeo", "UBND tỉnh Lai Châu"}));
}

TEST(Activities, MeetingOfYearsBeforeDoesNotDateTheMainEvent) {
  const auto signings = of_kind(visit("Ngày 20/7/2019, LĐLĐ tỉnh Lai Châu và Liên hiệp Công đoàn tỉnh Bo Kẹo "
                                      "đã tổ chức gặp mặt. Kết thúc hội đàm, "
                                      "hai bên đã ký biên bản ghi nhớ."),
                                ActivityKind::signing);
  ASSERT_EQ(signings.size(), 1U);
  EXPECT_EQ(signings[0].date.text(), "2024-06-03");
}

TEST(Activities, SightWithoutANameIsToldByWhereItIs) {
  const auto visits = of_kind(visit("Ngày 4/6, đoàn đã đi thăm mô hình trồng chè tại huyện Tân Uyên."), ActivityKind::visit);
  ASSERT_EQ(visits.size(), 2U);
  EXPECT_EQ(visits[1].place, "mô hình trồng chè tại huyện Tân Uyên");
}

TEST(Activities, GiftsInTheHandsOfThoseInNeedAreRelief) {
  const auto relief = of_kind(visit("Ngày 4/6, tại Cửa khẩu Ma Lù Thàng, LĐLĐ tỉnh Lai Châu đã trao 200 suất "
                                    "quà cho bà con bị ảnh hưởng bởi mưa lũ."),
                              ActivityKind::relief);
  ASSERT_EQ(relief.size(), 1U);
  EXPECT_EQ(relief[0].date.text(), "2024-06-04");
}

TEST(Activities, CourseThatEndsIsACeremonyAsWell) {
  const Article article = visit("Ngày 4/6, LĐLĐ tỉnh Lai Châu bế giảng lớp tập huấn cho 20 cán bộ tỉnh bạn.");
  ASSERT_EQ(of_kind(article, ActivityKind::training).size(), 1U);
  EXPECT_EQ(of_kind(article, ActivityKind::training)[0].end_date.text(), "2024-06-04");
  ASSERT_EQ(of_kind(article, ActivityKind::ceremony).size(), 1U);
}

TEST(Activities, WhatIsAgreedOnInAListIsNotDone) {
  const Article article = visit("Hai bên thống nhất:\n- Mỗi năm cử một đoàn sang thăm;\n- Tổ chức giao lưu văn nghệ.");
  EXPECT_EQ(of_kind(article, ActivityKind::visit).size(), 1U);
  EXPECT_TRUE(of_kind(article, ActivityKind::exchange).empty());
}

TEST(Activities, GuestsSpokenOfAsTheyGoAboutOnTheDayOfTheTalks) {
  const auto visits = of_kind(read("Unions of two countries discuss cooperation\n\n"
                                   "A delegation of the Vietnam General Confederation of Labour (VGCL), led "
                                   "by its Vice President Phan Van "
                                   "Anh, had talks with leaders of the Lao Federation of Trade Unions (LFTU) "
                                   "in Vientiane on March 13. They "
                                   "also visited the National Museum of Labour.\n",
                                   PartialDate::parse("2024-03-14").value()),
                              ActivityKind::visit);
  ASSERT_FALSE(visits.empty());
  EXPECT_EQ(visits.back().place, "National Museum of Labour");
  EXPECT_EQ(visits.back().date.text(), "2024-03-13");
}

TEST(People, ListedBeforeOneWithAPostHoldItToo) {
  const auto people = facts_of<PersonFact>(visit("Cùng dự có các đồng chí: Lò Thị Hoa, Vàng A Pao - Phó Chủ tịch LĐLĐ tỉnh Lai Châu."));
  ASSERT_EQ(people.size(), 3U);
  EXPECT_EQ(people[1].name, "Lò Thị Hoa");
  EXPECT_EQ(people[1].role, "Phó Chủ tịch LĐLĐ tỉnh Lai Châu");
  EXPECT_EQ(people[2].org, "vn.lai-chau");
}

TEST(People, WhoPlacesAreNamedAfterAreNotAmongThem) {
  EXPECT_EQ(facts_of<PersonFact>(visit("Đoàn đã vào Lăng viếng Chủ tịch Hồ Chí Minh.")).size(), 1U);
}

TEST(Awards, GroupsAndPersonsAreCountedTogether) {
  const auto awards = facts_of<AwardFact>(visit("LĐLĐ tỉnh Lai Châu tặng Bằng khen cho 5 tập thể và 8 cá nhân của tỉnh bạn."));
  ASSERT_EQ(awards.size(), 1U);
  EXPECT_EQ(awards[0].count, 13);
}

TEST(Awards, TheStateGivesNotWhoHandsThemOver) {
  const auto awards =
      facts_of<AwardFact>(visit("Thừa ủy quyền của Chủ tịch nước CHDCND Lào, ông Bun Mi Xay Nha Vông trao "
                                "tặng Huân chương Hữu nghị cho LĐLĐ tỉnh "
                                "Lai Châu."));
  ASSERT_EQ(awards.size(), 1U);
  EXPECT_EQ(awards[0].from, "Chủ tịch nước CHDCND Lào");
  EXPECT_EQ(awards[0].to, "vn.lai-chau");
}

TEST(Events, AreToldByTheWordsBesideTheirDay) {
  const auto games = of_kind(visit("Tối 4/6, công nhân hai tỉnh đốt lửa trại tại thị trấn Tam Đường."), ActivityKind::exchange);
  ASSERT_EQ(games.size(), 1U);
  EXPECT_EQ(games[0].date.text(), "2024-06-04");
  EXPECT_EQ(games[0].place, "thị trấn Tam Đường");
}

TEST(Events, OfSeveralYearsInOneSentenceAreOneForEach) {
  const auto courses = of_kind(visit("Hai lớp trước mở vào các năm 2018 và 2020."), ActivityKind::training);
  ASSERT_EQ(courses.size(), 2U);
  EXPECT_EQ(courses[0].date.text(), "2018");
  EXPECT_EQ(courses[1].date.text(), "2020");
}

TEST(Events, ThatWereNotHeldOrAreStillToComeAreNone) {
  EXPECT_TRUE(of_kind(visit("Năm 2021, do dịch bệnh, hai bên không thể hội đàm."), ActivityKind::talks).size() <= 1);
  EXPECT_TRUE(of_kind(visit("Ngày 20/6, hai bên dự kiến thi đấu bóng chuyền."), ActivityKind::exchange).empty());
}

TEST(Events, BesideACongressAreNotTheCongress) {
  EXPECT_TRUE(of_kind(visit("Ngày 4/6, bên lề Đại hội Công đoàn tỉnh, lãnh đạo hai bên gặp nhau."), ActivityKind::conference).empty());
}

TEST(Relief, IsToldByGiftsCarriedToPeopleInNeedOnADay) {
  const auto relief = of_kind(visit("Ngày 20/8/2023, LĐLĐ tỉnh Lai Châu chở 5 tấn gạo sang giúp bà con bị lũ quét."), ActivityKind::relief);
  ASSERT_EQ(relief.size(), 1U);
  EXPECT_EQ(relief[0].date.text(), "2023-08-20");
  EXPECT_EQ(relief[0].orgs.front(), "vn.lai-chau");
}

TEST(Delegations, ThatSomebodySendsAreOfWhoSendsThem) {
  const auto visits = of_kind(visit("Ngày 10/4, LĐLĐ tỉnh Lai Châu cử đoàn sang chúc Tết bạn."), ActivityKind::visit);
  const auto sent = std::find_if(visits.begin(), visits.end(), [](const auto& v) { return v.date.text() == "2024-04-10"; });
  ASSERT_NE(sent, visits.end());
  EXPECT_EQ(sent->orgs.front(), "vn.lai-chau");
}

TEST(Signings, AreEventsWhereTheirOccasionDayOrPeriodIsTold) {
  EXPECT_EQ(of_kind(visit("Kết thúc hội đàm, hai bên đã ký biên bản ghi nhớ."), ActivityKind::signing).size(), 1U);
  EXPECT_EQ(of_kind(visit("Bản ghi nhớ mà hai tỉnh đã ký ngày 20/7/2019 nay hết hạn."), ActivityKind::signing).size(), 1U);
  EXPECT_TRUE(of_kind(visit("Hai bên cùng ký kết biên bản ghi nhớ hợp tác."), ActivityKind::signing).empty());
}

TEST(Calls, AreToldOfWhoIsReceivedToo) {
  const auto talks =
      of_kind(visit("Chiều 4/6, đoàn được đồng chí Lò Văn Bình, Phó Chủ tịch UBND tỉnh tiếp thân mật."), ActivityKind::talks);
  ASSERT_EQ(talks.size(), 2U);
  EXPECT_EQ(talks[1].orgs, (Names{"la.bokeo", "UBND tỉnh"}));
}

}  // namespace
}  // namespace kevai::extract
