#include "cli/provider_options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <sstream>

#include "cli/files.hpp"
#include "http/oidc/outgoing.hpp"

namespace kevai::cli {
namespace {

using http::oidc::is_safe_url;

constexpr std::size_t most_secret = 4096;

auto wrong(const char* code, const char* name, const std::string& value) {
  return fail(Failure::invalid, code, {{name, value}});
}

/// A secret is a line of printable letters; editors end it with a line break.
Result<std::string> read_secret(const std::string& file) {
  std::istringstream nothing;
  auto secret = read_file(file, nothing, most_secret);
  if (!secret) return secret;
  while (secret->ends_with('\n') || secret->ends_with('\r')) secret->pop_back();
  const bool is_line = std::ranges::all_of(*secret, [](char c) { return c >= ' ' && c < '\x7f'; });
  if (secret->empty() || !is_line) return wrong("oidc_secret_wrong", "file", file);
  return secret;
}

Result<> check(const ProviderOptions& options) {
  const auto missing = [](const char* option) { return wrong("oidc_option_missing", "option", option); };
  if (options.issuer.empty()) return missing("--oidc-issuer");
  if (options.client_id.empty()) return missing("--oidc-client-id");
  if (options.public_url.empty()) return missing("--public-url");
  const auto issuer = boost::urls::parse_uri(options.issuer);
  if (!is_safe_url(options.issuer, true) || issuer->has_query()) return wrong("oidc_issuer_wrong", "issuer", options.issuer);
  const auto url = boost::urls::parse_uri(options.public_url);
  if (!is_safe_url(options.public_url, true) || url->has_query() || (url->encoded_path() != "" && url->encoded_path() != "/"))
    return wrong("public_url_wrong", "url", options.public_url);
  return {};
}

}  // namespace

void add_provider_options(CLI::App& app, ProviderOptions& options, const Context& context) {
  app.add_option("--oidc-issuer", options.issuer, context.say("option.oidc_issuer"))->type_name("URL");
  app.add_option("--oidc-client-id", options.client_id, context.say("option.oidc_client_id"))->type_name("ID");
  app.add_option("--oidc-client-secret-file", options.secret_file, context.say("option.oidc_client_secret_file"))->type_name("FILE");
  app.add_option("--oidc-name", options.name, context.say("option.oidc_name"))->type_name("NAME");
  app.add_flag("--oidc-match-email", options.match_email, context.say("option.oidc_match_email"));
  app.add_option("--public-url", options.public_url, context.say("option.public_url"))->type_name("URL");
}

Result<std::unique_ptr<http::oidc::Provider>> provider_of(const ProviderOptions& options) {
  const bool named = !options.issuer.empty() || !options.client_id.empty() || !options.secret_file.empty() || !options.name.empty() ||
                     !options.public_url.empty() || options.match_email;
  if (!named) return nullptr;
  if (const auto checked = check(options); !checked) return std::unexpected(checked.error());
  http::oidc::Config config{.issuer = options.issuer,
                            .client_id = options.client_id,
                            .public_url = options.public_url,
                            .name = options.name,
                            .match_email = options.match_email};
  if (config.public_url.ends_with('/')) config.public_url.pop_back();
  if (config.name.empty()) config.name = boost::urls::parse_uri(options.issuer)->host();
  if (!options.secret_file.empty()) {
    auto secret = read_secret(options.secret_file);
    if (!secret) return std::unexpected(secret.error());
    config.client_secret = std::move(*secret);
  }
  return std::make_unique<http::oidc::Provider>(std::move(config));
}

std::string host_of(const ProviderOptions& options) {
  const auto url = boost::urls::parse_uri(options.public_url);
  return url ? std::string(url->host()) : std::string();
}

}  // namespace kevai::cli
