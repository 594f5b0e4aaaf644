#include "model/rules/rules_case.hpp"
#include "text/words.hpp"

namespace kevai::model {
namespace {

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
  EXPECT_EQ(held.broken(activity), "reference_missing parties, reference_missing fulfils, reference_missing fulfils, listed_twice fulfils");
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
  EXPECT_EQ(held.broken(activity), "end_before_start end_date, visit_to_itself parties, part_exceeds_whole women, text_control content");
}

TEST(Rules, SayWhatIsWrongInThreeLanguagesByTheFieldsWord) {
  const Held held;
  Activity activity;
  activity.participants = Quantity::of(5);
  activity.women = Quantity::of(6);
  const auto errors = held.errors(activity);
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(text::message(text::Language::vi, errors[0]), "“Số nữ” (6) nhiều hơn tổng số (5). Hãy sửa một trong hai số.");
  EXPECT_EQ(text::message(text::Language::en, errors[0]), "“Women” (6) is more than the whole (5). Correct one of the two numbers.");
  EXPECT_NE(text::message(text::Language::lo, errors[0]).find("“ຈຳນວນຍິງ” (6)"), std::string::npos);
}

}  // namespace
}  // namespace kevai::model
