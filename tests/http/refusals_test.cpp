#include <fmt/format.h>
#include <gtest/gtest.h>

#include <boost/json/object.hpp>

#include "http/running_server.hpp"

/// What the server must not do, before what it does.
namespace kevai::http {
namespace {

const std::string unknown = "01900000-0000-7000-8000-000000000000";
const std::string decide = "/api/v1/findings/decide";
const std::string documents = "/api/v1/documents";
const std::string json = "Content-Type: application/json\r\n";

struct Refused {
  const char* name;
  std::string verb;
  std::string target;
  std::string headers;  ///< {port} stands for the server's; a Host here stands instead of the true one
  std::string body;
  int status;
  const char* code;
};

void PrintTo(const Refused& refused, std::ostream* out) {
  *out << refused.verb << ' ' << refused.target;
}

const Refused table[] = {
    {"AnotherHostName", "GET", "/api/v1/overview", "Host: rebound.example:{port}\r\n", "", 421, "host_not_allowed"},
    {"AnotherPortInHost", "GET", "/", "Host: 127.0.0.1:1\r\n", "", 421, "host_not_allowed"},
    {"AnEmptyHost", "GET", "/", "Host: \r\n", "", 421, "host_not_allowed"},
    {"AnotherHostEvenForAMalformedTarget", "GET", "/%zz", "Host: rebound.example\r\n", "", 421, "host_not_allowed"},
    {"ABodyThatAnotherServerMightSeeEndElsewhere", "POST", decide, json + "Transfer-Encoding: xchunked\r\n", "{}", 400,
     "request_malformed"},
    {"ABodyCodedInTwoWays", "POST", decide, json + "Transfer-Encoding: chunked, identity\r\n", "{}", 400, "request_malformed"},
    {"APathThatIsNoText", "GET", "/certificates/%ff%fe", "", "", 404, "path_unknown"},
    {"AnIdThatIsNoText", "GET", "/api/v1/persons/%ff", "", "", 404, "path_unknown"},
    {"AChangeFromAnotherSite", "POST", decide, json + "Origin: http://evil.example\r\n", "{}", 403, "origin_not_allowed"},
    {"AChangeFromASandbox", "POST", decide, json + "Origin: null\r\n", "{}", 403, "origin_not_allowed"},
    {"AForm", "POST", decide, "Content-Type: application/x-www-form-urlencoded\r\n", "a=b", 415, "content_type_wrong"},
    {"PlainText", "POST", decide, "Content-Type: text/plain\r\n", "{}", 415, "content_type_wrong"},
    {"ABodyOfNoType", "POST", decide, "", "{}", 415, "content_type_wrong"},
    {"ATooLargeBody", "POST", decide, json, std::string(14 * 1024 * 1024 + 1, ' '), 413, "body_too_large"},
    {"ATooLargeHeader", "GET", "/", "X-Much: " + std::string(20'000, 'x') + "\r\n", "", 431, "header_too_large"},
    {"BrokenJson", "POST", decide, json, "{\"accept\": [", 400, "json_malformed"},
    {"DeeplyNestedJson", "POST", decide, json, std::string(100'000, '['), 400, "json_too_deep"},
    {"JsonThatIsNoObject", "POST", decide, json, "[]", 400, "decision_malformed"},
    {"AnEmptyDecision", "POST", decide, json, "{}", 400, "decision_malformed"},
    {"IdsThatAreNoList", "POST", decide, json, "{\"accept\": \"" + unknown + "\"}", 400, "decision_malformed"},
    {"IdsThatAreNone", "POST", decide, json, "{\"accept\": [7, \"x\"]}", 400, "decision_malformed"},
    {"OneIdOnBothSides", "POST", decide, json, "{\"accept\": [\"" + unknown + "\"], \"reject\": [\"" + unknown + "\"]}", 400,
     "decision_malformed"},
    {"AnUnknownFinding", "POST", decide, json, "{\"reject\": [\"" + unknown + "\"]}", 404, "finding_unknown"},
    {"ADocumentOfNoContent", "POST", documents, json, "{\"file_name\": \"a.txt\"}", 400, "document_malformed"},
    {"ADocumentSentTwice", "POST", documents, json, "{\"text\": \"a\", \"base64\": \"YQ==\"}", 400, "document_malformed"},
    {"ADocumentInBrokenBase64", "POST", documents, json, "{\"base64\": \"Y!\"}", 400, "document_malformed"},
    {"ADocumentOfAnImpossibleDay", "POST", documents, json, "{\"text\": \"a\", \"date\": \"2023-02-31\"}", 400, "date_wrong"},
    {"AnEmptyDocument", "POST", documents, json, "{\"text\": \"\"}", 400, "file_empty"},
    {"AnOldWordDocument", "POST", documents, json, "{\"base64\": \"0M8R4KGxGuEAAA==\"}", 422, "document_of_old_word"},
    {"AnUnknownDocument", "GET", "/api/v1/documents/" + unknown, "", "", 404, "document_unknown"},
    {"ADocumentIdThatIsNone", "GET", "/api/v1/documents/%27%20OR%201=1", "", "", 404, "document_unknown"},
    {"AnUnknownRecord", "GET", "/api/v1/records/" + unknown, "", "", 404, "record_unknown"},
    {"ARecordIdThatIsNone", "GET", "/api/v1/records/%00", "", "", 404, "path_unknown"},
    {"AnUnknownPathOfTheApi", "GET", "/api/v1/nothing", "", "", 404, "path_unknown"},
    {"TheApiItself", "GET", "/api", "", "", 404, "path_unknown"},
    {"APathWithMoreBehind", "GET", "/api/v1/overview/more", "", "", 404, "path_unknown"},
    {"AVerbTheRouteDoesNotTake", "DELETE", "/api/v1/documents", "", "", 405, "verb_not_allowed"},
    {"AReadOfWhatOnlyChanges", "GET", decide, "", "", 405, "verb_not_allowed"},
    {"AChangeOfThePages", "POST", "/", json, "{}", 405, "verb_not_allowed"},
    {"AMissingFile", "GET", "/assets/none.js", "", "", 404, "path_unknown"},
    {"AWayOutOfTheFolder", "GET", "/../../etc/passwd.txt", "", "", 404, "path_unknown"},
    {"BrokenPercentEncoding", "GET", "/api/v1/documents/%zz", "", "", 400, "target_malformed"},
    {"ADayThatCannotBe", "GET", "/api/v1/report?from=2023-02-31&to=2028", "", "", 400, "period_wrong"},
    {"APeriodThatEndsFirst", "GET", "/api/v1/report?from=2028&to=2023", "", "", 400, "period_reversed"},
    {"AnUnknownReportForm", "GET", "/api/v1/report?from=2023&to=2028&format=exe", "", "", 400, "format_unknown"},
    {"AParameterNobodyReads", "GET", "/api/v1/report?form=html", "", "", 400, "parameter_unknown"},
    {"AParameterGivenTwice", "GET", "/api/v1/report?from=2023&from=2024", "", "", 400, "parameter_twice"},
    {"AnUnknownPartnership", "GET", "/api/v1/report?from=2023&to=2028&partnership=" + unknown, "", "", 404, "partnership_unknown"},
};

class Server_Refuses : public testing::TestWithParam<Refused> {
 protected:
  static void SetUpTestSuite() { running_ = std::make_unique<RunningRegister>(); }
  static void TearDownTestSuite() { running_.reset(); }
  static std::unique_ptr<RunningRegister> running_;
};
std::unique_ptr<RunningRegister> Server_Refuses::running_;

/// Every refusal, whoever pronounced it, is problem details with words a person can read.
void expect_problem(const Reply& reply, int status, const std::string& code) {
  ASSERT_EQ(reply.status, status) << reply.body;
  EXPECT_EQ(reply.headers.at("content-type"), "application/problem+json");
  const auto problem = reply.json().as_object();
  EXPECT_EQ(std::string(problem.at("type").as_string()), "about:blank");
  EXPECT_EQ(problem.at("status").to_number<int>(), status);
  EXPECT_EQ(std::string(problem.at("code").as_string()), code);
  const std::string title(problem.at("title").as_string()), detail(problem.at("detail").as_string());
  EXPECT_FALSE(title.empty() || title.starts_with("problem.")) << title;
  EXPECT_FALSE(detail.empty() || detail.starts_with("error.") || detail.contains('{')) << detail;
}

TEST_P(Server_Refuses, AsProblemDetails) {
  const auto& refused = GetParam();
  auto headers = refused.headers;
  const auto port = std::to_string(running_->port());
  if (const auto at = headers.find("{port}"); at != std::string::npos) headers.replace(at, 6, port);
  if (!headers.starts_with("Host:")) headers = "Host: localhost:" + port + "\r\n" + headers;
  const auto request = fmt::format("{} {} HTTP/1.1\r\n{}Content-Length: {}\r\n\r\n{}", refused.verb, refused.target, headers,
                                   refused.body.size(), refused.body);
  expect_problem(ask(running_->port(), request), refused.status, refused.code);
}

INSTANTIATE_TEST_SUITE_P(Scenario, Server_Refuses, testing::ValuesIn(table),
                         [](const auto& scenario) { return std::string(scenario.param.name); });

class Server_RefusesWhat : public Server_Refuses {};

TEST_F(Server_RefusesWhat, IsNotHttp) {
  expect_problem(ask(running_->port(), "hello, is anybody there?\r\n\r\n"), 400, "request_malformed");
}

TEST_F(Server_RefusesWhat, NamesNoHost) {
  expect_problem(ask(running_->port(), "GET / HTTP/1.0\r\n\r\n"), 421, "host_not_allowed");
}

TEST_F(Server_RefusesWhat, AndSaysWhichVerbsThePathTakes) {
  EXPECT_EQ(running_->ask("DELETE", "/api/v1/documents").headers.at("allow"), "GET, HEAD, POST");
  EXPECT_EQ(running_->get(decide).headers.at("allow"), "POST");
}

TEST_F(Server_RefusesWhat, AndSaysSoInTheLanguageOfTheCaller) {
  const auto detail = [](const Reply& reply) { return std::string(reply.json().as_object().at("detail").as_string()); };
  const Error error{Failure::not_found, "record_unknown", {{"id", "x"}}, {}};
  EXPECT_EQ(detail(running_->get("/api/v1/records/x")), text::message(text::Language::vi, error));
  EXPECT_EQ(detail(running_->get("/api/v1/records/x?lang=lo")), text::message(text::Language::lo, error));
  EXPECT_EQ(detail(running_->get("/api/v1/records/x", "Accept-Language: en-GB\r\n")), text::message(text::Language::en, error));
}

TEST_F(Server_RefusesWhat, IsTooLargeToBeReadInTheLanguageOfTheCallerToo) {
  const Error error{Failure::invalid, "body_too_large", {{"limit", "14336"}}, {}};
  const std::string request = "POST " + decide + " HTTP/1.1\r\nHost: localhost\r\nAccept-Language: lo\r\nContent-Length: 14680065\r\n\r\n";
  const auto problem = ask(running_->port(), request).json();
  EXPECT_EQ(std::string(problem.at("detail").as_string()), text::message(text::Language::lo, error));
}

TEST_F(Server_RefusesWhat, BreaksMidwayWithoutItsInnerDetails) {
  Request request{"GET", "/api/v1/documents", "localhost:1", "", "", "", "", ""};
  struct BrokenStore final : store::Store {
    Result<> write(const std::function<Result<>(store::Writer&)>&) override { return {}; }
    void read(const std::function<void(store::Reader&)>&) override {
      throw Broken(Error{Failure::unavailable, "database_locked", {{"database", "register.db"}}, "inner detail"});
    }
  } store;
  const Service service({store, "tester", local_today}, {"127.0.0.1", 1, {}}, {});
  const auto response = service.answer(request);
  EXPECT_EQ(response.status, 503);
  EXPECT_TRUE(response.body.contains("database_locked"));
  EXPECT_FALSE(response.body.contains("inner detail"));
}

}  // namespace
}  // namespace kevai::http
