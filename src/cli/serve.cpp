#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <ostream>

#include "base/clock.hpp"
#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/login.hpp"
#include "cli/pdf_apart.hpp"
#include "cli/privacy/daily.hpp"
#include "cli/provider_options.hpp"
#include "http/server.hpp"
#include "http/service.hpp"
#include "register/accounts/invitation.hpp"
#include "register/edit.hpp"
#include "register/ingest.hpp"
#include "register/privacy/erase.hpp"
#include "text/pdf.hpp"

namespace kevai::cli {
namespace {

struct Options {
  std::string listen = "127.0.0.1:8080";
  std::vector<std::string> hosts;
  bool samples = true;
  bool behind_proxy = false;
  std::string keep_personal;
  ProviderOptions provider;
  std::string database;
};

/// A register that others can reach, and that nobody has an account of yet: whoever has this link becomes its administrator.
Result<> tell_first_link(store::Store& store, const std::string& url, const Context& context) {
  bool has_accounts = false;
  store.read([&](store::Reader& reader) { has_accounts = reader.accounts().any(); });
  if (has_accounts) return {};
  const auto secret = reg::write(store, [](store::Writer& writer) { return reg::first_link(writer, unix_milliseconds()); });
  if (!secret) return std::unexpected(secret.error());
  context.world.out << context.say("serve.first", {{"link", url + "/invitation#" + *secret}}) << '\n';
  return {};
}

/// Standard output says where the server is; the log goes beside it.
void log_to_stderr() {
  if (!spdlog::get("kevai")) spdlog::set_default_logger(spdlog::stderr_color_mt("kevai"));
  spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %v");
}

int run(const Options& options, const Context& context) {
  const auto endpoint = http::parse_endpoint(options.listen);
  if (!endpoint) return context.tell(endpoint.error(), wrong_usage);
  if (!options.keep_personal.empty() && !reg::days_before(http::local_today(), options.keep_personal))
    return context.tell({Failure::invalid, "span_malformed", {{"span", options.keep_personal}}, {}}, wrong_usage);
  const auto provider = provider_of(options.provider);
  if (!provider) return context.tell(provider.error(), wrong_usage);
  // The port first: a second server must not touch the register before it finds the port taken.
  const auto server = http::Server::listen(*endpoint);
  if (!server) return context.tell(server.error());
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());

  auto& out = context.world.out;
  if (options.samples) {
    const auto loaded = reg::load_samples(**store);
    if (!loaded) return context.tell(loaded.error());
    if (*loaded > 0) out << context.say("serve.samples", {{"count", text::number(context.language, *loaded)}}) << '\n';
  }
  log_to_stderr();
  text::let_pdfs_be_read_by(pdf_text_apart);
  const auto web = embedded_web();
  auto hosts = options.hosts;
  if (*provider) hosts.push_back(host_of(options.provider));
  const http::Service service({.store = **store, .who = login_name(context.world), .today = http::local_today, .provider = provider->get()},
                              {(*server)->endpoint().address, (*server)->endpoint().port, std::move(hosts)}, web, options.behind_proxy);
  if (options.behind_proxy || http::address_class((*server)->endpoint().address) != "loopback")
    if (const auto told = tell_first_link(**store, (*server)->url(), context); !told) return context.tell(told.error());
  if (web.empty()) out << context.say("serve.no_web") << '\n';
  out << context.say("serve.listening", {{"address", (*server)->url()}}) << std::endl;
  std::optional<DailyExpiry> expiry;
  if (!options.keep_personal.empty()) expiry.emplace(**store, options.keep_personal, "kevai");
  (*server)->run([&](const http::Request& request) { return service.answer(request); }, true, service.lanes());
  out << context.say("serve.stopped") << '\n';
  return done;
}

}  // namespace

Action serve_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("--listen", options->listen, context.say("option.listen"))->type_name("ADDRESS:PORT");
  app.add_option("--host", options->hosts, context.say("option.host"))->type_name("NAME");
  app.add_flag("--behind-proxy", options->behind_proxy, context.say("option.behind_proxy"));
  app.add_flag("--samples,!--no-samples", options->samples, context.say("option.samples"));
  app.add_option("--keep-personal", options->keep_personal, context.say("option.keep_personal"))->type_name("10y");
  add_provider_options(app, options->provider, context);
  add_database_option(app, options->database, context);
  return [options, &context] { return run(*options, context); };
}

}  // namespace kevai::cli
