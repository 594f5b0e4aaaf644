#include "store/journal_rows.hpp"

#include <algorithm>

#include "store/journal_chain.hpp"
#include "store/personal_rows.hpp"
#include "store/sharing_rows.hpp"
#include "store/statements.hpp"

namespace kevai::store {
namespace {

std::vector<JournalEntry> all_of(sql::Query& rows, JournalEntry (*read)(const sql::Query&) = read_raw_entry) {
  std::vector<JournalEntry> entries;
  while (rows.next()) entries.push_back(read(rows));
  return entries;
}

/// A moment of which only the beginning was given, made whole by the end of this one: all of one length compare alike everywhere.
std::string whole_moment(const std::string& given, std::string_view like) {
  return given + std::string(like.substr(std::min(given.size(), like.size())));
}

/// The statement of a query, made of the conditions it has.
struct Listing {
  std::string where;
  std::vector<std::string> values;

  std::string parameter(const std::string& value) {
    values.push_back(value);
    return "$" + std::to_string(values.size());
  }
  void add(const std::string& condition) { where += " and (" + condition + ")"; }
};

Listing listing_of(const JournalQuery& query) {
  Listing listing;
  const auto parameter = [&](const std::string& value) { return listing.parameter(value); };
  if (!query.record.empty()) {
    const std::string record = parameter(query.record.value);
    listing.add("(c.record = " + record + " and c.action <> 'read') or c.id in (select change from reading where record = " + record + ")");
  }
  if (!query.account.empty()) listing.add("c.account = " + parameter(query.account.value));
  if (query.action) listing.add("c.action = " + parameter(std::string(name_of(*query.action))));
  if (!query.from.empty()) listing.add("c.done_at >= " + parameter(whole_moment(query.from, "0000-01-01T00:00:00.000Z")));
  if (!query.until.empty()) listing.add("c.done_at <= " + parameter(whole_moment(query.until, "9999-12-31T23:59:59.999Z")));
  if (query.side) listing.add("c.side = '' or c.side = " + parameter(*query.side));
  if (query.sight) {
    listing.add(seen(*query.sight, "c.record", parameter));
    listing.add("c.draft = 0 or c.side = '' or c.side = " + parameter(query.sight->side));
  }
  return listing;
}

}  // namespace

JournalHead JournalRows::head() {
  return head_of(sql_);
}

std::int64_t JournalRows::count() {
  sql::Query row = query(sql_, "journal/count");
  row.next();
  return row.integer(0);
}

std::vector<JournalEntry> JournalRows::after(std::int64_t sequence, int limit) {
  sql::Query rows = query(sql_, "journal/list_after");
  rows.bind(sequence).bind(limit);
  return all_of(rows);
}

std::vector<JournalEntry> JournalRows::without_place(int limit) {
  sql::Query rows = query(sql_, "journal/list_unchained");
  rows.bind(limit);
  return all_of(rows);
}

std::vector<JournalEntry> JournalRows::list(const JournalQuery& query) {
  Listing listing = listing_of(query);
  std::string sql =
      "select c.id, c.record, c.record_kind, c.action, c.done_by, c.done_at, c.before, c.after, c.account, c.session, c.address, c.side, "
      "c.draft, coalesce(c.sequence, 0), c.previous, c.hash from change c where 1 = 1" +
      listing.where;
  const std::size_t texts = listing.values.size();
  if (query.before > 0) sql += " and c.sequence < $" + std::to_string(texts + 1);
  sql += " order by c.sequence desc limit " + std::to_string(query.limit);
  std::vector<JournalEntry> entries;
  {
    sql::Query rows = sql_.query(sql);
    for (const std::string& value : listing.values) rows.bind(value);
    if (query.before > 0) rows.bind(query.before);
    entries = all_of(rows, read_entry);
  }
  ValuesBack back(sql_);
  for (JournalEntry& entry : entries) back.put_into(entry.change);
  return entries;
}

std::vector<PersonalValue> JournalRows::values_of(const Id& record) {
  return personal_values(sql_, "personal_value/list_of_record", record.value);
}

std::vector<PersonalValue> JournalRows::values_about(const Id& subject) {
  return personal_values(sql_, "personal_value/list_of_subject", subject.value);
}

std::vector<PersonalValue> JournalRows::values_of_field(const std::string& field) {
  return personal_values(sql_, "personal_value/list_of_field", field);
}

std::vector<PersonalValue> JournalRows::values_after(const std::string& id, int limit) {
  sql::Query rows = query(sql_, "personal_value/list_after");
  rows.bind(id).bind(limit);
  std::vector<PersonalValue> values;
  while (rows.next()) values.push_back(read_personal_value(rows));
  return values;
}

void JournalRows::erase_values_of(const Id& record) {
  query(sql_, "personal_value/remove_of_record").bind(record.value).run();
}

void JournalRows::erase_value(const std::string& id) {
  query(sql_, "personal_value/remove").bind(id).run();
}

void JournalRows::erase_citations(const Id& record, const std::string& field) {
  query(sql_, "choice/remove_of_field").bind(record.value).bind(field).run();
  query(sql_, "citation/remove_of_field").bind(record.value).bind(field).run();
}

void JournalRows::overwrite_erased() {
  query(sql_, "journal/overwrite_erased").next();
}

void JournalRows::erase_content(const std::string& sha256) {
  query(sql_, "content/remove_erased").bind(sha256).run();
}

void JournalRows::erase_kept_answers(const Id& record) {
  query(sql_, "kept_answer/forget_of_record").bind(record.value).run();
}

void JournalRows::add_reading(const Id& record, const Id& change) {
  query(sql_, "journal/add_reading").bind(record.value).bind(change.value).run();
}

}  // namespace kevai::store
