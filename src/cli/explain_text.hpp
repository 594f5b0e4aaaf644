#pragma once

#include <string>
#include <string_view>

#include "cli/finding_text.hpp"
#include "extract/extract.hpp"

namespace kevai::cli {

/// "khá chắc, 72%"; empty where the confidence is not known.
std::string certainty_text(double confidence, text::Language language);

/// An article's facts and what lies behind each, for a terminal. `text` is the article's, which was read with
/// Explain::yes; `name` is its file's.
std::string explain_text(const extract::Article& article, std::string_view text, std::string_view name, const Organisations& organisations,
                         text::Language language);

}  // namespace kevai::cli
