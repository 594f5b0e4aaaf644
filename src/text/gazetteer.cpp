#include "text/gazetteer.hpp"

#include <cstdlib>
#include <unordered_map>

#include "base/result.hpp"
#include "text/table.hpp"

namespace kevai::text {
namespace {

OrganisationEntry entry_of(const std::vector<std::string>& row) {
  if (row.size() != 13) {
    throw Broken({Failure::internal,
                  "data_broken",
                  {{"file", "reference/organisations.csv"}},
                  row.empty() ? "empty row" : row[0]});
  }
  OrganisationEntry e{row[0],
                      row[1],
                      row[2],
                      row[3],
                      row[4],
                      row[5],
                      row[6],
                      row[7],
                      row[8],
                      row[9],
                      {},
                      row[11],
                      std::atoi(row[12].c_str())};
  if (!row[10].empty()) e.valid_to = PartialDate::parse(row[10]).value_or(PartialDate{});
  return e;
}

std::vector<OrganisationEntry> load() {
  const auto rows = read_table(reference_file("reference/organisations.csv"), ',');
  std::vector<OrganisationEntry> entries;
  for (std::size_t i = 1; i < rows.size(); ++i) entries.push_back(entry_of(rows[i]));
  return entries;
}

std::vector<OrganisationAlias> load_aliases() {
  std::vector<OrganisationAlias> aliases;
  for (const auto& row : read_table(reference_file("reference/aliases.tsv"), '\t')) {
    if (row.size() < 3) continue;
    aliases.push_back({row[0], row[2], row[1] == "place"});
  }
  return aliases;
}

}  // namespace

const std::vector<OrganisationEntry>& organisations() {
  static const std::vector<OrganisationEntry> entries = load();
  return entries;
}

const OrganisationEntry* organisation(std::string_view id) {
  static const std::unordered_map<std::string_view, const OrganisationEntry*> by_id = [] {
    std::unordered_map<std::string_view, const OrganisationEntry*> map;
    for (const OrganisationEntry& entry : organisations()) map.emplace(entry.id, &entry);
    return map;
  }();
  const auto at = by_id.find(id);
  return at == by_id.end() ? nullptr : at->second;
}

const std::vector<OrganisationAlias>& organisation_aliases() {
  static const std::vector<OrganisationAlias> aliases = load_aliases();
  return aliases;
}

}  // namespace kevai::text
