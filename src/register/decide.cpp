#include "register/decide.hpp"

namespace kevai::reg {
namespace {

/// A transaction that is open already, seen as a store: what is written joins it.
class OpenTransaction final : public store::Store {
 public:
  explicit OpenTransaction(store::Writer& writer) : writer_(writer) {}
  Result<> write(const std::function<Result<>(store::Writer&)>& work) override { return work(writer_); }
  void read(const std::function<void(store::Reader&)>& work) override { work(writer_); }

 private:
  store::Writer& writer_;
};

}  // namespace

Result<Decided> decide(store::Store& store, const std::vector<Id>& accepted, const std::vector<Id>& rejected, const std::string& who,
                       Faulty faulty) {
  Decided decided;
  const auto done = store.write([&](store::Writer& writer) -> Result<> {
    OpenTransaction transaction(writer);
    const auto accepting = accept(transaction, accepted, who, faulty);
    if (!accepting) return std::unexpected(accepting.error());
    const auto rejecting = reject(transaction, rejected, who);
    if (!rejecting) return std::unexpected(rejecting.error());
    decided = *accepting;
    decided.rejected = rejecting->rejected;
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return decided;
}

}  // namespace kevai::reg
