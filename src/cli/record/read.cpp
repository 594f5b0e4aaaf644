#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <memory>
#include <ostream>

#include "cli/record/fields.hpp"
#include "cli/record/named.hpp"
#include "cli/record/text.hpp"
#include "cli/record/verbs.hpp"
#include "cli/short_id.hpp"
#include "http/page.hpp"
#include "http/record_query.hpp"
#include "model/record_json.hpp"
#include "register/edit.hpp"

namespace kevai::cli {
namespace {

namespace json = boost::json;

struct ListOptions : Named {
  std::vector<std::string> where;
  std::string sort;
  std::string limit;
  std::string cursor;
  bool total = false;
  bool removed = false;
};

struct ShowOptions : Named {
  std::string as_of;
};

/// The same question as over HTTP.
Result<store::RecordQuery> query_of(const ListOptions& options, model::RecordKind kind) {
  http::Target target;
  for (const auto& typed : options.where) {
    const auto one = name_and_value(typed);
    if (!one) return std::unexpected(one.error());
    target.query.insert(*one);
  }
  for (const auto& [name, value] : {std::pair("sort", &options.sort), {"limit", &options.limit}, {"cursor", &options.cursor}})
    if (!value->empty()) target.query[name] = *value;
  if (options.total) target.query["total"] = "true";
  if (options.removed) target.query["removed"] = "true";
  return http::record_query(kind, target);
}

void list_json(const store::RecordQuery& query, const store::RecordPage& page, const Context& context) {
  json::array items;
  for (const auto& row : page.rows)
    items.push_back(http::to_json(row.record, {.kind = query.kind, .version = row.version, .changed_at = row.changed_at}));
  json::object shown{{"items", std::move(items)}};
  if (page.total) shown["total"] = *page.total;
  if (page.next) shown["next"] = http::cursor_text(query, *page.next);
  context.world.out << json::serialize(shown) << '\n';
}

void list_text(const store::RecordQuery& query, const store::RecordPage& page, const http::Organisations& organisations,
               const Context& context) {
  auto& out = context.world.out;
  std::vector<model::Record> records;
  std::vector<Id> ids;
  for (const auto& row : page.rows) {
    records.push_back(row.record);
    ids.push_back(model::id_of(row.record));
  }
  if (records.empty())
    out << context.say("record.none") << '\n';
  else
    out << table_of(records, telling_length(ids), organisations, context.language);
  if (page.total) out << context.say("record.total", {{"count", text::number(context.language, static_cast<double>(*page.total))}}) << '\n';
  if (page.next) out << context.say("record.more", {{"cursor", http::cursor_text(query, *page.next)}}) << '\n';
}

int list(const ListOptions& options, const Context& context) {
  return with_register(options, context, [&](store::Store& store, model::RecordKind kind) {
    const auto query = query_of(options, kind);
    if (!query) return context.tell(query.error(), wrong_usage);
    store::RecordPage page;
    http::Organisations organisations;
    store.read([&](store::Reader& reader) {
      page = reader.list(*query);
      organisations = http::organisations_of(reader);
    });
    options.json ? list_json(*query, page, context) : list_text(*query, page, organisations, context);
    return done;
  });
}

void show_text(const model::Record& record, const store::RecordState& state, const http::Organisations& organisations,
               const Context& context) {
  auto& out = context.world.out;
  const auto language = context.language;
  out << fmt::format("{} {}\n", text::words(language, fmt::format("record.{}", name_of(model::kind_of(record)))),
                     model::id_of(record).value);
  for (const auto& cell : cells_of(record, organisations, language))
    out << fmt::format("  {}: {}\n", field_name(cell.field, language), cell.text);
  if (!state.removed_at.empty())
    out << "  " << context.say("record.removed_because", {{"at", state.removed_at}, {"why", state.removed_why}}) << '\n';
}

int show(const ShowOptions& options, const Context& context) {
  return with_register(options, context, [&](store::Store& store, model::RecordKind kind) {
    Result<http::HeldRecord> held;
    http::Organisations organisations;
    std::optional<model::Record> then;
    store.read([&](store::Reader& reader) {
      held = find(reader, kind, options.id);
      if (!held) return;
      organisations = http::organisations_of(reader);
      if (!options.as_of.empty()) then = reg::as_of(reader, model::id_of(held->record), options.as_of);
    });
    if (!held) return context.tell(held.error());
    if (options.as_of.empty()) then = held->record;
    if (!then) return context.tell({Failure::not_found, "record_not_then", {{"id", options.id}, {"moment", options.as_of}}, {}});
    const auto state = options.as_of.empty() ? held->state : store::RecordState{};
    if (options.json)
      context.world.out << json::serialize(options.as_of.empty() ? http::to_json(*then, state) : model::to_json(*then)) << '\n';
    else
      show_text(*then, state, organisations, context);
    return done;
  });
}

int history(const Named& options, const Context& context) {
  return with_register(options, context, [&](store::Store& store, model::RecordKind kind) {
    Result<http::HeldRecord> held;
    std::vector<model::Change> changes;
    store.read([&](store::Reader& reader) {
      held = find(reader, kind, options.id);
      if (held) changes = reader.changes_of(model::id_of(held->record));
    });
    if (!held) return context.tell(held.error());
    std::ranges::reverse(changes);
    if (options.json) {
      json::array items;
      for (const auto& change : changes) items.push_back(http::to_json(change));
      context.world.out << json::serialize(items) << '\n';
      return done;
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& change : changes)
      rows.push_back({change.id.value.substr(change.id.value.size() - shortest_id), change.at.substr(0, 19) + "Z", change.by,
                      text::words(context.language, fmt::format("cli.record.action.{}", name_of(change.action)))});
    context.world.out << table(
        {context.say("record.change"), context.say("record.at"), context.say("record.by"), context.say("record.what")}, rows);
    return done;
  });
}

}  // namespace

Action record_list_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<ListOptions>();
  add_record_options(app, *options, false, context);
  app.add_option("--where", options->where, context.say("option.record_where"))->type_name("FIELD=VALUE");
  app.add_option("--sort", options->sort, context.say("option.record_sort"))->type_name("FIELD");
  app.add_option("--limit", options->limit, context.say("option.record_limit"))->type_name("50");
  app.add_option("--cursor", options->cursor, context.say("option.record_cursor"))->type_name("CURSOR");
  app.add_flag("--total", options->total, context.say("option.record_total"));
  app.add_flag("--removed", options->removed, context.say("option.record_removed"));
  return [options, &context] { return list(*options, context); };
}

Action record_show_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<ShowOptions>();
  add_record_options(app, *options, true, context);
  app.add_option("--as-of", options->as_of, context.say("option.record_as_of"))->type_name("YYYY-MM-DD");
  return [options, &context] { return show(*options, context); };
}

Action record_history_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Named>();
  add_record_options(app, *options, true, context);
  return [options, &context] { return history(*options, context); };
}

}  // namespace kevai::cli
