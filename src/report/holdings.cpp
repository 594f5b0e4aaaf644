#include "report/holdings.hpp"

#include <algorithm>
#include <array>

#include "register/rights/permission.hpp"
#include "store/confirmations.hpp"

namespace kevai::report {
namespace {

using model::RecordKind;

/// People and their posts are no part of a summary.
constexpr std::array shown_kinds = {RecordKind::partnership, RecordKind::agreement, RecordKind::commitment, RecordKind::activity,
                                    RecordKind::observation, RecordKind::target,    RecordKind::occasion,   RecordKind::support,
                                    RecordKind::award,       RecordKind::course};

using Documents = std::map<Id, model::Document>;

/// Adds a citation: to the passage it shares with others, or as a passage of its own.
void add(Held& held, const model::Citation& citation, const Documents& documents) {
  auto& passages = held.sourced.passages;
  const auto same = std::ranges::find_if(
      passages, [&](const Passage& passage) { return passage.document == citation.document && passage.span == citation.span; });
  if (same != passages.end()) {
    if (std::ranges::find(same->fields, citation.field) == same->fields.end()) same->fields.push_back(citation.field);
    return;
  }
  Passage passage{.document = citation.document, .span = citation.span, .quote = citation.quote, .fields = {citation.field}};
  if (const auto document = documents.find(citation.document); document != documents.end()) {
    passage.document_title = document->second.title;
    passage.sample = document->second.sample;
    if (held.documents.insert(citation.document).second && document->second.dateline) {
      held.datelines.push_back(document->second.dateline);
    }
  }
  passages.push_back(std::move(passage));
}

}  // namespace

Holdings read_holdings(store::Reader& reader) {
  Documents documents;
  for (model::Document& document : reader.documents()) documents.emplace(document.id, std::move(document));

  Holdings holdings;
  for (const RecordKind kind : shown_kinds) {
    std::vector<Held>& held = holdings[kind];
    std::map<Id, std::size_t> places;
    const auto unconfirmed = reg::is_joint(kind) ? reader.confirmations().unconfirmed(kind) : std::set<Id>();
    for (model::Record& record : reader.records(kind)) {
      const Id id = model::id_of(record);
      places[id] = held.size();
      held.push_back({.sourced = {.record = std::move(record), .unconfirmed = unconfirmed.contains(id)}});
    }
    std::map<Id, std::vector<model::Citation>> citations;
    for (model::Citation& citation : reader.citations(kind)) {
      const auto place = places.find(citation.record);
      if (place != places.end()) add(held[place->second], citation, documents);
      citations[citation.record].push_back(std::move(citation));
    }
    std::map<Id, std::vector<model::Choice>> choices;
    for (model::Choice& choice : reader.choices(kind)) choices[choice.record].push_back(std::move(choice));
    for (Held& one : held) {
      const Id& id = model::id_of(one.sourced.record);
      one.sourced.disagreements = reg::disagreements(one.sourced.record, citations[id], choices[id]);
    }
  }
  return holdings;
}

std::vector<model::Party> parties_of(const model::Record& record) {
  return std::visit(
      [](const auto& r) -> std::vector<model::Party> {
        if constexpr (requires { r.parties; }) return r.parties;
        if constexpr (requires { r.giver; }) return {r.giver, r.receiver};
        if constexpr (requires { r.organisation.stated; }) return {r.organisation};
        return {};
      },
      record);
}

Id partnership_of(const model::Record& record) {
  return std::visit(
      [](const auto& r) -> Id {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(r)>, model::Partnership>) return r.id;
        if constexpr (requires { r.partnership; }) return r.partnership;
        return {};
      },
      record);
}

}  // namespace kevai::report
