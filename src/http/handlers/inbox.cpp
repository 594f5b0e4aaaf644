#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "http/names.hpp"
#include "http/page.hpp"
#include "http/record_answer.hpp"
#include "http/routes.hpp"
#include "model/record_json.hpp"
#include "register/confirming/each.hpp"
#include "register/confirming/inbox.hpp"
#include "register/edit.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

constexpr int most_at_once = 1000;

std::string cursor_of(const store::Waiting& last) {
  return opaque(last.since + " " + last.record.value + " " + std::string(name_of(last.asked)));
}

Result<store::Waiting> waiting_of(std::string_view cursor) {
  const auto text = from_opaque(cursor).value_or("");
  const auto first = text.find(' '), second = text.rfind(' ');
  const auto asked = first == second ? std::nullopt : named<model::Asked>(text.substr(second + 1));
  if (!asked) return fail(Failure::invalid, "cursor_malformed");
  return store::Waiting{
      .record = {text.substr(first + 1, second - first - 1)}, .asked = *asked, .since = text.substr(0, first), .due_on = {}};
}

json::object item_json(const reg::InboxItem& item, const std::string& side) {
  json::object shown{{"asked", name_of(item.waiting.asked)}, {"since", item.waiting.since}};
  if (!item.waiting.due_on.empty()) shown["due_on"] = item.waiting.due_on;
  if (item.days_left) {
    shown["days_left"] = *item.days_left;
    shown["overdue"] = *item.days_left < 0;
  }
  shown["record"] = model::to_json(item.shared.record);
  shown["sharing"] = reg::to_json(item.shared);
  shown["changed"] = reg::to_json(item.shared.of(side).changed);
  shown["parts"] = reg::to_json(item.shared.of(side).parts);
  return shown;
}

Result<std::vector<Id>> ids_of(const json::object& body) {
  const auto* list = body.if_contains("records");
  const auto malformed = [] { return fail(Failure::invalid, "value_malformed", {{"field", "records"}, {"expected", "[id, …]"}}); };
  if (!list || !list->is_array()) return malformed();
  std::vector<Id> ids;
  for (const auto& one : list->get_array()) {
    if (!one.is_string()) return malformed();
    ids.push_back({std::string(one.get_string())});
  }
  if (ids.size() > most_at_once)
    return fail(Failure::invalid, "too_many_at_once", {{"count", std::to_string(ids.size())}, {"limit", std::to_string(most_at_once)}});
  return ids;
}

/// What is asked for: these records, or all that wait.
struct Wanted {
  std::string side;
  bool all = false;
  bool all_or_none = false;
  std::vector<Id> records;
};

Result<Wanted> wanted_of(const Call& call) {
  const auto body = parse_object(call.request.body);
  if (!body) return std::unexpected(body.error());
  Wanted wanted;
  for (const auto& [name, value] : *body) {
    const bool is_flag = name == "all" || name == "all_or_none";
    if (!is_flag && name != "side" && name != "records") return fail(Failure::invalid, "field_unknown", {{"field", name}});
    if (is_flag && !value.is_bool()) return fail(Failure::invalid, "value_malformed", {{"field", name}, {"expected", "true, false"}});
    if (name == "side" && !value.is_string()) return fail(Failure::invalid, "value_malformed", {{"field", name}, {"expected", "text"}});
    if (name == "side") wanted.side = std::string(value.get_string());
    if (is_flag) (name == "all" ? wanted.all : wanted.all_or_none) = value.get_bool();
  }
  if (wanted.all) return wanted;
  auto ids = ids_of(*body);
  if (!ids) return std::unexpected(ids.error());
  wanted.records = std::move(*ids);
  return wanted;
}

/// What is done to many at once.
struct Act {
  std::vector<reg::Told> (*each)(store::Writer&, const std::vector<Id>&, const reg::Voice&);
  std::vector<Id> (*all)(store::Reader&, const reg::Voice&, int most);
  const char* name;     ///< as the answer calls those it was done to
  const char* not_all;  ///< the code where all or none were wanted
};

json::object told_json(const std::vector<reg::Told>& told, const Act& act, text::Language language) {
  json::array done, refused;
  for (const auto& one : told) {
    if (one.outcome) {
      done.push_back(json::string(one.record.value));
    } else {
      refused.push_back(
          {{"record", one.record.value}, {"code", one.outcome.error().code}, {"detail", text::message(language, one.outcome.error())}});
    }
  }
  return {{act.name, std::move(done)}, {"refused", std::move(refused)}};
}

Result<Response> do_to_many(const Call& call, const Act& act) {
  const auto wanted = wanted_of(call);
  if (!wanted) return std::unexpected(wanted.error());
  const auto voice = reg::voice_of(call.context.actor, wanted->side, call.context.who);
  if (!voice) return std::unexpected(voice.error());
  std::vector<reg::Told> told;
  bool none = false;
  const auto done = call.context.store.write([&](store::Writer& writer) -> Result<> {
    told = act.each(writer, wanted->all ? act.all(writer, *voice, most_at_once) : wanted->records, *voice);
    const bool refused = std::ranges::any_of(told, [](const auto& one) { return !one.outcome; });
    none = wanted->all_or_none && refused;
    if (none) return fail(Failure::conflict, act.not_all);
    return {};
  });
  if (!done && !none) return std::unexpected(done.error());
  if (!none) return json_response(told_json(told, act, call.language));
  // Of those that could be, nothing was kept either.
  auto told_all = problem_json(409, done.error(), call.language);
  auto outcome = told_json(told, act, call.language);
  told_all["refused"] = std::move(outcome["refused"]);
  return problem(409, std::move(told_all), call.language);
}

}  // namespace

Result<Response> get_inbox(const Call& call) {
  const auto limit = limit_of(call.target);
  if (!limit) return std::unexpected(limit.error());
  const auto voice = reg::voice_of(call.context.actor, std::string(call.target.get("side")), call.context.who);
  if (!voice) return std::unexpected(voice.error());
  reg::InboxQuery query{.limit = *limit};
  if (const auto asked = call.target.get("asked"); !asked.empty()) {
    query.asked = named<model::Asked>(asked);
    if (!query.asked) return wrong_parameter("asked", "confirm, changed, settle, publish, decide, release");
  }
  if (call.target.query.contains("cursor")) {
    const auto after = waiting_of(call.target.get("cursor"));
    if (!after) return std::unexpected(after.error());
    query.after = *after;
  }
  reg::InboxPage page;
  json::array items;
  json::object organisations;
  call.context.store.read([&](store::Reader& reader) {
    page = reg::inbox(reader, *voice, query, call.context.today());
    for (const auto& item : page.items) items.push_back(item_json(item, voice->side));
    organisations = organisations_in(items, organisations_of(reader), call.language);
  });
  json::object counts;
  for (const auto& [asked, count] : page.counts) counts[name_of(asked)] = count;
  json::object shown{{"side", voice->side},
                     {"items", std::move(items)},
                     {"total", page.total},
                     {"counts", std::move(counts)},
                     {"organisations", std::move(organisations)}};
  if (!page.next) return json_response(std::move(shown));
  const auto cursor = cursor_of(*page.next);
  shown["next"] = cursor;
  auto response = json_response(std::move(shown));
  add_next_link(response, call.request, call.target, cursor);
  return response;
}

Result<Response> confirm_many(const Call& call) {
  return do_to_many(call, {reg::confirm_each, reg::to_confirm, "confirmed", "not_all_confirmed"});
}

Result<Response> release_many(const Call& call) {
  return do_to_many(call, {reg::release_each, reg::to_release, "released", "not_all_released"});
}

}  // namespace kevai::http
