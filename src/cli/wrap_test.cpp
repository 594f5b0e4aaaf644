#include "cli/wrap.hpp"

#include <gtest/gtest.h>

namespace kevai::cli {
namespace {

TEST(Wrap, BreaksBetweenWordsAndIndentsEachLine) {
  EXPECT_EQ(wrap("one two  three\nfour", "  ", 11), "  one two\n  three\n  four");
}

TEST(Wrap, BreaksLaoWhichHasNoSpacesBetweenItsWords) {
  const auto wrapped = wrap("ສະຫະພັນກຳມະບານລາວແລະສະຫະພັນກຳມະບານຫວຽດນາມ", "", 20);
  EXPECT_TRUE(wrapped.contains('\n'));
}

TEST(Wrap, CountsMarksAsNoColumn) {
  // Seven letters and a vowel above: eight characters, seven columns.
  EXPECT_EQ(wrap("ກິນນ ກນນ", "", 8), "ກິນນ ກນນ");
}

TEST(Wrap, LeavesAWordLongerThanALineWhole) {
  EXPECT_EQ(wrap("a unbreakable b", "", 8), "a\nunbreakable\nb");
}

}  // namespace
}  // namespace kevai::cli
