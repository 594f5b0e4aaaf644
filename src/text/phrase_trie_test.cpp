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

TEST(PhraseTrie, KeepsWhatEachPhraseStandsForAmongThousands) {
  PhraseTrie trie;
  const auto phrase = [](int i) { return "đoàn " + std::to_string(i % 50) + " năm " + std::to_string(i); };
  for (int i = 0; i < 5000; ++i) trie.add(phrase(i), static_cast<std::uint32_t>(i));
  for (int i = 0; i < 5000; i += 7) trie.add(phrase(i), 9999);
  for (int i = 0; i < 5000; ++i) {
    const auto tokens = tokenize(phrase(i));
    const auto found = trie.longest(tokens, 0);
    ASSERT_EQ(found.length, 4U) << i;
    ASSERT_EQ(found.values.size(), i % 7 == 0 ? 2U : 1U) << i;
    EXPECT_EQ(found.values[0], static_cast<std::uint32_t>(i));
    EXPECT_EQ(found.values.back(), i % 7 == 0 ? 9999U : static_cast<std::uint32_t>(i));
  }
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
