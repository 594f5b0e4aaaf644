#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/document.hpp"
#include "model/organisation.hpp"
#include "model/record.hpp"

/// Where the register is kept. One interface; SQLite and PostgreSQL behind it, proved alike by
/// tests/store. Functions throw Broken where the database is lost, locked beyond waiting
/// (`database_locked`) or full; a missing row is nothing, never an error. What breaks a rule of the
/// schema (a document's bytes twice: `conflict` `database_duplicate`; an organisation nobody knows, text
/// with NUL or not in UTF-8: `database_refused`) is thrown too, and then nothing of its transaction is kept.
namespace kevai::store {

/// Which records to list; an empty field does not narrow.
struct RecordFilter {
  Id partnership;  ///< records of this partnership (a partnership: by its own id; persons, posts and targets: none)
};

struct FindingFilter {
  Id document;
  std::optional<model::FindingState> state;
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

  virtual std::optional<model::Record> record(const Id& id) = 0;
  virtual std::vector<model::Record> records(model::RecordKind kind, const RecordFilter& filter = {}) = 0;  ///< by id

  virtual std::vector<model::Citation> citations_of(const Id& record) = 0;               ///< by id
  virtual std::vector<model::Citation> citations(model::RecordKind kind) = 0;            ///< of all records of a kind, by record, then id
  virtual std::vector<model::Change> changes_of(const Id& record) = 0;                   ///< oldest first
};

/// One transaction. What it wrote it can read.
class Writer : public Reader {
 public:
  virtual void put(const model::Organisation& organisation) = 0;  ///< insert or replace
  virtual void add(const model::Document& document) = 0;
  virtual void add(const model::Finding& finding) = 0;
  /// Stores the finding's state, record, decided_by and decided_at.
  virtual void decide(const model::Finding& finding) = 0;
  virtual void put(const model::Record& record) = 0;  ///< insert or replace
  virtual void add(const model::Citation& citation) = 0;
  virtual void add(const model::Change& change) = 0;
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
};

/// Opens a SQLite file (made with its schema where there is none) or a `postgresql://` address, and
/// brings its schema up to this program's. Failures (`unavailable`): `database_too_new` (made by a newer
/// program), `database_locked`, `database_unreachable`, `database_not_ours` (a file that is no
/// register), `database_folder_missing`, `database_damaged`, `database_read_only`, `database_full`,
/// `database_not_utf8`; `args` hold `database`, never a password.
Result<std::unique_ptr<Store>> open(const std::string& database, const Options& options = {});

}  // namespace kevai::store
