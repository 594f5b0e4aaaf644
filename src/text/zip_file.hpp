#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

struct zip;

namespace kevai::text {

/// A ZIP archive in memory, read with bounds: what it unpacks to may be a thousand times what it packs.
class ZipFile {
 public:
  /// Failure: `document_broken`. `bytes` must outlive it.
  static Result<ZipFile> open(std::string_view bytes);

  bool has(const std::string& name) const;
  /// The bytes of an entry. Failures: `document_broken`, `document_unpacks_too_large` (beyond `max_unpacked`, or far more
  /// than any text packs), `document_encrypted`.
  Result<std::string> read(const std::string& name) const;

  static constexpr std::size_t max_unpacked = 64 * 1024 * 1024;
  static constexpr std::size_t max_ratio = 250;  ///< of an entry of more than a megabyte; XML packs to a tenth

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  explicit ZipFile(zip* archive) : archive_(archive) {}
  std::unique_ptr<zip, Close> archive_;
};

}  // namespace kevai::text
