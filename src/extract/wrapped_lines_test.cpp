#include "extract/wrapped_lines.hpp"

#include <gtest/gtest.h>

namespace kevai::extract {
namespace {

std::size_t lines_left(std::string_view text) {
  auto tokens = text::tokenize(text);
  join_wrapped_lines(tokens);
  std::size_t lines = 1;
  for (const auto& token : tokens) lines += token.kind == text::TokenKind::newline;
  return lines;
}

TEST(WrappedLines, AreJoinedWhereTheNextWordDidNotFit) {
  EXPECT_EQ(lines_left("Twenty-four lecturers of the Lao Federation of Trade Unions completed a\n"
                       "two-week course at the Trade Union University in Hanoi on September 8.\n"
                       "The course, the sixth of its kind since 2016, covered teaching methods\n"
                       "and occupational safety."),
            1U);
}

TEST(WrappedLines, KeepParagraphsOfOneLineApart) {
  EXPECT_EQ(lines_left("The president of the federation led the delegation to the province on that day.\n"
                       "The two sides signed a new agreement on cooperation for the next five years all.\n"
                       "They agreed to meet again in Vientiane in the first quarter of the year to come.\n"),
            4U);
}

TEST(WrappedLines, KeepTheItemsOfAListApart) {
  EXPECT_EQ(lines_left("The two sides agreed on these points of cooperation for the coming five years and\n"
                       "- to exchange delegations of the two federations in every year of the period and\n"
                       "- to train the officials of both federations in the university of trade unions of\n"
                       "- the capital"),
            4U);
}

}  // namespace
}  // namespace kevai::extract
