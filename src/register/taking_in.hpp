#pragma once

#include "register/ingest.hpp"
#include "register/review.hpp"

/// The steps of ingest and review inside a transaction that is already open.
namespace kevai::reg {

/// Stores what was read of a source, unless the same bytes are there.
Ingested add_document(store::Writer& writer, model::Document document, std::vector<extract::Fact> facts);

/// A source as a document and the facts it states; nothing is stored. Failures as of ingest.
struct ReadSource {
  model::Document document;
  std::vector<extract::Fact> facts;
};
Result<ReadSource> read_source(const Source& source);

/// Accepts all findings that wait, save those whose records would break a rule.
Decided accept_waiting(store::Writer& writer, const std::string& who);

}  // namespace kevai::reg
