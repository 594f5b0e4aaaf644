#include "register/candidates.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "register/keys.hpp"
#include "register/persons.hpp"
#include "register/same.hpp"

namespace kevai::reg {
namespace {

using model::RecordKind;

/// What the comparison of records of all kinds shares.
struct Desk {
  store::Reader& reader;
  const CandidateFilter& filter;
  DecidedPairs decided;
  std::vector<Candidate> found{};
};

std::map<Id, std::set<Id>> documents_of(store::Reader& reader, RecordKind kind) {
  std::map<Id, std::set<Id>> documents;
  for (const model::Citation& citation : reader.citations(kind)) documents[citation.record].insert(citation.document);
  return documents;
}

/// By what records that may be the same can be found: an organisation both name.
std::set<std::string> keys_of(const auto& record) {
  if constexpr (requires { record.giver; })
    return party_keys({record.giver, record.receiver});
  else
    return party_keys(record.parties);
}

PartialDate day_of(const auto& record) {
  if constexpr (requires { record.signed_on; })
    return record.signed_on ? record.signed_on : record.from;
  else if constexpr (requires { record.stated_on; })
    return record.stated_on;
  else
    return record.date;
}

/// Records further apart than this are not compared; a month is as vague as a date may be.
constexpr int window = 31;

template <class T>
void look_at(Desk& desk) {
  const auto kind = static_cast<RecordKind>(model::Record(std::in_place_type<T>).index());
  std::vector<T> records;
  for (model::Record& record : desk.reader.records(kind)) records.push_back(std::get<T>(std::move(record)));
  const auto documents = documents_of(desk.reader, kind);
  const auto told_together = [&](const Id& one, const Id& other) {
    const auto here = documents.find(one);
    const auto there = documents.find(other);
    return here != documents.end() && there != documents.end() &&
           std::ranges::any_of(here->second, [&](const Id& id) { return there->second.contains(id); });
  };

  std::map<std::string, std::vector<const T*>> named;
  for (const T& record : records) {
    for (const std::string& key : keys_of(record)) {
      if (!key.empty()) named[key].push_back(&record);
    }
  }
  std::set<std::pair<Id, Id>> seen;
  for (auto& [key, together] : named) {
    std::ranges::sort(together, {}, [](const T* record) { return day_of(*record).first_day(); });
    for (std::size_t i = 0; i < together.size(); ++i) {
      for (std::size_t j = i + 1; j < together.size(); ++j) {
        const T& a = *together[i];
        const T& b = *together[j];
        const auto apart = days_between(day_of(a), day_of(b));
        if (apart && *apart > window) break;
        if (!desk.filter.record.empty() && a.id != desk.filter.record && b.id != desk.filter.record) continue;
        const auto pair = std::pair(std::min(a.id, b.id), std::max(a.id, b.id));
        if (desk.decided.contains(pair) || !seen.insert(pair).second || told_together(a.id, b.id)) continue;
        if (auto alike = likeness(a, b)) desk.found.push_back({kind, pair.first, pair.second, std::move(*alike)});
      }
    }
  }
}

/// What was said of records that were merged since is said of those that stand for them.
DecidedPairs told_apart(store::Reader& reader) {
  std::set<Id> away;
  for (std::size_t i = 0; i < enum_names<RecordKind>.size(); ++i)
    for (const model::Record& record : reader.merged_away(static_cast<RecordKind>(i))) away.insert(model::id_of(record));
  const auto standing = [&](const Id& id) { return away.contains(id) ? reader.standing(id) : id; };
  DecidedPairs apart;
  for (const model::Verdict& verdict : reader.verdicts()) {
    if (verdict.judgement != model::Judgement::different) continue;
    const Id one = standing(verdict.one);
    const Id other = standing(verdict.other);
    apart.emplace(std::min(one, other), std::max(one, other));
  }
  return apart;
}

}  // namespace

std::vector<Candidate> candidates(store::Reader& reader, const CandidateFilter& filter) {
  Desk desk{reader, filter, told_apart(reader)};
  std::optional<RecordKind> only;
  if (!filter.record.empty()) {
    const auto record = reader.record(filter.record);
    if (!record) return {};
    only = model::kind_of(*record);
  }
  const auto wanted = [&](RecordKind kind) { return !only || *only == kind; };
  if (wanted(RecordKind::activity)) look_at<model::Activity>(desk);
  if (wanted(RecordKind::agreement)) look_at<model::Agreement>(desk);
  if (wanted(RecordKind::commitment)) look_at<model::Commitment>(desk);
  if (wanted(RecordKind::observation)) look_at<model::Observation>(desk);
  if (wanted(RecordKind::support)) look_at<model::Support>(desk);
  if (wanted(RecordKind::award)) look_at<model::Award>(desk);
  if (wanted(RecordKind::person)) std::ranges::move(like_persons(reader, filter.record, desk.decided), std::back_inserter(desk.found));
  std::ranges::stable_sort(desk.found, std::greater<>(), [](const Candidate& candidate) { return candidate.likeness.score; });
  return std::move(desk.found);
}

}  // namespace kevai::reg
