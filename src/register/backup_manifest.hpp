#pragma once

#include <optional>
#include <string>
#include <vector>

#include "register/backup.hpp"

/// What a backup says of itself.
namespace kevai::reg {

/// One file of it.
struct Part {
  std::string table;  ///< empty: the contents of an attachment
  std::string file;
  std::int64_t lines = 0;
  std::int64_t bytes = 0;
  std::string sha256;
};

struct Manifest {
  int schema = 0;  ///< the last migration the register had had
  std::string made_at{};
  std::vector<Part> parts{};
};

inline constexpr const char* manifest_file = "manifest.json";
inline constexpr int backup_format = 1;

std::string content_file(const std::string& sha256);
std::string to_text(const Manifest& manifest);
/// Nothing where it is none; one with a `schema` of -1 where it is of a later format.
std::optional<Manifest> manifest_of(const std::string& text);
Backup counted(const Manifest& manifest);

}  // namespace kevai::reg
