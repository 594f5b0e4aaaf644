// What Vietnamese articles tell beyond the plain telling of extract_test.cpp; the sentences are made up.
#include <gtest/gtest.h>

#include "extract/extract.hpp"
#include "support/facts_of.hpp"

namespace kevai::extract {
namespace {

/// An article about two provinces' unions that ends with the sentences under test.
Article provinces(const std::string& sentences) {
  return read(
      "Công đoàn hai tỉnh Lai Châu - Bo Kẹo thắt chặt hợp tác\n\n"
      "Sáng 3/6, tại thành phố Lai Châu, LĐLĐ tỉnh Lai Châu đã hội đàm với đoàn cán bộ Liên hiệp Công đoàn "
      "tỉnh "
      "Bo Kẹo (Lào).\n\n" +
          sentences + "\n",
      PartialDate::parse("2024-06-05").value());
}

/// An article about the unions of two districts.
Article districts(const std::string& sentences) {
  return read(
      "Công đoàn hai huyện gặp gỡ ở biên giới\n\n"
      "Ngày 3/6, LĐLĐ huyện Mường Lát (Thanh Hóa) đã hội đàm với Công đoàn huyện Viêng Xay, tỉnh Hủa Phăn, "
      "Lào.\n\n" +
          sentences + "\n",
      PartialDate::parse("2024-06-05").value());
}

std::vector<ActivityFact> activities(const Article& article, ActivityKind kind) {
  auto found = facts_of<ActivityFact>(article);
  std::erase_if(found, [kind](const ActivityFact& a) { return a.kind != kind; });
  return found;
}

std::vector<std::string> themes(const Article& article) {
  std::vector<std::string> found;
  for (const auto& fact : facts_of<CommitmentFact>(article)) found.emplace_back(name_of(fact.theme));
  return found;
}

using Names = std::vector<std::string>;

TEST(VietnameseBodies, OfDistrictsArePartiesByTheNamesWritten) {
  const auto talks = activities(districts(""), ActivityKind::talks);
  ASSERT_EQ(talks.size(), 1U);
  EXPECT_EQ(talks[0].orgs, (Names{"LĐLĐ huyện Mường Lát", "Công đoàn huyện Viêng Xay"}));
}

TEST(VietnameseBodies, OfABranchAreLaoOrVietnameseByTheirLastWord) {
  const auto talks = activities(read("Hai công đoàn ngành xích lại gần nhau\n\n"
                                     "Ngày 3/6/2024, tại Hà Nội, CĐ ngành Y tế Việt Nam đã hội đàm với Công đoàn ngành Y tế "
                                     "Lào.\n"),
                                ActivityKind::talks);
  ASSERT_EQ(talks.size(), 1U);
  EXPECT_EQ(talks[0].orgs, (Names{"vn.sector.health", "Công đoàn ngành Y tế Lào"}));
}

TEST(VietnameseBodies, ADistrictStandsForItsUnion) {
  const auto found = facts_of<QuantityFact>(districts("Huyện Mường Lát hiện có 61 CĐCS ở các bản, các trường học."));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].orgs, (Names{"LĐLĐ huyện Mường Lát"}));
}

TEST(VietnameseActivities, WhatADelegationSeesIsApartFromItsJourney) {
  const auto visits = activities(provinces("Đoàn Liên hiệp Công đoàn tỉnh Bo Kẹo sang thăm tỉnh Lai Châu từ ngày 2 đến "
                                           "5/6. Chiều 4/6, đoàn đi thăm Nhà máy chè Tam Đường."),
                                 ActivityKind::visit);
  ASSERT_EQ(visits.size(), 2U);
  EXPECT_EQ(visits[0].end_date.text(), "2024-06-05");
  EXPECT_EQ(visits[1].place, "Nhà máy chè Tam Đường");
  EXPECT_EQ(visits[1].date.text(), "2024-06-04");
  EXPECT_EQ(visits[1].orgs, (Names{"la.bokeo", "vn.lai-chau"}));
}

TEST(VietnameseActivities, ACourtesyCallIsNoOtherTellingOfTheTalks) {
  const auto talks = activities(provinces("Trước đó, đoàn đã đến chào đồng chí Bí thư Tỉnh ủy."), ActivityKind::talks);
  ASSERT_EQ(talks.size(), 2U);
  EXPECT_EQ(talks[1].orgs, (Names{"la.bokeo", "Tỉnh ủy"}));
}

TEST(VietnameseActivities, ATrainingOfSeveralDaysHasBothItsDays) {
  const auto found = activities(provinces("Từ ngày 20 đến 22/5, LĐLĐ tỉnh Lai Châu đã tổ chức lớp tập huấn cho 35 học "
                                          "viên tỉnh bạn."),
                                ActivityKind::training);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].date.text(), "2024-05-20");
  EXPECT_EQ(found[0].end_date.text(), "2024-05-22");
  EXPECT_EQ(found[0].participants, 35);
}

TEST(VietnameseActivities, AConferenceOnlySpokenOfIsNone) {
  EXPECT_TRUE(activities(provinces("Học viên được hướng dẫn kỹ năng tổ chức hội nghị."), ActivityKind::conference).empty());
}

TEST(VietnameseCommitments, GoOnOverNumberedSentences) {
  EXPECT_EQ(themes(provinces("Hai bên thống nhất 3 nội dung: Một là, duy trì trao đổi đoàn hằng năm. Hai là, phối hợp "
                             "dạy tiếng Việt. Ba là, tổ chức giao hữu bóng chuyền.")),
            (Names{"visits", "language", "culture"}));
}

TEST(VietnameseCommitments, GoOnOverLines) {
  EXPECT_EQ(themes(provinces("Hai bên thống nhất trong thời gian tới thực hiện các nội dung sau:\n"
                             "1. Duy trì trao đổi đoàn mỗi năm một lần;\n"
                             "2. Mở lớp dạy tiếng Việt cho cán bộ tỉnh bạn.")),
            (Names{"visits", "language"}));
}

TEST(VietnameseCommitments, WhatOneSideDoesIsAgreedByBoth) {
  const auto found =
      facts_of<CommitmentFact>(provinces("Hai bên nhất trí: duy trì trao đổi đoàn; LĐLĐ tỉnh Lai Châu giúp tỉnh bạn đào tạo "
                                         "cán bộ."));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].orgs.size(), 2U);
  EXPECT_EQ(found[1].orgs.size(), 2U);
}

TEST(VietnameseCommitments, WhatBothJudgeIsNone) {
  EXPECT_TRUE(themes(provinces("Hai bên thống nhất đánh giá: đã mở 3 lớp bồi dưỡng.")).empty());
}

TEST(VietnameseQuantities, TellWhoseDelegationsWentWhere) {
  const auto found =
      facts_of<QuantityFact>(provinces("Từ năm 2019 đến nay, LĐLĐ tỉnh Lai Châu đã cử 4 đoàn với 23 lượt người sang tỉnh bạn giao lưu."));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].measure, "delegations_out");
  EXPECT_EQ(found[1].measure, "person_trips_out");
}

TEST(VietnameseQuantities, TheCountedMayStandBeforeTheVerb) {
  const auto found = facts_of<QuantityFact>(provinces("Ở Liên hiệp Công đoàn tỉnh Bo Kẹo, cán bộ chuyên trách chỉ có 17 người."));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].measure, "officials");
  EXPECT_EQ(found[0].value, 17);
}

TEST(VietnameseQuantities, WhatIsStrivenForIsNoCount) {
  EXPECT_TRUE(facts_of<QuantityFact>(provinces("LĐLĐ tỉnh Lai Châu phấn đấu kết nạp mới 300 đoàn viên.")).empty());
}

TEST(VietnameseSupport, CountsInHalvesAndBeforeTheVerb) {
  const auto found =
      facts_of<SupportFact>(provinces("Năm 2023, LĐLĐ tỉnh Lai Châu đã trích 1 tỷ rưỡi đồng hỗ trợ đoàn viên "
                                      "tỉnh bạn khắc phục hậu quả lũ."));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].value, 1.5e9);
}

TEST(VietnameseSupport, LeavesOutOnesOwnFunds) {
  EXPECT_TRUE(facts_of<SupportFact>(provinces("Các cấp công đoàn Lai Châu đã ủng hộ Quỹ vì công nhân nghèo 2 tỷ đồng.")).empty());
}

TEST(VietnamesePersons, ShareAPostNamedOnce) {
  const auto found =
      facts_of<PersonFact>(provinces("Dự hội đàm, về phía LĐLĐ tỉnh Lai Châu có các đồng chí Phó Chủ tịch: Lò Văn Tướng, Vàng Thị Mai."));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].name, "Vàng Thị Mai");
  EXPECT_EQ(found[1].role, "Phó Chủ tịch");
  EXPECT_EQ(found[1].org, "vn.lai-chau");
}

TEST(VietnameseAgreements, MayBeProlonged) {
  const auto found =
      facts_of<AgreementFact>(provinces("Thỏa thuận hợp tác giai đoạn 2016 - 2021 được gia hạn đến năm 2026 đã đi vào cuộc sống."));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].to.text(), "2026");
}

TEST(VietnameseAgreements, CountedAreNotTold) {
  EXPECT_TRUE(facts_of<AgreementFact>(provinces("Trong 20 năm, hai bên đã ký 4 bản thỏa thuận.")).empty());
}

TEST(VietnameseAwards, MayComeFromAnotherBodyThanAUnion) {
  const auto found = facts_of<AwardFact>(provinces("UBND tỉnh tặng Bằng khen cho 3 cá nhân thuộc Liên hiệp Công đoàn tỉnh Bo Kẹo."));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].from, "UBND tỉnh");
  EXPECT_EQ(found[0].to, "la.bokeo");
  EXPECT_EQ(found[0].count, 3);
}

}  // namespace
}  // namespace kevai::extract
