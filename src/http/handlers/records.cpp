#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <map>
#include <optional>
#include <set>

#include "http/names.hpp"
#include "http/routes.hpp"
#include "model/record_json.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

/// A record with what stands behind it.
struct Behind {
  std::vector<model::Citation> citations;
  std::vector<model::Change> changes;
  std::map<std::string, model::Document> documents;
  Organisations organisations;
};

Behind read_behind(store::Reader& reader, const Id& record) {
  Behind behind{reader.citations_of(record), reader.changes_of(record), {}, organisations_of(reader)};
  for (const auto& citation : behind.citations)
    if (!behind.documents.contains(citation.document.value))
      if (auto document = reader.document(citation.document))
        behind.documents.emplace(citation.document.value, std::move(*document));
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

json::array changes_json(const Behind& behind) {
  json::array changes;
  for (const auto& change : behind.changes) {
    json::object shown{{"action", name_of(change.action)}, {"by", change.by}, {"at", change.at}};
    if (!change.before.empty()) shown["before"] = json::parse(change.before);
    if (!change.after.empty()) shown["after"] = json::parse(change.after);
    changes.push_back(std::move(shown));
  }
  return changes;
}

/// The ids of the parties a record names, wherever they stand in its JSON.
void gather_parties(const json::value& value, std::set<std::string>& ids) {
  if (const auto* text = value.if_string()) ids.emplace(text->c_str());
  if (const auto* array = value.if_array())
    for (const auto& item : *array) gather_parties(item, ids);
  if (const auto* object = value.if_object())
    for (const auto& field : *object) gather_parties(field.value(), ids);
}

json::object organisations_json(const json::object& record, const Organisations& organisations,
                                text::Language language) {
  std::set<std::string> ids;
  gather_parties(record, ids);
  json::object shown;
  for (const auto& id : ids)
    if (const auto found = organisations.find(id); found != organisations.end())
      shown[id] = to_json(found->second, language);
  return shown;
}

}  // namespace

Result<Response> get_record(const Call& call) {
  const auto unknown = fail(Failure::not_found, "record_unknown", {{"id", call.id}});
  if (!is_uuid(call.id)) return unknown;
  std::optional<model::Record> record;
  Behind behind;
  call.context.store.read([&](store::Reader& reader) {
    record = reader.record(Id{call.id});
    if (record) behind = read_behind(reader, model::id_of(*record));
  });
  if (!record) return unknown;

  auto shown = model::to_json(*record);
  auto organisations = organisations_json(shown, behind.organisations, call.language);
  shown["passages"] = passages_json(behind);
  return json_response({{"record", std::move(shown)},
                        {"organisations", std::move(organisations)},
                        {"changes", changes_json(behind)}});
}

}  // namespace kevai::http
