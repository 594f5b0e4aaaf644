#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "http/running_server.hpp"

namespace kevai::http {
namespace {

class ApiRestructuring : public testing::Test {
 protected:
  Reply done_to(const std::string& organisation, const std::string& what, const std::string& body) {
    return running_.post("/api/v1/organisations/" + organisation + "/" + what, body);
  }
  boost::json::object shown(const std::string& organisation) {
    const auto reply = running_.get("/api/v1/organisations/" + organisation);
    EXPECT_EQ(reply.status, 200) << reply.body;
    return reply.json().as_object();
  }
  std::string inherited_by(const std::string& organisation) {
    const auto totals = running_.get("/api/v1/organisations/" + organisation + "/totals?as_of=2027-01-01").json();
    std::string ids;
    for (const auto& one : totals.at("inherited").as_array()) ids += std::string(one.at("organisation").as_string()) + " ";
    return ids;
  }
  static std::string code(const Reply& reply) { return std::string(reply.json().at("code").as_string()); }

  RunningRegister running_;
};

TEST_F(ApiRestructuring, MergesIntoOneThatIsThereAndTakesItBack) {
  const auto merged = done_to("vn.cao-bang", "merge", R"({"into": {"organisation": "vn.lang-son"}, "on": "2027-01-01"})");
  ASSERT_EQ(merged.status, 200) << merged.body;
  EXPECT_EQ(merged.json().at("heirs"), (boost::json::array{"vn.lang-son"}));
  EXPECT_EQ(merged.json().at("organisation").at("valid_to"), "2026-12-31");
  EXPECT_EQ(inherited_by("vn.lang-son"), "vn.cao-bang ");
  EXPECT_EQ(code(done_to("vn.cao-bang", "rename", R"({"name_vi": "Tên khác", "on": "2027-02-01"})")), "organisation_ended");
  const auto undone = done_to("vn.cao-bang", "undo-restructuring", R"({"reason": "Nhập nhầm"})");
  ASSERT_EQ(undone.status, 200) << undone.body;
  EXPECT_FALSE(undone.json().at("organisation").as_object().contains("valid_to"));
  EXPECT_EQ(inherited_by("vn.lang-son"), "");
}

TEST_F(ApiRestructuring, MergesSeveralIntoOneThatItMakes) {
  const auto merged = done_to("vn.cao-bang", "merge",
                              R"({"with": ["vn.lang-son"], "into": {"fields": {"name_vi": "Công đoàn Cao Lạng"}}, "on": "2027-01-01"})");
  ASSERT_EQ(merged.status, 200) << merged.body;
  const std::string heir(merged.json().at("heirs").at(0).as_string());
  EXPECT_EQ(std::string(shown("vn.lang-son").at("successor").as_string()), heir);
  EXPECT_EQ(shown(heir).at("valid_from"), "2027-01-01");
}

TEST_F(ApiRestructuring, DividesByShares) {
  const auto split = done_to("vn.cao-bang", "split",
                             R"({"heirs": [{"fields": {"name_vi": "Công đoàn Bắc Cao Bằng"}, "share": 60},
                                           {"organisation": "vn.lang-son", "share": 40}],
                                 "rule": "đoàn viên năm 2026", "on": "2027-01-01"})");
  ASSERT_EQ(split.status, 200) << split.body;
  EXPECT_EQ(split.json().at("heirs").as_array().size(), 2u);
  EXPECT_EQ(inherited_by("vn.lang-son"), "vn.cao-bang ");
}

TEST_F(ApiRestructuring, RenamesAndKeepsTheFormerName) {
  const std::string before(shown("vn.hue").at("name_en").as_string());
  const auto renamed = done_to("vn.hue", "rename", R"({"name_en": "Hue City Labour Federation", "on": "2027-01-01"})");
  ASSERT_EQ(renamed.status, 200) << renamed.body;
  EXPECT_EQ(shown("vn.hue").at("name_en"), "Hue City Labour Federation");
  EXPECT_NE(std::string(shown("vn.hue").at("other_names").as_string()).find(before), std::string::npos);
}

TEST_F(ApiRestructuring, RefusesWhatItCannotRead) {
  const auto refused = [&](const char* what, const char* body) { return code(done_to("vn.cao-bang", what, body)); };
  EXPECT_EQ(refused("merge", R"({"into": {"organisation": "vn.lang-son"}, "on": "2027"})"), "value_malformed");
  EXPECT_EQ(refused("merge", R"({"into": {}, "on": "2027-01-01"})"), "value_malformed");
  EXPECT_EQ(refused("merge", R"({"into": {"organisation": "vn.cao-bang"}, "on": "2027-01-01"})"), "merge_with_itself");
  EXPECT_EQ(refused("merge", R"({"to": "vn.lang-son"})"), "field_unknown");
  EXPECT_EQ(refused("split", R"({"heirs": [{"organisation": "vn.lang-son"}], "on": "2027-01-01"})"), "value_malformed");
  EXPECT_EQ(refused("split", R"({"heirs": [{"organisation": "vn.lang-son", "share": 100}], "rule": "x", "on": "2027-01-01"})"),
            "division_of_one");
  EXPECT_EQ(refused("rename", R"({"on": "2027-01-01"})"), "name_missing");
  EXPECT_EQ(refused("undo-restructuring", "{}"), "reason_missing");
  EXPECT_EQ(done_to("vn.nowhere", "undo-restructuring", R"({"reason": "x"})").status, 404);
}

}  // namespace
}  // namespace kevai::http
