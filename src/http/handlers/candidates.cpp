#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

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

}  // namespace

Result<Response> list_candidates(const Call& call) {
  json::array shown;
  json::value organisations;
  call.context.store.read([&](store::Reader& reader) {
    for (const auto& pair : read_pairs(reader, {})) shown.push_back(to_json(pair, call.language));
    organisations = organisations_in(shown, organisations_of(reader), call.language);
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

Result<Response> judge_candidates(const Call& call) {
  boost::system::error_code error;
  const auto body = json::parse(call.request.body, error);
  if (error) return fail(Failure::invalid, "json_malformed", {}, error.message());
  const auto text = [&](std::string_view name) {
    const auto* value = body.is_object() ? body.get_object().if_contains(name) : nullptr;
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
  };
  const auto judgement = named<model::Judgement>(text("judgement"));
  if (!judgement || !is_uuid(text("one")) || !is_uuid(text("other")))
    return fail(Failure::invalid, "judgement_malformed");
  const auto standing =
      reg::judge(call.context.store, {text("one")}, {text("other")}, *judgement, call.context.who);
  if (!standing) return std::unexpected(standing.error());
  return json_response({{"record", standing->value}});
}

}  // namespace kevai::http
