#include <sys/wait.h>
#include <unistd.h>

#include <set>

#include "base/embedded.hpp"
#include "filled.hpp"
#include "store/record_rows.hpp"
#include "store/statements.hpp"
#include "store_case.hpp"

namespace kevai::store {
namespace {

class Schema : public Contract {
 protected:
  /// A table's columns as the database knows them.
  std::vector<Column> columns_in_database(sql::Connection& direct, const std::string& table) const {
    const char* asked = GetParam() == Driver::Sqlite
                            ? "select name, lower(type) from pragma_table_info($1) order by cid"
                            : "select column_name, data_type from information_schema.columns "
                              "where table_schema = current_schema() and table_name = $1 order by ordinal_position";
    sql::Query rows = direct.query(asked);
    rows.bind(table);
    std::vector<Column> columns;
    while (rows.next()) {
      const std::string type = rows.text(1);
      columns.push_back({rows.text(0), type == "text"               ? ColumnType::text
                                       : type == "double precision" ? ColumnType::number
                                                                    : ColumnType::integer});
    }
    return columns;
  }
};
KEVAI_ON_BOTH_DATABASES(Schema);

std::vector<Column> with_id(std::vector<Column> columns) {
  columns.insert(columns.begin(), {"id", ColumnType::text});
  return columns;
}

std::string names(const std::vector<Column>& columns) {
  std::string text;
  for (const Column& column : columns) {
    text += column.name + ":" + "tin"[static_cast<std::size_t>(column.type)] + " ";
  }
  return text;
}

TEST_P(Schema, HasTheColumnsThatTheRecordsDescribe) {
  opened();
  const auto direct = connection();
  EXPECT_EQ(names(columns_in_database(*direct, "organisation")), names(with_id(columns_of<model::Organisation>())));
  for (const model::RecordKind kind : every_kind()) {
    const Table table = record_table(kind);
    EXPECT_EQ(table.name, name_of(kind));
    EXPECT_EQ(names(columns_in_database(*direct, table.name)), names(with_id(table.columns))) << table.name;
    const std::string parties = std::string(name_of(kind)) + "_party";
    EXPECT_EQ(names(columns_in_database(*direct, parties)), names(party_table(kind).columns)) << parties;
  }
}

TEST_P(Schema, FitsEveryStatement) {
  opened();
  const auto direct = connection();
  const std::string other = own_ending(GetParam() == Driver::Sqlite ? sql::Dialect::postgres : sql::Dialect::sqlite);
  int prepared = 0;
  for (const EmbeddedFile& file : embedded_sql()) {
    if (!file.path.starts_with("queries/") || file.path.ends_with(other)) continue;
    EXPECT_EQ(broken_code([&] { direct->query(std::string(file.bytes)); }), "") << file.path;
    ++prepared;
  }
  EXPECT_GT(prepared, 15);
}

TEST_P(Schema, IsKeptWhenTheRegisterIsOpenedAgain) {
  write(*opened(), [](Writer& writer) { writer.put(person("Lan")); });
  const std::int64_t migrations = number("select count(*) from kevai_migration");
  EXPECT_GT(migrations, 0);
  opened()->read([](Reader& reader) { EXPECT_EQ(reader.records(model::RecordKind::person).size(), 1u); });
  EXPECT_EQ(number("select count(*) from kevai_migration"), migrations);
}

TEST_P(Schema, OfANewerProgramIsRefused) {
  opened();
  connection()->run("insert into kevai_migration (version, name, applied_at) values (9999, 'from_the_future', '')");
  const auto store = open(database());
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, "database_too_new");
  EXPECT_EQ(store.error().failure, Failure::unavailable);
}

TEST_P(Schema, WithAMigrationWeDoNotKnowIsRefused) {
  opened();
  connection()->run("update kevai_migration set name = 'another_branch' where version = 2");
  const auto store = open(database());
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, "database_too_new");
}

TEST_P(Schema, OfSomethingElseIsRefusedAndLeftAlone) {
  connection()->run("create table invoice (id integer); insert into invoice values (7)");
  const auto store = open(database());
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, "database_not_ours");
  EXPECT_EQ(number("select id from invoice"), 7);
  EXPECT_NE(broken_code([&] { number("select count(*) from kevai_migration"); }), "");
}

TEST_P(Schema, IsMadeOnceByProgramsThatStartTogether) {
  constexpr int programs = 4;
  int gate[2];
  ASSERT_EQ(pipe(gate), 0);
  std::vector<pid_t> children;
  for (int i = 0; i < programs; ++i) {
    const pid_t child = fork();
    if (child == 0) {
      close(gate[1]);
      char byte = 0;
      (void)!read(gate[0], &byte, 1);  // ends when the parent lets go of its end
      int status = 1;
      try {
        write(*opened(), [](Writer& writer) { writer.put(person("Lan")); });
        status = 0;
      } catch (const std::exception& failure) {
        fprintf(stderr, "%s\n", failure.what());
      }
      _exit(status);
    }
    children.push_back(child);
  }
  close(gate[0]);
  close(gate[1]);
  for (const pid_t child : children) {
    int status = -1;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }
  EXPECT_EQ(number("select count(*) from person"), programs);
}

TEST_P(Schema, CanBeOpenedWhileAnotherProgramWrites) {
  const auto store = opened();
  write(*store, [&](Writer& writer) {
    writer.put(person("Lan"));
    opened(hasty)->read([](Reader& reader) { EXPECT_TRUE(reader.records(model::RecordKind::person).empty()); });
  });
}

}  // namespace
}  // namespace kevai::store
