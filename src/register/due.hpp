#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/enum_names.hpp"
#include "base/id.hpp"
#include "model/record.hpp"
#include "store/store.hpp"

/// What runs out, falls due or returns, told ahead of time.
namespace kevai::reg {

enum class DueKind { agreement_ends, commitment_due, proposal_due, target_due, activity_planned, activity_overdue, anniversary };

struct Due {
  DueKind kind = DueKind::agreement_ends;
  Id record;
  model::RecordKind record_kind = model::RecordKind::agreement;
  Id partnership;         ///< empty where it belongs to none
  std::string day;        ///< YYYY-MM-DD: the last it can mean; of an activity the first
  int days_left = 0;      ///< negative once it is past
  int number = 0;         ///< of an anniversary: which one it is
  bool is_round = false;  ///< of an anniversary: a multiple of five
};

/// How far to look around today, in days. What is past is told only while something is still to be done about it: an
/// agreement nothing followed, a commitment not done, a proposal undecided, an activity still only planned.
struct Ahead {
  int days = 365;
  int days_back = 90;
};

/// The nearest first. `today` is YYYY-MM-DD.
std::vector<Due> due(store::Reader& reader, const std::string& today, const Ahead& ahead = {});

/// Is there an agreement that takes this one's place: one that renews it, or one of the same partnership that begins later and
/// does not end sooner?
bool is_followed(const model::Agreement& agreement, const std::vector<model::Agreement>& all);

/// The next day on which it returns from `today` on, and which anniversary that is; an empty day where its day or year is not
/// known. 29 February returns on the 28th in other years.
struct Return {
  std::string day;
  int number = 0;
};
Return next_return(const PartialDate& date, const std::string& today);

}  // namespace kevai::reg

namespace kevai {
template <>
inline constexpr std::array enum_names<reg::DueKind> = {std::string_view("agreement_ends"),   std::string_view("commitment_due"),
                                                        std::string_view("proposal_due"),     std::string_view("target_due"),
                                                        std::string_view("activity_planned"), std::string_view("activity_overdue"),
                                                        std::string_view("anniversary")};
}
