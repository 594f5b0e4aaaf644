#include <gtest/gtest.h>
#include <sodium.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "http/running_server.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

std::string base64(const std::string& bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  text.resize(text.size() - 1);
  return text;
}

class ApiSearch : public testing::Test {
 protected:
  static void SetUpTestSuite() { running_ = std::make_unique<RunningRegister>(); }
  static void TearDownTestSuite() { running_.reset(); }

  static json::object found(const std::string& query) {
    const auto reply = running_->get("/api/v1/search?" + query);
    EXPECT_EQ(reply.status, 200) << reply.body;
    return reply.json().as_object();
  }
  static std::string a_record() { return std::string(found("q=son+la&kind=activity").at("found").at(0).at("id").as_string()); }
  static Reply attach(const std::string& record, const std::string& name, const std::string& bytes) {
    return running_->post("/api/v1/records/" + record + "/attachments",
                          json::serialize(json::object{{"file_name", name}, {"base64", base64(bytes)}}));
  }
  static std::string code(const Reply& reply) { return std::string(reply.json().at("code").as_string()); }

  static inline std::unique_ptr<RunningRegister> running_;
};

TEST_F(ApiSearch, FindsRecordsAndDocumentsAndNamesThemInTheLanguageAskedFor) {
  const auto vi = found("q=son+la+hua+phan&lang=vi");
  const auto en = found("q=son+la+hua+phan&lang=en");
  ASSERT_FALSE(vi.at("found").as_array().empty());
  EXPECT_EQ(vi.at("found").at(0).at("id"), en.at("found").at(0).at("id"));
  EXPECT_FALSE(found("q=son+la+hua+phan&kind=document").at("found").as_array().empty());
  bool records = false, differ = false;
  for (std::size_t i = 0; i < vi.at("found").as_array().size(); ++i) {
    const auto& one = vi.at("found").at(i);
    EXPECT_FALSE(one.at("title").as_string().empty());
    records = records || one.at("kind") != "document";
    differ = differ || one.at("title") != en.at("found").at(i).at("title");
  }
  EXPECT_TRUE(records && differ);
}

TEST_F(ApiSearch, MarksWhatWasAskedForInItsSnippets) {
  const auto answer = found("q=son+la&kind=document&limit=1");
  const auto& snippet = answer.at("found").at(0).at("snippet");
  const std::string text(snippet.at("text").as_string());
  ASSERT_FALSE(snippet.at("marks").as_array().empty());
  const auto& mark = snippet.at("marks").at(0);
  const auto begin = mark.at("begin").to_number<std::size_t>(), end = mark.at("end").to_number<std::size_t>();
  EXPECT_TRUE(text.substr(begin, end - begin) == "Sơn" || text.substr(begin, end - begin) == "La") << text;
}

TEST_F(ApiSearch, GoesOnFromItsCursor) {
  const auto first = found("q=lao&limit=2");
  ASSERT_TRUE(first.contains("next"));
  const auto second = found("q=lao&limit=2&cursor=" + std::string(first.at("next").as_string()));
  EXPECT_EQ(second.at("total"), first.at("total"));
  EXPECT_NE(second.at("found").at(0).at("id"), first.at("found").at(0).at("id"));
}

TEST_F(ApiSearch, RefusesWhatCannotBeSearched) {
  for (const auto& [query, expected] :
       std::initializer_list<std::pair<const char*, const char*>>{{"lang=vi", "search_nothing"},
                                                                  {"q=%20%3F", "search_nothing"},
                                                                  {"q=a&kind=visits", "search_kind_unknown"},
                                                                  {"q=a&limit=1000", "search_limit_wrong"},
                                                                  {"q=a&limit=x", "search_limit_wrong"},
                                                                  {"q=a&cursor=-1", "search_cursor_wrong"}}) {
    const auto reply = running_->get(std::string("/api/v1/search?") + query);
    EXPECT_EQ(reply.status, 400) << query;
    EXPECT_EQ(code(reply), expected) << query;
  }
}

TEST_F(ApiSearch, GivesAnAttachedFileBackUnderItsName) {
  const std::string bytes = "%PDF-1.7\n" + std::string("\0\xFF\x80", 3);
  const auto made = attach(a_record(), "Biên bản \"2022\".pdf", bytes);
  ASSERT_EQ(made.status, 201) << made.body;
  const auto where = made.headers.at("location");
  const auto reply = running_->get(where);
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, bytes);
  EXPECT_EQ(reply.headers.at("content-type"), "application/pdf");
  EXPECT_EQ(reply.headers.at("content-disposition"),
            "attachment; filename=\"Bi_n b_n _2022_.pdf\"; filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20%222022%22.pdf");
  EXPECT_EQ(reply.headers.at("x-content-type-options"), "nosniff");
  EXPECT_TRUE(reply.headers.at("content-security-policy").starts_with("sandbox"));
  const auto again = running_->get(where, "If-None-Match: " + reply.headers.at("etag") + "\r\n");
  EXPECT_EQ(again.status, 304);
  EXPECT_TRUE(again.body.empty());
}

TEST_F(ApiSearch, RefusesAFileThatIsNotWhatItsNameSays) {
  const auto reply = attach(a_record(), "ảnh.png", "%PDF-1.7\n");
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(code(reply), "attachment_not_as_named");
}

TEST_F(ApiSearch, RefusesABodyThatIsNoFile) {
  const auto path = "/api/v1/records/" + a_record() + "/attachments";
  for (const char* body : {"[]", "{}", R"({"file_name": "a.txt"})", R"({"file_name": "a.txt", "base64": "?"})",
                           R"({"file_name": "a.txt", "base64": "", "title": 1})"})
    EXPECT_EQ(code(running_->post(path, body)), "attachment_malformed") << body;
}

TEST_F(ApiSearch, KnowsNoFileOfAnotherRecord) {
  EXPECT_EQ(running_->get("/api/v1/attachments/" + a_record() + "/content").status, 404);
  EXPECT_EQ(running_->get("/api/v1/attachments/x/content").status, 404);
  EXPECT_EQ(attach("x", "a.txt", "chữ").status, 404);
}

}  // namespace
}  // namespace kevai::http
