#include "cli/record/named.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

#include "cli/database.hpp"
#include "cli/short_id.hpp"
#include "http/plural.hpp"

namespace kevai::cli {
namespace {

/// The ids of all records of a kind, those removed too.
std::vector<Id> ids_of(store::Reader& reader, model::RecordKind kind) {
  std::vector<Id> ids;
  for (const auto& record : reader.records(kind)) ids.push_back(model::id_of(record));
  store::RecordQuery removed{.kind = kind, .limit = 200, .removed = true};
  do {
    auto page = reader.list(removed);
    for (const auto& row : page.rows) ids.push_back(model::id_of(row.record));
    removed.after = page.next;
  } while (removed.after);
  return ids;
}

}  // namespace

void add_record_options(CLI::App& app, Named& named, bool with_id, const Context& context) {
  app.add_option("KIND", named.kind, context.say("option.record_kind"))->required()->type_name("");
  if (with_id) app.add_option("ID", named.id, context.say("option.record_id"))->required()->type_name("");
  app.add_flag("--json", named.json, context.say("option.record_json"));
  add_database_option(app, named.database, context);
}

void add_by_option(CLI::App& app, std::string& by, const Context& context) {
  app.add_option("--by", by, context.say("option.record_by"))->type_name("NAME");
}

Result<model::RecordKind> kind_of(const Named& named) {
  if (const auto kind = http::kind_called(named.kind)) return *kind;
  std::vector<std::string_view> known;
  for (const auto kind : http::all_kinds()) known.push_back(http::plural_of(kind));
  return fail(Failure::invalid, "kind_unknown", {{"kind", named.kind}, {"known", fmt::format("{}", fmt::join(known, ", "))}});
}

Result<http::HeldRecord> find(store::Reader& reader, model::RecordKind kind, const std::string& typed) {
  if (auto held = http::find_record(reader, kind, typed)) return *std::move(held);
  const auto id = find_id(ids_of(reader, kind), typed, "record");
  if (!id) return std::unexpected(id.error());
  return *http::find_record(reader, kind, id->value);
}

int with_register(const Named& named, const Context& context, const std::function<int(store::Store&, model::RecordKind)>& work) {
  const auto kind = kind_of(named);
  if (!kind) return context.tell(kind.error(), wrong_usage);
  const auto store = open_database(named.database, context.world);
  if (!store) return context.tell(store.error());
  return work(**store, *kind);
}

int told(const Named& named, const http::HeldRecord& held, std::string_view key, const Context& context) {
  auto& out = context.world.out;
  const auto kind = model::kind_of(held.record);
  if (named.json)
    out << boost::json::serialize(http::to_json(held.record, held.state)) << '\n';
  else
    out << context.say(key, {{"kind", text::words(context.language, fmt::format("record.{}", name_of(kind)))},
                             {"id", model::id_of(held.record).value}})
        << '\n';
  return done;
}

}  // namespace kevai::cli
