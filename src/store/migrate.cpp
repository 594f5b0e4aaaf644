#include "store/migrate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>

#include "base/clock.hpp"
#include "base/embedded.hpp"
#include "store/journal_chain.hpp"
#include "store/sql/transaction.hpp"
#include "store/sql/trouble.hpp"
#include "store/statements.hpp"
#include "store/store.hpp"

namespace kevai::store {
namespace {

struct Migration {
  std::string name;
  std::string script;
};
constexpr int chained_since = 13;  ///< the migration from which on every entry of the journal has its place in the chain

using Migrations = std::map<int, Migration>;  // by number

/// `migrations/0002__append_only_journal.sqlite.sql` → 2, append_only_journal. A migration may have a file for both
/// databases and one more for this: that one runs after it.
Migrations migrations_for(sql::Dialect dialect) {
  constexpr std::string_view folder = "migrations/";
  Migrations migrations;
  for (const EmbeddedFile& file : embedded_sql()) {
    if (!file.path.starts_with(folder)) continue;
    const std::string_view rest = file.path.substr(folder.size());
    const std::string_view name = rest.substr(0, rest.find('.'));
    const bool for_both = rest.size() == name.size() + 4;
    if (!for_both && !rest.ends_with(own_ending(dialect))) continue;
    int number = 0;
    std::from_chars(name.data(), name.data() + name.find("__"), number);
    Migration& migration = migrations[number];
    migration.name = name.substr(name.find("__") + 2);
    migration.script = for_both ? std::string(file.bytes) + migration.script : migration.script + std::string(file.bytes);
  }
  return migrations;
}

/// The number of the last migration the database has had; 0 where it is empty.
int current_version(sql::Connection& connection, const Migrations& known) {
  {
    sql::Query count = query(connection, "schema/count_tables");
    count.next();
    if (count.integer(0) == 0) return 0;
    if (count.integer(1) == 0) {
      sql::raise(sql::Trouble::not_ours, connection.database(), "it has tables but no kevai_migration");
    }
  }
  int version = 0;
  sql::Query applied = query(connection, "schema/list_migrations");
  while (applied.next()) {
    version = static_cast<int>(applied.integer(0));
    const auto migration = known.find(version);
    if (migration == known.end() || migration->second.name != applied.text(1)) {
      sql::raise(sql::Trouble::too_new, connection.database(), fmt::format("it has had migration {} {}", version, applied.text(1)));
    }
  }
  return version;
}

}  // namespace

int newest_schema() {
  return migrations_for(sql::Dialect::sqlite).rbegin()->first;
}

void migrate(sql::Connection& connection, std::optional<int> last) {
  const Migrations migrations = migrations_for(connection.dialect());
  const int newest = std::min(migrations.rbegin()->first, last.value_or(migrations.rbegin()->first));
  {
    // Looked at without the writers' lock first, so that a register in use can be opened.
    sql::Transaction look(connection, &sql::Connection::begin_read);
    const int version = current_version(connection, migrations);
    look.commit();
    connection.settle();
    if (version >= newest) return;
  }
  sql::Transaction transaction(connection, &sql::Connection::begin_write);
  const int version = current_version(connection, migrations);  // another program may have been faster
  for (auto at = migrations.upper_bound(version); at != migrations.end() && at->first <= newest; ++at) {
    connection.run(at->second.script);
    query(connection, "schema/add_migration").bind(at->first).bind(at->second.name).bind(timestamp_now()).run();
  }
  if (version < chained_since && newest >= chained_since) chain_journal(connection);
  transaction.commit();
}

}  // namespace kevai::store
