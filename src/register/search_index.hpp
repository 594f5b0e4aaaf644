#pragma once

#include <functional>

#include "store/store.hpp"

/// Keeps what search knows up to date with records and documents.
namespace kevai::reg {

/// The record as it now is; `before`: as it was, null where it is new. What names it follows.
void index_record(store::Writer& writer, const model::Record* before, const model::Record& after);
void index_document(store::Writer& writer, const model::Document& document, const std::vector<model::Finding>& findings);

/// Was all of the register indexed, in the way this program does?
bool is_indexed(store::Store& store);

/// Indexes all of it, some hundred records at a time, so that others can read and write meanwhile. `at` is told how many
/// are done, and of how many.
void reindex(store::Store& store, const std::function<void(std::size_t done, std::size_t total)>& at = {});

}  // namespace kevai::reg
