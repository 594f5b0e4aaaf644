#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <functional>

#include "http/record_answer.hpp"
#include "http/routes.hpp"
#include "register/edit.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

/// The object a request brings; none where it may bring nothing.
Result<json::object> body_of(const Call& call) {
  if (call.request.body.empty()) return json::object();
  return parse_object(call.request.body);
}

/// A text of the body; empty where it has none such. Any other name is refused.
Result<std::string> only_text(const json::object& body, std::string_view name) {
  std::string text;
  for (const auto& [given, value] : body) {
    if (given != name) return fail(Failure::invalid, "field_unknown", {{"field", given}});
    if (!value.is_string()) return fail(Failure::invalid, "value_malformed", {{"field", given}, {"expected", "text"}});
    text = std::string(value.get_string());
  }
  return text;
}

/// Somebody else was faster: what the record is now, beside what was sent.
Response both_versions(const Call& call, const Error& error, const HeldRecord& current, const json::object& sent) {
  auto told = problem_json(status_of(error.failure), error, call.language);
  told["current"] = to_json(current.record, current.state);
  told["yours"] = sent;
  auto response = problem(status_of(error.failure), std::move(told), call.language);
  response.headers.emplace_back("ETag", current.etag);
  return response;
}

using Work = std::function<Result<>(store::Writer&, const Id&)>;

/// Does that to the record the path names, where it is still the one the caller has seen, and answers with what it then is.
Result<Response> changed(const Call& call, const json::object& sent, bool version_demanded, const Work& work) {
  std::optional<HeldRecord> current;
  auto response = reg::write(call.context.store, [&](store::Writer& writer) -> Result<Response> {
    current = find_record(writer, call.kind(), call.id);
    if (!current) return unknown_record(call.id);
    if (const auto same = check_if_match(call.request, *current, version_demanded); !same) return std::unexpected(same.error());
    if (const auto done = work(writer, model::id_of(current->record)); !done) return std::unexpected(done.error());
    return record_response(writer, call.kind(), call.id);
  });
  if (!response && response.error().failure == Failure::stale && current) return both_versions(call, response.error(), *current, sent);
  return response;
}

/// The outcome without its value.
template <class T>
Result<> whether(const Result<T>& outcome) {
  if (!outcome) return std::unexpected(outcome.error());
  return {};
}

}  // namespace

Result<Response> change_record(const Call& call) {
  const auto sent = parse_object(call.request.body);
  if (!sent) return std::unexpected(sent.error());
  auto fields = *sent;
  drop_marks(fields);
  return changed(call, *sent, true,
                 [&](store::Writer& writer, const Id& id) { return whether(reg::change(writer, id, fields, {}, call.context.who)); });
}

Result<Response> remove_record(const Call& call) {
  const auto sent = body_of(call);
  if (!sent) return std::unexpected(sent.error());
  auto reason = only_text(*sent, "reason");
  if (!reason) return std::unexpected(reason.error());
  if (reason->empty()) *reason = call.target.get("reason");
  return changed(call, *sent, true,
                 [&](store::Writer& writer, const Id& id) { return reg::remove(writer, id, *reason, {}, call.context.who); });
}

Result<Response> restore_record(const Call& call) {
  const auto sent = body_of(call);
  if (!sent) return std::unexpected(sent.error());
  if (const auto nothing = only_text(*sent, {}); !nothing) return std::unexpected(nothing.error());
  return changed(call, *sent, false,
                 [&](store::Writer& writer, const Id& id) { return whether(reg::restore(writer, id, call.context.who)); });
}

Result<Response> revert_record(const Call& call) {
  const auto sent = parse_object(call.request.body);
  if (!sent) return std::unexpected(sent.error());
  const auto change = only_text(*sent, "change");
  if (!change) return std::unexpected(change.error());
  return changed(call, *sent, true,
                 [&](store::Writer& writer, const Id& id) { return whether(reg::revert(writer, id, {*change}, {}, call.context.who)); });
}

}  // namespace kevai::http
