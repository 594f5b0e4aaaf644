#include "store/confirmation_rows.hpp"

#include "store/row_mapping.hpp"
#include "store/statements.hpp"

namespace kevai::store {
namespace {

model::Dispute read_dispute(const sql::Query& row) {
  return {.id = {row.text(0)},
          .record = {row.text(1)},
          .side = row.text(2),
          .field = row.text(3),
          .version = row.integer(4),
          .stated = row.text(5),
          .figure = row.text(6),
          .reason = row.text(7),
          .by = row.text(8),
          .account = {row.text(9)},
          .at = row.text(10),
          .outcome = mapping::read_enum<model::DisputeOutcome>(row, 11, "dispute.outcome"),
          .settled_by = row.text(12),
          .settled_at = row.text(13)};
}

}  // namespace

std::vector<model::Confirmation> ConfirmationRows::said_of(const Id& record) {
  sql::Query rows = query(sql_, "confirmation/list_of_record");
  rows.bind(record.value);
  std::vector<model::Confirmation> said;
  while (rows.next())
    said.push_back({.record = record,
                    .side = rows.text(0),
                    .version = rows.integer(1),
                    .by = rows.text(2),
                    .account = {rows.text(3)},
                    .at = rows.text(4),
                    .opened_at = rows.text(5)});
  return said;
}

std::vector<model::Dispute> ConfirmationRows::disputes_of(const Id& record) {
  sql::Query rows = query(sql_, "confirmation/list_disputes");
  rows.bind(record.value);
  std::vector<model::Dispute> disputes;
  while (rows.next()) disputes.push_back(read_dispute(rows));
  return disputes;
}

std::vector<model::Dispute> ConfirmationRows::disputes_on(const std::string& field) {
  sql::Query rows = query(sql_, "confirmation/list_disputes_on");
  rows.bind(field);
  std::vector<model::Dispute> disputes;
  while (rows.next()) disputes.push_back(read_dispute(rows));
  return disputes;
}

std::vector<model::Dispute> ConfirmationRows::disputes() {
  sql::Query rows = query(sql_, "confirmation/list_all_disputes");
  std::vector<model::Dispute> disputes;
  while (rows.next()) disputes.push_back(read_dispute(rows));
  return disputes;
}

void ConfirmationRows::set_words(const model::Dispute& dispute) {
  query(sql_, "confirmation/set_words").bind(dispute.id.value).bind(dispute.stated).bind(dispute.figure).bind(dispute.reason).run();
}

std::optional<model::Dispute> ConfirmationRows::dispute(const Id& id) {
  sql::Query row = query(sql_, "confirmation/find_dispute");
  row.bind(id.value);
  if (!row.next()) return std::nullopt;
  return read_dispute(row);
}

std::set<Id> ConfirmationRows::unconfirmed(model::RecordKind kind) {
  sql::Query rows = query(sql_, "confirmation/list_unconfirmed");
  rows.bind(std::string(name_of(kind)));
  std::set<Id> ids;
  while (rows.next()) ids.insert({rows.text(0)});
  return ids;
}

std::vector<Id> ConfirmationRows::open_records(const Id& after, int limit) {
  sql::Query rows = query(sql_, "confirmation/list_open");
  rows.bind(after.value).bind(limit);
  std::vector<Id> ids;
  while (rows.next()) ids.push_back({rows.text(0)});
  return ids;
}

std::int64_t ConfirmationRows::count_open() {
  sql::Query row = query(sql_, "confirmation/count_open");
  row.next();
  return row.integer(0);
}

std::vector<Id> ConfirmationRows::parts_written(const Id& whole, const std::string& since) {
  sql::Query rows = query(sql_, "confirmation/list_parts_written");
  rows.bind(whole.value).bind(since);
  std::vector<Id> ids;
  while (rows.next()) ids.push_back({rows.text(0)});
  return ids;
}

void ConfirmationRows::put(const model::Confirmation& confirmation) {
  query(sql_, "confirmation/put")
      .bind(confirmation.record.value)
      .bind(confirmation.side)
      .bind(confirmation.version)
      .bind(confirmation.by)
      .bind_or_null(confirmation.account.value)
      .bind(confirmation.at)
      .bind(confirmation.opened_at)
      .run();
}

void ConfirmationRows::take_back(const Id& record, const std::string& side) {
  query(sql_, "confirmation/take_back").bind(record.value).bind(side).run();
}

void ConfirmationRows::put(const model::Dispute& dispute) {
  query(sql_, "confirmation/put_dispute")
      .bind(dispute.id.value)
      .bind(dispute.record.value)
      .bind(dispute.side)
      .bind(dispute.field)
      .bind(dispute.version)
      .bind(dispute.stated)
      .bind(dispute.figure)
      .bind(dispute.reason)
      .bind(dispute.by)
      .bind_or_null(dispute.account.value)
      .bind(dispute.at)
      .bind(std::string(name_of(dispute.outcome)))
      .bind(dispute.settled_by)
      .bind(dispute.settled_at)
      .run();
}

}  // namespace kevai::store
