#pragma once

#include <string>

#include "report/outline.hpp"

/// The parts of the page, each as HTML.
namespace kevai::report::html {

/// A list of lines, each with its references and marks; empty for no lines.
std::string list(const std::vector<Line>& lines, const Outline& outline, text::Language language);
/// The table of said beside counted.
std::string figures(const std::vector<FigureRow>& rows, const Outline& outline, text::Language language);
std::string section(const Section& section, const Outline& outline, text::Language language);
/// Every record named, numbered, with the passages it rests on.
std::string sources(const Outline& outline, text::Language language);

}  // namespace kevai::report::html
