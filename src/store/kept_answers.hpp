#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "store/store.hpp"

namespace kevai::store {

/// What a create answered, kept so that the same asked again is answered the same and makes nothing.
struct KeptAnswer {
  std::string key;      ///< as the caller chose it
  std::string asked;    ///< SHA-256 of what was asked
  std::string answer;   ///< JSON
  std::int64_t at = 0;  ///< milliseconds since 1970
};

/// The answers that are kept, as a transaction sees and changes them.
class KeptAnswers {
 public:
  virtual ~KeptAnswers() = default;

  virtual std::optional<KeptAnswer> kept_answer(const std::string& key) = 0;
  virtual void add(const KeptAnswer& answer) = 0;
  virtual void forget_answers(std::int64_t before) = 0;  ///< those kept before that moment
};

}  // namespace kevai::store
