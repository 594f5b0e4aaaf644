#include "cli/partnership.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace kevai::cli {
namespace {

using Names = std::set<std::string>;

std::string name_of(const model::Party& party) {
  return party.id.empty() ? party.stated : party.id.value;
}

Names names_of(const model::Partnership& partnership) {
  Names names;
  for (const auto& party : partnership.parties) names.insert(name_of(party));
  return names;
}

Names names_of(const std::string& joined) {
  Names names;
  for (std::size_t begin = 0; begin <= joined.size();) {
    const auto end = std::min(joined.find('+', begin), joined.size());
    names.insert(joined.substr(begin, end - begin));
    begin = end + 1;
  }
  return names;
}

}  // namespace

Result<Id> find_partnership(store::Store& store, const std::string& named) {
  std::vector<model::Partnership> partnerships;
  store.read([&](store::Reader& reader) {
    for (const auto& record : reader.records(model::RecordKind::partnership)) partnerships.push_back(std::get<model::Partnership>(record));
  });
  const Names wanted = names_of(named);
  std::vector<std::string> known;
  for (const auto& partnership : partnerships) {
    const Names names = names_of(partnership);
    if (partnership.id.value == named || names == wanted) return partnership.id;
    known.push_back(fmt::format("{}", fmt::join(names, "+")));
  }
  if (known.empty()) return fail(Failure::not_found, "partnership_none", {{"partnership", named}});
  std::sort(known.begin(), known.end());
  return fail(Failure::not_found, "partnership_unknown", {{"partnership", named}, {"known", fmt::format("{}", fmt::join(known, ", "))}});
}

}  // namespace kevai::cli
