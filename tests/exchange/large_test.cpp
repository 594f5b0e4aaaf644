#include "register_case.hpp"

namespace kevai::reg::exchange {
namespace {

using model::RecordKind;

class LargeImport : public Exchange {
 protected:
  /// A hundred thousand on SQLite. On PostgreSQL, which is asked over its socket for each row, a tenth: the claim is the same,
  /// and the tests should not wait for minutes.
  const std::size_t rows = GetParam() == store::Driver::Sqlite ? 100'000 : 10'000;

  /// So many visits; in the row of each of `wrong` one thing is not right.
  std::string table(const std::vector<std::pair<std::size_t, std::string>>& wrong = {}) const {
    std::string csv = "Loại,Ngày,Địa điểm,Số người\r\n";
    auto next = wrong.begin();
    for (std::size_t row = 2; row < rows + 2; ++row) {
      if (next != wrong.end() && next->first == row) {
        csv += (next++)->second + "\r\n";
        continue;
      }
      csv += "visit," + std::to_string(1 + row % 28) + "/" + std::to_string(1 + row % 12) + "/" + std::to_string(1990 + row % 30) +
             ",Bản số " + std::to_string(row) + ",hơn " + std::to_string(row % 40 + 1) + "\r\n";
    }
    return csv;
  }
};
}  // namespace

using store::Driver;
KEVAI_ON_BOTH_DATABASES(LargeImport);

namespace {

TEST_P(LargeImport, TellsTheThreeRowsThatAreWrongAndKeepsNothing) {
  const std::size_t middle = rows / 2, last = rows + 1;
  const auto done = imported(
      table({{1'002, "visit,31/2/2001,Vinh,hơn 4"}, {middle, "thăm xã giao,1/2/2001,Vinh,4"}, {last, "visit,1/2/2001,Vinh,rất đông"}}),
      {.name = "activity.csv"});
  EXPECT_EQ(told(done.faults), "activity 1002 B cell_not_date\nactivity " + std::to_string(middle) + " A cell_not_choice\nactivity " +
                                   std::to_string(last) + " D cell_not_number\n");
  EXPECT_EQ(done.fault_count, 3u);
  EXPECT_FALSE(done.kept);
  EXPECT_EQ(count(RecordKind::activity), 0u);
}

TEST_P(LargeImport, OfRightRowsKeepsThemAllOnce) {
  std::size_t shown = 0;
  const auto done = imported(table(), {.name = "activity.csv", .progress = [&](std::size_t at, std::size_t of) {
                                         EXPECT_LE(at, of);
                                         EXPECT_GE(at, shown);
                                         shown = at;
                                       }});
  EXPECT_TRUE(done.kept);
  EXPECT_EQ(done.counts.at(RecordKind::activity).made, rows);
  EXPECT_EQ(shown, rows);
  EXPECT_EQ(done.changes.size(), ImportOptions{}.told_at_most);
  EXPECT_EQ(count(RecordKind::activity), rows);
}

}  // namespace
}  // namespace kevai::reg::exchange
