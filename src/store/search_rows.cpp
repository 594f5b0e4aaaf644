#include "store/search_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_set>

#include "base/clock.hpp"
#include "store/search_match.hpp"
#include "store/sharing_rows.hpp"
#include "store/statements.hpp"

namespace kevai::store {
namespace {

constexpr int most_found = 1000;  ///< nobody reads further; beyond it no hit is looked for

bool is_sqlite(const sql::Connection& connection) {
  return connection.dialect() == sql::Dialect::sqlite;
}

/// Writes one statement and gathers its parameters.
struct Asked {
  std::vector<std::string> values{};
  std::string parameter(const std::string& value) {
    values.push_back(value);
    return "$" + std::to_string(values.size());
  }
};

/// What must hold of an entry `e` for somebody to see what it is of.
std::string seen_entry(const Sight& sight, Asked& asked) {
  const auto parameter = [&](const std::string& value) { return asked.parameter(value); };
  std::string document = "d.sharing = 'open'";
  if (!sight.side.empty()) document += " or d.sharing <> 'draft' or d.side = '' or d.side = " + parameter(sight.side);
  return " and case when e.kind = 'document' then exists (select 1 from document d where d.id = e.id and (" + document + ")) else " +
         seen(sight, "e.id", parameter) + " end";
}

/// PostgreSQL's index knows which words there are, not where: of a phrase the text itself is asked, as far as the tier goes.
std::string phrases(const SearchQuery& wanted, Tier tier, Asked& asked) {
  std::string where;
  for (const SearchTerm& term : wanted.terms) {
    if (term.words.size() < 2) continue;
    std::string words;
    for (const std::string& word : term.words) words += " " + word;
    const std::string phrase = asked.parameter(words + (term.prefix ? "" : " "));
    const auto holds = [&](const char* column) { return fmt::format("position({} in ' ' || {} || ' ') > 0", phrase, column); };
    std::string either = holds("e.title");
    if (tier >= Tier::names) either += " or " + holds("e.names");
    if (tier >= Tier::words) either += " or " + holds("e.content");
    where += " and (" + either + ")";
  }
  return where;
}

std::string in_tier(const SearchQuery& wanted, Tier tier, Asked& asked) {
  return "e.words @@ " + asked.parameter(match_of(tsquery, wanted, tier)) + "::tsquery" + phrases(wanted, tier, asked);
}

/// The numbers of those in a tier or before it, the newest first.
std::string tier_sql(sql::Dialect dialect, const SearchQuery& wanted, Tier tier, Asked& asked) {
  if (dialect == sql::Dialect::postgres) {
    std::string where = in_tier(wanted, tier, asked);
    if (wanted.sight) where += seen_entry(*wanted.sight, asked);
    return "select e.number from search_entry e where " + where + " order by e.number desc";
  }
  const std::string found = " where search_word match " + asked.parameter(match_of(fts5, wanted, tier));
  if (!wanted.sight) return "select rowid from search_word" + found + " order by rowid desc";
  // A cross join: the words come first, one after the other, each then looked at.
  return "select search_word.rowid from search_word cross join search_entry e on e.number = search_word.rowid" + found +
         seen_entry(*wanted.sight, asked) + " order by search_word.rowid desc";
}

/// The best of what fits, one more than is ever shown.
class Best {
 public:
  explicit Best(sql::Connection& connection) : sql_(connection) {}

  const std::vector<std::int64_t>& of(const SearchQuery& wanted) {
    SearchQuery whole = wanted;
    for (SearchTerm& term : whole.terms) term.prefix = false;
    const bool beginnings = std::ranges::any_of(wanted.terms, &SearchTerm::prefix);
    // Whole words first: all that begins so is gathered from many lists before the first is known.
    for (const Tier tier : {Tier::title, Tier::names, Tier::words}) {
      take(whole, tier);
      if (beginnings) take(wanted, tier);
    }
    if (has_sound(wanted)) take(wanted, Tier::sound);
    return numbers_;
  }

 private:
  /// Those of a tier that are not among the ones before it; these come again, so as many are asked for as there may be.
  void take(const SearchQuery& wanted, Tier tier) {
    if (numbers_.size() > most_found) return;
    Asked asked;
    const std::string sql = tier_sql(sql_.dialect(), wanted, tier, asked);
    sql::Query rows = sql_.query(fmt::format("{} limit ${}", sql, asked.values.size() + 1));
    for (const std::string& value : asked.values) rows.bind(value);
    rows.bind(most_found + 1);
    while (numbers_.size() <= most_found && rows.next())
      if (const auto number = rows.integer(0); known_.insert(number).second) numbers_.push_back(number);
  }

  sql::Connection& sql_;
  std::vector<std::int64_t> numbers_;
  std::unordered_set<std::int64_t> known_;
};

/// What the index is to forget of an entry, and to learn.
struct Reworded {
  std::int64_t number = 0;
  std::optional<std::string> before{};
  std::optional<std::string> after{};
};

/// The row of an entry as it is, or is no more.
void put_row(sql::Connection& connection, const EntryChange& change, std::vector<Reworded>& all) {
  const auto* entry = std::get_if<SearchEntry>(&change);
  const Id& id = entry ? entry->id : std::get<Id>(change);
  Reworded words;
  if (entry) words.after = marked_words(*entry);
  {
    sql::Query row = connection.query("select number, words from search_entry where id = $1");
    row.bind(id.value);
    if (row.next()) words = {row.integer(0), row.text(1), std::move(words.after)};
  }
  if (words.before == words.after) return;
  if (entry) {
    sql::Query row = query(connection, "search/put_entry");
    row.bind(id.value).bind(entry->kind).bind(*words.after).next();
    words.number = row.integer(0);
  } else {
    query(connection, "search/remove_entry").bind(id.value).run();
  }
  all.push_back(std::move(words));
}

/// First all rows, then the index alone.
void change_sqlite(sql::Connection& connection, std::span<const EntryChange> changes) {
  std::vector<Reworded> all;
  for (const EntryChange& change : changes) put_row(connection, change, all);
  for (const Reworded& words : all) {
    // The index holds no text: it is told what it was made from.
    if (words.before)
      connection.query("insert into search_word (search_word, rowid, words) values ('delete', $1, $2)")
          .bind(words.number)
          .bind(*words.before)
          .run();
    if (words.after) connection.query("insert into search_word (rowid, words) values ($1, $2)").bind(words.number).bind(*words.after).run();
  }
}

/// The words of an entry as a tsvector: made here, for PostgreSQL's own parser knows no Lao.
std::string lexemes_of(const std::string& words) {
  std::set<std::string_view> each;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    each.insert(std::string_view(words).substr(begin, end - begin));
    begin = end + 1;
  }
  std::string lexemes;
  for (const std::string_view word : each) lexemes.append(lexemes.empty() ? "" : " ").append(quoted(word, '\''));
  return lexemes;
}

void put_postgres(sql::Connection& connection, const SearchEntry& entry) {
  query(connection, "search/put_entry")
      .bind(entry.id.value)
      .bind(entry.kind)
      .bind(entry.title)
      .bind(entry.names)
      .bind(entry.content)
      .bind(lexemes_of(marked_words(entry)))
      .run();
}

}  // namespace

void change_entries(sql::Connection& connection, std::span<const EntryChange> changes) {
  if (is_sqlite(connection)) return change_sqlite(connection, changes);
  for (const EntryChange& change : changes) {
    if (const auto* entry = std::get_if<SearchEntry>(&change))
      put_postgres(connection, *entry);
    else
      query(connection, "search/remove_entry").bind(std::get<Id>(change).value).run();
  }
}

SearchPage search(sql::Connection& connection, const SearchQuery& wanted) {
  // How many fit decides how PostgreSQL goes about it, so a plan for whatever words will not do.
  if (!is_sqlite(connection)) connection.query("select set_config('plan_cache_mode', 'force_custom_plan', true)").next();
  Best best(connection);
  const std::vector<std::int64_t>& numbers = best.of(wanted);
  SearchPage page{.total = std::min<std::int64_t>(most_found, static_cast<std::int64_t>(numbers.size())),
                  .total_is_at_least = numbers.size() > most_found};
  const std::int64_t end = std::min(page.total, std::int64_t{wanted.offset} + wanted.limit);
  for (std::int64_t at = wanted.offset; at < end; ++at) {
    sql::Query row = query(connection, "search/find_hit");
    row.bind(numbers[static_cast<std::size_t>(at)]);
    if (row.next()) page.hits.push_back({{row.text(0)}, row.text(1)});
  }
  return page;
}

std::vector<SearchHit> entries_naming(sql::Connection& connection, const Id& id) {
  const bool sqlite = is_sqlite(connection);
  sql::Query rows = query(connection, "search/list_naming");
  rows.bind(match_of_naming(sqlite ? fts5 : tsquery, id));
  std::vector<SearchHit> found;
  while (rows.next()) found.push_back({{rows.text(0)}, rows.text(1)});
  return found;
}

void forget_erased_words(sql::Connection& connection) {
  query(connection, "search/forget_erased").run();
}

int search_version(sql::Connection& connection) {
  sql::Query row = query(connection, "search/find_version");
  return row.next() ? static_cast<int>(row.integer(0)) : 0;
}

void set_search_version(sql::Connection& connection, int version) {
  std::vector<EntryChange> stale;
  {
    sql::Query rows = query(connection, "search/list_stale");
    while (rows.next()) stale.emplace_back(Id{rows.text(0)});
  }
  change_entries(connection, stale);
  query(connection, "search/clear_version").run();
  query(connection, "search/set_version").bind(version).bind(timestamp_now()).run();
}

}  // namespace kevai::store
