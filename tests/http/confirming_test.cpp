#include "http/records_case.hpp"

namespace kevai::http {
namespace {

/// The keeper says for which side; nobody has an account here.
class ConfirmingApi : public RecordsApi {
 protected:
  void SetUp() override {
    RecordsApi::SetUp();
    visit_ =
        text(post("activities", {{"kind", "visit"}, {"participants", 12}, {"parties", {"vn.nghe-an", "la.xiangkhouang"}}}).json().at("id"));
  }
  Reply say(const char* act, json::object what, const char* side) {
    what["side"] = side;
    return post("activities/" + visit_ + "/" + act, what);
  }
  json::object sharing() { return get("activities/" + visit_).json().at("sharing").as_object(); }
  std::string visit_;
};
KEVAI_ON_BOTH_DATABASES(ConfirmingApi);

TEST_P(ConfirmingApi, ARecordIsDisputedSettledConfirmedAndMadePublic) {
  EXPECT_EQ(text(sharing().at("standing")), "waiting");
  ASSERT_EQ(say("confirm", {}, "VN").status, 200);
  const auto disputed = say("dispute", {{"field", "participants"}, {"figure", 15}, {"reason", "theo danh sách"}}, "LA");
  ASSERT_EQ(disputed.status, 200) << disputed.body;
  const auto dispute = disputed.json().at("sharing").at("disputes").at(0);
  EXPECT_EQ(dispute.at("stated").at("figure").to_number<int>(), 12);
  EXPECT_EQ(dispute.at("figure").at("figure").to_number<int>(), 15);
  ASSERT_EQ(say("settle", {{"dispute", dispute.at("id")}, {"outcome", "taken"}}, "VN").status, 200);
  ASSERT_EQ(say("confirm", {}, "LA").status, 200);
  EXPECT_EQ(text(sharing().at("standing")), "confirmed");
  EXPECT_EQ(get("public/records").json().at("total").to_number<int>(), 0);
  ASSERT_EQ(say("publish", {}, "VN").status, 200);
  ASSERT_EQ(say("publish", {}, "LA").status, 200);
  const auto open = get("public/records").json();
  EXPECT_EQ(open.at("total").to_number<int>(), 1);
  EXPECT_EQ(text(open.at("items").at(0).at("id")), visit_);
  const auto page = service().get("/public?lang=vi");
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.body.find("Nghệ An"), std::string::npos);
}

TEST_P(ConfirmingApi, WhatIsSaidOfARecordGivesItAnotherETagButLeavesItsVersion) {
  const auto before = etag_of("activities/" + visit_);
  ASSERT_EQ(say("confirm", {}, "LA").status, 200);
  EXPECT_NE(etag_of("activities/" + visit_), before);
  const auto changed = send("PATCH", "activities/" + visit_, {{"place", "Vinh"}}, if_match(before));
  EXPECT_EQ(changed.status, 200) << "nobody wrote the record meanwhile: " << changed.body;
}

TEST_P(ConfirmingApi, TheInboxSaysWhatIsAskedAndTakesManyAtOnce) {
  const auto second = text(post("activities", {{"kind", "visit"}, {"place", "Vinh"}}).json().at("id"));
  const auto inbox = get("inbox?side=LA").json();
  EXPECT_EQ(inbox.at("total").to_number<int>(), 2);
  EXPECT_EQ(text(inbox.at("items").at(0).at("record").at("id")), visit_) << "the oldest first";
  EXPECT_EQ(text(inbox.at("items").at(0).at("asked")), "confirm");
  const auto none = post("inbox/confirm", {{"records", {visit_, "nobody"}}, {"side", "LA"}, {"all_or_none", true}});
  EXPECT_EQ(none.status, 409);
  EXPECT_EQ(text(none.json().at("refused").at(0).at("code")), "record_unknown");
  EXPECT_EQ(get("inbox?side=LA").json().at("total").to_number<int>(), 2);
  const auto many = post("inbox/confirm", {{"all", true}, {"side", "LA"}}).json();
  EXPECT_EQ(many.at("confirmed").as_array().size(), 2u);
  EXPECT_EQ(get("inbox?side=LA").json().at("total").to_number<int>(), 0);
}

TEST_P(ConfirmingApi, ManyAreReleasedAtOnceUnlessAllOrNoneAreWanted) {
  const auto none = post("inbox/release", {{"records", {visit_, "nobody"}}, {"side", "VN"}, {"all_or_none", true}});
  EXPECT_EQ(none.status, 409);
  EXPECT_EQ(text(none.json().at("code")), "not_all_released");
  const auto many = post("inbox/release", {{"records", {visit_}}, {"side", "VN"}});
  EXPECT_EQ(many.status, 200);
  EXPECT_EQ(text(many.json().at("refused").at(0).at("code")), "already_released");
  EXPECT_EQ(get("inbox?side=VN&asked=release").json().at("total").to_number<int>(), 0);
}

TEST_P(ConfirmingApi, RefusesWhatNobodyCanSay) {
  EXPECT_EQ(text(post("activities/" + visit_ + "/confirm", json::object()).json().at("code")), "side_missing");
  EXPECT_EQ(text(say("confirm", {}, "TH").json().at("code")), "side_unknown");
  EXPECT_EQ(text(say("release", {}, "VN").json().at("code")), "already_released");
  EXPECT_EQ(text(say("publish", {}, "VN").json().at("code")), "not_confirmed_by_both");
  EXPECT_EQ(text(say("dispute", {{"field", "participants"}, {"figure", "mười"}, {"reason", "x"}}, "LA").json().at("code")),
            "record_invalid");
  EXPECT_EQ(text(say("settle", {{"dispute", visit_}, {"outcome", "taken"}}, "VN").json().at("code")), "dispute_unknown");
  EXPECT_EQ(text(say("confirm", {{"sides", 2}}, "VN").json().at("code")), "field_unknown");
  EXPECT_EQ(get("inbox?side=LA&cursor=x").status, 400);
}

}  // namespace
}  // namespace kevai::http
