#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kevai::text {

/// A text with its Lao spelled as dictionaries have it: ໍາ as ຳ, ຫນ as ໜ, ຫມ as ໝ. ICU's word breaking knows no others.
class LaoSpelling {
 public:
  explicit LaoSpelling(std::string_view text);

  const std::string& text() const { return text_; }
  /// Where a byte of it stands in the text it was made from.
  std::size_t origin(std::size_t at) const;

 private:
  std::string text_;
  std::vector<std::pair<std::size_t, std::size_t>> pieces_;  ///< where each copied piece begins: here, and there
};

}  // namespace kevai::text
