#include "http/pairs.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <cmath>
#include <map>

#include "model/record_json.hpp"
#include "register/persons.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

using Persons = std::map<Id, reg::KnownPerson>;

Persons persons_of(store::Reader& reader, const std::vector<reg::Candidate>& candidates) {
  const auto of_persons = [](const reg::Candidate& candidate) { return candidate.kind == model::RecordKind::person; };
  Persons persons;
  if (std::ranges::none_of(candidates, of_persons)) return persons;
  for (auto& person : reg::known_persons(reader)) persons.emplace(person.id, std::move(person));
  return persons;
}

ShownRecord shown(model::Record record, const Persons& persons) {
  ShownRecord shown{.record = std::move(record)};
  if (const auto person = persons.find(model::id_of(shown.record)); person != persons.end()) {
    shown.other_names.assign(person->second.names.begin() + 1, person->second.names.end());
    shown.posts = person->second.posts;
  }
  return shown;
}

json::object shown_json(const ShownRecord& shown) {
  auto object = model::to_json(shown.record);
  if (!shown.other_names.empty()) object["other_names"] = json::array(shown.other_names.begin(), shown.other_names.end());
  json::array posts;
  for (const auto& post : shown.posts) {
    const auto whole = model::to_json(model::Record(post));
    json::object told;
    for (const char* field : {"role", "organisation"})
      if (const auto* value = whole.if_contains(field)) told[field] = *value;
    posts.push_back(std::move(told));
  }
  if (!posts.empty()) object["posts"] = std::move(posts);
  return object;
}

}  // namespace

std::vector<ShownPair> read_pairs(store::Reader& reader, const reg::CandidateFilter& filter) {
  std::vector<ShownPair> pairs;
  auto candidates = reg::candidates(reader, filter);
  const auto persons = persons_of(reader, candidates);
  for (auto& candidate : candidates) {
    auto one = reader.record(candidate.one);
    auto other = reader.record(candidate.other);
    if (one && other) pairs.push_back({std::move(candidate), shown(std::move(*one), persons), shown(std::move(*other), persons)});
  }
  return pairs;
}

std::string reason_text(const reg::Reason& reason, const Organisations& organisations, text::Language language) {
  text::Args args = reason.args;
  for (auto& [name, value] : args) {
    if (name == "organisation" && organisations.contains(value)) value = short_name({{value}, {}}, organisations, language);
  }
  return text::words(language, "reason." + reason.code, args);
}

json::object to_json(const ShownPair& pair, const Organisations& organisations, text::Language language) {
  json::array reasons;
  for (const auto& reason : pair.candidate.likeness.reasons)
    reasons.push_back({{"code", reason.code}, {"text", reason_text(reason, organisations, language)}});
  return {{"kind", name_of(pair.candidate.kind)},
          {"score", std::round(100 * pair.candidate.likeness.score) / 100},
          {"reasons", std::move(reasons)},
          {"one", shown_json(pair.one)},
          {"other", shown_json(pair.other)}};
}

}  // namespace kevai::http
