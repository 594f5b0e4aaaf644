#include "register/accounts/second_factor.hpp"

#include "base/sha256.hpp"
#include "register/accounts/one_time_code.hpp"
#include "register/accounts/secret.hpp"

namespace kevai::reg {
namespace {

constexpr int recovery_codes = 10;
constexpr std::size_t factor_bytes = 20;
constexpr std::size_t recovery_bytes = 10;  // 16 letters

/// Without what people write between the letters, in capitals; a 0 or 1 never stands in one.
std::string plain(const std::string& code) {
  std::string text;
  for (const char c : code) {
    if (c == ' ' || c == '-') continue;
    text += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return text;
}

std::vector<std::string> draw(store::Accounts& accounts, const Id& account) {
  std::vector<std::string> told, kept;
  for (int i = 0; i < recovery_codes; ++i) {
    const std::string code = random_base32(recovery_bytes);
    kept.push_back(sha256(code));
    told.push_back(code.substr(0, 4) + "-" + code.substr(4, 4) + "-" + code.substr(8, 4) + "-" + code.substr(12));
  }
  accounts.set_recovery_codes(account, kept);
  return told;
}

}  // namespace

Result<NewFactor> begin_factor(store::Accounts& accounts, const Id& id) {
  auto account = accounts.find(id);
  if (account->factor_on) return fail(Failure::conflict, "second_factor_on");
  account->factor_secret = random_base32(factor_bytes);
  account->factor_step = 0;
  accounts.put(*account);
  return NewFactor{account->factor_secret, otpauth_uri(account->factor_secret, account->login)};
}

Result<ConfirmedFactor> confirm_factor(store::Accounts& accounts, const Id& id, const std::string& code, const Arrival& arrival) {
  auto account = accounts.find(id);
  if (account->factor_on) return fail(Failure::conflict, "second_factor_on");
  if (account->factor_secret.empty()) return fail(Failure::conflict, "second_factor_not_begun");
  const auto step = step_of_code(account->factor_secret, plain(code), arrival.now, 0);
  if (!step) return fail(Failure::invalid, "second_factor_wrong");
  account->factor_on = true;
  account->factor_step = *step;
  accounts.put(*account);
  accounts.add(model::AccountDeed{
      .id = new_id(), .account = id, .deed = "second_factor", .by_account = id, .by_name = account->name, .at = arrival.now});
  auto codes = draw(accounts, id);
  return ConfirmedFactor{std::move(codes), renew_session(accounts, id, arrival)};
}

void drop_factor(store::Accounts& accounts, const Id& id) {
  auto account = accounts.find(id);
  account->factor_on = false;
  account->factor_secret.clear();
  account->factor_step = 0;
  accounts.put(*account);
  accounts.set_recovery_codes(id, {});
}

Result<std::vector<std::string>> new_recovery_codes(store::Accounts& accounts, const Id& account) {
  if (!accounts.find(account)->factor_on) return fail(Failure::conflict, "second_factor_off");
  return draw(accounts, account);
}

bool take_factor(store::Accounts& accounts, model::Account& account, const std::string& code, std::int64_t now) {
  const std::string written = plain(code);
  if (const auto step = step_of_code(account.factor_secret, written, now, account.factor_step)) {
    account.factor_step = *step;
    accounts.put(account);
    return true;
  }
  return accounts.use_recovery_code(account.id, sha256(written));
}

}  // namespace kevai::reg
