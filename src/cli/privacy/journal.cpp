#include <CLI/CLI.hpp>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <memory>
#include <ostream>

#include "cli/database.hpp"
#include "cli/program.hpp"
#include "cli/record/text.hpp"
#include "cli/short_id.hpp"
#include "http/journal_answer.hpp"
#include "register/privacy/verify.hpp"

namespace kevai::cli {
namespace {

struct Options {
  std::string record;
  std::string account;
  std::string action;
  std::string from;
  std::string until;
  std::int64_t before = 0;
  int limit = 50;
  bool json = false;
  std::string database;
};

struct VerifyOptions {
  std::string against;
  std::int64_t since = 1;
  std::string database;
};

int list(const Options& options, const Context& context) {
  store::JournalQuery query{.record = {options.record},
                            .account = {options.account},
                            .from = options.from,
                            .until = options.until,
                            .before = options.before,
                            .limit = options.limit};
  if (!options.action.empty()) {
    query.action = named<model::Action>(options.action);
    if (!query.action) return context.tell({Failure::invalid, "action_unknown", {{"action", options.action}}, {}}, wrong_usage);
  }
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  std::vector<store::JournalEntry> entries;
  (*store)->read([&](store::Reader& reader) { entries = reader.journal().list(query); });
  if (options.json) {
    boost::json::array items;
    for (const auto& entry : entries) items.push_back(http::to_json(entry));
    context.world.out << boost::json::serialize(items) << '\n';
    return done;
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& entry : entries) {
    const auto& change = entry.change;
    rows.push_back(
        {std::to_string(entry.sequence), change.at.substr(0, 19) + "Z", change.by,
         text::words(context.language, "cli.record.action." + std::string(name_of(change.action))),
         text::words(context.language, "record." + std::string(name_of(change.record_kind))),
         is_uuid(change.record.value) ? change.record.value.substr(change.record.value.size() - shortest_id) : change.record.value});
  }
  if (rows.empty())
    context.world.out << context.say("journal.none") << '\n';
  else
    context.world.out << table({context.say("journal.number"), context.say("record.at"), context.say("record.by"),
                                context.say("record.what"), context.say("journal.kind"), context.say("journal.record")},
                               rows);
  return done;
}

int verify(const VerifyOptions& options, const Context& context) {
  std::optional<reg::Anchor> anchor;
  if (!options.against.empty()) {
    anchor = reg::anchor_of(options.against);
    if (!anchor) return context.tell({Failure::invalid, "anchor_malformed", {{"anchor", options.against}}, {}}, wrong_usage);
  }
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  reg::Verified found;
  (*store)->read([&](store::Reader& reader) { found = reg::verify_journal(reader, options.since, anchor); });
  const auto number = [&](std::int64_t value) { return text::number(context.language, static_cast<double>(value)); };
  if (found.broken) {
    const reg::Break& broken = *found.broken;
    context.world.err << context.say("journal.break." + std::string(name_of(broken.kind)),
                                     {{"number", number(broken.sequence)}, {"entry", broken.entry.value}, {"record", broken.record.value}})
                      << '\n';
    return failed;
  }
  context.world.out << context.say("journal.whole", {{"count", number(found.entries)}}) << '\n';
  if (found.last > 0)
    context.world.out << context.say("journal.anchor", {{"anchor", std::to_string(found.last) + ":" + found.hash}}) << '\n';
  return done;
}

Action list_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("--record", options->record, context.say("option.journal_record"))->type_name("ID");
  app.add_option("--account", options->account, context.say("option.journal_account"))->type_name("ID");
  app.add_option("--action", options->action, context.say("option.journal_action"))->type_name("ACTION");
  app.add_option("--from", options->from, context.say("option.journal_from"))->type_name("YYYY-MM-DD");
  app.add_option("--until", options->until, context.say("option.journal_until"))->type_name("YYYY-MM-DD");
  app.add_option("--before", options->before, context.say("option.journal_before"))->type_name("N");
  app.add_option("--limit", options->limit, context.say("option.record_limit"))->type_name("50")->check(CLI::Range(1, 100000));
  app.add_flag("--json", options->json, context.say("option.record_json"));
  add_database_option(app, options->database, context);
  return [options, &context] { return list(*options, context); };
}

Action verify_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<VerifyOptions>();
  app.add_option("--against", options->against, context.say("option.journal_against"))->type_name("N:HASH");
  app.add_option("--since", options->since, context.say("option.journal_since"))->type_name("N")->check(CLI::PositiveNumber);
  add_database_option(app, options->database, context);
  return [options, &context] { return verify(*options, context); };
}

constexpr Command verbs[] = {{"list", list_command}, {"verify", verify_command}};

}  // namespace

Action journal_command(CLI::App& app, const Context& context) {
  return one_of(verbs, app, "journal.", context);
}

}  // namespace kevai::cli
