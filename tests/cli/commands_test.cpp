#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <array>
#include <fstream>
#include <sstream>

#include "cli/command.hpp"
#include "cli/harness.hpp"

namespace kevai::cli {
namespace {

namespace json = boost::json;

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// The ids of the findings that wait.
std::vector<std::string> waiting(const Desk& desk) {
  std::vector<std::string> ids;
  const auto list = json::parse(desk.with_register({"review", "--format", "json"}).out);
  for (const auto& finding : list.at("findings").as_array()) ids.emplace_back(finding.at("id").as_string());
  return ids;
}

std::string end_of(const std::string& id) {
  return id.substr(id.size() - 12);
}

TEST(Extract, WritesOneFactALineWithItsQuoteInTheText) {
  const Desk desk;
  const auto text = sample(vietnamese);
  const auto outcome = desk.run({"extract", desk.write("a.txt", text)});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  const auto lines = lines_of(outcome.out);
  ASSERT_FALSE(lines.empty());
  for (const auto& line : lines) {
    const auto fact = json::parse(line).as_object();
    const auto begin = fact.at("begin").to_number<std::size_t>();
    const auto end = fact.at("end").to_number<std::size_t>();
    EXPECT_EQ(text.substr(begin, end - begin), std::string(fact.at("quote").as_string()));
  }
}

TEST(Extract, ExplainsEachFactToAReaderInTheirLanguage) {
  Desk desk;
  const auto file = desk.write("a.txt", sample(vietnamese));
  for (const auto& [language, rule, both] :
       {std::array{"en", "Rule:", "both sides the article is about"}, std::array{"vi", "Quy tắc:", "chỉ cả hai bên mà bài nói đến"},
        std::array{"lo", "ກົດເກນ:", "ໝາຍເຖິງທັງສອງຝ່າຍທີ່ບົດກ່າວເຖິງ"}}) {
    const auto told = desk.run({"--language", language, "extract", "--explain", file});
    EXPECT_EQ(told.status, 0);
    EXPECT_TRUE(told.out.contains(rule)) << language;
    std::string unwrapped;
    for (const auto& line : lines_of(told.out)) {
      const auto begin = line.find_first_not_of(' ');
      if (begin != line.npos) unwrapped += (std::string_view(language) == "lo" ? "" : " ") + line.substr(begin);
    }
    std::string wanted = both;
    if (std::string_view(language) == "lo") std::erase(unwrapped, ' '), std::erase(wanted, ' ');
    EXPECT_TRUE(unwrapped.contains(wanted)) << language;
    for (const char* key : {"explain.", "origin.", "orgform.", "sign.", "certainty.", "field."})
      EXPECT_FALSE(told.out.contains(key)) << language << " shows the key " << key;
  }
}

TEST(Extract, ExplainsAsJsonBesideTheVerySameFacts) {
  const Desk desk;
  const auto file = desk.write("a.txt", sample(vietnamese));
  const auto plain = lines_of(desk.run({"extract", file}).out);
  const auto told = lines_of(desk.run({"extract", "--explain", "--json", file}).out);
  ASSERT_EQ(told.size(), plain.size());
  for (std::size_t i = 0; i < told.size(); ++i) {
    auto fact = json::parse(told[i]).as_object();
    const auto explanation = fact.at("explanation").as_object();
    EXPECT_FALSE(explanation.at("fields").as_array().empty()) << told[i];
    EXPECT_FALSE(explanation.at("signs").as_array().empty());
    fact.erase("explanation");
    EXPECT_EQ(json::value(fact), json::parse(plain[i]));
  }
  EXPECT_EQ(desk.run({"extract", "--json", file}).status, 2);
}

TEST(Extract, ReadsStandardInputToo) {
  const Desk desk;
  const auto file = desk.run({"extract", desk.write("a.txt", sample(vietnamese))});
  const auto input = desk.run({"extract", "-"}, sample(vietnamese));
  EXPECT_EQ(input.status, 0);
  EXPECT_EQ(input.out, file.out);
}

TEST(Extract, WritesAFileOfFactsForEachArticle) {
  const Desk desk;
  const auto first = desk.write("first.v1.txt", sample(vietnamese));
  const auto second = desk.write("second.txt", "Nothing of note.\n");
  const auto outcome = desk.run({"extract", first, second, "--facts", desk.path("deep/facts")});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(desk.read("deep/facts/first.v1.jsonl"), desk.run({"extract", first}).out);
  EXPECT_EQ(desk.read("deep/facts/second.jsonl"), "");  // an honest empty result
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& file : std::filesystem::directory_iterator(desk.path("deep/facts"))) ++files;
  EXPECT_EQ(files, 2u);
}

TEST(Ingest, OfTheSameFileTwiceChangesNothing) {
  const Desk desk;
  const auto file = desk.write("a.txt", sample(vietnamese));
  EXPECT_TRUE(desk.with_register({"ingest", file}).out.contains("stored"));
  const auto before = waiting(desk);
  EXPECT_FALSE(before.empty());
  const auto again = desk.with_register({"ingest", file});
  EXPECT_EQ(again.status, 0);
  EXPECT_TRUE(again.out.contains("already there"));
  EXPECT_EQ(waiting(desk), before);
}

TEST(Ingest, SaysSoWhereADocumentStatesNothing) {
  const Desk desk;
  const auto outcome = desk.with_register({"ingest", desk.write("a.txt", "Nothing of note.\n")});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_TRUE(outcome.out.contains("states no facts"));
}

TEST(Register, IsInTheDataFolderWhereNobodySays) {
  Desk desk;
  desk.environment["KEVAI_DATA"] = desk.path("data/of/mine");
  EXPECT_EQ(desk.run({"review"}).status, 0);
  EXPECT_TRUE(desk.has("data/of/mine/kevai.db"));
  desk.environment.erase("KEVAI_DATA");
  desk.environment["HOME"] = desk.path("home");
  EXPECT_EQ(desk.run({"review"}).status, 0);
  EXPECT_TRUE(desk.has("home/.local/share/kevai/kevai.db"));
  desk.environment["XDG_DATA_HOME"] = desk.path("xdg");
  EXPECT_EQ(desk.run({"review"}).status, 0);
  EXPECT_TRUE(desk.has("xdg/kevai/kevai.db"));
}

TEST(Review, AcceptsOnlyWhatIsAtLeastAsLikelyAsAsked) {
  const Desk desk;
  desk.with_register({"ingest", desk.write("a.txt", sample(vietnamese))});
  const auto list = json::parse(desk.with_register({"review", "--format", "json"}).out);
  std::size_t likely = 0;
  for (const auto& finding : list.at("findings").as_array()) likely += finding.at("fact").at("confidence").to_number<double>() >= 0.85;
  const auto all = list.at("findings").as_array().size();
  ASSERT_GT(likely, 0u);
  ASSERT_LT(likely, all);
  const auto shown = json::parse(desk.with_register({"review", "--at-least", "0.85", "--format", "json"}).out);
  EXPECT_EQ(shown.at("findings").as_array().size(), likely);
  EXPECT_TRUE(desk.with_register({"review"}).out.contains("%"));
  EXPECT_EQ(desk.with_register({"review", "--accept-all", "--at-least", "0.85"}).status, 0);
  EXPECT_EQ(waiting(desk).size(), all - likely);
  EXPECT_EQ(desk.with_register({"review", "--at-least", "7"}).status, 2);
}

TEST(Review, ListsFindingsWithTheirPassagesIn80Columns) {
  const Desk desk;
  desk.with_register({"ingest", desk.write("a.txt", sample(vietnamese)), desk.write("b.txt", sample("lo-lftu-vgcl-2025.txt"))});
  const auto list = desk.with_register({"review"});
  EXPECT_EQ(list.status, 0);
  EXPECT_TRUE(list.out.contains("a.txt") && list.out.contains("b.txt"));
  for (const auto& line : lines_of(list.out)) {
    if (line.contains("\xE0\xBA") || line.contains("\xE0\xBB")) continue;  // Lao: its marks take no column
    std::size_t letters = 0;
    for (const char c : line) letters += (c & 0xC0) != 0x80;
    EXPECT_LE(letters, 80u) << line;
  }
}

TEST(Review, AcceptsAndRejectsByTheEndOfAnId) {
  const Desk desk;
  desk.with_register({"ingest", desk.write("a.txt", sample(vietnamese))});
  const auto ids = waiting(desk);
  ASSERT_GE(ids.size(), 4u);
  const auto outcome = desk.with_register({"review", "--accept", end_of(ids[0]), ids[1], "--reject", end_of(ids[2]), "--by", "Lan"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_TRUE(outcome.out.starts_with("Accepted 2, rejected 1;")) << outcome.out;
  EXPECT_EQ(waiting(desk), std::vector<std::string>(ids.begin() + 3, ids.end()));
}

TEST(Review, DecidesAllOrNothing) {
  const Desk desk;
  desk.with_register({"ingest", desk.write("a.txt", sample(vietnamese))});
  const auto ids = waiting(desk);
  ASSERT_GE(ids.size(), 2u);
  desk.with_register({"review", "--reject", ids[0]});
  const auto before = waiting(desk);
  EXPECT_EQ(desk.with_register({"review", "--accept", ids[1], ids[0]}).status, 1);
  EXPECT_EQ(waiting(desk), before);
}

TEST(Review, AcceptsAllOfOneDocument) {
  const Desk desk;
  desk.with_register({"ingest", desk.write("a.txt", sample(vietnamese)), desk.write("b.txt", sample("vi-dien-bien-phongsaly-2021.txt"))});
  const auto list = json::parse(desk.with_register({"review", "--format", "json"}).out);
  const std::string document(list.at("findings").at(0).at("document").as_string());
  EXPECT_EQ(desk.with_register({"review", "--accept-all", "--document", end_of(document)}).status, 0);
  const auto left = json::parse(desk.with_register({"review", "--format", "json"}).out);
  ASSERT_FALSE(left.at("findings").as_array().empty());
  for (const auto& finding : left.at("findings").as_array()) EXPECT_NE(std::string(finding.at("document").as_string()), document);
  EXPECT_EQ(desk.with_register({"review", "--accept-all"}).status, 0);
  EXPECT_TRUE(desk.with_register({"review"}).out.contains("No findings wait"));
}

class Report : public testing::Test {
 protected:
  Report() {
    desk.with_register({"ingest", desk.write("a.txt", sample(vietnamese))});
    desk.with_register({"review", "--accept-all"});
  }
  Outcome report(std::vector<std::string> more) const {
    std::vector<std::string> arguments = {"report", "--from", "2020", "--to", "2026"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return desk.with_register(arguments);
  }
  Desk desk;
};

TEST_F(Report, IsAVietnamesePageWhereNobodySays) {
  const auto outcome = report({});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_TRUE(outcome.out.starts_with("<!doctype html>"));
  EXPECT_TRUE(outcome.out.contains("lang=\"vi\""));
  EXPECT_TRUE(outcome.out.contains("Sơn La"));
}

TEST_F(Report, IsAlsoMarkdownAndJsonInEachLanguage) {
  EXPECT_TRUE(report({"--format", "md", "--lang", "en"}).out.starts_with("# "));
  EXPECT_NE(report({"--format", "md", "--lang", "lo"}).out, report({"--format", "md", "--lang", "vi"}).out);
  EXPECT_TRUE(json::parse(report({"--format", "json"}).out).as_object().contains("figures"));
}

TEST_F(Report, IsWrittenWholeIntoAFile) {
  const auto outcome = report({"-o", desk.path("report.html")});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(desk.read("report.html"), report({}).out);
  EXPECT_EQ(report({"-o", desk.path("none/report.html")}).status, 1);
}

TEST_F(Report, OfAPartnershipTakesItsOrganisationsInEitherOrder) {
  const auto one = report({"--format", "json", "--partnership", "vn.son-la+la.houaphanh"});
  EXPECT_EQ(one.status, 0) << one.err;
  EXPECT_EQ(one.out, report({"--format", "json", "--partnership", "la.houaphanh+vn.son-la"}).out);
  const std::string id(json::parse(one.out).at("partnership").as_string());
  EXPECT_EQ(one.out, report({"--format", "json", "--partnership", id}).out);
}

TEST(Help, IsThereForEveryCommandInEachLanguage) {
  const Desk desk;
  for (const char* language : {"vi", "lo", "en"}) {
    EXPECT_EQ(desk.run({"--help", "--language", language}).status, 0);
    for (const auto& command : commands) {
      const auto outcome = desk.run({std::string(command.name), "--help", "--language", language});
      EXPECT_EQ(outcome.status, 0) << command.name;
      EXPECT_TRUE(outcome.out.contains(command.name));
      EXPECT_FALSE(outcome.out.contains("cli.")) << outcome.out;
    }
  }
}

TEST(Help, HasNoEnglishHeadingsNorBracesInOtherLanguages) {
  for (const auto& command : commands) {
    const auto outcome = Desk().run({std::string(command.name), "--help", "--language", "vi"});
    EXPECT_FALSE(outcome.out.contains("Options:")) << outcome.out;
    EXPECT_FALSE(outcome.out.contains("{false}")) << outcome.out;
  }
}

TEST(Version, IsTold) {
  EXPECT_TRUE(Desk().run({"--version"}).out.starts_with("kevai 0."));
}

TEST(Manual, IsWhatTheProgramSaysOfItself) {
  std::ifstream page(KEVAI_SOURCE_DIR "/docs/cli.md", std::ios::binary);
  std::ostringstream written;
  written << page.rdbuf();
  EXPECT_EQ(written.str(), manual()) << "write it anew: kevai help --markdown > docs/cli.md";
}

}  // namespace
}  // namespace kevai::cli
