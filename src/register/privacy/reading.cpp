#include "register/privacy/reading.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <map>
#include <mutex>

#include "base/clock.hpp"
#include "store/journal.hpp"

namespace kevai::reg {
namespace {

constexpr std::int64_t told_for = 60 * 60 * 1000;  // milliseconds
constexpr std::size_t most_remembered = 200'000;   // some 20 MB; beyond that a reading may be told twice
constexpr std::size_t most_in_an_entry = 1000;

/// Which readings were told lately.
class Told {
 public:
  /// Those of the records that this account did not read lately; from now on it did.
  std::vector<Id> fresh(const Id& account, std::span<const Id> records) {
    const std::lock_guard lock(mutex_);
    const std::int64_t now = unix_milliseconds();
    if (at_.size() > most_remembered) std::erase_if(at_, [&](const auto& one) { return one.second + told_for <= now; });
    if (at_.size() > most_remembered) at_.clear();
    std::vector<Id> fresh;
    for (const Id& record : records) {
      const auto [one, is_new] = at_.try_emplace({account, record}, now);
      if (!is_new && one->second + told_for > now) continue;
      one->second = now;
      fresh.push_back(record);
    }
    return fresh;
  }
  void forget(const Id& account, std::span<const Id> records) {
    const std::lock_guard lock(mutex_);
    for (const Id& record : records) at_.erase({account, record});
  }
  void forget_all() {
    const std::lock_guard lock(mutex_);
    at_.clear();
  }

 private:
  std::mutex mutex_;
  std::map<std::pair<Id, Id>, std::int64_t> at_;
};

Told& told() {
  static Told told;
  return told;
}

void add_entry(store::Writer& writer, const model::Actor& actor, std::span<const Id> records) {
  const auto state = writer.state(records.front());
  if (!state) return;
  boost::json::array ids;
  for (const Id& record : records) ids.push_back(boost::json::string(record.value));
  const model::Change change{.id = new_id(),
                             .record = records.front(),
                             .record_kind = state->kind,
                             .action = model::Action::read,
                             .by = actor.name,
                             .at = timestamp_now(),
                             .after = boost::json::serialize(boost::json::object{{"records", std::move(ids)}}),
                             .account = actor.account,
                             .session = actor.session,
                             .address = actor.address,
                             .side = actor.side};
  writer.add(change);
  for (const Id& record : records) writer.journal().add_reading(record, change.id);
}

}  // namespace

void note_reading(store::Store& whole, const model::Actor& actor, std::span<const Id> records) {
  if (actor.is_keeper()) return;
  const std::vector<Id> fresh = told().fresh(actor.account, records);
  if (fresh.empty()) return;
  try {
    const auto done = whole.write([&](store::Writer& writer) -> Result<> {
      for (std::span<const Id> rest = fresh; !rest.empty(); rest = rest.subspan(std::min(rest.size(), most_in_an_entry)))
        add_entry(writer, actor, rest.first(std::min(rest.size(), most_in_an_entry)));
      return {};
    });
    if (!done) throw Broken(done.error());
  } catch (...) {
    told().forget(actor.account, fresh);
    throw;
  }
}

void forget_readings() {
  told().forget_all();
}

}  // namespace kevai::reg
