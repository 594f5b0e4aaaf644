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

/// Who cooperates, what they agreed and what they undertook.
namespace kevai::model {

using extract::AgreementKind;
using extract::Theme;

enum class CommitmentState { open, under_way, done, blocked };
enum class ProposalState { draft, submitted, sent_back, accepted, declined };

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
  std::string title;
  std::string signed_at;    ///< where it was signed
  std::string signatories;  ///< as written: "Nguyễn Văn A; Khăm Phôn B"
  Id renews;                ///< the agreement it takes the place of
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
  int number = 0;     ///< of the point in its agreement, from 1; 0 where it has none
  Party responsible;  ///< the side that is to do it; empty: both
  Quantity target;    ///< how much is to be reached
  std::string unit;   ///< of the target: "người", "lớp", an ISO 4217 currency
  PartialDate due_on;
  std::string blocked_by;  ///< why it is blocked: "Covid-19"
  Id carried_from;         ///< the commitment of the renewed agreement it goes on from
};

/// What one side asks of the other, routed up the tree for a decision (đề nghị).
struct Proposal {
  Id id;
  Id partnership;
  Party proposer;
  Party addressee;
  Theme theme = Theme::other;
  std::string content;
  PartialDate stated_on;
  ProposalState state = ProposalState::draft;
  OrganisationId desk;  ///< where it lies for a decision; empty while a draft and once decided
  PartialDate due_on;
  std::string answer;  ///< why it was sent back or declined; how it was accepted
  Id commitment;       ///< what it became, once accepted
};

template <class Self, class F>
  requires Describes<Self, Partnership>
void describe(Self& r, F&& field) {
  field("parties", r.parties);
  field("since", r.since);
}

template <class Self, class F>
  requires Describes<Self, Agreement>
void describe(Self& r, F&& field) {
  field("partnership", r.partnership);
  field("kind", r.kind);
  field("parties", r.parties);
  field("signed_on", r.signed_on);
  field("valid_from", r.from);
  field("valid_to", r.to);
  field("points", r.points);
  field("title", r.title);
  field("signed_at", r.signed_at);
  field("signatories", r.signatories);
  field("renews", r.renews);
}

template <class Self, class F>
  requires Describes<Self, Commitment>
void describe(Self& r, F&& field) {
  field("partnership", r.partnership);
  field("agreement", r.agreement);
  field("theme", r.theme);
  field("parties", r.parties);
  field("content", r.content);
  field("stated_on", r.stated_on);
  field("state", r.state);
  field("number", r.number);
  field("responsible", r.responsible);
  field("target", r.target);
  field("unit", r.unit);
  field("due_on", r.due_on);
  field("blocked_by", r.blocked_by);
  field("carried_from", r.carried_from);
}

template <class Self, class F>
  requires Describes<Self, Proposal>
void describe(Self& r, F&& field) {
  field("partnership", r.partnership);
  field("proposer", r.proposer);
  field("addressee", r.addressee);
  field("theme", r.theme);
  field("content", r.content);
  field("stated_on", r.stated_on);
  field("state", r.state);
  field("desk", r.desk);
  field("due_on", r.due_on);
  field("answer", r.answer);
  field("commitment", r.commitment);
}

}  // namespace kevai::model

namespace kevai {
template <>
inline constexpr std::array enum_names<model::CommitmentState> = {std::string_view("open"), std::string_view("under_way"),
                                                                  std::string_view("done"), std::string_view("blocked")};
template <>
inline constexpr std::array enum_names<model::ProposalState> = {std::string_view("draft"), std::string_view("submitted"),
                                                                std::string_view("sent_back"), std::string_view("accepted"),
                                                                std::string_view("declined")};
}  // namespace kevai
