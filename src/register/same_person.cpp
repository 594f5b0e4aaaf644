#include "register/keys.hpp"
#include "register/same.hpp"

namespace kevai::reg {

/// Articles spell a name with and without its marks and put different words of address before it; the key is
/// what stays. Two people of one name are told apart by their posts.
Sameness same(const model::Person& held, const model::Person& told, const Telling&) {
  return held.key == told.key ? Sameness(1) : std::nullopt;
}

/// A post is one by who holds it, where, and as what.
Sameness same(const model::Post& held, const model::Post& told, const Telling&) {
  const bool one = held.person == told.person && party_key(held.organisation) == party_key(told.organisation) &&
                   text_key(held.role) == text_key(told.role);
  return one ? Sameness(1) : std::nullopt;
}

/// A day that returns is one by its name and its date; every article gives it another anniversary number.
Sameness same(const model::Occasion& held, const model::Occasion& told, const Telling&) {
  const bool one = text_key(held.name) == text_key(told.name) && held.date.agrees_with(told.date);
  return one ? Sameness(1) : std::nullopt;
}

}  // namespace kevai::reg
