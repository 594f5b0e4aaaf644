#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/calendar_feed.hpp"
#include "model/decision.hpp"
#include "model/document.hpp"
#include "model/organisation.hpp"
#include "model/record.hpp"
#include "model/rollup.hpp"
#include "model/sharing.hpp"
#include "store/record_query.hpp"
#include "store/search.hpp"
#include "store/sight.hpp"
#include "store/table_rows.hpp"

/// Where the register is kept. One interface; SQLite and PostgreSQL behind it, proved alike by
/// tests/store. Functions throw Broken where the database is lost, locked beyond waiting
/// (`database_locked`) or full; a missing row is nothing, never an error. What breaks a rule of the
/// schema (a document's bytes twice: `conflict` `database_duplicate`; an organisation nobody knows, text
/// with NUL or not in UTF-8: `database_refused`) is thrown too, and then nothing of its transaction is kept.
namespace kevai::store {

class Accounts;       // store/accounts.hpp
class Confirmations;  // store/confirmations.hpp
class Journal;        // store/journal.hpp
class KeptAnswers;    // store/kept_answers.hpp

/// Which records to list; an empty field does not narrow.
struct RecordFilter {
  Id partnership;        ///< records of this partnership (a partnership: by its own id; persons, posts and targets: none)
  bool of_none = false;  ///< only records that belong to no partnership
};

struct FindingFilter {
  Id document;
  std::optional<model::FindingState> state;
};

/// What the register knows of a record beside its fields.
struct RecordState {
  model::RecordKind kind = model::RecordKind::partnership;
  std::int64_t version = 0;  ///< counts the times it was written
  std::string changed_at;    ///< timestamp of the last of them
  std::string removed_at;    ///< timestamp; empty while it stands
  std::string removed_why;
};

/// One consistent view of the register.
class Reader {
 public:
  virtual ~Reader() = default;

  virtual std::vector<model::Organisation> organisations() = 0;  ///< by border order, then id

  virtual std::optional<model::Document> document(const Id& id) = 0;
  virtual std::optional<model::Document> document_by_sha256(const std::string& sha256) = 0;
  virtual std::vector<model::Document> documents() = 0;  ///< without their texts; newest first

  virtual std::optional<model::Finding> finding(const Id& id) = 0;
  virtual std::vector<model::Finding> findings(const FindingFilter& filter) = 0;  ///< by document, then position

  /// Of a record that was merged into another: that other one. So it is with every id a record or finding holds.
  virtual std::optional<model::Record> record(const Id& id) = 0;
  virtual std::vector<model::Record> records(model::RecordKind kind, const RecordFilter& filter = {}) = 0;  ///< by id
  /// Of the id itself, whatever stands for it. A removed record is found by its id, but in no list.
  virtual std::optional<RecordState> state(const Id& id) = 0;
  /// A record that stands and names this one; nothing where none does. With a sight: among those that it shows.
  virtual std::optional<Id> referrer(const Id& record, const std::optional<Sight>& sight = {}) = 0;
  /// Of the id itself, whatever stands for it; nothing of an id that is none.
  virtual std::optional<model::Sharing> sharing(const Id& record) = 0;
  virtual std::vector<OrganisationId> concerned(const Id& record) = 0;          ///< the organisations it concerns, by id
  virtual bool sees(const Sight& sight, const Id& record) = 0;                  ///< false of an id that is none
  virtual std::set<Id> unseen(const Sight& sight, model::RecordKind kind) = 0;  ///< those of a kind that it does not show
  /// Throws Broken (`invalid` `field_unknown`, `value_malformed`) where the query names what the kind does not have.
  virtual RecordPage list(const RecordQuery& query) = 0;
  /// The records of a kind whose ids begin or end with these digits; of more than two, two.
  virtual std::vector<Id> told_by(model::RecordKind kind, const std::string& part_of_id) = 0;
  /// The record that a row of an imported table made.
  virtual std::optional<Id> imported(const std::string& fingerprint) = 0;

  /// By id; those of records merged into it too, each with the record it came with.
  virtual std::vector<model::Citation> citations_of(const Id& record) = 0;
  virtual std::vector<model::Citation> citations(
      model::RecordKind kind) = 0;  ///< of all records of a kind (those merged away: of what stands for them), by record, then id
  virtual std::vector<model::Change> changes_of(const Id& record) = 0;  ///< oldest first

  virtual std::vector<model::Verdict> verdicts() = 0;                      ///< the last on each pair, by id
  virtual std::vector<model::Choice> choices_of(const Id& record) = 0;     ///< by id; those of records merged into it too
  virtual std::vector<model::Choice> choices(model::RecordKind kind) = 0;  ///< by record, then id

  /// The record that stands for this one: itself where it was merged into none.
  virtual Id standing(const Id& record) = 0;
  /// The records of a kind that were merged into others, as they were.
  virtual std::vector<model::Record> merged_away(model::RecordKind kind) = 0;

  virtual std::vector<model::CalendarFeed> calendar_feeds() = 0;  ///< the newest first
  /// The bytes kept under this hash.
  virtual std::optional<std::string> content(const std::string& sha256) = 0;
  virtual std::vector<std::string> contents() = 0;  ///< the hashes of all, in their order

  /// All that the register holds, table by table (table_rows.hpp).
  virtual std::vector<std::string> tables() = 0;
  virtual void each_row(const std::string& table, const TakeRow& take) = 0;
  virtual int schema_version() = 0;

  virtual SearchPage search(const SearchQuery& query) = 0;
  /// The entries among whose words are those of this record.
  virtual std::vector<SearchHit> entries_naming(const Id& record) = 0;
  /// text::search_words_version as it was when all of the register was indexed; 0: it never was.
  virtual int search_version() = 0;

  /// The row of that organisation, measure and period; nothing where it has none.
  virtual std::optional<model::Rollup> rollup(const model::Rollup& key) = 0;
  virtual std::vector<model::Rollup> rollups_of(const OrganisationId& organisation) = 0;  ///< by measure, then period
  virtual bool has_rollups() = 0;                                                         ///< any at all?
  virtual bool rollups_due() = 0;  ///< does it hold observations from before there were rollups?

  // What more a transaction holds; a Reader's is only read.
  virtual Accounts& accounts() = 0;
  virtual Confirmations& confirmations() = 0;
  virtual Journal& journal() = 0;
};

/// One transaction. What it wrote it can read.
class Writer : public Reader {
 public:
  virtual void add(const model::Document& document) = 0;
  virtual void add(const model::Finding& finding) = 0;
  /// Stores the finding's state, record, decided_by and decided_at.
  virtual void decide(const model::Finding& finding) = 0;
  /// Takes a document and its findings out for good; Broken `database_refused` where records rest on it.
  virtual void remove_document(const Id& id) = 0;
  /// The same transaction past what somebody may see: for what the register keeps up by itself (index, rollups), never for what it shows.
  virtual Writer& whole() { return *this; }
  virtual KeptAnswers& kept_answers() = 0;

  virtual void put(const model::Record& record) = 0;  ///< insert or replace; an organisation's parent and successor may follow
  /// Marks a record as removed for a reason, or lets it stand again.
  virtual void remove(const Id& record, const std::string& why) = 0;
  virtual void restore(const Id& record) = 0;
  /// Says whose a record is and how far it goes; what is a part of it goes as far. A new record is the keeper's, and released.
  virtual void share(const model::Sharing& sharing) = 0;
  /// Says how far a document goes, with its text and every passage cited from it; not what was found in it, which stays with its side.
  virtual void share(const Id& document, model::SharingState state) = 0;
  virtual void add(const model::Citation& citation) = 0;
  virtual void add(const model::Change& change) = 0;
  virtual void add(const model::Verdict& verdict) = 0;
  virtual void add(const model::Choice& choice) = 0;
  /// Part of the transaction: what `work` wrote is undone where it returns an error, which is handed back.
  virtual Result<> attempt(const std::function<Result<>()>& work) = 0;
  /// A row of this fingerprint made that record; once.
  virtual void add_imported(const std::string& fingerprint, const Id& record) = 0;
  /// Lets another record stand for this one, which is then listed no more; an empty `into`: it stands for itself again.
  virtual void merge(const Id& record, const Id& into) = 0;
  virtual void add(const model::CalendarFeed& feed) = 0;
  /// False where there is none such that may still be read.
  virtual bool revoke_calendar_feed(const Id& feed) = 0;

  /// Keeps bytes under their hash; those that are there already once.
  virtual void add_content(const std::string& sha256, std::string_view bytes) = 0;

  /// Puts back rows that each_row gave, of all tables (table_rows.hpp).
  virtual void load(const std::function<void(const PutRows&)>& work) = 0;

  virtual void put(const SearchEntry& entry) = 0;    ///< insert or replace
  virtual void remove_entry(const Id& id) = 0;       ///< search finds it no more
  virtual void forget_erased_words() = 0;            ///< the index gives up the words of entries that are gone; when all else is done
  virtual void set_search_version(int version) = 0;  ///< all is indexed; entries of what stands no more go

  virtual void put(const model::Rollup& rollup) = 0;  ///< insert or replace; one that holds nothing is removed
  virtual void clear_rollups() = 0;                   ///< to make them all anew; none is due any more
};

class Store {
 public:
  virtual ~Store() = default;

  /// Runs `work` in one transaction: kept whole where it returns a value, undone where it returns an
  /// error (handed back) or throws (thrown on). One writer at a time; another waits.
  virtual Result<> write(const std::function<Result<>(Writer&)>& work) = 0;
  /// Runs `work` on one consistent view; many at once.
  virtual void read(const std::function<void(Reader&)>& work) = 0;
};

struct Options {
  std::chrono::milliseconds wait = std::chrono::seconds(10);  ///< for another's lock, before `database_locked`
  std::optional<int> schema{};                                ///< the last migration to run; all where it is not given
};

/// Opens a SQLite file (made with its schema where there is none) or a `postgresql://` address, and
/// brings its schema up to this program's. Failures (`unavailable`): `database_too_new` (made by a newer
/// program), `database_locked`, `database_unreachable`, `database_not_ours` (a file that is no
/// register), `database_folder_missing`, `database_damaged`, `database_read_only`, `database_full`,
/// `database_not_utf8`; `args` hold `database`, never a password.
Result<std::unique_ptr<Store>> open(const std::string& database, const Options& options = {});

/// The number of this program's last migration.
int newest_schema();

}  // namespace kevai::store
