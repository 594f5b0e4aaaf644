// The statements behind the API by themselves: api_raw FILE prints one line a statement, microseconds: mean and 99 of 100.
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <iostream>
#include <numeric>

#include "base/clock.hpp"
#include "base/id.hpp"

namespace {

class Statement {
 public:
  Statement(sqlite3* database, const char* sql) {
    if (sqlite3_prepare_v2(database, sql, -1, &statement_, nullptr) != SQLITE_OK) {
      std::cerr << sqlite3_errmsg(database) << ": " << sql << '\n';
      std::exit(1);
    }
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;

  /// Runs it with these texts, looking at every column of every row.
  void run(const std::vector<std::string>& texts) {
    int position = 0;
    for (const std::string& text : texts)
      sqlite3_bind_text(statement_, ++position, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    while (sqlite3_step(statement_) == SQLITE_ROW)
      for (int column = 0; column < sqlite3_column_count(statement_); ++column) sqlite3_column_text(statement_, column);
    sqlite3_reset(statement_);
  }

 private:
  sqlite3_stmt* statement_ = nullptr;
};

void measure(const char* name, int times, const std::function<void(int)>& once) {
  std::vector<double> took;
  for (int i = 0; i < times; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    once(i);
    took.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count());
  }
  std::ranges::sort(took);
  const double mean = std::accumulate(took.begin(), took.end(), 0.0) / static_cast<double>(took.size());
  std::cout << fmt::format("{} {:.1f} {:.1f}\n", name, mean, took[took.size() * 99 / 100]);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::cerr << "usage: api_raw FILE\n", 2;
  sqlite3* database = nullptr;
  if (sqlite3_open(argv[1], &database) != SQLITE_OK) return 1;
  sqlite3_exec(database, "pragma journal_mode = wal; pragma synchronous = full", nullptr, nullptr, nullptr);
  std::vector<std::string> ids;
  std::ifstream file(std::string(argv[1]) + ".ids");
  for (std::string id; std::getline(file, id);) ids.push_back(id);
  const auto id_at = [&](int i) { return ids[static_cast<std::size_t>(i) * 7919 % ids.size()]; };

  Statement fields(database, "select * from activity where id = $1");
  Statement parties(database, "select organisation_id, stated from activity_party where record_id = $1 order by position");
  measure("read", 20000, [&](int i) {
    fields.run({id_at(i)});
    parties.run({id_at(i)});
  });
  Statement page(database,
                 "select t.*, r.version, r.changed_at from (select id from activity where kind = $1 order by coalesce(date, '') desc, "
                 "id desc limit 21) page cross join activity t cross join record r where t.id = page.id and r.id = page.id");
  Statement count(database, "select count(*) from activity where kind = $1");
  measure("list", 300, [&](int) { page.run({"talks"}); });
  measure("list_total", 300, [&](int) {
    page.run({"talks"});
    count.run({"talks"});
  });
  Statement hops(database,
                 "select id from activity where partnership in (select record_id from partnership_party where organisation_id = "
                 "$1) order by coalesce(date, '') desc, id desc limit 21");
  measure("two_hops", 300, [&](int) { hops.run({"la.champasak"}); });
  Statement found(database, "select rowid from search_word where search_word match $1 order by rowid desc limit 1001");
  measure("search", 300, [&](int) { found.run({"\"@champasak\" AND \"@lao\" AND \"@dong\""}); });

  Statement record(database, "insert into record (id, kind) values ($1, 'activity')");
  Statement activity(database,
                     "insert into activity (id, kind, place, head, participants_stated, participants_qualifier, date) values "
                     "($1, 'visit', 'Vinh', '', '', 'exact', '2026-05-04')");
  Statement party(database, "insert into activity_party (record_id, position, organisation_id, stated) values ($1, 1, 'vn.nghe-an', '')");
  Statement change(database,
                   "insert into change (id, record, record_kind, action, done_by, done_at, before, after) values ($1, $2, "
                   "'activity', 'create', 'bench', '2026-11-22T00:00:00.000Z', '', '{}')");
  measure("create", 2000, [&](int) {
    const std::string id = kevai::new_id().value;
    sqlite3_exec(database, "begin immediate", nullptr, nullptr, nullptr);
    record.run({id});
    activity.run({id});
    party.run({id});
    change.run({kevai::new_id().value, id});
    sqlite3_exec(database, "commit", nullptr, nullptr, nullptr);
  });
  sqlite3_close_v2(database);
}
