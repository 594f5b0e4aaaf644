#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kevai::text {

/// How a consonant is voiced; articles mix the three up, most of all at the end of a syllable.
enum class Voice : std::uint8_t { plain, aspirated, voiced };

/// The vowels a Lao name's letters may stand for, as bits; diphthongs have several.
enum Vowel : std::uint8_t { vowel_a = 1, vowel_e = 2, vowel_i = 4, vowel_o = 8, vowel_u = 16 };

/// A consonant with the vowel after it. `kind` is K T P C S Y N G M L V H, or 0 where a name begins with a
/// vowel (G is ng, Y also nh, ny and gn, C ch and tr); without a vowel it ends a syllable.
struct NameSound {
  char kind = '0';
  Voice voice = Voice::plain;
  std::uint8_t vowels = 0;  ///< of Vowel; 0: none

  bool operator==(const NameSound&) const = default;
};

/// A name as it sounds, whether Lao script, a Vietnamese rendering by syllables or Latin letters: "ສຸລິດ",
/// "Xu Lít" and "Soulith" give the same. Anything else in it is passed over. Takes linear time.
std::vector<NameSound> name_sounds(std::string_view name);

}  // namespace kevai::text
