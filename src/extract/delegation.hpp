#pragma once

#include <string>

#include "extract/context.hpp"
#include "extract/document.hpp"

/// What a sentence tells of a delegation: whose it is, who leads it, how many travel.
namespace kevai::extract {

/// How many travel: "gồm 5 thành viên", "(22 người)", "seven-member", "ຈຳນວນ 11 ສະຫາຍ". Null where not told.
const text::Amount* size_of(const Sentence& sentence, const text::Cue& party);

/// Who leads it: "do đồng chí X làm trưởng đoàn", "led by X", "ນຳໂດຍ ທ່ານ X". Null where not told.
const PersonMention* head_of(const Sentence& sentence, const text::Cue& party);

/// Is the person said to lead a delegation?
bool leads(const Sentence& sentence, const PersonMention& person);

/// One past the words that say a person leads: "… làm trưởng đoàn"; past the person where none follow.
std::size_t leads_end(const Sentence& sentence, const PersonMention& person);

/// The body whose delegation it is; the article's guest where the words do not say.
Orgs guest_of(const Sentence& sentence, const Context& context, const text::Cue& party);

/// The body of the other country under discussion.
Orgs other_side(const Context& context, const Orgs& guest);

std::string name_of(const Document& doc, const PersonMention& person);

/// Takes down who leads those a visit is told of.
void note_head(Context& context, const ActivityFact& visit);

/// Takes down what a sentence tells of delegations, for the activities it is told apart from.
void note_delegations(const Sentence& sentence, Context& context);

}  // namespace kevai::extract
