#include <CLI/CLI.hpp>
#include <boost/json/serialize.hpp>
#include <memory>
#include <ostream>

#include "cli/database.hpp"
#include "cli/login.hpp"
#include "cli/program.hpp"
#include "cli/record/named.hpp"
#include "http/names.hpp"
#include "http/record_text.hpp"
#include "http/service.hpp"
#include "register/edit.hpp"
#include "register/privacy/erase.hpp"
#include "register/privacy/personal_data.hpp"

namespace kevai::cli {
namespace {

struct Options {
  std::string id;
  std::string reason;
  std::string older_than;
  bool dry_run = false;
  std::string by;
  std::string database;
};

/// Of a person, a trainee or a member of a delegation.
Result<Id> find_person(store::Reader& reader, const std::string& typed) {
  Result<http::HeldRecord> found;
  for (const auto kind : {model::RecordKind::person, model::RecordKind::trainee, model::RecordKind::delegate}) {
    found = find(reader, kind, typed);
    if (found) return model::id_of(found->record);
    if (found.error().code != "record_unknown") break;
  }
  return std::unexpected(found.error());
}

int export_data(const Options& options, const Context& context) {
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  Result<boost::json::object> data;
  (*store)->read([&](store::Reader& reader) {
    const auto id = find_person(reader, options.id);
    data = id ? reg::personal_data(reader, *id) : std::unexpected(id.error());
  });
  if (!data) return context.tell(data.error());
  context.world.out << boost::json::serialize(*data) << '\n';
  return done;
}

std::string who_of(const Options& options, const Context& context) {
  return options.by.empty() ? login_name(context.world) : options.by;
}

/// What a person must look at still.
void tell_mentions(const reg::Mentions& mentions, const Context& context) {
  if (mentions.list.empty()) return;
  context.world.out << context.say("personal.still_named",
                                   {{"count", text::number(context.language, static_cast<double>(mentions.list.size()))}})
                    << '\n';
  for (const reg::Mention& one : mentions.list) {
    std::string fields;
    for (const std::string& field : one.fields) {
      const bool own = one.kind == "document" || field == "dispute";
      fields += (fields.empty() ? "" : ", ") +
                (own ? text::words(context.language, "cli.personal.field_" + field) : http::field_name(field, context.language));
    }
    const std::string kind =
        one.kind == "document" ? context.say("personal.document", {}) : text::words(context.language, "record." + one.kind);
    context.world.out << "  " << kind << ' ' << one.id.value << (one.title.empty() ? "" : " “" + one.title + "”") << ": " << fields << '\n';
  }
  if (mentions.more) context.world.out << "  " << context.say("personal.still_named_more", {}) << '\n';
  context.world.out << context.say("personal.still_named_do", {}) << '\n';
}

int erase(const Options& options, const Context& context) {
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  const auto erased = reg::write(**store, [&](store::Writer& writer) -> Result<reg::Erased> {
    const auto id = find_person(writer, options.id);
    if (!id) return std::unexpected(id.error());
    return reg::erase_personal(writer, *id, options.reason, who_of(options, context));
  });
  if (!erased) return context.tell(erased.error());
  context.world.out << context.say("personal.erased",
                                   {{"count", text::number(context.language, static_cast<double>(erased->records.size()))}})
                    << '\n';
  tell_mentions(erased->still_named, context);
  return done;
}

int expire(const Options& options, const Context& context) {
  const auto before = reg::days_before(http::local_today(), options.older_than);
  if (!before) return context.tell({Failure::invalid, "span_malformed", {{"span", options.older_than}}, {}}, wrong_usage);
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  const auto expired = reg::expire_personal(**store, {.before = *before, .reason = options.older_than, .dry_run = options.dry_run},
                                            who_of(options, context));
  const auto number = [&](std::int64_t value) { return text::number(context.language, static_cast<double>(value)); };
  context.world.out << context.say(options.dry_run ? "personal.would_expire" : "personal.expired",
                                   {{"trainees", number(expired.trainees)},
                                    {"delegates", number(expired.delegates)},
                                    {"persons", number(expired.persons)},
                                    {"day", *before}})
                    << '\n';
  return done;
}

Action export_verb(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("ID", options->id, context.say("option.personal_id"))->required()->type_name("");
  add_database_option(app, options->database, context);
  return [options, &context] { return export_data(*options, context); };
}

Action erase_verb(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("ID", options->id, context.say("option.personal_id"))->required()->type_name("");
  app.add_option("--reason", options->reason, context.say("option.personal_reason"))->required()->type_name("TEXT");
  add_by_option(app, options->by, context);
  add_database_option(app, options->database, context);
  return [options, &context] { return erase(*options, context); };
}

Action expire_verb(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("--older-than", options->older_than, context.say("option.personal_older_than"))->required()->type_name("10y");
  app.add_flag("--dry-run", options->dry_run, context.say("option.personal_dry_run"));
  add_by_option(app, options->by, context);
  add_database_option(app, options->database, context);
  return [options, &context] { return expire(*options, context); };
}

constexpr Command verbs[] = {{"export", export_verb}, {"erase", erase_verb}, {"expire", expire_verb}};

}  // namespace

Action personal_command(CLI::App& app, const Context& context) {
  return one_of(verbs, app, "personal.", context);
}

}  // namespace kevai::cli
