#pragma once

#include <string>

#include "extract/fact.hpp"
#include "http/names.hpp"

namespace kevai::cli {

using http::Organisations;

/// A fact in one line of the user's language: "Activity: visit · 09/08/2017 · Nghệ An, Xiangkhouang".
std::string text_of(const extract::Fact& fact, const Organisations& organisations, text::Language language);

}  // namespace kevai::cli
