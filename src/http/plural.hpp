#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/record.hpp"

namespace kevai::http {

/// How the records of a kind are called together, in paths and commands: `persons`, `agenda-items`.
std::string_view plural_of(model::RecordKind kind);
/// The kind of that plural, or of its own name (`agenda_item`).
std::optional<model::RecordKind> kind_called(std::string_view name);
/// Every kind, in its order.
std::vector<model::RecordKind> all_kinds();

}  // namespace kevai::http
