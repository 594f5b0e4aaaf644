#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <charconv>
#include <algorithm>

#include "http/journal_answer.hpp"
#include "http/page.hpp"
#include "http/plural.hpp"
#include "http/record_answer.hpp"
#include "http/routes.hpp"
#include "register/edit.hpp"
#include "register/privacy/erase.hpp"
#include "register/privacy/personal_data.hpp"
#include "register/rights/permission.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

json::array ids_json(const std::vector<Id>& ids) {
  json::array shown;
  for (const Id& id : ids) shown.push_back(json::string(id.value));
  return shown;
}

json::array mentions_json(const reg::Mentions& mentions) {
  json::array shown;
  for (const reg::Mention& one : mentions.list) {
    json::array fields;
    for (const std::string& field : one.fields) fields.push_back(json::string(field));
    const auto kind = named<model::RecordKind>(one.kind);
    json::object mention{{"kind", one.kind}, {"id", one.id.value}, {"fields", std::move(fields)}};
    if (!one.title.empty()) mention["title"] = one.title;
    mention["href"] = "/api/v1/" + std::string(kind ? plural_of(*kind) : "documents") + "/" + one.id.value;
    shown.push_back(std::move(mention));
  }
  return shown;
}

Result<std::string> reason_of(const Call& call) {
  const auto body = parse_object(call.request.body);
  if (!body) return std::unexpected(body.error());
  std::string reason;
  for (const auto& [name, value] : *body) {
    if (name != "reason") return fail(Failure::invalid, "field_unknown", {{"field", name}});
    if (!value.is_string()) return fail(Failure::invalid, "value_malformed", {{"field", name}, {"expected", "text"}});
    reason = std::string(value.get_string());
  }
  return reason;
}

/// `2026`, `2026-11-21` or the beginning of a timestamp.
bool is_moment(const std::string& text) {
  constexpr std::string_view form = "0000-00-00T00:00:00.000Z";
  if (text.size() > form.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == '0' ? !digit : text[i] != form[i]) return false;
  }
  return true;
}

Result<store::JournalQuery> journal_query(const Call& call) {
  const auto limit = limit_of(call.target);
  if (!limit) return std::unexpected(limit.error());
  const auto given = [&](const char* name) { return std::string(call.target.get(name)); };
  store::JournalQuery query{
      .record = {given("record")}, .account = {given("account")}, .from = given("from"), .until = given("until"), .limit = *limit + 1};
  for (const auto& [name, moment] : {std::pair("from", &query.from), {"until", &query.until}})
    if (!is_moment(*moment)) return wrong_parameter(name, "2026-11-21, 2026-11-21T16:10:05Z");
  if (const auto action = given("action"); !action.empty()) {
    query.action = named<model::Action>(action);
    if (!query.action) return wrong_parameter("action", "create, edit, remove, restore, release, confirm, dispute, erase, read …");
  }
  if (const auto cursor = given("cursor"); !cursor.empty()) {
    const auto text = from_opaque(cursor);
    const char* const end = text ? text->data() + text->size() : nullptr;
    if (!text || std::from_chars(text->data(), end, query.before).ptr != end || query.before < 1) return wrong_parameter("cursor", "next");
  }
  const auto& actor = call.context.actor;
  if (!actor.is_keeper()) query.side = actor.side;
  query.sight = reg::sight_of(actor);
  return query;
}

}  // namespace

Result<Response> get_personal_data(const Call& call) {
  Result<json::object> data;
  const auto& actor = call.context.actor;
  const std::optional<std::string> side = actor.is_keeper() ? std::nullopt : std::optional(actor.side);
  call.context.store.read([&](store::Reader& reader) {
    const auto held = find_record(reader, call.kind(), call.id);
    if (!held) {
      data = unknown_record(call.id);
      return;
    }
    const Id id = model::id_of(held->record);
    const bool permitted = reg::may(actor, reg::Deed::see_personal, {call.kind(), *reader.sharing(id), reader.concerned(id)});
    data = permitted ? reg::personal_data(reader, id, side) : fail(Failure::forbidden, "not_permitted");
  });
  if (!data) return std::unexpected(data.error());
  return json_response(std::move(*data));
}

Result<Response> erase_personal_data(const Call& call) {
  const auto reason = reason_of(call);
  if (!reason) return std::unexpected(reason.error());
  const auto erased = reg::write(call.context.store, [&](store::Writer& writer) -> Result<reg::Erased> {
    const auto held = find_record(writer, call.kind(), call.id);
    if (!held) return unknown_record(call.id);
    const Id id = model::id_of(held->record);
    if (!reg::may(call.context.actor, reg::Deed::erase, {call.kind(), *writer.sharing(id), writer.concerned(id)}))
      return fail(Failure::forbidden, "not_permitted");
    return reg::erase_personal(writer, id, *reason, call.context.who, call.context.actor.side);
  });
  if (!erased) return std::unexpected(erased.error());
  return json_response({{"erased", ids_json(erased->records)},
                        {"left", ids_json(erased->left)},
                        {"still_named", mentions_json(erased->still_named)},
                        {"still_named_more", erased->still_named.more}});
}

Result<Response> list_journal(const Call& call) {
  if (!reg::may_administer(call.context.actor)) return fail(Failure::forbidden, "not_permitted");
  const auto query = journal_query(call);
  if (!query) return std::unexpected(query.error());
  std::vector<store::JournalEntry> entries;
  call.context.store.read([&](store::Reader& reader) { entries = reader.journal().list(*query); });
  const bool more = entries.size() == static_cast<std::size_t>(query->limit);
  if (more) entries.pop_back();
  json::array items;
  for (const auto& entry : entries) items.push_back(to_json(entry));
  json::object shown{{"items", std::move(items)}};
  const auto next = more ? opaque(std::to_string(entries.back().sequence)) : std::string();
  if (more) shown["next"] = next;
  auto response = json_response(std::move(shown));
  if (more) add_next_link(response, call.request, call.target, next);
  return response;
}

}  // namespace kevai::http
