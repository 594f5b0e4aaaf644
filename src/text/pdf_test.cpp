#include "text/pdf.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "text/decode.hpp"

namespace kevai::text {
namespace {

std::string document(const std::string& name) {
  std::ifstream file(std::string(KEVAI_SOURCE_DIR) + "/tests/documents/" + name, std::ios::binary);
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A PDF of one page with this for its content, and more in its trailer.
std::string small_pdf(const std::string& content, const std::string& trailer = {}) {
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
         "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 "
         "R>>>>>>endobj\n"
         "4 0 obj<</Length " +
         std::to_string(content.size()) + ">>stream\n" + content +
         "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
         "trailer<</Root 1 0 R" +
         trailer + ">>\n%%EOF\n";
}

TEST(Pdf, GivesItsParagraphsInOrder) {
  const auto decoded = decode(document("vi-report.pdf"));
  ASSERT_TRUE(decoded) << decoded.error().code;
  EXPECT_EQ(decoded->encoding, "pdf");
  EXPECT_EQ(decoded->text,
            "Nghệ An và Xiêng Khoảng tăng cường hợp tác công đoàn\n"
            "Ngày 05/7/2022, tại thành phố Vinh, Liên đoàn Lao động tỉnh Nghệ An và Liên hiệp Công đoàn tỉnh "
            "Xiêng Khoảng "
            "(Lào) đã tổ chức tọa đàm trao đổi kinh nghiệm hoạt động công đoàn. Đoàn Xiêng Khoảng gồm 5 cán "
            "bộ và lái xe.\n"
            "Trong 5 năm qua, hai đơn vị đã trao đổi 8 đoàn với 56 lượt người. LĐLĐ tỉnh Nghệ An đã mở 3 lớp "
            "tập huấn cho "
            "75 cán bộ công đoàn tỉnh Xiêng Khoảng, trong đó có 31 nữ.\n"
            "Hai bên thống nhất:\n"
            "• Trao đổi đoàn cán bộ mỗi năm một lần;\n"
            "• Phối hợp quản lý lao động qua biên giới.\n"
            "LĐLĐ tỉnh Nghệ An tặng Liên hiệp Công đoàn tỉnh Xiêng Khoảng 10 bộ máy vi tính trị giá 120 "
            "triệu đồng để phục "
            "vụ công tác văn phòng.\n");
}

TEST(Pdf, ReadsOneColumnAfterTheOther) {
  const std::string text = decode(document("en-columns.pdf")).value().text;
  EXPECT_TRUE(text.contains("completed a two-week course at the Trade Union University in Hanoi")) << text;
  EXPECT_LT(text.find("Twenty-four lecturers"), text.find("ten computers"));
}

TEST(Pdf, IsRefusedWhereItHasNoTextIsLockedOrBroken) {
  EXPECT_EQ(decode(small_pdf("BT /F 12 Tf 72 700 Td (Union talks) Tj ET")).value().text, "Union talks\n");
  EXPECT_EQ(decode(small_pdf("0 0 595 842 re f")).error().code, "document_has_no_text");
  const std::string key(64, 'A');
  EXPECT_EQ(
      decode(small_pdf("BT ET", "/ID[<" + key + "><" + key + ">]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + key + ">/U<" + key + ">>>"))
          .error()
          .code,
      "document_encrypted");
  EXPECT_EQ(decode("%PDF-1.7\nnothing").error().code, "document_broken");
}

}  // namespace
}  // namespace kevai::text
