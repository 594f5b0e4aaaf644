#include "register/exchange/references.hpp"

#include <set>

#include "register/exchange/written.hpp"

namespace kevai::reg::exchange {
namespace {

using model::RecordKind;

constexpr std::size_t most_remembered = 50'000;
constexpr std::size_t shortest_id = 8;

std::set<std::string> ids_of(const std::vector<model::Party>& parties) {
  std::set<std::string> ids;
  for (const model::Party& party : parties) ids.insert(party.id.empty() ? party.stated : party.id.value);
  return ids;
}

}  // namespace

Result<References::Found> References::find(std::optional<RecordKind> kind, const std::string& called) {
  if (const auto row = in_file(kind, called)) {
    // A record that is there need not wait for its row.
    const bool is_id = row->whose == Whose::awaited && (is_uuid(called) || is_organisation_id(called));
    if (const auto id = is_id ? in_register(kind, called) : Result<Id>(Id{}); id && !id->empty()) return Found{Whose::known, *id};
    return *row;
  }
  const std::string key = (kind ? std::string(name_of(*kind)) : "") + ":" + called;
  if (const auto at = seen_.find(key); at != seen_.end()) return Found{Whose::known, at->second};
  const auto id = in_register(kind, called);
  if (!id) return std::unexpected(id.error());
  if (seen_.size() >= most_remembered) seen_.clear();
  seen_.emplace(key, *id);
  return Found{Whose::known, *id};
}

std::optional<References::Found> References::in_file(std::optional<RecordKind> kind, const std::string& called) const {
  const auto of_kind = [&](RecordKind one) -> std::optional<Found> {
    const auto at = plan_.named.find(named_key(one, called));
    if (at == plan_.named.end()) return std::nullopt;
    const NamedRow& row = at->second;
    return Found{row.failed ? Whose::failed : row.made.empty() ? Whose::awaited : Whose::known, row.made};
  };
  if (kind) return of_kind(*kind);
  for (std::size_t i = 0; i < enum_names<RecordKind>.size(); ++i)
    if (const auto found = of_kind(static_cast<RecordKind>(i))) return found;
  return std::nullopt;
}

Result<Id> References::in_register(std::optional<RecordKind> kind, const std::string& called) {
  Id id{called};
  if (!is_uuid(called) && !is_organisation_id(called)) {
    id.value.clear();
    if (kind == RecordKind::organisation) id.value = names_.id_of(called);
    if (kind == RecordKind::partnership && called.contains('+')) id = partnership_of(called);
    if (id.empty() && kind && called.size() >= shortest_id) {
      const auto ids = reader_.told_by(*kind, called);
      if (ids.size() > 1) return fail(Failure::invalid, "cell_record_ambiguous", {{"value", called}});
      if (!ids.empty()) id = ids.front();
    }
  }
  const auto state = id.empty() ? std::nullopt : reader_.state(id);
  if (!state || !state->removed_at.empty() || (kind && state->kind != *kind))
    return fail(Failure::invalid, "cell_no_record", {{"value", called}});
  return id;
}

Id References::partnership_of(const std::string& called) {
  std::set<std::string> wanted;
  for (std::size_t begin = 0; begin <= called.size();) {
    const auto end = std::min(called.find('+', begin), called.size());
    const model::Party party = read_party(called.substr(begin, end - begin), names_);
    wanted.insert(party.id.empty() ? party.stated : party.id.value);
    begin = end + 1;
  }
  for (const model::Record& record : reader_.records(RecordKind::partnership))
    if (ids_of(std::get<model::Partnership>(record).parties) == wanted) return model::id_of(record);
  return {};
}

}  // namespace kevai::reg::exchange
