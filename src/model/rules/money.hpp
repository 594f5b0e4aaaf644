#pragma once

#include "model/rules/breach.hpp"

namespace kevai::model::rules {

/// What is written as a currency must be one of ISO 4217: where `money`, any unit; else three capital letters.
void unit_is_currency(Breaches& broken, std::string_view field, const std::string& unit, bool money);

}  // namespace kevai::model::rules
