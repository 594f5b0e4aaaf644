#pragma once

#include <algorithm>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/record.hpp"
#include "register/keys.hpp"

/// A record takes from another telling what it lacks and what that knows more precisely of the same, and never gives up
/// what it has: where a passage disagrees the first value stays, and the passage's own stands in its citation.
namespace kevai::reg {

/// Each takes a value told into the one held; did that change it?
inline bool fill(std::string& held, const std::string& told) {
  if (!held.empty() || told.empty()) return false;
  held = told;
  return true;
}

inline bool fill(Id& held, const Id& told) {
  return fill(held.value, told.value);
}

inline bool fill(int& held, int told) {
  if (held != 0 || told == 0) return false;
  held = told;
  return true;
}

inline bool fill(std::vector<Id>& held, const std::vector<Id>& told) {
  bool changed = false;
  for (const Id& id : told) {
    if (std::ranges::find(held, id) != held.end()) continue;
    held.push_back(id);
    changed = true;
  }
  return changed;
}

/// Where both can be the same day, what either knows of it.
inline bool fill(PartialDate& held, const PartialDate& told) {
  if (!told || !held.agrees_with(told)) return false;
  const auto either = [](int a, int b) { return a != 0 ? a : b; };
  const auto both = PartialDate::make(either(held.year(), told.year()), either(held.month(), told.month()), either(held.day(), told.day()));
  if (!both || *both == held) return false;
  held = *both;
  return true;
}

inline bool fill(Quantity& held, const Quantity& told) {
  if (!agree(held, told) || !more_precise(told, held)) return false;
  held = told;
  return true;
}

inline bool fill(model::Party& held, const model::Party& told) {
  if (!held.empty() || told.empty()) return false;
  held = told;
  return true;
}

inline bool fill(std::vector<model::Party>& held, const std::vector<model::Party>& told) {
  bool changed = false;
  for (const model::Party& party : told) {
    const auto is_it = [&](const model::Party& other) { return party_key(other) == party_key(party); };
    if (std::ranges::any_of(held, is_it)) continue;
    held.push_back(party);
    changed = true;
  }
  return changed;
}

inline bool fill(model::AgreementKind& held, model::AgreementKind told) {
  if (held != model::AgreementKind::unstated || told == model::AgreementKind::unstated) return false;
  held = told;
  return true;
}

/// A kind or theme is part of what makes two tellings one record; a state is for people to change.
template <NamedEnum E>
bool fill(E&, E) {
  return false;
}

/// One day of an activity becomes the days it lasted, where the other telling knows these.
inline bool lengthen(model::Activity& held, const model::Activity& told) {
  const std::string day = held.date.text();
  const bool within = !held.end_date && told.end_date && held.date.precision() == told.date.precision() && told.date.text() < day &&
                      day <= told.end_date.text();
  if (!within) return false;
  held.date = told.date;
  held.end_date = told.end_date;
  return true;
}

/// Extends `held` field by field; did anything change?
template <class T>
bool extend(T& held, const T& told) {
  bool changed = false;
  if constexpr (std::is_same_v<T, model::Activity>) changed = lengthen(held, told);
  describe(held, [&](std::string_view held_name, auto& into) {
    describe(told, [&](std::string_view told_name, const auto& from) {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(into)>, std::remove_cvref_t<decltype(from)>>) {
        if (held_name == told_name) changed |= fill(into, from);
      }
    });
  });
  return changed;
}

}  // namespace kevai::reg
