#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <map>
#include <optional>
#include <set>

#include "http/names.hpp"
#include "http/routes.hpp"
#include "http/pairs.hpp"
#include "http/record_answer.hpp"
#include "model/record_json.hpp"
#include "register/confirming/standing.hpp"
#include "register/disagreement_json.hpp"
#include "register/rights/offers.hpp"
#include "register/settle.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

/// A record with what stands behind it.
struct Behind {
  std::vector<model::Citation> citations;
  std::vector<model::Change> changes;
  std::map<std::string, model::Document> documents;
  Organisations organisations;
  std::vector<model::Choice> choices;
  std::vector<model::Record> merged;  ///< those it stands for
  std::vector<ShownPair> candidates;  ///< those it may be the same as
  std::optional<reg::SharedRecord> shared{};
  json::array notes{};
  std::vector<reg::Offer> may{};
};

constexpr int most_notes = 200;

/// What the caller's own side wrote down about it, the latest first.
json::array notes_json(store::Reader& reader, const Id& record) {
  json::array notes;
  const store::RecordQuery of_it{
      .kind = model::RecordKind::note, .where = {{.path = {"record"}, .value = record.value}}, .descending = true, .limit = most_notes};
  for (const auto& row : reader.list(of_it).rows) {
    const auto& note = std::get<model::Note>(row.record);
    json::object shown{{"id", note.id.value}, {"content", note.content}};
    if (const auto sharing = reader.sharing(note.id); sharing && !sharing->side.empty()) shown["side"] = sharing->side;
    if (const auto changes = reader.changes_of(note.id); !changes.empty()) {
      shown["by"] = changes.front().by;
      shown["at"] = changes.front().at;
    }
    notes.push_back(std::move(shown));
  }
  return notes;
}

Behind read_behind(store::Reader& reader, const model::Actor& actor, const Id& record) {
  Behind behind{.citations = reader.citations_of(record),
                .changes = reader.changes_of(record),
                .organisations = organisations_of(reader),
                .choices = reader.choices_of(record),
                .candidates = read_pairs(reader, {.record = record}),
                .shared = reg::shared_record(reader, record),
                .notes = notes_json(reader, record),
                .may = reg::offers(reader, actor, record)};
  for (auto& away : reader.merged_away(model::kind_of(reader.record(record).value())))
    if (reader.standing(model::id_of(away)) == record) behind.merged.push_back(std::move(away));
  for (const auto& citation : behind.citations)
    if (!behind.documents.contains(citation.document.value))
      if (auto document = reader.document(citation.document)) behind.documents.emplace(citation.document.value, std::move(*document));
  return behind;
}

/// Each passage once, with the fields it states.
json::array passages_json(const Behind& behind) {
  json::array passages;
  std::map<std::pair<std::string, std::pair<std::size_t, std::size_t>>, std::size_t> places;
  for (const auto& citation : behind.citations) {
    const auto key = std::pair(citation.document.value, std::pair(citation.span.begin, citation.span.end));
    const auto [place, fresh] = places.emplace(key, passages.size());
    if (fresh) {
      const auto& document = behind.documents.at(citation.document.value);
      passages.push_back({{"document", document.id.value},
                          {"document_title", document.title},
                          {"sample", document.sample},
                          {"begin", citation.span.begin},
                          {"end", citation.span.end},
                          {"quote", citation.quote},
                          {"fields", json::array{}}});
    }
    passages[place->second].as_object()["fields"].as_array().push_back(json::string(citation.field));
  }
  return passages;
}

}  // namespace

Result<Response> get_any_record(const Call& call) {
  const auto unknown = fail(Failure::not_found, "record_unknown", {{"id", call.id}});
  if (!is_uuid(call.id)) return unknown;
  std::optional<model::Record> record;
  Behind behind;
  call.context.store.read([&](store::Reader& reader) {
    record = reader.record(Id{call.id});
    if (record) behind = read_behind(reader, call.context.actor, model::id_of(*record));
  });
  if (!record) return unknown;

  auto shown = model::to_json(*record);
  const auto titled = [&](const Id& id) {
    const auto& document = behind.documents.at(id.value);
    return reg::Titled{document.title, document.sample};
  };
  const auto found = reg::disagreements(*record, behind.citations, behind.choices);
  json::array merged, candidates, changes;
  for (const auto& change : behind.changes) changes.push_back(to_json(change));
  for (const auto& away : behind.merged) merged.push_back(model::to_json(away));
  for (const auto& pair : behind.candidates) candidates.push_back(to_json(pair, behind.organisations, call.language));
  const auto disagreements = reg::to_json(*record, found, titled);
  const json::value all_shown = {shown, disagreements, merged, candidates};
  auto organisations = organisations_in(all_shown, behind.organisations, call.language);
  shown["passages"] = passages_json(behind);
  shown["disagreements"] = disagreements;
  shown["version"] = behind.shared->version;
  shown["sharing"] = reg::to_json(*behind.shared);
  return json_response({{"record", std::move(shown)},
                        {"organisations", std::move(organisations)},
                        {"changes", std::move(changes)},
                        {"merged", std::move(merged)},
                        {"candidates", std::move(candidates)},
                        {"notes", std::move(behind.notes)},
                        {"may", names_json(behind.may)}});
}

Result<Response> choose_statement(const Call& call) {
  if (!is_uuid(call.id)) return fail(Failure::not_found, "record_unknown", {{"id", call.id}});
  const auto parsed = parse_json(call.request.body);
  if (!parsed) return std::unexpected(parsed.error());
  const auto& body = *parsed;
  const auto text = [&](std::string_view name) {
    const auto* value = body.is_object() ? body.get_object().if_contains(name) : nullptr;
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
  };
  const auto citation = text("citation");
  const auto field = text("field");
  if (citation.empty() == field.empty() || (!citation.empty() && !is_uuid(citation))) return fail(Failure::invalid, "choice_malformed");
  const auto done = citation.empty() ? reg::reopen(call.context.store, {call.id}, field, call.context.who)
                                     : reg::choose(call.context.store, {call.id}, {citation}, call.context.who);
  if (!done) return std::unexpected(done.error());
  return get_any_record(call);
}

}  // namespace kevai::http
