#include "http/record_answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <functional>

#include "http/plural.hpp"
#include "model/record_json.hpp"
#include "register/confirming/standing.hpp"
#include "register/entered.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

constexpr std::string_view marks[] = {"version", "changed_at", "removed_at", "removed_why", "sharing"};

/// Two records may have one version, so a record that stands for another says which it is. Behind `+` comes what was said of it.
std::string etag_of(const std::string& asked, const Id& standing, const store::RecordState& state, const reg::SharedRecord& shared,
                    const json::object& sharing) {
  const bool said = shared.sides[0].said || shared.sides[1].said || !shared.disputes.empty();
  const bool plain = !said && shared.sharing.side.empty() && shared.sharing.state == model::SharingState::released;
  return fmt::format("\"{}{}{}{}\"", state.version, state.removed_at.empty() ? "" : "-removed",
                     asked == standing.value ? "" : "-" + standing.value,
                     plain ? "" : fmt::format("+{:x}", std::hash<std::string>()(json::serialize(sharing))));
}

/// The version alone.
std::string without_said(std::string_view etag) {
  const auto plus = etag.find('+');
  return plus == etag.npos ? std::string(etag) : std::string(etag.substr(0, plus)) + "\"";
}

/// Is this ETag in the list of a header, or any meant? A weak one says nothing of what a change would overwrite.
bool lists(std::string_view header, std::string_view etag, bool weak_too) {
  while (!header.empty()) {
    const auto comma = std::min(header.find(','), header.size());
    auto one = header.substr(0, comma);
    header.remove_prefix(std::min(comma + 1, header.size()));
    while (one.starts_with(' ')) one.remove_prefix(1);
    while (one.ends_with(' ')) one.remove_suffix(1);
    if (weak_too && one.starts_with("W/")) one.remove_prefix(2);
    if (one == "*" || one == etag || (!weak_too && without_said(one) == without_said(etag))) return true;
  }
  return false;
}

}  // namespace

bool is_id(const std::string& text) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_'; };
  return !text.empty() && text.size() <= 200 && std::ranges::all_of(text, plain);
}

std::unexpected<Error> unknown_record(const std::string& id) {
  return fail(Failure::not_found, "record_unknown", {{"id", id}});
}

std::optional<HeldRecord> find_record(store::Reader& reader, model::RecordKind kind, const std::string& id) {
  if (!is_id(id)) return std::nullopt;
  auto record = reader.record({id});
  if (!record || model::kind_of(*record) != kind) return std::nullopt;
  const Id standing = model::id_of(*record);
  const auto state = reader.state(standing);
  const auto shared = reg::shared_record(reader, standing);
  auto sharing = reg::to_json(*shared);
  auto etag = etag_of(id, standing, *state, *shared, sharing);
  return HeldRecord{std::move(*record), *state, std::move(sharing), std::move(etag)};
}

json::object to_json(const model::Record& record, const store::RecordState& state) {
  auto shown = model::to_json(record);
  shown["version"] = state.version;
  shown["changed_at"] = state.changed_at;
  if (!state.removed_at.empty()) {
    shown["removed_at"] = state.removed_at;
    shown["removed_why"] = state.removed_why;
  }
  return shown;
}

json::object to_json(const HeldRecord& held) {
  auto shown = to_json(held.record, held.state);
  shown["sharing"] = held.sharing;
  return shown;
}

Response record_response(const HeldRecord& held, int status) {
  auto response = json_response(to_json(held), status);
  response.headers.emplace_back("ETag", held.etag);
  if (status == 201)
    response.headers.emplace_back("Location",
                                  fmt::format("/api/v1/{}/{}", plural_of(model::kind_of(held.record)), model::id_of(held.record).value));
  return response;
}

Result<Response> record_response(store::Reader& reader, model::RecordKind kind, const std::string& id, int status) {
  const auto held = find_record(reader, kind, id);
  if (!held) return unknown_record(id);
  return record_response(*held, status);
}

json::object to_json(const model::Change& change) {
  json::object shown{{"id", change.id.value}, {"action", name_of(change.action)}, {"by", change.by}, {"at", change.at}};
  if (!change.before.empty()) shown["before"] = json::parse(change.before);
  if (!change.after.empty()) shown[reg::leaves_fields(change) ? "said" : "after"] = json::parse(change.after);
  return shown;
}

void drop_marks(json::object& fields) {
  for (const auto mark : marks) fields.erase(mark);
}

Result<> check_if_match(const Request& request, const HeldRecord& held, bool demanded) {
  if (request.if_match.empty()) {
    if (demanded) return fail(Failure::invalid, "version_missing", {{"etag", held.etag}});
    return {};
  }
  if (lists(request.if_match, held.etag, false)) return {};
  return fail(Failure::stale, "record_changed", {{"id", model::id_of(held.record).value}, {"version", std::to_string(held.state.version)}});
}

bool has_version(const Request& request, const std::string& etag) {
  return lists(request.if_none_match, etag, true);
}

}  // namespace kevai::http
