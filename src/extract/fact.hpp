#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/describe.hpp"
#include "base/enum_names.hpp"
#include "base/partial_date.hpp"
#include "base/quantity.hpp"

/// What an article states. The fields and their meaning are those of docs/facts.md; where no value
/// is stated a field is empty. An organisation is its id (`vn.nghe-an`) or, where none fits, its
/// name as written.
namespace kevai::extract {

using namespace std::string_view_literals;

enum class ActivityKind { visit, talks, training, conference, signing, ceremony, relief, exchange };
enum class AgreementKind { unstated, agreement, mou, programme, minutes };
enum class Theme {
  training,
  language,
  visits,
  information,
  experience,
  equipment,
  border,
  labour_migration,
  legal,
  social_funds,
  organising,
  programme,
  multilateral,
  youth_women,
  culture,
  other
};

struct ActivityFact {
  ActivityKind kind = ActivityKind::visit;
  PartialDate date;
  PartialDate end_date;
  std::string place;              ///< as written
  std::vector<std::string> orgs;  ///< of a visit the guest first
  std::string head;               ///< the head of the guest delegation, as written
  std::optional<double> participants;
  Qualifier qualifier = Qualifier::exact;  ///< of participants
};

struct AgreementFact {
  std::vector<std::string> parties;
  PartialDate signed_on;
  PartialDate from;
  PartialDate to;
  AgreementKind kind = AgreementKind::unstated;
  std::optional<double> points;
};

struct QuantityFact {
  std::string measure;
  std::optional<double> value;
  Qualifier qualifier = Qualifier::exact;
  std::string of;  ///< the part counted, as written
  std::vector<std::string> orgs;
  PartialDate from;
  PartialDate to;
};

struct PersonFact {
  std::string name;
  std::string role;
  std::string org;
};

struct OccasionFact {
  PartialDate date;
  std::string name;  ///< friendship-treaty, diplomatic-relations, else as written
  std::optional<double> anniversary;
};

struct SupportFact {
  std::string item;  ///< as written, or `money`
  std::string from;
  std::string to;
  std::optional<double> value;
  std::string unit;  ///< ISO 4217 for money; pieces where empty
  Qualifier qualifier = Qualifier::exact;
  std::string purpose;
};

struct AwardFact {
  std::string kind;
  std::string from;
  std::string to;
  std::optional<double> count;
};

struct TargetFact {
  std::string measure;
  std::optional<double> value;
  std::string unit;  ///< percent where empty
  std::string org;
  PartialDate by;
};

struct CommitmentFact {
  Theme theme = Theme::other;
  std::vector<std::string> orgs;
};

/// In the order of the names below.
using Statement =
    std::variant<ActivityFact, AgreementFact, QuantityFact, PersonFact, OccasionFact, SupportFact, AwardFact, TargetFact, CommitmentFact>;
inline constexpr std::array fact_types = {"activity"sv, "agreement"sv, "quantity"sv, "person"sv,    "occasion"sv,
                                          "support"sv,  "award"sv,     "target"sv,   "commitment"sv};

/// Bytes [begin, end) of the document's UTF-8 text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Span&) const = default;
};

struct Fact {
  Statement statement;
  Span span;              ///< where the quote stands
  std::string quote;      ///< the document's bytes of that span, verbatim
  std::string stated;     ///< the number as written ("gần 44 triệu đồng"), where the fact has one
  std::string rule;       ///< the rule that found it
  double confidence = 0;  ///< how likely a person finds it right, 0.01 to 0.99; 0 where not known
};

/// `activity` …
inline std::string_view type_of(const Fact& fact) {
  return fact_types[fact.statement.index()];
}

template <class Self, class F>
  requires Describes<Self, ActivityFact>
void describe(Self& f, F&& field) {
  field("kind", f.kind);
  field("date", f.date);
  field("end_date", f.end_date);
  field("place", f.place);
  field("orgs", f.orgs);
  field("head", f.head);
  field("participants", f.participants);
  field("qualifier", f.qualifier);
}

template <class Self, class F>
  requires Describes<Self, AgreementFact>
void describe(Self& f, F&& field) {
  field("parties", f.parties);
  field("signed", f.signed_on);
  field("from", f.from);
  field("to", f.to);
  field("kind", f.kind);
  field("points", f.points);
}

template <class Self, class F>
  requires Describes<Self, QuantityFact>
void describe(Self& f, F&& field) {
  field("measure", f.measure);
  field("value", f.value);
  field("qualifier", f.qualifier);
  field("of", f.of);
  field("orgs", f.orgs);
  field("from", f.from);
  field("to", f.to);
}

template <class Self, class F>
  requires Describes<Self, PersonFact>
void describe(Self& f, F&& field) {
  field("name", f.name);
  field("role", f.role);
  field("org", f.org);
}

template <class Self, class F>
  requires Describes<Self, OccasionFact>
void describe(Self& f, F&& field) {
  field("date", f.date);
  field("name", f.name);
  field("anniversary", f.anniversary);
}

template <class Self, class F>
  requires Describes<Self, SupportFact>
void describe(Self& f, F&& field) {
  field("item", f.item);
  field("from", f.from);
  field("to", f.to);
  field("value", f.value);
  field("unit", f.unit);
  field("qualifier", f.qualifier);
  field("purpose", f.purpose);
}

template <class Self, class F>
  requires Describes<Self, AwardFact>
void describe(Self& f, F&& field) {
  field("kind", f.kind);
  field("from", f.from);
  field("to", f.to);
  field("count", f.count);
}

template <class Self, class F>
  requires Describes<Self, TargetFact>
void describe(Self& f, F&& field) {
  field("measure", f.measure);
  field("value", f.value);
  field("unit", f.unit);
  field("org", f.org);
  field("by", f.by);
}

template <class Self, class F>
  requires Describes<Self, CommitmentFact>
void describe(Self& f, F&& field) {
  field("theme", f.theme);
  field("orgs", f.orgs);
}

}  // namespace kevai::extract

namespace kevai {

template <>
inline constexpr std::array enum_names<extract::ActivityKind> = {
    std::string_view("visit"),   std::string_view("talks"),    std::string_view("training"), std::string_view("conference"),
    std::string_view("signing"), std::string_view("ceremony"), std::string_view("relief"),   std::string_view("exchange")};
template <>
inline constexpr std::array enum_names<extract::AgreementKind> = {std::string_view(""), std::string_view("agreement"),
                                                                  std::string_view("mou"), std::string_view("programme"),
                                                                  std::string_view("minutes")};
template <>
inline constexpr std::array enum_names<extract::Theme> = {
    std::string_view("training"),     std::string_view("language"),         std::string_view("visits"),
    std::string_view("information"),  std::string_view("experience"),       std::string_view("equipment"),
    std::string_view("border"),       std::string_view("labour_migration"), std::string_view("legal"),
    std::string_view("social_funds"), std::string_view("organising"),       std::string_view("programme"),
    std::string_view("multilateral"), std::string_view("youth_women"),      std::string_view("culture"),
    std::string_view("other")};

}  // namespace kevai
