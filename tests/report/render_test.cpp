#include "report/render.hpp"

#include <gtest/gtest.h>

#include <array>
#include <boost/json.hpp>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "report/small_register.hpp"

namespace kevai {
namespace {

using test::ToldRegister;
using text::Language;

constexpr std::array languages{Language::vi, Language::lo, Language::en};

/// The register is the same for all of these tests, and reading it changes nothing.
const report::Summary& small() {
  static const report::Summary summary = [] {
    ToldRegister told;
    test::tell_small_register(told);
    return test::summary_of(told, "2020", "2027");
  }();
  return summary;
}

/// The golden text of that language; with KEVAI_UPDATE_GOLDEN set it is first written anew, to be read before
/// it is kept.
std::string golden(Language language, const std::string& now) {
  const std::string file = std::string(KEVAI_SOURCE_DIR) + "/tests/report/golden/" + std::string(code(language)) + ".md";
  if (std::getenv("KEVAI_UPDATE_GOLDEN") != nullptr) std::ofstream(file) << now;
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

TEST(MarkdownReport, ReadsInEachLanguageAsItsGoldenText) {
  for (const Language language : languages) {
    const std::string markdown = to_markdown(small(), language);
    EXPECT_EQ(markdown, golden(language, markdown)) << code(language);
  }
}

/// What the first group of the pattern matches, in order.
std::vector<std::string> found(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> groups;
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at) groups.push_back((*at)[1]);
  return groups;
}

TEST(MarkdownReport, HasAFootnoteForEveryReference) {
  const std::string markdown = to_markdown(small(), Language::vi);
  const auto referred = found(markdown, R"(\[\^(\d+)\](?!:))");
  const auto defined = found(markdown, R"(\[\^(\d+)\]:)");
  EXPECT_GT(referred.size(), 8u);
  EXPECT_EQ(std::set(referred.begin(), referred.end()), std::set(defined.begin(), defined.end()));
}

TEST(HtmlReport, LeadsEveryNumberToARecordWithItsPassage) {
  const std::string html = to_html(small(), Language::vi);
  const auto targets = found(html, "<li id=\"(n\\d+)\">");
  const auto references = found(html, "href=\"#(n\\d+)\"");
  EXPECT_GT(references.size(), 10u);
  EXPECT_EQ(std::set(references.begin(), references.end()), std::set(targets.begin(), targets.end()));
  EXPECT_NE(html.find("<blockquote>gần 60 nghìn đoàn viên</blockquote>"), std::string::npos);
  EXPECT_NE(html.find("Hai tỉnh ký kết · Nêu: "), std::string::npos);
}

TEST(HtmlReport, StandsAlone) {
  const std::string html = to_html(small(), Language::vi);
  for (const char* outside : {"<script", "<link", "<img", "src=", "http://", "https://", "@import", "url("}) {
    EXPECT_EQ(html.find(outside), std::string::npos) << outside;
  }
}

TEST(HtmlReport, ShowsWhatASourceWritesAndNeverObeysIt) {
  const std::string html = to_html(small(), Language::en);
  EXPECT_EQ(html.find("<đào tạo>"), std::string::npos);
  EXPECT_NE(html.find("tiếp tục &lt;đào tạo&gt; cán bộ &quot;nguồn&quot;"), std::string::npos);
  EXPECT_NE(html.find("máy tính &amp; máy in"), std::string::npos);
}

TEST(HtmlReport, IsInItsLanguage) {
  for (const Language language : languages) {
    const std::string html = to_html(small(), language);
    EXPECT_NE(html.find("<html lang=\"" + std::string(code(language)) + "\">"), std::string::npos);
    EXPECT_EQ(html.find("report."), std::string::npos) << "a word is missing";
    EXPECT_EQ(html.find('{', html.find("</style>")), std::string::npos) << "an argument is missing";
  }
  EXPECT_NE(to_html(small(), Language::lo).find("ສະຫະພັນກຳມະບານແຂວງຊຽງຂວາງ"), std::string::npos);
}

TEST(HtmlReport, WordsMoneyWithItsQualifierInEachLanguage) {
  EXPECT_NE(to_html(small(), Language::vi).find("gần 44.000.000 đồng"), std::string::npos);
  EXPECT_NE(to_html(small(), Language::lo).find("ເກືອບ 44.000.000 ດົງ"), std::string::npos);
  EXPECT_NE(to_html(small(), Language::en).find("nearly 44,000,000 VND"), std::string::npos);
  EXPECT_NE(to_html(small(), Language::vi).find("trị giá hàng trăm triệu đồng"), std::string::npos);
  EXPECT_NE(to_html(small(), Language::en).find("worth hundreds of millions of VND"), std::string::npos);
}

TEST(HtmlReport, MarksSamplesAndWhatNobodyDates) {
  const std::string html = to_html(small(), Language::vi);
  EXPECT_NE(html.find("<span class=\"mark\">không rõ năm</span> <span class=\"mark\">bài mẫu</span>"), std::string::npos);
}

TEST(HtmlReport, SaysHonestlyThatThereIsNothingYet) {
  ToldRegister told;
  const std::string html = to_html(test::summary_of(told, "2020", "2027"), Language::vi);
  for (const char* nothing : {"Chưa có thỏa thuận nào", "Chưa có hoạt động nào", "Chưa có khoản hỗ trợ nào"}) {
    EXPECT_NE(html.find(nothing), std::string::npos) << nothing;
  }
}

TEST(JsonReport, HasTheFormTheApiPromises) {
  const auto json = boost::json::parse(to_json(small(), Language::en)).as_object();
  for (const char* name : {"period", "partnership", "organisations", "records", "partnerships", "agreements", "points", "activities",
                           "figures", "supports", "awards", "targets", "observations", "occasions"}) {
    EXPECT_TRUE(json.contains(name)) << name;
  }
  EXPECT_EQ(json.at("period").at("from").as_string(), "2020");
  EXPECT_TRUE(json.at("partnership").is_null());
  const auto& records = json.at("records").as_object();
  for (const char* list : {"partnerships", "agreements", "activities", "supports", "awards", "targets", "observations"}) {
    for (const auto& id : json.at(list).as_array()) EXPECT_TRUE(records.contains(id.as_string())) << list;
  }
  const auto& agreement = records.at(json.at("agreements").at(0).as_string()).as_object();
  EXPECT_EQ(agreement.at("record_kind").as_string(), "agreement");
  EXPECT_EQ(agreement.at("passages").at(0).at("quote").as_string(), "ký biên bản ghi nhớ 6 điểm");
  const auto& organisations = json.at("organisations").as_object();
  EXPECT_EQ(organisations.at("la.xiangkhouang").at("country").as_string(), "LA");
}

TEST(JsonReport, GivesAFigureItsSaidAndItsCountedNumber) {
  const auto json = boost::json::parse(to_json(small(), Language::en));
  for (const auto& figure : json.at("figures").as_array()) {
    if (figure.at("measure").as_string() != "delegations_in") continue;
    EXPECT_EQ(figure.at("said").as_array().size(), 1u);
    EXPECT_EQ(figure.at("counted").at("figure").as_int64(), 1);
    EXPECT_EQ(figure.at("missing").as_int64(), 3);
    return;
  }
  FAIL() << "no delegations_in";
}

}  // namespace
}  // namespace kevai
