#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <memory>
#include <ostream>

#include "cli/database.hpp"
#include "cli/login.hpp"
#include "cli/organisation_text.hpp"
#include "http/report_choice.hpp"
#include "http/service.hpp"
#include "register/edit.hpp"
#include "register/restructure.hpp"
#include "register/tree_json.hpp"

namespace kevai::cli {
namespace {

struct Options {
  std::string action;
  std::vector<std::string> ids;
  std::string as_of;
  std::string from;
  std::string to;
  std::string country;
  bool below = false;
  std::string on;
  std::string into;
  std::vector<std::string> heirs;
  std::vector<std::string> children;
  std::string rule;
  std::string name_vi;
  std::string name_lo;
  std::string name_en;
  std::string why;
  std::string by;
  std::string format = "text";
  std::string database;
};

OrganisationId organisation(const std::string& id) {
  OrganisationId typed;
  typed.value = id;
  return typed;
}

std::unexpected<Error> missing(const std::string& what) {
  return fail(Failure::invalid, "usage_missing", {{"what", what}});
}

int tell(const Error& error, const Context& context) {
  return context.tell(error, error.code.starts_with("usage_") ? wrong_usage : failed);
}

/// The one organisation an action is about.
Result<OrganisationId> the_one(const Options& options) {
  if (options.ids.empty()) return missing("ID");
  if (options.ids.size() > 1) return fail(Failure::invalid, "usage_unexpected", {{"what", options.ids[1]}});
  return organisation(options.ids.front());
}

Result<PartialDate> first_day(const Options& options) {
  if (options.on.empty()) return missing("--on");
  return day_of(options.on);
}

std::pair<std::string, std::string> halves(const std::string& typed) {
  const auto middle = typed.find('=');
  return {typed.substr(0, middle), middle == typed.npos ? std::string() : typed.substr(middle + 1)};
}

/// Its names, where a new organisation is to be made of them.
boost::json::object names(const Options& options) {
  boost::json::object fields;
  for (const auto& [field, name] : {std::pair("name_vi", &options.name_vi), {"name_lo", &options.name_lo}, {"name_en", &options.name_en}})
    if (!name->empty()) fields[field] = *name;
  return fields;
}

Result<reg::Merger> merger(const Options& options) {
  const auto on = first_day(options);
  if (!on) return std::unexpected(on.error());
  reg::Merger merger{.into = {organisation(options.into), names(options)}, .on = *on};
  if (merger.into.id.empty() && merger.into.fields.empty()) return missing("--into");
  for (const auto& id : options.ids) merger.from.push_back(organisation(id));
  return merger;
}

/// What is typed before the share: an organisation's id, or the Vietnamese name of one to be made.
bool is_id(const std::string& typed) {
  return typed.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == typed.npos;
}

reg::Body heir_of(const std::string& typed) {
  if (is_id(typed)) return {organisation(typed), {}};
  return {{}, {{"name_vi", typed}}};
}

Result<reg::Partition> partition(const Options& options) {
  const auto one = the_one(options);
  if (!one) return std::unexpected(one.error());
  const auto on = first_day(options);
  if (!on) return std::unexpected(on.error());
  reg::Partition partition{.organisation = *one, .rule = options.rule, .on = *on};
  std::vector<std::string> called;
  for (const auto& typed : options.heirs) {
    const auto [name, share] = halves(typed);
    called.push_back(name);
    reg::Heir heir{heir_of(name), 0};
    const auto [end, error] = std::from_chars(share.data(), share.data() + share.size(), heir.share);
    if (error != std::errc{} || end != share.data() + share.size()) return fail(Failure::invalid, "share_malformed", {{"share", typed}});
    partition.heirs.push_back(std::move(heir));
  }
  for (const auto& typed : options.children) {
    const auto [child, heir] = halves(typed);
    const auto found = std::ranges::find(called, heir);
    if (found == called.end()) return fail(Failure::invalid, "child_of_another", {{"organisation", child}});
    partition.children[organisation(child)] = static_cast<std::size_t>(found - called.begin());
  }
  return partition;
}

std::string joined(const std::vector<OrganisationId>& ids) {
  std::string text;
  for (const auto& id : ids) text += (text.empty() ? "" : ", ") + id.value;
  return text;
}

/// Does it; what is to be told of it.
Result<std::string> restructure(store::Store& store, const Options& options, const std::string& who, const Context& context) {
  if (options.action == "merge") {
    const auto wanted = merger(options);
    if (!wanted) return std::unexpected(wanted.error());
    const auto heir = reg::write(store, [&](store::Writer& w) { return reg::merge_organisations(w, *wanted, who); });
    if (!heir) return std::unexpected(heir.error());
    return context.say("organisation.merged", {{"from", joined(wanted->from)}, {"into", heir->value}});
  }
  if (options.action == "split") {
    const auto wanted = partition(options);
    if (!wanted) return std::unexpected(wanted.error());
    const auto heirs = reg::write(store, [&](store::Writer& w) { return reg::divide_organisation(w, *wanted, who); });
    if (!heirs) return std::unexpected(heirs.error());
    return context.say("organisation.divided", {{"organisation", wanted->organisation.value}, {"heirs", joined(*heirs)}});
  }
  const auto one = the_one(options);
  if (!one) return std::unexpected(one.error());
  if (options.action == "rename") {
    const auto on = first_day(options);
    if (!on) return std::unexpected(on.error());
    const reg::Renaming wanted{*one, options.name_vi, options.name_lo, options.name_en, *on};
    const auto renamed = reg::write(store, [&](store::Writer& w) { return reg::rename_organisation(w, wanted, who); });
    if (!renamed) return std::unexpected(renamed.error());
    return context.say("organisation.renamed", {{"organisation", one->value}});
  }
  const auto left = reg::write(store, [&](store::Writer& w) { return reg::undo_restructuring(w, *one, options.why, who); });
  if (!left) return std::unexpected(left.error());
  return context.say("organisation.undone", {{"organisation", one->value}});
}

int show(store::Store& store, const Options& options, const Context& context) {
  const auto day = reg::tree_day(options.as_of, http::local_today());
  if (!day) return context.tell(day.error(), wrong_usage);
  const auto period = http::period_of(options.from, options.to);
  if (!period) return context.tell(period.error(), wrong_usage);
  const bool as_json = options.format == "json";
  auto& out = context.world.out;
  Result<> shown;
  store.read([&](store::Reader& reader) {
    const reg::Tree tree = reg::read_tree(reader, *day);
    if (options.action == "tree") {
      as_json ? void(out << boost::json::serialize(reg::to_json(tree, options.country)) << '\n')
              : write_tree(tree, options.country, context);
      return;
    }
    const auto tell_of = [&](const auto& found, auto&& write) {
      if (!found)
        shown = std::unexpected(found.error());
      else
        as_json ? void(out << boost::json::serialize(reg::to_json(*found)) << '\n') : write(*found, tree, context);
    };
    const auto one = the_one(options);
    if (!one)
      shown = std::unexpected(one.error());
    else if (options.action == "totals")
      tell_of(reg::totals_of(reader, tree, *one, *period, options.below), write_totals);
    else
      tell_of(reg::measures_of(reader, *one, *day), write_measures);
  });
  return shown ? done : tell(shown.error(), context);
}

int run(const Options& options, const Context& context) {
  if (options.format != "text" && options.format != "json")
    return context.tell({Failure::invalid, "format_unknown", {{"format", options.format}, {"formats", "text, json"}}, {}}, wrong_usage);
  const auto is_one_of = [&](std::initializer_list<const char*> actions) {
    return std::ranges::find(actions, options.action) != actions.end();
  };
  const bool showing = is_one_of({"tree", "totals", "measures"});
  if (!showing && !is_one_of({"merge", "split", "rename", "undo"}))
    return context.tell({Failure::invalid, "usage_unexpected", {{"what", options.action}}, {}}, wrong_usage);
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  if (showing) return show(**store, options, context);
  const auto told = restructure(**store, options, options.by.empty() ? login_name(context.world) : options.by, context);
  if (!told) return tell(told.error(), context);
  context.world.out << *told << '\n';
  return done;
}

}  // namespace

Action organisation_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  const auto add = [&](const char* name, auto& value, const char* key, const char* type) {
    return app.add_option(name, value, context.say(fmt::format("organisation.option.{}", key)))->type_name(type);
  };
  add("ACTION", options->action, "action", "")->required();
  add("ID", options->ids, "ids", "");
  add("--as-of", options->as_of, "as_of", "DATE");
  add("--from", options->from, "from", "DATE");
  add("--to", options->to, "to", "DATE");
  add("--country", options->country, "country", "VN|LA");
  app.add_flag("--below", options->below, context.say("organisation.option.below"));
  add("--on", options->on, "on", "YYYY-MM-DD");
  add("--into", options->into, "into", "ID");
  add("--heir", options->heirs, "heir", "ID=PERCENT");
  add("--child", options->children, "child", "ID=ID");
  add("--rule", options->rule, "rule", "TEXT");
  add("--name-vi", options->name_vi, "name_vi", "NAME");
  add("--name-lo", options->name_lo, "name_lo", "NAME");
  add("--name-en", options->name_en, "name_en", "NAME");
  add("--why", options->why, "why", "TEXT");
  add("--by", options->by, "by", "NAME");
  add("--format", options->format, "format", "text|json");
  add_database_option(app, options->database, context);
  return [options, &context] { return run(*options, context); };
}

}  // namespace kevai::cli
