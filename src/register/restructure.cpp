#include "register/restructure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <chrono>
#include <cmath>
#include <limits>
#include <set>

#include "register/edit.hpp"
#include "register/lineage.hpp"

namespace kevai::reg {
namespace {

namespace json = boost::json;
using model::Organisation;
using Ids = std::vector<OrganisationId>;

std::unexpected<Error> wrong(const char* code, const OrganisationId& id) {
  return fail(Failure::invalid, code, {{"organisation", id.value}});
}

/// The day before; empty where this is no full day.
std::string eve_of(const PartialDate& date) {
  using namespace std::chrono;
  if (date.precision() < 3) return {};
  const year_month_day eve = sys_days(year(date.year()) / date.month() / date.day()) - days(1);
  return fmt::format("{:04}-{:02}-{:02}", int(eve.year()), unsigned(eve.month()), unsigned(eve.day()));
}

Result<std::string> last_day_before(const PartialDate& on) {
  const std::string eve = eve_of(on);
  if (eve.empty()) return fail(Failure::invalid, "date_wrong", {{"date", on.text()}});
  return eve;
}

Result<Organisation> known(store::Reader& reader, const OrganisationId& id) {
  const auto state = reader.state(id);
  const auto organisation = state && state->removed_at.empty() ? StoredLineage(reader).find(id) : std::nullopt;
  if (!organisation) return fail(Failure::not_found, "organisation_unknown", {{"organisation", id.value}});
  return *organisation;
}

Result<Organisation> unended(store::Reader& reader, const OrganisationId& id) {
  auto organisation = known(reader, id);
  if (organisation && organisation->valid_to)
    return fail(Failure::conflict, "organisation_ended", {{"organisation", id.value}, {"day", organisation->valid_to.text()}});
  return organisation;
}

Result<> patch(store::Writer& writer, const OrganisationId& id, const json::object& fields, const std::string& who) {
  const auto done = change(writer, id, fields, {}, who);
  if (!done) return std::unexpected(done.error());
  return {};
}

/// The heir as it stands, or made to follow the one before it.
Result<Organisation> heir_of(store::Writer& writer, const Body& body, const Organisation& before, const PartialDate& on,
                             const std::string& who) {
  if (!body.id.empty()) return unended(writer, body.id);
  json::object fields = body.fields;
  const auto inherit = [&](const char* name, const std::string& value) {
    if (!fields.contains(name) && !value.empty()) fields[name] = value;
  };
  inherit("country", before.country);
  inherit("level", std::string(name_of(before.level)));
  inherit("parent", before.parent.value);
  inherit("valid_from", on.text());
  auto made = create(writer, model::RecordKind::organisation, fields, who);
  if (!made) return std::unexpected(made.error());
  return std::get<Organisation>(made->record);
}

/// Does `id` lie somewhere below `above`?
bool lies_below(const Lineage& lineage, const Organisation& organisation, const OrganisationId& above) {
  std::set<OrganisationId> seen;
  for (OrganisationId at = organisation.parent; !at.empty() && seen.insert(at).second;) {
    if (at == above) return true;
    const auto parent = lineage.find(at);
    at = parent ? parent->parent : OrganisationId{};
  }
  return false;
}

Result<> can_follow(store::Reader& reader, const Organisation& heir, const Organisation& before) {
  if (heir.id == before.id) return wrong("merge_with_itself", heir.id);
  if (lies_below(StoredLineage(reader), heir, before.id)) return wrong("merge_cycle", heir.id);
  return {};
}

template <class Record>
std::vector<Record> all_with(store::Reader& reader, model::RecordKind kind, const char* field, const Id& id) {
  const store::RecordQuery query{
      .kind = kind, .where = {{{field}, store::Comparison::is, id.value}}, .limit = std::numeric_limits<int>::max()};
  std::vector<Record> found;
  for (auto& row : reader.list(query).rows) found.push_back(std::get<Record>(std::move(row.record)));
  return found;
}

Result<> check_shares(const Partition& partition) {
  if (partition.heirs.size() < 2) return wrong("division_of_one", partition.organisation);
  if (partition.rule.empty()) return wrong("rule_missing", partition.organisation);
  double sum = 0;
  for (const Heir& heir : partition.heirs) {
    if (!(heir.share > 0)) return fail(Failure::invalid, "share_malformed", {{"share", fmt::format("{}", heir.share)}});
    sum += heir.share;
  }
  if (std::abs(sum - 100) > 1e-6) return fail(Failure::invalid, "shares_not_whole", {{"sum", fmt::format("{}", sum)}});
  return {};
}

Result<> check_children(store::Reader& reader, const Partition& partition) {
  for (const auto& [child, heir] : partition.children) {
    const auto organisation = known(reader, child);
    if (!organisation) return std::unexpected(organisation.error());
    if (organisation->parent != partition.organisation || heir >= partition.heirs.size()) return wrong("child_of_another", child);
  }
  return {};
}

/// Who of those below goes with the part of that heir.
json::array children_with(const Partition& partition, std::size_t heir) {
  json::array children;
  for (const auto& [child, taken_by] : partition.children)
    if (taken_by == heir) children.push_back(json::string(child.value));
  return children;
}

/// Was it made to follow the other, and is of no use since that stands again?
bool is_left_over(store::Writer& writer, const Organisation& heir, const Organisation& before) {
  return heir.valid_from && eve_of(heir.valid_from) == before.valid_to.text() && !writer.referrer(heir.id);
}

}  // namespace

Result<OrganisationId> merge_organisations(store::Writer& writer, const Merger& merger, const std::string& who) {
  const auto last_day = last_day_before(merger.on);
  if (!last_day) return std::unexpected(last_day.error());
  if (merger.from.empty()) return fail(Failure::invalid, "merge_of_none");
  std::vector<Organisation> ending;
  for (const OrganisationId& id : merger.from) {
    auto organisation = unended(writer, id);
    if (!organisation) return std::unexpected(organisation.error());
    ending.push_back(std::move(*organisation));
  }
  const auto heir = heir_of(writer, merger.into, ending.front(), merger.on, who);
  if (!heir) return std::unexpected(heir.error());
  for (const Organisation& organisation : ending) {
    if (const auto fits = can_follow(writer, *heir, organisation); !fits) return std::unexpected(fits.error());
    const auto ended = patch(writer, organisation.id, {{"valid_to", *last_day}, {"successor", heir->id.value}}, who);
    if (!ended) return std::unexpected(ended.error());
  }
  return heir->id;
}

Result<Ids> divide_organisation(store::Writer& writer, const Partition& partition, const std::string& who) {
  const auto last_day = last_day_before(partition.on);
  if (!last_day) return std::unexpected(last_day.error());
  if (const auto whole = check_shares(partition); !whole) return std::unexpected(whole.error());
  if (const auto theirs = check_children(writer, partition); !theirs) return std::unexpected(theirs.error());
  const auto ending = unended(writer, partition.organisation);
  if (!ending) return std::unexpected(ending.error());
  Ids heirs;
  for (const Heir& each : partition.heirs) {
    const auto heir = heir_of(writer, each.body, *ending, partition.on, who);
    if (!heir) return std::unexpected(heir.error());
    if (const auto fits = can_follow(writer, *heir, *ending); !fits) return std::unexpected(fits.error());
    if (std::ranges::find(heirs, heir->id) != heirs.end()) return wrong("division_twice", heir->id);
    heirs.push_back(heir->id);
  }
  if (const auto ended = patch(writer, ending->id, {{"valid_to", *last_day}}, who); !ended) return std::unexpected(ended.error());
  for (std::size_t i = 0; i < heirs.size(); ++i) {
    const json::object fields{{"organisation", ending->id.value},
                              {"successor", heirs[i].value},
                              {"share", partition.heirs[i].share},
                              {"rule", partition.rule},
                              {"children", children_with(partition, i)}};
    const auto part = create(writer, model::RecordKind::division, fields, who);
    if (!part) return std::unexpected(part.error());
  }
  return heirs;
}

Result<> rename_organisation(store::Writer& writer, const Renaming& renaming, const std::string& who) {
  const auto last_day = last_day_before(renaming.on);
  if (!last_day) return std::unexpected(last_day.error());
  const auto organisation = unended(writer, renaming.organisation);
  if (!organisation) return std::unexpected(organisation.error());
  std::string others = organisation->other_names;
  json::object fields;
  const auto take = [&](const char* field, const std::string& before, const std::string& after) {
    if (after.empty() || after == before) return;
    fields[field] = after;
    if (!before.empty()) others += fmt::format("{}{} (–{})", others.empty() ? "" : "; ", before, *last_day);
  };
  take("name_vi", organisation->name_vi, renaming.name_vi);
  take("name_lo", organisation->name_lo, renaming.name_lo);
  take("name_en", organisation->name_en, renaming.name_en);
  if (fields.empty()) return wrong("name_missing", renaming.organisation);
  fields["other_names"] = others;
  return patch(writer, organisation->id, fields, who);
}

Result<Ids> undo_restructuring(store::Writer& writer, const OrganisationId& id, const std::string& why, const std::string& who) {
  if (why.empty()) return fail(Failure::invalid, "reason_missing");
  const auto organisation = known(writer, id);
  if (!organisation) return std::unexpected(organisation.error());
  Ids heirs;
  for (const auto& [heir, share] : successors_of(StoredLineage(writer), *organisation)) heirs.push_back(heir);
  if (!organisation->valid_to || heirs.empty()) return fail(Failure::conflict, "organisation_stands", {{"organisation", id.value}});
  for (const auto& part : all_with<model::Division>(writer, model::RecordKind::division, "organisation", id))
    if (const auto gone = remove(writer, part.id, why, {}, who); !gone) return std::unexpected(gone.error());
  const auto stands = patch(writer, id, {{"valid_to", nullptr}, {"successor", nullptr}}, who);
  if (!stands) return std::unexpected(stands.error());
  Ids left;
  for (const OrganisationId& heir : heirs) {
    const auto body = known(writer, heir);
    if (!body || !is_left_over(writer, *body, *organisation)) {
      left.push_back(heir);
      continue;
    }
    if (const auto gone = remove(writer, heir, why, {}, who); !gone) return std::unexpected(gone.error());
  }
  return left;
}

}  // namespace kevai::reg
