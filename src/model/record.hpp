#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/describe.hpp"
#include "base/id.hpp"
#include "base/partial_date.hpp"
#include "base/quantity.hpp"
#include "extract/fact.hpp"
#include "model/organisation.hpp"

/// The records of the register: plain values. Each is described once (base/describe.hpp); the store's
/// columns, the API's JSON and the journal follow from it. Field types are: text, a named enum, a
/// PartialDate, a Quantity, a Party, a list of Party, an Id (of another record, empty for none).
namespace kevai::model {

using extract::ActivityKind;
using extract::AgreementKind;
using extract::Theme;

enum class CommitmentState { open, under_way, done, blocked };

/// Two or more organisations that cooperate (quan hệ kết nghĩa).
struct Partnership {
  Id id;
  std::vector<Party> parties;  ///< known organisations, Viet Nam's first
  PartialDate since;
};

/// What they have agreed (thỏa thuận, biên bản ghi nhớ, chương trình).
struct Agreement {
  Id id;
  Id partnership;
  AgreementKind kind = AgreementKind::unstated;
  std::vector<Party> parties;
  PartialDate signed_on;
  PartialDate from;
  PartialDate to;
  Quantity points;  ///< how many numbered points it has
};

/// What the parties agree, propose or undertake to do (nội dung cam kết).
struct Commitment {
  Id id;
  Id partnership;
  Id agreement;  ///< the agreement it is a point of, where stated
  Theme theme = Theme::other;
  std::vector<Party> parties;
  std::string content;  ///< as written
  PartialDate stated_on;
  CommitmentState state = CommitmentState::open;
};

/// A visit, talks, training, conference, signing, ceremony, relief or exchange (hoạt động).
struct Activity {
  Id id;
  Id partnership;
  ActivityKind kind = ActivityKind::visit;
  PartialDate date;
  PartialDate end_date;
  std::string place;
  std::vector<Party> parties;  ///< of a visit the guest first
  std::string head;            ///< of the guest delegation
  Quantity participants;       ///< of a visit the guest delegation's size
};

/// Someone an article names (cán bộ).
struct Person {
  Id id;
  std::string name;  ///< as first written
  std::string key;   ///< the folded name by which spellings are matched
};

/// A post someone holds (chức vụ).
struct Post {
  Id id;
  Id person;
  std::string role;  ///< as written
  Party organisation;
  PartialDate stated_on;  ///< the date of the document that says so
};

/// A number somebody stated of an organisation or a partnership over a period: what is *said*.
struct Observation {
  Id id;
  Id partnership;
  std::string measure;
  Quantity value;
  std::string part;  ///< the part counted, as written, where a measure is broken down
  std::vector<Party> parties;
  PartialDate from;
  PartialDate to;
  PartialDate stated_on;  ///< the date of the document that says so
};

/// A number to reach by a date (chỉ tiêu).
struct Target {
  Id id;
  std::string measure;
  Quantity value;
  std::string unit;  ///< percent where empty
  Party organisation;
  PartialDate by;
  PartialDate stated_on;
};

/// A date that returns (ngày kỷ niệm).
struct Occasion {
  Id id;
  Id partnership;    ///< empty for the two countries' own days
  std::string name;  ///< friendship-treaty, diplomatic-relations, else as written
  PartialDate date;
};

/// Money or goods from one to the other (hỗ trợ).
struct Support {
  Id id;
  Id partnership;
  Party giver;
  Party receiver;
  std::string item;  ///< as written, or `money`
  Quantity value;
  std::string unit;  ///< ISO 4217 for money; pieces where empty
  std::string purpose;
  PartialDate date;  ///< as far as the passage or its document says; else empty
};

/// From whom to whom, which, how many (khen thưởng).
struct Award {
  Id id;
  Id partnership;
  Party giver;
  Party receiver;
  std::string name;  ///< the award, as written: "Bằng khen"
  Quantity count;
  PartialDate date;
};

/// In the order of the names below.
using Record = std::variant<Partnership, Agreement, Commitment, Activity, Person, Post, Observation, Target,
                            Occasion, Support, Award>;
enum class RecordKind {
  partnership, agreement, commitment, activity, person, post, observation, target, occasion, support, award
};

inline RecordKind kind_of(const Record& record) { return static_cast<RecordKind>(record.index()); }
inline const Id& id_of(const Record& record) {
  return std::visit([](const auto& r) -> const Id& { return r.id; }, record);
}

template <class Self, class F> requires Describes<Self, Partnership>
void describe(Self& r, F&& field) {
  field("parties", r.parties);
  field("since", r.since);
}

template <class Self, class F> requires Describes<Self, Agreement>
void describe(Self& r, F&& field) {
  field("partnership", r.partnership);
  field("kind", r.kind);
  field("parties", r.parties);
  field("signed_on", r.signed_on);
  field("valid_from", r.from);
  field("valid_to", r.to);
  field("points", r.points);
}

template <class Self, class F> requires Describes<Self, Commitment>
void describe(Self& r, F&& field) {
  field("partnership", r.partnership);
  field("agreement", r.agreement);
  field("theme", r.theme);
  field("parties", r.parties);
  field("content", r.content);
  field("stated_on", r.stated_on);
  field("state", r.state);
}

template <class Self, class F> requires Describes<Self, Activity>
void describe(Self& r, F&& field) {
  field("partnership", r.partnership);
  field("kind", r.kind);
  field("date", r.date);
  field("end_date", r.end_date);
  field("place", r.place);
  field("parties", r.parties);
  field("head", r.head);
  field("participants", r.participants);
}

template <class Self, class F> requires Describes<Self, Person>
void describe(Self& r, F&& field) {
  field("name", r.name);
  field("key", r.key);
}

template <class Self, class F> requires Describes<Self, Post>
void describe(Self& r, F&& field) {
  field("person", r.person);
  field("role", r.role);
  field("organisation", r.organisation);
  field("stated_on", r.stated_on);
}

template <class Self, class F> requires Describes<Self, Observation>
void describe(Self& r, F&& field) {
  field("partnership", r.partnership);
  field("measure", r.measure);
  field("value", r.value);
  field("part", r.part);
  field("parties", r.parties);
  field("valid_from", r.from);
  field("valid_to", r.to);
  field("stated_on", r.stated_on);
}

template <class Self, class F> requires Describes<Self, Target>
void describe(Self& r, F&& field) {
  field("measure", r.measure);
  field("value", r.value);
  field("unit", r.unit);
  field("organisation", r.organisation);
  field("by_date", r.by);
  field("stated_on", r.stated_on);
}

template <class Self, class F> requires Describes<Self, Occasion>
void describe(Self& r, F&& field) {
  field("partnership", r.partnership);
  field("name", r.name);
  field("date", r.date);
}

template <class Self, class F> requires Describes<Self, Support>
void describe(Self& r, F&& field) {
  field("partnership", r.partnership);
  field("giver", r.giver);
  field("receiver", r.receiver);
  field("item", r.item);
  field("value", r.value);
  field("unit", r.unit);
  field("purpose", r.purpose);
  field("date", r.date);
}

template <class Self, class F> requires Describes<Self, Award>
void describe(Self& r, F&& field) {
  field("partnership", r.partnership);
  field("giver", r.giver);
  field("receiver", r.receiver);
  field("name", r.name);
  field("count", r.count);
  field("date", r.date);
}

}  // namespace kevai::model

namespace kevai {
template <>
inline constexpr std::array enum_names<model::CommitmentState> = {
    std::string_view("open"), std::string_view("under_way"), std::string_view("done"), std::string_view("blocked")};
template <>
inline constexpr std::array enum_names<model::RecordKind> = {
    std::string_view("partnership"), std::string_view("agreement"), std::string_view("commitment"),
    std::string_view("activity"),    std::string_view("person"),    std::string_view("post"),
    std::string_view("observation"), std::string_view("target"),    std::string_view("occasion"),
    std::string_view("support"),     std::string_view("award")};
}
