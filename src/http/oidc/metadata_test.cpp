#include "http/oidc/metadata.hpp"

#include <gtest/gtest.h>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "http/oidc/outgoing.hpp"

namespace kevai::http::oidc {
namespace {

namespace json = boost::json;

const std::string issuer = "https://id.example.org/realms/union";

std::string told(const json::object& changes = {}) {
  json::object all{{"issuer", issuer},
                   {"authorization_endpoint", issuer + "/auth"},
                   {"token_endpoint", issuer + "/token"},
                   {"jwks_uri", issuer + "/certs"}};
  for (const auto& [name, value] : changes) all[name] = value;
  return json::serialize(all);
}

TEST(Metadata, IsTakenAsTheProviderTellsIt) {
  const auto made = parse_metadata(told({{"token_endpoint_auth_methods_supported", {"private_key_jwt", "client_secret_post"}},
                                         {"authorization_response_iss_parameter_supported", true}}),
                                   issuer);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->token_endpoint, issuer + "/token");
  EXPECT_FALSE(made->by_basic);
  EXPECT_TRUE(made->tells_issuer);
  EXPECT_TRUE(parse_metadata(told(), issuer)->by_basic);
  EXPECT_EQ(discovery_url(issuer + "/"), issuer + "/.well-known/openid-configuration");
}

TEST(Metadata, OfAnotherIssuerIsRefused) {
  EXPECT_FALSE(parse_metadata(told({{"issuer", "https://evil.example"}}), issuer));
  EXPECT_FALSE(parse_metadata(told({{"issuer", issuer + "/"}}), issuer));
  for (const char* wrong : {"", "[]", "{}", "<html>"}) EXPECT_FALSE(parse_metadata(wrong, issuer)) << wrong;
}

TEST(Metadata, LeadsNowhereThatIsNotSafe) {
  for (const char* name : {"authorization_endpoint", "token_endpoint", "jwks_uri"})
    for (const char* wrong : {"http://id.example.org/x", "http://127.0.0.1/x", "file:///etc/passwd", "javascript:alert(1)", "/x", "",
                              "https://user:word@id.example.org/x"})
      EXPECT_FALSE(parse_metadata(told({{name, wrong}}), issuer)) << name << ' ' << wrong;
  EXPECT_FALSE(parse_metadata(told({{"token_endpoint_auth_methods_supported", {"tls_client_auth"}}}), issuer));
}

TEST(Addresses, AreSafeByTlsOrOnThisMachine) {
  EXPECT_TRUE(is_safe_url("https://id.example.org/a?b=c", false));
  for (const char* here : {"http://127.0.0.1:8080/x", "http://localhost/x", "http://[::1]:1/x"}) {
    EXPECT_TRUE(is_safe_url(here, true)) << here;
    EXPECT_FALSE(is_safe_url(here, false)) << here;
  }
  for (const char* wrong : {"http://127.0.0.1.evil.example/", "http://localhost.evil.example/", "http://10.0.0.1/", "https://",
                            "https:///x", "https://a/#b", "ftp://localhost/"})
    EXPECT_FALSE(is_safe_url(wrong, true)) << wrong;
}

}  // namespace
}  // namespace kevai::http::oidc
