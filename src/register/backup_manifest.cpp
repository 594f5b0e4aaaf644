#include "register/backup_manifest.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace kevai::reg {
namespace {

namespace json = boost::json;

constexpr const char* format_name = "kevai-backup";

std::string text_of(const json::object& object, const char* name) {
  const auto* value = object.if_contains(name);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t number_of(const json::object& object, const char* name) {
  const auto* value = object.if_contains(name);
  return value && value->is_int64() ? value->get_int64() : -1;
}

bool is_whole(const Part& part) {
  if (part.lines < 0 || part.bytes < 0 || part.sha256.size() != 64) return false;
  return part.file == (part.table.empty() ? content_file(part.sha256) : "tables/" + part.table + ".jsonl");
}

}  // namespace

std::string content_file(const std::string& sha256) {
  return "contents/" + sha256;
}

std::string to_text(const Manifest& manifest) {
  json::array parts;
  for (const Part& part : manifest.parts) {
    json::object shown;
    if (!part.table.empty()) shown["table"] = part.table;
    shown["file"] = part.file;
    shown["rows"] = part.lines;
    shown["bytes"] = part.bytes;
    shown["sha256"] = part.sha256;
    parts.push_back(std::move(shown));
  }
  const json::object whole{{"format", format_name},
                           {"format_version", backup_format},
                           {"schema", manifest.schema},
                           {"made_at", manifest.made_at},
                           {"parts", std::move(parts)}};
  return json::serialize(whole) + '\n';
}

std::optional<Manifest> manifest_of(const std::string& text) {
  boost::system::error_code error;
  const auto value = json::parse(text, error);
  const auto* object = error ? nullptr : value.if_object();
  if (!object || text_of(*object, "format") != format_name) return std::nullopt;
  Manifest manifest{.schema = static_cast<int>(number_of(*object, "schema")), .made_at = text_of(*object, "made_at")};
  if (number_of(*object, "format_version") > backup_format) return Manifest{.schema = -1};
  const auto* parts = object->if_contains("parts");
  if (manifest.schema < 1 || !parts || !parts->is_array()) return std::nullopt;
  for (const json::value& item : parts->get_array()) {
    const auto* shown = item.if_object();
    if (!shown) return std::nullopt;
    Part part{text_of(*shown, "table"), text_of(*shown, "file"), number_of(*shown, "rows"), number_of(*shown, "bytes"),
              text_of(*shown, "sha256")};
    if (!is_whole(part)) return std::nullopt;
    manifest.parts.push_back(std::move(part));
  }
  return manifest;
}

Backup counted(const Manifest& manifest) {
  Backup all;
  for (const Part& part : manifest.parts) {
    all.rows += part.lines;
    all.contents += part.table.empty() ? 1 : 0;
  }
  return all;
}

}  // namespace kevai::reg
