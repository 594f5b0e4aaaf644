#pragma once

#include "model/actor.hpp"
#include "store/store.hpp"

namespace kevai::reg {

/// The register as one account may see and change it. Whatever is not theirs to see is not there: not in lists, counts, history, search or
/// errors; what they may not do is refused (`not_permitted`) before anything is written. Every change is stamped with who made it.
/// For the keeper it is the store itself.
class GuardedStore final : public store::Store {
 public:
  /// Both must outlive it.
  GuardedStore(store::Store& whole, const model::Actor& actor) : whole_(whole), actor_(actor) {}

  Result<> write(const std::function<Result<>(store::Writer&)>& work) override;
  void read(const std::function<void(store::Reader&)>& work) override;

 private:
  store::Store& whole_;
  const model::Actor& actor_;
};

}  // namespace kevai::reg
