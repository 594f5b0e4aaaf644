#include "text/name_sounds.hpp"

#include <unicode/utf8.h>

#include <string>

#include "text/fold.hpp"
#include "text/lao_sounds.hpp"
#include "text/latin_sounds.hpp"

namespace kevai::text {
namespace {

bool is_lao(char32_t c) {
  return c >= 0x0E80 && c <= 0x0EFF;
}
/// a to z, and the two letters Vietnamese adds whose sound is another.
bool is_latin(char32_t c) {
  return (c >= 'a' && c <= 'z') || c == horned_o || c == horned_u;
}
/// Decomposed: o and u take a horn, đ a stroke; the other marks tell tones and lengths, which articles mix
/// up.
char32_t with_horn(char32_t c) {
  return c == 'o' ? horned_o : c == 'u' ? horned_u : c;
}
bool is_mark(char32_t c) {
  return c >= 0x0300 && c <= 0x036F;
}

}  // namespace

void SoundList::consonant(char kind, Voice voice) {
  // "Khatthinha": two consonants of one kind with no vowel between sound as one.
  if (!sounds_.empty() && sounds_.back().kind == kind && sounds_.back().vowels == 0 && kind != '0')
    sounds_.back().voice = voice;
  else
    sounds_.push_back({kind, voice, 0});
}

void SoundList::vowel(std::uint8_t vowels) {
  if (sounds_.empty()) sounds_.push_back({});
  sounds_.back().vowels |= vowels;
}

void SoundList::first_vowel(std::uint8_t vowels) {
  if (!sounds_.empty() && sounds_.back().vowels != 0) sounds_.push_back({});
  vowel(vowels);
}

void SoundList::silence_last() {
  if (!sounds_.empty() && sounds_.back().vowels == 0) sounds_.pop_back();
}

std::vector<NameSound> name_sounds(std::string_view name) {
  const std::string plain = phrase_key(name);
  SoundList sounds;
  std::u32string word;
  const auto end_word = [&] {
    if (!word.empty()) is_lao(word.front()) ? read_lao_word(word, sounds) : read_latin_word(word, sounds);
    word.clear();
  };
  const auto length = static_cast<std::int32_t>(plain.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(plain.data(), at, length, c);
    const char32_t letter = c == 0x0111 ? U'd' : static_cast<char32_t>(c);
    if (letter == 0x031B && !word.empty()) word.back() = with_horn(word.back());
    if (is_mark(letter)) continue;
    const bool kept = c > 0 && (is_lao(letter) || is_latin(letter));
    if (!kept || (!word.empty() && is_lao(word.front()) != is_lao(letter))) end_word();
    if (kept) word += letter;
  }
  end_word();
  return sounds.take();
}

}  // namespace kevai::text
