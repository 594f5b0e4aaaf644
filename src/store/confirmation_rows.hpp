#pragma once

#include "store/confirmations.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

class ConfirmationRows final : public Confirmations {
 public:
  explicit ConfirmationRows(sql::Connection& connection) : sql_(connection) {}

  std::vector<model::Confirmation> said_of(const Id& record) override;
  std::vector<model::Dispute> disputes_of(const Id& record) override;
  std::vector<model::Dispute> disputes_on(const std::string& field) override;
  std::vector<model::Dispute> disputes() override;
  std::optional<model::Dispute> dispute(const Id& id) override;
  std::vector<Waiting> waiting(const WaitingQuery& query) override;
  std::int64_t count_waiting(const WaitingQuery& query) override;
  std::set<Id> unconfirmed(model::RecordKind kind) override;
  std::vector<Id> open_records(const Id& after, int limit) override;
  std::int64_t count_open() override;
  std::vector<Id> parts_written(const Id& whole, const std::string& since) override;
  void put(const model::Confirmation& confirmation) override;
  void take_back(const Id& record, const std::string& side) override;
  void put(const model::Dispute& dispute) override;
  void set_words(const model::Dispute& dispute) override;

 private:
  sql::Connection& sql_;
};

}  // namespace kevai::store
