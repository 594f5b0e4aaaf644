#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "cli/harness.hpp"

namespace kevai::cli {
namespace {

namespace json = boost::json;

constexpr const char* visits =
    "Loại,Ngày,Các bên,Số người\n"
    "Thăm và làm việc,18/7/2023,\"LĐLĐ tỉnh Nghệ An; la.xiangkhouang\",hơn 15\n"
    "visit,2019,vn.nghe-an,7\n";

TEST(Table, IsImportedWholeAndExportedSoThatItChangesNothing) {
  const Desk desk;
  const auto file = desk.write("activity.csv", visits);
  const auto preview = desk.with_register({"table", "import", "--preview", file});
  EXPECT_EQ(preview.status, 0) << preview.err;
  EXPECT_NE(preview.out.find("2 new"), std::string::npos) << preview.out;
  const auto imported = desk.with_register({"table", "import", file});
  EXPECT_EQ(imported.status, 0) << imported.err;
  EXPECT_NE(imported.out.find("2 new, 0 changed, 0 unchanged"), std::string::npos) << imported.out;
  for (const char* name : {"out.xlsx", "out.csv"}) {
    const auto exported = desk.with_register({"table", "export", "--kind", "activity", desk.path(name)});
    EXPECT_EQ(exported.status, 0) << exported.err;
    const auto again = desk.with_register({"table", "import", "--kind", "activity", "--json", desk.path(name)});
    EXPECT_EQ(again.status, 0) << again.err;
    EXPECT_EQ(json::parse(again.out).at("counts").at("activity").at("unchanged").as_int64(), 2) << again.out;
  }
}

TEST(Table, WithFaultsIsRefusedWithEachOfThem) {
  const Desk desk;
  const auto file = desk.write("activity.csv", "kind,date\nvisit,31/2/2023\nparade,2023\n");
  const auto refused = desk.with_register({"table", "import", file});
  EXPECT_EQ(refused.status, 1);
  EXPECT_EQ(refused.out, "");
  EXPECT_NE(refused.err.find("activity, row 2, column B (date): “31/2/2023”"), std::string::npos) << refused.err;
  EXPECT_NE(refused.err.find("activity, row 3, column A (kind): “parade”"), std::string::npos) << refused.err;
  EXPECT_NE(refused.err.find("2 faults"), std::string::npos) << refused.err;
}

TEST(Table, OfSeveralKindsIsAWorkbook) {
  const Desk desk;
  EXPECT_EQ(desk.with_register({"table", "export", desk.path("all.csv")}).status, 2);
  EXPECT_EQ(desk.with_register({"table", "export", desk.path("all.xlsx")}).status, 0);
  EXPECT_TRUE(desk.has("all.xlsx"));
  EXPECT_EQ(desk.with_register({"table", "export", desk.path("all.ods")}).status, 2);
  EXPECT_EQ(desk.with_register({"table", "import", "--kind", "activty", desk.path("all.xlsx")}).status, 2);
}

}  // namespace
}  // namespace kevai::cli
