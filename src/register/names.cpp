#include "register/names.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "register/keys.hpp"

namespace kevai::reg {
namespace {

using model::RecordKind;

constexpr std::size_t shortest_loose_key = 5;  // shorter ones are compared only as they are
constexpr std::size_t most_under_a_key =
    50;  // of the persons who share one, so many are compared with each other
constexpr double for_the_same_post = 0.05;
constexpr double for_the_same_document = 0.15;

/// A person with what is known of him beside the name.
struct Known {
  NamedPerson person;
  std::set<Id> documents;
};

std::vector<Known> known_persons(store::Reader& reader) {
  std::vector<Known> all;
  std::map<Id, std::size_t> at;
  for (const model::Record& record : reader.records(RecordKind::person)) {
    const auto& person = std::get<model::Person>(record);
    at.emplace(person.id, all.size());
    all.push_back({{.id = person.id, .names = {person.name}}, {}});
  }
  const auto known = [&](const Id& id) -> Known* {
    const auto found = at.find(id);
    return found == at.end() ? nullptr : &all[found->second];
  };
  for (const model::Record& record : reader.merged_away(RecordKind::person)) {
    const auto& person = std::get<model::Person>(record);
    if (Known* standing = known(reader.standing(person.id))) standing->person.names.push_back(person.name);
  }
  for (const model::Record& record : reader.records(RecordKind::post)) {
    const auto& post = std::get<model::Post>(record);
    if (Known* holder = known(post.person)) holder->person.posts.push_back(post);
  }
  for (const model::Citation& citation : reader.citations(RecordKind::person)) {
    if (Known* cited = known(citation.record)) cited->documents.insert(citation.document);
  }
  return all;
}

std::vector<std::string> keys_of(const std::string& name) {
  const std::string key = text::name_key(without_address(name));
  if (key.size() < shortest_loose_key) return key.empty() ? std::vector<std::string>{} : std::vector{key};
  return text::near_keys(key);
}

using Pairs = std::set<std::pair<std::size_t, std::size_t>>;

/// Who stands under one key with whom.
Pairs met_under_a_key(const std::vector<Known>& all) {
  std::unordered_map<std::string, std::vector<std::size_t>> by_key;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const std::string& name : all[i].person.names) {
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

text::NameMatch best_match(const NamedPerson& one, const NamedPerson& other) {
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
std::optional<model::Party> common_organisation(const NamedPerson& one, const NamedPerson& other) {
  for (const model::Post& a : one.posts) {
    for (const model::Post& b : other.posts) {
      if (!a.organisation.empty() && party_key(a.organisation) == party_key(b.organisation))
        return a.organisation;
    }
  }
  return std::nullopt;
}

bool share_a_document(const Known& one, const Known& other) {
  return std::ranges::any_of(one.documents, [&](const Id& id) { return other.documents.contains(id); });
}

/// The two as a question, where they are alike enough. One post speaks for one person; one article that has
/// both spellings means two.
std::optional<NameCandidate> candidate(const Known& one, const Known& other) {
  text::NameMatch match = best_match(one.person, other.person);
  if (const auto organisation = common_organisation(one.person, other.person)) {
    match.score += for_the_same_post;
    match.reasons.push_back(
        {"same_post",
         {{"organisation", organisation->id.empty() ? organisation->stated : organisation->id.value}}});
  }
  if (share_a_document(one, other)) {
    match.score -= for_the_same_document;
    match.reasons.push_back({"same_document", {}});
  }
  if (match.score < text::names_alike) return std::nullopt;
  return NameCandidate{one.person, other.person, std::min(match.score, 1.0), std::move(match.reasons)};
}

/// The pairs somebody decided, by the records that stand for them now.
std::set<std::pair<Id, Id>> decided(store::Reader& reader) {
  std::set<std::pair<Id, Id>> pairs;
  for (const model::Verdict& verdict : reader.verdicts()) {
    if (verdict.judgement == model::Judgement::open) continue;
    pairs.insert(std::minmax(reader.standing(verdict.one), reader.standing(verdict.other)));
  }
  return pairs;
}

}  // namespace

std::vector<NameCandidate> name_candidates(store::Reader& reader) {
  const auto all = known_persons(reader);
  const auto answered = decided(reader);
  std::vector<NameCandidate> found;
  for (const auto& [a, b] : met_under_a_key(all)) {
    if (answered.contains(std::minmax(all[a].person.id, all[b].person.id))) continue;
    if (auto asked = candidate(all[a], all[b])) found.push_back(std::move(*asked));
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &NameCandidate::score);
  return found;
}

}  // namespace kevai::reg
