#include "text/docx.hpp"

#include <gtest/gtest.h>
#include <zip.h>

#include <fstream>
#include <iterator>

#include "text/decode.hpp"
#include "text/words.hpp"
#include "text/zip_file.hpp"

namespace kevai::text {
namespace {

std::string document(const std::string& name) {
  std::ifstream file(std::string(KEVAI_SOURCE_DIR) + "/tests/documents/" + name, std::ios::binary);
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A ZIP with one entry.
std::string zipped(const std::string& name, const std::string& content, bool encrypted = false) {
  zip_error_t error;
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  zip_source_t* entry = zip_source_buffer(archive, content.data(), content.size(), 0);
  const auto index = static_cast<zip_uint64_t>(zip_file_add(archive, name.c_str(), entry, 0));
  if (encrypted) zip_file_set_encryption(archive, index, ZIP_EM_AES_256, "secret");
  zip_close(archive);
  zip_source_open(target);
  std::string bytes;
  char piece[4096];
  for (zip_int64_t got; (got = zip_source_read(target, piece, sizeof piece)) > 0;) bytes.append(piece, static_cast<std::size_t>(got));
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

std::string body(const std::string& inner) {
  return R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)" + inner +
         "</w:body></w:document>";
}

std::string code_of(const std::string& bytes) {
  const auto decoded = decode(bytes);
  return decoded ? "read" : decoded.error().code;
}

TEST(Docx, GivesParagraphsListsAndTablesAsLinesAndWhatWasDeletedNot) {
  const auto decoded = decode(document("vi-minutes.docx"));
  ASSERT_TRUE(decoded) << decoded.error().code;
  EXPECT_EQ(decoded->encoding, "docx");
  EXPECT_EQ(decoded->text,
            "BIÊN BẢN GHI NHỚ\n"
            "LĐLĐ tỉnh Quảng Bình và Liên hiệp Công đoàn tỉnh Khăm Muộn hội đàm\n"
            "Ngày 11/7/2022, tại thành phố Đồng Hới, LĐLĐ tỉnh Quảng Bình và Liên hiệp Công đoàn tỉnh Khăm "
            "Muộn (Lào) "
            "đã hội đàm và ký biên bản ghi nhớ giai đoạn 2022-2027.\n"
            "Theo biên bản ghi nhớ, hai bên thống nhất các nội dung:\n"
            "- Trao đổi đoàn cán bộ công đoàn mỗi năm một lần;\n"
            "- Đào tạo tiếng Việt cho cán bộ công đoàn tỉnh Khăm Muộn.\n"
            "Năm | Số đoàn | Lượt người\n"
            "2019 | 3 | 21 lượt người\n"
            "LĐLĐ tỉnh Quảng Bình tặng Liên hiệp Công đoàn tỉnh Khăm Muộn 30 triệu đồng.\n"
            "Nơi nhận: như trên.\n");
}

TEST(Docx, ReadsLao) {
  EXPECT_TRUE(decode(document("lo-note.docx")).value().text.contains("ສະຫະພັນກຳມະບານແຂວງ ສະຫວັນນະເຂດ"));
}

TEST(Docx, IsKnownByWhatItHolds) {
  EXPECT_EQ(code_of(zipped("word/document.xml", body("<w:p><w:r><w:t>Công đoàn</w:t></w:r></w:p>"))), "read");
  EXPECT_EQ(code_of(zipped("word/media/image1.png", "png")), "file_binary");
  EXPECT_EQ(code_of(zipped("photo.jpg", "jpg")), "file_binary");
  EXPECT_EQ(code_of(zipped("xl/workbook.xml", "<a/>")), "document_is_sheet");
}

TEST(Docx, IsRefusedWhereItIsBrokenEmptyOrLocked) {
  const std::string whole = document("vi-minutes.docx");
  EXPECT_EQ(code_of(whole.substr(0, whole.size() / 2)), "document_broken");
  EXPECT_EQ(code_of(zipped("word/document.xml", "<w:document><w:body>")), "document_broken");
  EXPECT_EQ(code_of(zipped("word/document.xml", body(""))), "file_empty");
  EXPECT_EQ(code_of(zipped("word/document.xml", body("<w:p/>"), true)), "document_encrypted");
}

TEST(Docx, IsRefusedWhereItUnpacksToFarMoreThanText) {
  const std::string zeros(ZipFile::max_unpacked / 2, ' ');
  EXPECT_EQ(code_of(zipped("word/document.xml", body("<w:p>" + zeros + "</w:p>"))), "document_unpacks_too_large");
}

TEST(Docx, IsRefusedWhereItIsNestedTooDeepOrDeclaresEntities) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<w:p>";
  EXPECT_EQ(docx_part_text(body(deep)).error().code, "document_too_deep");
  EXPECT_EQ(docx_part_text("<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><d>&b;</d>").error().code, "document_broken");
}

TEST(Docx, ComposesLettersWrittenApart) {
  EXPECT_EQ(docx_part_text(body("<w:p><w:r><w:t>Vie\u0302\u0323t</w:t></w:r></w:p>")).value(), "Việt\n");
}

TEST(Documents, HaveATextForEachOfTheirErrors) {
  for (const auto code : {"document_of_old_word", "document_is_sheet", "document_broken", "document_encrypted", "document_has_no_text",
                          "document_unpacks_too_large", "document_too_deep", "document_too_many_pages"}) {
    EXPECT_TRUE(has_words("error." + std::string(code))) << code;
  }
}

}  // namespace
}  // namespace kevai::text
