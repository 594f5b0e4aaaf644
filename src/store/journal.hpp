#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "store/sight.hpp"

/// The journal as a chain, and the personal values that stand apart from it.
namespace kevai::store {

/// A line of the journal in its place. As the chain holds it, a personal value in `before` and `after` is `{"personal": id}`.
struct JournalEntry {
  model::Change change;
  std::int64_t sequence = 0;  ///< from 1, without gaps; 0: it has no place in the chain
  std::string previous;       ///< the hash of the entry before; empty of the first
  std::string hash;           ///< of all of this one, `previous` among it
  bool readable = true;       ///< false: a column holds what no version of this program writes
};

/// SHA-256 over every column of the entry but `hash`, each with its length, in a form that does not change with the database.
std::string hash_of(const JournalEntry& entry);

/// Where the chain ends.
struct JournalHead {
  std::int64_t entries = 0;
  std::string hash;
};

/// What an entry says of a person.
struct PersonalValue {
  std::string id;  ///< what the entry holds in its place
  Id record;
  Id subject;  ///< the person, where the record named one then; else the record
  std::string field;
  std::string value;
  std::string salt;
};

/// What the id of this value must be.
std::string id_of(const PersonalValue& value);

/// Which entries to list, the newest first; an empty field does not narrow.
struct JournalQuery {
  Id record;  ///< what was done to it, and who read its personal values
  Id account;
  std::optional<model::Action> action;
  std::string from;         ///< a timestamp or the beginning of one: no earlier
  std::string until;        ///< and no later
  std::int64_t before = 0;  ///< only those with a lesser sequence; 0: all
  int limit = 20;
  std::optional<std::string> side;  ///< only what accounts of this side did, and the keeper
  std::optional<Sight> sight;       ///< only of records that it shows
};

class Journal {
 public:
  virtual ~Journal() = default;

  virtual JournalHead head() = 0;
  virtual std::int64_t count() = 0;  ///< of all entries, in the chain or not
  /// As the chain holds them, by sequence, those after this one; at most so many. Whatever their columns hold: what cannot be read is
  /// told so.
  virtual std::vector<JournalEntry> after(std::int64_t sequence, int limit) = 0;
  virtual std::vector<JournalEntry> without_place(int limit) = 0;  ///< those that are not in the chain
  /// As they are shown: with the personal values that are not erased.
  virtual std::vector<JournalEntry> list(const JournalQuery& query) = 0;

  virtual std::vector<PersonalValue> values_of(const Id& record) = 0;
  virtual std::vector<PersonalValue> values_about(const Id& subject) = 0;
  virtual std::vector<PersonalValue> values_of_field(const std::string& field) = 0;
  virtual std::vector<PersonalValue> values_after(const std::string& id, int limit) = 0;  ///< all, by id

  // Only in a Writer's transaction.
  /// From here on what is deleted or changed is overwritten in SQLite's file. (PostgreSQL keeps it until it vacuums.)
  virtual void overwrite_erased() = 0;
  virtual void erase_values_of(const Id& record) = 0;
  virtual void erase_value(const std::string& id) = 0;
  /// What passages state for that field, and what was chosen of it, is forgotten; the documents stay.
  virtual void erase_citations(const Id& record, const std::string& field) = 0;
  /// The bytes of files under this hash, where no attachment has them but such as were erased.
  virtual void erase_content(const std::string& sha256) = 0;
  /// Answers kept for repeated creates that name this record.
  virtual void erase_kept_answers(const Id& record) = 0;
  /// That the entry tells of the reading of this record.
  virtual void add_reading(const Id& record, const Id& change) = 0;
};

}  // namespace kevai::store
