#include "register/rights/guarded_store.hpp"

#include "register/privacy/reading.hpp"
#include "register/rights/guarded_writer.hpp"
#include "register/rights/refusal.hpp"

namespace kevai::reg {

Result<> GuardedStore::write(const std::function<Result<>(store::Writer&)>& work) {
  if (actor_.is_keeper()) return whole_.write(work);
  try {
    std::vector<Id> read;
    auto done = whole_.write([&](store::Writer& writer) -> Result<> {
      GuardedWriter guarded(writer, actor_);
      auto worked = work(guarded);
      read = guarded.read_personal();
      return worked;
    });
    note_reading(whole_, actor_, read);
    return done;
  } catch (const Broken& thrown) {
    if (!is_refusal(thrown.error())) throw;
    return std::unexpected(thrown.error());
  }
}

void GuardedStore::read(const std::function<void(store::Reader&)>& work) {
  if (actor_.is_keeper()) return whole_.read(work);
  std::vector<Id> read;
  whole_.read([&](store::Reader& reader) {
    GuardedReading<store::Reader> guarded(reader, actor_);
    work(guarded);
    read = guarded.read_personal();
  });
  note_reading(whole_, actor_, read);
}

}  // namespace kevai::reg
