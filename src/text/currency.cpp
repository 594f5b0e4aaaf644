#include "text/currency.hpp"

#include <unicode/ucurr.h>
#include <unicode/uenum.h>

#include <memory>
#include <set>
#include <string>

#include "base/result.hpp"

namespace kevai::text {
namespace {

std::set<std::string, std::less<>> currencies() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UEnumeration, decltype(&uenum_close)> codes(ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status),
                                                                    &uenum_close);
  std::set<std::string, std::less<>> all;
  while (const char* code = uenum_next(codes.get(), nullptr, &status)) all.insert(code);
  if (U_FAILURE(status)) throw Broken(Error{Failure::internal, "number_format", {}, u_errorName(status)});
  return all;
}

}  // namespace

bool is_currency(std::string_view code) {
  static const auto all = currencies();
  return all.contains(code);
}

}  // namespace kevai::text
