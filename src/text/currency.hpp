#pragma once

#include <string_view>

namespace kevai::text {

/// Is this the code of a currency of ISO 4217 in use: VND, LAK, USD?
bool is_currency(std::string_view code);

}  // namespace kevai::text
