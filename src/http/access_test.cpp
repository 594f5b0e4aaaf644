#include "http/access.hpp"

#include <gtest/gtest.h>

namespace kevai::http {
namespace {

bool answers(const Access& access, const std::string& host) {
  Request request;
  request.host = host;
  return access.check_host(request).has_value();
}

TEST(Access, OfALocalServerIsByTheNamesOfThisMachineAndItsPort) {
  const Access access("127.0.0.1", 8080, {});
  EXPECT_TRUE(answers(access, "127.0.0.1:8080"));
  EXPECT_TRUE(answers(access, "localhost:8080"));
  EXPECT_TRUE(answers(access, "LOCALHOST:8080"));
  EXPECT_TRUE(answers(access, "[::1]:8080"));
  EXPECT_FALSE(answers(access, "localhost"));
  EXPECT_FALSE(answers(access, "localhost:8081"));
  EXPECT_FALSE(answers(access, "rebound.example:8080"));
  EXPECT_FALSE(answers(access, "localhost.example:8080"));
  EXPECT_FALSE(answers(access, ""));
}

TEST(Access, NeedsNoPortWhereItIsThatOfHttp) {
  EXPECT_TRUE(answers(Access("127.0.0.1", 80, {}), "localhost"));
}

TEST(Access, IsAlsoByTheNamesItsKeeperAdded) {
  const Access access("127.0.0.1", 8080, {"Register.example"});
  EXPECT_TRUE(answers(access, "register.example"));
  EXPECT_TRUE(answers(access, "register.example:443"));
  EXPECT_TRUE(answers(access, "127.0.0.1:8080"));
  EXPECT_FALSE(answers(access, "other.example"));
}

TEST(Access, OfANetworkAddressIsByAnyNameUntilNamesAreGiven) {
  EXPECT_TRUE(answers(Access("0.0.0.0", 8080, {}), "anything.example:8080"));
  EXPECT_FALSE(answers(Access("0.0.0.0", 8080, {"register.example"}), "anything.example:8080"));
}

Request change(const std::string& type, const std::string& origin) {
  Request request;
  request.verb = "POST";
  request.host = "localhost:8080";
  request.content_type = type;
  request.body = "{}";
  request.origin = origin;
  return request;
}

TEST(Change, MustBeJson) {
  EXPECT_TRUE(check_change(change("application/json", "")));
  EXPECT_TRUE(check_change(change("Application/JSON ; charset=utf-8", "")));
  for (const char* type : {"", "text/plain", "application/x-www-form-urlencoded", "application/jsonp"})
    EXPECT_FALSE(check_change(change(type, ""))) << type;
}

TEST(Change, MayHaveNoBody) {
  auto request = change("", "");
  request.body.clear();
  EXPECT_TRUE(check_change(request));
  request.origin = "http://evil.example";
  EXPECT_FALSE(check_change(request));
}

TEST(Change, MayBeAMergePatchWhereItIsAPatch) {
  auto request = change("application/merge-patch+json", "");
  EXPECT_FALSE(check_change(request));
  request.verb = "PATCH";
  EXPECT_TRUE(check_change(request));
}

TEST(Change, MustComeFromAPageOfOurs) {
  EXPECT_TRUE(check_change(change("application/json", "http://localhost:8080")));
  EXPECT_TRUE(check_change(change("application/json", "https://localhost:8080")));  // behind a proxy that encrypts
  for (const char* origin : {"null", "http://evil.example", "http://localhost:8081", "http://localhost:8080.evil.example"})
    EXPECT_FALSE(check_change(change("application/json", origin))) << origin;
}

}  // namespace
}  // namespace kevai::http
