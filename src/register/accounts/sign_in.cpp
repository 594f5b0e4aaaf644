#include "register/accounts/sign_in.hpp"

#include "register/accounts/password.hpp"
#include "register/accounts/second_factor.hpp"
#include "register/accounts/throttle.hpp"
#include "register/edit.hpp"

namespace kevai::reg {
namespace {

using Found = std::optional<model::Account>;

/// The try is counted before it is judged, so that many at once are slowed as well; success takes it back.
Result<Found> begin_try(store::Store& store, const std::string& login, const Arrival& arrival) {
  return write(store, [&](store::Writer& writer) -> Result<Found> {
    auto& accounts = writer.accounts();
    for (const auto& slowed : {slowed_login(login), slowed_address(arrival.address)})
      if (const auto checked = check_delay(accounts, slowed, arrival.now); !checked) return std::unexpected(checked.error());
    count_failure(accounts, slowed_login(login), arrival.now);
    auto account = accounts.find_login(login);
    if (account && account->disabled) account.reset();
    return account;
  });
}

Result<SignedIn> refuse(store::Store& store, const Arrival& arrival, const char* code) {
  const auto counted = store.write([&](store::Writer& writer) -> Result<> {
    count_failure(writer.accounts(), slowed_address(arrival.address), arrival.now);
    return {};
  });
  if (!counted) return std::unexpected(counted.error());
  return fail(Failure::unknown_caller, code);
}

/// Is it the account's password, and does `more` hold of the account too? Only then the try is forgotten.
template <class More>
Result<> confirm(store::Store& store, const Id& id, const std::string& password, const Arrival& arrival, More&& more) {
  std::string login;
  store.read([&](store::Reader& reader) {
    if (const auto account = reader.accounts().find(id)) login = account->login;
  });
  const auto found = begin_try(store, login, arrival);
  if (!found) return std::unexpected(found.error());
  if (!is_password(*found ? (*found)->password : std::string(), password)) return fail(Failure::forbidden, "password_wrong");
  return store.write([&](store::Writer& writer) -> Result<> {
    auto account = writer.accounts().find(id);
    if (const auto holds = more(writer.accounts(), *account); !holds) return holds;
    writer.accounts().remove_delay(slowed_login(login).name);
    return {};
  });
}

}  // namespace

std::string login_of(const std::string& written) {
  const auto first = written.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  std::string login = written.substr(first, written.find_last_not_of(" \t\r\n") - first + 1);
  for (char& c : login)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return login;
}

Result<SignedIn> sign_in(store::Store& store, const Credentials& credentials, const Arrival& arrival, const std::string& old_secret) {
  const std::string login = login_of(credentials.login);
  const auto found = begin_try(store, login, arrival);
  if (!found) return std::unexpected(found.error());
  if (!is_password(*found ? (*found)->password : std::string(), credentials.password)) return refuse(store, arrival, "sign_in_wrong");
  if ((*found)->factor_on && credentials.code.empty()) return fail(Failure::unknown_caller, "second_factor_needed");
  const auto done = write(store, [&](store::Writer& writer) -> Result<SignedIn> {
    auto& accounts = writer.accounts();
    auto account = accounts.find((*found)->id);
    if (account->disabled || account->password != (*found)->password) return fail(Failure::unknown_caller, "sign_in_wrong");
    if (account->factor_on && !take_factor(accounts, *account, credentials.code, arrival.now))
      return fail(Failure::unknown_caller, "second_factor_wrong");
    accounts.remove_delay(slowed_login(login).name);
    if (!old_secret.empty())
      if (const auto old = shown_session(writer, old_secret, arrival.now)) accounts.remove_session(old->by);
    return SignedIn{*account, begin_session(accounts, account->id, arrival)};
  });
  if (!done && done.error().code == "second_factor_wrong") return refuse(store, arrival, "second_factor_wrong");
  return done;
}

Result<> confirm_password(store::Store& store, const Id& id, const std::string& password, const Arrival& arrival) {
  return confirm(store, id, password, arrival, [](store::Accounts&, model::Account&) -> Result<> { return {}; });
}

Result<> confirm_owner(store::Store& store, const Id& id, const std::string& password, const std::string& code, const Arrival& arrival) {
  return confirm(store, id, password, arrival, [&](store::Accounts& accounts, model::Account& account) -> Result<> {
    if (!account.factor_on) return {};
    if (code.empty()) return fail(Failure::forbidden, "second_factor_needed");
    if (!take_factor(accounts, account, code, arrival.now)) return fail(Failure::forbidden, "second_factor_wrong");
    return {};
  });
}

Result<NewSession> change_password(store::Store& store, const Id& id, const std::string& old_password, const std::string& new_password,
                                   const Arrival& arrival) {
  std::string login;
  store.read([&](store::Reader& reader) {
    if (const auto account = reader.accounts().find(id)) login = account->login;
  });
  if (const auto checked = check_new_password(new_password, login); !checked) return std::unexpected(checked.error());
  if (const auto confirmed = confirm_password(store, id, old_password, arrival); !confirmed) return std::unexpected(confirmed.error());
  const std::string hash = password_hash(new_password);
  return write(store, [&](store::Writer& writer) -> Result<NewSession> {
    auto account = writer.accounts().find(id);
    account->password = hash;
    writer.accounts().put(*account);
    writer.accounts().add(model::AccountDeed{
        .id = new_id(), .account = id, .deed = "password", .by_account = id, .by_name = account->name, .at = arrival.now});
    return renew_session(writer.accounts(), id, arrival);
  });
}

}  // namespace kevai::reg
