// The articles are others' writing and are not part of this repository: these tests want them in
// ../shared/articles.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "report/render.hpp"
#include "report/small_register.hpp"

namespace kevai {
namespace {

namespace fs = std::filesystem;
using test::ToldRegister;

const fs::path folder = fs::path(KEVAI_SOURCE_DIR) / ".." / "shared" / "articles";

std::vector<std::string> articles() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<std::string> texts;
  for (const fs::path& file : files) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    texts.push_back(text.str());
  }
  return texts;
}

void ingest_all(ToldRegister& told, const std::vector<std::string>& texts) {
  int number = 0;
  for (const std::string& text : texts) {
    const auto ingested = reg::ingest(told.store(), {.file_name = std::to_string(++number) + ".txt", .bytes = text});
    ASSERT_TRUE(ingested) << ingested.error().code;
  }
}

template <class... Records>
std::vector<std::size_t> counts_of(ToldRegister& told) {
  return {told.all<Records>().size()...};
}

std::vector<std::size_t> counts(ToldRegister& told) {
  using namespace model;
  return counts_of<Partnership, Agreement, Commitment, Activity, Person, Post, Observation, Target, Occasion, Support, Award>(told);
}

class FiveArticles : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(folder)) GTEST_SKIP() << "the articles are not in " << folder;
  }
};

TEST_F(FiveArticles, IngestedAndAcceptedTwiceGiveTheSameRegisterAsOnce) {
  ToldRegister told;
  const auto texts = articles();
  ingest_all(told, texts);
  EXPECT_GT(told.accept().accepted, 0);
  const auto once = counts(told);
  const std::string summary = to_json(test::summary_of(told, "2003", "2028"), text::Language::vi);

  ingest_all(told, texts);
  EXPECT_EQ(told.accept().accepted, 0);
  EXPECT_EQ(counts(told), once);
  EXPECT_EQ(to_json(test::summary_of(told, "2003", "2028"), text::Language::vi), summary);
}

TEST_F(FiveArticles, GiveAsManyRecordsInAnyOrder) {
  auto texts = articles();
  ToldRegister forwards;
  ingest_all(forwards, texts);
  forwards.accept();
  std::ranges::reverse(texts);
  ToldRegister backwards;
  ingest_all(backwards, texts);
  backwards.accept();
  EXPECT_EQ(counts(forwards), counts(backwards));
}

TEST_F(FiveArticles, AreReportedWithTheirFiguresEachWithItsPassage) {
  ToldRegister told;
  ingest_all(told, articles());
  told.accept();
  const auto summary = test::summary_of(told, "2003", "2028");
  const std::string html = to_html(summary, text::Language::vi);
  EXPECT_NE(html.find("hàng trăm triệu"), std::string::npos);
  EXPECT_NE(html.find("gần 44.000.000 đồng"), std::string::npos);

  struct Said {
    const char* measure;
    double figure;
  };
  for (const Said& wanted :
       std::array{Said{"delegations", 25}, Said{"delegations_out", 15}, Said{"person_trips_out", 67}, Said{"delegations_in", 4},
                  Said{"person_trips_in", 15}, Said{"trainees", 159}, Said{"trainees", 318}, Said{"trainees_female", 114}}) {
    bool shown = false;
    for (const report::Figure& figure : summary.figures) {
      if (figure.measure != wanted.measure) continue;
      for (const Id& id : figure.said) {
        const report::Sourced& said = summary.records.at(id.value);
        if (std::get<model::Observation>(said.record).value.figure() != wanted.figure) continue;
        shown = true;
        ASSERT_FALSE(said.passages.empty());
        EXPECT_NE(said.passages[0].quote.find(std::to_string(static_cast<int>(wanted.figure))), std::string::npos);
      }
    }
    EXPECT_TRUE(shown) << wanted.measure << " " << wanted.figure;
  }
}

}  // namespace
}  // namespace kevai
