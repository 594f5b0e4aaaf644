#include <algorithm>
#include <boost/json/object.hpp>
#include <functional>

#include "http/record_answer.hpp"
#include "http/routes.hpp"
#include "register/confirming/confirm.hpp"
#include "register/confirming/release.hpp"
#include "register/edit.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

/// The members of a body that may have these texts, and where it is wanted one of any value.
class Said {
 public:
  static Result<Said> of(const Call& call, std::initializer_list<std::string_view> texts, std::string_view any = {}) {
    Said said;
    if (call.request.body.empty()) return said;
    auto body = parse_object(call.request.body);
    if (!body) return std::unexpected(body.error());
    for (const auto& [key, value] : *body) {
      const std::string_view name = key;
      const bool known = name == "side" || name == any || std::ranges::find(texts, name) != texts.end();
      if (!known) return fail(Failure::invalid, "field_unknown", {{"field", std::string(name)}});
      if (name != any && !value.is_string())
        return fail(Failure::invalid, "value_malformed", {{"field", std::string(name)}, {"expected", "text"}});
    }
    said.body_ = std::move(*body);
    return said;
  }

  bool has(std::string_view name) const { return body_.contains(name); }
  std::string text(std::string_view name) const {
    const auto* value = body_.if_contains(name);
    return value ? std::string(value->as_string()) : std::string();
  }
  const json::value& value(std::string_view name) const { return body_.at(name); }

 private:
  json::object body_;
};

using Act = std::function<Result<>(store::Writer&, const Id&, const reg::Voice&)>;

/// Lets the caller's side say that of the record the path names, and answers with what it then is.
Result<Response> spoken(const Call& call, const Result<Said>& said, const Act& act) {
  if (!said) return std::unexpected(said.error());
  const auto voice = reg::voice_of(call.context.actor, said->text("side"), call.context.who);
  if (!voice) return std::unexpected(voice.error());
  return reg::write(call.context.store, [&](store::Writer& writer) -> Result<Response> {
    const auto current = find_record(writer, call.kind(), call.id);
    if (!current) return unknown_record(call.id);
    if (const auto same = check_if_match(call.request, *current, false); !same) return std::unexpected(same.error());
    if (const auto done = act(writer, model::id_of(current->record), *voice); !done) return std::unexpected(done.error());
    return record_response(writer, call.kind(), call.id);
  });
}

}  // namespace

Result<Response> release_record(const Call& call) {
  return spoken(call, Said::of(call, {}), reg::release);
}

Result<Response> withdraw_record(const Call& call) {
  return spoken(call, Said::of(call, {}), reg::withdraw);
}

Result<Response> confirm_record(const Call& call) {
  return spoken(call, Said::of(call, {}),
                [](store::Writer& writer, const Id& id, const reg::Voice& voice) { return reg::confirm(writer, id, voice); });
}

Result<Response> publish_record(const Call& call) {
  return spoken(call, Said::of(call, {}),
                [](store::Writer& writer, const Id& id, const reg::Voice& voice) { return reg::publish(writer, id, voice); });
}

Result<Response> dispute_record(const Call& call) {
  const auto said = Said::of(call, {"field", "reason"}, "figure");
  return spoken(call, said, [&](store::Writer& writer, const Id& id, const reg::Voice& voice) -> Result<> {
    for (const char* wanted : {"field", "figure"})
      if (!said->has(wanted)) return fail(Failure::invalid, "field_missing", {{"field", wanted}});
    const auto made = reg::dispute(writer, id, voice, {said->text("field"), said->value("figure"), said->text("reason")});
    if (!made) return std::unexpected(made.error());
    return {};
  });
}

Result<Response> settle_record(const Call& call) {
  const auto said = Said::of(call, {"dispute", "outcome"});
  return spoken(call, said, [&](store::Writer& writer, const Id& id, const reg::Voice& voice) -> Result<> {
    const auto outcome = named<model::DisputeOutcome>(said->text("outcome"));
    if (!outcome || *outcome == model::DisputeOutcome::open)
      return fail(Failure::invalid, "value_malformed", {{"field", "outcome"}, {"expected", "taken, dropped"}});
    return reg::settle(writer, id, {said->text("dispute")}, voice, *outcome);
  });
}

}  // namespace kevai::http
