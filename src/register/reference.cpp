#include <boost/json/serialize.hpp>
#include <map>

#include "model/record_json.hpp"
#include "register/ingest.hpp"
#include "register/keep.hpp"
#include "register/rollup.hpp"
#include "text/gazetteer.hpp"

namespace kevai::reg {
namespace {

Result<model::Organisation> organisation_of(const text::OrganisationEntry& entry) {
  const auto level = named<model::Level>(entry.level);
  if (!level) return fail(Failure::internal, "internal", {}, "no level " + entry.level + " of " + entry.id);
  return model::Organisation{.id = {entry.id},
                             .country = entry.country,
                             .level = *level,
                             .parent = {entry.parent},
                             .name_vi = entry.name_vi,
                             .name_lo = entry.name_lo,
                             .name_en = entry.name_en,
                             .place_vi = entry.place_vi,
                             .place_lo = entry.place_lo,
                             .place_en = entry.place_en,
                             .valid_to = entry.valid_to,
                             .successor = {entry.successor},
                             .border_order = entry.border_order,
                             .valid_from = entry.valid_from};
}

std::string as_text(const model::Record& record) {
  return boost::json::serialize(model::to_json(record));
}

/// In whose name the journal writes what came with the program.
const std::string reference_author = "kevai";

}  // namespace

Result<std::vector<model::Organisation>> reference_organisations() {
  std::vector<model::Organisation> organisations;
  for (const text::OrganisationEntry& entry : text::organisations()) {
    auto organisation = organisation_of(entry);
    if (!organisation) return std::unexpected(organisation.error());
    organisations.push_back(std::move(*organisation));
  }
  return organisations;
}

Result<> load_reference(store::Store& store) {
  const auto organisations = reference_organisations();
  if (!organisations) return std::unexpected(organisations.error());
  return store.write([&](store::Writer& writer) -> Result<> {
    std::map<OrganisationId, model::Record> held;
    for (model::Organisation& organisation : writer.organisations()) held.emplace(organisation.id, std::move(organisation));
    for (const model::Organisation& organisation : *organisations) {
      const model::Record wanted(organisation);
      const auto there = held.find(organisation.id);
      if (there != held.end() && as_text(there->second) == as_text(wanted)) continue;
      // What people changed, or removed, stays as they left it.
      const auto changes = writer.changes_of(organisation.id);
      if (!changes.empty() && changes.back().by != reference_author) continue;
      const model::Record* before = there == held.end() ? nullptr : &there->second;
      keep(writer, before ? model::Action::edit : model::Action::create, before, wanted, reference_author);
    }
    if (writer.rollups_due()) make_rollups(writer);
    return {};
  });
}

}  // namespace kevai::reg
