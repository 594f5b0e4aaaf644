#include "text/pdf.hpp"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <memory>
#include <vector>

#include "text/compose.hpp"
#include "text/pdf_lines.hpp"

namespace kevai::text {
namespace {

constexpr int most_pages = 1000;
constexpr std::size_t most_text = 10 * 1024 * 1024;

std::unexpected<Error> unreadable(Failure failure, const char* code) {
  return fail(failure, code, {{"kind", "PDF"}});
}

bool has_letters(const std::string& text) {
  return text.find_first_not_of(" \t\r\n\f") != text.npos;
}

PdfReader& other_reader() {
  static PdfReader reader;
  return reader;
}

}  // namespace

void let_pdfs_be_read_by(PdfReader reader) {
  other_reader() = std::move(reader);
}

Result<std::string> pdf_text(std::string_view bytes) {
  return other_reader() ? other_reader()(bytes) : pdf_text_here(bytes);
}

Result<std::string> pdf_text_here(std::string_view bytes) {
  // What a broken file makes poppler say is no use to anyone who has only the file.
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return unreadable(Failure::invalid, "document_broken");
  if (document->is_locked()) return unreadable(Failure::unsupported, "document_encrypted");
  if (document->pages() > most_pages) {
    return fail(Failure::invalid, "document_too_many_pages", {{"limit", std::to_string(most_pages)}});
  }
  std::vector<std::string> pages;
  std::size_t size = 0;
  bool words = false;
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (!page) continue;
    const poppler::byte_array text = page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout).to_utf8();
    pages.emplace_back(text.data(), text.size());
    size += text.size();
    words = words || has_letters(pages.back());
    if (size > most_text) {
      return fail(Failure::invalid, "document_unpacks_too_large", {{"limit", std::to_string(most_text / (1024 * 1024))}});
    }
  }
  if (document->pages() == 0) return unreadable(Failure::invalid, "document_broken");
  if (!words) return unreadable(Failure::unsupported, "document_has_no_text");
  return composed(join_pdf_lines(pages));
}

}  // namespace kevai::text
