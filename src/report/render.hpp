#pragma once

#include <string>

#include "report/summary.hpp"
#include "text/words.hpp"

namespace kevai::report {

/// A page that stands alone (print it, mail it): styles inside, every number opens into its records
/// and their passages.
std::string to_html(const Summary& summary, text::Language language);
std::string to_markdown(const Summary& summary, text::Language language);
/// The same content as the web app reads it; names and labels in `language`, ids beside them.
std::string to_json(const Summary& summary, text::Language language);

}  // namespace kevai::report
