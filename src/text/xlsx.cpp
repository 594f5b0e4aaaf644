#include "text/xlsx.hpp"

#include <charconv>
#include <map>

#include "text/cell_format.hpp"
#include "text/xlsx_cells.hpp"
#include "text/xml_reader.hpp"

namespace kevai::text {
namespace {

constexpr std::size_t megabyte = 1024 * 1024;
constexpr std::size_t small_part = 16 * megabyte;      // the list of sheets, the formats
constexpr std::size_t all_texts = 128 * megabyte;      // they are kept
constexpr std::size_t largest_sheet = 512 * megabyte;  // it is not

std::unexpected<Error> broken(std::string detail) {
  return fail(Failure::invalid, "document_broken", {{"kind", "XLSX"}}, std::move(detail));
}

/// Calls `with(reader)` for each element that opens in the part.
template <class F>
Result<> each_element(const ZipFile& archive, const std::string& part, std::size_t limit, F&& with) {
  const auto reader = XmlReader::open(archive, part, limit);
  if (!reader) return std::unexpected(reader.error());
  while ((*reader)->next())
    if ((*reader)->node() == XmlReader::Node::open) with(**reader);
  if ((*reader)->failure()) return std::unexpected(*(*reader)->failure());
  return {};
}

int number_of(const std::string& text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// `worksheets/sheet1.xml` of the part in `folder`; `/xl/worksheets/sheet1.xml` from the root.
std::string resolved(const std::string& folder, const std::string& target) {
  if (target.starts_with('/')) return target.substr(1);
  return folder + target;
}

class XlsxFile : public SheetFile {
 public:
  explicit XlsxFile(ZipFile archive) : archive_(std::move(archive)) {}

  Result<> load() {
    if (const auto done = read_workbook(); !done) return done;
    if (!styles_part_.empty() && archive_.has(styles_part_))
      if (const auto done = read_styles(); !done) return done;
    if (!texts_part_.empty() && archive_.has(texts_part_)) return read_shared_texts(archive_, texts_part_, all_texts, book_.texts);
    return {};
  }

  std::span<const std::string> names() const override { return names_; }

  Result<> read(std::size_t sheet, const EachRow& each) const override {
    auto reader = XmlReader::open(archive_, parts_[sheet], largest_sheet);
    if (!reader) return std::unexpected(reader.error());
    return read_rows(**reader, book_, each);
  }

 private:
  Result<> read_workbook() {
    std::string main = "xl/workbook.xml";
    auto done = each_element(archive_, "_rels/.rels", small_part, [&](const XmlReader& xml) {
      if (xml.name() == "Relationship" && xml.attribute("Type").ends_with("/officeDocument")) main = resolved("", xml.attribute("Target"));
    });
    if (!done) return done;
    const auto slash = main.rfind('/');
    const std::string folder = slash == main.npos ? "" : main.substr(0, slash + 1);
    std::map<std::string, std::string> targets;
    done = each_element(archive_, folder + "_rels/" + main.substr(folder.size()) + ".rels", small_part, [&](const XmlReader& xml) {
      if (xml.name() != "Relationship") return;
      const std::string target = resolved(folder, xml.attribute("Target")), type = xml.attribute("Type");
      targets[xml.attribute("Id")] = target;
      if (type.ends_with("/sharedStrings")) texts_part_ = target;
      if (type.ends_with("/styles")) styles_part_ = target;
    });
    if (!done) return done;
    bool lost = false;
    done = each_element(archive_, main, small_part, [&](const XmlReader& xml) {
      if (xml.name() == "workbookPr") book_.from_1904 = xml.attribute("date1904") == "1" || xml.attribute("date1904") == "true";
      if (xml.name() != "sheet") return;
      const auto target = targets.find(xml.relationship());
      lost = lost || target == targets.end() || !archive_.has(target->second);
      if (lost || !target->second.contains("sheet")) return;  // a chart has a sheet of its own
      names_.push_back(xml.attribute("name"));
      parts_.push_back(target->second);
    });
    if (done && (lost || names_.empty())) return broken("a sheet is missing");
    return done;
  }

  Result<> read_styles() {
    std::map<int, Shown> formats;
    bool in_cells = false;
    const auto reader = XmlReader::open(archive_, styles_part_, small_part);
    if (!reader) return std::unexpected(reader.error());
    while ((*reader)->next()) {
      const XmlReader& xml = **reader;
      const bool opens = xml.node() == XmlReader::Node::open;
      if (xml.name() == "cellXfs") in_cells = opens && !xml.is_empty();
      if (!opens) continue;
      if (xml.name() == "numFmt") formats[number_of(xml.attribute("numFmtId"))] = shown_by(xml.attribute("formatCode"));
      if (xml.name() != "xf" || !in_cells) continue;
      const int format = number_of(xml.attribute("numFmtId"));
      const auto own = formats.find(format);
      book_.shown.push_back(own != formats.end() ? own->second : shown_by_number(format).value_or(Shown::nothing));
    }
    if ((*reader)->failure()) return std::unexpected(*(*reader)->failure());
    return {};
  }

  ZipFile archive_;
  std::vector<std::string> names_;
  std::vector<std::string> parts_;
  std::string texts_part_, styles_part_;
  Workbook book_;
};

}  // namespace

Result<std::unique_ptr<SheetFile>> open_xlsx(std::string_view bytes) {
  auto archive = ZipFile::open(bytes);
  if (!archive) return broken(archive.error().detail);
  auto file = std::make_unique<XlsxFile>(std::move(*archive));
  if (const auto loaded = file->load(); !loaded) {
    Error error = loaded.error();
    for (auto& [name, value] : error.args)
      if (name == "kind") value = "XLSX";
    return std::unexpected(std::move(error));
  }
  return file;
}

}  // namespace kevai::text
