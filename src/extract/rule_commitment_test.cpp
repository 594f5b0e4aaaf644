// What is undertaken, by whom and what about; the sentences are made up.
#include <gtest/gtest.h>

#include "extract/extract.hpp"
#include "support/facts_of.hpp"
#include "support/two_provinces.hpp"

namespace kevai::extract {
namespace {

using Names = std::vector<std::string>;

Article vietnamese(const std::string& sentences) {
  return read(
      "Công đoàn hai tỉnh Lai Châu - Bo Kẹo thắt chặt hợp tác\n\n"
      "Sáng 3/6, tại thành phố Lai Châu, LĐLĐ tỉnh Lai Châu đã hội đàm với đoàn cán bộ Liên hiệp Công đoàn "
      "tỉnh "
      "Bo Kẹo (Lào). Tiếp đoàn có ông Nguyễn Văn Hải, Chủ tịch LĐLĐ tỉnh Lai Châu.\n\n" +
          sentences + "\n",
      PartialDate::parse("2024-06-05").value());
}

Names themes(const Article& article) {
  Names found;
  for (const auto& fact : facts_of<CommitmentFact>(article)) found.emplace_back(name_of(fact.theme));
  return found;
}

/// Who undertakes the first thing undertaken; nobody where nothing is.
Names who(const Article& article) {
  const auto found = facts_of<CommitmentFact>(article);
  return found.empty() ? Names{} : found.front().orgs;
}

TEST(Undertakings, WhoThanksASideAndAsksItIsTheOther) {
  EXPECT_EQ(who(vietnamese("Ông Khăm Xay, Chủ tịch Liên hiệp Công đoàn tỉnh Bo Kẹo cảm ơn LĐLĐ tỉnh Lai Châu và "
                           "đề nghị LĐLĐ tỉnh Lai Châu giúp mở lớp dạy tiếng Việt.")),
            (Names{"la.bokeo"}));
}

TEST(Undertakings, APronounIsWhoSpokeLast) {
  EXPECT_EQ(who(vietnamese("Ông Khăm Xay, Chủ tịch Liên hiệp Công đoàn tỉnh Bo Kẹo cảm ơn sự đón tiếp. Ông đề nghị "
                           "được cử cán bộ sang thực tập.")),
            (Names{"la.bokeo"}));
}

TEST(Undertakings, WhatAMeetingAgreesBothAgree) {
  EXPECT_EQ(who(vietnamese("Hội nghị thống nhất mỗi năm tổ chức một lớp tập huấn.")), (Names{"vn.lai-chau", "la.bokeo"}));
}

TEST(Undertakings, StandBehindTheTimeToCome) {
  EXPECT_EQ(who(vietnamese("Dự kiến quý IV/2024, LĐLĐ tỉnh Lai Châu sẽ mở lớp dạy tiếng Việt.")), (Names{"vn.lai-chau"}));
}

TEST(Undertakings, WhatWasDoneIsNone) {
  EXPECT_TRUE(themes(vietnamese("Những năm qua, hai bên tiếp tục duy trì trao đổi đoàn.")).empty());
  EXPECT_TRUE(themes(vietnamese("Năm 2019, LĐLĐ tỉnh Lai Châu mời bạn sang dự hội thao.")).empty());
  EXPECT_TRUE(themes(vietnamese("Kết quả nổi bật như sau:\n- Mở 3 lớp tập huấn.")).empty());
}

TEST(Undertakings, TrustInWhatWillBeIsNone) {
  EXPECT_TRUE(themes(vietnamese("Ông Nguyễn Văn Hải tin tưởng hai bên sẽ trao đổi đoàn thường xuyên hơn.")).empty());
  EXPECT_TRUE(themes(vietnamese("Ông mong tình làng nghĩa xóm hai bên biên giới mãi bền chặt.")).empty());
}

TEST(Undertakings, ToldOfASignedPaperFollowIt) {
  EXPECT_EQ(themes(vietnamese("Hai bên ký Chương trình phối hợp giai đoạn 2024 - 2029. Theo đó, mỗi năm hai bên gặp "
                              "nhau một lần; LĐLĐ tỉnh Lai Châu giúp mở lớp dạy tiếng Việt.")),
            (Names{"visits", "language"}));
  EXPECT_EQ(themes(vietnamese("Bản ghi nhớ gồm 2 điểm. Một là, trao đổi thông tin. Hai là, giúp đỡ công nhân sang làm "
                              "việc ở địa bàn của nhau.")),
            (Names{"information", "labour_migration"}));
}

TEST(Undertakings, AnItemOfAListIsOneWhateverVerbsTellIt) {
  EXPECT_EQ(themes(vietnamese("Hai bên thống nhất các nội dung sau:\n"
                              "a) Chia sẻ thông tin, phối hợp bảo vệ lao động di cư;\n"
                              "b) Mở lớp tập huấn.")),
            (Names{"labour_migration", "training"}));
}

TEST(Undertakings, WithTheSameThemeInOtherWordsStayTwo) {
  EXPECT_EQ(themes(vietnamese("Hai bên thống nhất mở lớp tập huấn tài chính tại Lai Châu. LĐLĐ tỉnh Lai Châu cũng hứa "
                              "sẽ cấp học bổng cho sinh viên Bo Kẹo.")),
            (Names{"training", "training"}));
}

TEST(Undertakings, OfSigningAnewRenewTheAgreement) {
  EXPECT_EQ(themes(vietnamese("Hai bên nhất trí sẽ sớm ký thỏa thuận hợp tác giai đoạn mới.")), (Names{"programme"}));
  EXPECT_TRUE(themes(vietnamese("Hai bên thống nhất ký biên bản ghi nhớ.")).empty());
}

TEST(UndertakingThemes, TheLawSaysMoreThanThatItIsToldOf) {
  EXPECT_EQ(themes(vietnamese("Hai bên thống nhất tuyên truyền pháp luật cho người lao động ở khu vực biên giới.")), (Names{"legal"}));
  EXPECT_EQ(themes(read_english("The two sides agreed to exchange information on labour legislation.")), (Names{"legal"}));
}

TEST(UndertakingThemes, ForWhomSaysLessThanWhat) {
  EXPECT_EQ(themes(vietnamese("Hai bên thống nhất mở lớp bồi dưỡng cho cán bộ nữ công.")), (Names{"training"}));
}

TEST(UndertakingThemes, MakingItEasierIsNoPurpose) {
  EXPECT_EQ(themes(vietnamese("Hai bên thống nhất tạo điều kiện để cán bộ hai tỉnh thăm hỏi lẫn nhau.")), (Names{"visits"}));
}

TEST(UndertakingThemes, NounsInAListAreEachTheirOwnInEnglish) {
  EXPECT_EQ(themes(read_english("The memorandum covers cooperation in training, delegation exchanges and support for "
                                "migrant workers.")),
            (Names{"training", "visits", "labour_migration"}));
}

TEST(Agreements, ArePointedOutBeforeOrInTheNextSentence) {
  const auto told =
      facts_of<AgreementFact>(vietnamese("Hai bên ký kết Chương trình phối hợp giai đoạn 2024 - 2029. Chương trình gồm 5 nội dung."));
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].points, 5);
}

TEST(Agreements, ToBeMadeAreNoneYet) {
  EXPECT_TRUE(facts_of<AgreementFact>(vietnamese("Ông Hải mong muốn hai bên sớm xây dựng văn bản hợp tác giai đoạn 2025-2030.")).empty());
}

TEST(Undertakings, AreWhatBothDoAgainAndAgain) {
  const auto rate = vietnamese("Mỗi năm hai lần, hai bên luân phiên gặp nhau tại cửa khẩu.");
  EXPECT_EQ(themes(rate), Names{"visits"});
  EXPECT_EQ(who(rate), (Names{"vn.lai-chau", "la.bokeo"}));
  EXPECT_TRUE(themes(vietnamese("Những năm qua, hằng năm hai bên vẫn gặp nhau.")).empty());
}

TEST(Undertakings, MayBeToldInThePassive) {
  EXPECT_EQ(themes(vietnamese("Việc tuyên truyền pháp luật cho công nhân vùng biên sẽ do hai bên cùng làm.")), Names{"legal"});
}

}  // namespace
}  // namespace kevai::extract
