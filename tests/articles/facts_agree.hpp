#pragma once

#include <algorithm>
#include <boost/json.hpp>
#include <cctype>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/partial_date.hpp"
#include "text/fold.hpp"

/// When a fact that was found is the fact that was written down by hand: both as the JSON objects of
/// docs/facts.md.
namespace kevai::test {

using JsonFact = boost::json::object;

inline std::string text_of(const JsonFact& fact, std::string_view field) {
  const auto* value = fact.if_contains(field);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

/// Folded, with a space for all that is neither letter nor digit.
inline std::string plain(std::string_view text) {
  std::string folded = text::fold(text);
  for (char& c : folded)
    if (static_cast<unsigned char>(c) < 0x80 && !std::isalnum(static_cast<unsigned char>(c))) c = ' ';
  return folded;
}

inline std::set<std::string> words_of(std::string_view text) {
  std::istringstream words(plain(text));
  return {std::istream_iterator<std::string>(words), {}};
}

/// The same letters, however they are parted: ບຸນທະວີ, ບຸນ-ທະວີ.
inline bool same_letters(std::string_view a, std::string_view b) {
  std::string x = plain(a), y = plain(b);
  std::erase(x, ' ');
  std::erase(y, ' ');
  return !x.empty() && x == y;
}

/// How much of the shorter text's words the other has, from 0 to 1.
inline double overlap(std::string_view a, std::string_view b) {
  const auto in_a = words_of(a);
  const auto in_b = words_of(b);
  if (in_a.empty() || in_b.empty()) return 0;
  std::size_t common = 0;
  for (const auto& word : in_a) common += in_b.count(word);
  return static_cast<double>(common) / static_cast<double>(std::min(in_a.size(), in_b.size()));
}

inline bool is_organisation_id(std::string_view name) {
  return (name.starts_with("vn.") || name.starts_with("la.")) && name.find(' ') == name.npos;
}

inline bool texts_agree(std::string_view gold, std::string_view found) {
  if (is_organisation_id(gold) && is_organisation_id(found)) return gold == found;
  return same_letters(gold, found) || overlap(gold, found) >= 0.75;
}

inline bool dates_agree(std::string_view gold, std::string_view found) {
  const auto a = PartialDate::parse(gold);
  const auto b = PartialDate::parse(found);
  return a && b && !a->empty() && !b->empty() && a->agrees_with(*b);
}

inline std::vector<std::string> names_of(const JsonFact& fact, std::string_view field) {
  std::vector<std::string> names;
  const auto* value = fact.if_contains(field);
  if (value && value->is_array())
    for (const auto& name : value->get_array()) names.emplace_back(name.as_string());
  return names;
}

/// Is one of the organisations both facts'? Always, where either names none.
inline bool share_one(const JsonFact& gold, const JsonFact& found, std::string_view field) {
  const auto in_gold = names_of(gold, field);
  const auto in_found = names_of(found, field);
  if (in_gold.empty() || in_found.empty()) return true;
  for (const auto& a : in_gold)
    for (const auto& b : in_found)
      if (texts_agree(a, b)) return true;
  return false;
}

inline bool fields_agree(const JsonFact& gold, const JsonFact& found, std::string_view field) {
  const auto* a = gold.if_contains(field);
  const auto* b = found.if_contains(field);
  if (!a || !b) return false;
  if (a->is_number())
    return b->is_number() &&
           std::fabs(a->to_number<double>() - b->to_number<double>()) <= 1e-3 * std::max(1.0, std::fabs(a->to_number<double>()));
  if (a->is_array()) return share_one(gold, found, field);
  const auto text = text_of(gold, field);
  return PartialDate::parse(text) ? dates_agree(text, text_of(found, field)) : texts_agree(text, text_of(found, field));
}

inline bool is_money(const JsonFact& fact) {
  return text_of(fact, "item") == "money";
}

/// Do the fields by which a fact of this type is known agree?
inline bool keys_agree(const JsonFact& gold, const JsonFact& found) {
  const std::string type = text_of(gold, "type");
  if (type != text_of(found, "type")) return false;
  const auto agree = [&](std::string_view field) { return fields_agree(gold, found, field); };
  const auto same = [&](std::string_view field) { return text_of(gold, field) == text_of(found, field); };
  const auto may_differ = [&](std::string_view field) { return !gold.contains(field) || !found.contains(field) || agree(field); };
  if (type == "quantity" || type == "target") return same("measure") && agree("value");
  if (type == "person") return agree("name");
  if (type == "occasion") return agree("date");
  if (type == "commitment") return same("theme");
  if (type == "activity") return same("kind") && (gold.contains("date") ? agree("date") : share_one(gold, found, "orgs"));
  if (type == "award") return overlap(text_of(gold, "kind"), text_of(found, "kind")) >= 0.6 && may_differ("count");
  if (type == "support") return is_money(gold) ? agree("value") : overlap(text_of(gold, "item"), text_of(found, "item")) >= 0.6;
  if (type != "agreement") return false;
  const bool dated = agree("signed") || agree("from") || agree("to");
  return dated && may_differ("signed") && may_differ("from") && may_differ("to") && share_one(gold, found, "parties");
}

/// How well a found fact fits: 0 where the keys do not agree, else 1 and the share of all fields that do.
inline double fit(const JsonFact& gold, const JsonFact& found) {
  if (!keys_agree(gold, found)) return 0;
  double right = 0;
  for (const auto& [field, value] : gold) right += fields_agree(gold, found, field);
  return 1 + right / static_cast<double>(gold.size());
}

struct Score {
  std::size_t paired = 0;
  std::size_t gold = 0;
  std::size_t found = 0;

  double precision() const { return found ? static_cast<double>(paired) / static_cast<double>(found) : 0; }
  double recall() const { return gold ? static_cast<double>(paired) / static_cast<double>(gold) : 0; }
  double f1() const { return gold + found ? 2.0 * static_cast<double>(paired) / static_cast<double>(gold + found) : 0; }
  Score& operator+=(const Score& other) {
    paired += other.paired, gold += other.gold, found += other.found;
    return *this;
  }
};

/// Which fact found is which written down, one to one, the best fits first: gold's index → found's.
inline std::map<std::size_t, std::size_t> pairs_of(const std::vector<JsonFact>& gold, const std::vector<JsonFact>& found) {
  struct Pair {
    double fit;
    std::size_t gold, found;
  };
  std::vector<Pair> candidates;
  for (std::size_t g = 0; g < gold.size(); ++g)
    for (std::size_t f = 0; f < found.size(); ++f)
      if (const double how_well = fit(gold[g], found[f]); how_well > 0) candidates.push_back({how_well, g, f});
  std::stable_sort(candidates.begin(), candidates.end(), [](const Pair& a, const Pair& b) { return a.fit > b.fit; });
  std::map<std::size_t, std::size_t> pairs;
  std::set<std::size_t> taken;
  for (const auto& pair : candidates) {
    if (pairs.count(pair.gold) || taken.count(pair.found)) continue;
    pairs[pair.gold] = pair.found;
    taken.insert(pair.found);
  }
  return pairs;
}

inline Score score(const std::vector<JsonFact>& gold, const std::vector<JsonFact>& found) {
  return {pairs_of(gold, found).size(), gold.size(), found.size()};
}

}  // namespace kevai::test
