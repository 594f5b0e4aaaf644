#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "cli/harness.hpp"

namespace kevai::cli {
namespace {

namespace json = boost::json;

/// A register in which two articles write one name, each in its own way.
void two_spellings(const Desk& desk) {
  const auto first = desk.write("vi.txt",
                                "Công đoàn Quảng Trị tiếp đoàn Salavan\n\n(10/5/2024) Chiều 9/5/2024, LĐLĐ "
                                "tỉnh Quảng Trị tiếp đoàn Liên hiệp "
                                "Công đoàn tỉnh Salavan do đồng chí Xu Lít Xy Li Mả Nô Thăm, Chủ tịch Liên "
                                "hiệp Công đoàn tỉnh Salavan làm "
                                "trưởng đoàn.\n");
  const auto second = desk.write("lo.txt",
                                 "ກຳມະບານແຂວງສາລະວັນ ຢ້ຽມຢາມ ແຂວງກວາງຈິ\n\nວັນທີ 9 ພຶດສະພາ 2024, ທ່ານ ສຸລິດ ສິລິມະໂນທຳ "
                                 "ປະທານສະຫະພັນກຳມະບານແຂວງສາລະວັນ ໄດ້ພົບປະກັບ ສະຫະພັນກຳມະບານແຂວງກວາງຈິ.\n");
  ASSERT_EQ(desk.with_register({"ingest", first, second}).status, 0);
  ASSERT_EQ(desk.with_register({"review", "--accept-all"}).status, 0);
}

/// The pairs of persons that are asked about, as `--same` takes them.
std::vector<std::string> asked(const Desk& desk) {
  std::vector<std::string> pairs;
  const auto list = json::parse(desk.with_register({"review", "--candidates", "--format", "json"}).out);
  for (const auto& candidate : list.at("candidates").as_array()) {
    if (candidate.at("kind").as_string() != "person") continue;
    pairs.push_back(std::string(candidate.at("one").at("id").as_string()) + "=" + std::string(candidate.at("other").at("id").as_string()));
  }
  return pairs;
}

TEST(Candidates, ArePersonsWithTheirPostsAndTheReasons) {
  const Desk desk;
  two_spellings(desk);
  const auto list = desk.with_register({"review", "--candidates"});
  EXPECT_EQ(list.status, 0);
  for (const auto* told :
       {"Xu Lít Xy Li Mả Nô Thăm", "Chủ tịch", "ສຸລິດ ສິລິມະໂນທຳ", "%", "Lao script", "hold a post at Salavan", "kevai review --same"})
    EXPECT_TRUE(list.out.contains(told)) << told << " in\n" << list.out;
}

TEST(Candidates, AreDecidedAndTheDecisionTakenBack) {
  const Desk desk;
  two_spellings(desk);
  const auto pairs = asked(desk);
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_EQ(desk.with_register({"review", "--same", pairs.front(), "--by", "Lan"}).out, "Same 1, different 0, to be asked again 0.\n");
  EXPECT_TRUE(asked(desk).empty());
  EXPECT_EQ(desk.with_register({"review", "--different", pairs.front()}).out, "Same 0, different 1, to be asked again 0.\n");
  EXPECT_TRUE(asked(desk).empty());
  EXPECT_EQ(desk.with_register({"review", "--ask-again", pairs.front()}).status, 0);
  EXPECT_EQ(asked(desk), pairs);
}

TEST(Candidates, ThatAreNoPairAreRefused) {
  const Desk desk;
  two_spellings(desk);
  const auto one = desk.with_register({"review", "--same", "0123456789ab"});
  EXPECT_NE(one.status, 0);
  EXPECT_TRUE(one.err.contains("ID=ID"));
  const auto unknown = desk.with_register({"review", "--same", "0123456789ab=ba9876543210"});
  EXPECT_NE(unknown.status, 0);
  EXPECT_TRUE(unknown.err.contains("0123456789ab"));
  const auto pair = asked(desk).at(0);
  const auto twice = desk.with_register({"review", "--same", pair, "--different", pair});
  EXPECT_NE(twice.status, 0);
  EXPECT_EQ(asked(desk).size(), 1u);
}

}  // namespace
}  // namespace kevai::cli
