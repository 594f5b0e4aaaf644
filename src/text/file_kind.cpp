#include "text/file_kind.hpp"

#include <array>

namespace kevai::text {
namespace {

using namespace std::string_view_literals;

struct Mark {
  std::size_t at;
  std::string_view bytes;
  std::string_view kind;
};

constexpr std::array marks{
    Mark{0, "%PDF-"sv, "PDF"},
    Mark{0, "{\\rtf"sv, "RTF"},
    Mark{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "DOC/XLS"},
    Mark{0, "\x89PNG\r\n\x1A\n"sv, "PNG"},
    Mark{0, "\xFF\xD8\xFF"sv, "JPEG"},
    Mark{0, "GIF87a"sv, "GIF"},
    Mark{0, "GIF89a"sv, "GIF"},
    Mark{8, "WEBP"sv, "WEBP"},
    Mark{8, "WAVE"sv, "WAV"},
    Mark{4, "ftyp"sv, "MP4/HEIC"},
    Mark{0, "II*\0"sv, "TIFF"},
    Mark{0, "MM\0*"sv, "TIFF"},
    Mark{0, "ID3\x03"sv, "MP3"},
    Mark{0, "ID3\x04"sv, "MP3"},
    Mark{0,
         "\x7F"
         "ELF"sv,
         "ELF"},
    Mark{0, "MZ\x90\0"sv, "EXE"},
    Mark{0, "\x1F\x8B\x08"sv, "GZIP"},
    Mark{0, "7z\xBC\xAF\x27\x1C"sv, "7Z"},
    Mark{0, "Rar!\x1A\x07"sv, "RAR"},
    Mark{0, "SQLite format 3\0"sv, "SQLite"},
};

/// A ZIP file by what it holds: the names stand in plain bytes at the head of each entry.
std::string_view zip_kind(std::string_view bytes) {
  if (bytes.find("word/"sv) != bytes.npos) return "DOCX";
  if (bytes.find("xl/"sv) != bytes.npos) return "XLSX";
  if (bytes.find("ppt/"sv) != bytes.npos) return "PPTX";
  const std::string_view head = bytes.substr(0, 200);
  if (head.find("opendocument.text"sv) != head.npos) return "ODT";
  if (head.find("opendocument.spreadsheet"sv) != head.npos) return "ODS";
  if (head.find("epub+zip"sv) != head.npos) return "EPUB";
  return "ZIP";
}

}  // namespace

std::optional<std::string_view> file_kind(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) return zip_kind(bytes);
  for (const Mark& mark : marks) {
    if (bytes.size() >= mark.at && bytes.substr(mark.at).starts_with(mark.bytes)) return mark.kind;
  }
  return std::nullopt;
}

}  // namespace kevai::text
