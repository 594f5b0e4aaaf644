#include <CLI/CLI.hpp>
#include <boost/json/parse.hpp>
#include <memory>
#include <ostream>

#include "cli/database.hpp"
#include "cli/login.hpp"
#include "cli/program.hpp"
#include "cli/record/named.hpp"
#include "cli/record/text.hpp"
#include "http/service.hpp"
#include "model/record_json.hpp"
#include "register/confirming/confirm.hpp"
#include "register/confirming/inbox.hpp"
#include "register/confirming/release.hpp"
#include "register/edit.hpp"

/// `kevai confirm`: the keeper speaks for a side.
namespace kevai::cli {
namespace {

struct Options {
  Named named;
  std::string side;
  std::string by;
  std::string field;
  std::string figure;
  std::string reason;
  std::string dispute;
  bool drop = false;
};

using Shared = std::shared_ptr<Options>;
using Act = std::function<Result<>(store::Writer&, const Id&, const reg::Voice&, const Options&)>;

Result<reg::Voice> voice(const Options& options, const Context& context) {
  return reg::voice_of({}, options.side, options.by.empty() ? login_name(context.world) : options.by);
}

/// A figure as people read it.
std::string shown(const reg::SharedRecord& shared, const std::string& field, const std::string& figure, text::Language language) {
  if (figure.empty()) return "–";
  auto only = model::empty_record(model::kind_of(shared.record));
  model::take_json(only, {{field, boost::json::parse(figure)}});
  for (const Cell& cell : cells_of(only, {}, language))
    if (cell.field == field) return cell.text;
  return figure;
}

void tell_standing(const reg::SharedRecord& shared, const Context& context) {
  std::string waits;
  for (const auto& side : shared.sides)
    if (side.waits) waits += (waits.empty() ? "" : ", ") + side.side;
  context.world.out << context.say("confirm.standing",
                                   {{"record", model::id_of(shared.record).value},
                                    {"standing", text::words(context.language, "standing." + std::string(name_of(shared.standing)))},
                                    {"state", text::words(context.language, "sharing." + std::string(name_of(shared.sharing.state)))},
                                    {"waits", waits.empty() ? "–" : waits}})
                    << '\n';
  for (const auto& dispute : shared.disputes) {
    if (dispute.outcome != model::DisputeOutcome::open) continue;
    context.world.out << "  "
                      << context.say("confirm.dispute_open", {{"id", dispute.id.value},
                                                              {"side", dispute.side},
                                                              {"field", field_name(dispute.field, context.language)},
                                                              {"figure", shown(shared, dispute.field, dispute.figure, context.language)},
                                                              {"stated", shown(shared, dispute.field, dispute.stated, context.language)},
                                                              {"reason", dispute.reason}})
                      << '\n';
  }
}

int run(const Options& options, const Context& context, const Act& act) {
  const auto speaks = voice(options, context);
  if (!speaks) return context.tell(speaks.error(), wrong_usage);
  return with_register(options.named, context, [&](store::Store& store, model::RecordKind kind) {
    const auto shared = reg::write(store, [&](store::Writer& writer) -> Result<reg::SharedRecord> {
      const auto held = find(writer, kind, options.named.id);
      if (!held) return std::unexpected(held.error());
      const Id id = model::id_of(held->record);
      if (const auto said = act(writer, id, *speaks, options); !said) return std::unexpected(said.error());
      return *reg::shared_record(writer, id);
    });
    if (!shared) return context.tell(shared.error());
    tell_standing(*shared, context);
    return done;
  });
}

/// `12` and `{"figure": 12}` are JSON; anything else is the text itself; nothing empties the field.
boost::json::value figure_of(const std::string& text) {
  if (text.empty()) return nullptr;
  boost::json::error_code error;
  auto value = boost::json::parse(text, error);
  return error ? boost::json::value(boost::json::string(text)) : value;
}

Result<> dispute(store::Writer& writer, const Id& id, const reg::Voice& voice, const Options& options) {
  const auto made = reg::dispute(writer, id, voice, {options.field, figure_of(options.figure), options.reason});
  if (!made) return std::unexpected(made.error());
  return {};
}

Result<> settle(store::Writer& writer, const Id& id, const reg::Voice& voice, const Options& options) {
  return reg::settle(writer, id, {options.dispute}, voice, options.drop ? model::DisputeOutcome::dropped : model::DisputeOutcome::taken);
}

Result<> release(store::Writer& writer, const Id& id, const reg::Voice& voice, const Options&) {
  return reg::release(writer, id, voice);
}
Result<> withdraw(store::Writer& writer, const Id& id, const reg::Voice& voice, const Options&) {
  return reg::withdraw(writer, id, voice);
}
Result<> confirm(store::Writer& writer, const Id& id, const reg::Voice& voice, const Options&) {
  return reg::confirm(writer, id, voice);
}
Result<> publish(store::Writer& writer, const Id& id, const reg::Voice& voice, const Options&) {
  return reg::publish(writer, id, voice);
}

void add_voice(CLI::App& app, Options& options, const Context& context) {
  app.add_option("--side", options.side, context.say("option.confirm_side"))->type_name("VN|LA")->required();
  add_by_option(app, options.by, context);
}

Shared declared(CLI::App& app, const Context& context) {
  auto options = std::make_shared<Options>();
  add_record_options(app, options->named, true, context);
  add_voice(app, *options, context);
  return options;
}

template <Result<> (*act)(store::Writer&, const Id&, const reg::Voice&, const Options&)>
Action plain(CLI::App& app, const Context& context) {
  const auto options = declared(app, context);
  return [options, &context] { return run(*options, context, act); };
}

Action dispute_command(CLI::App& app, const Context& context) {
  const auto options = declared(app, context);
  app.add_option("--field", options->field, context.say("option.confirm_field"))->type_name("FIELD")->required();
  app.add_option("--figure", options->figure, context.say("option.confirm_figure"))->type_name("VALUE");
  app.add_option("--reason", options->reason, context.say("option.confirm_reason"))->type_name("TEXT")->required();
  return [options, &context] { return run(*options, context, dispute); };
}

Action settle_command(CLI::App& app, const Context& context) {
  const auto options = declared(app, context);
  app.add_option("--dispute", options->dispute, context.say("option.confirm_dispute"))->type_name("ID")->required();
  app.add_flag("--drop", options->drop, context.say("option.confirm_drop"));
  return [options, &context] { return run(*options, context, settle); };
}

int list(const Options& options, const Context& context) {
  const auto speaks = voice(options, context);
  if (!speaks) return context.tell(speaks.error(), wrong_usage);
  const auto store = open_database(options.named.database, context.world);
  if (!store) return context.tell(store.error());
  std::vector<std::vector<std::string>> rows;
  std::int64_t total = 0;
  (*store)->read([&](store::Reader& reader) {
    const auto page = reg::inbox(reader, *speaks, {.limit = 200}, http::local_today());
    total = page.total;
    for (const auto& item : page.items) {
      const std::string asked(name_of(item.waiting.asked)), kind(name_of(item.waiting.kind));
      rows.push_back({item.waiting.since.substr(0, 10), text::words(context.language, "asked." + asked),
                      text::words(context.language, "record." + kind),
                      item.waiting.record.value.substr(item.waiting.record.value.size() - 12), item.waiting.due_on});
    }
  });
  context.world.out << context.say("confirm.waiting", {{"count", std::to_string(total)}, {"side", speaks->side}}) << '\n';
  if (!rows.empty())
    context.world.out << table({context.say("confirm.since"), context.say("confirm.asked"), context.say("confirm.kind"),
                                context.say("confirm.record"), context.say("confirm.due_on")},
                               rows);
  return done;
}

Action list_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  add_voice(app, *options, context);
  add_database_option(app, options->named.database, context);
  return [options, &context] { return list(*options, context); };
}

constexpr Command verbs[] = {{"list", list_command},      {"release", plain<release>},  {"withdraw", plain<withdraw>},
                             {"confirm", plain<confirm>}, {"dispute", dispute_command}, {"settle", settle_command},
                             {"publish", plain<publish>}};

}  // namespace

Action confirm_command(CLI::App& app, const Context& context) {
  return one_of(verbs, app, "confirm.", context);
}

}  // namespace kevai::cli
