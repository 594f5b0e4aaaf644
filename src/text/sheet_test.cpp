#include "text/sheet.hpp"

#include <gtest/gtest.h>
#include <zip.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "support/private_folder.hpp"
#include "text/csv.hpp"
#include "text/xlsx_sink.hpp"

namespace kevai::text {
namespace {

/// Every row as `number:A=cell|C=cell`, a line each; or the failure's code.
std::string read(std::string_view bytes, std::size_t sheet = 0) {
  const auto file = SheetFile::open(bytes);
  if (!file) return file.error().code;
  std::string all;
  const auto done = (*file)->read(sheet, [&](std::size_t number, const Row& row) {
    all += std::to_string(number) + ":";
    for (const Cell& cell : row) {
      all += (&cell == row.data() ? "" : "|") + column_letters(cell.column) + "=" + cell.text;
      if (cell.type != CellType::text) all += "(" + std::to_string(static_cast<int>(cell.type)) + ")";
    }
    all += "\n";
    return true;
  });
  return done ? all : done.error().code;
}

std::string written(const std::function<void(SheetSink&)>& fill) {
  const test::PrivateFolder folder;
  const std::string path = (folder / "book.xlsx").string();
  XlsxSink sink(path);
  fill(sink);
  const auto done = sink.finish();
  if (!done) return done.error().code;
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

using Parts = std::map<std::string, std::string>;

/// The least a workbook has.
Parts workbook(const std::string& rows) {
  const std::string relations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
  const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return {
      {"_rels/.rels", relations + "<Relationship Id='a' Type='" + types + "/officeDocument' Target='xl/workbook.xml'/></Relationships>"},
      {"xl/workbook.xml", "<workbook xmlns:r='" + types + "'><sheets><sheet name='s' r:id='b'/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", relations + "<Relationship Id='b' Type='" + types + "/worksheet' Target='worksheets/sheet1.xml'/>" +
                                         "<Relationship Id='c' Type='" + types + "/styles' Target='styles.xml'/></Relationships>"},
      {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

std::string zipped(const Parts& parts) {
  const test::PrivateFolder folder;
  const std::string path = (folder / "book.xlsx").string();
  zip_t* const archive = zip_open(path.c_str(), ZIP_CREATE, nullptr);
  for (const auto& [name, bytes] : parts) zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
  EXPECT_EQ(zip_close(archive), 0);
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

TEST(Csv, IsSeparatedByWhatItsFirstLineHasMostOf) {
  EXPECT_EQ(read("tên,ngày\nAn,2019\n"), "1:A=tên|B=ngày\n2:A=An|B=2019\n");
  EXPECT_EQ(read("tên;ngày\nAn, Bình;2019"), "1:A=tên|B=ngày\n2:A=An, Bình|B=2019\n");
  EXPECT_EQ(read("tên\tngày\r\nAn\t2019\r\n"), "1:A=tên|B=ngày\n2:A=An|B=2019\n");
  EXPECT_EQ(read("sep=;\na;b,c\n"), "2:A=a|B=b,c\n");
}

TEST(Csv, QuotesHoldSeparatorsQuotesAndLineEnds) {
  EXPECT_EQ(read("a,b\n\"1,2\",\"nói \"\"vâng\"\"\nrồi\"\n3,4\n"), "1:A=a|B=b\n2:A=1,2|B=nói \"vâng\"\nrồi\n4:A=3|B=4\n");
}

TEST(Csv, LeavesOutEmptyCellsAndLines) {
  EXPECT_EQ(read("a,,c\n\n,,\n\"\",x\n"), "1:A=a|C=c\n4:B=x\n");
}

TEST(Csv, IsReadInTheEncodingsTextIs) {
  EXPECT_EQ(read("\xEF\xBB\xBFtên\n"), "1:A=tên\n");
  EXPECT_EQ(read(std::string("\xFF\xFE"
                             "a\0,\0b\0",
                             8)),
            "1:A=a|B=b\n");
  EXPECT_EQ(read("Vi\xEA\xF2t,\xF0o\xE0n \xF0\x61\xF2i bi\xEA\xD2u\n"),
            "1:A=Việt|B=đoàn đại biểu\n");  // windows-1258
}

TEST(Csv, WithAQuoteThatNeverEndsIsRefusedByItsRow) {
  const auto file = SheetFile::open("a\nb\n\"c\nd\n");
  ASSERT_TRUE(file);
  const auto done = (*file)->read(0, [](std::size_t, const Row&) { return true; });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, "sheet_quote_open");
  EXPECT_EQ(done.error().args.front().second, "3");
}

TEST(Csv, KeepsWhatSpreadsheetsWouldRunAsTextAndGivesItBack) {
  std::string bytes;
  CsvSink sink(bytes);
  const SheetColumn columns[] = {{.header = "a"}, {.header = "b"}};
  sink.sheet("", columns);
  const std::string cells[] = {"=1+1", "+84", "-5", "@x", "'=x", "''", "\"q\"", "x;y", "x\ny", "'chào"};
  for (const auto& text : cells) sink.row({{0, CellType::text, text}, {1, CellType::number, "-5"}});
  EXPECT_NE(bytes.find("\"'=1+1\",-5\r\n"), bytes.npos) << bytes;
  EXPECT_NE(bytes.find("\"''=x\""), bytes.npos);
  std::vector<std::string> again;
  const auto file = SheetFile::open(bytes);
  ASSERT_TRUE(file);
  ASSERT_TRUE((*file)->read(0, [&](std::size_t, const Row& row) {
    again.push_back(row.front().text);
    return true;
  }));
  again.erase(again.begin());
  EXPECT_EQ(again, std::vector<std::string>(std::begin(cells), std::end(cells)));
}

TEST(Sheets, OfAFileOfAnotherKindAreRefused) {
  EXPECT_EQ(read("%PDF-1.7\n"), "sheet_not_read");
  EXPECT_EQ(read("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "sheet_not_read");
  EXPECT_EQ(read("<!DOCTYPE html><html><body><table></table></body></html>"), "sheet_not_read");
  EXPECT_EQ(read(""), "file_empty");
  EXPECT_EQ(read("a\0b"), "1:A=a\n");
  EXPECT_EQ(read(std::string_view("a\0b", 3)), "text_has_nul");
}

TEST(Xlsx, GivesBackWhatWasWritten) {
  const std::string bytes = written([](SheetSink& sink) {
    const SheetColumn columns[] = {{.header = "Tên", .note = "ghi chú", .choices = {"có", "không"}}, {.header = "ວັນທີ"}, {.header = "n"}};
    sink.sheet("Hoạt động", columns);
    sink.row({{0, CellType::text, " =1+1 \n<&>"}, {1, CellType::date, "2023-07-18"}, {2, CellType::number, "36699.5"}});
    sink.row({{1, CellType::date, "2023-07"}, {2, CellType::text, "_x0041_ \x01"}});
    sink.sheet("ສອງ", std::span(columns).first(1));
    sink.row({{0, CellType::date, "1899-05-01"}});
  });
  const auto file = SheetFile::open(bytes);
  ASSERT_TRUE(file) << file.error().detail;
  ASSERT_EQ((*file)->names().size(), 3u);
  EXPECT_EQ((*file)->names()[0], "Hoạt động");
  EXPECT_EQ((*file)->names()[1], "ສອງ");
  EXPECT_EQ((*file)->names()[2], "_lists");
  EXPECT_EQ(read(bytes), "1:A=Tên|B=ວັນທີ|C=n\n2:A= =1+1 \n<&>|B=2023-07-18(2)|C=36699.5(1)\n3:B=2023-07|C=_x0041_ \x01\n");
  EXPECT_EQ(read(bytes, 1), "1:A=Tên\n2:A=1899-05-01\n");
}

TEST(Xlsx, KnowsTextsWhereverTheyStandDatesByTheirFormatAndFormulasByTheirValue) {
  std::ifstream file(KEVAI_SOURCE_DIR "/tests/documents/cells.xlsx", std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  EXPECT_EQ(read(bytes.str()),
            "1:A=Ngày|C=Số người\n"
            "3:A=2023-07-18(2)|B=2023-07(2)|C=2023-07-18(2)|D=08:30(2)|E=true(3)|F=#DIV/0!(4)|G=3(1)|H=a\n"
            "4:A=Đoàn đại biểu|B=\ndòng & hai|C=44000000(1)\n");
}

TEST(Xlsx, SaysWhichCellHoldsMoreThanTheFormatTakes) {
  EXPECT_EQ(written([](SheetSink& sink) {
              const SheetColumn columns[] = {{.header = "a"}};
              sink.sheet("a", columns);
              sink.row({{0, CellType::text, std::string(40000, 'x')}});
            }),
            "cell_too_long");
}

TEST(Xlsx, ThatIsCutOffOrIsAnotherArchiveIsRefused) {
  const std::string bytes = written([](SheetSink& sink) {
    const SheetColumn columns[] = {{.header = "a"}};
    sink.sheet("a", columns);
  });
  EXPECT_EQ(read(bytes.substr(0, bytes.size() / 2)), "document_broken");
  std::string other = bytes;
  for (std::size_t at; (at = other.find("sheet1.xml")) != other.npos;) other.replace(at, 6, "sheat1");
  EXPECT_EQ(read(other), "document_broken");
}

TEST(Xlsx, WithCellsWhereNoneCanBeIsRefused) {
  EXPECT_EQ(read(zipped(workbook("<row><c><v>1</v></c></row><row r='7'><c r='C7'><v>2</v></c></row>"))), "1:A=1(1)\n7:C=2(1)\n");
  for (const char* rows : {"<row r='1048577'><c><v>1</v></c></row>", "<row r='1'><c r='XFE1'><v>1</v></c></row>",
                           "<row r='2'><c><v>1</v></c></row><row r='1'><c><v>1</v></c></row>", "<row><c r='B1'/><c r='A1'/></row>",
                           "<row><c t='s'><v>0</v></c></row>", "<row><c><v>một</v></c></row>", "<row><c><v>1</v>"})
    EXPECT_EQ(read(zipped(workbook(rows))), "document_broken") << rows;
}

TEST(Xlsx, WithAPartMissingOrEntitiesOfItsOwnIsRefused) {
  for (const char* part : {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"}) {
    Parts parts = workbook("");
    parts.erase(part);
    EXPECT_EQ(read(zipped(parts)), "document_broken") << part;
  }
  Parts parts = workbook("");
  parts["xl/worksheets/sheet1.xml"] =
      "<!DOCTYPE w [<!ENTITY a 'ha'>]><worksheet><sheetData><row><c "
      "t='str'><v>&a;</v></c></row></sheetData></worksheet>";
  EXPECT_EQ(read(zipped(parts)), "document_broken");
}

TEST(Xlsx, ThatUnpacksToFarMoreThanItIsIsRefused) {
  Parts parts = workbook("");
  parts["xl/styles.xml"] = "<styleSheet>";
  for (int i = 0; i < 2'000'000; ++i) parts["xl/styles.xml"] += "<numFmt/>\n";
  const std::string bytes = zipped(parts);
  EXPECT_LT(bytes.size(), 100'000u);
  EXPECT_EQ(read(bytes), "document_unpacks_too_large");
}

}  // namespace
}  // namespace kevai::text
