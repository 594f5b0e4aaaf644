#include "register/keep.hpp"

#include <boost/json/serialize.hpp>

#include "base/clock.hpp"
#include "model/record_json.hpp"
#include "register/rollup.hpp"
#include "register/search_index.hpp"

namespace kevai::reg {
namespace {

std::string as_text(const model::Record* record) {
  return record ? boost::json::serialize(model::to_json(*record)) : std::string();
}

void journal(store::Writer& writer, model::Action action, const model::Record* before, const model::Record* after,
             const std::string& who) {
  const model::Record& either = after ? *after : *before;
  writer.add(model::Change{.id = new_id(),
                           .record = model::id_of(either),
                           .record_kind = model::kind_of(either),
                           .action = action,
                           .by = who,
                           .at = timestamp_now(),
                           .before = as_text(before),
                           .after = as_text(after)});
}

}  // namespace

void keep(store::Writer& writer, model::Action action, const model::Record* before, const model::Record& after,
          const std::string& who) {
  RollupChange rollups(writer, before, &after);
  writer.put(after);
  rollups.finish();
  journal(writer, action, before, &after, who);
  index_record(writer, before, after);
}

void keep_away(store::Writer& writer, const model::Record& before, const std::string& why, const std::string& who) {
  RollupChange rollups(writer, &before, nullptr);
  if (!why.empty()) writer.remove(model::id_of(before), why);
  rollups.finish();
  journal(writer, model::Action::remove, &before, nullptr, who);
  writer.remove_entry(model::id_of(before));
}

void keep_erased(store::Writer& writer, const model::Record& before, const model::Record& after, const std::string& reason,
                 const std::string& who) {
  store::Writer& whole = writer.whole();
  const Id& id = model::id_of(after);
  writer.put(after);
  journal_erased(writer, id, reason, who);
  const bool in_view = whole.standing(id) == id && whole.state(id)->removed_at.empty();
  if (in_view) index_record(whole, &before, after);
}

void journal_erased(store::Writer& writer, const Id& record, const std::string& reason, const std::string& who) {
  writer.add(model::Change{.id = new_id(),
                           .record = record,
                           .record_kind = writer.whole().state(record)->kind,
                           .action = model::Action::erase,
                           .by = who,
                           .at = timestamp_now(),
                           .after = boost::json::serialize(boost::json::object{{"reason", reason}})});
}

}  // namespace kevai::reg
