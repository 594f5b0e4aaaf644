#include "register/attach.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "base/sha256.hpp"
#include "model/personal.hpp"
#include "text/file_kind.hpp"
#include "text/zip_file.hpp"

namespace kevai::reg {
namespace {

constexpr std::size_t longest_name = 255;  // bytes: what file systems take

/// What may be attached.
struct Kind {
  std::string_view name;  ///< as text::file_kind gives it; Text for what it has no name for
  std::string_view media_type;
  std::array<std::string_view, 2> endings;
  std::string_view part{};  ///< of a ZIP file: without it, it is another kind
};

constexpr std::array kinds{
    Kind{"PDF", "application/pdf", {".pdf"}},
    Kind{"DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", {".docx"}, "word/document.xml"},
    Kind{"XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", {".xlsx"}, "xl/workbook.xml"},
    Kind{"ODT", "application/vnd.oasis.opendocument.text", {".odt"}, "content.xml"},
    Kind{"ODS", "application/vnd.oasis.opendocument.spreadsheet", {".ods"}, "content.xml"},
    Kind{"JPEG", "image/jpeg", {".jpg", ".jpeg"}},
    Kind{"PNG", "image/png", {".png"}},
    Kind{"CSV", "text/csv", {".csv"}},
    Kind{"Text", "text/plain", {".txt"}},
};

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return std::tolower(c); });
  return out;
}

bool is_named(const Kind& kind, const std::string& file_name) {
  return std::ranges::any_of(kind.endings, [&](std::string_view ending) { return !ending.empty() && lower(file_name).ends_with(ending); });
}

std::string endings_of(const Kind& kind) {
  return std::string(kind.endings[0]) + (kind.endings[1].empty() ? "" : ", " + std::string(kind.endings[1]));
}

/// Text in whatever encoding: no bytes that none would have.
bool is_text(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;  // UTF-16
  return std::ranges::none_of(bytes,
                              [](unsigned char c) { return c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f'); });
}

/// What the bytes are; of text its name tells whether it is a table.
std::string_view kind_of(std::string_view bytes, const std::string& file_name) {
  if (const auto kind = text::file_kind(bytes)) return *kind;
  if (!is_text(bytes)) return "?";
  return lower(file_name).ends_with(".csv") ? "CSV" : "Text";
}

std::string without_folder(const std::string& file_name) {
  const auto slash = file_name.find_last_of("/\\");
  return slash == std::string::npos ? file_name : file_name.substr(slash + 1);
}

std::string all_kinds() {
  std::string names;
  for (const Kind& kind : kinds) names.append(names.empty() ? "" : ", ").append(endings_of(kind));
  return names;
}

Result<const Kind*> accepted(const std::string& file, std::string_view bytes) {
  constexpr std::size_t megabyte = 1024 * 1024;
  if (bytes.empty()) return fail(Failure::invalid, "attachment_empty", {{"file", file}});
  if (bytes.size() > most_attached)
    return fail(Failure::invalid, "attachment_too_large",
                {{"file", file},
                 {"size", fmt::format("{:.1f}", static_cast<double>(bytes.size()) / megabyte)},
                 {"limit", std::to_string(most_attached / megabyte)}});
  const std::string_view name = kind_of(bytes, file);
  const auto kind = std::ranges::find(kinds, name, &Kind::name);
  const auto refused = [&] {
    return fail(Failure::unsupported, "attachment_kind_refused", {{"file", file}, {"kind", std::string(name)}, {"kinds", all_kinds()}});
  };
  if (kind == kinds.end()) return refused();
  if (!kind->part.empty()) {
    const auto archive = text::ZipFile::open(bytes);
    if (!archive || !archive->has(std::string(kind->part))) return refused();
  }
  if (!is_named(*kind, file))
    return fail(Failure::invalid, "attachment_not_as_named", {{"file", file}, {"kind", std::string(name)}, {"endings", endings_of(*kind)}});
  return &*kind;
}

/// The attachment of the record that has these bytes already.
std::optional<Id> same_file(store::Reader& reader, const Id& record, const std::string& sha256) {
  const auto page = reader.list({.kind = model::RecordKind::attachment,
                                 .where = {{.path = {"record"}, .value = record.value}, {.path = {"sha256"}, .value = sha256}},
                                 .limit = 1});
  if (page.rows.empty()) return std::nullopt;
  return model::id_of(page.rows.front().record);
}

}  // namespace

Result<Edited> attach(store::Writer& writer, const NewAttachment& attachment, const std::string& who) {
  const std::string file = without_folder(attachment.file_name);
  const bool printable = std::ranges::none_of(file, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
  if (file.empty() || file.size() > longest_name || !printable) return fail(Failure::invalid, "attachment_name_wrong", {{"file", file}});
  const auto kind = accepted(file, attachment.bytes);
  if (!kind) return std::unexpected(kind.error());
  const auto record = writer.record(attachment.record);
  if (!record) return fail(Failure::not_found, "record_unknown", {{"id", attachment.record.value}});
  const Id& id = model::id_of(*record);
  if (const auto state = writer.state(id); state && !state->removed_at.empty())
    return fail(Failure::conflict, "record_removed", {{"id", id.value}, {"reason", state->removed_why}});
  const std::string hash = sha256(attachment.bytes);
  if (const auto there = same_file(writer, id, hash))
    return fail(Failure::conflict, "attachment_exists", {{"file", file}, {"id", there->value}});
  writer.add_content(hash, attachment.bytes);
  return create(writer,
                model::Attachment{.id = new_id(),
                                  .record = id,
                                  .title = attachment.title,
                                  .file_name = file,
                                  .media_type = std::string((*kind)->media_type),
                                  .size = static_cast<int>(attachment.bytes.size()),
                                  .sha256 = hash},
                who);
}

Result<AttachedFile> attached_file(store::Reader& reader, const Id& id) {
  const auto unknown = fail(Failure::not_found, "attachment_unknown", {{"id", id.value}});
  const auto state = reader.state(id);
  if (!state || !state->removed_at.empty() || state->kind != model::RecordKind::attachment) return unknown;
  auto record = reader.record(id);
  if (!record) return unknown;
  auto& attachment = std::get<model::Attachment>(*record);
  if (attachment.file_name == model::erased_value) return fail(Failure::not_found, "attachment_erased", {{"id", id.value}});
  if (attachment.file_name.empty()) return fail(Failure::forbidden, "not_permitted");
  auto bytes = reader.content(attachment.sha256);
  if (!bytes) throw Broken({Failure::internal, "internal", {}, "no content " + attachment.sha256});
  return AttachedFile{std::move(attachment), *std::move(bytes)};
}

}  // namespace kevai::reg
