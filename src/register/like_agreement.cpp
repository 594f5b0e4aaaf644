#include "register/keys.hpp"
#include "register/weighing.hpp"
#include "text/fold.hpp"

namespace kevai::reg {
namespace {

using model::Agreement;

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text::fold(text) + " ") {
    if (c != ' ' && c != '\n') {
      word += c;
      continue;
    }
    if (const std::string key = text_key(word); !key.empty()) words.insert(key);
    word.clear();
  }
  return words;
}

/// How many of all their words both texts have: 0 to 1.
double words_in_common(std::string_view a, std::string_view b) {
  const auto x = words_of(a);
  const auto y = words_of(b);
  std::size_t common = 0;
  for (const std::string& word : x) common += y.contains(word);
  const std::size_t all = x.size() + y.size() - common;
  return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

std::optional<int> within_a_week(const PartialDate& a, const PartialDate& b) {
  const auto days = days_between(a, b);
  return days && *days <= 7 ? days : std::nullopt;
}

}  // namespace

std::optional<Likeness> likeness(const Agreement& one, const Agreement& other) {
  const Parties parties = compare(one.parties, other.parties);
  if (parties == Parties::other) return std::nullopt;
  Weighing weighing(0.3);
  weighing.add(parties == Parties::equal ? 0.2 : 0.05, parties == Parties::equal ? "same_organisations" : "organisation_in_common");
  if (one.signed_on && other.signed_on) {
    const auto days = days_between(one.signed_on, other.signed_on);
    if (days ? *days > 7 : !one.signed_on.agrees_with(other.signed_on)) return std::nullopt;
    if (!days)
      weighing.add(0.05, "days_unclear");
    else if (*days == 0)
      weighing.add(0.25, "same_day");
    else
      weighing.add(0.1, "days_apart", {{"days", std::to_string(*days)}});
  }
  const bool kinds = one.kind == other.kind;
  weighing.add(kinds ? 0.1 : 0, kinds ? "same_kind" : "akin_kinds");
  if (one.from && other.from && one.to && other.to) {
    const bool same = one.from.agrees_with(other.from) && one.to.agrees_with(other.to);
    weighing.add(same ? 0.15 : -0.25, same ? "same_period" : "other_period");
  }
  return weighing.result(0.6);
}

/// Two articles of one week word the same point differently.
std::optional<Likeness> likeness(const model::Commitment& one, const model::Commitment& other) {
  if (one.theme != other.theme || party_keys(one.parties) != party_keys(other.parties)) return std::nullopt;
  const auto days = within_a_week(one.stated_on, other.stated_on);
  const double common = words_in_common(one.content, other.content);
  if (!days || common < 0.3) return std::nullopt;
  Weighing weighing(0.2);
  weighing.add(0.1, "same_theme");
  weighing.add(0.1, "same_organisations");
  weigh_days_between_papers(weighing, *days);
  weighing.add(common / 2, "words_in_common");
  return weighing.result(0.6);
}

/// Two articles of one week state another number of the same.
std::optional<Likeness> likeness(const model::Observation& one, const model::Observation& other) {
  const auto days = within_a_week(one.stated_on, other.stated_on);
  if (!days || one.measure != other.measure || one.parties.empty() || party_keys(one.parties) != party_keys(other.parties) ||
      text_key(one.part) != text_key(other.part) || !one.from.agrees_with(other.from) || !one.to.agrees_with(other.to)) {
    return std::nullopt;
  }
  Weighing weighing(0.3);
  weighing.add(0.1, "same_measure");
  weighing.add(0.1, "same_organisations");
  weigh_days_between_papers(weighing, *days);
  const double a = one.value.figure();
  const double b = other.value.figure();
  const bool near = std::abs(a - b) <= 0.25 * std::max(a, b);
  if (agree(one.value, other.value))
    weighing.add(0.2, "same_number");
  else
    weighing.add(near ? 0.1 : -0.2, "other_number");
  return weighing.result(0.6);
}

}  // namespace kevai::reg
