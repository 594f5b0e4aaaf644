#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/record.hpp"

/// What a record's fields are, as data: what reads, filters, describes and exchanges records is written once for all kinds.
namespace kevai::model {

enum class FieldType { text, integer, choice, date, quantity, party, parties, reference, references, organisation };

struct Field {
  std::string_view name;
  FieldType type = FieldType::text;
  std::span<const std::string_view> choices{};  ///< of a choice: the names it may have; "" among them where it may be empty
  /// Of a reference: the kind of record it names; nothing where any will do (an attachment's `record`).
  std::optional<RecordKind> refers_to{};
  bool derived = false;      ///< the register works it out: nobody sets it
  std::string_view topic{};  ///< of a choice: where the words of its names stand (`state.held`; `sex.unstated` for "")
};

/// The fields of a kind, in their described order.
std::span<const Field> fields_of(RecordKind kind);
/// That field of the kind; null where it has none such.
const Field* field_of(RecordKind kind, std::string_view name);

}  // namespace kevai::model
