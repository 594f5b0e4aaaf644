#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/partial_date.hpp"
#include "base/quantity.hpp"
#include "base/result.hpp"

/// The words users read, in their language. They stand in data/words/<topic>.json, each one flat object
/// of key → {"vi": …, "lo": …, "en": …} with `{name}` for arguments; the web app reads the same files.
namespace kevai::text {

enum class Language { vi, lo, en };
std::string_view code(Language language);                    ///< vi, lo, en
std::optional<Language> language_of(std::string_view code);  ///< of `vi`, `vi-VN`, `vi_VN.UTF-8` …

using Args = std::vector<std::pair<std::string, std::string>>;

/// The text of that key with its arguments filled in; the key itself where there is none (a test
/// proves that each key has all three languages).
std::string words(Language language, std::string_view key, const Args& args = {});
/// Is there a text of that key?
bool has_words(std::string_view key);

/// An error as its user reads it (`error.<code>`): a `field` or a `record_kind` among its args is told by its word, its parts
/// are `{faults}`, and what its args do not hold stays as `{name}`.
std::string message(Language language, const Error& error);

/// 1.234.567 in Vietnamese and Lao, 1,234,567 in English.
std::string number(Language language, double value);
/// "gần 44.000.000", "over 15", "hàng trăm triệu": the qualifier in that language and the figure. Empty
/// for an empty quantity.
std::string quantity(Language language, const Quantity& quantity);
/// In Vietnamese and Lao 09/08/2017, 06/2022, 2019, 25/5 (no year); in English 9 August 2017, June 2022,
/// 2019, 25 May. Empty for no date.
std::string date(Language language, const PartialDate& date);

}  // namespace kevai::text
