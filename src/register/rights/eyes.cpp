#include "register/rights/eyes.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "model/record_json.hpp"

namespace kevai::reg {
namespace {

/// Empties what tells who somebody is; how many there are, of which organisation and sex, stays.
void hide_personal(model::Record& record) {
  if (auto* trainee = std::get_if<model::Trainee>(&record)) {
    trainee->person = {};
    trainee->name.clear();
    trainee->certificate.clear();
  } else if (auto* delegate = std::get_if<model::Delegate>(&record)) {
    delegate->person = {};
    delegate->name.clear();
    delegate->role.clear();
  }
}

/// A record written as JSON, without its personal values; empty where no version of this program wrote it.
std::string without_personal(const std::string& json) {
  if (json.empty()) return {};
  auto record = model::record_of(boost::json::parse(json).as_object());
  if (!record) return {};
  hide_personal(*record);
  return boost::json::serialize(model::to_json(*record));
}

}  // namespace

std::optional<Subject> subject_of(store::Reader& whole, const Id& record) {
  const auto state = whole.state(record);
  const auto sharing = whole.sharing(record);
  if (!state || !sharing) return std::nullopt;
  return Subject{state->kind, *sharing, whole.concerned(record)};
}

Subject subject_of(const model::Document& document) {
  return {model::RecordKind::activity, {.record = document.id, .side = document.side, .state = document.sharing}, {}};
}

bool Eyes::see(const Id& record) {
  const auto [at, fresh] = seen_.try_emplace(record, false);
  if (fresh) at->second = whole_.sees(sight_, record);
  return at->second;
}

bool Eyes::see(const model::Document& document) const {
  if (document.sharing == model::SharingState::open) return true;
  return !sight_.side.empty() && (is_own(document.side) || document.sharing != model::SharingState::draft);
}

bool Eyes::see_document(const Id& document) {
  const auto [at, fresh] = documents_.try_emplace(document, false);
  if (fresh)
    if (const auto found = whole_.document(document)) at->second = see(*found);
  return at->second;
}

bool Eyes::see_all_personal() const {
  return !actor_.grants.empty() &&
         std::ranges::all_of(actor_.grants, [](const model::Grant& grant) { return grant.role >= model::Role::officer; });
}

bool Eyes::see_personal(const model::Record& record) {
  const auto [at, fresh] = personal_.try_emplace(model::id_of(record), false);
  if (fresh) {
    const auto subject = subject_of(whole_, model::id_of(record));
    at->second = subject && may(actor_, Deed::see_personal, *subject);
    if (at->second) read_personal_.push_back(model::id_of(record));
  }
  return at->second;
}

bool Eyes::hides_file(const model::Attachment& attachment) {
  const auto of = whole_.record(attachment.record);
  return of && is_personal(model::kind_of(*of)) && !see_personal(*of);
}

model::Record Eyes::shown(model::Record record) {
  if (auto* attachment = std::get_if<model::Attachment>(&record); attachment && hides_file(*attachment)) {
    attachment->title.clear();
    attachment->file_name.clear();
    attachment->sha256.clear();
  }
  if (is_personal(model::kind_of(record)) && !see_personal(record)) hide_personal(record);
  return record;
}

std::optional<model::Change> Eyes::shown(model::Change change) {
  const bool own = is_own(change.side);
  if (!own && change.draft) return std::nullopt;
  if (!own) {
    change.account = {};
    change.session.clear();
    change.address.clear();
  }
  if (change.record_kind == model::RecordKind::attachment) {
    const auto file = whole_.record(change.record);
    const auto* attachment = file ? std::get_if<model::Attachment>(&*file) : nullptr;
    if (attachment && hides_file(*attachment)) {
      change.before.clear();
      change.after.clear();
    }
  }
  if (!is_personal(change.record_kind)) return change;
  const auto record = whole_.record(change.record);
  if (record && see_personal(*record)) return change;
  change.before = without_personal(change.before);
  change.after = without_personal(change.after);
  return change;
}

}  // namespace kevai::reg
