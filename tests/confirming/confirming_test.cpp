#include "confirming_case.hpp"

namespace kevai::reg {
namespace {

using model::DisputeOutcome;
KEVAI_ON_BOTH_DATABASES(Confirming);

TEST_P(Confirming, ADraftIsItsSidesOwnUntilReleasedWhichIsItsSidesConfirmation) {
  const Id id = entered(viet_, visit());
  EXPECT_EQ(standing(id), "draft");
  EXPECT_EQ(confirmed(lao_, id), "record_unknown");
  EXPECT_EQ(asked_of(lao_), "");
  EXPECT_EQ(confirmed(viet_, id), "still_draft");
  ASSERT_EQ(code(viet_, [&](auto& writer, const Voice& voice) { return release(writer, id, voice); }), "");
  EXPECT_EQ(standing(id), "waiting LA");
  EXPECT_EQ(asked_of(lao_), "confirm");
  EXPECT_EQ(asked_of(viet_), "");
  EXPECT_EQ(code(viet_, [&](auto& writer, const Voice& voice) { return release(writer, id, voice); }), "already_released");
}

TEST_P(Confirming, WhatBothConfirmWaitsForNobody) {
  const Id id = released(visit());
  ASSERT_EQ(confirmed(lao_, id), "");
  EXPECT_EQ(standing(id), "confirmed");
  EXPECT_EQ(asked_of(lao_), "");
  EXPECT_EQ(confirmed(lao_, id), "") << "saying it twice changes nothing";
}

TEST_P(Confirming, OnlyApproversOfWhatItConcernsConfirm) {
  const Id id = released(visit());
  EXPECT_EQ(confirmed(lao_officer_, id), "not_permitted");
  EXPECT_EQ(confirmed(elsewhere_, id), "record_unknown");
  EXPECT_EQ(asked_of(lao_officer_), "");
  EXPECT_EQ(asked_of(elsewhere_), "");
  EXPECT_EQ(standing(id), "waiting LA");
}

TEST_P(Confirming, TheKeepersRecordsWaitForBothSides) {
  const Id id = entered(keeper_, visit());
  EXPECT_EQ(standing(id), "waiting VN LA");
  EXPECT_EQ(asked_of(viet_), "confirm");
  EXPECT_EQ(asked_of(lao_), "confirm");
  ASSERT_EQ(confirmed(viet_, id), "");
  ASSERT_EQ(confirmed(lao_, id), "");
  EXPECT_EQ(standing(id), "confirmed");
}

TEST_P(Confirming, AChangeAsksBothAgainAndTellsWhatChanged) {
  const Id id = released(visit(12));
  ASSERT_EQ(confirmed(lao_, id), "");
  ASSERT_EQ(changed(viet_, id, R"({"participants": 14, "place": "Phonsavan"})"), "");
  EXPECT_EQ(standing(id), "changed VN LA");
  EXPECT_EQ(asked_of(lao_), "changed");
  const auto page = inbox_of(lao_);
  ASSERT_EQ(page.items.size(), 1u);
  const auto& changes = page.items[0].shared.of("LA").changed;
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[0].field, "place");
  EXPECT_EQ(changes[0].before, "");
  EXPECT_EQ(changes[0].after, R"("Phonsavan")");
  EXPECT_EQ(changes[1].field, "participants");
  EXPECT_NE(changes[1].before.find("12"), std::string::npos);
  EXPECT_NE(changes[1].after.find("14"), std::string::npos);
  ASSERT_EQ(confirmed(viet_, id), "");
  ASSERT_EQ(confirmed(lao_, id), "");
  EXPECT_EQ(standing(id), "confirmed");
}

TEST_P(Confirming, ADisputeKeepsBothFiguresAndWaitsForWhoseRecordItIs) {
  const Id id = released(visit(12));
  const auto dispute = disputed(lao_, id, "participants", 15);
  ASSERT_TRUE(is_uuid(dispute)) << dispute;
  EXPECT_EQ(standing(id), "disputed VN");
  EXPECT_EQ(asked_of(viet_), "settle");
  EXPECT_EQ(asked_of(lao_), "");
  const auto record = shared(id);
  ASSERT_EQ(record.disputes.size(), 1u);
  EXPECT_NE(record.disputes[0].stated.find("12"), std::string::npos);
  EXPECT_NE(record.disputes[0].figure.find("15"), std::string::npos);
  EXPECT_EQ(record.disputes[0].reason, "theo danh sách đoàn");
  EXPECT_EQ(record.disputes[0].by, "Khamphone");
  EXPECT_EQ(confirmed(lao_, id), "dispute_open");
}

TEST_P(Confirming, TakingTheOthersFigureIsAnEditThatTheOtherConfirms) {
  const Id id = released(visit(12));
  const auto dispute = disputed(lao_, id, "participants", 15);
  EXPECT_EQ(settled(lao_, id, dispute, DisputeOutcome::taken), "dispute_own_figure");
  ASSERT_EQ(settled(viet_, id, dispute, DisputeOutcome::taken), "");
  const auto record = shared(id);
  EXPECT_EQ(std::get<model::Activity>(record.record).participants.low, 15);
  EXPECT_EQ(record.disputes[0].outcome, DisputeOutcome::taken);
  EXPECT_EQ(record.disputes[0].settled_by, "Lan");
  EXPECT_EQ(standing(id), "waiting LA");
  ASSERT_EQ(confirmed(lao_, id), "");
  EXPECT_EQ(standing(id), "confirmed");
  EXPECT_EQ(settled(viet_, id, dispute, DisputeOutcome::taken), "dispute_settled");
}

TEST_P(Confirming, OnlyWhoDisputedDropsIt) {
  const Id id = released(visit(12));
  const auto dispute = disputed(lao_, id, "participants", 15);
  EXPECT_EQ(settled(viet_, id, dispute, DisputeOutcome::dropped), "dispute_of_other");
  ASSERT_EQ(settled(lao_, id, dispute, DisputeOutcome::dropped), "");
  EXPECT_EQ(standing(id), "waiting LA");
  EXPECT_EQ(std::get<model::Activity>(shared(id).record).participants.low, 12);
}

TEST_P(Confirming, AFigureOfADisputeIsReadAndCheckedAsTheFieldIs) {
  const Id id = released(visit(12));
  EXPECT_EQ(disputed(lao_, id, "participants", "nhiều"), "record_invalid");
  EXPECT_EQ(disputed(lao_, id, "end_date", "2024-05-01"), "record_invalid");
  EXPECT_EQ(disputed(lao_, id, "nothing", 1), "field_unknown");
  EXPECT_EQ(disputed(lao_, id, "participants", 12), "dispute_same");
  EXPECT_EQ(disputed(lao_, id, "participants", 15, ""), "reason_missing");
  EXPECT_EQ(disputed(viet_, id, "participants", 15), "dispute_of_own");
  EXPECT_EQ(standing(id), "waiting LA");
}

TEST_P(Confirming, SeveralFieldsCanBeDisputedEachOnce) {
  const Id id = released(visit(12));
  ASSERT_TRUE(is_uuid(disputed(lao_, id, "participants", 15)));
  ASSERT_TRUE(is_uuid(disputed(lao_, id, "place", "Phonsavan")));
  EXPECT_EQ(disputed(lao_, id, "participants", 16), "dispute_exists");
  EXPECT_EQ(asked_of(viet_), "settle") << "one record, asked once";
}

TEST_P(Confirming, ConfirmingWhatTheOwnerMendedItselfSettlesTheDispute) {
  const Id id = released(visit(12));
  ASSERT_TRUE(is_uuid(disputed(lao_, id, "participants", 15)));
  ASSERT_EQ(changed(viet_, id, R"({"participants": 15})"), "");
  ASSERT_EQ(confirmed(lao_, id), "");
  EXPECT_EQ(shared(id).disputes[0].outcome, DisputeOutcome::taken);
}

TEST_P(Confirming, ARecordIsTakenBackOnlyWhileTheOtherSideSaidNothing) {
  const Id id = released(visit());
  EXPECT_EQ(withdrawn(lao_, id), "not_permitted");
  ASSERT_EQ(withdrawn(viet_, id), "");
  EXPECT_EQ(standing(id), "draft");
  EXPECT_EQ(asked_of(lao_), "");
  const Id other = released(visit());
  ASSERT_EQ(confirmed(lao_, other), "");
  EXPECT_EQ(withdrawn(viet_, other), "other_side_spoke");
}

TEST_P(Confirming, WhatBothConfirmedIsPublicOnceBothAgreeAndUntilItChanges) {
  const Id id = released(visit());
  EXPECT_EQ(published(viet_, id), "not_confirmed_by_both");
  ASSERT_EQ(confirmed(lao_, id), "");
  ASSERT_EQ(published(viet_, id), "");
  EXPECT_EQ(shared(id).sharing.state, model::SharingState::released);
  EXPECT_EQ(asked_of(lao_), "publish");
  ASSERT_EQ(published(lao_, id), "");
  EXPECT_EQ(shared(id).sharing.state, model::SharingState::open);
  ASSERT_EQ(changed(viet_, id, R"({"place": "Vinh"})"), "");
  EXPECT_EQ(shared(id).sharing.state, model::SharingState::released);
  ASSERT_EQ(confirmed(viet_, id), "");
  ASSERT_EQ(confirmed(lao_, id), "");
  EXPECT_EQ(shared(id).sharing.state, model::SharingState::released) << "both agree again first";
}

TEST_P(Confirming, EitherSideTakesItsAgreementToPublicityBack) {
  const Id id = released(visit());
  ASSERT_EQ(confirmed(lao_, id), "");
  ASSERT_EQ(published(viet_, id), "");
  ASSERT_EQ(published(lao_, id), "");
  ASSERT_EQ(withdrawn(lao_, id), "");
  EXPECT_EQ(shared(id).sharing.state, model::SharingState::released);
  EXPECT_EQ(standing(id), "confirmed");
}

TEST_P(Confirming, PartsGoWithTheirWholeAndNotesStay) {
  const Id id = entered(viet_, visit());
  const Id part = entered(viet_, model::AgendaItem{.activity = id, .content = "Hội đàm"});
  const Id note = entered(viet_, model::Note{.record = id, .content = "Chưa gửi bạn"});
  EXPECT_EQ(code(viet_, [&](auto& writer, const Voice& voice) { return release(writer, part, voice); }), "part_follows");
  EXPECT_EQ(code(viet_, [&](auto& writer, const Voice& voice) { return release(writer, note, voice); }), "note_stays");
  ASSERT_EQ(code(viet_, [&](auto& writer, const Voice& voice) { return release(writer, id, voice); }), "");
  EXPECT_EQ(shared(part).sharing.state, model::SharingState::released);
  EXPECT_EQ(shared(note).sharing.state, model::SharingState::draft);
  GuardedStore theirs(*store_, lao_);
  theirs.read([&](store::Reader& reader) {
    EXPECT_TRUE(reader.record(part));
    EXPECT_FALSE(reader.record(note));
    EXPECT_EQ(reader.list({.kind = model::RecordKind::note, .total = true}).total, 0);
    EXPECT_TRUE(reader.changes_of(note).empty());
  });
}

TEST_P(Confirming, ManyAreConfirmedAtOnceAndEachIsTold) {
  const Id first = released(visit());
  const Id second = released(visit());
  ASSERT_TRUE(is_uuid(disputed(lao_, second, "participants", 15)));
  const auto outcome = as(lao_, [&](auto& writer, const Voice& voice) -> Result<std::vector<Told>> {
    return confirm_each(writer, {first, second, new_id()}, voice);
  });
  ASSERT_TRUE(outcome);
  EXPECT_TRUE((*outcome)[0].outcome);
  EXPECT_EQ((*outcome)[1].outcome.error().code, "dispute_open");
  EXPECT_EQ((*outcome)[2].outcome.error().code, "record_unknown");
  EXPECT_EQ(standing(first), "confirmed");
}

TEST_P(Confirming, DraftsAreReleasedAtOnceWhateverTheirOrder) {
  model::Agreement agreement;
  agreement.parties = visit().parties;
  agreement.title = "Thỏa thuận hợp tác";
  const Id whole = entered(viet_, agreement);
  model::Commitment point;
  point.agreement = whole;
  point.content = "Tập huấn cán bộ";
  point.parties = visit().parties;
  const Id named_first = entered(viet_, point);
  const Id unknown = new_id();
  EXPECT_EQ(inbox_of(viet_).total, 0);
  EXPECT_EQ(inbox_of(viet_, {.asked = model::Asked::release}).total, 2);
  EXPECT_EQ(inbox_of(lao_, {.asked = model::Asked::release}).total, 0);
  const auto outcome = as(viet_, [&](auto& writer, const Voice& voice) -> Result<std::vector<Told>> {
    return release_each(writer, {named_first, unknown, whole}, voice);
  });
  ASSERT_TRUE(outcome) << outcome.error().code;
  EXPECT_TRUE((*outcome)[0].outcome);
  EXPECT_EQ((*outcome)[1].outcome.error().code, "record_unknown");
  EXPECT_TRUE((*outcome)[2].outcome);
  EXPECT_EQ(inbox_of(viet_, {.asked = model::Asked::release}).total, 0);
  EXPECT_EQ(inbox_of(lao_).counts[model::Asked::confirm], 2);
}

TEST_P(Confirming, OnlyApproversAreAskedToReleaseDrafts) {
  const auto officer = somebody("Hoa", "vn.nghe-an", "VN", model::Role::officer);
  const Id draft = entered(officer, visit());
  EXPECT_EQ(inbox_of(officer, {.asked = model::Asked::release}).total, 0);
  EXPECT_EQ(inbox_of(somebody("Minh", "vn.kon-tum", "VN", model::Role::approver), {.asked = model::Asked::release}).total, 0);
  EXPECT_EQ(inbox_of(viet_, {.asked = model::Asked::release}).total, 1);
  const auto outcome =
      as(officer, [&](auto& writer, const Voice& voice) -> Result<std::vector<Told>> { return release_each(writer, {draft}, voice); });
  EXPECT_EQ(outcome->front().outcome.error().code, "not_permitted");
}

TEST_P(Confirming, TheInboxIsOldestFirstCountedAndPaged) {
  std::vector<Id> ids;
  for (int i = 0; i < 5; ++i) ids.push_back(released(visit()));
  auto page = inbox_of(lao_, {.limit = 2});
  EXPECT_EQ(page.total, 5);
  EXPECT_EQ(page.counts[model::Asked::confirm], 5);
  std::vector<Id> seen;
  for (;;) {
    for (const auto& item : page.items) seen.push_back(item.waiting.record);
    if (!page.next) break;
    page = inbox_of(lao_, {.after = page.next, .limit = 2});
  }
  EXPECT_EQ(seen, ids);
}

TEST_P(Confirming, EveryActStandsInTheJournalAndLeavesHistoryReadable) {
  const Id id = released(visit(12));
  const auto dispute = disputed(lao_, id, "participants", 15);
  ASSERT_EQ(settled(viet_, id, dispute, DisputeOutcome::taken), "");
  ASSERT_EQ(confirmed(lao_, id), "");
  ASSERT_EQ(published(viet_, id), "");
  std::string actions;
  store_->read([&](store::Reader& reader) {
    for (const auto& change : reader.changes_of(id)) actions += std::string(name_of(change.action)) + " ";
    const auto now = as_of(reader, id, "9999");
    ASSERT_TRUE(now);
    EXPECT_EQ(std::get<model::Activity>(*now).participants.low, 15);
  });
  EXPECT_EQ(actions, "create release dispute edit settle confirm publish ");
}

TEST_P(Confirming, ADisputedNameStandsInNoEntryOfTheJournal) {
  const Id id = released(visit());
  ASSERT_TRUE(is_uuid(disputed(lao_, id, "head", "Bounthong", "ຕາມບັນຊີ")));
  store_->read([&](store::Reader& reader) {
    for (const auto& change : reader.changes_of(id)) EXPECT_EQ(change.after.find("Bounthong"), std::string::npos);
    EXPECT_EQ(reader.confirmations().disputes_on("head").size(), 1u);
  });
}

TEST_P(Confirming, TheKeeperSaysForWhichSide) {
  EXPECT_EQ(voice_of(keeper_, "", "kevai").error().code, "side_missing");
  EXPECT_EQ(voice_of(keeper_, "TH", "kevai").error().code, "side_unknown");
  EXPECT_EQ(voice_of(lao_, "VN", "Khamphone").error().code, "side_of_others");
  EXPECT_EQ(voice_of(keeper_, "LA", "kevai")->side, "LA");
}

/// The statement and the one place permissions are decided say the same of every account.
TEST_P(Confirming, TheInboxHoldsExactlyWhatEachAccountMayConfirm) {
  std::vector<Id> ids{released(visit()), entered(keeper_, visit()), entered(keeper_, model::Commitment{.content = "không bên nào"})};
  auto far = visit();
  far.parties = {{{{"la.savannakhet"}}, {}}, {{{"vn.quang-tri"}}, {}}};
  ids.push_back(entered(keeper_, far));
  const auto leader = somebody("Sisouk", "la.lftu", "LA", model::Role::approver, true);
  for (const auto& actor : {lao_, lao_officer_, elsewhere_, leader, viet_}) {
    std::set<Id> may_confirm, asked;
    store_->read([&](store::Reader& reader) {
      for (const Id& id : ids) {
        const Subject subject{reader.state(id)->kind, *reader.sharing(id), reader.concerned(id)};
        const auto said = shared_record(reader, id)->of(actor.side);
        if (may(actor, Deed::confirm, subject) && !said.confirms) may_confirm.insert(id);
      }
    });
    for (const auto& item : inbox_of(actor).items) asked.insert(item.waiting.record);
    EXPECT_EQ(asked, may_confirm) << actor.name;
  }
}

}  // namespace
}  // namespace kevai::reg
