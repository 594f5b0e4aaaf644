#pragma once

#include "base/result.hpp"

namespace kevai::reg {

/// Was somebody refused, and the database is sound?
inline bool is_refusal(const Error& error) {
  return error.failure == Failure::forbidden || error.failure == Failure::not_found || error.code == "names_draft";
}

}  // namespace kevai::reg
