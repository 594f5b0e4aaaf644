#include "store/kept_answer_rows.hpp"

#include "store/statements.hpp"

namespace kevai::store {

std::optional<KeptAnswer> kept_answer(sql::Connection& connection, const std::string& key) {
  sql::Query row = query(connection, "kept_answer/find");
  row.bind(key);
  if (!row.next()) return std::nullopt;
  return KeptAnswer{.key = row.text(0), .asked = row.text(1), .answer = row.text(2), .at = row.integer(3)};
}

void add(sql::Connection& connection, const KeptAnswer& answer) {
  query(connection, "kept_answer/add").bind(answer.key).bind(answer.asked).bind(answer.answer).bind(answer.at).run();
}

void forget_answers(sql::Connection& connection, std::int64_t before) {
  query(connection, "kept_answer/forget").bind(before).run();
}

}  // namespace kevai::store
