#pragma once

#include <expected>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace kevai {

/// What sort of failure this is; it decides an exit status or an HTTP status, never the wording.
enum class Failure {
  invalid,         ///< the input breaks a rule; the caller can mend it
  not_found,       ///< no such record, document or file
  conflict,        ///< it clashes with what the register already holds
  unsupported,     ///< a form we recognise and refuse by name
  unavailable,     ///< the database is locked, newer than the program or out of reach
  stale,           ///< it was changed since the caller read it
  unknown_caller,  ///< who asks has not said who they are, or not rightly
  forbidden,       ///< who asks may see it, but not do this
  throttled,       ///< asked too often; later again
  internal,        ///< our own mistake
};

/// An expected failure. `code` names a text in data/words (`error.<code>`), filled with `args`
/// by name; users read that text in their language. `detail` is for the log only.
struct Error {
  Failure failure = Failure::internal;
  std::string code;
  std::vector<std::pair<std::string, std::string>> args;
  std::string detail;
  std::vector<Error> parts{};  ///< the single faults of one input, where there may be several; each names its `field`
};

/// The value, or why there is none. g++ 12 has no and_then: test, then `return std::unexpected(r.error())`.
template <class T = void>
using Result = std::expected<T, Error>;

/// `return fail(Failure::invalid, "file_empty", {{"file", name}});`
inline std::unexpected<Error> fail(Failure failure, std::string code, std::vector<std::pair<std::string, std::string>> args = {},
                                   std::string detail = {}) {
  return std::unexpected(Error{failure, std::move(code), std::move(args), std::move(detail)});
}

/// Thrown where going on is pointless (the database went away, the disk is full, a bug): caught
/// once per request and once in main, and told like any other error.
class Broken : public std::runtime_error {
 public:
  explicit Broken(Error error) : std::runtime_error(error.code + ": " + error.detail), error_(std::move(error)) {}
  const Error& error() const { return error_; }

 private:
  Error error_;
};

}  // namespace kevai
