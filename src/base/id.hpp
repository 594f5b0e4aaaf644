#pragma once

#include <compare>
#include <string>

namespace kevai {

/// A record's id: a UUID of version 7 (RFC 9562) as 36 lower-case characters. Sorts by the time
/// it was made; unique across installations.
struct Id {
  std::string value;
  auto operator<=>(const Id&) const = default;
  bool empty() const { return value.empty(); }
};

/// A new id, later than every id this process made before.
Id new_id();

/// Is this text a well-formed UUID?
bool is_uuid(const std::string& text);

/// An organisation's readable id: `vn.nghe-an`, `la.lftu`, `vn.sector.industry-trade`. It is a record's id like any other;
/// the type of its own says that a field names an organisation.
struct OrganisationId : Id {
  auto operator<=>(const OrganisationId&) const = default;
};

}  // namespace kevai
