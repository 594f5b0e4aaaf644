#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <set>

#include "extract/extract.hpp"
#include "http/names.hpp"
#include "http/routes.hpp"
#include "register/decide.hpp"
#include "register/explanation.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

struct Decision {
  std::vector<Id> accept;
  std::vector<Id> reject;
  reg::Faulty faulty = reg::Faulty::refuse;
};

/// A list of ids; none where it is left out. False where it is anything else.
bool read_ids(const json::object& body, std::string_view name, std::vector<Id>& ids) {
  const auto* list = body.if_contains(name);
  if (!list) return true;
  if (!list->is_array()) return false;
  for (const auto& id : list->get_array()) {
    if (!id.is_string() || !is_uuid(std::string(id.get_string()))) return false;
    ids.push_back({std::string(id.get_string())});
  }
  return true;
}

Result<Decision> read_decision(const std::string& text) {
  const auto parsed = parse_json(text);
  if (!parsed) return std::unexpected(parsed.error());
  const auto& body = *parsed;
  Decision decision;
  const auto* object = body.if_object();
  if (!object || !read_ids(*object, "accept", decision.accept) || !read_ids(*object, "reject", decision.reject) ||
      (decision.accept.empty() && decision.reject.empty()))
    return fail(Failure::invalid, "decision_malformed");
  if (const auto* leave = object->if_contains("leave_faulty")) {
    if (!leave->is_bool()) return fail(Failure::invalid, "decision_malformed");
    if (leave->get_bool()) decision.faulty = reg::Faulty::leave;
  }
  const std::set<Id> accepted(decision.accept.begin(), decision.accept.end());
  for (const auto& id : decision.reject)
    if (accepted.contains(id)) return fail(Failure::invalid, "decision_malformed");
  return decision;
}

/// The organisations an explanation speaks of.
json::object named_in(const extract::Explanation& told, const Organisations& organisations, text::Language language) {
  std::set<std::string> ids;
  for (const auto& source : told.fields) ids.insert(source.value);
  for (const auto& clue : told.clues) ids.insert(clue.means.begin(), clue.means.end());
  json::object shown;
  for (const auto& id : ids)
    if (const auto found = organisations.find(id); found != organisations.end()) shown[id] = to_json(found->second, language);
  return shown;
}

}  // namespace

Result<Response> get_explanation(const Call& call) {
  const auto unknown = fail(Failure::not_found, "finding_unknown", {{"id", call.id}});
  if (!is_uuid(call.id)) return unknown;
  std::optional<model::Finding> finding;
  std::optional<model::Document> document;
  Organisations organisations;
  call.context.store.read([&](store::Reader& reader) {
    finding = reader.finding(Id{call.id});
    if (!finding) return;
    document = reader.document(finding->document);
    organisations = organisations_of(reader);
  });
  if (!finding || !document) return unknown;
  json::object shown{{"finding", call.id}, {"rule", finding->fact.rule}};
  if (const auto told = reg::explanation_of(*document, *finding)) {
    shown["explanation"] = json::parse(extract::to_json(*told));
    shown["organisations"] = named_in(*told, organisations, call.language);
  }
  return json_response(std::move(shown));
}

Result<Response> decide_findings(const Call& call) {
  const auto decision = read_decision(call.request.body);
  if (!decision) return std::unexpected(decision.error());
  const auto decided = reg::decide(call.context.store, decision->accept, decision->reject, call.context.who, decision->faulty);
  if (!decided) return std::unexpected(decided.error());
  return json_response({{"accepted", decided->accepted},
                        {"rejected", decided->rejected},
                        {"records_made", decided->records_made},
                        {"records_extended", decided->records_extended},
                        {"left_waiting", decided->left_waiting}});
}

}  // namespace kevai::http
