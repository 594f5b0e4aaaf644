#include "store/sql_store.hpp"

#include "base/clock.hpp"
#include "store/account_rows.hpp"
#include "store/calendar_feed_rows.hpp"
#include "store/change_rows.hpp"
#include "store/citation_rows.hpp"
#include "store/confirmation_rows.hpp"
#include "store/content_rows.hpp"
#include "store/decision_rows.hpp"
#include "store/document_rows.hpp"
#include "store/finding_rows.hpp"
#include "store/imported_rows.hpp"
#include "store/journal_rows.hpp"
#include "store/kept_answer_rows.hpp"
#include "store/known_organisations.hpp"
#include "store/organisation_rows.hpp"
#include "store/pending_entries.hpp"
#include "store/record_list.hpp"
#include "store/record_read.hpp"
#include "store/record_rows.hpp"
#include "store/rollup_rows.hpp"
#include "store/search_rows.hpp"
#include "store/sharing_rows.hpp"
#include "store/sql/transaction.hpp"
#include "store/sql/trouble.hpp"

namespace kevai::store {
namespace {

constexpr std::size_t most_readers = 8;

/// Reads over a connection, for a Reader and a Writer alike.
template <class Interface>
class Reading : public Interface {
 public:
  explicit Reading(sql::Connection& connection) : sql_(connection) {}

  std::vector<model::Organisation> organisations() override { return store::organisations(sql_); }
  std::optional<model::Document> document(const Id& id) override { return store::document(sql_, id); }
  std::optional<model::Document> document_by_sha256(const std::string& sha256) override { return store::document_by_sha256(sql_, sha256); }
  std::vector<model::Document> documents() override { return store::documents(sql_); }
  std::optional<model::Finding> finding(const Id& id) override { return store::finding(sql_, id); }
  std::vector<model::Finding> findings(const FindingFilter& filter) override { return store::findings(sql_, filter); }
  std::optional<model::Record> record(const Id& id) override {
    auto found = known_.find(sql_, id);
    if (!found) return std::nullopt;
    last_ = {model::id_of(found->record), found->state};
    return std::move(found->record);
  }
  std::vector<model::Record> records(model::RecordKind kind, const RecordFilter& filter) override {
    return store::records(sql_, kind, filter);
  }
  std::optional<RecordState> state(const Id& id) override {
    // Most often of what was just read. What writes may have changed it since.
    if constexpr (std::is_same_v<Interface, Reader>)
      if (last_.first == id) return last_.second;
    if (const auto* known = known_.state_of(id)) return known->state;
    return store::state_of(sql_, id);
  }
  std::optional<Id> referrer(const Id& record, const std::optional<Sight>& sight) override { return store::referrer(sql_, record, sight); }
  std::optional<model::Sharing> sharing(const Id& record) override { return store::sharing_of(sql_, record); }
  std::vector<OrganisationId> concerned(const Id& record) override { return store::concerned_by(sql_, record); }
  bool sees(const Sight& sight, const Id& record) override { return store::sees(sql_, sight, record); }
  std::set<Id> unseen(const Sight& sight, model::RecordKind kind) override { return store::unseen(sql_, sight, kind); }
  RecordPage list(const RecordQuery& query) override { return store::list(sql_, query); }
  std::vector<Id> told_by(model::RecordKind kind, const std::string& part_of_id) override { return store::told_by(sql_, kind, part_of_id); }
  std::optional<Id> imported(const std::string& fingerprint) override { return store::imported(sql_, fingerprint); }
  std::vector<model::Citation> citations_of(const Id& record) override { return store::citations_of(sql_, record); }
  std::vector<model::Citation> citations(model::RecordKind kind) override { return store::citations(sql_, kind); }
  std::vector<model::Change> changes_of(const Id& record) override { return store::changes_of(sql_, record); }
  std::vector<model::Verdict> verdicts() override { return store::verdicts(sql_); }
  std::vector<model::Choice> choices_of(const Id& record) override { return store::choices_of(sql_, record); }
  std::vector<model::Choice> choices(model::RecordKind kind) override { return store::choices(sql_, kind); }
  Id standing(const Id& record) override { return store::read_merged(sql_, {record}).standing(record); }
  std::vector<model::Record> merged_away(model::RecordKind kind) override { return store::merged_away(sql_, kind); }
  std::vector<model::CalendarFeed> calendar_feeds() override { return store::calendar_feeds(sql_); }
  std::optional<std::string> content(const std::string& sha256) override { return store::content(sql_, sha256); }
  std::vector<std::string> contents() override { return store::contents(sql_); }
  std::vector<std::string> tables() override { return store::tables(sql_); }
  void each_row(const std::string& table, const TakeRow& take) override { store::each_row(sql_, table, take); }
  int schema_version() override { return store::schema_version(sql_); }
  SearchPage search(const SearchQuery& query) override { return store::search(sql_, query); }
  std::vector<SearchHit> entries_naming(const Id& record) override { return store::entries_naming(sql_, record); }
  int search_version() override { return store::search_version(sql_); }
  std::optional<model::Rollup> rollup(const model::Rollup& key) override { return store::rollup(sql_, key); }
  std::vector<model::Rollup> rollups_of(const OrganisationId& organisation) override { return store::rollups_of(sql_, organisation); }
  bool has_rollups() override { return store::has_rollups(sql_); }
  bool rollups_due() override { return store::rollups_due(sql_); }
  Accounts& accounts() override { return accounts_; }
  Confirmations& confirmations() override { return confirmations_; }
  Journal& journal() override { return journal_; }

 protected:
  sql::Connection& sql_;
  KnownOrganisations known_;

 private:
  std::pair<Id, RecordState> last_;  ///< of the record read last
  AccountRows accounts_{sql_};
  ConfirmationRows confirmations_{sql_};
  JournalRows journal_{sql_};
};

using SqlReader = Reading<Reader>;

class SqlWriter final : public Reading<Writer>, public KeptAnswers {
 public:
  SqlWriter(sql::Connection& connection, PendingEntries& entries) : Reading(connection), entries_(entries) {}

  void add(const model::Document& document) override {
    unless_failed([&] { store::add(sql_, document); });
  }
  void add(const model::Finding& finding) override {
    unless_failed([&] { store::add(sql_, finding); });
  }
  void decide(const model::Finding& finding) override {
    unless_failed([&] { store::decide(sql_, finding); });
  }
  void remove_document(const Id& id) override {
    unless_failed([&] { store::remove_document(sql_, id); });
  }
  void put(const model::Record& record) override {
    if (std::holds_alternative<model::Organisation>(record)) known_.forget();
    unless_failed([&] { store::put(sql_, record); });
  }
  void remove(const Id& record, const std::string& why) override {
    known_.forget();
    unless_failed([&] { store::set_removed(sql_, record, timestamp_now(), why); });
  }
  void restore(const Id& record) override {
    known_.forget();
    unless_failed([&] { store::set_removed(sql_, record, {}, {}); });
  }
  void share(const model::Sharing& sharing) override {
    unless_failed([&] { store::set_sharing(sql_, sharing); });
  }
  void share(const Id& document, model::SharingState state) override {
    unless_failed([&] { store::set_sharing(sql_, document, state); });
  }
  KeptAnswers& kept_answers() override { return *this; }
  void add(const model::Citation& citation) override {
    unless_failed([&] { store::add(sql_, citation); });
  }
  void add(const model::Change& change) override {
    unless_failed([&] { store::add(sql_, change); });
  }
  void add(const model::Verdict& verdict) override {
    unless_failed([&] { store::add(sql_, verdict); });
  }
  void add(const model::Choice& choice) override {
    unless_failed([&] { store::add(sql_, choice); });
  }
  Result<> attempt(const std::function<Result<>()>& work) override {
    unless_failed([&] {
      entries_.write();
      sql_.run("savepoint attempt");
    });
    Result<> done = work();
    if (!done) {
      entries_.drop();
      known_.forget();
    }
    unless_failed([&] { sql_.run(done ? "release savepoint attempt" : "rollback to savepoint attempt; release savepoint attempt"); });
    return done;
  }
  void add_imported(const std::string& fingerprint, const Id& record) override {
    unless_failed([&] { store::add_imported(sql_, fingerprint, record); });
  }
  void merge(const Id& record, const Id& into) override {
    known_.forget();
    unless_failed([&] { store::merge(sql_, record, into); });
  }
  void add(const model::CalendarFeed& feed) override {
    unless_failed([&] { store::add(sql_, feed); });
  }
  bool revoke_calendar_feed(const Id& feed) override {
    bool done = false;
    unless_failed([&] { done = store::revoke_calendar_feed(sql_, feed, timestamp_now()); });
    return done;
  }
  std::optional<KeptAnswer> kept_answer(const std::string& key) override { return store::kept_answer(sql_, key); }
  void add(const KeptAnswer& answer) override {
    unless_failed([&] { store::add(sql_, answer); });
  }
  void forget_answers(std::int64_t before) override {
    unless_failed([&] { store::forget_answers(sql_, before); });
  }
  void add_content(const std::string& sha256, std::string_view bytes) override {
    unless_failed([&] { store::add_content(sql_, sha256, bytes); });
  }
  void load(const std::function<void(const PutRows&)>& work) override {
    known_.forget();
    unless_failed([&] { store::load(sql_, work); });
  }
  void put(const SearchEntry& entry) override {
    unless_failed([&] { entries_.put(entry); });
  }
  void remove_entry(const Id& id) override {
    unless_failed([&] { entries_.remove(id); });
  }
  void forget_erased_words() override {
    unless_failed([&] {
      entries_.write();
      store::forget_erased_words(sql_);
    });
  }
  void set_search_version(int version) override {
    unless_failed([&] {
      entries_.write();
      store::set_search_version(sql_, version);
    });
  }
  SearchPage search(const SearchQuery& query) override {
    unless_failed([&] { entries_.write(); });
    return store::search(sql_, query);
  }
  std::vector<SearchHit> entries_naming(const Id& record) override {
    unless_failed([&] { entries_.write(); });
    return store::entries_naming(sql_, record);
  }
  void put(const model::Rollup& rollup) override {
    unless_failed([&] { store::put(sql_, rollup); });
  }
  void clear_rollups() override {
    unless_failed([&] { store::clear_rollups(sql_); });
  }

  /// Did something fail? PostgreSQL then keeps nothing of the transaction; SQLite would keep what went
  /// before: we never do, whoever caught the failure on its way.
  bool failed() const { return failed_; }

 private:
  template <class Work>
  void unless_failed(Work&& work) {
    try {
      work();
    } catch (...) {
      failed_ = true;
      throw;
    }
  }

  PendingEntries& entries_;
  bool failed_ = false;
};

/// Begins a transaction on a connection of the pool. A server that was restarted has closed the ones
/// that lay idle, which shows only now: nothing is done yet, so one try with a new one is safe.
sql::Transaction begin(Pool& pool, std::optional<Pool::Lease>& lease, void (sql::Connection::*how)()) {
  lease.emplace(pool.lease());
  try {
    return {**lease, how};
  } catch (const Broken&) {
    if (!(*lease)->lost()) throw;
  }
  pool.close_idle();
  lease.reset();
  lease.emplace(pool.lease());
  return {**lease, how};
}

/// Runs one write and notes how it ended: is there something to keep?
bool run(sql::Connection& connection, PendingEntries& entries, PendingWrite& write) {
  try {
    SqlWriter writer(connection, entries);
    write.result = write.work(writer);
    if (write.result && writer.failed()) sql::raise(sql::Trouble::failed, connection.database(), "a failed write was passed over");
    return write.result.has_value();
  } catch (...) {
    write.thrown = std::current_exception();
    return false;
  }
}

/// The same for a write that shares its transaction: where it fails, it alone is undone.
bool run_apart(sql::Connection& connection, PendingEntries& entries, PendingWrite& write) {
  connection.run("savepoint one_write");
  entries.begin();
  bool keep = run(connection, entries, write);
  try {
    if (keep) connection.check_deferred();
  } catch (...) {
    write.thrown = std::current_exception();
    keep = false;
  }
  if (!keep) {
    connection.run("rollback to savepoint one_write");
    entries.undo();
  }
  connection.run("release savepoint one_write");
  return keep;
}

}  // namespace

SqlStore::SqlStore(std::unique_ptr<sql::Connection> writer, std::chrono::milliseconds wait, Pool::Connect connect_writer,
                   Pool::Connect connect_reader)
    : wait_(wait),
      queue_([this](std::span<PendingWrite* const> writes) { write_together(writes); }),
      writers_(writer->database(), 1, wait, std::move(connect_writer)),
      readers_(writer->database(), most_readers, wait, std::move(connect_reader)) {
  writers_.keep(std::move(writer));
}

Result<> SqlStore::write(const std::function<Result<>(Writer&)>& work) {
  PendingWrite write{.work = work};
  if (!queue_.pass(write, wait_)) sql::raise(sql::Trouble::locked, writers_.database(), "another write did not end");
  if (write.thrown) std::rethrow_exception(write.thrown);
  return write.result;
}

void SqlStore::write_together(std::span<PendingWrite* const> writes) {
  try {
    std::optional<Pool::Lease> lease;
    sql::Transaction transaction = begin(writers_, lease, &sql::Connection::begin_write);
    PendingEntries entries(**lease);
    bool keep = false;
    for (PendingWrite* write : writes) keep |= writes.size() == 1 ? run(**lease, entries, *write) : run_apart(**lease, entries, *write);
    if (!keep) return;
    entries.write();
    transaction.commit();
  } catch (...) {
    for (PendingWrite* write : writes)
      if (!write->thrown && write->result) write->thrown = std::current_exception();
  }
}

void SqlStore::read(const std::function<void(Reader&)>& work) {
  std::optional<Pool::Lease> lease;
  sql::Transaction transaction = begin(readers_, lease, &sql::Connection::begin_read);
  SqlReader reader(**lease);
  work(reader);
  transaction.commit();
}

}  // namespace kevai::store
