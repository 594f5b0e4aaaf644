#include "http/oidc/metadata.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "http/message.hpp"
#include "http/oidc/outgoing.hpp"

namespace kevai::http::oidc {
namespace {

namespace json = boost::json;

auto wrong(const std::string& detail) {
  return fail(Failure::unavailable, "oidc_provider_wrong", {}, "discovery: " + detail);
}

std::string text_at(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

bool lists(const json::value& list, std::string_view wanted) {
  const auto* array = list.if_array();
  return array && std::ranges::any_of(*array, [&](const json::value& item) { return item.is_string() && item.get_string() == wanted; });
}

}  // namespace

std::string discovery_url(const std::string& issuer) {
  return (issuer.ends_with('/') ? issuer.substr(0, issuer.size() - 1) : issuer) + "/.well-known/openid-configuration";
}

Result<Metadata> parse_metadata(const std::string& body, const std::string& issuer) {
  const auto told = parse_object(body);
  if (!told) return wrong("no JSON object");
  Metadata made{.issuer = text_at(*told, "issuer"),
                .authorization_endpoint = text_at(*told, "authorization_endpoint"),
                .token_endpoint = text_at(*told, "token_endpoint"),
                .jwks_uri = text_at(*told, "jwks_uri")};
  if (made.issuer != issuer) return wrong("it is of the issuer " + json::serialize(json::value(made.issuer)));
  const bool loopback = is_loopback_url(issuer);
  for (const auto* url : {&made.authorization_endpoint, &made.token_endpoint, &made.jwks_uri})
    if (!is_safe_url(*url, loopback)) return wrong(json::serialize(json::value(*url)) + " is no address to ask");
  if (const auto* ways = told->if_contains("token_endpoint_auth_methods_supported")) {
    made.by_basic = lists(*ways, "client_secret_basic");
    if (!made.by_basic && !lists(*ways, "client_secret_post") && !lists(*ways, "none"))
      return wrong("it takes the client's secret in no way this program knows");
  }
  const auto* tells = told->if_contains("authorization_response_iss_parameter_supported");
  made.tells_issuer = tells && tells->is_bool() && tells->get_bool();
  return made;
}

}  // namespace kevai::http::oidc
