#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/partial_date.hpp"
#include "base/result.hpp"
#include "model/document.hpp"
#include "model/organisation.hpp"
#include "store/store.hpp"

/// `register` is a word of C++, so this floor's namespace is `reg`.
namespace kevai::reg {

struct Ingested {
  Id document;
  bool already_there = false;  ///< the same bytes were stored before: nothing changed
  int findings = 0;            ///< how many facts it states
};

struct Source {
  std::string file_name;   ///< for people; shown as given
  std::string_view bytes;  ///< the file
  PartialDate date;        ///< the dateline, where the caller knows it
  bool sample = false;
};

/// Stores a document and the facts it states as findings that wait for review: both or neither.
/// Failures: those of text::decode, with `file` added.
Result<Ingested> ingest(store::Store& store, const Source& source);

/// The organisations of data/reference.
Result<std::vector<model::Organisation>> reference_organisations();

/// Puts the reference organisations of data/ into an empty or older register.
Result<> load_reference(store::Store& store);

/// Ingests and accepts data/samples where the register holds no document yet; how many were loaded.
Result<int> load_samples(store::Store& store);

}  // namespace kevai::reg
