#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <variant>

#include "base/enum_names.hpp"
#include "base/id.hpp"
#include "model/activity.hpp"
#include "model/agreement.hpp"
#include "model/attachment.hpp"
#include "model/course.hpp"
#include "model/note.hpp"
#include "model/observation.hpp"
#include "model/organisation.hpp"
#include "model/person.hpp"
#include "model/support.hpp"

/// The records of the register: plain values. Each is described once (base/describe.hpp); the store's columns, the API's
/// JSON and its description, tables to import and export and the journal follow from it. Field types are: text, int, a
/// named enum, a PartialDate, a Quantity, a Party, a list of Party, an OrganisationId, the Id of another record or a list
/// of such (empty for none). A new field stands last, as its column does.
namespace kevai::model {

/// In the order of the names below.
using Record = std::variant<Partnership, Agreement, Commitment, Activity, Person, Post, Observation, Target, Occasion, Support, Award,
                            Organisation, Division, Course, Trainee, Delegate, AgendaItem, Proposal, Attachment, Note>;
enum class RecordKind {
  partnership,
  agreement,
  commitment,
  activity,
  person,
  post,
  observation,
  target,
  occasion,
  support,
  award,
  organisation,
  division,
  course,
  trainee,
  delegate,
  agenda_item,
  proposal,
  attachment,
  note
};

inline RecordKind kind_of(const Record& record) {
  return static_cast<RecordKind>(record.index());
}
inline const Id& id_of(const Record& record) {
  return std::visit([](const auto& r) -> const Id& { return r.id; }, record);
}
inline void set_id(Record& record, const Id& id) {
  std::visit([&](auto& r) { static_cast<Id&>(r.id) = id; }, record);
}

/// A record of this kind with no field set.
Record empty_record(RecordKind kind);

}  // namespace kevai::model

namespace kevai {
template <>
inline constexpr std::array enum_names<model::RecordKind> = {
    std::string_view("partnership"), std::string_view("agreement"), std::string_view("commitment"),  std::string_view("activity"),
    std::string_view("person"),      std::string_view("post"),      std::string_view("observation"), std::string_view("target"),
    std::string_view("occasion"),    std::string_view("support"),   std::string_view("award"),       std::string_view("organisation"),
    std::string_view("division"),    std::string_view("course"),    std::string_view("trainee"),     std::string_view("delegate"),
    std::string_view("agenda_item"), std::string_view("proposal"),  std::string_view("attachment"),  std::string_view("note")};
}
