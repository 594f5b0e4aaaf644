#include "text/xml_reader.hpp"

namespace kevai::text {
namespace {

constexpr int deepest = 100;  // a cell's text is seven deep

std::string_view view(const xmlChar* text) {
  return text ? reinterpret_cast<const char*>(text) : std::string_view();
}

Error broken(std::string detail) {
  return {Failure::invalid, "document_broken", {{"kind", "XLSX"}}, std::move(detail)};
}

std::string taken(xmlChar* text) {
  std::string copy(view(text));
  xmlFree(text);
  return copy;
}

}  // namespace

Result<std::unique_ptr<XmlReader>> XmlReader::open(const ZipFile& archive, const std::string& name, std::size_t limit) {
  auto entry = archive.entry(name, limit);
  if (!entry) return std::unexpected(entry.error());
  std::unique_ptr<XmlReader> reader(new XmlReader(std::move(*entry)));
  reader->reader_.reset(
      xmlReaderForIO(&XmlReader::pull, nullptr, reader.get(), nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  if (!reader->reader_) return std::unexpected(broken("no XML"));
  // Some of its faults it would print in spite of NOERROR.
  xmlTextReaderSetStructuredErrorHandler(reader->reader_.get(), [](void*, auto*) {}, nullptr);
  return reader;
}

int XmlReader::pull(void* self, char* into, int size) {
  ZipEntry& entry = static_cast<XmlReader*>(self)->entry_;
  const std::size_t got = entry.read(into, static_cast<std::size_t>(size));
  return got == 0 && entry.failure() ? -1 : static_cast<int>(got);
}

bool XmlReader::next() {
  const int step = xmlTextReaderRead(reader_.get());
  if (step != 1) {
    if (entry_.failure())
      failure_ = entry_.failure();
    else if (step < 0)
      failure_ = broken("its XML is not well-formed");
    return false;
  }
  const int type = xmlTextReaderNodeType(reader_.get());
  // Entities a document declares itself can grow without bounds; no spreadsheet program declares any.
  if (type == XML_READER_TYPE_DOCUMENT_TYPE) failure_ = broken("it declares a document type");
  if (xmlTextReaderDepth(reader_.get()) > deepest) failure_ = broken("it is too deep");
  if (failure_) return false;
  switch (type) {
    case XML_READER_TYPE_ELEMENT:
      node_ = Node::open;
      break;
    case XML_READER_TYPE_END_ELEMENT:
      node_ = Node::close;
      break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      node_ = Node::text;
      break;
    default:
      node_ = Node::other;
  }
  empty_ = node_ == Node::open && xmlTextReaderIsEmptyElement(reader_.get()) == 1;
  return true;
}

std::string_view XmlReader::name() const {
  return view(xmlTextReaderConstLocalName(reader_.get()));
}

std::string_view XmlReader::text() const {
  return view(xmlTextReaderConstValue(reader_.get()));
}

std::string XmlReader::attribute(const char* name) const {
  return taken(xmlTextReaderGetAttribute(reader_.get(), reinterpret_cast<const xmlChar*>(name)));
}

std::string XmlReader::relationship() const {
  for (const char* space :
       {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"}) {
    std::string id =
        taken(xmlTextReaderGetAttributeNs(reader_.get(), reinterpret_cast<const xmlChar*>("id"), reinterpret_cast<const xmlChar*>(space)));
    if (!id.empty()) return id;
  }
  return {};
}

}  // namespace kevai::text
