#include "register/keys.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/fold.hpp"
#include "text/name_key.hpp"

namespace kevai::reg {
namespace {

using namespace std::string_view_literals;

bool is_lao(std::string_view key) {
  return key.find("\xE0\xBA") != key.npos || key.find("\xE0\xBB") != key.npos;
}

/// Forms of address, by key. They are dropped only where a name of two words or more is left: "Anh Tuấn" is a
/// name.
constexpr std::array address = {"dongchi"sv, "ong"sv, "ba"sv,  "anh"sv, "chi"sv, "mr"sv,      "mrs"sv, "ms"sv,
                                "dr"sv,      "ts"sv,  "ths"sv, "gs"sv,  "pgs"sv, "comrade"sv, "dc"sv,  "ນາງ"sv};
/// Lao writes them together with the name.
constexpr std::array lao_address = {"ທ່ານ"sv, "ສະຫາຍ"sv};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '.') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

bool is_address(const std::string& key) {
  return std::ranges::find(address, key) != address.end();
}

}  // namespace

std::string text_key(std::string_view text) {
  const std::string folded = text::fold(text);
  std::string key;
  const auto length = static_cast<std::int32_t>(folded.size());
  for (std::int32_t at = 0; at < length;) {
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(folded.data(), at, length, c);
    // Lao vowels above and below the line are marks: they are part of the word.
    const bool kept = c > 0 && (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
    if (kept) key.append(folded, static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
  }
  return key;
}

std::string without_address(std::string_view name) {
  const std::vector<std::string> words = words_of(name);
  std::vector<std::string> keys;
  for (const std::string& word : words) keys.push_back(text_key(word));
  std::size_t first = 0;
  while (words.size() - first > 1) {
    // "đồng chí" is two words.
    const bool comrade = words.size() - first > 3 && keys[first] + keys[first + 1] == "dongchi";
    if (comrade)
      first += 2;
    else if (words.size() - first > 2 && is_address(keys[first]))
      ++first;
    else
      break;
  }
  std::string bare;
  for (std::size_t i = first; i < words.size(); ++i) bare += (i > first ? " " : "") + words[i];
  for (const std::string_view form : lao_address) {
    if (bare.starts_with(form) && bare.size() > form.size()) bare.erase(0, form.size());
  }
  return bare;
}

std::string person_key(std::string_view name) {
  return text_key(without_address(name));
}

std::string sound_key(std::string_view name) {
  return text::name_key(without_address(name));
}

std::string party_key(const model::Party& party) {
  if (!party.id.empty()) return party.id.value;
  return party.stated.empty() ? std::string() : "~" + text_key(party.stated);
}

std::set<std::string> party_keys(const std::vector<model::Party>& parties) {
  std::set<std::string> keys;
  for (const model::Party& party : parties) keys.insert(party_key(party));
  return keys;
}

std::set<std::string> known_ids(const std::vector<model::Party>& parties) {
  std::set<std::string> ids;
  for (const model::Party& party : parties) {
    if (!party.id.empty()) ids.insert(party.id.value);
  }
  return ids;
}

bool same_text(std::string_view a, std::string_view b) {
  const std::string x = text_key(a);
  const std::string y = text_key(b);
  if (x.empty() || y.empty()) return false;
  return x.find(y) != x.npos || y.find(x) != y.npos;
}

bool in_two_scripts(std::string_view a, std::string_view b) {
  return is_lao(a) != is_lao(b);
}

bool contradicts(std::string_view a, std::string_view b) {
  const std::string x = text_key(a);
  const std::string y = text_key(b);
  if (x.empty() || y.empty() || in_two_scripts(x, y)) return false;
  return x.find(y) == x.npos && y.find(x) == y.npos;
}

}  // namespace kevai::reg
