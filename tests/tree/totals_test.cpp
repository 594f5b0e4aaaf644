#include "tree_case.hpp"

namespace kevai {
namespace {

using model::RecordKind;
using test::attapeu;
using test::date;
using test::kon_tum;
using test::parties;
using test::quang_ngai;
using test::vgcl;

class Totals : public test::TreeCase {
 protected:
  Id visit(const OrganisationId& guest, const OrganisationId& host, std::string_view day, int persons, std::string_view state = "held") {
    boost::json::object fields{{"kind", "visit"}, {"date", day}, {"parties", parties({guest, host})}, {"state", state}};
    if (persons > 0) fields["participants"] = persons;
    return id_of(RecordKind::activity, fields);
  }
  void delegate(const Id& visit, const Id& person) {
    boost::json::object fields{{"activity", visit.value}, {"name", "Nguyễn Văn A"}};
    if (!person.empty()) fields["person"] = person.value;
    made(RecordKind::delegate, fields);
  }

  /// Kon Tum and Attapeu until 2025-06-30, Quảng Ngãi and Attapeu after.
  void tell_of_kon_tum_and_attapeu() {
    const auto an = id_of(RecordKind::person, {{"name", "An"}}), binh = id_of(RecordKind::person, {{"name", "Bình"}});
    const auto first = visit(kon_tum, attapeu, "2019-05-10", 12);
    delegate(first, an);
    delegate(first, binh);
    delegate(first, {});
    const auto second = visit(kon_tum, attapeu, "2023-03-01", 8);
    delegate(second, an);
    visit(attapeu, kon_tum, "2023-08", 10);
    visit(kon_tum, attapeu, "2024-12-01", 5, "planned");
    const auto third = visit(quang_ngai, attapeu, "2026-02-14", 0);
    delegate(third, an);
    delegate(third, {});
    visit(attapeu, quang_ngai, "2026-05-02", 7);
    made(RecordKind::course, {{"programme", "Bồi dưỡng cán bộ"},
                              {"date", "2022"},
                              {"organiser", kon_tum.value},
                              {"parties", parties({attapeu, kon_tum})},
                              {"trainees", 30},
                              {"women", 11}});
    made(RecordKind::support, {{"giver", kon_tum.value},
                               {"receiver", attapeu.value},
                               {"item", "money"},
                               {"value", 100'000'000},
                               {"unit", "VND"},
                               {"date", "2018-08"}});
    made(RecordKind::support, {{"giver", kon_tum.value},
                               {"receiver", attapeu.value},
                               {"item", "máy tính"},
                               {"value", 5},
                               {"worth", 60'000'000},
                               {"currency", "VND"},
                               {"valued_on", "2021-01-01"},
                               {"date", "2021"}});
    made(RecordKind::support, {{"giver", quang_ngai.value},
                               {"receiver", attapeu.value},
                               {"item", "money"},
                               {"value", 50'000'000},
                               {"unit", "VND"},
                               {"date", "2026-01-20"}});
    const auto agreement = id_of(RecordKind::agreement, {{"kind", "mou"},
                                                         {"parties", parties({kon_tum, attapeu})},
                                                         {"signed_on", "2022-04-01"},
                                                         {"valid_from", "2022"},
                                                         {"valid_to", "2027"}});
    for (const char* state : {"done", "open", "open"})
      made(RecordKind::commitment, {{"agreement", agreement.value},
                                    {"parties", parties({kon_tum, attapeu})},
                                    {"content", std::string("Điểm ") + state},
                                    {"stated_on", "2022-04-01"},
                                    {"state", state}});
  }
};
KEVAI_ON_BOTH_DATABASES(Totals);

TEST_P(Totals, OfKonTumStayKonTumsOnTheTreeOf2024) {
  tell_of_kon_tum_and_attapeu();
  const auto kon_tums = totals(kon_tum, "2024-12-31");
  EXPECT_TRUE(kon_tums.heirs.empty());
  EXPECT_EQ(kon_tums.own.out.visits, 2);  // 2019 and March 2023; that of 2024 was only planned
  EXPECT_EQ(kon_tums.own.out.person_trips.figure(), 12 + 8);
  EXPECT_EQ(kon_tums.own.out.persons, 2);  // An, who went twice, and Bình
  EXPECT_EQ(kon_tums.own.out.unidentified, 1);
  EXPECT_EQ(kon_tums.own.in.visits, 1);
  EXPECT_EQ(kon_tums.own.in.person_trips.figure(), 10);
  EXPECT_EQ(kon_tums.own.courses, 1);
  EXPECT_EQ(kon_tums.own.trainees.figure(), 30);
  EXPECT_EQ(kon_tums.own.women.figure(), 11);
  EXPECT_EQ(kon_tums.own.given.times, 2);
  EXPECT_EQ(kon_tums.own.given.money.at("VND").figure(), 100'000'000);
  EXPECT_EQ(kon_tums.own.given.worth.at("VND").figure(), 60'000'000);
  EXPECT_EQ(kon_tums.own.received.times, 0);
  EXPECT_EQ(kon_tums.own.agreements, 1);
  EXPECT_EQ(kon_tums.own.commitments.at(model::CommitmentState::open), 2);
  EXPECT_EQ(kon_tums.own.commitments.at(model::CommitmentState::done), 1);
  const auto quang_ngais = totals(quang_ngai, "2024-12-31", {{}, date("2024-12-31")});
  EXPECT_TRUE(quang_ngais.inherited.empty());
  EXPECT_EQ(quang_ngais.together.out.visits, 0);
  EXPECT_EQ(quang_ngais.together.agreements, 0);
}

TEST_P(Totals, OfKonTumAreInheritedByQuangNgaiToday) {
  tell_of_kon_tum_and_attapeu();
  const auto now = totals(quang_ngai, "2026-11-22");
  EXPECT_EQ(now.own.out.visits, 1);
  EXPECT_EQ(now.own.out.person_trips.figure(), 2);  // nobody stated how many went: the two delegates entered
  EXPECT_EQ(now.own.in.person_trips.figure(), 7);
  EXPECT_EQ(now.own.agreements, 0);
  ASSERT_EQ(now.inherited.size(), 1u);
  EXPECT_EQ(now.inherited[0].from, kon_tum);
  EXPECT_EQ(now.inherited[0].share, 1);
  EXPECT_EQ(now.inherited[0].totals.out.visits, 2);
  EXPECT_EQ(now.together.out.visits, 2 + 1);
  EXPECT_EQ(now.together.out.person_trips.figure(), 12 + 8 + 2);
  EXPECT_EQ(now.together.out.persons, 2);  // An is one person, whomever he went for
  EXPECT_EQ(now.together.out.unidentified, 2);
  EXPECT_EQ(now.together.in.person_trips.figure(), 10 + 7);
  EXPECT_EQ(now.together.trainees.figure(), 30);
  EXPECT_EQ(now.together.given.money.at("VND").figure(), 150'000'000);
  EXPECT_EQ(now.together.agreements, 1);
  const auto kon_tums = totals(kon_tum, "2026-11-22");
  EXPECT_EQ(kon_tums.heirs, (std::map<OrganisationId, double>{{quang_ngai, 1}}));
  EXPECT_EQ(kon_tums.own.out.visits, 2);
  // The other side never changed: its totals are the same on either tree.
  for (const char* day : {"2024-12-31", "2026-11-22"}) {
    EXPECT_EQ(totals(attapeu, day).together.out.visits, 3) << "from Viet Nam to Laos, whoever is asked about";
    EXPECT_EQ(totals(attapeu, day).together.in.visits, 2);
  }
}

TEST_P(Totals, KeepToThePeriodAskedFor) {
  tell_of_kon_tum_and_attapeu();
  const auto some = totals(quang_ngai, "2026-11-22", {date("2023"), date("2025")});
  EXPECT_EQ(some.together.out.visits, 1);
  EXPECT_EQ(some.together.in.visits, 1);
  EXPECT_EQ(some.together.courses, 0);
  EXPECT_EQ(some.together.agreements, 1);  // in force at the end of 2025
  EXPECT_EQ(totals(quang_ngai, "2026-11-22", {{}, date("2028")}).together.agreements, 0);
}

TEST_P(Totals, CountAVisitOfBothOnce) {
  made(RecordKind::activity,
       {{"kind", "visit"}, {"date", "2020-01-01"}, {"parties", parties({kon_tum, quang_ngai, attapeu})}, {"participants", 20}});
  const auto now = totals(quang_ngai, "2026-11-22");
  EXPECT_EQ(now.own.out.visits, 1);
  EXPECT_EQ(now.inherited.at(0).totals.out.visits, 1);
  EXPECT_EQ(now.together.out.visits, 1);
  EXPECT_EQ(now.together.out.person_trips.figure(), 20);
  const auto below = totals(vgcl, "2026-11-22", {}, true);
  EXPECT_EQ(below.together.out.visits, 0);
  EXPECT_EQ(below.with_below->out.visits, 1);
}

TEST_P(Totals, AreDividedByTheSharesOfADivision) {
  const auto old = unit("vn.cu", vgcl, model::Level::province), north = unit("vn.bac", vgcl), south = unit("vn.nam", vgcl);
  for (int i = 0; i < 5; ++i) visit(old, attapeu, "2003-01-0" + std::to_string(i + 1), 10);
  visit(north, attapeu, "2010-01-01", 6);
  const auto done = reg::write(store(), [&](store::Writer& w) {
    return reg::divide_organisation(w, {old, {{{north, {}}, 60}, {{south, {}}, 40}}, "theo số đoàn viên năm 2004", date("2005-01-01"), {}},
                                    test::officer);
  });
  ASSERT_TRUE(done) << done.error().code;
  const auto norths = totals(north, "2026-11-22");
  EXPECT_DOUBLE_EQ(norths.inherited.at(0).totals.out.visits, 3);  // 60 % of 5
  EXPECT_DOUBLE_EQ(norths.inherited.at(0).totals.out.person_trips.figure(), 30);
  EXPECT_DOUBLE_EQ(norths.together.out.visits, 4);
  EXPECT_DOUBLE_EQ(norths.together.out.person_trips.figure(), 36);
  const auto souths = totals(south, "2026-11-22");
  EXPECT_DOUBLE_EQ(souths.together.out.visits, 2);
  // Whatever way it is cut, all of it is there once.
  EXPECT_DOUBLE_EQ(norths.together.out.visits + souths.together.out.visits, 6);
  EXPECT_EQ(totals(old, "2004-12-31").own.out.visits, 5);
}

TEST_P(Totals, OfAnUndoneMergerAreEachTheirOwnAgain) {
  const auto one = unit("vn.mot", vgcl), two = unit("vn.hai", vgcl);
  visit(one, attapeu, "2020-01-01", 10);
  merged({one}, two, "2021-01-01");
  visit(two, attapeu, "2022-01-01", 4);
  EXPECT_EQ(totals(two, "2026-11-22").together.out.person_trips.figure(), 14);
  undone(one);
  const auto twos = totals(two, "2026-11-22");
  EXPECT_TRUE(twos.inherited.empty());
  EXPECT_EQ(twos.together.out.person_trips.figure(), 4);  // what was entered for it since is its own
  EXPECT_TRUE(tree("2026-11-22").stands(one));
  EXPECT_EQ(totals(one, "2026-11-22").together.out.person_trips.figure(), 10);
}

}  // namespace
}  // namespace kevai
