#include "text/decode.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "text/docx.hpp"
#include "text/file_kind.hpp"
#include "text/html.hpp"
#include "text/legacy_encodings.hpp"
#include "text/pdf.hpp"
#include "text/syllables.hpp"

namespace kevai::text {
namespace {

using namespace std::string_view_literals;

/// A legacy encoding is believed from three syllables on, when at most every fifth marked word is
/// none (a name, a foreign word).
constexpr int enough_syllables = 3;
constexpr double enough_share = 0.8;
/// This much of a text tells its encoding.
constexpr std::size_t judged_bytes = 256 * 1024;

struct Utf8Check {
  std::optional<std::size_t> first_bad;
  std::size_t bad = 0;         ///< bytes that belong to no character
  std::size_t multi_byte = 0;  ///< characters of two bytes and more
};

Utf8Check check_utf8(std::string_view bytes) {
  Utf8Check check;
  const auto size = static_cast<int32_t>(bytes.size());
  for (int32_t at = 0; at < size;) {
    const int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes.data(), at, size, c);
    if (c < 0) {
      if (!check.first_bad) check.first_bad = static_cast<std::size_t>(begin);
      ++check.bad;
    } else if (c >= 0x80) {
      ++check.multi_byte;
    }
  }
  return check;
}

struct ControlCount {
  std::size_t nul = 0;
  std::size_t other = 0;
};

ControlCount count_controls(std::string_view bytes) {
  ControlCount count;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte == 0) {
      ++count.nul;
    } else if ((byte < 0x20 && !(byte >= '\t' && byte <= '\r')) || byte == 0x7F) {
      ++count.other;
    }
  }
  return count;
}

std::string mark_of(std::size_t offset) {
  return std::to_string(offset);
}

/// Letters of our three languages, figures, punctuation and white space.
bool is_ours(unsigned unit) {
  return (unit >= 0x20 && unit < 0x7F) || (unit >= 0xA0 && unit < 0x250) || (unit >= 0x300 && unit < 0x370) ||
         (unit >= 0xE80 && unit < 0xF00) || (unit >= 0x1E00 && unit < 0x1F00) || (unit >= 0x2010 && unit < 0x2040) || unit == '\n' ||
         unit == '\r' || unit == '\t';
}

/// Whether text without a byte order mark is UTF-16, and then whether the low byte comes first: no text in bytes has
/// NULs, and of the two ways to read pairs only one gives letters.
std::optional<bool> utf16_without_mark(std::string_view bytes) {
  if (bytes.size() < 4 || bytes.size() % 2 != 0 || bytes.find('\0') == bytes.npos) return std::nullopt;
  const std::size_t judged = std::min(bytes.size(), judged_bytes);
  std::size_t little = 0, big = 0;
  for (std::size_t i = 0; i + 1 < judged; i += 2) {
    const auto first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
    little += is_ours(static_cast<unsigned>(first | second << 8));
    big += is_ours(static_cast<unsigned>(first << 8 | second));
  }
  if (std::max(little, big) * 100 < judged / 2 * 95 || little == big) return std::nullopt;
  return little > big;
}

/// What the control bytes say: an error where this can be no text.
std::optional<Error> refuse_controls(std::string_view bytes) {
  const ControlCount count = count_controls(bytes);
  const std::size_t size = bytes.size();
  const bool many_nul = count.nul >= 8 && count.nul * 10 > size;
  const bool many_other = count.other >= 2 && count.other * 50 > size;
  if (many_nul || many_other) return fail(Failure::unsupported, "file_binary", {{"kind", "BIN"}}).error();
  if (count.nul > 0) return fail(Failure::invalid, "text_has_nul", {{"offset", mark_of(bytes.find('\0'))}}).error();
  return std::nullopt;
}

/// UTF-16, after its byte order mark where it has one (`skipped` bytes).
Result<Decoded> decode_utf16(std::string_view bytes, bool little_endian, std::size_t skipped) {
  const char* const name = little_endian ? "UTF-16LE" : "UTF-16BE";
  std::u16string units;
  for (std::size_t i = skipped; i + 1 < bytes.size(); i += 2) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    units += static_cast<char16_t>(little_endian ? first | second << 8 : first << 8 | second);
  }
  const auto broken = [&](std::size_t offset) {
    return fail(Failure::invalid, "encoding_broken", {{"encoding", name}, {"offset", mark_of(offset)}});
  };
  if (units.empty()) return fail(Failure::invalid, "file_empty");
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i] == 0) return fail(Failure::invalid, "text_has_nul", {{"offset", mark_of(skipped + 2 * i)}});
    if (!U16_IS_SURROGATE(units[i])) continue;
    if (!U16_IS_LEAD(units[i]) || i + 1 == units.size() || !U16_IS_TRAIL(units[i + 1])) return broken(skipped + 2 * i);
    ++i;
  }
  if (bytes.size() % 2 != 0) return broken(bytes.size() - 1);
  Decoded decoded{{}, little_endian ? "utf-16le" : "utf-16be"};
  icu::UnicodeString(units.data(), static_cast<int32_t>(units.size())).toUTF8String(decoded.text);
  return decoded;
}

/// The legacy encoding in which most marked words are Vietnamese syllables.
std::optional<Decoded> decode_legacy(std::string_view bytes) {
  struct Candidate {
    const char* encoding;
    std::optional<std::string> (*convert)(std::string_view);
  };
  static constexpr std::array candidates{Candidate{"windows-1258", from_windows_1258}, Candidate{"tcvn3", from_tcvn3},
                                         Candidate{"vni", from_vni}};
  std::optional<Decoded> best;
  double best_share = 0;
  for (const Candidate& candidate : candidates) {
    std::optional<std::string> text = candidate.convert(bytes);
    if (!text) continue;
    const VietnameseLikeness likeness = vietnamese_likeness(std::string_view(*text).substr(0, judged_bytes));
    // Nothing but quotes and dashes: these stand at the same places in all of them.
    if (likeness.marked_words == 0) return Decoded{*std::move(text), candidate.encoding};
    if (likeness.syllables < enough_syllables || likeness.share() < enough_share) continue;
    if (likeness.share() <= best_share) continue;
    best_share = likeness.share();
    best = Decoded{*std::move(text), candidate.encoding};
  }
  return best;
}

Result<Decoded> decode_bytes(std::string_view bytes, std::size_t skipped) {
  const Utf8Check utf8 = check_utf8(bytes);
  if (auto error = refuse_controls(bytes)) return std::unexpected(*std::move(error));
  if (!utf8.first_bad) return Decoded{std::string(bytes), "utf-8"};
  const std::string offset = mark_of(*utf8.first_bad + skipped);
  // Letters of a legacy encoding hardly ever make up UTF-8 by chance: where they do, it is UTF-8.
  if (skipped > 0 || utf8.multi_byte > 2 * utf8.bad) {
    return fail(Failure::invalid, "encoding_broken", {{"encoding", "UTF-8"}, {"offset", offset}});
  }
  if (auto legacy = decode_legacy(bytes)) return *std::move(legacy);
  return fail(Failure::unsupported, "encoding_unknown", {{"offset", offset}});
}

/// The words of a document that is no text file, where we can read it.
Result<Decoded> decode_document(std::string_view bytes, std::string_view kind) {
  const bool pdf = kind == "PDF";
  if (kind == "DOC/XLS") {
    // Word keeps an encrypted .docx in an envelope of the older kind.
    const bool encrypted = bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0"sv) != bytes.npos;
    return encrypted ? fail(Failure::unsupported, "document_encrypted", {{"kind", "DOCX"}})
                     : fail(Failure::unsupported, "document_of_old_word");
  }
  if (kind == "XLSX" || kind == "ODS") return fail(Failure::unsupported, "document_is_sheet", {{"kind", std::string(kind)}});
  if (!pdf && kind != "DOCX") return fail(Failure::unsupported, "file_binary", {{"kind", std::string(kind)}});
  auto text = pdf ? pdf_text(bytes) : docx_text(bytes);
  if (!text) return std::unexpected(text.error());
  if (text->empty()) return fail(Failure::invalid, "file_empty");
  if (text->size() > max_bytes) {
    return fail(Failure::invalid, "document_unpacks_too_large", {{"limit", std::to_string(max_bytes / 1024 / 1024)}});
  }
  if (const std::size_t nul = text->find('\0'); nul != text->npos)
    return fail(Failure::invalid, "text_has_nul", {{"offset", mark_of(nul)}});
  return Decoded{*std::move(text), pdf ? "pdf" : "docx"};
}

Result<Decoded> decode_any(std::string_view bytes) {
  constexpr std::size_t megabyte = 1024 * 1024;
  if (bytes.size() > max_bytes) {
    return fail(Failure::invalid, "file_too_large",
                {{"size", std::to_string((bytes.size() + megabyte - 1) / megabyte)}, {"limit", std::to_string(max_bytes / megabyte)}});
  }
  if (const auto kind = file_kind(bytes)) return decode_document(bytes, *kind);
  return decode_text(bytes);
}

}  // namespace

Result<Decoded> decode_text(std::string_view bytes) {
  constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
  if (bytes.empty() || bytes == utf8_mark) return fail(Failure::invalid, "file_empty");
  if (bytes.starts_with("\xFF\xFE"sv)) return decode_utf16(bytes, true, 2);
  if (bytes.starts_with("\xFE\xFF"sv)) return decode_utf16(bytes, false, 2);
  if (const auto little_endian = utf16_without_mark(bytes)) return decode_utf16(bytes, *little_endian, 0);
  if (bytes.starts_with(utf8_mark)) return decode_bytes(bytes.substr(utf8_mark.size()), utf8_mark.size());
  return decode_bytes(bytes, 0);
}

Result<Decoded> decode(std::string_view bytes) {
  auto decoded = decode_any(bytes);
  const bool document = decoded && (decoded->encoding == "pdf" || decoded->encoding == "docx");
  if (!decoded || document || !is_html(decoded->text)) return decoded;
  decoded->text = html_text(decoded->text);
  if (decoded->text.empty()) return fail(Failure::invalid, "file_empty");
  return decoded;
}

}  // namespace kevai::text
