#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/words.hpp"

/// One name in three spellings: by syllables in Vietnamese, in Latin letters, in Lao script.
namespace kevai::text {

/// The consonants of a name however it is spelled: "Xu Lít Xy Li Mả Nô Thăm", "Soulith Silymanotham" and
/// "ສຸລິດ ສິລິມະໂນທຳ" alike. Empty where there are none. Names of one key need not be one: match_names tells.
std::string name_key(std::string_view name);

/// The key, and the key without each one of its sounds: two names that differ in one sound share one of
/// these.
std::vector<std::string> near_keys(const std::string& key);

/// Why two names are or are not taken for one, to be worded by `reason.<code>`: `same_sounds`,
/// `two_scripts`, `by_syllable`, `sounds_differ` (one, other), `sound_missing` (sound), `vowels_differ`
/// (count), `short`; of two Vietnamese names `letters_differ` and `marks_differ`.
struct NameReason {
  std::string code;
  Args args;
};

struct NameMatch {
  double score = 0;  ///< from 0 to 1
  std::vector<NameReason> reasons;
};

/// From this score on two names may well be one; whether they are a person decides.
inline constexpr double names_alike = 0.85;

/// Compares two names by their sounds. Symmetric; 1 only where all sounds agree.
NameMatch match_names(std::string_view a, std::string_view b);

}  // namespace kevai::text
