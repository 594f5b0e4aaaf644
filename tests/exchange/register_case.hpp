#pragma once

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <sstream>

#include "model/record_json.hpp"
#include "register/edit.hpp"
#include "register/exchange/export.hpp"
#include "register/exchange/import.hpp"
#include "register/ingest.hpp"
#include "store/store_case.hpp"
#include "text/csv.hpp"
#include "text/xlsx_sink.hpp"

namespace kevai::reg::exchange {

/// A register with the reference organisations on either database, to import into and export from.
class Exchange : public store::Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    store = opened();
    const auto loaded = load_reference(*store);
    ASSERT_TRUE(loaded);
  }

  Id made(model::RecordKind kind, std::string_view json) {
    const auto edited = reg::write(*store, [&](store::Writer& writer) {
      const auto fields = boost::json::parse({json.data(), json.size()}).as_object();
      return kind == model::RecordKind::note ? create_note(writer, fields, "VN", "An") : create(writer, kind, fields, "An");
    });
    if (!edited) throw Broken(edited.error());
    return model::id_of(edited->record);
  }

  Imported imported(std::string_view bytes, ImportOptions options = {}) { return imported_into(*store, bytes, options); }

  static Imported imported_into(store::Store& into, std::string_view bytes, ImportOptions options = {}) {
    const auto file = text::SheetFile::open(bytes);
    if (!file) throw Broken(file.error());
    options.who = "An";
    const auto done = import_sheets(into, **file, options);
    if (!done) throw Broken(done.error());
    return *done;
  }

  std::string workbook(const ExportOptions& options = {.kinds = every_kind()}) const {
    const std::string path = (folder / "export.xlsx").string();
    text::XlsxSink sink(path);
    store->read([&](store::Reader& reader) { export_sheets(reader, sink, options); });
    const auto finished = sink.finish();
    if (!finished) throw Broken(finished.error());
    return file(path);
  }

  std::string csv(model::RecordKind kind, text::Language language = text::Language::vi) const {
    std::string bytes;
    text::CsvSink sink(bytes);
    store->read([&](store::Reader& reader) { export_sheets(reader, sink, {.kinds = {kind}, .language = language}); });
    return bytes;
  }

  static std::string file(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return std::move(bytes).str();
  }

  static std::vector<model::RecordKind> every_kind() {
    std::vector<model::RecordKind> kinds;
    for (std::size_t i = 0; i < enum_names<model::RecordKind>.size(); ++i) kinds.push_back(static_cast<model::RecordKind>(i));
    return kinds;
  }

  /// Every record of a kind as JSON, by id.
  static std::string records_in(store::Store& of, model::RecordKind kind) {
    std::string all;
    of.read([&](store::Reader& reader) {
      for (const auto& record : reader.records(kind)) all += boost::json::serialize(model::to_json(record)) + "\n";
    });
    return all;
  }
  std::string records(model::RecordKind kind) const { return records_in(*store, kind); }

  std::size_t count(model::RecordKind kind) const {
    std::size_t found = 0;
    store->read([&](store::Reader& reader) { found = reader.records(kind).size(); });
    return found;
  }

  /// `sheet 3 C code`, a line each.
  static std::string told(const std::vector<RowFault>& faults) {
    std::string all;
    for (const RowFault& fault : faults)
      all += fault.sheet + " " + std::to_string(fault.row) + " " + fault.column + " " + fault.error.code + "\n";
    return all;
  }

  test::PrivateFolder folder;
  std::unique_ptr<store::Store> store;
};

}  // namespace kevai::reg::exchange
