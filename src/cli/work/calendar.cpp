#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/database.hpp"
#include "cli/login.hpp"
#include "cli/partnership.hpp"
#include "cli/program.hpp"
#include "cli/record/named.hpp"
#include "cli/record/text.hpp"
#include "cli/short_id.hpp"
#include "register/edit.hpp"
#include "register/feeds.hpp"

namespace kevai::cli {
namespace {

struct Options {
  std::string label;
  std::string id;
  std::string partnership;
  std::string lang;
  std::string by;
  std::string database;
};

int add(const Options& options, const Context& context) {
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  Id partnership;
  if (!options.partnership.empty()) {
    const auto found = find_partnership(**store, options.partnership);
    if (!found) return context.tell(found.error());
    partnership = *found;
  }
  const std::string lang = options.lang.empty() ? std::string(text::code(context.language)) : options.lang;
  if (!text::language_of(lang)) return context.tell({Failure::invalid, "language_unknown", {{"language", lang}}, {}}, wrong_usage);
  const auto who = options.by.empty() ? login_name(context.world) : options.by;
  const auto made =
      reg::write(**store, [&](store::Writer& writer) { return reg::make_feed(writer, options.label, partnership, lang, who); });
  if (!made) return context.tell(made.error());
  context.world.out << context.say("calendar.added", {{"path", "/api/v1/calendars/" + made->secret + ".ics"}}) << '\n';
  return done;
}

int list(const Options& options, const Context& context) {
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  std::vector<std::vector<std::string>> rows;
  (*store)->read([&](store::Reader& reader) {
    for (const auto& feed : reader.calendar_feeds())
      rows.push_back({feed.id.value.substr(feed.id.value.size() - shortest_id), feed.label, feed.made_by, feed.made_at.substr(0, 10),
                      feed.revoked_at.substr(0, 10)});
  });
  if (rows.empty()) {
    context.world.out << context.say("calendar.none") << '\n';
    return done;
  }
  context.world.out << table(
      {"ID", context.say("calendar.label"), context.say("calendar.by"), context.say("calendar.made"), context.say("calendar.revoked")},
      rows);
  return done;
}

int revoke(const Options& options, const Context& context) {
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  const auto outcome = (*store)->write([&](store::Writer& writer) -> Result<> {
    std::vector<Id> ids;
    for (const auto& feed : writer.calendar_feeds()) ids.push_back(feed.id);
    const auto id = find_id(ids, options.id, "feed");
    if (!id) return std::unexpected(id.error());
    return reg::revoke_feed(writer, *id);
  });
  if (!outcome) return context.tell(outcome.error());
  context.world.out << context.say("calendar.is_revoked") << '\n';
  return done;
}

Action add_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("LABEL", options->label, context.say("option.calendar_label"))->required()->type_name("");
  app.add_option("--partnership", options->partnership, context.say("option.partnership"))->type_name("ID");
  app.add_option("--lang", options->lang, context.say("option.lang"))->type_name("vi|lo|en");
  add_by_option(app, options->by, context);
  add_database_option(app, options->database, context);
  return [options, &context] { return add(*options, context); };
}

Action list_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  add_database_option(app, options->database, context);
  return [options, &context] { return list(*options, context); };
}

Action revoke_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("ID", options->id, context.say("option.record_id"))->required()->type_name("");
  add_database_option(app, options->database, context);
  return [options, &context] { return revoke(*options, context); };
}

constexpr Command verbs[] = {{"add", add_command}, {"list", list_command}, {"revoke", revoke_command}};

}  // namespace

Action calendar_command(CLI::App& app, const Context& context) {
  return one_of(verbs, app, "calendar.", context);
}

}  // namespace kevai::cli
