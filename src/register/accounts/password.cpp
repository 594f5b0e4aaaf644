#include "register/accounts/password.hpp"

#include <sodium.h>

#include <array>
#include <semaphore>
#include <set>

#include "register/accounts/secret.hpp"

namespace kevai::reg {
namespace {

constexpr std::size_t least_letters = 10;
constexpr std::size_t most_bytes = 256;

std::counting_semaphore<passwords_at_once>& places() {
  static std::counting_semaphore<passwords_at_once> all(passwords_at_once);
  return all;
}

/// Waits for a place, and gives it back.
struct Place {
  Place() { places().acquire(); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() { places().release(); }
};

std::size_t letters_of(const std::string& text) {
  std::size_t letters = 0;
  for (const char c : text) letters += (c & 0xC0) != 0x80;
  return letters;
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

}  // namespace

std::string password_hash(const std::string& password) {
  const Place place;
  if (sodium_init() < 0) throw Broken({Failure::internal, "internal", {}, "libsodium cannot start"});
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw Broken({Failure::unavailable, "server_busy", {}, "no memory to hash a password"});
  return hash.data();
}

bool is_password(const std::string& hash, const std::string& password) {
  static const std::string of_nobody = password_hash(new_secret());
  const std::string& against = hash.empty() ? of_nobody : hash;
  const Place place;
  const bool same = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  return same && !hash.empty();
}

Result<> check_new_password(const std::string& password, const std::string& login) {
  if (letters_of(password) < least_letters) return fail(Failure::invalid, "password_short", {{"least", std::to_string(least_letters)}});
  if (password.size() > most_bytes) return fail(Failure::invalid, "password_long", {{"most", std::to_string(most_bytes)}});
  const std::set<char> different(password.begin(), password.end());
  const std::string name = login.substr(0, login.find('@'));
  if (different.size() < 5 || (name.size() > 3 && lower(password).contains(name))) return fail(Failure::invalid, "password_plain");
  return {};
}

}  // namespace kevai::reg
