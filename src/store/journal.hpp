#pragma once

namespace kevai::store {

/// The journal as a chain, and the personal values that stand apart from it.
class Journal {
 public:
  virtual ~Journal() = default;
};

}  // namespace kevai::store
