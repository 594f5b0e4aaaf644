#include "http/records_case.hpp"

namespace kevai::http {
namespace {

/// A create with an Idempotency-Key.
class Once : public RecordsApi {
 protected:
  Reply create(const std::string& key, const std::string& name) const {
    return post("persons", {{"name", name}}, "Idempotency-Key: " + key + "\r\n");
  }
  std::size_t persons() const { return get("persons").json().at("items").as_array().size(); }
};
KEVAI_ON_BOTH_DATABASES(Once);

TEST_P(Once, IsAnsweredTheSameAgainAndMakesNothing) {
  const auto first = create("k1", "Nguyễn Văn A"), again = create("k1", "Nguyễn Văn A");
  ASSERT_EQ(first.status, 201) << first.body;
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(again.body, first.body);
  for (const char* header : {"location", "etag", "content-type"}) EXPECT_EQ(again.headers.at(header), first.headers.at(header));
  EXPECT_EQ(persons(), 1u);
  EXPECT_EQ(create("k2", "Nguyễn Văn A").status, 201);
  EXPECT_EQ(persons(), 2u);
}

TEST_P(Once, IsRefusedWithAnotherBody) {
  ASSERT_EQ(create("k1", "Nguyễn Văn A").status, 201);
  const auto other = create("k1", "Trần Thị B");
  EXPECT_EQ(other.status, 409);
  EXPECT_EQ(text(other.json().at("code")), "idempotency_key_used");
  EXPECT_EQ(persons(), 1u);
}

TEST_P(Once, IsNotWhatWasRefused) {
  EXPECT_EQ(post("persons", {{"colour", "red"}}, "Idempotency-Key: k1\r\n").status, 400);
  EXPECT_EQ(create("k1", "Nguyễn Văn A").status, 201);
}

TEST_P(Once, IsKeptForADay) {
  ASSERT_EQ(create("k1", "Nguyễn Văn A").status, 201);
  connection()->run("update kept_answer set kept_at = kept_at - 25 * 60 * 60 * 1000");
  EXPECT_EQ(create("k1", "Trần Thị B").status, 201);
  EXPECT_EQ(persons(), 2u);
}

TEST_P(Once, WantsAKeyOneCanSee) {
  for (const std::string& key : {std::string("a b"), std::string(201, 'k'), std::string("ệ")}) {
    const auto refused = create(key, "Nguyễn Văn A");
    EXPECT_EQ(refused.status, 400) << key;
    EXPECT_EQ(text(refused.json().at("code")), "idempotency_key_malformed");
  }
}

}  // namespace
}  // namespace kevai::http
