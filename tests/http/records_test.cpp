#include "http/records_case.hpp"

namespace kevai::http {
namespace {

class Records : public RecordsApi {};
KEVAI_ON_BOTH_DATABASES(Records);

TEST_P(Records, OfEveryKindAreMadeReadChangedRemovedAndRestored) {
  std::map<std::string, std::string> ids;
  std::vector<std::string> paths;
  for (auto& step : one_of_each()) {
    const auto kind = text(step.at("kind"));
    fill_in(step, ids);
    const std::string plural(plural_of(named<model::RecordKind>(kind).value()));
    const auto made = post(plural, step.at("fields"));
    ASSERT_EQ(made.status, 201) << kind << made.body;
    ids[kind] = text(made.json().at("id"));
    const auto path = plural + "/" + ids[kind];
    EXPECT_EQ(made.headers.at("location"), "/api/v1/" + path);
    const auto read = get(path);
    EXPECT_EQ(read.body, made.body);
    EXPECT_EQ(read.headers.at("etag"), made.headers.at("etag"));
    const auto changed = send("PATCH", path, step.at("change"), if_match(read.headers.at("etag")));
    EXPECT_EQ(changed.status, 200) << kind << changed.body;
    EXPECT_NE(changed.body, read.body) << kind;
    EXPECT_EQ(get(path).body, changed.body);
    paths.push_back(path);
  }
  EXPECT_EQ(paths.size(), all_kinds().size() - 1);  // an attachment is made of a file
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) {
    const auto removed = send("DELETE", *path, {{"reason", "Nhập nhầm"}}, if_match(etag_of(*path)));
    ASSERT_EQ(removed.status, 200) << *path << removed.body;
    EXPECT_EQ(text(removed.json().at("removed_why")), "Nhập nhầm");
    EXPECT_EQ(get(*path).body, removed.body);
  }
  for (const auto& path : paths) {
    const auto restored = post(path + "/restore", json::object());
    ASSERT_EQ(restored.status, 200) << path << restored.body;
    EXPECT_FALSE(restored.json().as_object().contains("removed_at"));
  }
}

/// The id made of such a name was one no path could name, and the server fell over its own answer.
TEST_P(Records, OfAnOrganisationWithALongNameGetAnIdByWhichTheyAreFound) {
  std::string name = "Công đoàn cơ sở Công ty trách nhiệm hữu hạn một thành viên";
  for (int i = 0; i < 8; ++i) name += " đầu tư phát triển";
  for (const char* place : {"", "x"}) {
    const auto made = post("organisations", {{"country", "VN"},
                                             {"level", "grassroots"},
                                             {"parent", "vn.nghe-an"},
                                             {"name_vi", name},
                                             {"place_vi", *place ? std::string(300, 'x') : std::string()}});
    ASSERT_EQ(made.status, 201) << made.body;
    const auto id = text(made.json().at("id"));
    EXPECT_LE(id.size(), 63u) << id;
    EXPECT_EQ(get("organisations/" + id).body, made.body);
  }
  const auto given = post(
      "organisations",
      {{"country", "VN"}, {"level", "grassroots"}, {"parent", "vn.nghe-an"}, {"name_vi", name}, {"id", "vn." + std::string(300, 'a')}});
  EXPECT_EQ(given.status, 400) << given.body;
}

TEST_P(Records, AreListedPageByPageWithoutGapOrTwin) {
  std::vector<std::string> names;
  for (const char* name : {"Bùi E", "An B", "Đỗ A", "An B", "Cao D"}) person(name);
  std::string target = "persons?sort=-name&limit=2&total=true";
  for (int pages = 0; !target.empty(); ++pages) {
    ASSERT_LT(pages, 4);
    const auto page = get(target);
    ASSERT_EQ(page.status, 200) << page.body;
    const auto shown = page.json();
    EXPECT_EQ(shown.at("total").to_number<int>(), 5);
    for (const auto& item : shown.at("items").as_array()) names.push_back(text(item.at("name")));
    const auto* next = shown.as_object().if_contains("next");
    ASSERT_EQ(next != nullptr, page.headers.contains("link"));
    target.clear();
    if (!next) break;
    const auto& link = page.headers.at("link");
    EXPECT_TRUE(link.ends_with("cursor=" + text(*next) + ">; rel=\"next\"")) << link;
    target = link.substr(std::string("</api/v1/").size(), link.find('>') - std::string("</api/v1/").size());
  }
  EXPECT_EQ(names, (std::vector<std::string>{"Đỗ A", "Cao D", "Bùi E", "An B", "An B"}));
}

TEST_P(Records, AreFoundByFieldByRangeAndAlongReferences) {
  const auto partnership = text(post("partnerships", {{"parties", {"vn.nghe-an", "la.xiangkhouang"}}}).json().at("id"));
  const auto other = text(post("partnerships", {{"parties", {"vn.ha-tinh", "la.bolikhamxay"}}}).json().at("id"));
  const auto visit = [&](const std::string& in, const char* date, int persons) {
    const auto made = post("activities", {{"partnership", in}, {"kind", "visit"}, {"date", date}, {"participants", persons}});
    EXPECT_EQ(made.status, 201) << made.body;
    return text(made.json().at("id"));
  };
  const auto early = visit(partnership, "2019", 7), late = visit(partnership, "2024-05", 12), theirs = visit(other, "2024-06-01", 9);
  const auto found = [&](const std::string& query) {
    std::set<std::string> ids;
    const auto list = get("activities?" + query);
    EXPECT_EQ(list.status, 200) << list.body;
    const auto json = list.json();
    for (const auto& item : json.at("items").as_array()) ids.insert(text(item.at("id")));
    return ids;
  };
  using Ids = std::set<std::string>;
  EXPECT_EQ(found("partnership=" + partnership), (Ids{early, late}));
  EXPECT_EQ(found("date.from=2024"), (Ids{late, theirs}));
  EXPECT_EQ(found("date.from=2019&date.to=2024-05"), (Ids{early, late}));
  EXPECT_EQ(found("participants.from=9&participants.to=9"), (Ids{theirs}));
  EXPECT_EQ(found("partnership.parties=la.bolikhamxay"), (Ids{theirs}));
  EXPECT_EQ(found("kind=talks"), Ids{});
  EXPECT_EQ(found("place=&id=" + late), (Ids{late}));
}

TEST_P(Records, ThatWereRemovedAreListedWhereTheyAreAskedFor) {
  const auto path = person("Nguyễn Văn A");
  person("Trần Thị B");
  ASSERT_EQ(send("DELETE", path + "?reason=Tr%C3%B9ng", nullptr, if_match(etag_of(path))).status, 400);  // null is no object
  const auto removed = service().ask("DELETE", "/api/v1/" + path + "?reason=Tr%C3%B9ng", if_match(etag_of(path)));
  ASSERT_EQ(removed.status, 200) << removed.body;
  EXPECT_EQ(get("persons").json().at("items").as_array().size(), 1u);
  const auto gone = get("persons?removed=true").json();
  ASSERT_EQ(gone.at("items").as_array().size(), 1u);
  EXPECT_EQ(text(gone.at("items").at(0).at("removed_why")), "Trùng");
}

TEST_P(Records, ThatWereReadCanBeSentBackUnchanged) {
  const auto path = person("Nguyễn Văn A");
  const auto read = get(path);
  const auto back = send("PATCH", path, read.json(), if_match(read.headers.at("etag")));
  ASSERT_EQ(back.status, 200) << back.body;
  EXPECT_EQ(back.body, read.body);
  EXPECT_EQ(get(path + "/history").json().at("items").as_array().size(), 1u);
}

TEST_P(Records, AreNotFoundUnderAnotherKind) {
  const auto path = person("Nguyễn Văn A");
  EXPECT_EQ(get("posts/" + path.substr(path.find('/') + 1)).status, 404);
  EXPECT_EQ(get("persons/%E1%BB%87%00").status, 404);
  EXPECT_EQ(get("organisations/vn.nghe-an").status, 200);
}

TEST_P(Records, TellEveryFaultOfWhatIsSent) {
  const auto refused = post("agreements?lang=en", {{"signed_on", "2023-02-31"}, {"nonsense", 1}, {"kind", "treaty"}});
  ASSERT_EQ(refused.status, 400) << refused.body;
  EXPECT_EQ(refused.headers.at("content-type"), "application/problem+json");
  const auto problem = refused.json();
  EXPECT_EQ(text(problem.at("code")), "record_invalid");
  std::map<std::string, std::string> codes;
  for (const auto& error : problem.at("errors").as_array()) {
    codes[text(error.at("field"))] = text(error.at("code"));
    EXPECT_FALSE(text(error.at("detail")).empty());
  }
  EXPECT_EQ(codes, (std::map<std::string, std::string>{
                       {"signed_on", "value_malformed"}, {"nonsense", "field_unknown"}, {"kind", "value_malformed"}}));
  EXPECT_EQ(get("agreements?total=true").json().at("total").to_number<int>(), 0);
}

struct Refused {
  const char* verb;
  const char* path;
  std::string body;
  int status;
  const char* code;
};

TEST_P(Records, AreNotAskedForInWaysNobodyKnows) {
  const std::string deep = "{\"name\": " + std::string(40, '[') + std::string(40, ']') + "}";
  const std::vector<Refused> table = {
      {"GET", "persons?colour=red", "", 400, "parameter_unknown"},
      {"GET", "persons?name.from=A", "", 400, "parameter_unknown"},
      {"GET", "posts?person.key.name=A", "", 400, "parameter_unknown"},
      {"GET", "agreements?partnership..parties=vn.nghe-an", "", 400, "parameter_unknown"},
      {"GET", "persons?limit=0", "", 400, "parameter_wrong"},
      {"GET", "persons?limit=201", "", 400, "parameter_wrong"},
      {"GET", "persons?total=yes", "", 400, "parameter_wrong"},
      {"GET", "persons?sort=colour", "", 400, "parameter_wrong"},
      {"GET", "agreements?sort=parties", "", 400, "parameter_wrong"},
      {"GET", "agreements?signed_on.from=2023-02-31", "", 400, "parameter_wrong"},
      {"GET", "agreements?points.from=many", "", 400, "parameter_wrong"},
      {"GET", "agreements?kind=treaty", "", 400, "parameter_wrong"},
      {"GET", "agreements?partnership=%27%20OR%201=1", "", 400, "parameter_wrong"},
      {"GET", "persons?name=%00", "", 400, "parameter_malformed"},
      {"GET", "persons?name=%FF", "", 400, "parameter_malformed"},
      {"GET", "persons?cursor=abc", "", 400, "cursor_malformed"},
      {"GET", "persons?cursor=%C4%91", "", 400, "cursor_malformed"},
      {"GET", "persons?name=A&name=B", "", 400, "parameter_twice"},
      {"GET", "persons/vn.nghe-an?colour=red", "", 400, "parameter_unknown"},
      {"GET", "organisations/vn.nghe-an?as_of=yesterday", "", 400, "parameter_wrong"},
      {"GET", "organisations/vn.nghe-an?as_of=2026-02-30", "", 400, "parameter_wrong"},
      {"GET", "organisations/vn.nghe-an?as_of=1990-01-01", "", 404, "record_not_then"},
      {"GET", "organisations/vn.nowhere", "", 404, "record_unknown"},
      {"POST", "persons", "[]", 400, "json_not_object"},
      {"POST", "persons", "{\"name\": ", 400, "json_malformed"},
      {"POST", "persons", deep, 400, "json_too_deep"},
      {"POST", "persons", "{\"name\": \"\xC3\"}", 400, "body_not_utf8"},
      {"POST", "persons", std::string("{\"name\": \"a\0b\"}", 15), 400, "body_not_utf8"},
      {"POST", "persons", R"({"name": "a\u0000b"})", 400, "record_invalid"},
      {"POST", "persons", R"({"id": "01900000-0000-7000-8000-000000000000", "name": "A"})", 400, "record_invalid"},
      {"POST", "organisations", R"({"id": "vn.nghe-an", "country": "VN", "name_vi": "Hai"})", 409, "record_exists"},
      {"PUT", "persons", "{}", 405, "verb_not_allowed"},
  };
  for (const auto& [verb, path, body, status, code] : table) {
    const auto reply = service().ask(verb, std::string("/api/v1/") + path, body.empty() ? "" : "Content-Type: application/json\r\n", body);
    EXPECT_EQ(reply.status, status) << verb << ' ' << path << ' ' << reply.body;
    EXPECT_EQ(text(reply.json().at("code")), code) << verb << ' ' << path << ' ' << reply.body;
    const auto detail = text(reply.json().at("detail"));
    EXPECT_FALSE(detail.starts_with("error.") || detail.contains('{')) << detail;
  }
}

}  // namespace
}  // namespace kevai::http
