#include <cstdlib>
#include <map>

#include "register_case.hpp"

namespace kevai::reg::exchange {
namespace {

using model::RecordKind;

class LibreOffice : public Exchange {
 protected:
  void SetUp() override {
    if (std::system("command -v soffice >/dev/null 2>&1") != 0)
      GTEST_SKIP() << "soffice is not installed: script/setup test installs it (libreoffice-calc-nogui)";
    Exchange::SetUp();
  }

  /// The workbook as LibreOffice writes it after opening it.
  std::string saved_by_libreoffice(const std::string& workbook) const {
    const std::string in = (folder / "in.xlsx").string(), out = (folder / "out").string();
    std::ofstream(in, std::ios::binary) << workbook;
    const std::string command = "soffice -env:UserInstallation=file://" + (folder / "profile").string() +
                                " --headless --convert-to xlsx --outdir " + out + " " + in + " >/dev/null 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0);
    return file(out + "/in.xlsx");
  }

  Id put_attachment(const Id& record) {
    model::Attachment attachment;
    attachment.id = new_id();
    attachment.record = record;
    attachment.title = "Biên bản đã ký";
    attachment.file_name = "biên bản; bản 1.pdf";
    attachment.media_type = "application/pdf";
    attachment.size = 12345;
    attachment.sha256 = std::string(64, 'a');
    store::write(*store, [&](store::Writer& writer) { writer.put(attachment); });
    return attachment.id;
  }

  /// One record of each kind with every field set, as rules allow it; what refers stands behind what it
  /// refers to.
  void fill();
};
}  // namespace

using store::Driver;
KEVAI_ON_BOTH_DATABASES(LibreOffice);

namespace {

void LibreOffice::fill() {
  std::map<std::string, std::string> ids;
  const auto add = [&](const char* name, RecordKind kind, std::string json) {
    for (const auto& [known, id] : ids)
      for (std::size_t at; (at = json.find("@" + known + "@")) != json.npos;) json.replace(at, known.size() + 2, id);
    ids[name] = made(kind, json).value;
  };
  using enum RecordKind;
  add("district", organisation,
      R"({"country": "VN", "level": "district", "parent": "vn.nghe-an", "name_vi": "LĐLĐ huyện Kỳ Sơn",
    "name_lo": "ກຳມະບານເມືອງກີ່ເຊີນ", "name_en": "Ky Son District Federation of Labour", "place_vi": "Kỳ Sơn", "place_lo": "ກີ່ເຊີນ",
    "place_en": "Ky Son", "valid_from": "1961-05-17", "other_names": "Công đoàn huyện Kỳ Sơn; CĐ Kỳ Sơn"})");
  add("old", organisation,
      R"({"country": "VN", "level": "district", "parent": "vn.nghe-an", "name_vi": "LĐLĐ huyện Mường Xén",
    "valid_to": "1961-05-16", "border_order": 0})");
  add("division", division, R"({"organisation": "@old@", "successor": "@district@", "share": {"figure": 62.5},
    "rule": "theo số đoàn viên năm 1960"})");
  add("pair", partnership,
      R"({"parties": [{"id": "vn.nghe-an"}, {"id": "la.xiangkhouang", "stated": "Liên hiệp Công đoàn tỉnh Xiêng Khoảng"}],
    "since": "2003"})");
  add("person", person, R"({"name": "Khăm Phôn Vông Sa", "other_names": "ຄຳພອນ ວົງສາ; Khamphone Vongsa"})");
  add("post", post,
      R"({"person": "@person@", "role": "Phó Chủ tịch", "organisation": {"id": "la.xiangkhouang", "stated": "ກຳມະບານແຂວງຊຽງຂວາງ"},
    "stated_on": "2023-07-18", "valid_from": "2020", "valid_to": "2025-06"})");
  add("mou", agreement,
      R"({"partnership": "@pair@", "kind": "mou", "parties": [{"id": "vn.nghe-an"}, {"id": "la.xiangkhouang"}],
    "signed_on": "2018-03", "valid_from": "2018", "valid_to": "2023", "points": {"figure": 6}, "title": "Bản ghi nhớ 2018–2023",
    "signed_at": "Vinh", "signatories": "Nguyễn Văn A; Khăm Phôn Vông Sa"})");
  add("renewal", agreement,
      R"({"partnership": "@pair@", "kind": "programme", "parties": [{"id": "vn.nghe-an"}, {"id": "la.xiangkhouang"}],
    "signed_on": "2023-07-18", "valid_from": "2023-07-18", "valid_to": "2028-07-17", "renews": "@mou@"})");
  add("point", commitment,
      R"({"partnership": "@pair@", "agreement": "@mou@", "theme": "training", "parties": [{"id": "vn.nghe-an"}],
    "content": "Mở lớp tập huấn \"cán bộ công đoàn\" cho bạn;\nmỗi năm một lớp", "stated_on": "2018-03-20", "state": "blocked", "number": 2,
    "responsible": {"id": "vn.nghe-an"}, "target": {"figure": 30, "qualifier": "at_most", "stated": "tối đa 30 người"}, "unit": "người",
    "due_on": "2022", "blocked_by": "Covid-19"})");
  add("carried", commitment,
      R"({"partnership": "@pair@", "agreement": "@renewal@", "theme": "training", "content": "=Tiếp tục mở lớp",
    "state": "under_way", "number": 1, "carried_from": "@point@"})");
  add("visit", activity,
      R"({"partnership": "@pair@", "kind": "visit", "date": "2023-07-18", "end_date": "2023-07-20", "place": "Pôn Xa Vẳn",
    "parties": [{"id": "vn.nghe-an", "stated": "Đoàn Nghệ An; gồm 3 huyện"}, {"id": "la.xiangkhouang"}, {"stated": "Đại sứ quán \\ Vientiane"}],
    "head": "Nguyễn Văn A", "participants": {"low": 10, "high": 20, "qualifier": "about", "stated": "mươi người"},
    "women": {"figure": 5}, "state": "reported", "content": "+ Thăm, chúc Tết\n- Ký biên bản", "fulfils": ["@point@", "@carried@"]})");
  add("delegate", delegate,
      R"({"activity": "@visit@", "person": "@person@", "name": "Khăm Phôn", "role": "Phó đoàn",
    "organisation": {"stated": "Ban Đối ngoại"}, "sex": "male"})");
  add("agenda", agenda_item, R"({"activity": "@visit@", "date": "2023-07-19", "time": "08:30", "content": "Hội đàm", "place": "Trụ sở"})");
  add("course", course,
      R"({"partnership": "@pair@", "programme": "Giảng viên kiêm chức", "cohort": 3, "stage": "basic", "date": "2023-08-01",
    "end_date": "2023-08", "place": "Hà Nội", "organiser": {"id": "vn.tuu"}, "parties": [{"id": "la.xiangkhouang"}],
    "trainees": {"figure": 36699, "qualifier": "nearly", "stated": "gần 36.699 lượt"}, "women": {"figure": 12}, "certificates": {"figure": 25},
    "activity": "@visit@"})");
  add("trainee", trainee, R"({"course": "@course@", "person": "@person@", "name": "Bua Chăn", "sex": "female",
    "organisation": {"id": "la.xiangkhouang"}, "certificate": "00123/CN", "certified_on": "2023-08-31"})");
  add("onward", course,
      R"({"partnership": "@pair@", "programme": "Giảng viên kiêm chức", "cohort": 1, "stage": "advanced", "date": "2024",
    "parties": [{"id": "la.xiangkhouang"}], "onward_from": "@course@", "instructors": ["@trainee@"]})");
  add("members", observation,
      R"({"partnership": "@pair@", "measure": "members", "value": {"figure": 44000000, "qualifier": "nearly",
    "stated": "gần 44 triệu"}, "part": "đoàn viên nữ", "parties": [{"id": "vn.nghe-an"}], "valid_from": "2003", "valid_to": "2018-12",
    "stated_on": "2019-01-05", "explained": "thiếu số của 2 huyện"})");
  add("target", target,
      R"({"measure": "unionised_workers", "value": {"figure": 62.125}, "unit": "%", "organisation": {"id": "vn.nghe-an"},
    "by_date": "2028", "stated_on": "2023-07"})");
  add("day", occasion, R"({"partnership": "@pair@", "name": "Ngày kết nghĩa", "date": "1976-10-02"})");
  add("gift", support,
      R"({"partnership": "@pair@", "giver": {"id": "vn.nghe-an"}, "receiver": {"id": "la.xiangkhouang", "stated": "bạn"},
    "item": "máy tính", "value": {"figure": 3}, "unit": "bộ", "purpose": "trang bị văn phòng", "date": "2023-07-18",
    "worth": {"figure": 200000000, "qualifier": "over", "stated": "hơn 200 triệu đồng"}, "currency": "VND", "valued_on": "2023"})");
  add("medal", award,
      R"({"partnership": "@pair@", "giver": {"id": "vn.vgcl"}, "receiver": {"stated": "cán bộ, đoàn viên"},
    "name": "Kỷ niệm chương", "count": {"figure": 15, "qualifier": "over", "stated": "hơn 15"}, "date": "2023", "person": "@person@"})");
  add("proposal", proposal,
      R"({"partnership": "@pair@", "proposer": {"id": "la.xiangkhouang"}, "addressee": {"id": "vn.nghe-an"},
    "theme": "equipment", "content": "@hỗ trợ máy in", "stated_on": "2023-07-19", "state": "submitted", "desk": "vn.nghe-an", "due_on": "2024-06"})");
  add("note", note, R"({"record": "@visit@", "content": "Xin ý kiến lãnh đạo trước; chưa gửi bạn"})");
  put_attachment({ids["mou"]});
}

TEST_P(LibreOffice, EveryKindOfRecordComesBackFromItAsItWas) {
  fill();
  std::map<RecordKind, std::string> before;
  for (const RecordKind kind : every_kind()) before[kind] = records(kind);
  const auto done = imported(saved_by_libreoffice(workbook()), {.language = text::Language::vi});
  EXPECT_EQ(told(done.faults), "");
  EXPECT_TRUE(done.kept);
  for (const RecordKind kind : every_kind()) {
    EXPECT_GT(done.counts.count(kind), 0u) << name_of(kind);
    EXPECT_EQ(records(kind), before[kind]) << name_of(kind);
  }
  for (const auto& [kind, counts] : done.counts) EXPECT_EQ(counts.made + counts.changed, 0u) << name_of(kind);
}

TEST_P(LibreOffice, ItsFileFillsAnotherRegisterWithTheSameRecords) {
  fill();
  auto kinds = every_kind();
  std::erase(kinds, RecordKind::attachment);  // its bytes do not travel in a table
  std::erase(kinds, RecordKind::note);        // nor whose it is
  const std::string book = saved_by_libreoffice(workbook({.kinds = kinds, .language = text::Language::lo}));
  const auto other = store::open((folder / "other.db").string());
  ASSERT_TRUE(other);
  ASSERT_TRUE(load_reference(**other));
  const auto done = imported_into(**other, book);
  EXPECT_EQ(told(done.faults), "");
  ASSERT_TRUE(done.kept);
  for (const RecordKind kind : kinds) EXPECT_EQ(records_in(**other, kind), records(kind)) << name_of(kind);
  const auto again = imported_into(**other, book);
  EXPECT_TRUE(again.kept);
  for (const auto& [kind, counts] : again.counts) EXPECT_EQ(counts.made + counts.changed, 0u) << name_of(kind);
}

}  // namespace
}  // namespace kevai::reg::exchange
