#include "cli/login.hpp"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

namespace kevai::cli {

std::string login_name(const World& world) {
  if (const passwd* account = ::getpwuid(::getuid())) return account->pw_name;
  // A container may run under a number that has no account.
  return world.environment("USER").value_or(fmt::format("uid {}", ::getuid()));
}

}  // namespace kevai::cli
