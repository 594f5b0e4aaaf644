#include "register/rights/offers.hpp"

#include "rights/two_sides.hpp"

namespace kevai::store {
namespace {

using model::RecordKind;
using model::Role;
using model::SharingState;

/// What a page offers somebody to do.
class Offers : public TwoSides {
 protected:
  std::string offered(const model::Actor& actor, const Id& record) {
    return read_as(actor, [&](Reader& reader) {
      std::string names;
      for (const auto offer : reg::offers(reader, actor, record))
        names += std::string(names.empty() ? "" : " ") + std::string(name_of(offer));
      return names;
    });
  }
  bool notes(const model::Actor& actor, const Id& record) {
    const auto note = fields(R"({"content": "Hỏi lại", "record": ")" + record.value + "\"}");
    return tried_as(actor,
                    [&](Writer& writer) -> Result<> {
                      const auto made = reg::create(writer, RecordKind::note, note, actor.name);
                      if (!made) return std::unexpected(made.error());
                      return {};
                    })
        .has_value();
  }

  const model::Actor viewer = account(Role::viewer, "vn.nghe-an");
  const model::Actor officer = account(Role::officer, "vn.nghe-an");
  const model::Actor approver = account(Role::approver, "vn.nghe-an");
  const model::Actor lao = account(Role::officer, "la.xiangkhouang");
};
INSTANTIATE_TEST_SUITE_P(Store, Offers, testing::Values(Driver::Sqlite, Driver::Postgres),
                         [](const auto& info) { return info.param == Driver::Sqlite ? "Sqlite" : "Postgres"; });

TEST_P(Offers, OfAnOwnRecordFollowTheRole) {
  const Id visit = visit_by(officer, here, "Vinh");
  EXPECT_EQ(offered(viewer, visit), "");
  EXPECT_EQ(offered(officer, visit), "write note");
  EXPECT_EQ(offered(approver, visit), "write release note");
  share(visit, SharingState::released);
  EXPECT_EQ(offered(officer, visit), "write note");
  EXPECT_EQ(offered(approver, visit), "write release confirm note");
}

TEST_P(Offers, OfWhatTheOtherSideReleasedAreToConfirmAndToNote) {
  const Id visit = visit_by(lao, here, "Phonsavan");
  EXPECT_EQ(offered(approver, visit), "") << "a draft of the other side is not there";
  share(visit, SharingState::released);
  EXPECT_EQ(offered(viewer, visit), "");
  EXPECT_EQ(offered(officer, visit), "note");
  EXPECT_EQ(offered(approver, visit), "confirm note");
}

TEST_P(Offers, OfWhatIsNotConfirmedOrGoesWithAnotherSayNothingOfIt) {
  const Id partnership = made_by(officer, RecordKind::partnership, R"({"parties": )" + here + "}");
  EXPECT_EQ(offered(approver, partnership), "write note");
  const Id visit = visit_by(officer, here, "Vinh");
  const Id delegate = made_by(officer, RecordKind::delegate, R"({"activity": ")" + visit.value + R"(", "name": "Lan"})");
  EXPECT_EQ(offered(approver, delegate), "write note");
}

TEST_P(Offers, ToNoteAreMadeToWhoeverMay) {
  const Id own = visit_by(officer, here, "Vinh"), others = visit_by(lao, here, "Phonsavan");
  share(others, SharingState::released);
  for (const auto& actor : {viewer, officer, approver})
    for (const Id& record : {own, others})
      EXPECT_EQ(offered(actor, record).ends_with("note"), notes(actor, record)) << name_of(actor.grants[0].role);
}

TEST_P(Offers, OfADocumentAreMadeToItsOwnSide) {
  const model::Document own{.side = "VN", .sharing = SharingState::draft}, others{.side = "LA", .sharing = SharingState::released};
  EXPECT_TRUE(reg::offers(viewer, own).empty());
  EXPECT_EQ(reg::offers(officer, own), (std::vector{reg::Offer::write, reg::Offer::remove}));
  EXPECT_EQ(reg::offers(approver, own), (std::vector{reg::Offer::write, reg::Offer::release, reg::Offer::remove}));
  EXPECT_TRUE(reg::offers(approver, others).empty());
}

}  // namespace
}  // namespace kevai::store
