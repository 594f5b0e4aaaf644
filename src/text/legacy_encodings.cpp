#include "text/legacy_encodings.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>

#include "base/result.hpp"

namespace kevai::text {
namespace {

/// Quotes, dashes and the ellipsis stand where windows-1252 has them in all of these fonts.
char16_t punctuation(unsigned char byte) {
  switch (byte) {
    case 0x82:
      return u'\u201A';
    case 0x84:
      return u'\u201E';
    case 0x85:
      return u'\u2026';
    case 0x91:
      return u'\u2018';
    case 0x92:
      return u'\u2019';
    case 0x93:
      return u'\u201C';
    case 0x94:
      return u'\u201D';
    case 0x95:
      return u'\u2022';
    case 0x96:
      return u'\u2013';
    case 0x97:
      return u'\u2014';
    case 0xA0:
      return u'\u00A0';
    default:
      return 0;
  }
}

/// 0x80 … 0x9F of TCVN 5712. The fonts have punctuation at some of these places, which goes before.
constexpr std::u16string_view tcvn_capitals = u"ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ";
static_assert(tcvn_capitals.size() == 0x20);

/// 0xA1 … 0xFF of TCVN 5712; 0xB0–0xB4 are its separate tone marks.
constexpr std::u16string_view tcvn3 =
    u"ĂÂÊÔƠƯĐăâêôơưđẰ"
    u"\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
    u"ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
    u"éẹềểễếệìỉỄẾỒĩíịò"
    u"Ổỏõóọồổỗốộờởỡớợù"
    u"ỖủũúụừửữứựỳỷỹýỵỐ";
static_assert(tcvn3.size() == 0xFF - 0xA1 + 1);

/// What a byte of VNI adds to the letter before it.
std::u16string_view vni_marks(unsigned char byte) {
  switch (byte) {
    case 0xF8:
      return u"\u0300";
    case 0xF9:
      return u"\u0301";
    case 0xFB:
      return u"\u0309";
    case 0xF5:
      return u"\u0303";
    case 0xEF:
      return u"\u0323";
    case 0xE2:
      return u"\u0302";
    case 0xE0:
      return u"\u0302\u0300";
    case 0xE1:
      return u"\u0302\u0301";
    case 0xE5:
      return u"\u0302\u0309";
    case 0xE3:
      return u"\u0302\u0303";
    case 0xE4:
      return u"\u0323\u0302";
    case 0xEA:
      return u"\u0306";
    case 0xE8:
      return u"\u0306\u0300";
    case 0xE9:
      return u"\u0306\u0301";
    case 0xFA:
      return u"\u0306\u0309";
    case 0xFC:
      return u"\u0306\u0303";
    case 0xEB:
      return u"\u0323\u0306";
    default:
      return {};
  }
}

/// A byte of VNI that is a letter by itself.
char16_t vni_letter(unsigned char byte) {
  switch (byte) {
    case 0xEC:
      return u'ì';
    case 0xED:
      return u'í';
    case 0xE6:
      return u'ỉ';
    case 0xF3:
      return u'ĩ';
    case 0xF2:
      return u'ị';
    case 0xF4:
      return u'ơ';
    case 0xF6:
      return u'ư';
    case 0xF1:
      return u'đ';
    case 0xEE:
      return u'ỵ';
    case 0xCC:
      return u'Ì';
    case 0xCD:
      return u'Í';
    case 0xC6:
      return u'Ỉ';
    case 0xD3:
      return u'Ĩ';
    case 0xD2:
      return u'Ị';
    case 0xD4:
      return u'Ơ';
    case 0xD6:
      return u'Ư';
    case 0xD1:
      return u'Đ';
    case 0xCE:
      return u'Ỵ';
    default:
      return 0;
  }
}

/// How many of the ASCII letters there are capitals; none where one is small.
int capitals(const icu::UnicodeString& text, int32_t begin, int32_t end) {
  int count = 0;
  for (int32_t i = begin; i < end; ++i) {
    if (text[i] >= u'a' && text[i] <= u'z') return 0;
    count += text[i] >= u'A' && text[i] <= u'Z';
  }
  return count;
}

/// The text with the letters of these pieces, cut at `separators`, as capitals where their ASCII
/// letters are capitals, `enough` at least (the H of "Hà" says nothing).
icu::UnicodeString raised(const icu::UnicodeString& text, std::u16string_view separators, int enough) {
  icu::UnicodeString out;
  for (int32_t begin = 0; begin < text.length();) {
    int32_t end = begin;
    while (end < text.length() && separators.find(text[end]) == separators.npos) ++end;
    icu::UnicodeString piece = text.tempSubStringBetween(begin, end);
    if (capitals(text, begin, end) >= enough) piece.toUpper(icu::Locale::getRoot());
    out.append(piece);
    if (end < text.length()) out.append(text[end]);
    begin = end + 1;
  }
  return out;
}

std::string composed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw Broken(Error{Failure::internal, "internal", {}, u_errorName(status)});
  std::string out;
  nfc->normalize(text, status).toUTF8String(out);
  return out;
}

}  // namespace

std::optional<std::string> from_windows_1258(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("windows-1258", &status), &ucnv_close);
  if (U_FAILURE(status)) throw Broken(Error{Failure::internal, "internal", {}, u_errorName(status)});
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) return std::nullopt;
  return composed(text);
}

std::optional<std::string> from_tcvn3(std::string_view bytes) {
  icu::UnicodeString text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      text.append(static_cast<char16_t>(byte));
    else if (const char16_t sign = punctuation(byte))
      text.append(sign);
    else
      text.append(byte < 0xA0 ? tcvn_capitals[byte - 0x80] : tcvn3[byte - 0xA1]);
  }
  return composed(raised(raised(text, u"\n", 4), u" \n\t-/,.()", 2));
}

std::optional<std::string> from_vni(std::string_view bytes) {
  icu::UnicodeString text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool sign = byte < 0x80 || (byte > 0xA0 && byte < 0xC0);  // ASCII and the signs of Latin-1: § « ·
    char16_t letter = sign ? byte : punctuation(byte);
    if (letter == 0 && byte != 0) letter = vni_letter(byte);
    if (letter != 0 || byte == 0) {
      text.append(letter);
      continue;
    }
    // The marks of a capital are 0x20 below those of a small letter.
    std::u16string_view marks = vni_marks(byte);
    if (marks.empty() && byte >= 0xC0 && byte < 0xE0) marks = vni_marks(static_cast<unsigned char>(byte + 0x20));
    if (marks.empty()) return std::nullopt;
    text.append(marks.data(), static_cast<int32_t>(marks.size()));
  }
  return composed(text);
}

}  // namespace kevai::text
