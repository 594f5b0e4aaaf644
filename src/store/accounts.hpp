#pragma once

namespace kevai::store {

/// The accounts of the register, as a transaction sees and changes them.
class Accounts {
 public:
  virtual ~Accounts() = default;
};

}  // namespace kevai::store
