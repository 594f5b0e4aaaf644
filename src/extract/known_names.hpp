#pragma once

#include <string>
#include <vector>

#include "text/phrase_trie.hpp"
#include "text/spelling_trie.hpp"

namespace kevai::extract {

/// Every name the gazetteer has, ready to be met in a text: values number `ids`.
struct KnownNames {
  text::PhraseTrie bodies;           ///< union bodies, in all languages
  text::PhraseTrie places;           ///< the places they are of
  text::PhraseTrie districts;        ///< along the border; their province
  text::PhraseTrie lao_places;       ///< in Lao letters by loose_lao()
  text::SpellingTrie lao_spellings;  ///< Lao places in Latin letters
  text::SpellingTrie plain_places;   ///< Vietnamese places without their marks
  std::vector<std::string> ids;

  static const KnownNames& get();

 private:
  KnownNames();
  std::uint32_t number(const std::string& id);
  void add_place(const std::string& name, std::uint32_t n);
  void add_branch(const std::string& branch, std::uint32_t n);
};

/// Tokens by what outlets agree on when they write a foreign name in Lao: without tones, and no long vowel
/// apart from its short one.
std::vector<text::Token> loose_lao(const std::vector<text::Token>& tokens);

}  // namespace kevai::extract
