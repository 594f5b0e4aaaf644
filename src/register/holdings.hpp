#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/record.hpp"
#include "store/store.hpp"

namespace kevai::reg {

/// The register's records as one transaction sees them: each kind of each partnership is read once, and what
/// the transaction writes stays in view.
class Holdings {
 public:
  /// Writes are journalled as done by `who`.
  Holdings(store::Writer& writer, std::string who) : writer_(writer), who_(std::move(who)) {}

  /// The records of a kind that belong to this partnership; where it is empty, those that belong to none.
  /// Valid until the next create.
  std::vector<model::Record>& of(model::RecordKind kind, const Id& partnership);

  /// Stores a new record and journals it.
  void create(const model::Record& record);
  /// Stores a record that was changed and journals it from what to what.
  void change(const model::Record& before, const model::Record& after);
  /// Stores a citation.
  void cite(const model::Citation& citation);
  /// Lets `winner`, as it is now, stand for `loser`: both are journalled and the loser is no more in view.
  void merge(const model::Record& loser, const model::Record& before, const model::Record& winner);

  /// The documents this record rests on.
  const std::set<Id>& sources(const Id& record);
  /// A document's date; empty where it has none.
  PartialDate dateline(const Id& document);
  /// The organisations a document's facts name by their ids, whatever was decided of them, save those rejected.
  const std::set<std::string>& named(const Id& document);
  /// The records of a kind that were merged into others, as they were before.
  const std::vector<model::Record>& merged_away(model::RecordKind kind);
  Id standing(const Id& record) { return writer_.get().standing(record); }
  /// Fields of this record whose value a person chose or entered.
  const std::set<std::string>& chosen(const Id& record);
  /// Did a person say that these two are not the same?
  bool told_apart(const Id& one, const Id& other);

 private:
  void show(const model::Record& before, const model::Record& after);

  std::reference_wrapper<store::Writer> writer_;
  std::string who_;
  std::map<std::pair<model::RecordKind, Id>, std::vector<model::Record>> held_;
  std::map<Id, std::set<Id>> sources_;
  std::map<Id, PartialDate> datelines_;
  std::map<Id, std::set<std::string>> named_;
  std::map<model::RecordKind, std::vector<model::Record>> merged_away_;
  std::map<Id, std::set<std::string>> chosen_;
  std::optional<std::set<std::pair<Id, Id>>> apart_;
};

/// The partnership a record belongs to; empty for none and for kinds that have none. A partnership belongs to
/// none.
Id partnership_of(const model::Record& record);

}  // namespace kevai::reg
