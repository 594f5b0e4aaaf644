#include <gtest/gtest.h>

#include "harness.hpp"

namespace kevai::cli {
namespace {

/// A register with one article accepted.
void fill(Desk& desk) {
  ASSERT_EQ(desk.with_register({"ingest", desk.write("tin.txt", sample(vietnamese))}).status, 0);
  ASSERT_EQ(desk.with_register({"review", "--accept-all"}).status, 0);
}

TEST(Searching, FindsWithoutDiacritics) {
  Desk desk;
  fill(desk);
  const auto found = desk.with_register({"search", "son", "la", "--kind", "activity"});
  EXPECT_EQ(found.status, 0) << found.err;
  EXPECT_TRUE(found.out.contains("Sơn La")) << found.out;
  EXPECT_TRUE(found.out.contains(" found, "));
}

TEST(Searching, SaysWhereNothingWasAsked) {
  Desk desk;
  const auto found = desk.with_register({"search", "?!"});
  EXPECT_EQ(found.status, 2);
  EXPECT_TRUE(found.err.contains("at least one word")) << found.err;
}

TEST(Searching, MakesItsIndexAnew) {
  Desk desk;
  fill(desk);
  EXPECT_TRUE(desk.with_register({"search", "--reindex"}).out.contains("made anew"));
  EXPECT_TRUE(desk.with_register({"search", "son la"}).out.contains("Sơn La"));
}

TEST(BackupCommands, BringARegisterFromOneFileToAnother) {
  Desk desk;
  fill(desk);
  const auto made = desk.with_register({"backup", desk.path("b.zip")});
  ASSERT_EQ(made.status, 0) << made.err;
  const auto restored = desk.run({"restore", desk.path("b.zip"), "--database", desk.path("other.db")});
  ASSERT_EQ(restored.status, 0) << restored.err;
  const std::vector<std::string> report{"report", "--from", "2000", "--to", "2030", "--format", "md"};
  auto elsewhere = report;
  elsewhere.insert(elsewhere.end(), {"--database", desk.path("other.db")});
  EXPECT_EQ(desk.run(elsewhere).out, desk.with_register(report).out);
  const auto again = desk.run({"restore", desk.path("b.zip"), "--database", desk.path("other.db")});
  EXPECT_EQ(again.status, 1);
  EXPECT_TRUE(again.err.contains("holds data already")) << again.err;
}

TEST(BackupCommands, ExportAFolderThatTellsItself) {
  Desk desk;
  fill(desk);
  const auto made = desk.with_register({"export", desk.path("out")});
  ASSERT_EQ(made.status, 0) << made.err;
  EXPECT_TRUE(desk.has("out/README.md"));
  EXPECT_TRUE(desk.read("out/records/activity.jsonl").contains("\"record_kind\":\"activity\""));
  EXPECT_EQ(desk.with_register({"export", desk.path("out")}).status, 1);
}

TEST(AttachCommand, KeepsAFileWithARecord) {
  Desk desk;
  fill(desk);
  const auto minutes = desk.write("minutes.txt", "Biên bản");
  const auto made = desk.with_register({"attach", "vn.son-la", minutes});
  EXPECT_EQ(made.status, 0) << made.err;
  EXPECT_TRUE(desk.with_register({"search", "minutes", "--kind", "attachment"}).out.contains("minutes.txt"));
  const auto wrong = desk.with_register({"attach", "vn.son-la", desk.write("photo.png", "Biên bản")});
  EXPECT_EQ(wrong.status, 1);
  EXPECT_TRUE(wrong.err.contains("not what its name says")) << wrong.err;
}

}  // namespace
}  // namespace kevai::cli
