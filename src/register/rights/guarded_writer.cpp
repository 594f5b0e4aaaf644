#include "register/rights/guarded_writer.hpp"

#include "base/describe.hpp"
#include "model/record_json.hpp"
#include "register/rights/refusal.hpp"

namespace kevai::reg {
namespace {

using model::Record;
using model::RecordKind;
using model::SharingState;

/// The records a record names, organisations left out: those both sides share.
struct CollectNamed {
  std::vector<Id>& ids;
  void operator()(std::string_view, const Id& id) const {
    if (!id.empty()) ids.push_back(id);
  }
  void operator()(std::string_view, const OrganisationId&) const {}
  void operator()(std::string_view, const std::vector<Id>& named) const { ids.insert(ids.end(), named.begin(), named.end()); }
  void operator()(std::string_view, const auto&) const {}
};

bool is_born_released(RecordKind kind) {
  return kind == RecordKind::organisation || kind == RecordKind::division || kind == RecordKind::partnership ||
         kind == RecordKind::occasion;
}

[[noreturn]] void unknown(const Id& record) {
  throw Broken(Error{Failure::not_found, "record_unknown", {{"id", record.value}}, {}});
}

/// Is that all that differs: what became of a proposal, and where it lies? That is for those who decide it, of whichever side.
bool decides(const std::optional<Record>& before, const Record& after) {
  const auto* now = std::get_if<model::Proposal>(&after);
  if (!now || !before) return false;
  auto undecided = std::get<model::Proposal>(*before);
  undecided.state = now->state;
  undecided.desk = now->desk;
  undecided.answer = now->answer;
  undecided.due_on = now->due_on;
  undecided.commitment = now->commitment;
  return model::to_json(Record(undecided)) == model::to_json(after);
}

/// Says the same of another account under a key of its own.
std::string key_of(const model::Actor& actor, const std::string& key) {
  return actor.account.value + "/" + key;
}

}  // namespace

bool looks_at_personal(const store::RecordQuery& query) {
  const auto personal = [](RecordKind kind, std::string_view field) {
    return is_personal(kind) && (field == "person" || field == "name" || field == "certificate" || field == "role");
  };
  for (const auto& condition : query.where) {
    auto kind = std::optional(query.kind);
    for (const auto& name : condition.path) {
      if (!kind || personal(*kind, name)) return kind.has_value();
      const auto* field = model::field_of(*kind, name);
      kind = field ? field->refers_to : std::nullopt;
    }
  }
  return personal(query.kind, query.sort);
}

void GuardedWriter::demand(Deed deed, const Id& record) {
  const auto subject = subject_of(inner_, record);
  if (!subject || !may(eyes_.actor(), Deed::see, *subject)) unknown(record);
  if (!may(eyes_.actor(), deed, *subject)) not_permitted();
}

bool GuardedWriter::holds(Deed deed, const Id& record) {
  const auto subject = subject_of(inner_, record);
  return subject && may(eyes_.actor(), deed, *subject);
}

void GuardedWriter::demand_review(const Id& document, Deed deed) {
  const auto found = inner_.document(document);
  if (!found || !eyes_.see(*found)) throw Broken(Error{Failure::not_found, "document_unknown", {{"id", document.value}}, {}});
  if (!may(eyes_.actor(), deed, subject_of(*found))) not_permitted();
}

void GuardedWriter::demand_released_names(const Record& record) {
  std::vector<Id> named;
  std::visit([&](const auto& r) { describe(r, CollectNamed{named}); }, record);
  for (const Id& id : named) {
    const auto state = inner_.state(id);
    const auto sharing = inner_.sharing(id);
    if (!state || state->kind == RecordKind::person || sharing->state != SharingState::draft) continue;
    throw Broken(Error{Failure::conflict, "names_draft", {{"id", id.value}}, {}});
  }
}

void GuardedWriter::add(const model::Document& document) {
  auto own = document;
  own.side = eyes_.actor().side;
  own.sharing = SharingState::draft;
  own.sha256 = own_key(document.sha256);
  if (!may(eyes_.actor(), Deed::write, subject_of(own))) not_permitted();
  inner_.add(own);
}

void GuardedWriter::add(const model::Finding& finding) {
  demand_review(finding.document);
  inner_.add(finding);
}

void GuardedWriter::decide(const model::Finding& finding) {
  demand_review(finding.document);
  inner_.decide(finding);
}

void GuardedWriter::remove_document(const Id& id) {
  demand_review(id);
  if (!may_remove(eyes_.actor(), subject_of(*inner_.document(id)))) not_permitted();
  inner_.remove_document(id);
}

void GuardedWriter::put(const Record& record) {
  const Id& id = model::id_of(record);
  const bool is_new = !inner_.state(id);
  const Deed deed = !is_new && decides(inner_.record(id), record) && !holds(Deed::write, id) ? Deed::confirm : Deed::write;
  if (!is_new) demand(deed, id);
  inner_.put(record);
  eyes_.forget(id);
  auto sharing = *inner_.sharing(id);
  if (is_new) {
    sharing.side = eyes_.actor().side;
    sharing.entered_by = eyes_.actor().organisation;
    if (sharing.follows.empty()) sharing.state = is_born_released(model::kind_of(record)) ? SharingState::released : SharingState::draft;
    inner_.share(sharing);
  }
  // As it is now: nobody moves a record to where they may not write.
  const Subject subject{model::kind_of(record), sharing, inner_.concerned(id)};
  if (!may(eyes_.actor(), deed, subject)) not_permitted();
  if (sharing.state != SharingState::draft) demand_released_names(record);
}

void GuardedWriter::remove(const Id& record, const std::string& why) {
  demand(Deed::write, record);
  inner_.remove(record, why);
}

void GuardedWriter::restore(const Id& record) {
  demand(Deed::write, record);
  inner_.restore(record);
}

void GuardedWriter::share(const model::Sharing& sharing) {
  demand(Deed::release, sharing.record);
  if (sharing.state != SharingState::draft)
    if (const auto record = inner_.record(sharing.record)) demand_released_names(*record);
  inner_.share(sharing);
  eyes_.forget_all();  // its parts go with it
}

void GuardedWriter::share(const Id& document, SharingState state) {
  demand_review(document, Deed::release);
  inner_.share(document, state);
}

void GuardedWriter::add(const model::Citation& citation) {
  demand(Deed::write, citation.record);
  inner_.add(citation);
}

void GuardedWriter::add(const model::Change& change) {
  auto stamped = change;
  const auto& actor = eyes_.actor();
  stamped.account = actor.account;
  stamped.session = actor.session;
  stamped.address = actor.address;
  stamped.side = actor.side;
  const auto sharing = inner_.sharing(change.record);
  stamped.draft = sharing && sharing->state == SharingState::draft;
  inner_.add(stamped);
}

void GuardedWriter::add(const model::Verdict& verdict) {
  demand(Deed::write, verdict.one);
  demand(Deed::write, verdict.other);
  inner_.add(verdict);
}

void GuardedWriter::add(const model::Choice& choice) {
  demand(Deed::write, choice.record);
  inner_.add(choice);
}

Result<> GuardedWriter::attempt(const std::function<Result<>()>& work) {
  const auto done = inner_.attempt([&]() -> Result<> {
    try {
      return work();
    } catch (const Broken& thrown) {
      if (!is_refusal(thrown.error())) throw;
      return std::unexpected(thrown.error());
    }
  });
  if (!done) eyes_.forget_all();  // what was undone is as it was
  return done;
}

void GuardedWriter::add_imported(const std::string& fingerprint, const Id& record) {
  demand(Deed::write, record);
  inner_.add_imported(own_key(fingerprint), record);
}

void GuardedWriter::merge(const Id& record, const Id& into) {
  demand(Deed::write, record);
  if (!into.empty()) demand(Deed::write, into);
  inner_.merge(record, into);
}

void GuardedWriter::add(const model::CalendarFeed& feed) {
  auto own = feed;
  own.account = eyes_.actor().account;
  inner_.add(own);
}

bool GuardedWriter::revoke_calendar_feed(const Id& feed) {
  for (const auto& own : calendar_feeds())
    if (own.id == feed) return inner_.revoke_calendar_feed(feed);
  return false;
}

std::optional<store::KeptAnswer> GuardedWriter::kept_answer(const std::string& key) {
  auto kept = inner_.kept_answers().kept_answer(key_of(eyes_.actor(), key));
  if (kept) kept->key = key;
  return kept;
}

void GuardedWriter::add(const store::KeptAnswer& answer) {
  auto own = answer;
  own.key = key_of(eyes_.actor(), answer.key);
  inner_.kept_answers().add(own);
}

}  // namespace kevai::reg
