#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "http/names.hpp"
#include "http/pairs.hpp"
#include "http/routes.hpp"
#include "model/record_json.hpp"
#include "register/disagreement_json.hpp"
#include "register/doubts.hpp"
#include "register/judge.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

/// Adds the pairs of ids of that list, if there is one; false where it is anything else.
bool read_pairs(const json::object& body, model::Judgement judgement, std::vector<reg::Judged>& judged) {
  const auto* list = body.if_contains(name_of(judgement));
  if (!list) return true;
  if (!list->is_array()) return false;
  for (const auto& pair : list->get_array()) {
    if (!pair.is_array() || pair.get_array().size() != 2) return false;
    std::array<Id, 2> ids;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const auto* id = pair.get_array()[i].if_string();
      if (!id || !is_uuid(std::string(*id))) return false;
      ids[i].value = std::string(*id);
    }
    judged.push_back({ids[0], ids[1], judgement});
  }
  return true;
}

}  // namespace

Result<Response> list_candidates(const Call& call) {
  json::array shown;
  json::value organisations;
  call.context.store.read([&](store::Reader& reader) {
    const auto known = organisations_of(reader);
    for (const auto& pair : read_pairs(reader, {})) shown.push_back(to_json(pair, known, call.language));
    organisations = organisations_in(shown, known, call.language);
  });
  return json_response({{"candidates", std::move(shown)}, {"organisations", std::move(organisations)}});
}

Result<Response> list_disagreements(const Call& call) {
  json::array shown;
  json::value organisations;
  call.context.store.read([&](store::Reader& reader) {
    std::map<Id, model::Document> documents;
    for (auto& document : reader.documents()) documents.emplace(document.id, std::move(document));
    const auto titled = [&](const Id& id) { return reg::Titled{documents[id].title, documents[id].sample}; };
    for (const auto& doubt : reg::open_doubts(reader)) {
      auto record = model::to_json(doubt.record);
      record["disagreements"] = reg::to_json(doubt.record, doubt.disagreements, titled);
      shown.push_back(std::move(record));
    }
    organisations = organisations_in(shown, organisations_of(reader), call.language);
  });
  return json_response({{"records", std::move(shown)}, {"organisations", std::move(organisations)}});
}

Result<Response> decide_candidates(const Call& call) {
  const auto parsed = parse_json(call.request.body);
  if (!parsed) return std::unexpected(parsed.error());
  const auto& body = *parsed;
  std::vector<reg::Judged> judged;
  using enum model::Judgement;
  for (const auto judgement : {same, different, open})
    if (!body.is_object() || !read_pairs(body.get_object(), judgement, judged)) return fail(Failure::invalid, "judgement_malformed");
  if (judged.empty()) return fail(Failure::invalid, "judgement_malformed");
  const auto done = reg::judge(call.context.store, judged, call.context.who);
  if (!done) return std::unexpected(done.error());
  const auto count = [&](model::Judgement wanted) { return std::ranges::count(judged, wanted, &reg::Judged::judgement); };
  return json_response({{"same", count(same)}, {"different", count(different)}, {"open", count(open)}});
}

}  // namespace kevai::http
