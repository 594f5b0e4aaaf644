#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_names.hpp"
#include "extract/fact.hpp"
#include "text/words.hpp"

/// How likely a person will find a fact right as it stands, told from how it was found.
namespace kevai::extract {

/// What is known of a fact once it is finished and may speak for or against it.
enum class Sign {
  date_in_quote,     ///< a date it is known by stands in its quote
  date_in_sentence,  ///< … elsewhere in its sentence
  date_of_dateline,  ///< … is the article's own day, or its month or year
  date_carried,      ///< … was told elsewhere in the article
  date_none,         ///< it should have a date and has none
  date_vague,        ///< its date has no day
  orgs_in_quote,     ///< the organisations it is known by are named in its quote
  orgs_in_sentence,  ///< … in its sentence
  orgs_of_context,   ///< at least one of them is not named there: "hai bên"
  orgs_none,
  org_without_id,  ///< one of them is not known by an id
  number_in_words,
  number_small,      ///< below ten
  number_qualified,  ///< "gần", "hơn"
  number_none,       ///< it should have a number and has none
  told_again,        ///< the article tells it more than once
  in_caption,
  in_list,  ///< its line is an item of a list
  long_sentence,
  short_quote,
  long_quote,
  planned,      ///< what leads to it is planned, asked or hoped for
  of_the_past,  ///< its sentence tells of an earlier year
  crowded,      ///< many facts stand in its sentence
  many_alike,   ///< the article states many of its type
  early,        ///< in the first part of the main text
  late,         ///< in its last part
  undated_article,
  one_sided_article,  ///< names organisations of one country only
  name_short,         ///< a person by one syllable or word
  name_long,
  role_of_nobody,  ///< a person's post without its organisation
};

struct Signs {
  std::bitset<40> bits;
  std::size_t type = 0;  ///< of fact_types
  text::Language language = text::Language::vi;
  std::string_view rule;

  void note(Sign sign, bool holds = true) { bits.set(static_cast<std::size_t>(sign), holds); }
  bool has(Sign sign) const { return bits.test(static_cast<std::size_t>(sign)); }
};

/// Their names as the weights are listed under: `type.activity`, `language.vi`, `rule.activity.meeting`, and
/// those of each sign.
std::vector<std::string> names_of(const Signs& signs);

/// From 0.01 to 0.99, by two decimals: of facts with 0.80, four in five are right. The weights are those of
/// data/confidence.tsv, fitted by script/calibrate; a rule too new to have one counts as its type does.
double confidence_of(const Signs& signs);

/// The signs that speak most against a fact, the strongest first: three at most, and
/// none where it is `sure`.
std::vector<std::string> doubts_of(const Signs& signs);

/// How a person is told: above what confidence a fact is `sure`, `fair`, or `doubtful`.
enum class Certainty { sure, fair, doubtful };
Certainty certainty_of(double confidence);

}  // namespace kevai::extract

namespace kevai {
template <>
inline constexpr std::array enum_names<extract::Sign> = {std::string_view("date_in_quote"),
                                                         std::string_view("date_in_sentence"),
                                                         std::string_view("date_of_dateline"),
                                                         std::string_view("date_carried"),
                                                         std::string_view("date_none"),
                                                         std::string_view("date_vague"),
                                                         std::string_view("orgs_in_quote"),
                                                         std::string_view("orgs_in_sentence"),
                                                         std::string_view("orgs_of_context"),
                                                         std::string_view("orgs_none"),
                                                         std::string_view("org_without_id"),
                                                         std::string_view("number_in_words"),
                                                         std::string_view("number_small"),
                                                         std::string_view("number_qualified"),
                                                         std::string_view("number_none"),
                                                         std::string_view("told_again"),
                                                         std::string_view("in_caption"),
                                                         std::string_view("in_list"),
                                                         std::string_view("long_sentence"),
                                                         std::string_view("short_quote"),
                                                         std::string_view("long_quote"),
                                                         std::string_view("planned"),
                                                         std::string_view("of_the_past"),
                                                         std::string_view("crowded"),
                                                         std::string_view("many_alike"),
                                                         std::string_view("early"),
                                                         std::string_view("late"),
                                                         std::string_view("undated_article"),
                                                         std::string_view("one_sided_article"),
                                                         std::string_view("name_short"),
                                                         std::string_view("name_long"),
                                                         std::string_view("role_of_nobody")};
template <>
inline constexpr std::array enum_names<extract::Certainty> = {std::string_view("sure"), std::string_view("fair"),
                                                              std::string_view("doubtful")};
}  // namespace kevai
