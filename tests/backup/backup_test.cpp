#include "register/backup.hpp"

#include <gtest/gtest.h>
#include <zip.h>

#include <algorithm>
#include <atomic>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>

#include "register/attach.hpp"
#include "register/export.hpp"
#include "register/ingest.hpp"
#include "register/search.hpp"
#include "base/sha256.hpp"
#include "store/store_case.hpp"

namespace kevai::reg {
namespace {

namespace json = boost::json;
using model::RecordKind;
using store::Driver;

const std::string pdf = "%PDF-1.7\n" + std::string("\0\xFF\x80 bytes", 9);

std::string bytes_of(const std::filesystem::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

/// Every part of a backup or export by its name.
std::map<std::string, std::string> parts_of(const std::filesystem::path& file) {
  std::map<std::string, std::string> parts;
  zip_t* archive = zip_open(file.c_str(), ZIP_RDONLY, nullptr);
  if (!archive) return parts;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
    std::string bytes(stat.size, '\0');
    zip_file_t* entry = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    zip_fread(entry, bytes.data(), bytes.size());
    zip_fclose(entry);
    parts[stat.name] = bytes;
  }
  zip_discard(archive);
  return parts;
}

class BackingUp : public store::Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    store_ = opened();
  }

  Id make(RecordKind kind, const std::string& fields) {
    const auto made =
        reg::write(*store_, [&](store::Writer& writer) { return create(writer, kind, json::parse(fields).as_object(), "lan"); });
    EXPECT_TRUE(made) << (made ? "" : made.error().code + (made.error().parts.empty() ? "" : made.error().parts[0].code));
    return made ? model::id_of(made->record) : Id{};
  }

  /// Something of everything: references ahead and to itself, fractions, a document, an attachment, a removal.
  void fill() {
    make(RecordKind::organisation,
         R"({"id": "vn.nghe-an", "country": "VN", "name_vi": "Liên đoàn Lao động tỉnh Nghệ An", "name_lo": "x", "name_en": "x"})");
    make(RecordKind::organisation,
         R"({"id": "la.xiangkhouang", "country": "LA", "name_vi": "Công đoàn tỉnh Xiêng Khoảng", "name_lo": "ຊຽງຂວາງ", "name_en": "x"})");
    const Id pair = make(RecordKind::partnership, R"({"parties": [{"id": "vn.nghe-an"}, {"id": "la.xiangkhouang"}]})");
    const std::string partnership = R"("partnership": ")" + pair.value + "\"";
    const Id old = make(RecordKind::agreement, "{" + partnership + R"(, "kind": "mou", "signed_on": "2015-03"})");
    const Id renewed = make(RecordKind::agreement, "{" + partnership + R"(, "kind": "mou", "renews": ")" + old.value + "\"}");
    visit_ =
        make(RecordKind::activity, "{" + partnership + R"(, "kind": "visit", "date": "2022-07-05", "content": "“Thăm” \\ \t ກຳມະບານ 😀"})");
    make(RecordKind::support, "{" + partnership + R"(, "giver": {"id": "vn.nghe-an"}, "receiver": {"id": "la.xiangkhouang"}, "item": "gạo",
      "value": {"low": 0.1, "high": 333333.3333333333, "qualifier": "about", "stated": "hàng trăm"}})");
    const Id gone = make(RecordKind::activity, "{" + partnership + R"(, "kind": "talks"})");
    EXPECT_TRUE(reg::write(*store_, [&](store::Writer& writer) { return remove(writer, gone, "nhập trùng", {}, "lan"); }));
    EXPECT_TRUE(ingest(
        *store_, {.file_name = "tin.txt", .bytes = "Ngày 5/7/2022, LĐLĐ tỉnh Nghệ An tiếp đoàn 5 người của Công đoàn tỉnh Xiêng Khoảng."}));
    EXPECT_TRUE(reg::write(*store_, [&](store::Writer& writer) { return attach(writer, {visit_, "Biên bản", "bb.pdf", pdf}, "lan"); }));
  }

  std::filesystem::path file(const std::string& name) const { return place_ / name; }
  std::string backed_up(store::Store& store, const std::string& name) {
    const auto done = back_up(store, file(name));
    EXPECT_TRUE(done) << (done ? "" : done.error().code);
    return file(name).string();
  }
  /// A new, empty database of the other kind.
  std::string other_database() const {
    return GetParam() == Driver::Postgres ? file("other.db").string() : test::PrivateSchema().address();
  }
  std::string refused(const std::string& database, const std::filesystem::path& archive) {
    const auto done = restore(database, archive);
    return done ? "" : done.error().code;
  }
  /// The parts of a backup with one of them changed.
  void alter(const std::filesystem::path& archive, const std::string& part, const std::string& bytes) {
    zip_t* zip = zip_open(archive.c_str(), 0, nullptr);
    ASSERT_NE(zip, nullptr);
    zip_source_t* source = zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
    ASSERT_GE(zip_file_add(zip, part.c_str(), source, ZIP_FL_OVERWRITE), 0);
    ASSERT_EQ(zip_close(zip), 0);
  }

  std::unique_ptr<store::Store> store_;
  Id visit_;

 private:
  test::PrivateFolder place_;
};
KEVAI_ON_BOTH_DATABASES(BackingUp);

TEST_P(BackingUp, AndRestoringIntoTheOtherDatabaseLosesNothing) {
  fill();
  const auto one = parts_of(backed_up(*store_, "one.zip"));
  const std::string database = other_database();
  const auto restored = restore(database, file("one.zip"));
  ASSERT_TRUE(restored) << restored.error().code << restored.error().detail;
  EXPECT_EQ(restored->contents, 1);
  const auto other = store::open(database);
  ASSERT_TRUE(other);
  auto again = parts_of(backed_up(**other, "two.zip"));
  for (const auto& [name, bytes] : one) {
    if (name == "manifest.json") continue;
    EXPECT_EQ(again[name], bytes) << name;
  }
  EXPECT_EQ(again.size(), one.size());
  EXPECT_GT(one.size(), 30u);

  (*other)->read([&](store::Reader& reader) {
    EXPECT_EQ(search(reader, {.words = "xieng khoang", .kind = "activity"})->total, 1);
    const auto page = reader.list({.kind = RecordKind::attachment});
    ASSERT_EQ(page.rows.size(), 1u);
    EXPECT_EQ(attached_file(reader, model::id_of(page.rows[0].record))->bytes, pdf);
  });
}

TEST_P(BackingUp, ARestoredRegisterIsWrittenOnAsAnyOther) {
  fill();
  backed_up(*store_, "one.zip");
  const std::string database = other_database();
  ASSERT_TRUE(restore(database, file("one.zip")));
  const auto other = store::open(database);
  ASSERT_TRUE(other);
  const auto changed = reg::write(**other, [&](store::Writer& writer) {
    return change(writer, visit_, json::parse(R"({"place": "Vinh"})").as_object(), 2, "lan");  // its file was a change too
  });
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->version, 3);
  // What refers to nothing is refused as ever.
  EXPECT_NE(store::broken_code([&] {
              store::write(**other, [](store::Writer& writer) { writer.put(model::Agreement{.id = new_id(), .partnership = new_id()}); });
            }),
            "");
}

TEST_P(BackingUp, SeesOneStateWhileAnotherWrites) {
  fill();
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    const auto store = opened();
    while (!stop)
      ASSERT_TRUE(reg::write(*store, [&](store::Writer& w) {
        return create(w, RecordKind::activity, json::parse(R"({"kind": "talks", "content": "x"})").as_object(), "minh");
      }));
  });
  for (int i = 0; i < 5; ++i) {
    const auto parts = parts_of(backed_up(*store_, "one.zip"));
    const auto lines = [&](const std::string& table) { return std::ranges::count(parts.at("tables/" + table + ".jsonl"), '\n'); };
    // Each activity has its row among the records and its line in the journal.
    std::int64_t created = 0;
    std::istringstream journal(parts.at("tables/change.jsonl"));
    for (std::string line; std::getline(journal, line);) created += line.contains(R"("record_kind":"activity","action":"create")") ? 1 : 0;
    EXPECT_EQ(lines("activity"), created);
  }
  stop = true;
  writer.join();
}

TEST_P(BackingUp, RestoresIntoAnEmptyRegisterOnly) {
  fill();
  backed_up(*store_, "one.zip");
  EXPECT_EQ(refused(database(), file("one.zip")), "restore_not_empty");
}

TEST_P(BackingUp, RefusesADamagedArchiveAndLeavesTheRegisterAsItWas) {
  fill();
  const std::string whole = bytes_of(backed_up(*store_, "one.zip"));
  const std::string empty = other_database();
  for (const std::size_t size : {whole.size() - 1, whole.size() / 2, std::size_t{100}}) {
    std::ofstream(file("cut.zip"), std::ios::binary) << whole.substr(0, size);
    EXPECT_EQ(refused(empty, file("cut.zip")), "backup_damaged") << size;
  }
  std::string flipped = whole;
  flipped[whole.find("tables/activity.jsonl") + 60] ^= 0x40;
  std::ofstream(file("flipped.zip"), std::ios::binary) << flipped;
  EXPECT_EQ(refused(empty, file("flipped.zip")), "backup_damaged");

  std::ofstream(file("altered.zip"), std::ios::binary) << whole;
  alter(file("altered.zip"), "tables/activity.jsonl", "{}\n");
  EXPECT_EQ(refused(empty, file("altered.zip")), "backup_damaged");
  // Nothing came of it: the whole one goes in.
  EXPECT_EQ(refused(empty, file("one.zip")), "");
}

TEST_P(BackingUp, UndoesARestoreThatFailsInTheMiddle) {
  fill();
  backed_up(*store_, "one.zip");
  // A part and its hash agree, but a row of it refers to what is not there.
  auto manifest = json::parse(parts_of(file("one.zip")).at("manifest.json"));
  const std::string bad =
      R"({"id":"vn.hue","country":"VN","level":"province","parent":"vn.nowhere","name_vi":"","name_lo":"","name_en":"","place_vi":"","place_lo":"","place_en":"","valid_to":null,"successor":null,"border_order":0,"valid_from":null,"other_names":""})"
      "\n";
  for (auto& part : manifest.as_object()["parts"].as_array()) {
    auto& fields = part.as_object();
    if (fields["file"] != "tables/organisation.jsonl") continue;
    fields["rows"] = 1;
    fields["bytes"] = bad.size();
    fields["sha256"] = sha256(bad);
  }
  std::filesystem::copy_file(file("one.zip"), file("bad.zip"));
  alter(file("bad.zip"), "tables/organisation.jsonl", bad);
  alter(file("bad.zip"), "manifest.json", json::serialize(manifest));
  const std::string empty = other_database();
  EXPECT_NE(store::broken_code([&] { refused(empty, file("bad.zip")); }), "");
  EXPECT_EQ(refused(empty, file("one.zip")), "");
}

TEST_P(BackingUp, RefusesByNameWhatIsNoBackupOrANewerOne) {
  const std::string empty = other_database();
  EXPECT_EQ(refused(empty, file("none.zip")), "file_missing");
  std::ofstream(file("tin.txt")) << "Đây là một bài báo.";
  EXPECT_EQ(refused(empty, file("tin.txt")), "backup_foreign");
  const auto exported = export_all(*store_, file("export.zip"));
  ASSERT_TRUE(exported) << exported.error().code;
  EXPECT_EQ(refused(empty, file("export.zip")), "backup_foreign");

  backed_up(*store_, "newer.zip");
  auto manifest = json::parse(parts_of(file("newer.zip")).at("manifest.json"));
  manifest.as_object()["schema"] = store::newest_schema() + 1;
  alter(file("newer.zip"), "manifest.json", json::serialize(manifest));
  EXPECT_EQ(refused(empty, file("newer.zip")), "backup_newer");
}

TEST_P(BackingUp, TakesTheRegisterOfAnEarlierSchemaAndBringsItUp) {
  const std::string early = other_database();
  {
    const auto store = store::open(early, {.schema = 4});
    ASSERT_TRUE(store);
    store::write(**store, [](store::Writer& writer) { writer.put(store::organisation("vn.nghe-an")); });
  }
  {
    const auto store = store::open(early, {.schema = 4});
    ASSERT_TRUE(store);
    (*store)->read([](store::Reader& reader) { EXPECT_EQ(reader.schema_version(), 4); });
  }
  const auto fresh = GetParam() == Driver::Postgres ? test::PrivateSchema().address() : file("fresh.db").string();
  // A backup as a program of that time would have made it: the same, with its schema's number.
  const auto store = store::open(early);
  ASSERT_TRUE(store);
  backed_up(**store, "early.zip");
  ASSERT_TRUE(restore(fresh, file("early.zip")));
  const auto restored = store::open(fresh);
  ASSERT_TRUE(restored);
  (*restored)->read([](store::Reader& reader) {
    EXPECT_EQ(reader.schema_version(), store::newest_schema());
    EXPECT_EQ(search(reader, {.words = "lien doan lao dong"})->total, 1);
  });
}

TEST_P(BackingUp, ReplacesTheFileOnlyWhenTheNewOneIsWhole) {
  fill();
  backed_up(*store_, "one.zip");
  const auto before = bytes_of(file("one.zip"));
  const auto failed = back_up(*store_, file("no-such-folder") / "one.zip");
  // Folders above are made; where they cannot be, it is told.
  std::ofstream(file("blocked")) << "x";
  const auto blocked = back_up(*store_, file("blocked") / "one.zip");
  ASSERT_FALSE(blocked);
  EXPECT_EQ(blocked.error().code, "folder_not_made");
  EXPECT_EQ(bytes_of(file("one.zip")), before);
  int left = 0;
  for (const auto& entry : std::filesystem::directory_iterator(file("one.zip").parent_path()))
    left += entry.path().string().contains(".part") ? 1 : 0;
  EXPECT_EQ(left, 0);
}

TEST_P(BackingUp, ExportsRecordsAsTheApiWritesThem) {
  fill();
  const auto done = export_all(*store_, file("out"));
  ASSERT_TRUE(done) << done.error().code;
  const auto lines = [&](const std::string& name) {
    std::vector<json::object> objects;
    std::istringstream stream(bytes_of(file("out") / name));
    for (std::string line; std::getline(stream, line);) objects.push_back(json::parse(line).as_object());
    return objects;
  };
  const auto activities = lines("records/activity.jsonl");
  ASSERT_EQ(activities.size(), 2u);
  EXPECT_EQ(activities[0].at("record_kind"), "activity");
  EXPECT_EQ(activities[0].at("date"), "2022-07-05");
  EXPECT_EQ(activities[1].at("removed").at("why"), "nhập trùng");
  EXPECT_EQ(lines("records/partnership.jsonl").at(0).at("parties").as_array().size(), 2u);
  EXPECT_EQ(lines("documents.jsonl").at(0).at("file_name"), "tin.txt");
  EXPECT_TRUE(lines("documents.jsonl").at(0).at("text").as_string().starts_with("Ngày 5/7/2022"));
  EXPECT_TRUE(lines("findings.jsonl").at(0).at("fact").is_object());
  EXPECT_TRUE(lines("journal.jsonl").at(0).at("after").is_object());
  EXPECT_EQ(bytes_of(file("out") / "attachments" / sha256(pdf)), pdf);
  EXPECT_TRUE(bytes_of(file("out") / "README.md").contains("journal.jsonl"));
  const auto again = export_all(*store_, file("out"));
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, "export_target_there");
}

}  // namespace
}  // namespace kevai::reg
