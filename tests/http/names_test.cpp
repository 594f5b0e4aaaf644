#include "register/names.hpp"

#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "http/running_server.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

/// A running server, with two persons whose names sound alike.
class NamesApi : public testing::Test {
 protected:
  NamesApi() {
    const auto done = running.store().write([&](store::Writer& writer) -> Result<> {
      writer.put(model::Person{.id = one, .name = "Thongloun Sisoulith", .key = "thonglounsisoulith"});
      writer.put(model::Person{.id = other, .name = "ທອງລຸນ ສີສຸລິດ", .key = "ທອງລຸນສີສຸລິດ"});
      return {};
    });
    EXPECT_TRUE(done);
  }

  /// The candidate of the two; null where there is none.
  json::value candidate(const std::string& query = "?lang=en") {
    const auto answer = running.get("/api/v1/names" + query).json();  // what the loop runs over
    for (const auto& found : answer.at("candidates").as_array())
      if (found.at("one").at("id").as_string() == one.value &&
          found.at("other").at("id").as_string() == other.value)
        return found;
    return nullptr;
  }
  Reply decide(const json::value& body) {
    return running.post("/api/v1/names/decide", json::serialize(body));
  }
  json::array pair() const { return {one.value, other.value}; }

  RunningRegister running;
  Id one = new_id();
  Id other = new_id();
};

TEST_F(NamesApi, ListsWhoMayBeOneWithScoreAndReasonsInTheLanguageAskedFor) {
  const auto found = candidate();
  ASSERT_TRUE(found.is_object());
  EXPECT_GE(found.at("score").to_number<double>(), 0.85);
  EXPECT_EQ(found.at("other").at("names").as_array(), json::array{"ທອງລຸນ ສີສຸລິດ"});
  EXPECT_EQ(found.at("reasons").at(1).at("code").as_string(), "two_scripts");
  EXPECT_NE(found.at("reasons").at(1).at("text"), candidate("?lang=vi").at("reasons").at(1).at("text"));
}

TEST_F(NamesApi, JoinsThemAndTakesThatBack) {
  const auto joined = decide({{"same", json::array{pair()}}});
  EXPECT_EQ(joined.status, 200) << joined.body;
  EXPECT_EQ(joined.json(), (json::value{{"same", 1}, {"different", 0}}));
  EXPECT_TRUE(candidate().is_null());
  EXPECT_EQ(running.get("/api/v1/records/" + other.value).json().at("record").at("id").as_string(),
            one.value);
  EXPECT_EQ(decide({{"different", json::array{pair()}}}).status, 200);
  EXPECT_EQ(running.get("/api/v1/records/" + other.value).json().at("record").at("id").as_string(),
            other.value);
  EXPECT_TRUE(candidate().is_null());
}

TEST_F(NamesApi, RefusesWhatIsNoDecision) {
  EXPECT_EQ(decide(json::object{}).status, 400);
  EXPECT_EQ(decide({{"same", json::array{json::array{one.value}}}}).status, 400);
  EXPECT_EQ(decide({{"same", json::array{pair()}}, {"different", json::array{pair()}}}).status, 400);
  EXPECT_EQ(decide({{"same", json::array{json::array{one.value, new_id().value}}}}).status, 404);
  EXPECT_TRUE(candidate().is_object());
}

}  // namespace
}  // namespace kevai::http
