#pragma once

#include <string>

#include "report/icalendar.hpp"
#include "store/store.hpp"
#include "text/words.hpp"

namespace kevai::report {

/// What a partnership (empty: all) has ahead, as a calendar: planned activities with their programme, what runs out or falls
/// due with a reminder, anniversaries every year; and the activities of the year past. `today` is YYYY-MM-DD.
std::string calendar(store::Reader& reader, const Id& partnership, const std::string& today, text::Language language);

}  // namespace kevai::report
