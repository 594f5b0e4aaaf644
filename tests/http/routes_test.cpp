#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "http/running_server.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

class Api : public testing::Test {
 protected:
  static void SetUpTestSuite() { running_ = std::make_unique<RunningRegister>(); }
  static void TearDownTestSuite() { running_.reset(); }

  static json::object get(const std::string& target) {
    const auto reply = running_->get(target);
    EXPECT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.headers.at("content-type"), "application/json");
    return reply.json().as_object();
  }
  /// By value: what a loop runs over must outlive it.
  static json::array list(const std::string& target, const char* name) { return get(target).at(name).as_array(); }
  static std::string text(const json::value& value) { return std::string(value.as_string()); }
  static std::string text_of(const Reply& reply, const char* name) { return text(reply.json().at(name)); }
  static int number(const json::value& value) { return value.to_number<int>(); }
  static std::string waiting_path() { return "/api/v1/documents/" + running_->waiting_document().value; }
  /// The ids of the findings that wait, of the document nobody has reviewed.
  static std::vector<std::string> waiting() {
    std::vector<std::string> ids;
    for (const auto& finding : list(waiting_path(), "findings"))
      if (finding.at("state") == "waiting") ids.push_back(text(finding.at("id")));
    return ids;
  }
  static Reply decide(const std::vector<std::string>& accept, const std::vector<std::string>& reject) {
    json::object body{{"accept", json::array(accept.begin(), accept.end())}, {"reject", json::array(reject.begin(), reject.end())}};
    return running_->post("/api/v1/findings/decide", json::serialize(body));
  }

  static std::unique_ptr<RunningRegister> running_;
};
std::unique_ptr<RunningRegister> Api::running_;

TEST_F(Api, OverviewCountsWhatTheRegisterHolds) {
  const auto overview = get("/api/v1/overview");
  EXPECT_EQ(text(overview.at("today")), "2026-11-21");
  EXPECT_TRUE(overview.at("samples").as_bool());
  const auto& totals = overview.at("totals").as_object();
  EXPECT_EQ(totals.at("documents").to_number<std::size_t>(), get("/api/v1/documents").at("documents").as_array().size());
  EXPECT_EQ(totals.at("findings_waiting").to_number<std::size_t>(), waiting().size());
  EXPECT_EQ(totals.at("partnerships").to_number<std::size_t>(), overview.at("partnerships").as_array().size());
  for (const char* name : {"agreements", "activities", "persons"}) EXPECT_GT(totals.at(name).to_number<int>(), 0) << name;
}

TEST_F(Api, OverviewListsPartnershipsAlongTheBorderFromNorthToSouth) {
  std::map<std::string, int> border;
  running_->store().read([&](store::Reader& reader) {
    for (const auto& organisation : reader.organisations()) border[organisation.id.value] = organisation.border_order;
  });
  std::vector<int> order;
  for (const auto& partnership : list("/api/v1/overview", "partnerships")) {
    const auto& parties = partnership.at("parties").as_array();
    ASSERT_GE(parties.size(), 2u);
    for (const auto& party : parties) EXPECT_FALSE(text(party.at("name")).empty());
    if (const int place = border[text(parties[0].at("id"))]; place > 0) order.push_back(place);
  }
  EXPECT_GT(order.size(), 2u);
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
}

TEST_F(Api, OverviewNamesPartnershipsInTheLanguageAskedFor) {
  const auto name = [](const char* lang) {
    return text(get(std::string("/api/v1/overview?lang=") + lang).at("partnerships").at(0).at("name"));
  };
  EXPECT_NE(name("vi"), name("lo"));
  EXPECT_NE(name("vi"), name("en"));
}

TEST_F(Api, OverviewTellsWhatEndsSoonWithTheDaysLeft) {
  for (const auto& ending : list("/api/v1/overview", "ends_soon")) {
    const auto days = ending.at("days_left").to_number<int>();
    EXPECT_TRUE(days >= -90 && days <= 365) << days;
    const auto record = get("/api/v1/records/" + text(ending.at("agreement"))).at("record").as_object();
    EXPECT_EQ(text(record.at("record_kind")), "agreement");
    EXPECT_EQ(text(record.at("valid_to")), text(ending.at("to")));
  }
}

TEST_F(Api, DocumentsComeNewestFirstWithTheirFindingsCounted) {
  const auto documents = get("/api/v1/documents").at("documents").as_array();
  EXPECT_EQ(text(documents[0].at("id")), running_->waiting_document().value);
  EXPECT_FALSE(documents[0].at("sample").as_bool());
  EXPECT_EQ(number(documents[0].at("findings").at("accepted")), 0);
  EXPECT_TRUE(documents[1].at("sample").as_bool());
  EXPECT_EQ(number(documents[1].at("findings").at("waiting")), 0);
}

TEST_F(Api, DocumentHoldsEveryQuoteAtItsPlaceInTheText) {
  const auto page = get(waiting_path());
  const auto document = text(page.at("document").at("text"));
  const auto& findings = page.at("findings").as_array();
  ASSERT_FALSE(findings.empty());
  for (const auto& finding : findings) {
    const auto& fact = finding.at("fact").as_object();
    const auto begin = fact.at("begin").to_number<std::size_t>();
    const auto end = fact.at("end").to_number<std::size_t>();
    ASSERT_LE(end, document.size());
    EXPECT_EQ(document.substr(begin, end - begin), text(fact.at("quote")));
    EXPECT_FALSE(text(fact.at("type")).empty());
  }
  EXPECT_FALSE(page.at("organisations").as_object().empty());
}

TEST_F(Api, DocumentTellsHowSureEachFindingIs) {
  for (const auto& finding : list(waiting_path(), "findings")) {
    const auto confidence = finding.at("fact").at("confidence").to_number<double>();
    EXPECT_TRUE(confidence > 0 && confidence < 1);
    EXPECT_EQ(text(finding.at("certainty")), confidence >= 0.85 ? "sure" : confidence >= 0.6 ? "fair" : "doubtful");
  }
}

TEST_F(Api, FindingIsExplainedByTheWordsOfItsDocument) {
  const auto page = get(waiting_path());
  const auto document = text(page.at("document").at("text"));
  for (const auto& finding : page.at("findings").as_array()) {
    const auto told = get("/api/v1/findings/" + text(finding.at("id")) + "/explanation");
    EXPECT_EQ(told.at("rule"), finding.at("fact").at("rule"));
    const auto& fields = told.at("explanation").at("fields").as_array();
    EXPECT_FALSE(fields.empty());
    for (const auto& field : fields)
      if (const auto* begin = field.as_object().if_contains("begin")) EXPECT_LT(begin->to_number<std::size_t>(), document.size());
  }
  EXPECT_EQ(running_->get("/api/v1/findings/01900000-0000-7000-8000-000000000000/explanation").status, 404);
}

TEST_F(Api, RecordShowsItsPassagesAndItsJournal) {
  const auto overview = get("/api/v1/overview");
  const auto page = get("/api/v1/records/" + text(overview.at("partnerships").at(0).at("id")));
  const auto& record = page.at("record").as_object();
  EXPECT_EQ(text(record.at("record_kind")), "partnership");
  const auto& passages = record.at("passages").as_array();
  ASSERT_FALSE(passages.empty());
  for (const auto& passage : passages) {
    EXPECT_FALSE(passage.at("fields").as_array().empty());
    const auto document = text(get("/api/v1/documents/" + text(passage.at("document"))).at("document").at("text"));
    EXPECT_TRUE(document.contains(text(passage.at("quote"))));
  }
  EXPECT_EQ(text(page.at("changes").at(0).at("action")), "create");
  EXPECT_FALSE(page.at("organisations").as_object().empty());
}

TEST_F(Api, ReportNamesOnlyRecordsItHolds) {
  const auto report = get("/api/v1/report?from=2000&to=2030");
  EXPECT_EQ(text(report.at("period").at("from")), "2000");
  const auto& records = report.at("records").as_object();
  EXPECT_FALSE(records.empty());
  for (const char* list : {"partnerships", "agreements", "activities", "supports", "awards", "targets", "observations"})
    for (const auto& id : report.at(list).as_array()) EXPECT_TRUE(records.contains(id.as_string())) << list;
}

TEST_F(Api, ReportOfOnePartnershipNamesNoOther) {
  const auto id = text(get("/api/v1/overview").at("partnerships").at(1).at("id"));
  const auto report = get("/api/v1/report?from=2000&to=2030&partnership=" + id);
  EXPECT_EQ(text(report.at("partnership")), id);
  for (const auto& named : report.at("partnerships").as_array()) EXPECT_EQ(text(named), id);
}

TEST_F(Api, ReportIsAlsoADocumentToReadOrToKeep) {
  const auto page = running_->get("/api/v1/report?from=2000&to=2030&format=html&lang=lo");
  EXPECT_EQ(page.headers.at("content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(page.headers.at("content-disposition"), "inline; filename=\"ke-vai-2000-2030.html\"");
  EXPECT_TRUE(page.headers.at("content-security-policy").starts_with("default-src 'none'"));
  EXPECT_TRUE(page.body.contains("lang=\"lo\""));
  const auto kept = running_->get("/api/v1/report?from=2000&to=2030&format=md&download=1");
  EXPECT_EQ(kept.headers.at("content-disposition"), "attachment; filename=\"ke-vai-2000-2030.md\"");
  EXPECT_TRUE(kept.body.starts_with("# "));
}

TEST_F(Api, DecisionsAreTakenAndJournalled) {
  const auto ids = waiting();
  ASSERT_GE(ids.size(), 3u);
  const auto reply = decide({ids[0]}, {ids[1]});
  ASSERT_EQ(reply.status, 200) << reply.body;
  const auto decided = reply.json().as_object();
  EXPECT_EQ(number(decided.at("accepted")), 1);
  EXPECT_EQ(number(decided.at("rejected")), 1);
  EXPECT_EQ(waiting().size(), ids.size() - 2);
  for (const auto& finding : list(waiting_path(), "findings")) {
    if (text(finding.at("id")) != ids[0]) continue;
    const auto changes = get("/api/v1/records/" + text(finding.at("record"))).at("changes").as_array();
    EXPECT_FALSE(changes.empty());
  }
  EXPECT_EQ(number(decide({ids[0]}, {ids[1]}).json().at("accepted")), 0);  // once more changes nothing
  EXPECT_EQ(decide({ids[1]}, {}).status, 409);
}

TEST_F(Api, DecisionsAreTakenAllOrNone) {
  const auto ids = waiting();
  ASSERT_FALSE(ids.empty());
  EXPECT_EQ(decide(ids, {"01900000-0000-7000-8000-000000000000"}).status, 404);
  EXPECT_EQ(waiting(), ids);
}

TEST_F(Api, AnswersAreNotKeptAndNotSniffed) {
  const auto reply = running_->get("/api/v1/overview");
  EXPECT_EQ(reply.headers.at("cache-control"), "no-store");
  EXPECT_EQ(reply.headers.at("x-content-type-options"), "nosniff");
  EXPECT_TRUE(reply.headers.at("content-security-policy").starts_with("default-src 'none'; script-src 'self'"));
  EXPECT_TRUE(reply.headers.contains("referrer-policy"));
}

TEST_F(Api, HeadGivesTheHeaderOfAGet) {
  const auto head = running_->ask("HEAD", "/api/v1/documents");
  const auto get = running_->get("/api/v1/documents");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.headers.at("content-length"), get.headers.at("content-length"));
}

/// The files of the app, behind the same server.
class Web : public Api {};

TEST_F(Web, OpensAtItsRootAndAtEachOfItsPages) {
  for (const char* page : {"/", "/documents", "/documents/abc", "/report?from=2023"}) {
    const auto reply = running_->get(page);
    EXPECT_EQ(reply.status, 200) << page;
    EXPECT_EQ(reply.headers.at("content-type"), "text/html; charset=utf-8");
    EXPECT_EQ(reply.headers.at("cache-control"), "no-cache");
  }
}

TEST_F(Web, LetsHashedFilesBeKeptForGood) {
  const auto reply = running_->get("/assets/index-1a2b.js");
  EXPECT_EQ(reply.headers.at("content-type"), "text/javascript; charset=utf-8");
  EXPECT_TRUE(reply.headers.at("cache-control").contains("immutable"));
}

TEST_F(Web, IsNotSentAgainToWhoHasIt) {
  const auto etag = running_->get("/").headers.at("etag");
  EXPECT_EQ(running_->get("/", "If-None-Match: " + etag + "\r\n").status, 304);
  EXPECT_EQ(running_->get("/", "If-None-Match: \"other\"\r\n").status, 200);
}

TEST_F(Web, SaysSoWhereTheBuildHoldsNone) {
  const Service bare({running_->store(), "tester", local_today}, {"127.0.0.1", 1, {}}, {});
  const auto response = bare.answer({"GET", "/", "localhost:1", "", "", "en", "", ""});
  EXPECT_EQ(response.status, 404);
  EXPECT_TRUE(response.body.contains("web_missing"));
}

TEST_F(Api, AddsADocumentOnceAndSaysWhatItStates) {
  const std::string article = "Ngày 11/7/2022, LĐLĐ tỉnh Quảng Bình đã mở 3 lớp tập huấn cho 75 cán bộ công đoàn tỉnh Khăm Muộn.";
  const auto body = json::serialize(json::object{{"file_name", "bài.txt"}, {"text", article}, {"date", "2022-07-12"}});
  const auto added = running_->post("/api/v1/documents", body);
  ASSERT_EQ(added.status, 201) << added.body;
  EXPECT_GT(number(added.json().at("findings")), 0);
  const auto stored = get("/api/v1/documents/" + text_of(added, "document"));
  EXPECT_EQ(text(stored.at("document").at("text")), article);
  EXPECT_EQ(stored.at("document").at("dateline"), "2022-07-12");
  const auto again = running_->post("/api/v1/documents", body);
  EXPECT_EQ(again.status, 200);
  EXPECT_TRUE(again.json().at("already_there").as_bool());
  EXPECT_EQ(text_of(again, "document"), text_of(added, "document"));
}

TEST_F(Api, AddsADocumentInBase64) {
  // "Công đoàn\n", of the bytes of which three make four letters
  const auto added = running_->post("/api/v1/documents", R"({"file_name": "a.txt", "base64": "Q8O0bmcgxJFvw6BuCg=="})");
  ASSERT_EQ(added.status, 201) << added.body;
  EXPECT_EQ(get("/api/v1/documents/" + text_of(added, "document")).at("document").at("text"), "Công đoàn\n");
}

}  // namespace
}  // namespace kevai::http
