#pragma once

#include "register/accounts/invitation.hpp"
#include "register/accounts/keeping.hpp"
#include "register/accounts/reach.hpp"
#include "register/edit.hpp"
#include "register/ingest.hpp"
#include "store/store_case.hpp"

namespace kevai::reg {

/// A register with the reference organisations, of either database, and a clock the test turns.
class AccountsCase : public store::Contract {
 protected:
  static constexpr const char* password = "ba con voi di qua";

  void SetUp() override {
    Contract::SetUp();
    store_ = opened();
    ASSERT_TRUE(load_reference(*store_));
  }

  store::Store& store() { return *store_; }
  Arrival arrival(const std::string& address = "203.0.113.7") const { return {address, "public", "Firefox", now}; }

  template <class Work>
  auto write(Work&& work) {
    return reg::write(*store_, std::forward<Work>(work));
  }
  template <class Work>
  auto read(Work&& work) {
    decltype(work(std::declval<store::Reader&>())) outcome{};
    store_->read([&](store::Reader& reader) { outcome = work(reader); });
    return outcome;
  }

  static model::Grant grant(model::Role role, const std::string& organisation) { return {.role = role, .organisation = {{organisation}}}; }

  /// Invites somebody of that organisation, with a role over it, in the actor's name.
  Result<Invited> invited(const std::string& login, const std::string& organisation, model::Role role = model::Role::officer,
                          const model::Actor& actor = {.name = "keeper"}) {
    const AccountWish wish{.login = login, .name = login, .organisation = {{organisation}}, .grants = {grant(role, organisation)}};
    return write([&](store::Writer& writer) { return invite(writer, actor, wish, now); });
  }

  /// The same, with a password set.
  Id account(const std::string& login, const std::string& organisation, model::Role role = model::Role::officer) {
    const auto made = invited(login, organisation, role);
    EXPECT_TRUE(made) << made.error().code;
    EXPECT_TRUE(take_link(store(), made->secret, {.password = password}, arrival()));
    return made->account.id;
  }

  model::Actor actor(const Id& account) {
    return read([&](store::Reader& reader) { return actor_of(reader, account, today); }).value();
  }

  /// The code of the failure, or empty.
  std::string signing_in(const std::string& login, const std::string& with, const std::string& code = {},
                         const std::string& address = "203.0.113.7") {
    const auto done = sign_in(store(), {login, with, code}, arrival(address), {});
    return done ? "" : done.error().code;
  }

  std::int64_t now = 1'795'000'000'000;
  std::string today = "2026-11-21";

 private:
  std::unique_ptr<store::Store> store_;
};

template <class T>
std::string code_of(const Result<T>& result) {
  return result ? "" : result.error().code;
}

}  // namespace kevai::reg
