#include "register/export.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include "model/record_json.hpp"
#include "register/archive.hpp"
#include "text/words.hpp"

namespace kevai::reg {
namespace {

namespace json = boost::json;
using model::RecordKind;

constexpr int at_a_time = 500;

/// Tables that are written row by row, under which name, and which of their texts are JSON themselves.
struct Plain {
  const char* table;
  const char* file;
  std::initializer_list<const char*> json_fields{};
};
const Plain plain_tables[] = {{"document", "documents.jsonl"},
                              {"finding", "findings.jsonl", {"fact"}},
                              {"citation", "citations.jsonl"},
                              {"change", "journal.jsonl", {"before", "after"}},
                              {"personal_value", "personal_values.jsonl"},
                              {"verdict", "verdicts.jsonl"},
                              {"choice", "choices.jsonl"}};

class Exporter {
 public:
  Exporter(store::Reader& reader, ArchiveWriter& archive, const AtPart& at)
      : reader_(reader), archive_(archive), at_(at), contents_(reader.contents()) {}

  Result<Backup> write() {
    for (std::size_t i = 0; i < std::variant_size_v<model::Record>; ++i)
      if (auto done = write_kind(static_cast<RecordKind>(i)); !done) return std::unexpected(done.error());
    for (const Plain& plain : plain_tables)
      if (auto done = write_table(plain); !done) return std::unexpected(done.error());
    for (const std::string& hash : contents_) {
      tell(hash);
      if (auto written = archive_.whole("attachments/" + hash, reader_.content(hash).value()); !written)
        return std::unexpected(written.error());
      ++all_.contents;
    }
    return all_;
  }

 private:
  void tell(std::string_view part) {
    if (at_) at_(done_++, std::variant_size_v<model::Record> + std::size(plain_tables) + contents_.size(), part);
  }

  Result<> ended() {
    const auto written = archive_.end();
    if (!written) return std::unexpected(written.error());
    all_.rows += written->lines;
    return {};
  }

  void write_pages(RecordKind kind, bool removed) {
    store::RecordQuery query{.kind = kind, .limit = at_a_time, .removed = removed};
    do {
      const store::RecordPage page = reader_.list(query);
      for (const store::Stored& row : page.rows) {
        json::object shown = model::to_json(row.record);
        shown["version"] = row.version;
        shown["changed_at"] = row.changed_at;
        if (removed) {
          const auto state = reader_.state(model::id_of(row.record));
          shown["removed"] = json::object{{"at", state->removed_at}, {"why", state->removed_why}};
        }
        archive_.line(shown);
      }
      query.after = page.next;
    } while (query.after);
  }

  /// Those that stand, then those removed, then those merged into others.
  Result<> write_kind(RecordKind kind) {
    tell(name_of(kind));
    archive_.begin("records/" + std::string(name_of(kind)) + ".jsonl");
    write_pages(kind, false);
    write_pages(kind, true);
    for (const model::Record& merged : reader_.merged_away(kind)) {
      json::object shown = model::to_json(merged);
      shown["merged_into"] = reader_.standing(model::id_of(merged)).value;
      archive_.line(shown);
    }
    return ended();
  }

  Result<> write_table(const Plain& plain) {
    tell(plain.table);
    archive_.begin(plain.file);
    reader_.each_row(plain.table, [&](const json::object& row) {
      json::object shown;
      for (const auto& [name, value] : row)
        if (!value.is_null() && !(value.is_string() && value.get_string().empty())) shown[name] = value;
      for (const char* field : plain.json_fields)
        if (auto* text = shown.if_contains(field)) *text = json::parse(text->as_string());
      archive_.line(shown);
    });
    return ended();
  }

  store::Reader& reader_;
  ArchiveWriter& archive_;
  const AtPart& at_;
  std::vector<std::string> contents_;
  std::size_t done_ = 0;
  Backup all_;
};

}  // namespace

Result<Backup> export_all(store::Store& store, const std::filesystem::path& target, const AtPart& at) {
  const auto archive = ArchiveWriter::make(target, /*as_zip=*/false);
  if (!archive) return std::unexpected(archive.error());
  Result<Backup> all;
  store.read([&](store::Reader& reader) { all = Exporter(reader, **archive, at).write(); });
  if (!all) return all;
  std::string readme;
  for (const auto language : {text::Language::vi, text::Language::lo, text::Language::en})
    readme += text::words(language, "export.readme") + "\n";
  if (const auto written = (*archive)->whole("README.md", readme); !written) return std::unexpected(written.error());
  if (const auto finished = (*archive)->finish(); !finished) return std::unexpected(finished.error());
  return all;
}

}  // namespace kevai::reg
