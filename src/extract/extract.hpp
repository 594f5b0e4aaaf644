#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/partial_date.hpp"
#include "extract/explanation.hpp"
#include "extract/fact.hpp"

namespace kevai::extract {

/// An article's main text, found among the menus, captions and related-news lists around it.
struct Article {
  std::string title;                      ///< empty where none is found
  std::string language;                   ///< vi, lo or en
  PartialDate dateline;                   ///< the day it was written or published; where it says none, the day its first paragraph tells of
  std::vector<Span> main;                 ///< the paragraphs of the main text, in order
  std::vector<Fact> facts;                ///< in the order of their quotes
  std::vector<Explanation> explanations;  ///< one for each fact, where asked for
};

enum class Explain { no, yes };

/// Reads one article. `text` is well-formed UTF-8 (text::decode gives it); spans are byte offsets
/// into it. `date`, where given, stands for the dateline the text may lack. Never fails: a text
/// that is no article gives no facts. Time and memory grow linearly with the text.
Article read(std::string_view text, const PartialDate& date = {}, Explain explain = Explain::no);

/// A fact as one line of JSON in the form of docs/facts.md, with `begin` and `end`; no newline.
std::string to_json(const Fact& fact);
/// The same with its `explanation`, likewise in the form of docs/facts.md.
std::string to_json(const Fact& fact, const Explanation& explanation);
/// The explanation alone.
std::string to_json(const Explanation& explanation);

/// The reverse of to_json. Throws Broken (`fact_unreadable`) on anything else: only what to_json wrote is read.
Fact from_json(std::string_view line);

}  // namespace kevai::extract
