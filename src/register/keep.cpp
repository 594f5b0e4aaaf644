#include "register/keep.hpp"

#include <boost/json/serialize.hpp>

#include "base/clock.hpp"
#include "model/record_json.hpp"
#include "register/rights/permission.hpp"
#include "register/rollup.hpp"
#include "register/search_index.hpp"
#include "store/confirmations.hpp"

namespace kevai::reg {
namespace {

std::string as_text(const model::Record* record) {
  return record ? boost::json::serialize(model::to_json(*record)) : std::string();
}

void journal(store::Writer& writer, model::Action action, const model::Record* before, const model::Record* after, const std::string& who) {
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

bool is_draft(store::Reader& reader, const Id& record) {
  const auto sharing = reader.sharing(record);
  return sharing && sharing->state == model::SharingState::draft;
}

/// What changed is everyone's no more until both sides agree again, nor is what it is a part of.
void close_again(store::Writer& whole, const Id& record) {
  auto sharing = whole.sharing(record);
  if (!sharing || sharing->state != model::SharingState::open) return;
  if (!sharing->follows.empty()) sharing = whole.sharing(sharing->follows);
  const auto state = whole.state(sharing->record);
  if (!state || !is_joint(state->kind)) return;
  sharing->state = model::SharingState::released;
  whole.share(*sharing);
}

/// What is a part of it changed: nobody confirms it as it is now. It counts as written, so that whoever confirms or changes it says so of
/// what they saw.
void write_whole(store::Writer& whole, const Id& id) {
  if (id.empty()) return;
  const auto record = whole.record(id);
  if (record && is_joint(model::kind_of(*record)) && !is_draft(whole, model::id_of(*record))) whole.put(*record);
}

/// What the record is a part of, for those who confirm that; empty of notes, which are their side's own.
Id whole_of(store::Reader& whole, const model::Record& record) {
  if (model::kind_of(record) == model::RecordKind::note) return {};
  const auto sharing = whole.sharing(model::id_of(record));
  return sharing ? sharing->follows : Id();
}

/// Where somebody confirmed the record as it was, they confirm what is left of it.
void confirmed_still(store::Writer& whole, const Id& record, std::int64_t version_before) {
  for (auto said : whole.confirmations().said_of(record)) {
    if (said.version != version_before) continue;
    said.version = whole.state(record)->version;
    whole.confirmations().put(said);
  }
}

}  // namespace

void keep(store::Writer& writer, model::Action action, const model::Record* before, const model::Record& after, const std::string& who) {
  store::Writer& whole = writer.whole();
  const Id& id = model::id_of(after);
  const bool counted = model::kind_of(after) == model::RecordKind::observation;  // the others' drafts are in no rollup anyway
  const bool was_draft = counted && is_draft(whole, id);
  RollupChange rollups(whole, before, &after);
  const Id part_of_before = whole_of(whole, after);
  writer.put(after);
  close_again(whole, id);
  const Id part_of = whole_of(whole, after);
  write_whole(whole, part_of);
  if (part_of_before != part_of) write_whole(whole, part_of_before);
  rollups.finish(was_draft, counted && is_draft(whole, id));
  journal(writer, action, before, &after, who);
  index_record(whole, before, after);
}

void keep_shared(store::Writer& writer, const model::Sharing& sharing) {
  store::Writer& whole = writer.whole();
  const auto record = whole.record(sharing.record);
  const bool was_draft = is_draft(whole, sharing.record);
  RollupChange rollups(whole, &*record, &*record);
  writer.share(sharing);
  rollups.finish(was_draft, is_draft(whole, sharing.record));
}

void keep_away(store::Writer& writer, const model::Record& before, const std::string& why, const std::string& who) {
  store::Writer& whole = writer.whole();
  const bool draft = is_draft(whole, model::id_of(before));
  RollupChange rollups(whole, &before, nullptr);
  if (!why.empty()) writer.remove(model::id_of(before), why);
  close_again(whole, model::id_of(before));
  write_whole(whole, whole_of(whole, before));
  rollups.finish(draft, draft);
  journal(writer, model::Action::remove, &before, nullptr, who);
  whole.remove_entry(model::id_of(before));
}

void keep_erased(store::Writer& writer, const model::Record& before, const model::Record& after, const std::string& reason,
                 const std::string& who) {
  store::Writer& whole = writer.whole();
  const Id& id = model::id_of(after);
  const auto version = whole.state(id)->version;
  writer.put(after);
  confirmed_still(whole, id, version);
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
