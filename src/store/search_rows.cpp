#include "store/search_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/clock.hpp"
#include "store/statements.hpp"

namespace kevai::store {
namespace {

/// `each` of all items with `between` them.
template <class Items, class Each>
std::string joined(const Items& items, std::string_view between, Each&& each) {
  std::string text;
  for (const auto& item : items) text.append(text.empty() ? "" : between).append(each(item));
  return text;
}

/// In quotes, with those inside doubled.
std::string quoted(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) {
    if (c == quote || (quote == '\'' && c == '\\')) out += c;
    out += c;
  }
  return out + quote;
}


// SQLite: words stand in the columns of an FTS5 table.

const char* const columns_of_words = "{title names content} : ";

std::string match_of(const SearchTerm& term) {
  const std::string words = joined(term.words, " ", [](const auto& word) { return word; });
  std::string match = columns_of_words + quoted(words, '"') + (term.prefix ? " *" : "");
  if (!term.sound.empty()) match = "(" + match + ") OR (sounds : " + quoted(term.sound, '"') + " *)";
  return "(" + match + ")";
}

std::string match_of(const SearchQuery& query) {
  std::string match = joined(query.terms, " AND ", [](const auto& term) { return match_of(term); });
  if (!query.sound.empty()) match = "((" + match + ") OR (sounds : " + quoted(query.sound, '"') + " *))";
  if (!query.kind.empty()) match = "(" + match + ") AND (kind : ^ " + quoted(query.kind, '"') + ")";
  return match;
}

void put_sqlite(sql::Connection& connection, const SearchEntry& entry) {
  std::int64_t number = 0;
  {
    sql::Query row = query(connection, "search/put_entry");
    row.bind(entry.id.value).bind(entry.kind).next();
    number = row.integer(0);
  }
  connection.query("delete from search_word where rowid = $1").bind(number).run();
  connection
      .query("insert into search_word (rowid, kind, refers, title, names, content, sounds) values ($1, $2, $3, $4, $5, $6, $7)")
      .bind(number)
      .bind(entry.kind)
      .bind(joined(entry.refers, " ", [](const Id& id) { return id.value; }))
      .bind(entry.title)
      .bind(entry.names)
      .bind(entry.content)
      .bind(entry.sounds)
      .run();
}

SearchPage search_sqlite(sql::Connection& connection, const SearchQuery& wanted) {
  SearchPage page;
  const std::string match = match_of(wanted);
  {
    sql::Query count = connection.query("select count(*) from search_word where search_word match $1");
    count.bind(match).next();
    page.total = count.integer(0);
  }
  // The ids only of those that are shown.
  sql::Query rows = connection.query(
      "select e.id, e.kind from (select rowid as number, bm25(search_word, 0.0, 0.0, 8.0, 4.0, 1.0, 0.5) as score "
      "from search_word where search_word match $1 order by score, rowid desc limit $2 offset $3) hit "
      "join search_entry e on e.number = hit.number order by hit.score, hit.number desc");
  rows.bind(match).bind(wanted.limit).bind(wanted.offset);
  while (rows.next()) page.hits.push_back({{rows.text(0)}, rows.text(1)});
  return page;
}

// PostgreSQL: one tsvector a row, made here word by word, for its own parser knows no Lao.

/// The words of an entry with their places.
class Lexemes {
 public:
  void add(const std::string& words, char weight) {
    for (std::size_t begin = 0; begin < words.size();) {
      const std::size_t end = std::min(words.find(' ', begin), words.size());
      std::string& places = places_[words.substr(begin, end - begin)];
      places += fmt::format("{}{}{}", places.empty() ? ":" : ",", ++place_, weight);
      begin = end + 1;
    }
  }
  void add_bare(const std::string& word) { places_.try_emplace(word); }

  std::string text() const {
    return joined(places_, " ", [](const auto& word) { return quoted(word.first, '\'') + word.second; });
  }

 private:
  std::map<std::string, std::string> places_;
  int place_ = 0;
};

std::string lexemes_of(const SearchEntry& entry) {
  Lexemes lexemes;
  lexemes.add(entry.title, 'A');
  lexemes.add(entry.names, 'B');
  lexemes.add(entry.content, 'D');
  for (std::size_t begin = 0; begin < entry.sounds.size();) {
    const std::size_t end = std::min(entry.sounds.find(' ', begin), entry.sounds.size());
    lexemes.add("~" + entry.sounds.substr(begin, end - begin), 'C');
    begin = end + 1;
  }
  for (const Id& id : entry.refers) lexemes.add_bare("=" + id.value);
  return lexemes.text();
}

std::string tsquery_of(const SearchTerm& term) {
  std::string query = joined(term.words, " & ", [](const auto& word) { return quoted(word, '\''); });
  if (term.prefix) query += ":*";
  if (!term.sound.empty()) query = "(" + query + ") | " + quoted("~" + term.sound, '\'') + ":*";
  return "(" + query + ")";
}

std::string tsquery_of(const SearchQuery& query) {
  const std::string terms = joined(query.terms, " & ", [](const auto& term) { return tsquery_of(term); });
  if (query.sound.empty()) return terms;
  return "(" + terms + ") | " + quoted("~" + query.sound, '\'') + ":*";
}

void put_postgres(sql::Connection& connection, const SearchEntry& entry) {
  query(connection, "search/put_entry")
      .bind(entry.id.value)
      .bind(entry.kind)
      .bind(entry.title)
      .bind(entry.names)
      .bind(entry.content)
      .bind(lexemes_of(entry))
      .run();
}

/// What must hold of a row, and the values for it.
struct Narrowing {
  std::string where = "words @@ $1::tsquery";
  std::vector<std::string> values;
};

/// The words of a phrase stand in a row: their places in a tsvector end at 16,383, so the text itself is asked.
Narrowing narrowing_of(const SearchQuery& query) {
  Narrowing narrowing;
  narrowing.values.push_back(tsquery_of(query));
  const auto parameter = [&](std::string value) {
    narrowing.values.push_back(std::move(value));
    return "$" + std::to_string(narrowing.values.size());
  };
  if (!query.kind.empty()) narrowing.where += " and kind = " + parameter(query.kind);
  for (const SearchTerm& term : query.terms) {
    if (term.words.size() < 2) continue;
    const std::string words = joined(term.words, " ", [](const auto& word) { return word; });
    const std::string phrase = parameter(" " + words + (term.prefix ? "" : " "));
    const auto holds = [&](const char* column) { return fmt::format("position({} in ' ' || {} || ' ') > 0", phrase, column); };
    narrowing.where += fmt::format(" and ({} or {} or {})", holds("title"), holds("names"), holds("content"));
  }
  return narrowing;
}

SearchPage search_postgres(sql::Connection& connection, const SearchQuery& wanted) {
  SearchPage page;
  const Narrowing narrowing = narrowing_of(wanted);
  const auto bind = [&](sql::Query& query) {
    for (const std::string& value : narrowing.values) query.bind(value);
  };
  {
    sql::Query count = connection.query("select count(*) from search_entry where " + narrowing.where);
    bind(count);
    count.next();
    page.total = count.integer(0);
  }
  const std::size_t at = narrowing.values.size();
  sql::Query rows = connection.query(
      fmt::format("select id, kind from search_entry where {} "
                  "order by ts_rank('{{0.1, 0.05, 0.4, 1.0}}', words, $1::tsquery) desc, number desc limit ${} offset ${}",
                  narrowing.where, at + 1, at + 2));
  bind(rows);
  rows.bind(wanted.limit).bind(wanted.offset);
  while (rows.next()) page.hits.push_back({{rows.text(0)}, rows.text(1)});
  return page;
}

bool is_sqlite(const sql::Connection& connection) {
  return connection.dialect() == sql::Dialect::sqlite;
}

}  // namespace

void put(sql::Connection& connection, const SearchEntry& entry) {
  is_sqlite(connection) ? put_sqlite(connection, entry) : put_postgres(connection, entry);
}

void remove_entry(sql::Connection& connection, const Id& id) {
  if (is_sqlite(connection))
    connection.query("delete from search_word where rowid = (select number from search_entry where id = $1)").bind(id.value).run();
  query(connection, "search/remove_entry").bind(id.value).run();
}

SearchPage search(sql::Connection& connection, const SearchQuery& query) {
  return is_sqlite(connection) ? search_sqlite(connection, query) : search_postgres(connection, query);
}

std::vector<SearchHit> entries_naming(sql::Connection& connection, const Id& id) {
  const bool sqlite = is_sqlite(connection);
  sql::Query rows = connection.query(
      sqlite ? "select id, kind from search_entry where number in (select rowid from search_word where search_word match $1)"
             : "select id, kind from search_entry where words @@ $1::tsquery");
  rows.bind(sqlite ? "refers : " + quoted(id.value, '"') : quoted("=" + id.value, '\''));
  std::vector<SearchHit> found;
  while (rows.next()) found.push_back({{rows.text(0)}, rows.text(1)});
  return found;
}

int search_version(sql::Connection& connection) {
  sql::Query row = query(connection, "search/find_version");
  return row.next() ? static_cast<int>(row.integer(0)) : 0;
}

void set_search_version(sql::Connection& connection, int version) {
  std::vector<Id> stale;
  {
    sql::Query rows = query(connection, "search/list_stale");
    while (rows.next()) stale.push_back({rows.text(0)});
  }
  for (const Id& id : stale) remove_entry(connection, id);
  query(connection, "search/clear_version").run();
  query(connection, "search/set_version").bind(version).bind(timestamp_now()).run();
}

}  // namespace kevai::store
