#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include "http/records_case.hpp"
#include "register/privacy/reading.hpp"

namespace kevai::http {
namespace {

class PrivacyApi : public RecordsApi {};
KEVAI_ON_BOTH_DATABASES(PrivacyApi);

TEST_P(PrivacyApi, HandsOutWhatItHoldsOfAPersonAndErasesIt) {
  const auto path = person("Nguyễn Thị Hoa");
  const auto data = get(path + "/personal");
  ASSERT_EQ(data.status, 200) << data.body;
  EXPECT_EQ(text(data.json().at("person").at("name")), "Nguyễn Thị Hoa");
  EXPECT_EQ(data.json().at("history").as_array().size(), 1u);

  EXPECT_EQ(post(path + "/erase", json::object{}).status, 400);
  const auto erased = post(path + "/erase", {{"reason", "theo yêu cầu"}});
  ASSERT_EQ(erased.status, 200) << erased.body;
  EXPECT_EQ(erased.json().at("erased").as_array().size(), 1u);
  for (const char* behind : {"", "/history", "/personal"}) EXPECT_EQ(get(path + behind).body.find("Hoa"), std::string::npos) << behind;
  EXPECT_EQ(text(get(path).json().at("name")), "***");
}

TEST_P(PrivacyApi, RefusesToHandOutWhatIsNoPerson) {
  const auto made = post("courses", {{"programme", "Công tác công đoàn"}});
  const auto id = text(made.json().at("id"));
  EXPECT_EQ(get("persons/" + id + "/personal").status, 404);
  EXPECT_EQ(post("persons/" + id + "/erase", {{"reason", "x"}}).status, 404);
}

TEST_P(PrivacyApi, TellsTheJournalPageByPage) {
  for (const char* name : {"Lan", "Mai", "Hoa"}) person(name);
  const auto first = get("journal?action=create&limit=2");
  ASSERT_EQ(first.status, 200) << first.body;
  ASSERT_EQ(first.json().at("items").as_array().size(), 2u);
  const auto second = get("journal?action=create&limit=2&cursor=" + text(first.json().at("next")));
  EXPECT_EQ(second.json().at("items").as_array().size(), 2u);
  EXPECT_LT(second.json().at("items").at(0).at("number").as_int64(), first.json().at("items").at(1).at("number").as_int64());
  for (const char* wrong : {"from=yesterday", "action=sing", "cursor=x", "limit=0", "until=2026-11-21%27"})
    EXPECT_EQ(get("journal?" + std::string(wrong)).status, 400) << wrong;
}

TEST_P(PrivacyApi, TellsWhoReadARecord) {
  const auto path = person("Lan");
  const Id id{path.substr(path.find('/') + 1)};
  reg::forget_readings();
  const model::Actor mai{.account = {"a"}, .name = "Mai", .side = "VN", .session = "s", .address = "private"};
  reg::note_reading(store(), mai, std::vector{id});
  const auto told = get("journal?action=read&record=" + id.value).json().at("items").as_array();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(text(told[0].at("by")), "Mai");
  EXPECT_EQ(text(told[0].at("records").at(0)), id.value);
}

TEST_P(PrivacyApi, LeavesNoNameInTheLog) {
  std::ostringstream log;
  const auto before = spdlog::default_logger();
  spdlog::set_default_logger(std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(log)));
  const auto path = person("Zxqvmark");
  const auto id = path.substr(path.find('/') + 1);
  get("persons?name=Zxqvmark");
  get("search?q=Zxqvmark");
  get("persons?Zxqvmark=1");
  get("certificates/Zxqvmark");
  post("persons", {{"name", "Zxqvmark"}, {"Zxqvmark", 1}});
  post("trainees", {{"name", "Zxqvmark"}, {"course", "Zxqvmark"}});
  send("PATCH", path, {{"name", "Zxqvmark\x01"}}, if_match("*"));
  service().ask("POST", "/api/v1/persons", "Content-Type: application/json\r\n", R"({"name": "Zxqvmark)");
  service().ask("POST", "/api/v1/documents", "Content-Type: application/json\r\n", R"({"file_name": "Zxqvmark.txt", "text": "Zxqvmark"})");
  spdlog::set_default_logger(before);
  EXPECT_NE(log.str().find("/api/v1/persons"), std::string::npos);
  EXPECT_EQ(log.str().find("Zxqvmark"), std::string::npos) << log.str();
}

}  // namespace
}  // namespace kevai::http
