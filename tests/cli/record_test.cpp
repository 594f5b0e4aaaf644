#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "cli/harness.hpp"
#include "http/openapi.hpp"

namespace kevai::cli {
namespace {

namespace json = boost::json;

/// `kevai record …` on a register of its own.
class RecordCommand : public testing::Test {
 protected:
  Outcome record(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "record");
    return desk.with_register(arguments);
  }
  json::object json_of(std::vector<std::string> arguments) const {
    arguments.push_back("--json");
    const auto outcome = record(arguments);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return json::parse(outcome.out).as_object();
  }
  std::string add_person(const std::string& name) const {
    return std::string(json_of({"add", "person", "--set", "name=" + name, "--by", "Lan"}).at("id").as_string());
  }
  Desk desk;
};

TEST_F(RecordCommand, AddsWhatWasSetFieldByField) {
  const auto made = json_of({"add", "partnerships", "--set", "parties=vn.nghe-an+la.xiangkhouang", "--set", "since=1998"});
  const auto partnership = std::string(made.at("id").as_string());
  const auto visit = json_of({"add", "activity", "--set", "partnership=" + partnership, "--set", "kind=visit", "--set", "date=2024-05-10",
                              "--set", "participants=10 about", "--set", "place=Phonsavan", "--set", "parties=vn.nghe-an+la.xiangkhouang"});
  EXPECT_EQ(visit.at("participants").at("qualifier").as_string(), "about");
  EXPECT_EQ(visit.at("parties").at(1).at("id").as_string(), "la.xiangkhouang");
  const auto list =
      record({"list", "activities", "--where", "partnership.parties=la.xiangkhouang", "--where", "date.from=2024", "--total"});
  EXPECT_EQ(list.status, 0) << list.err;
  for (const char* shown : {"Visit", "10 May 2024", "Phonsavan", "Nghe An", "In all: 1"})
    EXPECT_TRUE(list.out.contains(shown)) << shown << '\n' << list.out;
}

TEST_F(RecordCommand, TakesItsFieldsFromJsonToo) {
  const auto file = desk.write("person.json", R"({"name": "Nguyễn Văn A", "other_names": "Nguyen Van A"})");
  const auto made = json_of({"add", "persons", "--fields", file, "--set", "other_names="});
  EXPECT_EQ(made.at("name").as_string(), "Nguyễn Văn A");
  EXPECT_FALSE(made.contains("other_names"));
}

TEST_F(RecordCommand, ChangesRemovesRestoresAndReverts) {
  const auto id = add_person("Nguyễn Văn A");
  const auto end = id.substr(id.size() - 12);
  EXPECT_EQ(json_of({"change", "person", end, "--set", "name=Nguyễn Văn B", "--by", "Lan"}).at("name").as_string(), "Nguyễn Văn B");
  EXPECT_EQ(record({"remove", "person", end, "--reason", "Nhập nhầm"}).status, 0);
  EXPECT_TRUE(record({"list", "persons"}).out.contains("No records"));
  EXPECT_TRUE(record({"list", "persons", "--removed"}).out.contains("Nguyễn Văn B"));
  EXPECT_TRUE(record({"show", "person", end}).out.contains("Nhập nhầm"));
  EXPECT_EQ(record({"restore", "person", end}).status, 0);
  const auto history = json::parse(record({"history", "person", end, "--json"}).out).as_array();
  ASSERT_EQ(history.size(), 4u);
  EXPECT_EQ(history.at(2).at("by").as_string(), "Lan");
  EXPECT_TRUE(record({"history", "person", end}).out.contains("restored"));
  const std::string first(history.at(3).at("id").as_string());
  EXPECT_EQ(json_of({"revert", "person", end, first.substr(first.size() - 12)}).at("name").as_string(), "Nguyễn Văn A");
}

TEST_F(RecordCommand, GoesOnWhereThePageBeforeEnded) {
  for (const char* name : {"An", "Bình", "Chi"}) add_person(name);
  const auto first = json_of({"list", "persons", "--sort", "-name", "--limit", "2"});
  EXPECT_EQ(first.at("items").at(0).at("name").as_string(), "Chi");
  const auto rest = json_of({"list", "persons", "--sort", "-name", "--cursor", std::string(first.at("next").as_string())});
  ASSERT_EQ(rest.at("items").as_array().size(), 1u);
  EXPECT_EQ(rest.at("items").at(0).at("name").as_string(), "An");
}

TEST_F(RecordCommand, TellsEveryFaultAndChangesNothing) {
  const auto refused = record({"add", "agreement", "--set", "signed_on=2023-02-31", "--set", "kind=treaty"});
  EXPECT_EQ(refused.status, 1);
  EXPECT_TRUE(refused.err.contains("mou")) << refused.err;
  EXPECT_TRUE(refused.err.contains("2026-11-21")) << refused.err;
  EXPECT_TRUE(record({"list", "agreements"}).out.contains("No records"));
}

TEST_F(RecordCommand, RefusesWhatCannotBeTypedSo) {
  for (const std::vector<std::string>& wrong : {std::vector<std::string>{"list", "treaties"},
                                                {"list", "persons", "--where", "colour=red"},
                                                {"list", "persons", "--where", "name"},
                                                {"list", "persons", "--sort", "colour"},
                                                {"add", "person", "--set", "colour=red"},
                                                {"add", "person", "--set", "name"},
                                                {}})
    EXPECT_EQ(record(wrong).status, 2);
  EXPECT_EQ(record({"show", "person", "12345678"}).status, 1);
  EXPECT_EQ(record({"remove", "person", "12345678", "--reason", "x"}).status, 1);
}

TEST_F(RecordCommand, ShowsAnOrganisationByItsReadableId) {
  const auto shown = record({"show", "organisation", "vn.nghe-an"});
  EXPECT_EQ(shown.status, 0) << shown.err;
  EXPECT_TRUE(shown.out.starts_with("Organisation vn.nghe-an\n")) << shown.out;
}

TEST(OpenapiCommand, PrintsTheDescriptionOfTheApi) {
  EXPECT_EQ(Desk().run({"openapi"}).out, http::openapi_text());
}

}  // namespace
}  // namespace kevai::cli
