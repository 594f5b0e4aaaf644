#include "text/compose.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include "base/result.hpp"

namespace kevai::text {

std::string composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  if (U_SUCCESS(status)) {
    nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, status);
  }
  if (U_FAILURE(status)) throw Broken({Failure::internal, "internal", {}, "ICU cannot normalise"});
  return out;
}

}  // namespace kevai::text
