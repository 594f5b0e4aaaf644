#include "extract/extract.hpp"

#include <gtest/gtest.h>

#include "base/result.hpp"
#include "support/facts_of.hpp"

namespace kevai::extract {
namespace {

/// An article of short sentences around the one under test, so that the context is known.
Article vietnamese(const std::string& sentence, const char* date = "2024-05-20") {
  return read(
      "Công đoàn hai tỉnh Nghệ An - Xiêng Khoảng tăng cường hợp tác\n\n"
      "Sáng 15/5, tại thành phố Vinh, Liên đoàn Lao động tỉnh Nghệ An và Liên hiệp Công đoàn tỉnh Xiêng "
      "Khoảng "
      "(Lào) đã tổ chức hội đàm.\n\n" +
          sentence + "\n",
      PartialDate::parse(date).value());
}

template <class F>
F only(const Article& article) {
  const auto found = facts_of<F>(article);
  EXPECT_EQ(found.size(), 1U);
  return found.empty() ? F{} : found.front();
}

TEST(Extract, TellsTheMainEventOnceWithDayPlaceAndParties) {
  const auto talks = only<ActivityFact>(vietnamese("Tại buổi hội đàm, hai bên đã thông báo cho nhau tình hình hoạt động."));
  EXPECT_EQ(talks.kind, ActivityKind::talks);
  EXPECT_EQ(talks.date.text(), "2024-05-15");
  EXPECT_EQ(talks.place, "thành phố Vinh");
  EXPECT_EQ(talks.orgs, (std::vector<std::string>{"vn.nghe-an", "la.xiangkhouang"}));
}

TEST(Extract, ReadsADelegationWithItsHeadAndSize) {
  const auto facts =
      facts_of<ActivityFact>(vietnamese("Đoàn cán bộ Liên hiệp Công đoàn tỉnh Xiêng Khoảng gồm 7 thành viên, "
                                        "do đồng chí Khăm Phăn Xay Nha Vông - "
                                        "Chủ tịch Liên hiệp Công đoàn tỉnh Xiêng Khoảng làm trưởng đoàn."));
  ASSERT_EQ(facts.size(), 2U);
  EXPECT_EQ(facts[1].kind, ActivityKind::visit);
  EXPECT_EQ(facts[1].head, "Khăm Phăn Xay Nha Vông");
  EXPECT_EQ(facts[1].participants, 7);
  EXPECT_EQ(facts[1].orgs.front(), "la.xiangkhouang");
}

TEST(Extract, ReadsASigningAsActivityAndAgreement) {
  const Article article = vietnamese("Ngày 12/3/2019, tại Nghệ An, hai bên đã ký kết biên bản ghi nhớ về tăng cường trao đổi thông tin.");
  const auto agreement = only<AgreementFact>(article);
  EXPECT_EQ(agreement.kind, AgreementKind::mou);
  EXPECT_EQ(agreement.signed_on.text(), "2019-03-12");
  const auto activities = facts_of<ActivityFact>(article);
  ASSERT_EQ(activities.size(), 2U);
  EXPECT_EQ(activities[1].kind, ActivityKind::signing);
}

TEST(Extract, ReadsAnAgreementsPeriodAndPoints) {
  EXPECT_EQ(only<AgreementFact>(vietnamese("Chương trình hợp tác giai đoạn 2020 - 2025 được thực hiện tốt ở hai tỉnh.")).to.text(), "2025");
  EXPECT_EQ(only<AgreementFact>(vietnamese("Bản ghi nhớ 4 điểm được ký kết vào tháng 3/2018 đã đi vào cuộc sống.")).points, 4);
}

TEST(Extract, ReadsWhenAnAgreementRunsOut) {
  const auto agreement = only<AgreementFact>(vietnamese("Thỏa thuận còn hiệu lực đến hết tháng 3/2027."));
  EXPECT_EQ(agreement.to.text(), "2027-03");
  EXPECT_EQ(agreement.parties, (std::vector<std::string>{"vn.nghe-an", "la.xiangkhouang"}));
  EXPECT_TRUE(facts_of<AgreementFact>(vietnamese("Hộ chiếu của ông còn hiệu lực đến tháng 3/2027.")).empty());
}

TEST(Extract, CountsExchangesOutAndInWithTheirQualifier) {
  const auto found =
      facts_of<QuantityFact>(vietnamese("Từ năm 2020 đến nay, hai bên đã trao đổi 9 đoàn ra với 40 lượt "
                                        "người, 5 đoàn vào với gần 30 lượt người."));
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].measure, "delegations_out");
  EXPECT_EQ(found[1].measure, "person_trips_out");
  EXPECT_EQ(found[2].measure, "delegations_in");
  EXPECT_EQ(found[3].measure, "person_trips_in");
  EXPECT_EQ(found[3].qualifier, Qualifier::nearly);
  EXPECT_EQ(found[0].from.text(), "2020");
}

TEST(Extract, TellsMembersFromNewMembers) {
  const auto found =
      facts_of<QuantityFact>(vietnamese("LĐLĐ tỉnh Nghệ An hiện có 1.200 công đoàn cơ sở với 90.500 đoàn "
                                        "viên, năm qua kết nạp mới 3.000 đoàn viên."));
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[1].measure, "members");
  EXPECT_EQ(found[1].orgs, std::vector<std::string>{"vn.nghe-an"});
  EXPECT_EQ(found[2].measure, "members_new");
}

TEST(Extract, ReadsAPersonWithTheRoleThatCounts) {
  const auto person =
      only<PersonFact>(vietnamese("Dự hội đàm có ông Trần Văn Mười - Tỉnh ủy viên, Chủ tịch LĐLĐ tỉnh Nghệ "
                                  "An cùng các cơ quan liên quan."));
  EXPECT_EQ(person.name, "Trần Văn Mười");
  EXPECT_EQ(person.role, "Tỉnh ủy viên, Chủ tịch LĐLĐ tỉnh Nghệ An");
  EXPECT_EQ(person.org, "vn.nghe-an");
}

TEST(Extract, ReadsTheAnniversaryOfTheTreaty) {
  const auto occasion =
      only<OccasionFact>(vietnamese("Hoạt động nhân kỷ niệm 47 năm ngày ký Hiệp ước Hữu nghị và Hợp tác Việt "
                                    "Nam - Lào (18/7/1977 - 18/7/2024)."));
  EXPECT_EQ(occasion.name, "friendship-treaty");
  EXPECT_EQ(occasion.date.text(), "1977-07-18");
  EXPECT_EQ(occasion.anniversary, 47);
}

TEST(Extract, KeepsEachGiftOfAListApart) {
  const auto gifts =
      facts_of<SupportFact>(vietnamese("Dịp này, LĐLĐ tỉnh Nghệ An đã trao tặng Liên hiệp Công đoàn tỉnh "
                                       "Xiêng Khoảng 30 triệu đồng và 3 máy tính xách tay."));
  ASSERT_EQ(gifts.size(), 2U);
  EXPECT_EQ(gifts[0].item, "money");
  EXPECT_EQ(gifts[0].value, 30000000);
  EXPECT_EQ(gifts[0].unit, "VND");
  EXPECT_EQ(gifts[1].item, "máy tính xách tay");
  EXPECT_EQ(gifts[1].value, 3);
  EXPECT_EQ(gifts[1].from, "vn.nghe-an");
  EXPECT_EQ(gifts[1].to, "la.xiangkhouang");
}

TEST(Extract, ReadsAnAwardWithItsCount) {
  const auto award =
      only<AwardFact>(vietnamese("Liên hiệp Công đoàn tỉnh Xiêng Khoảng tặng Bằng khen cho 4 cá nhân của LĐLĐ tỉnh Nghệ An."));
  EXPECT_EQ(award.kind, "Bằng khen");
  EXPECT_EQ(award.from, "la.xiangkhouang");
  EXPECT_EQ(award.to, "vn.nghe-an");
  EXPECT_EQ(award.count, 4);
}

TEST(Extract, ReadsATargetWithItsDate) {
  const auto target =
      only<TargetFact>(vietnamese("Liên hiệp Công đoàn tỉnh Xiêng Khoảng phấn đấu đến năm 2028 có 60% doanh "
                                  "nghiệp tư nhân thành lập được công đoàn."));
  EXPECT_EQ(target.measure, "unionised_private_enterprises");
  EXPECT_EQ(target.value, 60);
  EXPECT_EQ(target.by.text(), "2028");
}

TEST(Extract, ReadsOneCommitmentATheme) {
  const auto found =
      facts_of<CommitmentFact>(vietnamese("Hai bên thống nhất tiếp tục trao đổi đoàn hằng năm; mở lớp dạy "
                                          "tiếng Việt cho cán bộ công đoàn; phối hợp quản "
                                          "lý lao động di cư nhằm bảo vệ người lao động."));
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].theme, Theme::visits);
  EXPECT_EQ(found[1].theme, Theme::language);
  EXPECT_EQ(found[2].theme, Theme::labour_migration);
  EXPECT_EQ(found[0].orgs.size(), 2U);
}

TEST(Extract, TakesNothingFromTeasersAndRelatedNews) {
  const Article article = vietnamese(
      "Tại hội đàm, hai bên đã thông báo cho nhau tình hình hoạt động.\n\nTin bài liên quan\n"
      "Ngày 3/4, LĐLĐ tỉnh Quảng Trị và Liên hiệp Công đoàn tỉnh Salavan đã ký kết thỏa thuận hợp tác tại "
      "Đông Hà.\n");
  EXPECT_TRUE(facts_of<AgreementFact>(article).empty());
  EXPECT_EQ(article.facts.size(), 1U);
}

TEST(Extract, KnowsThatLaoCaiIsNotLaos) {
  const auto talks =
      only<ActivityFact>(read("Ngày 5/6/2023, tại thành phố Lào Cai, Liên đoàn Lao động tỉnh Lào Cai và Liên "
                              "hiệp Công đoàn tỉnh Phông Sa Lỳ đã tổ chức hội đàm.\n"));
  EXPECT_EQ(talks.orgs, (std::vector<std::string>{"vn.lao-cai", "la.phongsaly"}));
}

TEST(Extract, ReadsEnglish) {
  const Article article = read(
      "Provincial trade unions step up their cooperation\n\n"
      "The Federation of Labour of Nghe An province and the Xiangkhouang Federation of Trade Unions held "
      "talks in Vinh city on May 15, 2024.\n\n"
      "The two sides agreed to exchange information and share experience in training.\n");
  EXPECT_EQ(article.language, "en");
  const auto talks = only<ActivityFact>(article);
  EXPECT_EQ(talks.date.text(), "2024-05-15");
  EXPECT_EQ(talks.orgs.size(), 2U);
  EXPECT_FALSE(facts_of<CommitmentFact>(article).empty());
}

TEST(Extract, ReadsLao) {
  const Article article = read(
      "ໃນວັນທີ 15 ພຶດສະພາ 2024 ທີ່ນະຄອນວຽງຈັນ, ສະຫະພັນກຳມະບານແຂວງຊຽງຂວາງ ແລະ ສະຫະພັນກຳມະບານແຂວງເຫງະອານ "
      "ໄດ້ຈັດພິທີພົບປະເຈລະຈາ. ສະຫະພັນກຳມະບານແຂວງເຫງະອານ ໄດ້ມອບເງິນ 20 ລ້ານດົ່ງ ໃຫ້ສະຫະພັນກຳມະບານແຂວງຊຽງຂວາງ.\n");
  EXPECT_EQ(article.language, "lo");
  const auto talks = only<ActivityFact>(article);
  EXPECT_EQ(talks.date.text(), "2024-05-15");
  EXPECT_EQ(only<SupportFact>(article).value, 20000000);
}

TEST(Extract, FindsNothingWhereNothingIsStated) {
  EXPECT_TRUE(read("").facts.empty());
  EXPECT_TRUE(read("Trời hôm nay đẹp.\n").facts.empty());
  EXPECT_TRUE(read("|||| ![]( ... ((( 99999999999999999999 31/02/2020 \u0EB3\u0EC8 \u200B\n|\n").facts.empty());
}

TEST(Extract, QuotesTheBytesOfItsSpansInOrder) {
  const std::string text =
      "Ngày 5/6/2023, tại Vinh, Liên đoàn Lao động tỉnh Nghệ An và Liên\u00A0hiệp Công đoàn tỉnh Xiêng "
      "Khoảng đã tổ chức hội "
      "đàm. Hai bên thống nhất tiếp tục trao đổi đoàn; chia sẻ kinh nghiệm.\n";
  const Article article = read(text);
  std::size_t at = 0;
  ASSERT_FALSE(article.facts.empty());
  for (const Fact& fact : article.facts) {
    EXPECT_EQ(fact.quote, text.substr(fact.span.begin, fact.span.end - fact.span.begin));
    EXPECT_GE(fact.span.begin, at);
    EXPECT_FALSE(fact.rule.empty());
    at = fact.span.begin;
  }
}

TEST(FactJson, IsReadBackAsItWasWritten) {
  Fact fact{SupportFact{"money", "vn.nghe-an", "la.lftu", 44000000, "VND", Qualifier::nearly, "vì \"bạn\""},
            {3, 20},
            "gần 44 triệu",
            "gần 44 triệu đồng",
            "support.money"};
  const std::string line = to_json(fact);
  EXPECT_EQ(to_json(from_json(line)), line);
  EXPECT_NE(line.find("\"qualifier\":\"nearly\""), std::string::npos);
  EXPECT_EQ(line.find('\n'), std::string::npos);
}

TEST(FactJson, RefusesWhatIsNoFact) {
  EXPECT_THROW(from_json("{}"), Broken);
  EXPECT_THROW(from_json("[1"), Broken);
  EXPECT_THROW(from_json(R"({"type":"person","name":"A","quote":"A","begin":0,"end":1e300})"), Broken);
  EXPECT_THROW(from_json(R"({"type":"activity","kind":"party","quote":"x","begin":0,"end":1})"), Broken);
}

TEST(FactJsonFuzz, ANumberOfFortyDigitsIsWrittenAsItWasRead) {
  const auto line = to_json(from_json(R"({"type":"quantity","measure":"grassroots_unions",)"
                                      R"("value":130044444444444444444444444444444444444444,"quote":"5","begin":0,"end":5})"));
  EXPECT_EQ(to_json(from_json(line)), line);
}

}  // namespace
}  // namespace kevai::extract
