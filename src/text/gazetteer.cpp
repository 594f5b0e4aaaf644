#include "text/gazetteer.hpp"

#include <algorithm>
#include <cstdlib>
#include <unordered_map>

#include "base/result.hpp"
#include "text/table.hpp"

namespace kevai::text {
namespace {

OrganisationEntry entry_of(const std::vector<std::string>& row) {
  if (row.size() != 13 && row.size() != 14) {  // the last column is for the few that have it
    throw Broken({Failure::internal, "data_broken", {{"file", "reference/organisations.csv"}}, row.empty() ? "empty row" : row[0]});
  }
  OrganisationEntry e{
      row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8], row[9], {}, row[11], std::atoi(row[12].c_str())};
  if (!row[10].empty()) e.valid_to = PartialDate::parse(row[10]).value_or(PartialDate{});
  if (row.size() == 14) e.valid_from = PartialDate::parse(row[13]).value_or(PartialDate{});
  return e;
}

std::vector<OrganisationEntry> load() {
  const auto rows = read_table(reference_file("reference/organisations.csv"), ',');
  std::vector<OrganisationEntry> entries;
  for (std::size_t i = 1; i < rows.size(); ++i) entries.push_back(entry_of(rows[i]));
  return entries;
}

AliasKind kind_of(const std::vector<std::string>& row) {
  const std::string_view kind = row.size() == 3 ? std::string_view(row[1]) : "";
  if (kind == "name") return AliasKind::name;
  if (kind == "place") return AliasKind::place;
  if (kind == "branch") return AliasKind::branch;
  if (kind == "spelling") return AliasKind::spelling;
  throw Broken({Failure::internal, "data_broken", {{"file", "reference/aliases.tsv"}}, row.empty() ? "empty row" : row[0]});
}

std::vector<OrganisationAlias> load_aliases() {
  std::vector<OrganisationAlias> aliases;
  for (const auto& row : read_table(reference_file("reference/aliases.tsv"), '\t')) {
    const AliasKind kind = kind_of(row);
    for (auto& alias : expand(row[2])) aliases.push_back({row[0], std::move(alias), kind});
  }
  return aliases;
}

std::vector<District> load_districts() {
  std::vector<District> all;
  for (const auto& row : read_table(reference_file("reference/districts.tsv"), '\t')) {
    if (row.size() == 2) all.push_back({row[0], expand("[" + row[1] + "]")});
  }
  return all;
}

}  // namespace

std::vector<std::string> expand(std::string_view pattern) {
  std::vector<std::string> all{""};
  while (!pattern.empty()) {
    const auto open = pattern.find('[');
    for (auto& one : all) one += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = std::min(pattern.find(']', open), pattern.size());
    std::string_view choices = pattern.substr(open + 1, close - open - 1);
    std::vector<std::string> longer;
    for (bool more = true; more;) {
      const auto bar = choices.find('|');
      for (const auto& one : all) longer.push_back(one + std::string(choices.substr(0, bar)));
      more = bar != std::string_view::npos;
      if (more) choices.remove_prefix(bar + 1);
    }
    all = std::move(longer);
    pattern.remove_prefix(std::min(close + 1, pattern.size()));
  }
  return all;
}

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

const std::vector<District>& districts() {
  static const std::vector<District> all = load_districts();
  return all;
}

const std::vector<OrganisationAlias>& organisation_aliases() {
  static const std::vector<OrganisationAlias> aliases = load_aliases();
  return aliases;
}

}  // namespace kevai::text
