#pragma once

namespace kevai::store {

/// What the two sides said of the records they share, as a transaction sees and changes it.
class Confirmations {
 public:
  virtual ~Confirmations() = default;
};

}  // namespace kevai::store
