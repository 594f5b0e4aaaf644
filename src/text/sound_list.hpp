#pragma once

#include <utility>

#include "text/name_sounds.hpp"

namespace kevai::text {

/// A name's sounds while they are read.
class SoundList {
 public:
  void consonant(char kind, Voice voice = Voice::plain);
  /// The vowel after the last consonant.
  void vowel(std::uint8_t vowels);
  /// The vowel a word begins with: it goes with the consonant that ends the word before ("Khăm On"), if any.
  void first_vowel(std::uint8_t vowels);
  /// Takes back a last consonant that turns out to be written but not spoken.
  void silence_last();

  std::vector<NameSound> take() { return std::move(sounds_); }

 private:
  std::vector<NameSound> sounds_;
};

}  // namespace kevai::text
