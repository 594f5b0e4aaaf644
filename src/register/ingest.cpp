#include "register/ingest.hpp"

#include "base/clock.hpp"
#include "extract/extract.hpp"
#include "register/search_index.hpp"
#include "base/sha256.hpp"
#include "register/taking_in.hpp"
#include "text/decode.hpp"

namespace kevai::reg {

Result<ReadSource> read_source(const Source& source) {
  auto decoded = text::decode(source.bytes);
  if (!decoded) {
    Error error = decoded.error();
    error.args.emplace_back("file", source.file_name);
    return std::unexpected(std::move(error));
  }
  extract::Article article = extract::read(decoded->text, source.date);
  return ReadSource{.document = {.id = new_id(),
                                 .sha256 = sha256(source.bytes),
                                 .file_name = source.file_name,
                                 // A document wants a name people can call it by.
                                 .title = article.title.empty() ? source.file_name : std::move(article.title),
                                 .language = std::move(article.language),
                                 .encoding = std::move(decoded->encoding),
                                 .dateline = article.dateline,
                                 .sample = source.sample,
                                 .text = std::move(decoded->text),
                                 .added_at = timestamp_now()},
                    .facts = std::move(article.facts)};
}

Ingested add_document(store::Writer& writer, model::Document document, std::vector<extract::Fact> facts) {
  if (const auto there = writer.document_by_sha256(document.sha256)) {
    return {.document = there->id, .already_there = true, .findings = static_cast<int>(writer.findings({.document = there->id}).size())};
  }
  writer.add(document);
  int position = 0;
  std::vector<model::Finding> findings;
  for (extract::Fact& fact : facts) {
    findings.push_back({.id = new_id(), .document = document.id, .position = ++position, .fact = std::move(fact)});
    writer.add(findings.back());
  }
  index_document(writer.whole(), document, findings);
  return {.document = document.id, .findings = position};
}

Result<Ingested> ingest(store::Store& store, const Source& source) {
  auto read = read_source(source);
  if (!read) return std::unexpected(read.error());
  Ingested ingested;
  const auto done = store.write([&](store::Writer& writer) -> Result<> {
    ingested = add_document(writer, std::move(read->document), std::move(read->facts));
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return ingested;
}

}  // namespace kevai::reg
