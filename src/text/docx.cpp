#include "text/docx.hpp"

#include <libxml/xmlreader.h>

#include <memory>
#include <vector>

#include "text/compose.hpp"
#include "text/file_kind.hpp"
#include "text/zip_file.hpp"

namespace kevai::text {
namespace {

constexpr int deepest = 200;  // a paragraph in a table in a text box in a table … is twenty deep

std::unexpected<Error> broken(std::string detail) {
  return fail(Failure::invalid, "document_broken", {{"kind", "DOCX"}}, std::move(detail));
}

struct FreeReader {
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

std::string_view view(const xmlChar* text) {
  return text ? reinterpret_cast<const char*>(text) : std::string_view();
}

/// Takes the elements of the main part one after another.
class BodyReader {
 public:
  void open(std::string_view name) {
    if (name == "p") paragraphs_.emplace_back();
    if (name == "tr") rows_.emplace_back();
    if (name == "tc" && !rows_.empty()) cell_.clear();
    if (paragraphs_.empty()) return;
    std::string& line = paragraphs_.back().line;
    if (name == "numPr") paragraphs_.back().item = true;
    if (name == "tab" || name == "br" || name == "cr") line += ' ';
    if (name == "noBreakHyphen") line += '-';
    texts_ += name == "t";
  }

  void close(std::string_view name) {
    if (name == "t" && texts_ > 0) --texts_;
    if (name == "p" && !paragraphs_.empty()) end_paragraph();
    if (name == "tc" && !rows_.empty()) end_cell();
    if (name == "tr" && !rows_.empty()) end_row();
  }

  void words(std::string_view text) {
    if (texts_ > 0 && !paragraphs_.empty()) paragraphs_.back().line += text;
  }

  std::string take() { return std::move(text_); }

 private:
  struct Paragraph {
    std::string line;
    bool item = false;
  };

  /// Line ends within a run are white space.
  static std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
      const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!space)
        line += c;
      else if (!line.empty() && line.back() != ' ')
        line += ' ';
    }
    while (line.ends_with(' ')) line.pop_back();
    return line;
  }

  void end_paragraph() {
    const Paragraph paragraph = std::move(paragraphs_.back());
    paragraphs_.pop_back();
    texts_ = 0;
    const std::string line = one_line(paragraph.line);
    if (line.empty()) return;
    if (!rows_.empty())
      cell_ += (cell_.empty() ? "" : " ") + line;
    else
      text_ += (paragraph.item ? "- " : "") + line + '\n';
  }

  void end_cell() {
    rows_.back().push_back(std::move(cell_));
    cell_.clear();
  }

  /// A row of one cell is a frame around text; a table within a table is part of its cell.
  void end_row() {
    std::string line;
    for (const std::string& cell : rows_.back()) {
      if (!cell.empty()) line += (line.empty() ? "" : " | ") + cell;
    }
    rows_.pop_back();
    if (line.empty()) return;
    if (rows_.empty())
      text_ += line + '\n';
    else
      cell_ = line;
  }

  std::string text_;
  std::vector<Paragraph> paragraphs_;           ///< open ones: a text box's stand within another
  std::vector<std::vector<std::string>> rows_;  ///< open ones, with their cells
  std::string cell_;
  int texts_ = 0;
};

/// Text that is not read: what was deleted, and what older programs show instead.
bool is_left_out(std::string_view name) {
  return name == "del" || name == "moveFrom" || name == "Fallback" || name == "instrText";
}

}  // namespace

Result<std::string> docx_part_text(std::string_view xml) {
  const std::unique_ptr<xmlTextReader, FreeReader> reader(
      xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE));
  if (!reader) return broken("no XML");
  BodyReader body;
  int step = xmlTextReaderRead(reader.get());
  while (step == 1) {
    const int type = xmlTextReaderNodeType(reader.get());
    const std::string_view name = view(xmlTextReaderConstLocalName(reader.get()));
    // Entities a document declares itself can grow without bounds; Word declares none.
    if (type == XML_READER_TYPE_DOCUMENT_TYPE) return broken("it declares a document type");
    if (xmlTextReaderDepth(reader.get()) > deepest) return fail(Failure::invalid, "document_too_deep");
    bool skip = false;
    if (type == XML_READER_TYPE_ELEMENT) {
      skip = is_left_out(name);
      if (!skip) body.open(name);
      if (!skip && xmlTextReaderIsEmptyElement(reader.get())) body.close(name);
    } else if (type == XML_READER_TYPE_END_ELEMENT) {
      body.close(name);
    } else if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE) {
      body.words(view(xmlTextReaderConstValue(reader.get())));
    }
    step = skip ? xmlTextReaderNext(reader.get()) : xmlTextReaderRead(reader.get());
  }
  if (step < 0) return broken("its XML is not well-formed");
  return composed(body.take());
}

Result<std::string> docx_text(std::string_view bytes) {
  constexpr auto main_part = "word/document.xml";
  const auto archive = ZipFile::open(bytes);
  if (!archive) return std::unexpected(archive.error());
  if (!archive->has(main_part)) {
    return fail(Failure::unsupported, "file_binary", {{"kind", std::string(file_kind(bytes).value_or("ZIP"))}});
  }
  const auto xml = archive->read(main_part);
  if (!xml) return std::unexpected(xml.error());
  return docx_part_text(*xml);
}

}  // namespace kevai::text
