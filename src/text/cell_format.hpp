#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kevai::text {

/// What of a moment a number format shows.
enum class Shown { nothing, year, month, day, time, moment };

/// Of a format's code as XLSX has it: `dd/mm/yyyy`, `[$-409]mmm yy`, `h:mm`; nothing of a moment in
/// `#,##0.00`.
Shown shown_by(std::string_view format_code);
/// Of the formats that have no code, only a number (ECMA-376, 18.8.30); nothing where it is not one of them.
std::optional<Shown> shown_by_number(int format);

/// A serial number as it is shown: `2023-07-18`, `2023-07`, `08:30`, `2023-07-18 08:30`; empty where it is no
/// day between 1900 and 9999. `from_1904`: days count from 1904-01-01, as old Macintosh files do.
std::string moment_text(double serial, Shown shown, bool from_1904);

}  // namespace kevai::text
