#include "register_case.hpp"

namespace kevai::reg::exchange {
namespace {

using model::RecordKind;

class Importing : public Exchange {};
}  // namespace

using store::Driver;
KEVAI_ON_BOTH_DATABASES(Importing);

namespace {

std::string workbook_of(const std::vector<std::pair<std::string, std::vector<std::vector<std::string>>>>& sheets) {
  const test::PrivateFolder folder;
  const std::string path = (folder / "book.xlsx").string();
  text::XlsxSink sink(path);
  for (const auto& [name, rows] : sheets) {
    std::vector<text::SheetColumn> columns;
    for (const auto& header : rows.front()) columns.push_back({.header = header});
    sink.sheet(name, columns);
    for (std::size_t i = 1; i < rows.size(); ++i) {
      text::Row row;
      for (std::size_t c = 0; c < rows[i].size(); ++c)
        if (!rows[i][c].empty()) row.push_back({c, text::CellType::text, rows[i][c]});
      sink.row(row);
    }
  }
  if (const auto done = sink.finish(); !done) throw Broken(done.error());
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return std::move(bytes).str();
}

TEST_P(Importing, UnderstandsHeadersNamesNumbersAndDatesAsPeopleWriteThem) {
  const auto done = imported(
      "Loại;Ngày;Các bên;Số người;Địa điểm\n"
      "Tập huấn, đào tạo;18/7/2023;\"LĐLĐ tỉnh Nghệ An\"; hơn 1.200;Vinh\n"
      "visit;7/2023;LĐLĐ tỉnh Nghệ An;gần 44;\n"
      "\"Hội nghị, hội thảo\";2019;\"Liên đoàn Lao động tỉnh Nghệ An; la.xiangkhouang; Hội Phụ nữ bản Noọng "
      "Hét\";36.699;\n",
      {.name = "hoạt động.csv"});
  EXPECT_EQ(told(done.faults), "");
  ASSERT_TRUE(done.kept);
  std::vector<model::Activity> activities;
  store->read([&](store::Reader& reader) {
    for (const auto& record : reader.records(RecordKind::activity)) activities.push_back(std::get<model::Activity>(record));
  });
  ASSERT_EQ(activities.size(), 3u);
  EXPECT_EQ(activities[0].date.text(), "2023-07-18");
  EXPECT_EQ(activities[0].participants, Quantity::of(1200, Qualifier::over, "hơn 1.200"));
  EXPECT_EQ(activities[1].date.text(), "2023-07");
  EXPECT_EQ(activities[1].participants, Quantity::of(44, Qualifier::nearly, "gần 44"));
  EXPECT_EQ(activities[1].parties, (std::vector<model::Party>{{{{"vn.nghe-an"}}, "LĐLĐ tỉnh Nghệ An"}}));
  EXPECT_EQ(activities[2].kind, model::ActivityKind::conference);
  EXPECT_EQ(activities[2].participants.figure(), 36699);
  EXPECT_EQ(activities[2].parties,
            (std::vector<model::Party>{
                {{{"vn.nghe-an"}}, "Liên đoàn Lao động tỉnh Nghệ An"}, {{{"la.xiangkhouang"}}, ""}, {{}, "Hội Phụ nữ bản Noọng Hét"}}));
}

TEST_P(Importing, TheSameFileAgainMakesNoDuplicates) {
  const std::string rows = "name\nBua Khăm\nBua Khăm\nĐặng Văn Hải\n";
  const auto first = imported(rows, {.kind = RecordKind::person});
  ASSERT_TRUE(first.kept);
  EXPECT_EQ(first.counts.at(RecordKind::person).made, 3u);  // two of one name are two
  const auto again = imported("Tên\nĐặng Văn Hải\nBua Khăm\nNguyễn Thị Lan\nBua Khăm\n", {.kind = RecordKind::person});
  ASSERT_TRUE(again.kept);
  EXPECT_EQ(again.counts.at(RecordKind::person).made, 1u);
  EXPECT_EQ(again.counts.at(RecordKind::person).unchanged, 3u);
  EXPECT_EQ(count(RecordKind::person), 4u);
}

TEST_P(Importing, RowsNameOneAnotherAcrossSheetsInAnyOrder) {
  const std::string book = workbook_of({
      {"trainee", {{"name", "course", "key"}, {"Khăm Phôn", "K1", "T1"}, {"Bua Chăn", "K2", ""}}},
      {"course",
       {{"key", "programme", "date", "instructors", "onward_from"},
        {"K2", "Lớp cấp dưới", "2024", "T1", "K1"},
        {"K1", "Giảng viên kiêm chức", "2023", "", ""}}},
  });
  for (int time = 0; time < 2; ++time) {
    const auto done = imported(book);
    EXPECT_EQ(told(done.faults), "");
    ASSERT_TRUE(done.kept);
    EXPECT_EQ(done.counts.at(RecordKind::course).made, time == 0 ? 2u : 0u);
    EXPECT_EQ(done.counts.at(RecordKind::trainee).made, time == 0 ? 2u : 0u);
  }
  std::map<std::string, model::Course> courses;
  std::map<std::string, model::Trainee> trainees;
  store->read([&](store::Reader& reader) {
    for (const auto& record : reader.records(RecordKind::course))
      courses[std::get<model::Course>(record).programme] = std::get<model::Course>(record);
    for (const auto& record : reader.records(RecordKind::trainee))
      trainees[std::get<model::Trainee>(record).name] = std::get<model::Trainee>(record);
  });
  ASSERT_EQ(courses.size(), 2u);
  ASSERT_EQ(trainees.size(), 2u);
  EXPECT_EQ(courses["Lớp cấp dưới"].onward_from, courses["Giảng viên kiêm chức"].id);
  EXPECT_EQ(courses["Lớp cấp dưới"].instructors, std::vector<Id>{trainees["Khăm Phôn"].id});
  EXPECT_EQ(trainees["Bua Chăn"].course, courses["Lớp cấp dưới"].id);
}

TEST_P(Importing, ARowWithAnIdChangesThatRecordAndSaysBeforeAndAfter) {
  const Id id = made(RecordKind::activity, R"({"kind": "visit", "date": "2023", "place": "Vinh"})");
  const std::string rows = "id,place,date\n" + id.value + ",Pôn Xa Vẳn,18/7/2023\n";
  const auto preview = imported(rows, {.kind = RecordKind::activity, .preview = true});
  EXPECT_FALSE(preview.kept);
  EXPECT_NE(records(RecordKind::activity).find("Vinh"), std::string::npos);
  ASSERT_EQ(preview.changes.size(), 1u);
  ASSERT_EQ(preview.changes[0].fields.size(), 2u);
  EXPECT_EQ(preview.changes[0].fields[0].before, "2023");
  EXPECT_EQ(preview.changes[0].fields[0].after, "2023-07-18");
  const auto done = imported(rows, {.kind = RecordKind::activity});
  ASSERT_TRUE(done.kept);
  EXPECT_EQ(done.counts.at(RecordKind::activity).changed, 1u);
  EXPECT_EQ(imported(rows, {.kind = RecordKind::activity}).counts.at(RecordKind::activity).unchanged, 1u);
}

TEST_P(Importing, ARecordChangedSinceItWasExportedIsNotOverwritten) {
  const Id id = made(RecordKind::person, R"({"name": "Bua Khăm"})");
  std::string rows = csv(RecordKind::person);
  ASSERT_TRUE(reg::write(*store, [&](store::Writer& writer) { return change(writer, id, {{"other_names", "Boua Kham"}}, {}, "Bình"); }));
  const auto stale = imported(rows, {.kind = RecordKind::person});
  EXPECT_FALSE(stale.kept);
  EXPECT_EQ(told(stale.faults), " 2  record_changed\n");
}

TEST_P(Importing, EveryFaultIsToldWithItsSheetRowAndColumnAndNothingIsKept) {
  const std::string book = workbook_of({
      {"Hoạt động",
       {{"Loại", "Ngày", "Ngay kết thúc", "fulfils", "Các bên", "Số ngườ"},
        {"thăm hỏi gì đó", "31/2/2023", "", "", "", ""},
        {"visit", "2023", "", "không có", "", ""},
        {"visit", "2023", "", "", "vn.khong-co", ""},
        {"visit", "2023", "", "", "", ""}}},
      {"Linh tinh", {{"a"}, {"b"}}},
      {"_ghi chú", {{"a"}, {"b"}}},
  });
  const auto done = imported(book);
  EXPECT_FALSE(done.kept);
  EXPECT_EQ(told(done.faults),
            "Hoạt động 1 F column_unknown\n"
            "Linh tinh 0  sheet_unknown\n"
            "Hoạt động 2 A cell_not_choice\n"
            "Hoạt động 2 B cell_not_date\n"
            "Hoạt động 3 D cell_no_record\n"
            "Hoạt động 4 E cell_no_record\n");
  EXPECT_NE(text::message(text::Language::vi, done.faults[0].error).find("Số người"), std::string::npos);
  EXPECT_EQ(count(RecordKind::activity), 0u);
}

TEST_P(Importing, ARemovedRecordDoesNotComeBackThroughItsRow) {
  ASSERT_TRUE(imported("name\nBua Khăm\n", {.kind = RecordKind::person}).kept);
  Id id;
  store->read([&](store::Reader& reader) { id = model::id_of(reader.records(RecordKind::person).front()); });
  ASSERT_TRUE(store->write([&](store::Writer& writer) { return remove(writer, id, "nhập nhầm", {}, "An"); }));
  const auto again = imported("name\nBua Khăm\n", {.kind = RecordKind::person});
  EXPECT_FALSE(again.kept);
  EXPECT_EQ(told(again.faults), " 2  record_removed\n");
}

TEST_P(Importing, AnAttachmentCannotComeWithoutItsFile) {
  const Id id = made(RecordKind::person, R"({"name": "Bua Khăm"})");
  const auto done = imported("record;title\n" + id.value + ";Sơ yếu lý lịch\n", {.kind = RecordKind::attachment});
  EXPECT_EQ(told(done.faults), " 2  row_of_new_attachment\n");
}

TEST_P(Importing, ADateCellAndANumberCellSayTheSameAsTheirText) {
  const test::PrivateFolder folder;
  const std::string path = (folder / "book.xlsx").string();
  text::XlsxSink sink(path);
  const text::SheetColumn columns[] = {{.header = "date"}, {.header = "participants"}, {.header = "place"}};
  sink.sheet("activity", columns);
  sink.row({{0, text::CellType::date, "2023-07-18"}, {1, text::CellType::number, "36699"}, {2, text::CellType::number, "7"}});
  ASSERT_TRUE(sink.finish());
  EXPECT_EQ(imported(file(path)).counts.at(RecordKind::activity).made, 1u);
  const auto same = imported("place;participants;date\n7;36.699;18/7/2023\n", {.kind = RecordKind::activity});
  EXPECT_EQ(told(same.faults), "");
  EXPECT_EQ(same.counts.at(RecordKind::activity).unchanged, 1u);
}

TEST_P(Importing, PartnershipsAreNamedByTheirMembers) {
  const Id id = made(RecordKind::partnership, R"({"parties": [{"id": "vn.nghe-an"}, {"id": "la.xiangkhouang"}]})");
  const auto done =
      imported("partnership,theme,content\nNghệ An+Xiêng Khoảng,training,Mở lớp\n" + id.value.substr(20) + ",training,Mở lớp hai\n",
               {.kind = RecordKind::commitment});
  EXPECT_EQ(told(done.faults), "");
  EXPECT_EQ(done.counts.at(RecordKind::commitment).made, 2u);
  EXPECT_NE(records(RecordKind::commitment).find(id.value), std::string::npos);
}

}  // namespace
}  // namespace kevai::reg::exchange
