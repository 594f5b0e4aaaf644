#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/confirmation.hpp"
#include "model/record.hpp"
#include "store/sight.hpp"

namespace kevai::store {

/// What waits for a side: a record, and what is asked.
struct Waiting {
  Id record;
  model::RecordKind kind = model::RecordKind::activity;
  model::Asked asked = model::Asked::confirm;
  std::string since;   ///< timestamp
  std::string due_on;  ///< of a proposal: partial date; empty where it has none
  bool operator==(const Waiting&) const = default;
};

struct WaitingQuery {
  std::string side;                     ///< VN or LA
  std::optional<Sight> reach{};         ///< what those asking may speak of (of a Sight the organisations); nothing: all
  std::optional<model::Asked> asked{};  ///< nothing: all but the drafts that wait to be released
  std::optional<Waiting> after{};       ///< the last of the page before
  int limit = 50;
};

/// What the two sides said of the records they share, as a transaction sees and changes it.
class Confirmations {
 public:
  virtual ~Confirmations() = default;

  /// The last of each side, VN after LA.
  virtual std::vector<model::Confirmation> said_of(const Id& record) = 0;
  virtual std::vector<model::Dispute> disputes_of(const Id& record) = 0;          ///< oldest first
  virtual std::vector<model::Dispute> disputes_on(const std::string& field) = 0;  ///< of all records
  virtual std::vector<model::Dispute> disputes() = 0;                             ///< all there ever were, by id
  virtual std::optional<model::Dispute> dispute(const Id& id) = 0;

  /// What waits, oldest first: joint records that were released, or where `release` is asked the side's drafts that go by themselves.
  virtual std::vector<Waiting> waiting(const WaitingQuery& query) = 0;
  virtual std::int64_t count_waiting(const WaitingQuery& query) = 0;  ///< of all pages
  /// Those of a kind, as they stand, that not both sides confirm as they are.
  virtual std::set<Id> unconfirmed(model::RecordKind kind) = 0;
  /// What is open to everyone, the last changed first; `after`: the last of the page before.
  virtual std::vector<Id> open_records(const Id& after, int limit) = 0;
  virtual std::int64_t count_open() = 0;
  /// What is a part of this record (of a course its trainees, with their files), but notes, and was written or removed at that moment or
  /// later; those removed too, by id.
  virtual std::vector<Id> parts_written(const Id& whole, const std::string& since) = 0;

  virtual void put(const model::Confirmation& confirmation) = 0;  ///< in place of what that side said before
  virtual void take_back(const Id& record, const std::string& side) = 0;
  virtual void put(const model::Dispute& dispute) = 0;        ///< insert, or what became of it
  virtual void set_words(const model::Dispute& dispute) = 0;  ///< both figures and the reason, where somebody's name among them is erased
};

}  // namespace kevai::store
