#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "register/privacy/mentions.hpp"
#include "store/store.hpp"

/// Personal values are taken away for good: from the record, the journal, the search index, what passages state of them and the answers
/// kept for a day; so are the files kept with somebody. In notes and in what sides wrote when they disagreed `***` stands for the name.
/// What is counted stays: that there was a trainee, of which organisation and sex, with which certificate; that somebody was a member of a
/// delegation. What published articles say stays in the articles.
namespace kevai::reg {

struct Erased {
  std::vector<Id> records;  ///< those that held something and hold it no more
  std::vector<Id> left;     ///< those that the other side entered, who alone may erase them
  Mentions still_named;     ///< what names them still: documents, and words of records that nobody marked as personal
};

/// All that the register holds of a person, of a trainee or of a member of a delegation (of one the register knows as a person: all of
/// that person). `side`: that of the account that does it; empty: the keeper, who erases what either side wrote. Failures: `not_found`
/// `record_unknown` with `id`; `invalid` `not_a_person` with `id`, `reason_missing`; of the rights.
Result<Erased> erase_personal(store::Writer& writer, const Id& id, const std::string& reason, const std::string& who,
                              const std::string& side = {});

/// The same of a person, or of one trainee or member of a delegation alone, whoever else is the same person; not of words that nobody
/// marked as personal, nor of the words of search.
void erase_alone(store::Writer& writer, const model::Record& record, const std::string& reason, const std::string& who);

struct Expiry {
  std::string before;  ///< YYYY-MM-DD: those of courses and activities that ended before that day
  std::string reason;
  bool dry_run = false;  ///< only tell which
};
struct Expired {
  std::int64_t trainees = 0;
  std::int64_t delegates = 0;
  std::int64_t persons = 0;
};

/// The trainees and members of delegations whose time is over, some hundred in a transaction; then the persons of whom the register holds
/// nothing from later: no post without an end, no training, delegation, award or delegation headed, and no change of their record. What has
/// no date is kept.
Expired expire_personal(store::Store& store, const Expiry& expiry, const std::string& who);

/// `10y`, `18m` or `400d` before that day (YYYY-MM-DD); nothing where it is none of these, or reaches no further back than 1 day.
std::optional<std::string> days_before(const std::string& today, const std::string& span);

}  // namespace kevai::reg
