#include <algorithm>
#include <unordered_map>

#include "register/keys.hpp"
#include "register/persons.hpp"
#include "register/weighing.hpp"
#include "text/name_key.hpp"

namespace kevai::reg {
namespace {

constexpr std::size_t shortest_loose_key = 5;  // shorter ones are compared only as they are
constexpr std::size_t most_under_a_key = 50;   // of the persons who share one, so many are compared with each other
constexpr double for_the_same_post = 0.05;
constexpr double for_the_same_document = -0.15;

std::vector<std::string> keys_of(const std::string& name) {
  const std::string key = text::name_key(without_address(name));
  if (key.size() < shortest_loose_key) return key.empty() ? std::vector<std::string>{} : std::vector{key};
  return text::near_keys(key);
}

using Pairs = std::set<std::pair<std::size_t, std::size_t>>;

/// Who stands under one key with whom.
Pairs met_under_a_key(const std::vector<KnownPerson>& all) {
  std::unordered_map<std::string, std::vector<std::size_t>> by_key;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const std::string& name : all[i].names) {
      for (const std::string& key : keys_of(name)) {
        auto& there = by_key[key];
        if (there.size() < most_under_a_key && (there.empty() || there.back() != i)) there.push_back(i);
      }
    }
  }
  Pairs pairs;
  for (const auto& [key, there] : by_key) {
    for (std::size_t a = 0; a < there.size(); ++a)
      for (std::size_t b = a + 1; b < there.size(); ++b) pairs.emplace(there[a], there[b]);
  }
  return pairs;
}

text::NameMatch best_match(const KnownPerson& one, const KnownPerson& other) {
  text::NameMatch best;
  for (const std::string& a : one.names) {
    for (const std::string& b : other.names) {
      text::NameMatch match = text::match_names(without_address(a), without_address(b));
      if (match.score > best.score) best = std::move(match);
    }
  }
  return best;
}

/// The organisation both hold a post at; none where there is none.
std::optional<model::Party> common_organisation(const KnownPerson& one, const KnownPerson& other) {
  for (const model::Post& a : one.posts) {
    for (const model::Post& b : other.posts) {
      if (!a.organisation.empty() && party_key(a.organisation) == party_key(b.organisation)) return a.organisation;
    }
  }
  return std::nullopt;
}

bool share_a_document(const KnownPerson& one, const KnownPerson& other) {
  return std::ranges::any_of(one.documents, [&](const Id& id) { return other.documents.contains(id); });
}

/// One post speaks for one person; one article that has both spellings means two.
std::optional<Likeness> likeness(const KnownPerson& one, const KnownPerson& other) {
  text::NameMatch match = best_match(one, other);
  Weighing weighing(match.score);
  for (text::NameReason& reason : match.reasons) weighing.add(0, std::move(reason.code), std::move(reason.args));
  if (const auto organisation = common_organisation(one, other)) {
    weighing.add(for_the_same_post, "same_post",
                 {{"organisation", organisation->id.empty() ? organisation->stated : organisation->id.value}});
  }
  if (share_a_document(one, other)) weighing.add(for_the_same_document, "same_document");
  return weighing.result(text::names_alike);
}

}  // namespace

std::vector<Candidate> like_persons(store::Reader& reader, const Id& with, const DecidedPairs& decided) {
  const auto all = known_persons(reader);
  std::vector<Candidate> found;
  for (const auto& [a, b] : met_under_a_key(all)) {
    const auto [one, other] = std::minmax(all[a].id, all[b].id);
    if (!with.empty() && one != with && other != with) continue;
    if (decided.contains({one, other})) continue;
    if (auto alike = likeness(all[a], all[b])) found.push_back({model::RecordKind::person, one, other, std::move(*alike)});
  }
  return found;
}

}  // namespace kevai::reg
