#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/record.hpp"
#include "store/store.hpp"

/// What a record or document says in words: what search is asked about, and shows.
namespace kevai::reg {

/// Records looked up by their ids, each once.
class Named {
 public:
  explicit Named(store::Reader& reader) : reader_(reader) {}
  /// Nothing where there is none of that id.
  const model::Record* find(const Id& id);
  store::Reader& reader() const { return reader_; }

 private:
  store::Reader& reader_;
  std::map<Id, std::optional<model::Record>> known_;
};

struct SearchText {
  Id id;
  std::string kind;                    ///< the name of a RecordKind, or document
  std::vector<std::string> title{};    ///< what it is called
  std::vector<std::string> content{};  ///< what else it says, as written
  std::vector<std::string> names{};    ///< of organisations in three languages, of places and persons
  std::vector<std::string> labels{};   ///< the words of what is chosen from a list, in three languages; years
  std::vector<std::string> people{};   ///< names of persons among them
  std::set<Id> refers{};               ///< whose words these are, beside its own
};

SearchText search_text_of(Named& named, const model::Record& record);
SearchText search_text_of(Named& named, const model::Document& document, const std::vector<model::Finding>& findings);

/// The text as search keeps it.
store::SearchEntry search_entry_of(const SearchText& text);

}  // namespace kevai::reg
