#include "text/collate.hpp"

#include <unicode/coll.h>

#include <memory>

#include "base/result.hpp"

namespace kevai::text {
namespace {

std::unique_ptr<const icu::Collator> vietnamese() {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<const icu::Collator> collator(icu::Collator::createInstance(icu::Locale("vi"), error));
  if (U_FAILURE(error)) throw Broken(Error{Failure::internal, "internal", {}, u_errorName(error)});
  return collator;
}

}  // namespace

int collate(std::string_view one, std::string_view other) {
  static const auto collator = vietnamese();
  UErrorCode error = U_ZERO_ERROR;
  const auto order =
      collator->compareUTF8({one.data(), static_cast<int32_t>(one.size())}, {other.data(), static_cast<int32_t>(other.size())}, error);
  return order != UCOL_EQUAL ? order : one.compare(other);
}

}  // namespace kevai::text
