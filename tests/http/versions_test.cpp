#include <thread>

#include "base/clock.hpp"
#include "http/records_case.hpp"
#include "register/judge.hpp"

namespace kevai::http {
namespace {

/// Several people at one record, and what it was before.
class Versions : public RecordsApi {};
KEVAI_ON_BOTH_DATABASES(Versions);

TEST_P(Versions, MustBeNamedByWhoChanges) {
  const auto path = person("Nguyễn Văn A");
  for (const auto& reply : {send("PATCH", path, {{"name", "B"}}), send("DELETE", path, {{"reason", "x"}}),
                            post(path + "/revert", {{"change", new_id().value}})}) {
    EXPECT_EQ(reply.status, 428) << reply.body;
    EXPECT_EQ(text(reply.json().at("code")), "version_missing");
  }
  EXPECT_EQ(text(get(path).json().at("name")), "Nguyễn Văn A");
}

TEST_P(Versions, ThatAreOldGetBothInTheAnswer) {
  const auto path = person("Nguyễn Văn A");
  const auto seen = etag_of(path);
  ASSERT_EQ(send("PATCH", path, {{"name", "Nguyễn Văn B"}}, if_match(seen)).status, 200);
  const auto late = send("PATCH", path, {{"name", "Nguyễn Văn C"}}, if_match(seen));
  ASSERT_EQ(late.status, 412) << late.body;
  EXPECT_EQ(text(late.json().at("code")), "record_changed");
  EXPECT_EQ(text(late.json().at("current").at("name")), "Nguyễn Văn B");
  EXPECT_EQ(text(late.json().at("yours").at("name")), "Nguyễn Văn C");
  EXPECT_EQ(late.headers.at("etag"), etag_of(path));
  for (const auto& stale :
       {send("DELETE", path, {{"reason", "x"}}, if_match(seen)), post(path + "/restore", json::object(), if_match(seen)),
        send("PATCH", path, {{"name", "D"}}, if_match("W/" + etag_of(path)))})
    EXPECT_EQ(stale.status, 412) << stale.body;
  EXPECT_EQ(send("PATCH", path, {{"name", "D"}}, if_match("\"x\", " + etag_of(path))).status, 200);
  EXPECT_EQ(send("PATCH", path, {{"name", "E"}}, if_match("*")).status, 200);
}

TEST_P(Versions, AreNotSentAgainToWhoHasThem) {
  const auto path = person("Nguyễn Văn A");
  const auto etag = etag_of(path);
  const auto same = get(path, "If-None-Match: " + etag + "\r\n");
  EXPECT_EQ(same.status, 304);
  EXPECT_EQ(same.headers.at("etag"), etag);
  ASSERT_EQ(send("DELETE", path, {{"reason", "x"}}, if_match(etag)).status, 200);
  EXPECT_EQ(get(path, "If-None-Match: " + etag + "\r\n").status, 200);
}

TEST_P(Versions, LetOneOfManyWin) {
  const auto path = person("Nguyễn Văn A");
  const auto etag = etag_of(path);
  constexpr int writers = 6;
  std::array<int, writers> statuses{};
  std::vector<std::thread> threads;
  for (int i = 0; i < writers; ++i)
    threads.emplace_back([&, i] { statuses[i] = send("PATCH", path, {{"name", std::to_string(i)}}, if_match(etag)).status; });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(std::ranges::count(statuses, 200), 1);
  EXPECT_EQ(std::ranges::count(statuses, 412), writers - 1);
}

TEST_P(Versions, BeforeAMomentCanBeSeen) {
  const auto path = person("Nguyễn Văn A");
  const auto before = timestamp_now();
  std::this_thread::sleep_for(std::chrono::milliseconds(2));  // moments are milliseconds
  ASSERT_EQ(send("PATCH", path, {{"name", "Nguyễn Văn B"}}, if_match("*")).status, 200);
  const auto then = get(path + "?as_of=" + before);
  ASSERT_EQ(then.status, 200) << then.body;
  EXPECT_EQ(text(then.json().at("name")), "Nguyễn Văn A");
  EXPECT_EQ(text(get(path + "?as_of=" + before.substr(0, 10)).json().at("name")), "Nguyễn Văn B");
  EXPECT_EQ(get(path + "?as_of=2020-01-01").status, 404);
}

TEST_P(Versions, AreListedAndReverted) {
  const auto path = person("Nguyễn Văn A");
  for (const char* name : {"Nguyễn Văn B", "Nguyễn Văn C"}) ASSERT_EQ(send("PATCH", path, {{"name", name}}, if_match("*")).status, 200);
  const auto first = get(path + "/history?limit=2").json();
  ASSERT_EQ(first.at("items").as_array().size(), 2u);
  EXPECT_EQ(text(first.at("items").at(0).at("after").at("name")), "Nguyễn Văn C");
  EXPECT_EQ(text(first.at("items").at(0).at("by")), "tester");
  const auto rest = get(path + "/history?limit=2&cursor=" + text(first.at("next"))).json();
  ASSERT_EQ(rest.at("items").as_array().size(), 1u);
  EXPECT_FALSE(rest.as_object().contains("next"));
  EXPECT_EQ(text(rest.at("items").at(0).at("action")), "create");
  const auto reverted = post(path + "/revert", {{"change", rest.at("items").at(0).at("id")}}, if_match("*"));
  ASSERT_EQ(reverted.status, 200) << reverted.body;
  EXPECT_EQ(text(reverted.json().at("name")), "Nguyễn Văn A");
  EXPECT_EQ(post(path + "/revert", {{"change", new_id().value}}, if_match("*")).status, 404);
}

TEST_P(Versions, OfAMergedRecordAreOfWhatStandsForIt) {
  const auto one = person("Nguyễn Văn A"), other = person("Nguyen Van A");
  const auto id = [](const std::string& path) { return Id{path.substr(path.find('/') + 1)}; };
  const auto own = etag_of(other);
  const std::array<reg::Judged, 1> same{{{id(one), id(other), model::Judgement::same}}};
  ASSERT_TRUE(reg::judge(store(), same, "tester"));
  const auto merged = get(other);
  EXPECT_EQ(text(merged.json().at("id")), id(one).value);
  EXPECT_NE(merged.headers.at("etag"), own);
  EXPECT_EQ(send("PATCH", other, {{"other_names", "A"}}, if_match(own)).status, 412);
  EXPECT_EQ(send("PATCH", other, {{"other_names", "A"}}, if_match(merged.headers.at("etag"))).status, 200);
  EXPECT_EQ(text(get(one).json().at("other_names")), "A");
}

}  // namespace
}  // namespace kevai::http
