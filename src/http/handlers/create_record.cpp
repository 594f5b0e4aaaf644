#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/clock.hpp"
#include "http/record_answer.hpp"
#include "http/routes.hpp"
#include "register/edit.hpp"
#include "base/sha256.hpp"
#include "store/kept_answers.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

constexpr std::int64_t a_day = 24 * 60 * 60 * 1000;

/// Anything one can see: a caller's UUID, or a line number of its file.
Result<> check_key(const std::string& key) {
  const auto visible = [](char c) { return c > ' ' && c < 127; };
  if (key.size() <= 200 && std::ranges::all_of(key, visible)) return {};
  return fail(Failure::invalid, "idempotency_key_malformed");
}

json::object answer_json(const Response& response) {
  json::object headers;
  for (const auto& [name, value] : response.headers) headers[name] = value;
  return {{"status", response.status}, {"headers", std::move(headers)}, {"body", response.body}};
}

Response kept_response(const std::string& answer) {
  const auto kept = json::parse(answer);
  Response response{kept.at("status").to_number<int>(), "application/json", std::string(kept.at("body").as_string()), {}};
  for (const auto& [name, value] : kept.at("headers").as_object()) response.headers.emplace_back(name, std::string(value.as_string()));
  return response;
}

/// Does `work` once for a key: asked again within a day it is answered as the first time.
template <class Work>
Result<Response> once(store::Writer& writer, const Request& request, Work&& work) {
  const auto& key = request.idempotency_key;
  if (key.empty()) return work();
  const auto asked = sha256(request.verb + " " + request.target + "\n" + request.body);
  const auto now = unix_milliseconds();
  auto& answers = writer.kept_answers();
  answers.forget_answers(now - a_day);
  if (const auto kept = answers.kept_answer(key)) {
    if (kept->asked == asked) return kept_response(kept->answer);
    return fail(Failure::conflict, "idempotency_key_used", {{"key", key}});
  }
  auto response = work();
  if (response) answers.add({.key = key, .asked = asked, .answer = json::serialize(answer_json(*response)), .at = now});
  return response;
}

/// `side` beside the fields of a note: whose it is, where the keeper enters it.
Result<std::string> side_in(json::object& fields) {
  const auto* given = fields.if_contains("side");
  if (!given) return std::string();
  if (!given->is_string()) return fail(Failure::invalid, "value_malformed", {{"field", "side"}, {"expected", "VN, LA"}});
  std::string side(given->get_string());
  fields.erase("side");
  return side;
}

Result<reg::Edited> made_of(store::Writer& writer, const Call& call, json::object fields) {
  if (call.kind() != model::RecordKind::note) return reg::create(writer, call.kind(), fields, call.context.who);
  const auto side = side_in(fields);
  if (!side) return std::unexpected(side.error());
  return reg::create_note(writer, fields, *side, call.context.who);
}

}  // namespace

Result<Response> create_record(const Call& call) {
  if (const auto checked = check_key(call.request.idempotency_key); !checked) return std::unexpected(checked.error());
  auto fields = parse_object(call.request.body);
  if (!fields) return std::unexpected(fields.error());
  drop_marks(*fields);
  return reg::write(call.context.store, [&](store::Writer& writer) {
    return once(writer, call.request, [&]() -> Result<Response> {
      const auto made = made_of(writer, call, *fields);
      if (!made) return std::unexpected(made.error());
      return record_response(writer, call.kind(), model::id_of(made->record).value, 201);
    });
  });
}

}  // namespace kevai::http
