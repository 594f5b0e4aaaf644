#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "http/page.hpp"
#include "http/record_answer.hpp"
#include "http/record_query.hpp"
#include "http/routes.hpp"
#include "model/record_json.hpp"
#include "register/edit.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

/// `2026-11-21`, or a timestamp of UTC as the journal writes it, to the second or finer.
bool is_moment(std::string_view text) {
  const auto day = PartialDate::parse(text.substr(0, 10));
  if (!day || day->precision() != 3 || day->year() == 0) return false;
  if (text.size() == 10) return true;
  constexpr std::string_view form = "T00:00:00";
  const auto time = text.substr(10);
  if (time.size() < form.size() + 1 || !time.ends_with('Z')) return false;
  for (std::size_t i = 0; i + 1 < time.size(); ++i) {
    const char wanted = i < form.size() ? form[i] : i == form.size() ? '.' : '0';
    const bool digit = time[i] >= '0' && time[i] <= '9';
    if (wanted == '0' ? !digit : time[i] != wanted) return false;
  }
  return true;
}

/// The record as it was; before it was merged into another, as itself.
Result<Response> record_as_of(const Call& call, const std::string& moment) {
  if (!is_moment(moment)) return wrong_parameter("as_of", "2026-11-21, 2026-11-21T16:10:05Z");
  bool known = false;
  std::optional<model::Record> then;
  call.context.store.read([&](store::Reader& reader) {
    const auto held = find_record(reader, call.kind(), call.id);
    known = held.has_value();
    if (!known) return;
    then = reg::as_of(reader, {call.id}, moment);
    if (!then) then = reg::as_of(reader, model::id_of(held->record), moment);
  });
  if (!known) return unknown_record(call.id);
  if (!then) return fail(Failure::not_found, "record_not_then", {{"id", call.id}, {"moment", moment}});
  return json_response(model::to_json(*then));
}

}  // namespace

Result<Response> list_records(const Call& call) {
  const auto query = record_query(call.kind(), call.target);
  if (!query) return std::unexpected(query.error());
  store::RecordPage page;
  json::array items;
  call.context.store.read([&](store::Reader& reader) {
    page = reader.list(*query);
    for (const auto& row : page.rows) {
      store::RecordState state{.kind = query->kind, .version = row.version, .changed_at = row.changed_at};
      if (query->removed) state = *reader.state(model::id_of(row.record));
      items.push_back(to_json(row.record, state));
    }
  });
  json::object shown{{"items", std::move(items)}};
  if (page.total) shown["total"] = *page.total;
  if (!page.next) return json_response(std::move(shown));
  const auto cursor = cursor_text(*query, *page.next);
  shown["next"] = cursor;
  auto response = json_response(std::move(shown));
  add_next_link(response, call.request, call.target, cursor);
  return response;
}

Result<Response> get_record(const Call& call) {
  if (call.target.query.contains("as_of")) return record_as_of(call, std::string(call.target.get("as_of")));
  std::optional<HeldRecord> held;
  call.context.store.read([&](store::Reader& reader) { held = find_record(reader, call.kind(), call.id); });
  if (!held) return unknown_record(call.id);
  if (!has_version(call.request, held->etag)) return record_response(*held);
  Response unchanged{304, {}, {}, {}};
  unchanged.headers.emplace_back("ETag", held->etag);
  return unchanged;
}

Result<Response> list_changes(const Call& call) {
  const auto limit = limit_of(call.target);
  if (!limit) return std::unexpected(limit.error());
  std::optional<HeldRecord> held;
  std::vector<model::Change> changes;
  call.context.store.read([&](store::Reader& reader) {
    held = find_record(reader, call.kind(), call.id);
    if (held) changes = reader.changes_of(model::id_of(held->record));
  });
  if (!held) return unknown_record(call.id);
  std::ranges::reverse(changes);
  auto from = changes.begin();
  if (call.target.query.contains("cursor")) {
    const auto id = from_opaque(call.target.get("cursor"));
    from = id ? std::ranges::find(changes, Id{*id}, &model::Change::id) : changes.end();
    if (from == changes.end()) return fail(Failure::invalid, "cursor_malformed");
    ++from;
  }
  const auto count = std::min<std::ptrdiff_t>(*limit, changes.end() - from);
  json::array items;
  std::for_each(from, from + count, [&](const auto& change) { items.push_back(to_json(change)); });
  json::object shown{{"items", std::move(items)}};
  if (from + count == changes.end()) return json_response(std::move(shown));
  const auto cursor = opaque((from + count - 1)->id.value);
  shown["next"] = cursor;
  auto response = json_response(std::move(shown));
  add_next_link(response, call.request, call.target, cursor);
  return response;
}

}  // namespace kevai::http
