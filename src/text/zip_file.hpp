#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

struct zip;
struct zip_file;

namespace kevai::text {

/// An entry that is read piece by piece. Its archive must outlive it.
class ZipEntry {
 public:
  /// Fills `into` as far as it goes; 0 at the end, and where failure() then says why.
  std::size_t read(char* into, std::size_t size);
  const std::optional<Error>& failure() const { return failure_; }

 private:
  friend class ZipFile;
  struct Close {
    void operator()(zip_file* entry) const;
  };
  ZipEntry(zip_file* entry, std::size_t limit) : entry_(entry), limit_(limit) {}
  std::unique_ptr<zip_file, Close> entry_;
  std::size_t limit_;
  std::size_t taken_ = 0;
  std::optional<Error> failure_;
};

/// A ZIP archive in memory, read with bounds: what it unpacks to may be a thousand times what it packs.
class ZipFile {
 public:
  /// Failure: `document_broken`. `bytes` must outlive it.
  static Result<ZipFile> open(std::string_view bytes);

  bool has(const std::string& name) const;
  /// The bytes of an entry. Failures: `document_broken`, `document_unpacks_too_large` (beyond `max_unpacked`, or far more
  /// than any text packs), `document_encrypted`.
  Result<std::string> read(const std::string& name) const;

  /// The same piece by piece; it may unpack to `limit` bytes.
  Result<ZipEntry> entry(const std::string& name, std::size_t limit) const;

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
