#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "base/clock.hpp"
#include "cli/database.hpp"
#include "cli/login.hpp"
#include "cli/program.hpp"
#include "cli/record/text.hpp"
#include "register/accounts/keeping.hpp"
#include "register/edit.hpp"

namespace kevai::cli {
namespace {

struct Options {
  std::string login;
  reg::AccountWish wish;
  std::string role = "officer";
  std::string organisation;
  std::string scope = "read";
  std::string label;
  std::int64_t days = 90;
  std::string url;
  bool second_factor = false;
  std::string database;
};

/// Whoever reaches the database keeps the register.
model::Actor keeper(const Context& context) {
  return {.name = login_name(context.world)};
}

Result<model::Grant> grant_of(const std::string& role_name, const std::string& organisation) {
  const auto role = named<model::Role>(role_name);
  if (!role)
    return fail(Failure::invalid, "value_malformed", {{"field", "role"}, {"expected", "viewer, officer, approver, administrator"}});
  return model::Grant{.role = *role, .organisation = {{organisation}}};
}

/// Does that with the account of that login; what it does is kept.
template <class Work>
auto with_account(store::Store& store, const std::string& login, Work&& work) -> decltype(work(std::declval<store::Writer&>(), Id{})) {
  return reg::write(store, [&](store::Writer& writer) -> decltype(work(writer, Id{})) {
    const auto account = writer.accounts().find_login(reg::login_of(login));
    if (!account) return fail(Failure::not_found, "account_unknown", {{"id", login}});
    return work(writer, account->id);
  });
}

int tell_link(const reg::Invited& invited, const Options& options, const Context& context) {
  context.world.out << context.say("user.link", {{"login", invited.account.login}}) << '\n'
                    << options.url << "/invitation#" << invited.secret << '\n';
  return done;
}

int add(const Options& options, const Context& context) {
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  auto wish = options.wish;
  wish.login = options.login;
  const auto first = grant_of(options.role, options.organisation.empty() ? wish.organisation.value : options.organisation);
  if (!first) return context.tell(first.error(), wrong_usage);
  wish.grants = {*first};
  const auto made =
      reg::write(**store, [&](store::Writer& writer) { return reg::invite(writer, keeper(context), wish, unix_milliseconds()); });
  return made ? tell_link(*made, options, context) : context.tell(made.error());
}

int invite(const Options& options, const Context& context) {
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  const auto made = with_account(**store, options.login, [&](store::Writer& writer, const Id& id) {
    return reg::reset(writer, keeper(context), id, options.second_factor, unix_milliseconds());
  });
  return made ? tell_link(*made, options, context) : context.tell(made.error());
}

std::string state_of(store::Reader& reader, const model::Account& account, const Context& context) {
  if (account.disabled) return context.say("user.is_disabled");
  return account.password.empty() && reader.accounts().identities(account.id).empty() ? context.say("user.is_invited")
         : account.factor_on                                                          ? context.say("user.has_factor")
                                                                                      : std::string();
}

int list(const Options& options, const Context& context) {
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  std::vector<std::vector<std::string>> rows;
  (*store)->read([&](store::Reader& reader) {
    for (const auto& account : reader.accounts().all()) {
      std::string grants;
      for (const auto& grant : reader.accounts().grants(account.id))
        grants +=
            (grants.empty() ? "" : ", ") + context.say("user.role." + std::string(name_of(grant.role))) + " " + grant.organisation.value;
      rows.push_back({account.login, account.name, account.organisation.value, grants, state_of(reader, account, context)});
    }
  });
  if (rows.empty()) {
    context.world.out << context.say("user.none") << '\n';
    return done;
  }
  context.world.out << table(
      {context.say("user.login"), context.say("user.name"), context.say("user.organisation"), context.say("user.grants"), ""}, rows);
  return done;
}

/// A change of an account that has nothing to show but that it was made.
template <class Work>
int change(const Options& options, const Context& context, Work&& work) {
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  const auto changed = (*store)->write([&](store::Writer& writer) -> Result<> {
    const auto account = writer.accounts().find_login(reg::login_of(options.login));
    if (!account) return fail(Failure::not_found, "account_unknown", {{"id", options.login}});
    return work(writer, account->id);
  });
  if (!changed) return context.tell(changed.error());
  context.world.out << context.say("user.changed", {{"login", reg::login_of(options.login)}}) << '\n';
  return done;
}

int grant(const Options& options, const Context& context) {
  const auto given = grant_of(options.role, options.organisation);
  if (!given) return context.tell(given.error(), wrong_usage);
  return change(options, context,
                [&](store::Writer& writer, const Id& id) { return reg::grant(writer, keeper(context), id, *given, unix_milliseconds()); });
}

int revoke(const Options& options, const Context& context) {
  return change(options, context, [&](store::Writer& writer, const Id& id) {
    return reg::revoke(writer, keeper(context), id, {{options.organisation}}, unix_milliseconds());
  });
}

int set_disabled(const Options& options, const Context& context, bool disabled) {
  return change(options, context, [&](store::Writer& writer, const Id& id) {
    return reg::set_disabled(writer, keeper(context), id, disabled, unix_milliseconds());
  });
}

int unlink(const Options& options, const Context& context) {
  return change(options, context,
                [&](store::Writer& writer, const Id& id) { return reg::unlink_all(writer, keeper(context), id, unix_milliseconds()); });
}

int token(const Options& options, const Context& context) {
  const auto scope = named<model::TokenScope>(options.scope);
  if (!scope)
    return context.tell({Failure::invalid, "value_malformed", {{"field", "scope"}, {"expected", "read, write"}}, {}}, wrong_usage);
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  const auto made = with_account(**store, options.login, [&](store::Writer& writer, const Id& id) {
    return reg::make_token(writer.accounts(), id, options.label, *scope, options.days, unix_milliseconds());
  });
  if (!made) return context.tell(made.error());
  context.world.out << made->secret << '\n';
  return done;
}

void add_login(CLI::App& app, Options& options, const Context& context) {
  app.add_option("LOGIN", options.login, context.say("option.user_login"))->required()->type_name("");
}

void add_grant(CLI::App& app, Options& options, const Context& context) {
  app.add_option("--role", options.role, context.say("option.user_role"))->type_name("viewer|officer|approver|administrator");
  app.add_option("--over", options.organisation, context.say("option.user_over"))->type_name("ID");
}

/// Declares what every verb has; `more` declares its own.
template <class More>
Action declared(CLI::App& app, const Context& context, int (*run)(const Options&, const Context&), More&& more) {
  const auto options = std::make_shared<Options>();
  more(*options);
  add_database_option(app, options->database, context);
  return [options, run, &context] { return run(*options, context); };
}

Action add_command(CLI::App& app, const Context& context) {
  return declared(app, context, add, [&](Options& options) {
    add_login(app, options, context);
    app.add_option("--name", options.wish.name, context.say("option.user_name"))->required()->type_name("NAME");
    app.add_option("--organisation", options.wish.organisation.value, context.say("option.user_organisation"))->required()->type_name("ID");
    app.add_option("--lang", options.wish.language, context.say("option.lang"))->type_name("vi|lo|en");
    add_grant(app, options, context);
    app.add_option("--url", options.url, context.say("option.user_url"))->type_name("URL");
  });
}

Action list_command(CLI::App& app, const Context& context) {
  return declared(app, context, list, [](Options&) {});
}

Action invite_command(CLI::App& app, const Context& context) {
  return declared(app, context, invite, [&](Options& options) {
    add_login(app, options, context);
    app.add_option("--url", options.url, context.say("option.user_url"))->type_name("URL");
  });
}

Action reset_command(CLI::App& app, const Context& context) {
  return declared(app, context, invite, [&](Options& options) {
    add_login(app, options, context);
    app.add_flag("--second-factor", options.second_factor, context.say("option.user_second_factor"));
    app.add_option("--url", options.url, context.say("option.user_url"))->type_name("URL");
  });
}

Action grant_command(CLI::App& app, const Context& context) {
  return declared(app, context, grant, [&](Options& options) {
    add_login(app, options, context);
    add_grant(app, options, context);
    app.get_option("--over")->required();
  });
}

Action revoke_command(CLI::App& app, const Context& context) {
  return declared(app, context, revoke, [&](Options& options) {
    add_login(app, options, context);
    app.add_option("--over", options.organisation, context.say("option.user_over"))->required()->type_name("ID");
  });
}

Action disable_command(CLI::App& app, const Context& context) {
  return declared(
      app, context, [](const Options& options, const Context& of) { return set_disabled(options, of, true); },
      [&](Options& options) { add_login(app, options, context); });
}

Action enable_command(CLI::App& app, const Context& context) {
  return declared(
      app, context, [](const Options& options, const Context& of) { return set_disabled(options, of, false); },
      [&](Options& options) { add_login(app, options, context); });
}

Action unlink_command(CLI::App& app, const Context& context) {
  return declared(app, context, unlink, [&](Options& options) { add_login(app, options, context); });
}

Action token_command(CLI::App& app, const Context& context) {
  return declared(app, context, token, [&](Options& options) {
    add_login(app, options, context);
    app.add_option("--label", options.label, context.say("option.user_label"))->required()->type_name("TEXT");
    app.add_option("--scope", options.scope, context.say("option.user_scope"))->type_name("read|write");
    app.add_option("--days", options.days, context.say("option.user_days"))->type_name("N");
  });
}

constexpr Command verbs[] = {{"add", add_command},       {"list", list_command},       {"invite", invite_command}, {"grant", grant_command},
                             {"revoke", revoke_command}, {"disable", disable_command}, {"enable", enable_command}, {"reset", reset_command},
                             {"unlink", unlink_command}, {"token", token_command}};

}  // namespace

Action user_command(CLI::App& app, const Context& context) {
  return one_of(verbs, app, "user.", context);
}

}  // namespace kevai::cli
