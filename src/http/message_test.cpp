#include "http/message.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

namespace kevai::http {
namespace {

using text::Language;

TEST(RequestLanguage, IsTheOneAskedForByName) {
  EXPECT_EQ(language_of("lo", "vi"), Language::lo);
}

TEST(RequestLanguage, IsTheBestOfAcceptLanguageThatWeSpeak) {
  EXPECT_EQ(language_of("", "fr, lo;q=0.5, en;q=0.9"), Language::en);
  EXPECT_EQ(language_of("xx", "lo-LA"), Language::lo);
}

TEST(RequestLanguage, IsVietnameseWhereNothingFits) {
  EXPECT_EQ(language_of("", ""), Language::vi);
  EXPECT_EQ(language_of("", "fr, en;q=0, ;;q=,,"), Language::vi);
}

TEST(RequestTarget, IsDecoded) {
  const auto target = parse_target("/api/v1/Ngh%E1%BB%87%20An?from=2003&lang=lo&from=1999&empty=");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->segments, (std::vector<std::string>{"api", "v1", "Nghệ An"}));
  EXPECT_EQ(target->get("from"), "2003");
  EXPECT_EQ(target->get("empty"), "");
  EXPECT_EQ(target->get("to"), "");
}

TEST(RequestTarget, IsRefusedWhereItIsMalformed) {
  for (const char* text : {"/%zz", "/a b", "", "no-slash", "/%e1%b", "/a?x=%1"}) {
    const auto target = parse_target(text);
    ASSERT_FALSE(target) << text;
    EXPECT_EQ(target.error().code, "target_malformed") << text;
  }
}

TEST(ProblemDetails, TellTheErrorInTheCallersLanguage) {
  const Error error{Failure::not_found, "document_unknown", {{"id", "abc"}}, "for the log only"};
  for (const auto language : {Language::vi, Language::lo, Language::en}) {
    const auto response = problem(error, language);
    EXPECT_EQ(response.status, 404);
    EXPECT_EQ(response.content_type, "application/problem+json");
    const auto body = boost::json::parse(response.body).as_object();
    EXPECT_EQ(std::string(body.at("type").as_string()), "about:blank");
    EXPECT_EQ(body.at("status").to_number<int>(), 404);
    EXPECT_EQ(std::string(body.at("code").as_string()), "document_unknown");
    EXPECT_EQ(std::string(body.at("detail").as_string()), text::message(language, error));
    EXPECT_FALSE(response.body.contains("for the log only"));
  }
}

TEST(ProblemDetails, GiveEachFailureItsStatus) {
  EXPECT_EQ(status_of(Failure::invalid), 400);
  EXPECT_EQ(status_of(Failure::not_found), 404);
  EXPECT_EQ(status_of(Failure::conflict), 409);
  EXPECT_EQ(status_of(Failure::unsupported), 422);
  EXPECT_EQ(status_of(Failure::unavailable), 503);
  EXPECT_EQ(status_of(Failure::internal), 500);
}

}  // namespace
}  // namespace kevai::http
