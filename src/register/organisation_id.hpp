#pragma once

#include <functional>

#include "model/organisation.hpp"

namespace kevai::reg {

/// A readable id for a new organisation, from its country and the place or name: `vn.nghe-an`, `la.cong-doan-y-te`. One that is
/// `taken` gets a number: `vn.ha-tinh-2`.
Id new_organisation_id(const model::Organisation& organisation, const std::function<bool(const Id&)>& taken);

}  // namespace kevai::reg
