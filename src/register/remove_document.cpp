#include "register/remove_document.hpp"

#include <algorithm>

#include "store/journal.hpp"

namespace kevai::reg {

Result<> remove_document(store::Writer& writer, const Id& id) {
  if (!writer.document(id)) return fail(Failure::not_found, "document_unknown", {{"id", id.value}});
  const auto findings = writer.findings({.document = id});
  const auto accepted = std::ranges::count(findings, model::FindingState::accepted, &model::Finding::state);
  if (accepted > 0) return fail(Failure::conflict, "document_cited", {{"count", std::to_string(accepted)}});
  store::Writer& whole = writer.whole();
  whole.journal().overwrite_erased();
  writer.remove_document(id);
  whole.remove_entry(id);
  whole.journal().erase_kept_answers(id);
  whole.forget_erased_words();
  return {};
}

}  // namespace kevai::reg
