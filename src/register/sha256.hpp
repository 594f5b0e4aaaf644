#pragma once

#include "base/sha256.hpp"

namespace kevai::reg {
using kevai::sha256;
using kevai::Sha256;
}  // namespace kevai::reg
