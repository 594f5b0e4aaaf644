#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <optional>

#include "http/names.hpp"
#include "http/page.hpp"
#include "http/record_answer.hpp"
#include "http/routes.hpp"
#include "model/record_json.hpp"
#include "register/cascade.hpp"
#include "register/desk.hpp"
#include "register/due.hpp"
#include "register/proposals.hpp"
#include "register/renewal.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

json::object due_json(const reg::Due& due, const model::Record& record) {
  json::object shown{{"kind", name_of(due.kind)}, {"day", due.day}, {"days_left", due.days_left}};
  if (due.kind == reg::DueKind::anniversary) {
    shown["number"] = due.number;
    shown["round"] = due.is_round;
  }
  shown["record"] = model::to_json(record);
  return shown;
}

/// The quantities that are known, each as records have it.
json::object trained_json(const reg::Trained& trained) {
  const auto json = model::to_json(
      model::Record(model::Course{.trainees = trained.trainees, .women = trained.women, .certificates = trained.certificates}));
  json::object shown;
  for (const char* field : {"trainees", "women", "certificates"})
    if (const auto* value = json.if_contains(field)) shown[field] = *value;
  shown["list_incomplete"] = trained.list_incomplete;
  return shown;
}

Result<reg::Routing> routing_of(const json::object& body) {
  reg::Routing routing;
  bool has_step = false;
  for (const auto& [name, value] : body) {
    if (!value.is_string()) return fail(Failure::invalid, "value_malformed", {{"field", name}, {"expected", "text"}});
    const std::string text(value.get_string());
    if (name == "step") {
      const auto step = named<reg::ProposalStep>(text);
      if (!step)
        return fail(Failure::invalid, "value_malformed", {{"field", "step"}, {"expected", "submit, forward, send_back, accept, decline"}});
      routing.step = *step;
      has_step = true;
    } else if (name == "desk") {
      routing.desk.value = text;
    } else if (name == "reason") {
      routing.reason = text;
    } else if (name == "agreement") {
      routing.agreement.value = text;
    } else {
      return fail(Failure::invalid, "field_unknown", {{"field", name}});
    }
  }
  if (!has_step) return fail(Failure::invalid, "field_missing", {{"field", "step"}});
  return routing;
}

}  // namespace

Result<Response> list_due(const Call& call) {
  const auto days = whole_number_of(call.target, "days", 1, 36500, reg::Ahead{}.days);
  if (!days) return std::unexpected(days.error());
  const std::string partnership(call.target.get("partnership"));
  json::array shown;
  json::object organisations;
  call.context.store.read([&](store::Reader& reader) {
    for (const reg::Due& due : reg::due(reader, call.context.today(), {.days = *days}))
      if (partnership.empty() || due.partnership.value == partnership) shown.push_back(due_json(due, *reader.record(due.record)));
    organisations = organisations_in(shown, organisations_of(reader), call.language);
  });
  return json_response({{"today", call.context.today()}, {"due", std::move(shown)}, {"organisations", std::move(organisations)}});
}

Result<Response> get_cascade(const Call& call) {
  std::optional<reg::Cascade> found;
  call.context.store.read([&](store::Reader& reader) { found = reg::cascade(reader, {call.id}); });
  if (!found) return unknown_record(call.id);
  json::array generations;
  for (const reg::Generation& generation : found->generations) {
    json::array courses;
    for (const Id& course : generation.courses) courses.push_back(json::string(course.value));
    auto shown = trained_json(generation.trained);
    shown["courses"] = std::move(courses);
    generations.push_back(std::move(shown));
  }
  auto answer = trained_json(found->trained);
  answer["distinct_persons"] = found->distinct_persons;
  answer["generations"] = std::move(generations);
  return json_response(std::move(answer));
}

Result<Response> carry_over(const Call& call) {
  json::array made;
  const auto done =
      reg::write(call.context.store, [&](store::Writer& writer) { return reg::carry_over(writer, {call.id}, call.context.who); });
  if (!done) return std::unexpected(done.error());
  for (const Id& id : *done) made.push_back(json::string(id.value));
  return json_response({{"commitments", std::move(made)}});
}

Result<Response> route_proposal(const Call& call) {
  const auto body = parse_object(call.request.body);
  if (!body) return std::unexpected(body.error());
  const auto routing = routing_of(*body);
  if (!routing) return std::unexpected(routing.error());
  return reg::write(call.context.store, [&](store::Writer& writer) -> Result<Response> {
    const auto current = find_record(writer, model::RecordKind::proposal, call.id);
    if (!current) return unknown_record(call.id);
    if (const auto same = check_if_match(call.request, *current, false); !same) return std::unexpected(same.error());
    const auto done = reg::route(writer, {call.id}, *routing, {}, call.context.today(), call.context.who, call.context.actor);
    if (!done) return std::unexpected(done.error());
    return record_response(writer, model::RecordKind::proposal, call.id);
  });
}

Result<Response> list_desk(const Call& call) {
  json::array items;
  json::object organisations;
  call.context.store.read([&](store::Reader& reader) {
    for (const reg::DeskItem& item : reg::desk(reader, call.context.actor, call.context.today())) {
      json::object shown{{"record", model::to_json(model::Record(item.proposal))}, {"yours", item.yours}};
      if (item.days_left) shown["days_left"] = *item.days_left;
      items.push_back(std::move(shown));
    }
    organisations = organisations_in(items, organisations_of(reader), call.language);
  });
  return json_response({{"items", std::move(items)}, {"organisations", std::move(organisations)}});
}

Result<Response> list_proposal_steps(const Call& call) {
  bool known = false;
  std::vector<reg::ProposalStep> may;
  std::optional<int> days_left;
  json::array shown;
  json::object organisations;
  call.context.store.read([&](store::Reader& reader) {
    const auto held = find_record(reader, model::RecordKind::proposal, call.id);
    known = held.has_value();
    if (!known) return;
    const auto& proposal = std::get<model::Proposal>(held->record);
    may = reg::steps_open(reader, proposal, call.context.actor);
    days_left = reg::days_left(proposal, call.context.today());
    for (const reg::StepTaken& step : reg::steps_of(reader, model::id_of(held->record))) {
      json::object one{{"step", name_of(step.step)}, {"by", step.by}, {"at", step.at}};
      if (!step.side.empty()) one["side"] = step.side;
      if (!step.from.empty()) one["from"] = step.from.value;
      if (!step.to.empty()) one["to"] = step.to.value;
      if (!step.reason.empty()) one["reason"] = step.reason;
      shown.push_back(std::move(one));
    }
    organisations = organisations_in(shown, organisations_of(reader), call.language);
  });
  if (!known) return unknown_record(call.id);
  json::object way{{"steps", std::move(shown)}, {"may", names_json(may)}, {"organisations", std::move(organisations)}};
  if (days_left) way["days_left"] = *days_left;
  return json_response(std::move(way));
}

}  // namespace kevai::http
