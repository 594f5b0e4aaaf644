#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "http/routes.hpp"
#include "register/accounts/reach.hpp"
#include "register/edit.hpp"
#include "register/feeds.hpp"
#include "register/rights/guarded_store.hpp"
#include "report/calendar.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

json::object to_json(const model::CalendarFeed& feed) {
  json::object shown{
      {"id", feed.id.value}, {"label", feed.label}, {"language", feed.language}, {"made_by", feed.made_by}, {"made_at", feed.made_at}};
  if (!feed.partnership.empty()) shown["partnership"] = feed.partnership.value;
  if (!feed.revoked_at.empty()) shown["revoked_at"] = feed.revoked_at;
  return shown;
}

struct Wanted {
  std::string label;
  std::string partnership;
  std::string language;
};

Result<Wanted> wanted_of(const json::object& body, text::Language language) {
  Wanted wanted{.language = std::string(text::code(language))};
  for (const auto& [name, value] : body) {
    std::string* into = name == "label"         ? &wanted.label
                        : name == "partnership" ? &wanted.partnership
                        : name == "language"    ? &wanted.language
                                                : nullptr;
    if (!into) return fail(Failure::invalid, "field_unknown", {{"field", name}});
    if (!value.is_string()) return fail(Failure::invalid, "value_malformed", {{"field", name}, {"expected", "text"}});
    *into = std::string(value.get_string());
  }
  if (!text::language_of(wanted.language)) return fail(Failure::invalid, "language_unknown", {{"language", wanted.language}});
  return wanted;
}

}  // namespace

Result<Response> list_calendars(const Call& call) {
  json::array shown;
  call.context.store.read([&](store::Reader& reader) {
    for (const auto& feed : reader.calendar_feeds()) shown.push_back(to_json(feed));
  });
  return json_response({{"calendars", std::move(shown)}});
}

Result<Response> make_calendar(const Call& call) {
  const auto body = parse_object(call.request.body);
  if (!body) return std::unexpected(body.error());
  const auto wanted = wanted_of(*body, call.language);
  if (!wanted) return std::unexpected(wanted.error());
  const auto made = reg::write(call.context.store, [&](store::Writer& writer) {
    return reg::make_feed(writer, wanted->label, {wanted->partnership}, wanted->language, call.context.who);
  });
  if (!made) return std::unexpected(made.error());
  auto shown = to_json(made->feed);
  shown["path"] = "/api/v1/calendars/" + made->secret + ".ics";
  return json_response(std::move(shown), 201);
}

Result<Response> revoke_calendar(const Call& call) {
  const auto done = call.context.store.write([&](store::Writer& writer) { return reg::revoke_feed(writer, {call.id}); });
  if (!done) return std::unexpected(done.error());
  return json_response({{"id", call.id}});
}

Result<Response> get_calendar(const Call& call) {
  std::string secret = call.id;
  if (secret.ends_with(".ics")) secret.resize(secret.size() - 4);
  std::optional<std::string> calendar;
  std::optional<model::CalendarFeed> feed;
  std::optional<model::Actor> owner;
  call.context.whole->read([&](store::Reader& reader) {
    feed = reg::feed_of(reader, secret);
    if (feed) owner = feed->account.empty() ? model::Actor{} : reg::actor_of(reader, feed->account, call.context.today());
  });
  // It shows what its owner may see today; without an owner it is the keeper's.
  if (owner)
    reg::GuardedStore(*call.context.whole, *owner).read([&](store::Reader& reader) {
      calendar = report::calendar(reader, feed->partnership, call.context.today(), *text::language_of(feed->language));
    });
  // Told without the secret: errors are logged.
  if (!calendar) return fail(Failure::not_found, "feed_unknown");
  Response response{200, "text/calendar; charset=utf-8", std::move(*calendar), {}};
  response.headers.emplace_back("Content-Disposition", "inline; filename=\"ke-vai.ics\"");
  return response;
}

}  // namespace kevai::http
