#include "text/pdf_lines.hpp"

#include <gtest/gtest.h>

namespace kevai::text {
namespace {

const std::string wide = "Hai bên đã trao đổi kinh nghiệm công tác công đoàn và thống nhất";

TEST(PdfLines, JoinTheLinesOfAParagraph) {
  EXPECT_EQ(join_pdf_lines({wide + "\nký biên bản.\n\nĐoàn gồm 5 người.\n"}), wide + " ký biên bản.\nĐoàn gồm 5 người.\n");
}

TEST(PdfLines, PutTogetherWordsTakenApart) {
  EXPECT_EQ(join_pdf_lines({"The two federations of trade unions agreed on their coopera-\ntion from 2024.\n"}),
            "The two federations of trade unions agreed on their cooperation from 2024.\n");
  EXPECT_EQ(join_pdf_lines({"The two federations of trade unions agreed on a period of 2024-\n2029 in Hanoi.\n"}),
            "The two federations of trade unions agreed on a period of 2024-2029 in Hanoi.\n");
}

TEST(PdfLines, LeaveOutWhatEveryPageHasAtItsEdges) {
  EXPECT_EQ(join_pdf_lines({"Công đoàn Nghệ An\n\n" + wide + "\n1\n", "Công đoàn Nghệ An\n\nchương trình.\n2\n",
                            "Công đoàn Nghệ An\n\nHết phần báo cáo.\nTrang 3/3\n"}),
            wide + " chương trình.\nHết phần báo cáo.\n");
}

TEST(PdfLines, KeepItemsOfListsApart) {
  EXPECT_EQ(join_pdf_lines({wide + ":\n- " + wide + "\nmỗi năm;\n- Tập huấn.\n1. Một.\n"}),
            wide + ":\n- " + wide + " mỗi năm;\n- Tập huấn.\n1. Một.\n");
}

TEST(PdfLines, AreWellFormedWhateverThePages) {
  EXPECT_EQ(join_pdf_lines({"a\xFF\n", "\f\f"}), "a\uFFFD\n");
  EXPECT_EQ(join_pdf_lines({}), "");
}

}  // namespace
}  // namespace kevai::text
