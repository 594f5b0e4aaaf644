#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <map>
#include <set>

#include "extract/confidence.hpp"
#include "extract/extract.hpp"
#include "http/names.hpp"
#include "http/record_answer.hpp"
#include "http/routes.hpp"
#include "register/disagreement.hpp"
#include "register/remove_document.hpp"
#include "register/rights/offers.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;
using model::FindingState;

using Counts = std::map<FindingState, int>;

json::object document_json(const model::Document& document, const Counts& counts) {
  json::object shown{
      {"id", document.id.value}, {"title", document.title}, {"file_name", document.file_name}, {"language", document.language}};
  if (document.dateline) shown["dateline"] = document.dateline.text();
  shown["sample"] = document.sample;
  shown["added_at"] = document.added_at;
  shown["sharing"] = name_of(document.sharing);
  json::object findings;
  for (const auto state : {FindingState::waiting, FindingState::accepted, FindingState::rejected}) {
    const auto found = counts.find(state);
    findings[name_of(state)] = found == counts.end() ? 0 : found->second;
  }
  shown["findings"] = std::move(findings);
  return shown;
}

/// On which fields articles disagree, of a record that one of the findings made or extended.
using Doubts = std::map<Id, json::array>;

Doubts read_doubts(store::Reader& reader, const std::vector<model::Finding>& findings) {
  Doubts doubts;
  for (const auto& finding : findings) {
    if (finding.record.empty() || doubts.contains(finding.record)) continue;
    auto& fields = doubts[finding.record];
    const auto record = reader.record(finding.record);
    if (!record) continue;
    const auto citations = reader.citations_of(finding.record);
    for (const auto& doubt : reg::disagreements(*record, citations, reader.choices_of(finding.record)))
      fields.push_back({{"field", doubt.field}, {"settled", doubt.settled()}});
  }
  return doubts;
}

json::object finding_json(const model::Finding& finding, const Doubts& doubts) {
  json::object shown{{"id", finding.id.value}, {"position", finding.position}, {"state", name_of(finding.state)}};
  if (!finding.record.empty()) shown["record"] = finding.record.value;
  if (const auto found = doubts.find(finding.record); found != doubts.end() && !found->second.empty())
    shown["disagreements"] = found->second;
  if (finding.fact.confidence > 0) shown["certainty"] = name_of(extract::certainty_of(finding.fact.confidence));
  shown["fact"] = json::parse(extract::to_json(finding.fact));
  return shown;
}

/// The texts of a fact's fields, in which organisations are named by their ids.
struct Texts {
  std::set<std::string>& seen;
  void operator()(std::string_view, const std::string& text) const { seen.insert(text); }
  void operator()(std::string_view, const std::vector<std::string>& texts) const { seen.insert(texts.begin(), texts.end()); }
  void operator()(std::string_view, const auto&) const {}
};

json::object organisations_json(const std::vector<model::Finding>& findings, const Organisations& organisations, text::Language language) {
  std::set<std::string> texts;
  for (const auto& finding : findings)
    std::visit([&](const auto& statement) { describe(statement, Texts{texts}); }, finding.fact.statement);
  json::object shown;
  for (const auto& text : texts)
    if (const auto found = organisations.find(text); found != organisations.end()) shown[text] = to_json(found->second, language);
  return shown;
}

}  // namespace

Result<Response> list_documents(const Call& call) {
  json::array documents;
  call.context.store.read([&](store::Reader& reader) {
    std::map<Id, Counts> counts;
    for (const auto& finding : reader.findings({})) ++counts[finding.document][finding.state];
    for (const auto& document : reader.documents()) documents.push_back(document_json(document, counts[document.id]));
  });
  return json_response({{"documents", std::move(documents)}});
}

namespace {

Result<Response> shared(const Call& call, model::SharingState state) {
  if (!is_uuid(call.id)) return fail(Failure::not_found, "document_unknown", {{"id", call.id}});
  const auto done = call.context.store.write([&](store::Writer& writer) -> Result<> {
    if (!writer.document({call.id})) return fail(Failure::not_found, "document_unknown", {{"id", call.id}});
    writer.share(Id{call.id}, state);
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return get_document(call);
}

}  // namespace

Result<Response> release_document(const Call& call) {
  return shared(call, model::SharingState::released);
}
Result<Response> withdraw_document(const Call& call) {
  return shared(call, model::SharingState::draft);
}

Result<Response> remove_document(const Call& call) {
  if (!is_uuid(call.id)) return fail(Failure::not_found, "document_unknown", {{"id", call.id}});
  const auto done = call.context.store.write([&](store::Writer& writer) { return reg::remove_document(writer, {call.id}); });
  if (!done) return std::unexpected(done.error());
  return json_response({{"id", call.id}});
}

Result<Response> get_document(const Call& call) {
  const auto unknown = fail(Failure::not_found, "document_unknown", {{"id", call.id}});
  if (!is_uuid(call.id)) return unknown;
  std::optional<model::Document> document;
  std::vector<model::Finding> findings;
  Organisations organisations;
  Doubts doubts;
  call.context.store.read([&](store::Reader& reader) {
    document = reader.document(Id{call.id});
    if (!document) return;
    findings = reader.findings({document->id, {}});
    doubts = read_doubts(reader, findings);
    organisations = organisations_of(reader);
  });
  if (!document) return unknown;

  Counts counts;
  json::array found;
  for (const auto& finding : findings) {
    ++counts[finding.state];
    found.push_back(finding_json(finding, doubts));
  }
  auto shown = document_json(*document, counts);
  shown["text"] = document->text;
  return json_response({{"document", std::move(shown)},
                        {"organisations", organisations_json(findings, organisations, call.language)},
                        {"findings", std::move(found)},
                        {"may", names_json(reg::offers(call.context.actor, *document))}});
}

}  // namespace kevai::http
