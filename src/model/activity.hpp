#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/enum_names.hpp"
#include "base/id.hpp"
#include "base/partial_date.hpp"
#include "base/quantity.hpp"
#include "extract/fact.hpp"
#include "model/party.hpp"

/// What the parties do together, who takes part, and what is planned for each day.
namespace kevai::model {

using extract::ActivityKind;

enum class ActivityState { held, planned, reported, cancelled };
enum class Sex { unstated, female, male };

/// A visit, talks, training, conference, signing, ceremony, relief or exchange (hoạt động).
struct Activity {
  Id id;
  Id partnership;
  ActivityKind kind = ActivityKind::visit;
  PartialDate date;
  PartialDate end_date;
  std::string place;
  std::vector<Party> parties;                 ///< of a visit the guest first
  std::string head;                           ///< of the guest delegation
  Quantity participants;                      ///< persons; of a visit the guest delegation's size
  Quantity women;                             ///< of the participants
  ActivityState state = ActivityState::held;  ///< planned, then held, then reported
  std::string content;                        ///< what it is about, and once reported what came of it
  std::vector<Id> fulfils;                    ///< the commitments it fulfils
};

/// Someone who takes part in an activity (thành viên đoàn). Person-trips count delegates, distinct persons their persons.
struct Delegate {
  Id id;
  Id activity;
  Id person;         ///< where the register knows them
  std::string name;  ///< as written
  std::string role;  ///< the post held then, as written
  Party organisation;
  Sex sex = Sex::unstated;
};

/// A line of a visit's programme (lịch trình).
struct AgendaItem {
  Id id;
  Id activity;
  PartialDate date;
  std::string time;  ///< HH:MM; empty where none is set
  std::string content;
  std::string place;
};

template <class Self, class F>
  requires Describes<Self, Activity>
void describe(Self& r, F&& field) {
  field("partnership", r.partnership);
  field("kind", r.kind);
  field("date", r.date);
  field("end_date", r.end_date);
  field("place", r.place);
  field("parties", r.parties);
  field("head", r.head);
  field("participants", r.participants);
  field("women", r.women);
  field("state", r.state);
  field("content", r.content);
  field("fulfils", r.fulfils);
}

template <class Self, class F>
  requires Describes<Self, Delegate>
void describe(Self& r, F&& field) {
  field("activity", r.activity);
  field("person", r.person);
  field("name", r.name);
  field("role", r.role);
  field("organisation", r.organisation);
  field("sex", r.sex);
}

template <class Self, class F>
  requires Describes<Self, AgendaItem>
void describe(Self& r, F&& field) {
  field("activity", r.activity);
  field("date", r.date);
  field("time", r.time);
  field("content", r.content);
  field("place", r.place);
}

}  // namespace kevai::model

namespace kevai {
template <>
inline constexpr std::array enum_names<model::ActivityState> = {std::string_view("held"), std::string_view("planned"),
                                                                std::string_view("reported"), std::string_view("cancelled")};
template <>
inline constexpr std::array enum_names<model::Sex> = {std::string_view(""), std::string_view("female"), std::string_view("male")};
}  // namespace kevai
