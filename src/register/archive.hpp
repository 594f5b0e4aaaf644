#pragma once

#include <boost/json/object.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/sha256.hpp"

struct zip;

/// Files of lines and bytes in a folder or a ZIP file, written and read piece by piece: however large a register is, little of
/// it is in memory.
namespace kevai::reg {

/// What was written of one entry.
struct Written {
  std::string name;  ///< its path in the archive
  std::int64_t lines = 0;
  std::int64_t bytes = 0;
  std::string sha256;
};

/// Written beside `target` first, and in its place only once it is whole.
class ArchiveWriter {
 public:
  /// A folder, or a ZIP file where the name ends in `.zip` or `as_zip`. Failures: `folder_not_made`; `file_not_written`;
  /// `conflict` `export_target_there` where `target` is there and is no file to be replaced.
  static Result<std::unique_ptr<ArchiveWriter>> make(const std::filesystem::path& target, bool as_zip);
  ~ArchiveWriter();

  void begin(const std::string& name);
  void line(const boost::json::object& object);
  void bytes(std::string_view bytes);
  /// Ends the entry. Failure: `file_not_written` with `file`, on a full disk as a rule.
  Result<Written> end();

  /// An entry that is all these bytes.
  Result<Written> whole(const std::string& name, std::string_view bytes);

  /// Puts the archive in its place. Failure: `file_not_written`.
  Result<> finish();

 private:
  ArchiveWriter(std::filesystem::path target, bool as_zip);
  std::unexpected<Error> not_written(std::string detail) const;
  Result<> pack();

  std::filesystem::path target_;
  std::filesystem::path folder_;  ///< where it is made
  bool as_zip_;
  std::vector<std::string> names_;
  std::ofstream stream_;
  Sha256 hash_;
  Written entry_;
};

/// A ZIP file that is read; nothing it says of itself is believed.
class ArchiveReader {
 public:
  /// Failures: `file_missing`, `backup_foreign` (no ZIP file), `backup_damaged`, each with `file`.
  static Result<ArchiveReader> open(const std::filesystem::path& file);

  /// Gives the entry piece by piece. Failure: `backup_damaged` with `file` and `part`.
  Result<> each_piece(const std::string& name, const std::function<void(std::string_view)>& take) const;
  /// The entry's lines, without their ends. Stops at the first failure of `take`.
  Result<> each_line(const std::string& name, const std::function<Result<>(std::string_view)>& take) const;
  /// At most `most` bytes of it: `backup_damaged` where it has more.
  Result<std::string> read(const std::string& name, std::size_t most) const;
  bool has(const std::string& name) const;

  std::unexpected<Error> damaged(const std::string& part, std::string detail = {}) const;

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  ArchiveReader(zip* archive, std::string file) : archive_(archive), file_(std::move(file)) {}

  std::unique_ptr<zip, Close> archive_;
  std::string file_;
};

}  // namespace kevai::reg
