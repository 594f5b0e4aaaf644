#include "text/syllables.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "base/result.hpp"

namespace kevai::text {
namespace {

constexpr std::array<std::u16string_view, 29> onsets{u"",   u"b",  u"c", u"ch", u"d",  u"đ",  u"g",   u"gh", u"gi", u"h",
                                                     u"k",  u"kh", u"l", u"m",  u"n",  u"ng", u"ngh", u"nh", u"p",  u"ph",
                                                     u"qu", u"r",  u"s", u"t",  u"th", u"tr", u"v",   u"x",  u"y"};

/// What can follow an onset, without its tone.
const std::unordered_set<std::u16string_view>& rhymes() {
  static const std::unordered_set<std::u16string_view> all{
      u"a",    u"ac",   u"ach", u"ai",   u"am",   u"an",   u"ang", u"anh",  u"ao",   u"ap",   u"at",  u"au",   u"ay",   u"ăc",   u"ăm",
      u"ăn",   u"ăng",  u"ăp",  u"ăt",   u"âc",   u"âm",   u"ân",  u"âng",  u"âp",   u"ât",   u"âu",  u"ây",   u"e",    u"ec",   u"em",
      u"en",   u"eng",  u"eo",  u"ep",   u"et",   u"ê",    u"êch", u"êm",   u"ên",   u"êng",  u"ênh", u"êp",   u"êt",   u"êu",   u"i",
      u"ia",   u"ich",  u"iêc", u"iêm",  u"iên",  u"iêng", u"iêp", u"iêt",  u"iêu",  u"im",   u"in",  u"inh",  u"ip",   u"it",   u"iu",
      u"o",    u"oa",   u"oac", u"oach", u"oai",  u"oam",  u"oan", u"oang", u"oanh", u"oao",  u"oap", u"oat",  u"oay",  u"oăc",  u"oăm",
      u"oăn",  u"oăng", u"oăt", u"oc",   u"oe",   u"oen",  u"oeo", u"oet",  u"oi",   u"om",   u"on",  u"ong",  u"ooc",  u"oong", u"op",
      u"ot",   u"ô",    u"ôc",  u"ôi",   u"ôm",   u"ôn",   u"ông", u"ôp",   u"ôt",   u"ơ",    u"ơi",  u"ơm",   u"ơn",   u"ơp",   u"ơt",
      u"u",    u"ua",   u"uân", u"uâng", u"uât",  u"uây",  u"uc",  u"uê",   u"uêch", u"uênh", u"ui",  u"um",   u"un",   u"ung",  u"uô",
      u"uôc",  u"uôi",  u"uôm", u"uôn",  u"uông", u"uôt",  u"uơ",  u"up",   u"ut",   u"uy",   u"uya", u"uych", u"uyên", u"uyêt", u"uyn",
      u"uynh", u"uyp",  u"uyt", u"uyu",  u"ư",    u"ưa",   u"ưc",  u"ưi",   u"ưng",  u"ươc",  u"ươi", u"ươm",  u"ươn",  u"ương", u"ươp",
      u"ươt",  u"ươu",  u"ưt",  u"ưu",   u"y",    u"yêm",  u"yên", u"yêng", u"yêt",  u"yêu",  u"ynh", u"yt"};
  return all;
}

const icu::Normalizer2& normalizer(bool composing) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = composing ? icu::Normalizer2::getNFCInstance(status) : icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) throw Broken(Error{Failure::internal, "internal", {}, u_errorName(status)});
  return *found;
}

bool is_tone(char16_t c) {
  return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

/// Is that word, Capitalised, all lower or all upper case, a Vietnamese syllable?
bool is_syllable(const icu::UnicodeString& word) {
  icu::UnicodeString lower = word;
  lower.toLower(icu::Locale::getRoot());
  icu::UnicodeString upper = word;
  upper.toUpper(icu::Locale::getRoot());
  // A capital after a small letter is the mark of a wrong table ("laÌ").
  if (word != upper && word.tempSubString(1) != lower.tempSubString(1)) return false;

  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString apart = normalizer(false).normalize(lower, status);
  icu::UnicodeString toneless;
  int tones = 0;
  for (int32_t i = 0; i < apart.length(); ++i) {
    if (is_tone(apart[i]))
      ++tones;
    else
      toneless.append(apart[i]);
  }
  toneless = normalizer(true).normalize(toneless, status);
  if (U_FAILURE(status) || tones > 1) return false;
  const std::u16string_view plain(toneless.getBuffer(), static_cast<std::size_t>(toneless.length()));
  return std::any_of(onsets.begin(), onsets.end(),
                     [&](std::u16string_view onset) { return plain.starts_with(onset) && rhymes().contains(plain.substr(onset.size())); });
}

/// Does a word go on with this character? Signs that are no letter (®, ¹, µ) count as part of it:
/// they are what a wrong table leaves inside words.
bool continues_word(UChar32 c) {
  if (c < 0x80) return u_isalpha(c);
  if (c == 0xA0 || c == 0xAB || c == 0xBB || c == 0x20AB) return false;  // no-break space, « », ₫
  return !(c >= 0x2010 && c <= 0x2027);                                  // dashes, quotes, ellipsis
}

}  // namespace

VietnameseLikeness vietnamese_likeness(std::string_view utf8) {
  const auto text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
  VietnameseLikeness likeness;
  icu::UnicodeString word;
  bool marked = false;
  for (int32_t i = 0; i <= text.length();) {
    const UChar32 c = i < text.length() ? text.char32At(i) : ' ';
    i += U16_LENGTH(c);
    if (continues_word(c)) {
      word.append(c);
      marked |= c >= 0x80;
      continue;
    }
    if (marked) {
      ++likeness.marked_words;
      likeness.syllables += is_syllable(word) ? 1 : 0;
    }
    word.remove();
    marked = false;
  }
  return likeness;
}

}  // namespace kevai::text
