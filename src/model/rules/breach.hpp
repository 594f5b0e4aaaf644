#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/rules.hpp"

/// What the files of rules share. Each rule takes a record and adds what of it is broken.
namespace kevai::model::rules {

using Breaches = std::vector<Error>;

inline Error breach(std::string code, std::string_view field, std::vector<std::pair<std::string, std::string>> args = {}) {
  args.emplace(args.begin(), "field", std::string(field));
  return {Failure::invalid, std::move(code), std::move(args), {}};
}

/// The record of that id, where it is of this kind.
template <class T>
std::optional<T> held(const Register& in, const Id& id) {
  if (id.empty()) return std::nullopt;
  const auto record = in.record(id);
  const T* found = record ? std::get_if<T>(&*record) : nullptr;
  return found ? std::optional(*found) : std::nullopt;
}

/// Are both known, and the second certainly before the first?
void in_order(Breaches& broken, const PartialDate& start, std::string_view end_field, const PartialDate& end);
/// Is the part certainly more than the whole?
void within(Breaches& broken, std::string_view part_field, const Quantity& part, const Quantity& whole);
/// Are both sides one and the same?
void two_sides(Breaches& broken, std::string_view field, const Party& side, const Party& other);
/// Something must be there.
void needed(Breaches& broken, std::string_view field, bool there);

/// Does following `next` from `first` lead back to `start`? Then the record from which it does.
template <class Next>
std::optional<Id> way_back(const Id& start, const Id& first, Next&& next) {
  std::vector<Id> ahead{first};
  std::vector<Id> seen;
  while (!ahead.empty()) {
    const Id at = std::move(ahead.back());
    ahead.pop_back();
    if (at.empty() || std::ranges::find(seen, at) != seen.end()) continue;
    if (at == start) return seen.empty() ? start : seen.back();
    seen.push_back(at);
    for (Id& id : next(at)) ahead.push_back(std::move(id));
  }
  return std::nullopt;
}
/// Of a field by which records of kind T name one of their own.
template <class T>
void no_ring(Breaches& broken, const Register& in, std::string_view field, const T& record, Id T::* named) {
  const auto next = [&](const Id& id) {
    const auto one = held<T>(in, id);
    return std::vector<Id>{one ? (*one).*named : Id{}};
  };
  if (const auto from = way_back(record.id, record.*named, next)) broken.push_back(breach("ring", field, {{"id", from->value}}));
}

/// A text that can be kept and shown.
void well_formed(Breaches& broken, std::string_view field, const std::string& text);
/// Of every field, by its type: text, numbers, references.
void of_fields(Breaches& broken, const Record& record, const Register& in);

/// Of each kind.
void of(Breaches& broken, const Register& in, const Partnership& record);
void of(Breaches& broken, const Register& in, const Agreement& record);
void of(Breaches& broken, const Register& in, const Commitment& record);
void of(Breaches& broken, const Register& in, const Activity& record);
void of(Breaches& broken, const Register& in, const Person& record);
void of(Breaches& broken, const Register& in, const Post& record);
void of(Breaches& broken, const Register& in, const Observation& record);
void of(Breaches& broken, const Register& in, const Target& record);
void of(Breaches& broken, const Register& in, const Occasion& record);
void of(Breaches& broken, const Register& in, const Support& record);
void of(Breaches& broken, const Register& in, const Award& record);
void of(Breaches& broken, const Register& in, const Organisation& record);
void of(Breaches& broken, const Register& in, const Division& record);
void of(Breaches& broken, const Register& in, const Course& record);
void of(Breaches& broken, const Register& in, const Trainee& record);
void of(Breaches& broken, const Register& in, const Delegate& record);
void of(Breaches& broken, const Register& in, const AgendaItem& record);
void of(Breaches& broken, const Register& in, const Proposal& record);
void of(Breaches& broken, const Register& in, const Attachment& record);
void of(Breaches& broken, const Register& in, const Note& record);

}  // namespace kevai::model::rules
