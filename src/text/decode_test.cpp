#include "text/decode.hpp"

#include <gtest/gtest.h>

#include "text/legacy_encodings.hpp"
#include "text/syllables.hpp"
#include "text/words.hpp"

namespace kevai::text {
namespace {

using namespace std::string_view_literals;

/// One passage in four encodings.
constexpr auto passage =
    "Sáng nay, Liên đoàn Lao động tỉnh tiếp đoàn cán bộ công đoàn nước bạn sang thăm. Hai bên trao đ"
    "ổi kinh nghiệm, thống nhất ký biên bản ghi nhớ và hỗ trợ những gia đình đoàn viên bị thiệt hại "
    "vì lũ quét ở biên giới."sv;
constexpr auto passage_1258 =
    "S\xE1ng nay, Li\xEAn \xF0o\xE0n Lao \xF0\xF4\xF2ng ti\xD2nh ti\xEA\xECp \xF0o\xE0n c\xE1n b\xF4"
    "\xF2 c\xF4ng \xF0o\xE0n n\xFD\xF5\xEC"
    "c ba\xF2n sang th\xE3m. Hai b\xEAn trao \xF0\xF4\xD2i ki"
    "nh nghi\xEA\xF2m, th\xF4\xECng nh\xE2\xECt ky\xEC bi\xEAn ba\xD2n ghi nh\xF5\xEC v\xE0 h\xF4"
    "\xDE tr\xF5\xF2 nh\xFD\xDEng gia \xF0i\xCCnh \xF0o\xE0n vi\xEAn bi\xF2 thi\xEA\xF2t ha\xF2i vi"
    "\xCC lu\xDE qu\xE9t \xF5\xD2 bi\xEAn gi\xF5\xECi."sv;
constexpr auto passage_tcvn3 =
    "S\xB8ng nay, Li\xAAn \xAEo\xB5n Lao \xAE\xE9ng t\xD8nh ti\xD5p \xAEo\xB5n c\xB8n b\xE9 c\xABng "
    "\xAEo\xB5n n\xAD\xED"
    "c b\xB9n sang th\xA8m. Hai b\xAAn trao \xAE\xE6i kinh nghi\xD6m, th\xE8ng"
    " nh\xCAt k\xFD bi\xAAn b\xB6n ghi nh\xED v\xB5 h\xE7 tr\xEE nh\xF7ng gia \xAE\xD7nh \xAEo\xB5n "
    "vi\xAAn b\xDE thi\xD6t h\xB9i v\xD7 l\xF2 qu\xD0t \xEB bi\xAAn gi\xEDi."sv;
constexpr auto passage_vni =
    "Sa\xF9ng nay, Lie\xE2n \xF1oa\xF8n Lao \xF1o\xE4ng t\xE6nh tie\xE1p \xF1oa\xF8n ca\xF9n bo\xE4 "
    "co\xE2ng \xF1oa\xF8n n\xF6\xF4\xF9"
    "c ba\xEFn sang tha\xEAm. Hai be\xE2n trao \xF1o\xE5i kinh n"
    "ghie\xE4m, tho\xE1ng nha\xE1t ky\xF9 bie\xE2n ba\xFBn ghi nh\xF4\xF9 va\xF8 ho\xE3 tr\xF4\xEF n"
    "h\xF6\xF5ng gia \xF1\xECnh \xF1oa\xF8n vie\xE2n b\xF2 thie\xE4t ha\xEFi v\xEC lu\xF5 que\xF9t "
    "\xF4\xFB bie\xE2n gi\xF4\xF9i."sv;

/// Every small letter with a mark.
constexpr auto letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"sv;
constexpr auto letters_1258 =
    "\xE0\xE1"
    "a\xD2"
    "a\xDE"
    "a\xF2\xE3\xE3\xCC\xE3\xEC\xE3\xD2\xE3\xDE\xE3\xF2\xE2\xE2\xCC\xE2\xEC"
    "\xE2\xD2\xE2\xDE\xE2\xF2\xE8\xE9"
    "e\xD2"
    "e\xDE"
    "e\xF2\xEA\xEA\xCC\xEA\xEC\xEA\xD2\xEA\xDE\xEA"
    "\xF2i\xCC\xEDi\xD2i\xDEi\xF2o\xCC\xF3o\xD2o\xDEo\xF2\xF4\xF4\xCC\xF4\xEC\xF4\xD2\xF4\xDE\xF4"
    "\xF2\xF5\xF5\xCC\xF5\xEC\xF5\xD2\xF5\xDE\xF5\xF2\xF9\xFAu\xD2u\xDEu\xF2\xFD\xFD\xCC\xFD\xEC\xFD"
    "\xD2\xFD\xDE\xFD\xF2y\xCCy\xECy\xD2y\xDEy\xF2\xF0"sv;
constexpr auto letters_tcvn3 =
    "\xB5\xB8\xB6\xB7\xB9\xA8\xBB\xBE\xBC\xBD\xC6\xA9\xC7\xCA\xC8\xC9\xCB\xCC\xD0\xCE\xCF\xD1\xAA"
    "\xD2\xD5\xD3\xD4\xD6\xD7\xDD\xD8\xDC\xDE\xDF\xE3\xE1\xE2\xE4\xAB\xE5\xE8\xE6\xE7\xE9\xAC\xEA"
    "\xED\xEB\xEC\xEE\xEF\xF3\xF1\xF2\xF4\xAD\xF5\xF8\xF6\xF7\xF9\xFA\xFD\xFB\xFC\xFE\xAE"sv;
constexpr auto letters_vni =
    "a\xF8"
    "a\xF9"
    "a\xFB"
    "a\xF5"
    "a\xEF"
    "a\xEA"
    "a\xE8"
    "a\xE9"
    "a\xFA"
    "a\xFC"
    "a\xEB"
    "a\xE2"
    "a\xE0"
    "a"
    "\xE1"
    "a\xE5"
    "a\xE3"
    "a\xE4"
    "e\xF8"
    "e\xF9"
    "e\xFB"
    "e\xF5"
    "e\xEF"
    "e\xE2"
    "e\xE0"
    "e\xE1"
    "e\xE5"
    "e\xE3"
    ""
    "e\xE4\xEC\xED\xE6\xF3\xF2o\xF8o\xF9o\xFBo\xF5o\xEFo\xE2o\xE0o\xE1o\xE5o\xE3o\xE4\xF4\xF4\xF8"
    "\xF4\xF9\xF4\xFB\xF4\xF5\xF4\xEFu\xF8u\xF9u\xFBu\xF5u\xEF\xF6\xF6\xF8\xF6\xF9\xF6\xFB\xF6\xF5"
    "\xF6\xEFy\xF8y\xF9y\xFBy\xF5\xEE\xF1"sv;
constexpr auto capitals = "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"sv;
constexpr auto capitals_vni =
    "A\xD8"
    "A\xD9"
    "A\xDB"
    "A\xD5"
    "A\xCF"
    "A\xCA"
    "A\xC8"
    "A\xC9"
    "A\xDA"
    "A\xDC"
    "A\xCB"
    "A\xC2"
    "A\xC0"
    "A"
    "\xC1"
    "A\xC5"
    "A\xC3"
    "A\xC4"
    "E\xD8"
    "E\xD9"
    "E\xDB"
    "E\xD5"
    "E\xCF"
    "E\xC2"
    "E\xC0"
    "E\xC1"
    "E\xC5"
    "E\xC3"
    ""
    "E\xC4\xCC\xCD\xC6\xD3\xD2O\xD8O\xD9O\xDBO\xD5O\xCFO\xC2O\xC0O\xC1O\xC5O\xC3O\xC4\xD4\xD4\xD8"
    "\xD4\xD9\xD4\xDB\xD4\xD5\xD4\xCFU\xD8U\xD9U\xDBU\xD5U\xCF\xD6\xD6\xD8\xD6\xD9\xD6\xDB\xD6\xD5"
    "\xD6\xCFY\xD8Y\xD9Y\xDBY\xD5\xCE\xD1"sv;

std::string arg(const Error& error, std::string_view name) {
  for (const auto& [key, value] : error.args) {
    if (key == name) return value;
  }
  return "(none)";
}

void expect(std::string_view bytes, std::string_view encoding, std::string_view text) {
  const auto decoded = decode(bytes);
  ASSERT_TRUE(decoded) << decoded.error().code;
  EXPECT_EQ(decoded->encoding, encoding);
  EXPECT_EQ(decoded->text, text);
}

void expect_failure(std::string_view bytes, std::string_view code, std::string_view name = {}, std::string_view value = {}) {
  const auto decoded = decode(bytes);
  ASSERT_FALSE(decoded) << decoded->encoding;
  EXPECT_EQ(decoded.error().code, code);
  if (name.empty()) return;
  EXPECT_EQ(arg(decoded.error(), name), value);
}

std::string utf16(std::u16string_view text, bool little_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += little_endian ? low : high;
    bytes += little_endian ? high : low;
  }
  return bytes;
}

TEST(Decode, KeepsUtf8ByteForByte) {
  expect(passage, "utf-8", passage);
  const auto mixed = "ກຳມະບານ\r\n\tcông đoàn, e\u0301 apart\f"sv;
  expect(mixed, "utf-8", mixed);
}

TEST(Decode, DropsTheByteOrderMarkOfUtf8) {
  expect(
      "\xEF\xBB\xBF"
      "đoàn"sv,
      "utf-8", "đoàn");
}

TEST(Decode, ReadsUtf16WithAByteOrderMark) {
  expect(utf16(u"\uFEFFĐoàn ກຳມະບານ 😀", true), "utf-16le", "Đoàn ກຳມະບານ 😀");
  expect(utf16(u"\uFEFFĐoàn ກຳມະບານ 😀", false), "utf-16be", "Đoàn ກຳມະບານ 😀");
}

TEST(Decode, SaysWhereUtf16Breaks) {
  expect_failure(utf16(u"\uFEFFab\xD83D"
                       u"c",
                       true),
                 "encoding_broken", "offset", "6");
  expect_failure(utf16(u"\uFEFFab", true) + "c", "encoding_broken", "offset", "6");
}

TEST(Decode, ReadsUtf16WithoutAByteOrderMark) {
  for (const bool little_endian : {true, false}) {
    const char* const name = little_endian ? "utf-16le" : "utf-16be";
    expect(utf16(u"Doan cong tac", little_endian), name, "Doan cong tac");
    expect(utf16(u"Đoàn công tác của LĐLĐ tỉnh", little_endian), name, "Đoàn công tác của LĐLĐ tỉnh");
    expect(utf16(u"ສະຫະພັນກຳມະບານ ລາວ 2022", little_endian), name, "ສະຫະພັນກຳມະບານ ລາວ 2022");
  }
}

TEST(Decode, RecognisesWindows1258) {
  expect(passage_1258, "windows-1258", passage);
}
TEST(Decode, RecognisesTcvn3) {
  expect(passage_tcvn3, "tcvn3", passage);
}
TEST(Decode, RecognisesVni) {
  expect(passage_vni, "vni", passage);
}

TEST(LegacyEncodings, KnowEveryVietnameseLetter) {
  EXPECT_EQ(from_windows_1258(letters_1258), letters);
  EXPECT_EQ(from_tcvn3(letters_tcvn3), letters);
  EXPECT_EQ(from_vni(letters_vni), letters);
  EXPECT_EQ(from_vni(capitals_vni), capitals);
}

TEST(LegacyEncodings, RaiseSmallTcvn3LettersAmongCapitals) {
  EXPECT_EQ(from_tcvn3("LI\xAAN \xAEO\xB5N LAO \xAE\xE9NG T\xD8NH"sv), "LIÊN ĐOÀN LAO ĐỘNG TỈNH");
  EXPECT_EQ(from_tcvn3("t\xCBp hu\xCAn t\xB9i H\xB5 N\xE9i, L\xA7L\xA7 ghi nh\xED"sv), "tập huấn tại Hà Nội, LĐLĐ ghi nhớ");
}

TEST(LegacyEncodings, KnowTheCapitalsOfTcvn5712) {
  EXPECT_EQ(from_tcvn3("\x9Ey vi\xAAn, \x81nh, \x80 \x9D"sv), "Ủy viên, Ảnh, À Ù");
}

TEST(LegacyEncodings, KeepTheQuotesOfTheirFonts) {
  EXPECT_EQ(from_tcvn3("\x93V\xB5\x94 \x85"sv), "“Và” …");
  EXPECT_EQ(from_vni("\x93Va\xF8\x94 \x96"sv), "“Và” –");
}

TEST(Decode, TakesEnglishWithTheQuotesOfWindows) {
  expect("The \x93special\x94 ties \x96 the LFTU\x92s words\x85"sv, "windows-1258", "The “special” ties – the LFTU’s words…");
}

TEST(Decode, RefusesFrenchAsAnUnknownEncoding) {
  expect_failure("Les d\xE9l\xE9gu\xE9s syndicaux ont \xE9t\xE9 re\xE7us \xE0 l'h\xF4tel; r\xE9sum\xE9 des activit\xE9s."sv,
                 "encoding_unknown", "offset", "5");
}

TEST(Decode, RefusesTextThatNoEncodingMakesVietnamese) {
  expect_failure("\xD3\xC7\xE1\xC7\xCA\xD3 \xC7\xE1\xDA\xE3\xC7\xE1 \xDD\xED \xC7\xE1\xC8\xE1\xCF"sv, "encoding_unknown", "offset", "0");
}

TEST(Decode, SaysWhereMostlyGoodUtf8Breaks) {
  std::string text(passage);
  const std::size_t at = text.find("bạn");
  text[at + 1] = '\xFF';
  const auto decoded = decode(text);
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().code, "encoding_broken");
  EXPECT_EQ(arg(decoded.error(), "offset"), std::to_string(at + 1));
  EXPECT_EQ(arg(decoded.error(), "encoding"), "UTF-8");
}

TEST(Decode, SaysWhereUtf8IsCutOff) {
  const std::string_view cut = passage.substr(0, passage.rfind("ớ") + 1);
  expect_failure(cut, "encoding_broken", "offset", std::to_string(cut.size() - 1));
}

TEST(Decode, RefusesAnEmptyFile) {
  expect_failure("", "file_empty");
  expect_failure("\xEF\xBB\xBF"sv, "file_empty");
  expect_failure("\xFF\xFE"sv, "file_empty");
}

TEST(Decode, RefusesBinaryFilesByTheirKind) {
  expect_failure("PK\x03\x04\x14\0\x06\0......photo.jpg"sv, "file_binary", "kind", "ZIP");
  expect_failure("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv, "file_binary", "kind", "PNG");
  expect_failure("\xFF\xD8\xFF\xE0\0\x10JFIF\0"sv, "file_binary", "kind", "JPEG");
  expect_failure(
      "\x7F"
      "ELF\x02\x01\x01\0"sv,
      "file_binary", "kind", "ELF");
}

TEST(Decode, SaysWhichDocumentsItCannotRead) {
  expect_failure("%PDF-1.7\n1 0 obj"sv, "document_broken", "kind", "PDF");
  expect_failure("PK\x03\x04\x14\0\x06\0......word/document.xml"sv, "document_broken", "kind", "DOCX");
  expect_failure("PK\x03\x04\x14\0\x06\0......xl/workbook.xml"sv, "document_is_sheet", "kind", "XLSX");
  expect_failure("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"sv, "document_of_old_word");
  expect_failure("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0"sv, "document_encrypted");
}

TEST(Decode, RefusesControlBytesAsABinaryFile) {
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes += static_cast<char>(i * 167 % 251);
  expect_failure(bytes, "file_binary", "kind", "BIN");
}

TEST(Decode, RefusesANulInTheText) {
  std::string text(passage);
  text.insert(10, 1, '\0');
  expect_failure(text, "text_has_nul", "offset", "10");
  expect_failure("ab\0c"sv, "text_has_nul", "offset", "2");
  expect_failure(utf16(u"\uFEFF"
                       u"a\0b"sv,
                       true),
                 "text_has_nul", "offset", "4");
}

TEST(Decode, TakesTenMegabytesAndNotAByteMore) {
  std::string text(max_bytes, 'a');
  const auto decoded = decode(text);
  ASSERT_TRUE(decoded) << decoded.error().code;
  EXPECT_EQ(decoded->text.size(), max_bytes);
  text += 'a';
  expect_failure(text, "file_too_large", "limit", "10");
}

TEST(Decode, HasATextForEachOfItsErrors) {
  std::string broken(passage);
  broken[broken.find("ạ") + 1] = 'x';
  for (const std::string& bytes : {std::string(), std::string("%PDF-1.4"), std::string(max_bytes + 1, 'a'), std::string("a\0b", 3), broken,
                                   std::string("\xD3\xC7\xE1")}) {
    auto decoded = decode(bytes);
    ASSERT_FALSE(decoded);
    decoded.error().args.emplace_back("file", "bài.txt");
    for (const Language language : {Language::vi, Language::lo, Language::en}) {
      const std::string text = message(language, decoded.error());
      EXPECT_TRUE(has_words("error." + decoded.error().code)) << decoded.error().code;
      EXPECT_EQ(text.find('{'), text.npos) << text;
    }
  }
}

TEST(VietnameseLikeness, TellsSyllablesFromOtherWords) {
  const auto vietnamese = vietnamese_likeness("Quyết định của Liên đoàn: khuyến khích, giữ gìn, QUẢNG TRỊ");
  EXPECT_EQ(vietnamese.marked_words, 11);
  EXPECT_EQ(vietnamese.syllables, 11);
  const auto other = vietnamese_likeness("Viê®t naïve Ñoaøn résumé ĐOàN");
  EXPECT_EQ(other.marked_words, 5);
  EXPECT_EQ(other.syllables, 0);
  EXPECT_EQ(vietnamese_likeness("plain words – “only”").marked_words, 0);
}

}  // namespace
}  // namespace kevai::text
