#pragma once

#include <memory>
#include <string>

#include "cli/command.hpp"
#include "http/oidc/provider.hpp"

namespace CLI {
class App;
}

namespace kevai::cli {

/// The options of `kevai serve` about signing in at a provider of OpenID Connect, as they were written.
struct ProviderOptions {
  std::string issuer;
  std::string client_id;
  std::string secret_file;
  std::string public_url;
  std::string name;
  bool match_email = false;
};

void add_provider_options(CLI::App& app, ProviderOptions& options, const Context& context);

/// The provider they name; null where they name none. It is not asked yet: whether it answers decides nothing
/// of the start. Failures
/// (`invalid`): `oidc_option_missing` with `option`, `oidc_issuer_wrong` with `issuer`, `public_url_wrong`
/// with `url`, `oidc_secret_wrong` with `file`; those of read_file.
Result<std::unique_ptr<http::oidc::Provider>> provider_of(const ProviderOptions& options);

/// The host of a public URL, by which the server is then asked; empty where none was given.
std::string host_of(const ProviderOptions& options);

}  // namespace kevai::cli
