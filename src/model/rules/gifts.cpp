#include <algorithm>

#include "model/rules/money.hpp"
#include "text/currency.hpp"

/// The rules of supports and awards.
namespace kevai::model::rules {

void unit_is_currency(Breaches& broken, std::string_view field, const std::string& unit, bool money) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool meant = money ? !unit.empty() : unit.size() == 3 && std::ranges::all_of(unit, capital);
  if (meant && !text::is_currency(unit)) broken.push_back(breach("currency_unknown", field, {{"value", unit}}));
}

void of(Breaches& broken, const Register&, const Support& record) {
  two_sides(broken, "receiver", record.receiver, record.giver);
  unit_is_currency(broken, "unit", record.unit, record.item == "money");
  if (record.worth && record.currency.empty()) broken.push_back(breach("currency_missing", "currency"));
  unit_is_currency(broken, "currency", record.currency, true);
}

void of(Breaches& broken, const Register&, const Award& record) {
  two_sides(broken, "receiver", record.receiver, record.giver);
}

}  // namespace kevai::model::rules
