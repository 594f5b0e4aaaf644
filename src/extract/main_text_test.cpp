#include <gtest/gtest.h>

#include "extract/extract.hpp"

namespace kevai::extract {
namespace {

constexpr const char* body =
    "\nNgày 15/5/2024, tại thành phố Vinh, Liên đoàn Lao động tỉnh Nghệ An và Liên hiệp Công đoàn tỉnh Xiêng Khoảng "
    "(Lào) đã tổ chức hội đàm về công tác công đoàn của hai tỉnh.\n";

TEST(MainText, HasTheHeadlineForItsTitleAndNotTheMenuBelowIt) {
  const Article article = read(std::string("Công đoàn hai tỉnh tăng cường hợp tác đào tạo cán bộ\n"
                                           "Trang chủ | Giới thiệu | Tin tức - Sự kiện | Văn bản | Liên hệ\n"
                                           "Thứ tư, 15/05/2024 - 16:40\n") +
                               body);
  EXPECT_EQ(article.title, "Công đoàn hai tỉnh tăng cường hợp tác đào tạo cán bộ");
  EXPECT_EQ(article.dateline.text(), "2024-05-15");
}

TEST(MainText, TakesEntriesFarApartForAMenu) {
  const Article article = read(std::string("Hai tỉnh kề vai giữ biên giới\n"
                                           "Chính trị   Kinh tế   Xã hội   Biên giới - Hải đảo   Truyền hình\n") +
                               body);
  EXPECT_EQ(article.title, "Hai tỉnh kề vai giữ biên giới");
}

TEST(MainText, TakesALaoLineWithACounterForNoHeadline) {
  const Article article = read(
      "ພິທີເຊັນຂໍ້ຕົກລົງການຮ່ວມມື ລາວ-ຫວຽດນາມ\n"
      "ວັນທີລົງ: 06/06/2024   ຜູ້ເຂົ້າອ່ານ: 1.027\n"
      "ໃນວັນທີ 5/6/2024, ສູນກາງສະຫະພັນກຳມະບານລາວ ໄດ້ຈັດພິທີເຊັນຂໍ້ຕົກລົງວ່າດ້ວຍການຮ່ວມມື ກັບ ສະຫະພັນກຳມະບານຫວຽດນາມ.\n");
  EXPECT_EQ(article.title, "ພິທີເຊັນຂໍ້ຕົກລົງການຮ່ວມມື ລາວ-ຫວຽດນາມ");
  EXPECT_EQ(article.dateline.text(), "2024-06-06");
}

TEST(MainText, TakesTheThirdCourseForNoTuesday) {
  const Article article = read(std::string("Nghệ An bế giảng khóa tập huấn thứ ba cho cán bộ công đoàn nước bạn\n") + body);
  EXPECT_EQ(article.title, "Nghệ An bế giảng khóa tập huấn thứ ba cho cán bộ công đoàn nước bạn");
}

TEST(MainText, MeasuresALaoHeadlineByItsLettersNotItsBytes) {
  const std::string title = "ສະຫະພັນກຳມະບານສອງແຂວງເສີມຂະຫຍາຍການຮ່ວມມືດ້ານການຝຶກອົບຮົມ ແລະ ການແລກປ່ຽນບົດຮຽນ";
  ASSERT_GT(title.size(), 200U);
  const Article article = read(title +
                               "\n\nວຽງຈັນ, 5 ພະຈິກ 2025 - ໃນຕອນເຊົ້າວັນທີ 4 ພະຈິກນີ້ ສູນກາງສະຫະພັນກຳມະບານລາວ ແລະ ສະຫະພັນກຳມະບານຫວຽດນາມ "
                               "ໄດ້ຈັດພິທີພົບປະເຈລະຈາສອງຝ່າຍ ເພື່ອແລກປ່ຽນບົດຮຽນກ່ຽວກັບວຽກງານກຳມະບານ ແລະ ການຝຶກອົບຮົມພະນັກງານຂອງສອງຝ່າຍ.\n");
  EXPECT_EQ(article.title, title);
  EXPECT_EQ(article.dateline.text(), "2025-11-05");
}

TEST(MainText, IsDatedByTheDayItTellsOfFirstWhereThePageSaysNone) {
  EXPECT_EQ(read(body).dateline.text(), "2024-05-15");
}

}  // namespace
}  // namespace kevai::extract
