#include "text/phrase_trie.hpp"

#include <gtest/gtest.h>

#include "text/lexicon.hpp"

namespace kevai::text {
namespace {

TEST(PhraseTrie, FindsTheLongestPhrase) {
  PhraseTrie trie;
  trie.add("Liên hiệp Công đoàn", 1);
  trie.add("Liên hiệp Công đoàn Lào", 2);
  const auto tokens = tokenize("của Liên hiệp công đoàn Lào Cai");
  EXPECT_EQ(trie.longest(tokens, 1).length, 5U);
  EXPECT_EQ(trie.longest(tokens, 1).values[0], 2U);
  std::vector<PhraseTrie::Match> all;
  trie.all(tokens, 1, all);
  EXPECT_EQ(all.size(), 2U);
  EXPECT_EQ(trie.longest(tokens, 0).length, 0U);
}

TEST(Lexicon, TellsCuesInTheOrderOfTheText) {
  const auto tokens = tokenize("hai bên ký kết biên bản ghi nhớ");
  const auto cues = Lexicon::of(Language::vi).cues(tokens);
  for (std::size_t i = 1; i < cues.size(); ++i) EXPECT_LE(cues[i - 1].first, cues[i].first);
  EXPECT_TRUE(std::any_of(cues.begin(), cues.end(), [](const Cue& c) { return c.tag == "doc.mou"; }));
}

TEST(Cue, GroupsGoByWholeNames) {
  const Cue cue{"person.role-end", 0, 1};
  EXPECT_FALSE(cue.in("person.role"));
  EXPECT_TRUE(cue.in("person"));
  EXPECT_TRUE(cue.in("person."));
}

}  // namespace
}  // namespace kevai::text
