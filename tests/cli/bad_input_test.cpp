#include <gtest/gtest.h>
#include <unistd.h>

#include "cli/harness.hpp"

namespace kevai::cli {
namespace {

/// `kevai: …`, in words, and naming what it is about.
void expect_told(const Outcome& outcome, int status, const std::string& about) {
  EXPECT_EQ(outcome.status, status) << outcome.err;
  EXPECT_TRUE(outcome.err.starts_with("kevai: ")) << outcome.err;
  EXPECT_TRUE(outcome.err.contains(about)) << outcome.err;
  EXPECT_FALSE(outcome.err.contains("error.")) << outcome.err;
  EXPECT_FALSE(outcome.err.contains('{')) << outcome.err;
}

struct WrongUsage {
  const char* name;
  std::vector<std::string> arguments;
  const char* about;
};

class WrongUsage_ : public testing::TestWithParam<WrongUsage> {};

TEST_P(WrongUsage_, IsToldWithStatus2) {
  const Desk desk;
  const auto outcome = desk.run(GetParam().arguments);
  expect_told(outcome, 2, GetParam().about);
  EXPECT_EQ(outcome.out, "");
}

INSTANTIATE_TEST_SUITE_P(
    Of, WrongUsage_,
    testing::Values(WrongUsage{"NoCommand", {}, "--help"}, WrongUsage{"UnknownCommand", {"frobnicate"}, "frobnicate"},
                    WrongUsage{"UnknownOption", {"extract", "a", "--frobnicate"}, "--frobnicate"},
                    WrongUsage{"NoFile", {"extract"}, "FILE"}, WrongUsage{"OptionWithoutValue", {"extract", "a", "--date"}, "--date"},
                    WrongUsage{"ADayThatCannotBe", {"extract", "a", "--date", "2026-02-31"}, "2026-02-31"},
                    WrongUsage{"ADayWrittenTheOtherWay", {"ingest", "a", "--date", "31/02/2026"}, "31/02/2026"},
                    WrongUsage{"AYearForADay", {"extract", "a", "--date", "2026"}, "2026"},
                    WrongUsage{"UnknownLanguage", {"extract", "a", "--language", "fr"}, "fr"},
                    WrongUsage{"ReportWithoutPeriod", {"report", "--to", "2028"}, "--from"},
                    WrongUsage{"APeriodThatEndsFirst", {"report", "--from", "2028", "--to", "2023"}, "2028"},
                    WrongUsage{"APeriodOfNoDates", {"report", "--from", "x", "--to", "2023"}, "x"},
                    WrongUsage{"AYearOfOneDigit", {"report", "--from", "1", "--to", "2"}, "1"},
                    WrongUsage{"UnknownForm", {"report", "--from", "2023", "--to", "2028", "--format", "pdf"}, "pdf"},
                    WrongUsage{"UnknownReportLanguage", {"report", "--from", "2023", "--to", "2028", "--lang", "fr"}, "fr"},
                    WrongUsage{"ATooShortId", {"review", "--accept", "abc"}, "abc"},
                    WrongUsage{"AllAndSome", {"review", "--accept-all", "--reject", "12345678"}, "--reject"},
                    WrongUsage{"UnknownListForm", {"review", "--format", "xml"}, "xml"},
                    WrongUsage{"AnAddressThatIsNone", {"serve", "--listen", "nowhere"}, "nowhere"},
                    WrongUsage{"HelpOfNoCommand", {"help", "frobnicate"}, "frobnicate"}),
    [](const auto& scenario) { return std::string(scenario.param.name); });

struct BadFile {
  const char* name;
  std::string bytes;
};

class BadFile_ : public testing::TestWithParam<BadFile> {};

const BadFile bad_files[] = {
    {"Empty", ""},
    {"Binary", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)},
    {"BrokenUtf8", "Công đoàn \xE1\xBB tỉnh"},
    {"HoldingNul", std::string("Công\0đoàn", 12)},
    {"ABrokenPdf", "%PDF-1.7\nnothing of a PDF"},
    {"ABrokenWordDocument", std::string("PK\x03\x04\0\0word/document.xml", 23)},
    {"AnOldWordDocument", std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0", 12)},
    {"TooLarge", std::string(11 * 1024 * 1024, 'a')},
};

TEST_P(BadFile_, IsNamedAndTheOthersAreExtracted) {
  const Desk desk;
  const auto bad = desk.write("bad.txt", GetParam().bytes);
  const auto good = desk.write("good.txt", sample(vietnamese));
  const auto outcome = desk.run({"extract", bad, good});
  expect_told(outcome, 1, "bad.txt");
  EXPECT_TRUE(outcome.out.starts_with("{\"type\":"));
  EXPECT_TRUE(outcome.out.ends_with("}\n"));
}

TEST_P(BadFile_, LeavesNothingInAFolderOfFacts) {
  const Desk desk;
  const auto outcome = desk.run({"extract", desk.write("bad.txt", GetParam().bytes), "--facts", desk.path("facts")});
  expect_told(outcome, 1, "bad.txt");
  EXPECT_TRUE(std::filesystem::is_empty(desk.path("facts")));
}

TEST_P(BadFile_, LeavesNothingInTheRegister) {
  const Desk desk;
  const auto bad = desk.write("bad.txt", GetParam().bytes);
  const auto good = desk.write("good.txt", sample(vietnamese));
  const auto outcome = desk.with_register({"ingest", bad, good});
  expect_told(outcome, 1, "bad.txt");
  const auto listed = desk.with_register({"review"});
  EXPECT_TRUE(listed.out.contains("good.txt"));
  EXPECT_FALSE(listed.out.contains("bad.txt"));
}

INSTANTIATE_TEST_SUITE_P(That, BadFile_, testing::ValuesIn(bad_files),
                         [](const auto& scenario) { return "Is" + std::string(scenario.param.name); });

TEST(BadFile, ThatIsMissingIsNamed) {
  const Desk desk;
  expect_told(desk.run({"extract", desk.path("none.txt")}), 1, "none.txt");
  expect_told(desk.with_register({"ingest", desk.path("none.txt")}), 1, "none.txt");
}

TEST(BadFile, ThatIsAFolderIsNamed) {
  const Desk desk;
  expect_told(desk.run({"extract", desk.path("")}), 1, desk.path(""));
}

TEST(BadFile, ThatMayNotBeReadIsNamed) {
  if (::geteuid() == 0) GTEST_SKIP() << "the administrator may read every file";
  const Desk desk;
  const auto file = desk.write("secret.txt", "x");
  std::filesystem::permissions(file, std::filesystem::perms::none);
  expect_told(desk.run({"extract", file}), 1, "secret.txt");
}

TEST(BadFile, IsToldInTheUsersLanguage) {
  Desk desk;
  desk.environment["KEVAI_LANGUAGE"] = "vi";
  EXPECT_TRUE(desk.run({"extract", desk.path("none.txt")}).err.contains("Không có tệp"));
  EXPECT_TRUE(desk.run({"extract", desk.path("none.txt"), "--language", "lo"}).err.contains("ບໍ່ມີໄຟລ໌"));
  desk.environment = {{"LC_ALL", "lo_LA.UTF-8"}, {"LANG", "vi_VN.UTF-8"}};
  EXPECT_TRUE(desk.run({"extract", desk.path("none.txt")}).err.contains("ບໍ່ມີໄຟລ໌"));
  desk.environment = {{"LANG", "C"}};
  EXPECT_TRUE(desk.run({"extract", desk.path("none.txt")}).err.contains("There is no file"));
}

TEST(Facts, OfTwoFilesOfOneNameAreNotWritten) {
  const Desk desk;
  std::filesystem::create_directory(desk.path("other"));
  const auto outcome =
      desk.run({"extract", desk.write("a.txt", sample(vietnamese)), desk.write("other/a.txt", "x"), "--facts", desk.path("facts")});
  expect_told(outcome, 2, "a.jsonl");
  EXPECT_FALSE(desk.has("facts"));
}

TEST(Facts, AreNotWrittenWhereAFileStandsInTheWayOfTheirFolder) {
  const Desk desk;
  const auto article = desk.write("a.txt", sample(vietnamese));
  expect_told(desk.run({"extract", article, "--facts", article}), 1, "a.txt");
  EXPECT_EQ(desk.read("a.txt"), sample(vietnamese));
}

TEST(BadDatabase, ThatIsNoRegisterIsLeftAsItIs) {
  const Desk desk;
  const std::string notes(4096, 'n');
  desk.write("register.db", notes);
  expect_told(desk.with_register({"review"}), 1, "register.db");
  EXPECT_EQ(desk.read("register.db"), notes);
}

TEST(BadDatabase, InAFolderThatIsNotThereIsTold) {
  const Desk desk;
  expect_told(desk.run({"review", "--database", desk.path("none/register.db")}), 1, "register.db");
}

TEST(BadDatabase, OutOfReachIsToldWithoutItsPassword) {
  const Desk desk;
  const auto outcome = desk.run({"review", "--database", "postgresql://user:secret@127.0.0.1:1/none"});
  expect_told(outcome, 1, "127.0.0.1");
  EXPECT_FALSE(outcome.err.contains("secret"));
}

TEST(BadDatabase, WithNoPlaceToBeIsTold) {
  expect_told(Desk().run({"review"}), 1, "KEVAI_DATA");
}

TEST(BadReview, OfAnUnknownFindingOrDocumentIsTold) {
  const Desk desk;
  expect_told(desk.with_register({"review", "--accept", "0123456789"}), 1, "0123456789");
  expect_told(desk.with_register({"review", "--document", "0123456789"}), 1, "0123456789");
}

TEST(BadReport, OfAnUnknownPartnershipListsWhatThereIs) {
  const Desk desk;
  expect_told(desk.with_register({"report", "--from", "2020", "--to", "2026", "--partnership", "vn.none+la.none"}), 1, "vn.none+la.none");
  desk.with_register({"ingest", desk.write("a.txt", sample(vietnamese))});
  desk.with_register({"review", "--accept-all"});
  expect_told(desk.with_register({"report", "--from", "2020", "--to", "2026", "--partnership", "vn.none+la.none"}), 1,
              "la.houaphanh+vn.son-la");
}

}  // namespace
}  // namespace kevai::cli
