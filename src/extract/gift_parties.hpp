#pragma once

#include "extract/rules.hpp"

/// Who gives, who is given, and why.
namespace kevai::extract {

/// Whose gift the verb tells of: the body or place named before it, else who acts.
std::string giver_of(const Sentence& s, const Context& context, const text::Cue& give);

/// To whom what stands between the verb and token `end` goes: an id, or as written where it is no body; where
/// not told the other side.
std::string receiver_of(const Sentence& s, const Context& context, const text::Cue& give, std::size_t end, const std::string& giver);

/// To whom the thing that ends at token `at` goes, where it says so itself ("a set of loudspeakers for the
/// district union"); empty where it does not.
std::string own_receiver(const Sentence& s, const Context& context, std::size_t at, std::size_t end);

/// The body a word such as "from" or "to" names, also by one of its officials; empty where it names none.
std::string named_after(const Sentence& s, const Context& context, const text::Cue& word);

/// The side of a country's other than that of `org`; empty where that is not known.
std::string other_side(const Context& context, const std::string& org);

/// Why: told after what was given, between verb and money, or before the giver. `first` and `last`, the
/// tokens of the quote, grow to hold it.
std::string purpose_of(const Sentence& s, const text::Cue& give, std::size_t end, std::size_t& first, std::size_t& last);

}  // namespace kevai::extract
