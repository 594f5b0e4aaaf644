#include "store/journal_chain.hpp"

#include <initializer_list>

#include "base/sha256.hpp"
#include "store/personal_rows.hpp"
#include "store/sql/trouble.hpp"
#include "store/statements.hpp"

namespace kevai::store {
namespace {

constexpr int at_a_time = 500;

/// Each part with its length, so that nothing can be moved from one to the next.
std::string hash_of_parts(std::initializer_list<std::string_view> parts) {
  Sha256 hash;
  for (const std::string_view part : parts) {
    hash.add(std::to_string(part.size()));
    hash.add(":");
    hash.add(part);
  }
  return hash.hex();
}

void set_head(sql::Connection& connection, const JournalHead& head) {
  query(connection, "journal/set_head").bind(head.entries).bind(head.hash).run();
}

JournalEntry next_entry(const JournalHead& head, model::Change change) {
  JournalEntry entry{.change = std::move(change), .sequence = head.entries + 1, .previous = head.hash};
  entry.hash = hash_of(entry);
  return entry;
}

std::vector<JournalEntry> without_place(sql::Connection& connection) {
  sql::Query rows = query(connection, "journal/list_unchained");
  rows.bind(at_a_time);
  std::vector<JournalEntry> entries;
  while (rows.next()) entries.push_back(read_entry(rows));
  return entries;
}

}  // namespace

std::string hash_of(const JournalEntry& entry) {
  const model::Change& c = entry.change;
  return hash_of_parts({"kevai journal 1", std::to_string(entry.sequence), entry.previous, c.id.value, c.record.value,
                        name_of(c.record_kind), name_of(c.action), c.by, c.at, c.before, c.after, c.account.value, c.session, c.address,
                        c.side, c.draft ? "1" : "0"});
}

std::string id_of(const PersonalValue& value) {
  return hash_of_parts({"kevai personal 1", value.salt, value.record.value, value.field, value.value});
}

JournalHead head_of(sql::Connection& connection) {
  sql::Query row = query(connection, "journal/find_head");
  if (!row.next()) return {};
  return {.entries = row.integer(0), .hash = row.text(1)};
}

JournalEntry read_raw_entry(const sql::Query& row) {
  JournalEntry entry;
  model::Change& change = entry.change;
  const auto kind = named<model::RecordKind>(row.text(2));
  const auto action = named<model::Action>(row.text(3));
  const std::int64_t draft = row.integer(12);
  entry.readable = kind && action && (draft == 0 || draft == 1);
  change.id.value = row.text(0);
  change.record.value = row.text(1);
  change.record_kind = kind.value_or(model::RecordKind{});
  change.action = action.value_or(model::Action{});
  change.by = row.text(4);
  change.at = row.text(5);
  change.before = row.text(6);
  change.after = row.text(7);
  change.account.value = row.text(8);
  change.session = row.text(9);
  change.address = row.text(10);
  change.side = row.text(11);
  change.draft = draft != 0;
  entry.sequence = row.integer(13);
  entry.previous = row.text(14);
  entry.hash = row.text(15);
  return entry;
}

JournalEntry read_entry(const sql::Query& row) {
  JournalEntry entry = read_raw_entry(row);
  if (!entry.readable) sql::raise(sql::Trouble::failed, row.database(), "the journal's entry " + entry.change.id.value + " is not ours");
  return entry;
}

void add_to_chain(sql::Connection& connection, const model::Change& change) {
  const JournalEntry entry = next_entry(head_of(connection), with_values_apart(connection, change));
  const model::Change& c = entry.change;
  query(connection, "change/add")
      .bind_or_null(c.id.value)
      .bind_or_null(c.record.value)
      .bind(std::string(name_of(c.record_kind)))
      .bind(std::string(name_of(c.action)))
      .bind(c.by)
      .bind(c.at)
      .bind(c.before)
      .bind(c.after)
      .bind_or_null(c.account.value)
      .bind(c.session)
      .bind(c.address)
      .bind(c.side)
      .bind(c.draft ? 1 : 0)
      .bind(entry.sequence)
      .bind(entry.previous)
      .bind(entry.hash)
      .run();
  set_head(connection, {entry.sequence, entry.hash});
}

void chain_journal(sql::Connection& connection) {
  JournalHead head = head_of(connection);
  for (auto entries = without_place(connection); !entries.empty(); entries = without_place(connection)) {
    for (JournalEntry& old : entries) {
      const JournalEntry entry = next_entry(head, with_values_apart(connection, std::move(old.change)));
      query(connection, "journal/chain")
          .bind(entry.change.id.value)
          .bind(entry.change.before)
          .bind(entry.change.after)
          .bind(entry.sequence)
          .bind(entry.previous)
          .bind(entry.hash)
          .run();
      head = {entry.sequence, entry.hash};
    }
    set_head(connection, head);
  }
}

}  // namespace kevai::store
