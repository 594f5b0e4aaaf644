#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_names.hpp"
#include "base/partial_date.hpp"
#include "base/quantity.hpp"
#include "extract/fact.hpp"

/// Why a fact was found: what a reader needs to follow the program from the passage to the fact.
namespace kevai::extract {

/// How a value of a fact came about, the surest first.
enum class Origin {
  quote,     ///< words of its quote say it
  sentence,  ///< other words of its sentence do
  context,   ///< words of its sentence stand for it: "hai bên"
  article,   ///< words elsewhere in the article say it
  dateline,  ///< it is the article's own day, or its month or year
  reasoned,  ///< no words say it: worked out by the rule
};

/// Where the value of a field comes from; a field of several organisations has one for each.
struct FieldSource {
  std::string field;
  std::string value;  ///< as in the fact's JSON
  Origin origin = Origin::reasoned;
  Span span;                ///< of the words that say it; empty where none do
  std::string words;        ///< they themselves
  std::string form;         ///< of an organisation: how those words name it (OrgForm)
  bool year_added = false;  ///< of a date: the year is not among those words
};

/// Something read in the quote.
struct Clue {
  enum class Kind { cue, organisation, place, person, date, number };
  Kind kind = Kind::cue;
  Span span;
  std::string words;
  std::string tag;                 ///< a cue's meaning (data/lexicon); how an organisation is named (OrgForm)
  std::vector<std::string> means;  ///< organisations, a person's name and role, a date or both ends of a period
  Quantity number;
};

struct Explanation {
  Span sentence;  ///< the sentence its quote stands in
  std::vector<FieldSource> fields;
  std::vector<Clue> clues;          ///< in order
  std::vector<std::string> signs;   ///< what its confidence was told from (confidence.hpp)
  std::vector<std::string> doubts;  ///< those of them that speak most against it
};

}  // namespace kevai::extract

namespace kevai {
template <>
inline constexpr std::array enum_names<extract::Origin> = {std::string_view("quote"),    std::string_view("sentence"),
                                                           std::string_view("context"),  std::string_view("article"),
                                                           std::string_view("dateline"), std::string_view("reasoned")};
template <>
inline constexpr std::array enum_names<extract::Clue::Kind> = {std::string_view("cue"),   std::string_view("organisation"),
                                                               std::string_view("place"), std::string_view("person"),
                                                               std::string_view("date"),  std::string_view("number")};
}  // namespace kevai
