#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/party.hpp"

/// Keys under which spellings of the same thing meet: no case, no diacritics, no spaces, no punctuation.
namespace kevai::reg {

/// "Biên bản  ghi nhớ" and "BIEN BAN GHI NHO" alike: `bienbanghinho`; Lao as text::fold gives it.
std::string text_key(std::string_view text);

/// A person's name as written, without the forms of address before it.
std::string without_address(std::string_view name);

/// text_key of a person's name without the forms of address before it ("đồng chí", "ông", "Mr", "ທ່ານ").
std::string person_key(std::string_view name);

/// text::name_key of a person's name without the forms of address before it: "Phu Von Si Khăm On" and
/// "Phouvone Sykhamone" alike, since articles in Vietnamese and in English each write a Lao name by ear. Too
/// coarse to find a person by.
std::string sound_key(std::string_view name);

/// The organisation's id where it is known; else the key of its stated name, marked as such.
std::string party_key(const model::Party& party);
std::set<std::string> party_keys(const std::vector<model::Party>& parties);
/// The ids of those that are known.
std::set<std::string> known_ids(const std::vector<model::Party>& parties);

/// Do both texts, by key, say the same, or is one part of the other ("Nghệ An", "tỉnh Nghệ An")? Empty: no.
bool same_text(std::string_view a, std::string_view b);
/// Is just one of them in Lao script, so that the same words cannot be told from others?
bool in_two_scripts(std::string_view a, std::string_view b);
/// Do they say different things? Not where one is empty or where one is Lao script and the other is not:
/// the register does not transliterate.
bool contradicts(std::string_view a, std::string_view b);

}  // namespace kevai::reg
