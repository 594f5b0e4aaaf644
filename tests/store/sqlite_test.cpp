#include <sqlite3.h>

#include <fstream>
#include <iterator>

#include "store_case.hpp"

namespace kevai::store {
namespace {

namespace fs = std::filesystem;

/// What only a file can do.
class SqliteStore : public testing::Test {
 protected:
  static std::string bytes(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  Error refused() const {
    const auto store = open(file.string(), {.wait = std::chrono::milliseconds(50)});
    return store ? Error{} : store.error();
  }

  test::PrivateFolder folder;
  fs::path file = folder / "kevai.db";
};

TEST_F(SqliteStore, RefusesAFileThatIsNoDatabaseAndLeavesItAsItIs) {
  for (const std::string& text : {std::string("xy"), std::string(5000, 'y'), std::string("Đoàn đại biểu\n")}) {
    std::ofstream(file, std::ios::binary) << text;
    const Error error = refused();
    EXPECT_EQ(error.code, "database_not_ours");
    EXPECT_EQ(error.args, (std::vector<std::pair<std::string, std::string>>{{"database", file.string()}}));
    EXPECT_TRUE(bytes(file) == text);
  }
}

TEST_F(SqliteStore, TakesAnEmptyFileAsANewRegister) {
  std::ofstream(file, std::ios::binary).flush();
  EXPECT_EQ(refused().code, "");
}

TEST_F(SqliteStore, NamesTheFolderThatIsMissing) {
  file = folder / "no" / "kevai.db";
  const Error error = refused();
  EXPECT_EQ(error.code, "database_folder_missing");
  EXPECT_EQ(error.args,
            (std::vector<std::pair<std::string, std::string>>{{"database", file.string()}, {"folder", (folder / "no").string()}}));
}

TEST_F(SqliteStore, RefusesAFolderInPlaceOfAFile) {
  fs::create_directory(file);
  EXPECT_EQ(refused().code, "database_unreachable");
}

TEST_F(SqliteStore, RefusesADamagedFile) {
  ASSERT_EQ(refused().code, "");
  std::string broken = bytes(file);
  ASSERT_GT(broken.size(), 20000u);
  std::fill(broken.begin() + 100, broken.end(), '\x5a');
  std::ofstream(file, std::ios::binary) << broken;
  EXPECT_EQ(refused().code, "database_damaged");
}

TEST_F(SqliteStore, SaysThatANewFileIsLockedByAnotherProgram) {
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "begin exclusive; create table x (y)", nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_EQ(refused().code, "database_locked");
  ASSERT_EQ(sqlite3_exec(other, "rollback", nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(other);
  EXPECT_EQ(refused().code, "");
}

TEST_F(SqliteStore, SaysThatTheDiskIsFullAndKeepsWhatWasThere) {
  write(**open(file.string()), [](Writer& writer) { writer.put(person("Lan")); });
  const auto direct = sql::connect_sqlite(file, std::chrono::milliseconds(50), false);
  direct->run("pragma max_page_count = 1");  // SQLite takes the size it has as the least
  const auto fill = [&] {
    direct->begin_write();
    sql::Query insert = direct->query("insert into person (id, name, key) select id, $1, '' from record limit 0");
    insert.bind("x").run();
    direct->run("create table filler (x); insert into filler select zeroblob(1000000)");
  };
  EXPECT_EQ(broken_code(fill), "database_full");
  direct->rollback();
  EXPECT_EQ(refused().code, "");
}

TEST_F(SqliteStore, TakesAnyNameAsAFilesName) {
  const fs::path before = fs::current_path();
  fs::current_path(folder / "");
  for (const char* name : {":memory:", "file:x?mode=memory", "sổ đăng ký.db"}) {
    EXPECT_TRUE(open(name)) << name;
    EXPECT_TRUE(fs::exists(folder / name)) << name;
  }
  fs::current_path(before);
}

TEST_F(SqliteStore, LeavesOneFileWhenItIsClosed) {
  write(**open(file.string()), [](Writer& writer) { writer.put(person("Lan")); });
  EXPECT_TRUE(fs::exists(file));
  EXPECT_FALSE(fs::exists(file.string() + "-wal"));
}

}  // namespace
}  // namespace kevai::store
