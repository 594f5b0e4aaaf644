#include <CLI/CLI.hpp>
#include <memory>

#include "cli/login.hpp"
#include "cli/record/fields.hpp"
#include "cli/record/named.hpp"
#include "cli/record/verbs.hpp"
#include "cli/short_id.hpp"
#include "register/edit.hpp"

namespace kevai::cli {
namespace {

struct Options : Named {
  std::vector<std::string> set;
  std::string file;
  std::string reason;
  std::string change;
  std::string by;
  std::string side;
};

using Work = std::function<Result<Id>(store::Writer&, const std::string& who)>;

/// Does it in one transaction, and tells what the record then is.
int changed(const Options& options, store::Store& store, std::string_view key, const Context& context, const Work& work) {
  const auto who = options.by.empty() ? login_name(context.world) : options.by;
  const auto held = reg::write(store, [&](store::Writer& writer) -> Result<http::HeldRecord> {
    const auto id = work(writer, who);
    if (!id) return std::unexpected(id.error());
    const auto record = writer.record(*id);
    return *http::find_record(writer, model::kind_of(*record), id->value);
  });
  if (!held) return context.tell(held.error());
  return told(options, *held, key, context);
}

/// The same of a record that is named.
int changed_one(const Options& options, std::string_view key, const Context& context,
                const std::function<Result<>(store::Writer&, const Id&, const std::string& who)>& work) {
  return with_register(options, context, [&](store::Store& store, model::RecordKind kind) {
    return changed(options, store, key, context, [&](store::Writer& writer, const std::string& who) -> Result<Id> {
      const auto held = find(writer, kind, options.id);
      if (!held) return std::unexpected(held.error());
      const Id& id = model::id_of(held->record);
      if (const auto done = work(writer, id, who); !done) return std::unexpected(done.error());
      return id;
    });
  });
}

Result<> whether(const Result<reg::Edited>& edited) {
  if (!edited) return std::unexpected(edited.error());
  return {};
}

int add(const Options& options, const Context& context) {
  return with_register(options, context, [&](store::Store& store, model::RecordKind kind) {
    const auto fields = fields_of(kind, options.file, options.set, context.world.in);
    if (!fields) return context.tell(fields.error(), wrong_usage);
    return changed(options, store, "record.added", context, [&](store::Writer& writer, const std::string& who) -> Result<Id> {
      const bool note = kind == model::RecordKind::note;
      const auto made = note ? reg::create_note(writer, *fields, options.side, who) : reg::create(writer, kind, *fields, who);
      if (!made) return std::unexpected(made.error());
      return model::id_of(made->record);
    });
  });
}

int change(const Options& options, const Context& context) {
  const auto kind = kind_of(options);
  if (!kind) return context.tell(kind.error(), wrong_usage);
  const auto fields = fields_of(*kind, options.file, options.set, context.world.in);
  if (!fields) return context.tell(fields.error(), wrong_usage);
  return changed_one(options, "record.changed", context, [&](store::Writer& writer, const Id& id, const std::string& who) {
    return whether(reg::change(writer, id, *fields, {}, who));
  });
}

/// The change of that record with this id, or the end of it.
Result<Id> change_of(store::Reader& reader, const Id& record, const std::string& typed) {
  std::vector<Id> ids;
  for (const auto& change : reader.changes_of(record)) ids.push_back(change.id);
  return find_id(ids, typed, "change");
}

void add_field_options(CLI::App& app, Options& options, const Context& context) {
  app.add_option("--set", options.set, context.say("option.record_set"))->type_name("FIELD=VALUE");
  app.add_option("--fields", options.file, context.say("option.record_fields"))->type_name("FILE");
}

std::shared_ptr<Options> declared(CLI::App& app, bool with_id, const Context& context) {
  auto options = std::make_shared<Options>();
  add_record_options(app, *options, with_id, context);
  add_by_option(app, options->by, context);
  return options;
}

}  // namespace

Action record_add_command(CLI::App& app, const Context& context) {
  const auto options = declared(app, false, context);
  add_field_options(app, *options, context);
  app.add_option("--side", options->side, context.say("option.record_side"))->type_name("VN|LA");
  return [options, &context] { return add(*options, context); };
}

Action record_change_command(CLI::App& app, const Context& context) {
  const auto options = declared(app, true, context);
  add_field_options(app, *options, context);
  return [options, &context] { return change(*options, context); };
}

Action record_remove_command(CLI::App& app, const Context& context) {
  const auto options = declared(app, true, context);
  app.add_option("--reason", options->reason, context.say("option.record_reason"))->required()->type_name("TEXT");
  return [options, &context] {
    return changed_one(*options, "record.removed", context, [&](store::Writer& writer, const Id& id, const std::string& who) {
      return reg::remove(writer, id, options->reason, {}, who);
    });
  };
}

Action record_restore_command(CLI::App& app, const Context& context) {
  const auto options = declared(app, true, context);
  return [options, &context] {
    return changed_one(*options, "record.restored", context,
                       [](store::Writer& writer, const Id& id, const std::string& who) { return whether(reg::restore(writer, id, who)); });
  };
}

Action record_revert_command(CLI::App& app, const Context& context) {
  const auto options = declared(app, true, context);
  app.add_option("CHANGE", options->change, context.say("option.record_change"))->required()->type_name("");
  return [options, &context] {
    return changed_one(*options, "record.reverted", context, [&](store::Writer& writer, const Id& id, const std::string& who) -> Result<> {
      const auto change = change_of(writer, id, options->change);
      if (!change) return std::unexpected(change.error());
      return whether(reg::revert(writer, id, *change, {}, who));
    });
  };
}

}  // namespace kevai::cli
