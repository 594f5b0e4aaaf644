#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "http/running_server.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

/// A running server, with two persons whose names sound alike.
class CandidatesApi : public testing::Test {
 protected:
  CandidatesApi() {
    const auto done = running.store().write([&](store::Writer& writer) -> Result<> {
      writer.put(model::Person{.id = one, .name = "Thongloun Sisoulith", .key = "thonglounsisoulith"});
      writer.put(model::Person{.id = other, .name = "ທອງລຸນ ສີສຸລິດ", .key = "ທອງລຸນສີສຸລິດ"});
      writer.put(model::Post{.id = new_id(), .person = one, .role = "President", .organisation = {.id = "la.salavan"}});
      return {};
    });
    EXPECT_TRUE(done);
  }

  /// The candidate of the two; null where there is none.
  json::value candidate(const std::string& query = "?lang=en") {
    const auto answer = running.get("/api/v1/candidates" + query).json();  // what the loop runs over
    for (const auto& found : answer.at("candidates").as_array())
      if (found.at("one").at("id").as_string() == one.value && found.at("other").at("id").as_string() == other.value) return found;
    return nullptr;
  }
  Reply decide(const json::value& body) { return running.post("/api/v1/candidates/decide", json::serialize(body)); }
  json::value record(const Id& id) { return running.get("/api/v1/records/" + id.value).json(); }
  json::array pair() const { return {one.value, other.value}; }

  RunningRegister running;
  Id one = new_id();
  Id other = new_id();
};

TEST_F(CandidatesApi, ListsWhoMayBeOneWithScoreAndReasonsInTheLanguageAskedFor) {
  const auto found = candidate();
  ASSERT_TRUE(found.is_object());
  EXPECT_EQ(found.at("kind").as_string(), "person");
  EXPECT_GE(found.at("score").to_number<double>(), 0.85);
  EXPECT_EQ(found.at("other").at("name").as_string(), "ທອງລຸນ ສີສຸລິດ");
  EXPECT_EQ(found.at("one").at("posts").at(0).at("organisation").at("id").as_string(), "la.salavan");
  EXPECT_EQ(found.at("reasons").at(1).at("code").as_string(), "two_scripts");
  EXPECT_NE(found.at("reasons").at(1).at("text"), candidate("?lang=vi").at("reasons").at(1).at("text"));
}

TEST_F(CandidatesApi, ShowsThemOnTheRecordOfEither) {
  for (const auto& id : {one, other}) EXPECT_EQ(record(id).at("candidates").at(0).at("other").at("id").as_string(), other.value);
}

TEST_F(CandidatesApi, JoinsThemKeepingBothNamesAndTakesThatBack) {
  const auto joined = decide({{"same", json::array{pair()}}});
  EXPECT_EQ(joined.status, 200) << joined.body;
  EXPECT_EQ(joined.json(), (json::value{{"same", 1}, {"different", 0}, {"open", 0}}));
  EXPECT_TRUE(candidate().is_null());
  const auto whole = record(other);
  EXPECT_EQ(whole.at("record").at("id").as_string(), one.value);
  EXPECT_EQ(whole.at("record").at("name").as_string(), "Thongloun Sisoulith");
  EXPECT_EQ(whole.at("merged").at(0).at("name").as_string(), "ທອງລຸນ ສີສຸລິດ");
  EXPECT_EQ(decide({{"different", json::array{pair()}}}).status, 200);
  EXPECT_EQ(record(other).at("record").at("id").as_string(), other.value);
  EXPECT_TRUE(candidate().is_null());
  EXPECT_EQ(decide({{"open", json::array{pair()}}}).status, 200);
  EXPECT_TRUE(candidate().is_object());
}

TEST_F(CandidatesApi, KeepsTheNamesOfThoseMergedBeforeInView) {
  const Id third = new_id();
  ASSERT_TRUE(running.store().write([&](store::Writer& writer) -> Result<> {
    writer.put(model::Person{.id = third, .name = "Thoong-lun Xi-xu-lít", .key = "thoonglunxixulit"});
    return {};
  }));
  ASSERT_EQ(decide({{"same", json::array{json::array{one.value, third.value}}}}).status, 200);
  EXPECT_EQ(candidate().at("one").at("other_names").as_array(), json::array{"Thoong-lun Xi-xu-lít"});
}

TEST_F(CandidatesApi, RefusesWhatIsNoDecision) {
  EXPECT_EQ(decide(json::object{}).status, 400);
  EXPECT_EQ(decide({{"same", json::array{json::array{one.value}}}}).status, 400);
  EXPECT_EQ(decide({{"same", json::array{pair()}}, {"different", json::array{pair()}}}).status, 400);
  EXPECT_EQ(decide({{"same", json::array{json::array{one.value, new_id().value}}}}).status, 404);
  EXPECT_TRUE(candidate().is_object());
}

}  // namespace
}  // namespace kevai::http
