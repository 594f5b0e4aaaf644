#include "http/oidc/id_token.hpp"

#include <cjose/cjose.h>
#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <memory>

namespace kevai::http::oidc {
namespace {

namespace json = boost::json;

constexpr std::int64_t now = 1'795'000'000;
const Expected expected{"https://id.example.org", "kevai", "the-nonce", now};

/// A key of a provider, both halves.
class Pair {
 public:
  Pair(cjose_jwk_t* made, const std::string& kid) : jwk_(made) { cjose_jwk_set_kid(jwk_, kid.data(), kid.size(), nullptr); }
  ~Pair() { cjose_jwk_release(jwk_); }
  Pair(const Pair&) = delete;

  static Pair rsa(const std::string& kid = "one", std::size_t bits = 2048) {
    constexpr std::uint8_t exponent[] = {1, 0, 1};
    return {cjose_jwk_create_RSA_random(bits, exponent, sizeof exponent, nullptr), kid};
  }
  static Pair ec(const std::string& kid = "curve", cjose_jwk_ec_curve curve = CJOSE_JWK_EC_P_256) {
    return {cjose_jwk_create_EC_random(curve, nullptr), kid};
  }

  /// Its public half, as a JWK Set lists it.
  json::object open() const {
    const std::unique_ptr<char, decltype(&std::free)> text(cjose_jwk_to_json(jwk_, false, nullptr), &std::free);
    return json::parse(text.get()).as_object();
  }
  std::string sign(const json::object& header, const std::string& claims) const {
    cjose_header_t* protect = cjose_header_new(nullptr);
    for (const auto& [name, value] : header) {
      const std::string key = name;
      if (value.is_string())
        cjose_header_set(protect, key.c_str(), value.get_string().c_str(), nullptr);
      else
        cjose_header_set_raw(protect, key.c_str(), json::serialize(value).c_str(), nullptr);
    }
    cjose_jws_t* jws = cjose_jws_sign(jwk_, protect, reinterpret_cast<const std::uint8_t*>(claims.data()), claims.size(), nullptr);
    const char* text = nullptr;
    cjose_jws_export(jws, &text, nullptr);
    std::string token = text;
    cjose_jws_release(jws);
    cjose_header_release(protect);
    return token;
  }

 private:
  cjose_jwk_t* jwk_;
};

const Pair& signing() {
  static const Pair pair = Pair::rsa();
  return pair;
}

std::string set_of(std::initializer_list<json::object> keys) {
  return json::serialize(json::object{{"keys", json::array(keys.begin(), keys.end())}});
}

json::object good() {
  return {{"iss", expected.issuer}, {"sub", "f3b1"}, {"aud", "kevai"}, {"nonce", "the-nonce"}, {"iat", now - 1}, {"exp", now + 300}};
}

std::string detail_of(const Error& error) {
  EXPECT_EQ(error.code, "oidc_answer_wrong");
  EXPECT_FALSE(error.detail.empty());
  return error.detail;
}

/// What is said of a token: empty where it is believed.
std::string said_of(const std::string& token, const std::string& keys) {
  const auto by = signed_by(token);
  if (!by) return detail_of(by.error());
  const auto known = parse_keys(keys);
  const Key* key = known ? find_key(*known, *by) : nullptr;
  if (!key) return "no key";
  const auto done = verified(token, *key, expected);
  return done ? "" : detail_of(done.error());
}

std::string said_of(json::object claims, const json::object& changes) {
  for (const auto& [name, value] : changes) {
    if (value.is_null())
      claims.erase(name);
    else
      claims[name] = value;
  }
  return said_of(signing().sign({{"alg", "RS256"}, {"kid", "one"}}, json::serialize(claims)), set_of({signing().open()}));
}

std::string encoded(std::string_view text) {
  std::string out;
  char* letters = nullptr;
  std::size_t size = 0;
  cjose_base64url_encode(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), &letters, &size, nullptr);
  out.assign(letters, size);
  std::free(letters);
  return out;
}

TEST(IdToken, IsBelievedWithTheSignatureAndTheClaimsItMustHave) {
  auto claims = good();
  claims["email"] = "lan@example.vn";
  claims["email_verified"] = true;
  const auto token = signing().sign({{"alg", "RS256"}, {"kid", "one"}}, json::serialize(claims));
  const auto keys = parse_keys(set_of({signing().open()}));
  const auto done = verified(token, *find_key(*keys, *signed_by(token)), expected);
  ASSERT_TRUE(done) << done.error().detail;
  EXPECT_EQ(done->subject, "f3b1");
  EXPECT_EQ(done->email, "lan@example.vn");
  EXPECT_TRUE(done->email_verified);
  const auto curve = Pair::ec();
  EXPECT_EQ(said_of(curve.sign({{"alg", "ES256"}, {"kid", "curve"}}, json::serialize(good())), set_of({signing().open(), curve.open()})),
            "");
}

TEST(IdToken, IsRefusedWhereAClaimIsWrongOrMissing) {
  const json::value none;
  EXPECT_EQ(said_of(good(), {}), "");
  for (const json::object& changes : std::initializer_list<json::object>{{{"iss", "https://evil.example"}},
                                                                         {{"iss", none}},
                                                                         {{"iss", "https://id.example.org/"}},
                                                                         {{"aud", "another"}},
                                                                         {{"aud", json::array{"another"}}},
                                                                         {{"aud", none}},
                                                                         {{"aud", json::array{}}},
                                                                         {{"aud", 1}},
                                                                         {{"aud", json::array{"kevai", "another"}}},
                                                                         {{"azp", "another"}},
                                                                         {{"aud", json::array{"kevai", "another"}}, {"azp", "another"}},
                                                                         {{"nonce", "another"}},
                                                                         {{"nonce", none}},
                                                                         {{"nonce", json::array{"the-nonce"}}},
                                                                         {{"exp", now - 60}},
                                                                         {{"exp", none}},
                                                                         {{"exp", "later"}},
                                                                         {{"exp", -1}},
                                                                         {{"exp", 1e300}},
                                                                         {{"iat", now + 61}},
                                                                         {{"iat", none}},
                                                                         {{"iat", now - 700}},
                                                                         {{"nbf", now + 61}},
                                                                         {{"nbf", "soon"}},
                                                                         {{"sub", none}},
                                                                         {{"sub", ""}},
                                                                         {{"sub", 7}},
                                                                         {{"sub", std::string(256, 'a')}},
                                                                         {{"sub", std::string("a\0b", 3)}}})
    EXPECT_NE(said_of(good(), changes), "") << json::serialize(changes);
}

TEST(IdToken, MayBeOfClocksThatDifferAndNameItsPartyAmongSeveral) {
  EXPECT_EQ(said_of(good(), {{"exp", now - 59}, {"iat", now + 59}}), "");
  EXPECT_EQ(said_of(good(), {{"aud", json::array{"kevai", "another"}}, {"azp", "kevai"}}), "");
  EXPECT_EQ(said_of(good(), {{"exp", now + 0.5}}), "");
}

TEST(IdToken, IsRefusedWithoutTheSignatureOfAKeyOfTheProvider) {
  const auto claims = json::serialize(good());
  const auto keys = set_of({signing().open()});
  const auto token = signing().sign({{"alg", "RS256"}, {"kid", "one"}}, claims);
  EXPECT_EQ(said_of(token, keys), "");
  const auto other = Pair::rsa();
  EXPECT_NE(said_of(other.sign({{"alg", "RS256"}, {"kid", "one"}}, claims), keys), "");
  auto forged = good();
  forged["sub"] = "another";
  const auto first = token.find('.'), second = token.rfind('.');
  EXPECT_NE(said_of(token.substr(0, first + 1) + encoded(json::serialize(forged)) + token.substr(second), keys), "");
  EXPECT_NE(said_of(token.substr(0, second + 1), keys), "");
  EXPECT_NE(said_of(token.substr(0, second), keys), "");
}

TEST(IdToken, IsRefusedWhereItsHeaderChoosesHowItIsVerified) {
  const auto claims = json::serialize(good());
  const auto keys = set_of({signing().open()});
  for (const char* alg : {"none", "None", "HS256", "RS384", "PS256", ""}) {
    const auto head = encoded(json::serialize(json::object{{"alg", alg}, {"kid", "one"}}));
    EXPECT_NE(said_of(head + "." + encoded(claims) + ".", keys), "") << alg;
    EXPECT_NE(said_of(head + "." + encoded(claims) + ".c2ln", keys), "") << alg;
  }
  // The public key as the secret of a MAC.
  const auto open = json::serialize(signing().open());
  cjose_jwk_t* oct = cjose_jwk_create_oct_spec(reinterpret_cast<const std::uint8_t*>(open.data()), open.size(), nullptr);
  EXPECT_NE(said_of(Pair(oct, "one").sign({{"alg", "HS256"}, {"kid", "one"}}, claims), keys), "");
  // A key the token brings itself.
  const auto own = Pair::rsa("own");
  EXPECT_NE(said_of(own.sign({{"alg", "RS256"}, {"kid", "one"}, {"jwk", own.open()}}, claims), keys), "");
  EXPECT_NE(said_of(signing().sign({{"alg", "RS256"}, {"kid", "one"}, {"crit", json::array{"b64"}}}, claims), keys), "");
}

TEST(IdToken, IsVerifiedByTheKeyItNamesOrTheOnlyOneThereIs) {
  const auto other = Pair::rsa("two");
  const auto claims = json::serialize(good());
  const auto both = set_of({other.open(), signing().open()});
  EXPECT_EQ(said_of(signing().sign({{"alg", "RS256"}, {"kid", "one"}}, claims), both), "");
  EXPECT_EQ(said_of(signing().sign({{"alg", "RS256"}}, claims), both), "no key");
  EXPECT_EQ(said_of(signing().sign({{"alg", "RS256"}}, claims), set_of({signing().open()})), "");
  EXPECT_EQ(said_of(signing().sign({{"alg", "RS256"}, {"kid", "three"}}, claims), both), "no key");
  EXPECT_NE(said_of(signing().sign({{"alg", "RS256"}, {"kid", "two"}}, claims), both), "");
}

TEST(IdToken, IsRefusedWhereItIsNotWrittenAsTokensAre) {
  const auto keys = set_of({signing().open()});
  const auto token = signing().sign({{"alg", "RS256"}, {"kid", "one"}}, json::serialize(good()));
  for (const std::size_t at : {std::size_t{8}, token.find('.') + 2, token.rfind('.') + 3})
    for (const char odd : {'=', ' ', '!', '+', '/', '\n', '\0', '\x80', '.'}) {
      auto written = token;
      written[at] = odd;
      EXPECT_NE(said_of(written, keys), "") << at << odd;
    }
}

TEST(Keys, OfOddLettersAreLeftOut) {
  const auto curve = Pair::ec();
  for (const char* name : {"n", "e", "x", "y"})
    for (const char odd : {'=', ' ', '!', '+', '\n', '\x7f'}) {
      auto jwk = (name[0] == 'n' || name[0] == 'e' ? signing() : curve).open();
      auto& text = jwk[name].as_string();
      text[1] = odd;
      EXPECT_TRUE(parse_keys(set_of({jwk}))->empty()) << name << odd;
    }
}

TEST(Keys, AreTakenOnlyWhereTheyAreStrongAndToSignWith) {
  const auto strong = signing().open();
  auto encrypting = strong, other_way = strong;
  encrypting["use"] = "enc";
  other_way["alg"] = "RS512";
  auto huge = strong;
  huge["n"] = std::string(5000, 'A');
  const auto keys = parse_keys(set_of({Pair::rsa("weak", 1024).open(),
                                       Pair::ec("other", CJOSE_JWK_EC_P_384).open(),
                                       encrypting,
                                       other_way,
                                       huge,
                                       {{"kty", "oct"}, {"k", "c2VjcmV0"}},
                                       {},
                                       strong}));
  ASSERT_TRUE(keys);
  ASSERT_EQ(keys->size(), 1u);
  EXPECT_EQ(keys->front().kid, "one");
  for (const char* wrong : {"", "[]", "{}", R"({"keys": 1})", "<html>"}) EXPECT_FALSE(parse_keys(wrong)) << wrong;
}

}  // namespace
}  // namespace kevai::http::oidc
