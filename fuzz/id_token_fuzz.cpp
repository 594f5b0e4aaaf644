#include "fuzzed.hpp"
#include "http/oidc/id_token.hpp"
#include "http/oidc/metadata.hpp"
#include "http/oidc/outgoing.hpp"

using namespace kevai;
using namespace kevai::http::oidc;

namespace {

const std::string issuer = "https://id.example.org";

/// A key whose other half nobody has: no token is signed by it.
const Key key{
    "one", "ES256",
    R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})"};

}  // namespace

/// What a provider tells of itself is taken only where it leads to safe addresses; keys are only of the sorts
/// that are believed, and stand any token; no token is believed that nobody signed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::text_of(data, size));
  if (const auto metadata = parse_metadata(text, issuer))
    for (const auto* url : {&metadata->authorization_endpoint, &metadata->token_endpoint, &metadata->jwks_uri})
      fuzz::expect(is_safe_url(*url, false));
  const Expected expected{issuer, "kevai", "nonce", 1'795'000'000};
  if (const auto keys = parse_keys(text))
    for (const auto& one : *keys) {
      fuzz::expect(one.alg == "RS256" || one.alg == "ES256");
      fuzz::expect(!verified("eyJhbGciOiJSUzI1NiJ9.e30.c2ln", one, expected) && !verified("eyJhbGciOiJFUzI1NiJ9.e30.c2ln", one, expected));
    }
  if (signed_by(text)) fuzz::expect(!verified(text, key, expected));
  return 0;
}
