#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include "cli/harness.hpp"

namespace kevai::cli {
namespace {

namespace json = boost::json;

const std::vector<std::string> merge_cao_bang{"organisation", "merge", "vn.cao-bang", "--into", "vn.lang-son", "--on", "2027-01-01"};

json::value shown(const Desk& desk, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  const auto outcome = desk.with_register(arguments);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  return json::parse(outcome.out);
}

TEST(Organisation, ShowsTheTreeOfADay) {
  const Desk desk;
  const auto before = shown(desk, {"organisation", "tree", "--as-of", "2025-06-30", "--country", "VN"});
  const auto after = shown(desk, {"organisation", "tree", "--as-of", "2025-07-01", "--country", "VN"});
  EXPECT_EQ(before.at("organisations").as_array().size() - after.at("organisations").as_array().size(), 63u - 34u);
  const auto text = desk.with_register({"organisation", "tree", "--as-of", "2025-07-01"}).out;
  EXPECT_NE(text.find("Inherited from Kon Tum Provincial Federation of Labour (vn.kon-tum)"), std::string::npos) << text;
}

TEST(Organisation, MergesAndTakesAMergerBack) {
  const Desk desk;
  const auto merged = desk.with_register(merge_cao_bang);
  EXPECT_EQ(merged.status, 0) << merged.err;
  const auto totals = shown(desk, {"organisation", "totals", "vn.lang-son", "--as-of", "2027-01-01"});
  EXPECT_EQ(totals.at("inherited").at(0).at("organisation").as_string(), "vn.cao-bang");
  const auto again = desk.with_register(merge_cao_bang);
  EXPECT_EQ(again.status, 1);
  EXPECT_NE(again.err.find("ended on 2026-12-31"), std::string::npos) << again.err;
  const auto undone = desk.with_register({"organisation", "undo", "vn.cao-bang", "--why", "by mistake"});
  EXPECT_EQ(undone.status, 0) << undone.err;
  EXPECT_TRUE(shown(desk, {"organisation", "totals", "vn.lang-son", "--as-of", "2027-01-01"}).at("inherited").as_array().empty());
}

TEST(Organisation, IsDividedOnlyWhole) {
  const Desk desk;
  const auto divide = [&](const std::string& second) {
    return desk.with_register({"organisation", "split", "vn.cao-bang", "--heir", "vn.lang-son=60", "--heir", second, "--on", "2027-01-01",
                               "--rule", "by members in 2026"});
  };
  EXPECT_NE(divide("vn.thai-nguyen=30").err.find("add up to 90 %"), std::string::npos);
  EXPECT_NE(divide("vn.thai-nguyen").err.find("no share"), std::string::npos);
  EXPECT_EQ(divide("vn.thai-nguyen=40").status, 0);
  const auto heirs = shown(desk, {"organisation", "totals", "vn.cao-bang", "--as-of", "2027-01-01"}).at("heirs").as_array();
  ASSERT_EQ(heirs.size(), 2u);
  EXPECT_EQ(heirs[0].at("share").as_int64(), 60);
}

TEST(Organisation, IsDividedAmongHeirsThatAreMadeByTheirNames) {
  const Desk desk;
  const auto divide = [&](const std::string& heir) {
    return desk.with_register({"organisation", "split", "vn.cao-bang", "--heir", heir, "--heir", "vn.lang-son=40", "--on", "2027-01-01",
                               "--rule", "by members in 2026"});
  };
  EXPECT_NE(divide("vn.not-there=60").err.find("vn.not-there"), std::string::npos);
  EXPECT_EQ(divide("Liên đoàn Lao động tỉnh Bắc Cao Bằng=60").status, 0);
  const auto made = shown(desk, {"organisation", "totals", "vn.cao-bang", "--as-of", "2027-01-01"}).at("heirs").as_array();
  ASSERT_EQ(made.size(), 2u);
  const auto& heir = made[0].at("share").as_int64() == 60 ? made[0] : made[1];
  EXPECT_EQ(heir.at("share").as_int64(), 60);
  EXPECT_TRUE(heir.at("organisation").as_string().starts_with("vn."));
}

TEST(Organisation, SaysWhatIsMissing) {
  const Desk desk;
  EXPECT_EQ(desk.with_register({"organisation", "totals"}).status, 2);
  EXPECT_EQ(desk.with_register({"organisation", "merge", "vn.hue"}).status, 2);
  EXPECT_EQ(desk.with_register({"organisation", "paint"}).status, 2);
  EXPECT_EQ(desk.with_register({"organisation", "totals", "vn.hue", "--as-of", "2025-13"}).status, 2);
}

}  // namespace
}  // namespace kevai::cli
