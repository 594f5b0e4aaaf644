#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "model/record.hpp"

/// What the register holds of a person, said once: these fields stand apart from the journal, are handed to the person on request,
/// and are erased. A certificate's number stays: it names nobody without its issuer's list, and must go on telling that it was given.
/// So do the signatories of an agreement, who signed for their organisation.
namespace kevai::model {

/// The fields of this kind that say something of a person, or may in words of somebody's own (the name of a file, a note): texts, all of
/// them. None of most kinds.
std::span<const std::string_view> personal_fields(RecordKind kind);

/// What of an entry of the journal on such a record stands apart from it: those, and what the two sides wrote when they disagreed.
std::vector<std::string_view> fields_apart(RecordKind kind, Action action);

/// What stands where a personal value was erased.
inline constexpr std::string_view erased_value = "***";

/// The record with its personal values erased: `***` where one stood, and nothing where it served only to find the person.
Record without_personal_values(Record record);
/// What was erased of `now` stays so in a record that was made anew from what articles tell.
void keep_erased(Record& made, const Record& now);
/// Does it hold any that is not erased?
bool has_personal_values(const Record& record);

}  // namespace kevai::model
