#include "store_case.hpp"

namespace kevai::store {
namespace {

void end_connections_of(const test::PrivateDatabase& database) {
  test::run_on_private_server("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database.name() + "'");
}

TEST(PostgresStore, ConnectsAgainAfterTheServerClosedWhatLayIdle) {
  const test::PrivateDatabase database;
  const auto store = open(database.address());
  ASSERT_TRUE(store);
  write(**store, [](Writer& writer) { writer.put(person("Lan")); });
  (*store)->read([](Reader&) {});
  end_connections_of(database);
  write(**store, [](Writer& writer) { writer.put(person("Hoa")); });
  (*store)->read([](Reader& reader) { EXPECT_EQ(reader.records(model::RecordKind::person).size(), 2u); });
}

TEST(PostgresStore, LosesNothingButTheTransactionWhenAConnectionBreaks) {
  const test::PrivateDatabase database;
  const auto store = open(database.address());
  ASSERT_TRUE(store);
  const auto interrupted = [&] {
    write(**store, [&](Writer& writer) {
      writer.put(person("Lan"));
      end_connections_of(database);
      writer.put(person("Hoa"));
    });
  };
  EXPECT_EQ(broken_code(interrupted), "database_unreachable");
  write(**store, [](Writer& writer) { EXPECT_TRUE(writer.records(model::RecordKind::person).empty()); });
}

TEST(PostgresStore, SaysThatTheServerIsOutOfReachWithoutThePassword) {
  const auto store = open("postgresql://lan:bi%20mat@127.0.0.1:1/kevai?connect_timeout=1");
  ASSERT_FALSE(store);
  const Error& error = store.error();
  EXPECT_EQ(error.code, "database_unreachable");
  EXPECT_EQ(error.failure, Failure::unavailable);
  EXPECT_EQ(error.args, (std::vector<std::pair<std::string, std::string>>{{"database", "postgresql://lan@127.0.0.1:1/kevai"}}));
  EXPECT_EQ(error.detail.find("bi mat"), std::string::npos);
  EXPECT_EQ(error.detail.find("bi%20mat"), std::string::npos);
}

TEST(PostgresStore, NeverRepeatsAnAddressItCannotRead) {
  for (const char* address :
       {"postgresql://lan:secret@[::1/kevai", "postgresql://lan:secret@host/kevai?what=1", "postgres://lan:secret%@host/kevai"}) {
    const auto store = open(address);
    ASSERT_FALSE(store) << address;
    EXPECT_EQ(store.error().code, "database_unreachable");
    EXPECT_EQ(store.error().detail.find("secret"), std::string::npos) << store.error().detail;
    EXPECT_EQ(store.error().args.front().second.find("secret"), std::string::npos);
  }
}

TEST(PostgresStore, ShowsAnAddressWithoutThePasswordWhereverItStands) {
  EXPECT_EQ(sql::shown_address("postgresql://lan:secret@db.vn:5433/kevai"), "postgresql://lan@db.vn:5433/kevai");
  EXPECT_EQ(sql::shown_address("postgres://db.vn/kevai?user=lan&password=secret"), "postgresql://lan@db.vn/kevai");
}

TEST(PostgresStore, RefusesADatabaseThatIsNotThere) {
  const test::PrivateDatabase database;
  std::string address = database.address();
  address.replace(address.find(database.name()), database.name().size(), "nowhere");
  const auto store = open(address);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, "database_unreachable");
}

TEST(PostgresStore, RefusesADatabaseThatCannotHoldVietnameseAndLao) {
  const test::PrivateDatabase database("encoding 'LATIN1' locale 'C' locale_provider libc template template0");
  const auto store = open(database.address());
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, "database_not_utf8");
}

}  // namespace
}  // namespace kevai::store
