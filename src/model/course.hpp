#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/enum_names.hpp"
#include "base/id.hpp"
#include "base/partial_date.hpp"
#include "base/quantity.hpp"
#include "model/activity.hpp"
#include "model/party.hpp"

/// Training: cohorts of a programme, who was trained, and the classes they went on to teach.
namespace kevai::model {

enum class Stage { unstated, basic, advanced };

/// A cohort of a training programme, or a class its instructors taught onward (khóa tập huấn).
struct Course {
  Id id;
  Id partnership;
  std::string programme;  ///< "Giảng viên kiêm chức công đoàn Lào"
  int cohort = 0;         ///< the number of the course in its programme, from 1; 0 where it has none
  Stage stage = Stage::unstated;
  PartialDate date;
  PartialDate end_date;
  std::string place;
  Party organiser;             ///< who held it
  std::vector<Party> parties;  ///< whose people were trained
  Quantity trainees;           ///< as stated; where Trainees are entered they are counted
  Quantity women;
  Quantity certificates;
  Id onward_from;               ///< the course whose instructors taught this one: the cascade
  std::vector<Id> instructors;  ///< trainees with a certificate who taught it, where they are known
  Id activity;                  ///< the training it was held as
};

/// Someone trained in a course (học viên).
struct Trainee {
  Id id;
  Id course;
  Id person;  ///< where the register knows them
  std::string name;
  Sex sex = Sex::unstated;
  Party organisation;
  std::string certificate;  ///< its number; empty where none was given
  PartialDate certified_on;
};

template <class Self, class F>
  requires Describes<Self, Course>
void describe(Self& r, F&& field) {
  field("partnership", r.partnership);
  field("programme", r.programme);
  field("cohort", r.cohort);
  field("stage", r.stage);
  field("date", r.date);
  field("end_date", r.end_date);
  field("place", r.place);
  field("organiser", r.organiser);
  field("parties", r.parties);
  field("trainees", r.trainees);
  field("women", r.women);
  field("certificates", r.certificates);
  field("onward_from", r.onward_from);
  field("instructors", r.instructors);
  field("activity", r.activity);
}

template <class Self, class F>
  requires Describes<Self, Trainee>
void describe(Self& r, F&& field) {
  field("course", r.course);
  field("person", r.person);
  field("name", r.name);
  field("sex", r.sex);
  field("organisation", r.organisation);
  field("certificate", r.certificate);
  field("certified_on", r.certified_on);
}

}  // namespace kevai::model

namespace kevai {
template <>
inline constexpr std::array enum_names<model::Stage> = {std::string_view(""), std::string_view("basic"), std::string_view("advanced")};
}
