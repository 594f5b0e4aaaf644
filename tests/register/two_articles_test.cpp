// Articles of tests/articles that tell one event, each through the whole way: read, extracted, accepted.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "register/disagreement.hpp"
#include "support/told_register.hpp"

namespace kevai {
namespace {

using extract::ActivityKind;
using test::date;
using test::ToldRegister;

std::string article(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(std::filesystem::path(KEVAI_SOURCE_DIR) / "tests/articles" / (name + ".txt")).rdbuf();
  return text.str();
}

void read(ToldRegister& told, const std::string& name, const std::string& text, std::string_view day = {}) {
  const auto ingested = reg::ingest(told.store(), {.file_name = name, .bytes = text, .date = day.empty() ? PartialDate() : date(day)});
  ASSERT_TRUE(ingested) << name;
  ASSERT_GT(ingested->findings, 0) << name;
  told.accept();
}

/// The activities of a kind that rest on more than one document.
std::vector<model::Activity> told_twice(ToldRegister& told, ActivityKind kind) {
  std::vector<model::Activity> found;
  for (const auto& activity : told.all<model::Activity>()) {
    std::set<Id> documents;
    for (const auto& citation : told.citations(activity.id)) documents.insert(citation.document);
    if (activity.kind == kind && documents.size() > 1) found.push_back(activity);
  }
  return found;
}

std::vector<reg::Disagreement> disagreements(ToldRegister& told, const Id& id) {
  std::vector<reg::Disagreement> found;
  told.store().read([&](store::Reader& reader) {
    found = reg::disagreements(reader.record(id).value(), reader.citations_of(id), reader.choices_of(id));
  });
  return found;
}

TEST(TwoArticles, OnTheVisitToSonLaMakeOneVisitInDoubtOfItsSize) {
  for (const bool backwards : {false, true}) {
    ToldRegister told;
    std::vector<std::string> names{"vi-07-son-la-luang-prabang-a", "vi-08-son-la-luang-prabang-b"};
    if (backwards) std::ranges::reverse(names);
    for (const auto& name : names) read(told, name, article(name));
    SCOPED_TRACE(backwards ? "backwards" : "forwards");

    const auto visits = told_twice(told, ActivityKind::visit);
    ASSERT_EQ(visits.size(), 1u);
    EXPECT_EQ(visits[0].date, date("2022-08-07"));
    EXPECT_EQ(visits[0].end_date, date("2022-08-11"));
    EXPECT_EQ(visits[0].participants.figure(), backwards ? 14 : 15) << "the first one accepted stands";
    const auto doubts = disagreements(told, visits[0].id);
    ASSERT_EQ(doubts.size(), 1u);
    EXPECT_EQ(doubts[0].field, "participants");
    EXPECT_EQ(doubts[0].statements.size(), 2u);
    EXPECT_EQ(told_twice(told, ActivityKind::talks).size(), 1u);
  }
}

TEST(TwoArticles, OnTheSchoolAtVongXayMakeOneCeremonyAndOneGiftInDoubtOfTheSum) {
  for (const bool backwards : {false, true}) {
    ToldRegister told;
    std::vector<std::string> names{"vi-21-vong-xay-a", "vi-22-vong-xay-b"};
    if (backwards) std::ranges::reverse(names);
    for (const auto& name : names) read(told, name, article(name));
    SCOPED_TRACE(backwards ? "backwards" : "forwards");

    const auto ceremonies = told_twice(told, ActivityKind::ceremony);
    ASSERT_EQ(ceremonies.size(), 1u);
    EXPECT_EQ(ceremonies[0].date, date("2025-09-12"));
    EXPECT_EQ(ceremonies[0].parties.size(), 2u);
    EXPECT_TRUE(disagreements(told, ceremonies[0].id).empty());

    std::vector<model::Support> sums;
    for (const auto& support : told.all<model::Support>())
      if (support.item == "money") sums.push_back(support);
    ASSERT_EQ(sums.size(), 1u);
    EXPECT_EQ(sums[0].value.figure(), backwards ? 680e6 : 650e6);
    const auto doubts = disagreements(told, sums[0].id);
    ASSERT_EQ(doubts.size(), 1u);
    EXPECT_EQ(doubts[0].field, "value");
  }
}

// Reports of one visit by the guests' paper, the hosts' and a third, in three languages.
TEST(ThreeArticles, InThreeLanguagesMakeOneVisit) {
  const std::string vi =
      "Đoàn Liên hiệp Công đoàn tỉnh Hủa Phăn thăm Thanh Hóa\n"
      "THANH HÓA - Từ ngày 14 đến 16/5/2024, Đoàn đại biểu Liên hiệp Công đoàn tỉnh Hủa Phăn gồm 12 người do đồng chí "
      "Bun Thăn Xay Nhạ Vông, Chủ tịch Liên hiệp Công đoàn tỉnh làm trưởng đoàn đã sang thăm và làm việc với Liên đoàn "
      "Lao động tỉnh Thanh Hóa.\n";
  const std::string en =
      "Houaphanh trade union delegation visits Thanh Hoa\n"
      "THANH HOA, May 15, 2024 - A delegation of the Houaphanh Provincial Federation of Trade Unions led by its "
      "President Bounthanh Xaynhavong visited the Thanh Hoa Provincial Federation of Labour on May 14-16, 2024. "
      "The delegation has 11 members.\n";
  const std::string lo =
      "ຄະນະຜູ້ແທນສະຫະພັນກຳມະບານແຂວງຫົວພັນ ຢ້ຽມຢາມ ແຂວງແທັງຮວາ\n"
      "ໃນລະຫວ່າງວັນທີ 14-16 ພຶດສະພາ 2024, ຄະນະຜູ້ແທນສະຫະພັນກຳມະບານແຂວງຫົວພັນ ນຳໂດຍ ທ່ານ ບຸນທັນ ໄຊຍະວົງ ປະທານ"
      "ສະຫະພັນກຳມະບານແຂວງ ໄດ້ເດີນທາງໄປຢ້ຽມຢາມ ແລະ ເຮັດວຽກກັບ ສະຫະພັນແຮງງານແຂວງແທັງຮວາ ສສ ຫວຽດນາມ.\n";
  std::vector<std::pair<std::string, const std::string*>> papers{{"vi", &vi}, {"en", &en}, {"lo", &lo}};
  std::ranges::sort(papers);
  do {
    ToldRegister told;
    std::string order;
    for (const auto& [name, text] : papers) {
      order += name + " ";
      read(told, name, *text, "2024-05-17");
    }
    SCOPED_TRACE(order);
    std::vector<model::Activity> visits;
    for (const auto& activity : told.all<model::Activity>())
      if (activity.kind == ActivityKind::visit) visits.push_back(activity);
    ASSERT_EQ(visits.size(), 1u);
    EXPECT_EQ(told_twice(told, ActivityKind::visit).size(), 1u);
    std::set<Id> documents;
    for (const auto& citation : told.citations(visits[0].id)) documents.insert(citation.document);
    EXPECT_EQ(documents.size(), 3u);
    EXPECT_EQ(visits[0].date, date("2024-05-14"));
    EXPECT_EQ(visits[0].end_date, date("2024-05-16"));
  } while (std::ranges::next_permutation(papers).found);
}

}  // namespace
}  // namespace kevai
