#include <gtest/gtest.h>
#include <sodium.h>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "http/running_server.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

std::string base64(const std::string& bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();
  return text;
}

class Tables : public testing::Test {
 protected:
  static void SetUpTestSuite() { running_ = std::make_unique<RunningRegister>(); }
  static void TearDownTestSuite() { running_.reset(); }
  static Reply import(const std::string& bytes, json::object more = {}) {
    more["base64"] = base64(bytes);
    return running_->post("/api/v1/imports", json::serialize(more));
  }
  static std::unique_ptr<RunningRegister> running_;
};
std::unique_ptr<RunningRegister> Tables::running_;

TEST_F(Tables, OfEveryKindThatIsExportedIsImportedWithoutAChange) {
  const auto exported = running_->get("/api/v1/exports");
  ASSERT_EQ(exported.status, 200) << exported.body;
  EXPECT_EQ(exported.headers.at("content-disposition"), "attachment; filename=\"kevai.xlsx\"");
  const auto imported = import(exported.body);
  ASSERT_EQ(imported.status, 200) << imported.body;
  std::size_t unchanged = 0;
  const auto answer = imported.json();
  for (const auto& [kind, counts] : answer.at("counts").as_object()) {
    EXPECT_EQ(counts.at("made").as_int64() + counts.at("changed").as_int64(), 0) << kind;
    unchanged += counts.at("unchanged").to_number<std::size_t>();
  }
  EXPECT_GT(unchanged, 100u);
}

TEST_F(Tables, WithFaultsKeepNothingAndSayWhere) {
  const std::string rows = "name\nBua Khăm\n\nĐặng Văn Hải\n";
  const auto preview = import(rows, {{"kind", "person"}, {"preview", true}});
  ASSERT_EQ(preview.status, 200) << preview.body;
  EXPECT_EQ(preview.json().at("counts").at("person").at("made").as_int64(), 2);
  EXPECT_FALSE(preview.json().at("kept").as_bool());
  const auto refused = import("date;kind\n31/2/2023;visit\n", {{"kind", "activity"}});
  ASSERT_EQ(refused.status, 422) << refused.body;
  EXPECT_EQ(refused.headers.at("content-type"), "application/problem+json");
  const auto answer = refused.json();
  EXPECT_EQ(answer.at("code").as_string(), "import_refused");
  const auto& fault = answer.at("faults").as_array().at(0);
  EXPECT_EQ(fault.at("code").as_string(), "cell_not_date");
  EXPECT_EQ(fault.at("row").as_int64(), 2);
  EXPECT_EQ(fault.at("column").as_string(), "A");
}

TEST_F(Tables, ThatAreNoneAreRefused) {
  EXPECT_EQ(import("%PDF-1.7", {{"kind", "person"}}).status, 422);
  EXPECT_EQ(import("", {{"kind", "person"}}).status, 400);
  EXPECT_EQ(import("name\nAn\n", {{"kind", "persn"}}).status, 400);
  EXPECT_EQ(running_->post("/api/v1/imports", R"({"base64": "?"})").status, 400);
  EXPECT_EQ(running_->post("/api/v1/imports", R"({"base64": 1})").status, 400);
  EXPECT_EQ(running_->get("/api/v1/exports?format=csv").status, 400);
  EXPECT_EQ(running_->get("/api/v1/exports?format=ods").status, 400);
  const auto csv = running_->get("/api/v1/exports?format=csv&kind=partnership&lang=en");
  EXPECT_EQ(csv.status, 200);
  EXPECT_TRUE(csv.body.starts_with("\xEF\xBB\xBFRecord id,")) << csv.body.substr(0, 80);
}

}  // namespace
}  // namespace kevai::http
