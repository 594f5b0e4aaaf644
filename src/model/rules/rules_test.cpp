#include "model/rules.hpp"

#include <gtest/gtest.h>

#include <map>

#include "model/field.hpp"
#include "text/words.hpp"

namespace kevai::model {
namespace {

/// A register of a few records, in memory.
class Held {
 public:
  Held() {
    keep(organisation("vn.nghe-an"));
    keep(organisation("vn.quang-tri"));
    keep(organisation("la.xiangkhouang", "LA"));
  }

  static Organisation organisation(const std::string& id, const std::string& country = "VN") {
    Organisation organisation;
    organisation.id.value = id;
    organisation.country = country;
    organisation.name_vi = "Liên đoàn Lao động";
    return organisation;
  }

  template <class T>
  T keep(T record) {
    if (record.id.empty()) record.id.value = new_id().value;
    records_.insert_or_assign(record.id.value, record);
    return record;
  }

  /// `code field`, one for each rule that is broken.
  std::string broken(const Record& record) const {
    std::string text;
    for (const Error& error : errors(record))
      text.append(text.empty() ? "" : ", ").append(error.code).append(" ").append(error.args.at(0).second);
    return text;
  }
  std::vector<Error> errors(const Record& record) const {
    return breaches(record, {.record = [&](const Id& id) -> std::optional<Record> {
                               const auto at = records_.find(id.value);
                               return at == records_.end() ? std::nullopt : std::optional(at->second);
                             },
                             .referring = [&](RecordKind kind, std::string_view field, const Id& id) {
                               EXPECT_EQ(field, "organisation");
                               std::vector<Record> found;
                               for (const auto& [key, record] : records_) {
                                 const auto* division = std::get_if<Division>(&record);
                                 if (kind == RecordKind::division && division && division->organisation == id)
                                   found.push_back(record);
                               }
                               return found;
                             }});
  }

 private:
  std::map<std::string, Record> records_;
};

PartialDate day(const std::string& text) {
  return PartialDate::parse(text).value();
}
const Party nghe_an{{{"vn.nghe-an"}}, ""};
const Party quang_tri{{{"vn.quang-tri"}}, ""};
const Party xiang_khouang{{{"la.xiangkhouang"}}, ""};

Activity visit(std::vector<Party> parties = {xiang_khouang, nghe_an}) {
  Activity visit;
  visit.parties = std::move(parties);
  return visit;
}

TEST(Rules, LetEveryRecordBeThatSaysNothingButWhatItNeeds) {
  const Held held;
  const std::map<RecordKind, std::string> needed = {
      {RecordKind::partnership, "partnership_too_small parties"},
      {RecordKind::commitment, "field_missing content"},
      {RecordKind::person, "field_missing name"},
      {RecordKind::post, "field_missing person"},
      {RecordKind::observation, "field_missing measure"},
      {RecordKind::target, "field_missing measure"},
      {RecordKind::organisation, "country_unknown country, organisation_nameless name_vi"},
      {RecordKind::division, "field_missing organisation, field_missing successor, field_missing share"},
      {RecordKind::trainee, "field_missing course, someone_unnamed name"},
      {RecordKind::delegate, "field_missing activity, someone_unnamed name"},
      {RecordKind::agenda_item, "field_missing activity"},
      {RecordKind::proposal, "field_missing content"},
      {RecordKind::attachment, "field_missing record"},
      {RecordKind::note, "field_missing record, field_missing content"}};
  for (std::size_t i = 0; i < std::variant_size_v<Record>; ++i) {
    const auto kind = static_cast<RecordKind>(i);
    const auto at = needed.find(kind);
    EXPECT_EQ(held.broken(empty_record(kind)), at == needed.end() ? "" : at->second) << name_of(kind);
  }
}

TEST(Rules, RefuseTextThatCannotBeKeptOrShown) {
  const Held held;
  Activity activity;
  for (const auto& [text, code] : std::map<std::string, std::string>{{std::string("a\0b", 3), "text_control place"},
                                                                     {"a\x1b[0m", "text_control place"},
                                                                     {"na\xC3\x28", "text_not_utf8 place"},
                                                                     {"cut \xE1\xBB", "text_not_utf8 place"},
                                                                     {"hai\ndòng\tຄຳ", ""}}) {
    activity.place = text;
    EXPECT_EQ(held.broken(activity), code) << text;
  }
}

TEST(Rules, RefuseTextOfMoreThanTenThousandCharactersHoweverManyBytesTheyTake) {
  const Held held;
  Activity activity;
  for (int i = 0; i < 10'000; ++i) activity.content += "ຄ";
  EXPECT_EQ(held.broken(activity), "");
  activity.content += "x";
  EXPECT_EQ(held.broken(activity), "text_too_long content");
}

TEST(Rules, LookIntoTheWordingOfNumbersAndPartiesToo) {
  const Held held;
  Activity activity = visit({{{}, "a\x01"}, nghe_an});
  activity.participants.stated = "\xFF";
  EXPECT_EQ(held.broken(activity), "text_control parties, text_not_utf8 participants");
}

TEST(Rules, RefuseNumbersBelowNothingAndBoundsTheWrongWayRound) {
  const Held held;
  Support support;
  support.value.low = -1;
  EXPECT_EQ(held.broken(support), "number_negative value");
  support.value = {.low = 5, .high = 3};
  EXPECT_EQ(held.broken(support), "number_reversed value");
  support.value = {.low = 3, .high = 3};
  EXPECT_EQ(held.broken(support), "");
  Course course;
  course.cohort = -2;
  EXPECT_EQ(held.broken(course), "number_negative cohort");
}

TEST(Rules, RefuseReferencesToWhatIsNotThereOrIsOfAnotherKind) {
  Held held;
  const Id nobody = new_id();
  Agreement agreement;
  agreement.partnership = nobody;
  EXPECT_EQ(held.broken(agreement), "reference_missing partnership");
  Person person;
  person.name = "Lan";
  agreement.partnership = held.keep(person).id;
  EXPECT_EQ(held.broken(agreement), "reference_of_other_kind partnership");
  Activity activity = visit({{{{"vn.nowhere"}}, "Nơi nào"}});
  activity.fulfils = {nobody, nobody};
  EXPECT_EQ(held.broken(activity),
            "reference_missing parties, reference_missing fulfils, reference_missing fulfils, listed_twice fulfils");
}

TEST(Rules, LetAnAttachmentBeOfAnyRecordThatIsThere) {
  Held held;
  Attachment attachment;
  attachment.record = held.keep(visit()).id;
  EXPECT_EQ(held.broken(attachment), "");
  attachment.record = new_id();
  EXPECT_EQ(held.broken(attachment), "reference_missing record");
}

TEST(Rules, RefuseAVisitToItselfAndAPartyNamedTwice) {
  const Held held;
  EXPECT_EQ(held.broken(visit({nghe_an, nghe_an})), "visit_to_itself parties");
  EXPECT_EQ(held.broken(visit({nghe_an, xiang_khouang, nghe_an})), "listed_twice parties");
  EXPECT_EQ(held.broken(visit({nghe_an})), "");
  EXPECT_EQ(held.broken(visit({{{}, "phía bạn"}, {{}, "phía bạn"}})), "visit_to_itself parties");
  Activity course = visit({nghe_an, nghe_an});
  course.kind = ActivityKind::training;
  EXPECT_EQ(held.broken(course), "listed_twice parties");
}

TEST(Rules, RefuseAnEndThatIsCertainlyBeforeTheStart) {
  const Held held;
  Activity activity;
  activity.date = day("2022-07-05");
  activity.end_date = day("2022-07-04");
  EXPECT_EQ(held.broken(activity), "end_before_start end_date");
  activity.end_date = day("2022-07");
  EXPECT_EQ(held.broken(activity), "") << "some day of July";
  activity.end_date = day("--07-04");
  EXPECT_EQ(held.broken(activity), "") << "of whatever year";
  Agreement agreement;
  agreement.from = day("2022");
  agreement.to = day("2021");
  EXPECT_EQ(held.broken(agreement), "end_before_start valid_to");
  Course course;
  course.date = day("2022-05");
  course.end_date = day("2022-04-30");
  EXPECT_EQ(held.broken(course), "end_before_start end_date");
  Observation observation;
  observation.measure = "members";
  observation.from = day("2022");
  observation.to = day("2020");
  EXPECT_EQ(held.broken(observation), "end_before_start valid_to");
}

TEST(Rules, RefuseAPostThatEndedBeforeItBegan) {
  Held held;
  Person lan;
  lan.name = "Lan";
  Post post;
  post.person = held.keep(lan).id;
  post.from = day("2020");
  post.to = day("2019-12");
  EXPECT_EQ(held.broken(post), "end_before_start valid_to");
}

TEST(Rules, RefuseMoreWomenThanPersonsWhereThatIsCertain) {
  const Held held;
  Activity activity;
  activity.participants = Quantity::of(5);
  activity.women = Quantity::of(6);
  EXPECT_EQ(held.broken(activity), "part_exceeds_whole women");
  activity.participants = Quantity::of(5, Qualifier::over);
  EXPECT_EQ(held.broken(activity), "");
  Course course;
  course.trainees = Quantity::of(30);
  course.women = Quantity::of(31);
  course.certificates = Quantity::of(40, Qualifier::nearly);
  EXPECT_EQ(held.broken(course), "part_exceeds_whole women");
  course.certificates = Quantity::of(40);
  EXPECT_EQ(held.broken(course), "part_exceeds_whole women, part_exceeds_whole certificates");
}

TEST(Rules, RefuseGiversWhoReceiveAndThoseWhoAskThemselves) {
  const Held held;
  Support support{.giver = nghe_an, .receiver = nghe_an};
  EXPECT_EQ(held.broken(support), "sides_same receiver");
  support.receiver = xiang_khouang;
  EXPECT_EQ(held.broken(support), "");
  EXPECT_EQ(held.broken(Support{}), "");
  EXPECT_EQ(held.broken(Award{.giver = {{}, "bạn"}, .receiver = {{}, "bạn"}}), "sides_same receiver");
  EXPECT_EQ(held.broken(Proposal{.proposer = nghe_an, .addressee = nghe_an, .content = "mời"}), "sides_same addressee");
}

TEST(Rules, RefuseACommitmentOfAnAgreementOfOthers) {
  Held held;
  const auto ours = held.keep(Partnership{.parties = {nghe_an, xiang_khouang}});
  const auto theirs = held.keep(Partnership{.parties = {quang_tri, xiang_khouang}});
  const auto agreement = held.keep(Agreement{.partnership = theirs.id, .parties = theirs.parties});
  Commitment commitment{.partnership = ours.id, .agreement = agreement.id, .content = "mở lớp"};
  EXPECT_EQ(held.broken(commitment), "commitment_of_others agreement");
  commitment.partnership = {};
  commitment.parties = {nghe_an};
  EXPECT_EQ(held.broken(commitment), "commitment_of_others agreement");
  commitment.parties = {xiang_khouang};
  EXPECT_EQ(held.broken(commitment), "");
  commitment.parties = {};
  commitment.partnership = theirs.id;
  EXPECT_EQ(held.broken(commitment), "");
}

TEST(Rules, AskWhyACommitmentIsBlockedAndWhyAProposalWasTurnedAway) {
  const Held held;
  Commitment commitment{.content = "mở lớp", .state = CommitmentState::blocked};
  EXPECT_EQ(held.broken(commitment), "blocked_without_reason blocked_by");
  commitment.blocked_by = "Covid-19";
  EXPECT_EQ(held.broken(commitment), "");
  for (const auto state : {ProposalState::sent_back, ProposalState::declined}) {
    Proposal proposal{.content = "mở lớp", .state = state};
    EXPECT_EQ(held.broken(proposal), "answer_missing answer");
    proposal.answer = "chưa có kinh phí";
    EXPECT_EQ(held.broken(proposal), "");
  }
}

TEST(Rules, RefuseCurrenciesThatAreNone) {
  const Held held;
  Support support{.item = "money", .unit = "VNX"};
  EXPECT_EQ(held.broken(support), "currency_unknown unit");
  support.unit = "đồng";
  EXPECT_EQ(held.broken(support), "currency_unknown unit");
  support.unit = "LAK";
  EXPECT_EQ(held.broken(support), "");
  support = {.item = "máy tính", .unit = "bộ", .worth = Quantity::of(5'000'000)};
  EXPECT_EQ(held.broken(support), "currency_missing currency");
  support.currency = "ZZZ";
  EXPECT_EQ(held.broken(support), "currency_unknown currency");
  support.currency = "VND";
  EXPECT_EQ(held.broken(support), "");
  EXPECT_EQ(held.broken(Commitment{.content = "hỗ trợ", .unit = "VNX"}), "currency_unknown unit");
  EXPECT_EQ(held.broken(Commitment{.content = "hỗ trợ", .unit = "lớp"}), "");
}

TEST(Rules, RefuseMeasuresTheProgramHasNoWordFor) {
  const Held held;
  EXPECT_EQ(held.broken(Observation{.measure = "members"}), "");
  EXPECT_EQ(held.broken(Observation{.measure = "happiness"}), "measure_unknown measure");
  EXPECT_EQ(held.broken(Target{.measure = "happiness"}), "measure_unknown measure");
}

TEST(Rules, WantTwoOrganisationsInAPartnership) {
  const Held held;
  EXPECT_EQ(held.broken(Partnership{.parties = {nghe_an}}), "partnership_too_small parties");
  EXPECT_EQ(held.broken(Partnership{.parties = {nghe_an, xiang_khouang}}), "");
}

TEST(Rules, WantAnOrganisationOfACountryWithANameAndAReadableId) {
  const Held held;
  Organisation one = Held::organisation("vn.sector.industry-trade");
  EXPECT_EQ(held.broken(one), "");
  one.country = "TH";
  EXPECT_EQ(held.broken(one), "country_unknown country");
  one.country = "LA";
  EXPECT_EQ(held.broken(one), "organisation_id_malformed id") << "it begins with another country";
  for (const char* id : {"vn.", "vn.Nghe-An", "vn.nghe an", "vn.nghệ-an", "vn.-a", "vn.a-", "vn.a..b", "nghe-an", ""})
    EXPECT_EQ(held.broken(Held::organisation(id)), "organisation_id_malformed id") << id;
  one = Held::organisation("vn.a");
  one.name_vi.clear();
  EXPECT_EQ(held.broken(one), "organisation_nameless name_vi");
  one.name_lo = "ກຳມະບານ";
  EXPECT_EQ(held.broken(one), "");
}

TEST(Rules, RefuseAParentOfAnotherCountryAndARingInTheTree) {
  Held held;
  Organisation district = Held::organisation("vn.ky-son");
  district.parent.value = "la.xiangkhouang";
  EXPECT_EQ(held.broken(district), "organisation_of_other_country parent");
  district.parent.value = "vn.nghe-an";
  EXPECT_EQ(held.broken(district), "");
  held.keep(district);
  Organisation province = Held::organisation("vn.nghe-an");
  province.parent.value = "vn.ky-son";
  EXPECT_EQ(held.broken(province), "ring parent");
  province.parent.value = "vn.nghe-an";
  EXPECT_EQ(held.broken(province), "ring parent");
}

TEST(Rules, WantTheLastDayOfAnOrganisationThatHasASuccessor) {
  const Held held;
  Organisation old = Held::organisation("vn.kon-tum");
  old.successor.value = "vn.quang-tri";
  EXPECT_EQ(held.broken(old), "successor_without_end valid_to");
  old.valid_to = day("2025-06-30");
  EXPECT_EQ(held.broken(old), "");
  old.valid_from = day("2026");
  EXPECT_EQ(held.broken(old), "end_before_start valid_to");
  old.valid_from = {};
  old.successor.value = "la.xiangkhouang";
  EXPECT_EQ(held.broken(old), "organisation_of_other_country successor");
}

TEST(Rules, RefuseASuccessorThatComesBackByWayOfADivision) {
  Held held;
  held.keep(Division{.organisation = {{"vn.quang-tri"}}, .successor = {{"vn.nghe-an"}}, .share = Quantity::of(50)});
  Organisation nghe_an = Held::organisation("vn.nghe-an");
  nghe_an.valid_to = day("2025");
  nghe_an.successor.value = "vn.quang-tri";
  EXPECT_EQ(held.broken(nghe_an), "ring successor");
  EXPECT_EQ(held.broken(Division{.organisation = {{"vn.nghe-an"}}, .successor = {{"vn.quang-tri"}}, .share = Quantity::of(50)}),
            "ring successor");
  EXPECT_EQ(held.broken(Division{.organisation = {{"vn.nghe-an"}}, .successor = {{"vn.nghe-an"}}, .share = Quantity::of(50)}),
            "ring successor");
}

TEST(Rules, RefuseSharesThatCannotBeAndPartsOverTheWhole) {
  Held held;
  held.keep(Held::organisation("vn.kon-tum"));
  const auto part = [](double share) {
    return Division{.id = new_id(), .organisation = {{"vn.kon-tum"}}, .successor = {{"vn.nghe-an"}}, .share = Quantity::of(share)};
  };
  EXPECT_EQ(held.broken(part(0)), "share_wrong share");
  EXPECT_EQ(held.broken(part(101)), "share_wrong share");
  EXPECT_EQ(held.broken(part(100)), "");
  const auto first = held.keep(part(60));
  EXPECT_EQ(held.broken(first), "") << "it is not counted twice";
  EXPECT_EQ(held.broken(part(40)), "");
  EXPECT_EQ(held.broken(part(41)), "shares_too_much share");
  Held thirds;
  thirds.keep(Held::organisation("vn.kon-tum"));
  thirds.keep(part(33.34));
  thirds.keep(part(33.34));
  EXPECT_EQ(thirds.broken(part(33.34)), "");
}

TEST(Rules, WantALineOfAProgrammeOnADayOfItsActivity) {
  Held held;
  Activity activity = visit();
  activity.date = day("2022-07-05");
  activity.end_date = day("2022-07-08");
  activity = held.keep(activity);
  AgendaItem item{.activity = activity.id, .date = day("2022-07-09"), .time = "08:30"};
  EXPECT_EQ(held.broken(item), "day_outside_activity date");
  item.date = day("2022-07-04");
  EXPECT_EQ(held.broken(item), "day_outside_activity date");
  for (const char* within : {"2022-07-05", "2022-07-08", "2022-07", "2022"}) {
    item.date = day(within);
    EXPECT_EQ(held.broken(item), "") << within;
  }
  for (const char* wrong : {"8:30", "24:00", "08:60", "08h30", "+1:00", "08:3", "sáng"}) {
    item.time = wrong;
    EXPECT_EQ(held.broken(item), "time_malformed time") << wrong;
  }
}

TEST(Rules, RefuseRecordsThatComeBackToThemselves) {
  Held held;
  auto first = held.keep(Agreement{});
  auto second = held.keep(Agreement{.renews = first.id});
  first.renews = second.id;
  EXPECT_EQ(held.broken(first), "ring renews");
  first.renews = first.id;
  EXPECT_EQ(held.broken(first), "ring renews");
  EXPECT_EQ(held.broken(second), "");
  auto course = held.keep(Course{});
  course.onward_from = course.id;
  EXPECT_EQ(held.broken(course), "ring onward_from");
  auto commitment = held.keep(Commitment{.content = "mở lớp"});
  commitment.carried_from = commitment.id;
  EXPECT_EQ(held.broken(commitment), "ring carried_from");
}

TEST(Rules, TellAllThatIsWrongInTheOrderOfTheFields) {
  const Held held;
  Activity activity = visit({nghe_an, nghe_an});
  activity.date = day("2022");
  activity.end_date = day("2021");
  activity.participants = Quantity::of(1);
  activity.women = Quantity::of(2);
  activity.content = "\x01";
  EXPECT_EQ(held.broken(activity),
            "end_before_start end_date, visit_to_itself parties, part_exceeds_whole women, text_control content");
}

TEST(Rules, SayWhatIsWrongInThreeLanguagesByTheFieldsWord) {
  const Held held;
  Activity activity;
  activity.participants = Quantity::of(5);
  activity.women = Quantity::of(6);
  const auto errors = held.errors(activity);
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(text::message(text::Language::vi, errors[0]), "“Số nữ” (6) nhiều hơn tổng số (5). Hãy sửa một trong hai số.");
  EXPECT_EQ(text::message(text::Language::en, errors[0]),
            "“Women” (6) is more than the whole (5). Correct one of the two numbers.");
  EXPECT_NE(text::message(text::Language::lo, errors[0]).find("“ຈຳນວນຍິງ” (6)"), std::string::npos);
}

}  // namespace
}  // namespace kevai::model
