#include "register/holdings.hpp"

#include <boost/json/serialize.hpp>

#include "base/clock.hpp"
#include "model/record_json.hpp"

namespace kevai::reg {

Id partnership_of(const model::Record& record) {
  return std::visit(
      [](const auto& r) -> Id {
        if constexpr (requires { r.partnership; }) return r.partnership;
        return {};
      },
      record);
}

std::vector<model::Record>& Holdings::of(model::RecordKind kind, const Id& partnership) {
  const auto [at, fresh] = held_.try_emplace({kind, partnership});
  if (fresh) {
    at->second = writer_.records(kind, {partnership});
    if (partnership.empty()) {
      std::erase_if(at->second, [](const model::Record& record) { return !partnership_of(record).empty(); });
    }
  }
  return at->second;
}

void Holdings::create(const model::Record& record) {
  auto& pool = of(model::kind_of(record), partnership_of(record));
  writer_.put(record);
  journal(model::Action::create, nullptr, record);
  pool.push_back(record);
  sources_[model::id_of(record)] = {};
}

void Holdings::change(const model::Record& before, const model::Record& after) {
  writer_.put(after);
  journal(model::Action::extend, &before, after);
  for (model::Record& held : of(model::kind_of(after), partnership_of(after))) {
    if (model::id_of(held) == model::id_of(after)) held = after;
  }
}

void Holdings::cite(const model::Citation& citation) {
  sources(citation.record);  // read before it is in the store, so that it counts once
  writer_.add(citation);
  sources_[citation.record].insert(citation.document);
}

const std::set<Id>& Holdings::sources(const Id& record) {
  const auto [at, fresh] = sources_.try_emplace(record);
  if (fresh) {
    for (const model::Citation& citation : writer_.citations_of(record)) at->second.insert(citation.document);
  }
  return at->second;
}

PartialDate Holdings::dateline(const Id& document) {
  const auto [at, fresh] = datelines_.try_emplace(document);
  if (fresh) {
    if (const auto found = writer_.document(document)) at->second = found->dateline;
  }
  return at->second;
}

void Holdings::journal(model::Action action, const model::Record* before, const model::Record& after) {
  writer_.add(
      model::Change{.id = new_id(),
                    .record = model::id_of(after),
                    .record_kind = model::kind_of(after),
                    .action = action,
                    .by = who_,
                    .at = timestamp_now(),
                    .before = before ? boost::json::serialize(model::to_json(*before)) : std::string(),
                    .after = boost::json::serialize(model::to_json(after))});
}

}  // namespace kevai::reg
