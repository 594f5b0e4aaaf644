#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/field.hpp"
#include "text/words.hpp"

/// What sheets and columns are called: their names, or the words for them in any of the three languages.
namespace kevai::reg::exchange {

/// What a column of a table holds.
struct Label {
  enum class What {
    field,    ///< `field` of the record
    id,       ///< of the record the row is about
    key,      ///< what other rows of the file call this one
    version,  ///< of the record when it was written out
  };
  What what = What::field;
  const model::Field* field = nullptr;
};

std::string record_word(model::RecordKind kind, text::Language language);
/// The kind's name or a word for it, in any language.
std::optional<model::RecordKind> kind_named(std::string_view word);
/// The known name of a kind nearest to this one.
std::string nearest_kind(std::string_view word, text::Language language);

/// The header of a column of the kind; no two of a kind's are alike.
std::string header_of(model::RecordKind kind, const Label& label, text::Language language);
struct Named {
  Label label;
  std::optional<text::Language> language;  ///< of the header, where it is of one alone
};
std::optional<Named> label_named(model::RecordKind kind, std::string_view header);
std::string nearest_header(model::RecordKind kind, std::string_view header, text::Language language);

std::string choice_word(model::RecordKind kind, const model::Field& field, std::string_view choice, text::Language language);
/// The choice of that name or word, in any language.
std::optional<std::string_view> choice_named(model::RecordKind kind, const model::Field& field, std::string_view word);

}  // namespace kevai::reg::exchange
