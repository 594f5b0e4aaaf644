#include "tree_case.hpp"

namespace kevai {
namespace {

using test::date;
using test::kon_tum;
using test::lftu;
using test::officer;
using test::quang_ngai;
using test::vgcl;

class Restructuring : public test::TreeCase {
 protected:
  void SetUp() override {
    TreeCase::SetUp();
    one_ = unit("vn.mot", vgcl);
    two_ = unit("vn.hai", vgcl);
  }
  std::string merge(std::vector<OrganisationId> from, const OrganisationId& into, std::string_view on = "2026-01-01") {
    return code_of(
        [&](store::Writer& w) { return reg::merge_organisations(w, {from, {into, {}}, PartialDate::parse(on).value()}, officer); });
  }
  std::string divide(std::vector<reg::Heir> heirs, const std::string& rule = "theo số đoàn viên") {
    return code_of([&](store::Writer& w) { return reg::divide_organisation(w, {one_, heirs, rule, date("2026-01-01"), {}}, officer); });
  }
  model::Organisation now(const OrganisationId& id) { return *tree("2026-11-22").find(id); }
  reg::Heir fresh(const std::string& name, double share) {
    return {{{}, {{"name_vi", name}, {"name_lo", "ກຳມະບານ"}, {"name_en", "Union"}, {"place_vi", name}}}, share};
  }

  OrganisationId one_;
  OrganisationId two_;
};
KEVAI_ON_BOTH_DATABASES(Restructuring);

TEST_P(Restructuring, MergesSeveralIntoANewOne) {
  const auto done = reg::write(store(), [&](store::Writer& w) {
    return reg::merge_organisations(w, {{one_, two_}, fresh("Một Hai", 0).body, date("2026-01-01")}, officer);
  });
  ASSERT_TRUE(done) << done.error().code;
  EXPECT_EQ(done->value, "vn.mot-hai");
  EXPECT_EQ(now(*done).parent, vgcl);
  EXPECT_EQ(now(*done).valid_from.text(), "2026-01-01");
  for (const auto& id : {one_, two_}) {
    EXPECT_EQ(now(id).valid_to.text(), "2025-12-31");
    EXPECT_EQ(now(id).successor, *done);
  }
}

TEST_P(Restructuring, RefusesAMergerThatCannotBe) {
  EXPECT_EQ(merge({}, two_), "merge_of_none");
  EXPECT_EQ(merge({one_, two_}, two_), "merge_with_itself");
  EXPECT_EQ(merge({one_}, two_, "2026-01"), "date_wrong");
  EXPECT_EQ(merge({one_}, lftu), "record_invalid");  // of the other country
  EXPECT_EQ(merge({kon_tum}, two_), "organisation_ended");
  EXPECT_EQ(merge({one_}, kon_tum), "organisation_ended");
  EXPECT_EQ(merge({one_}, test::organisation("vn.khong-co")), "organisation_unknown");
  EXPECT_EQ(merge({one_}, unit("vn.mot.con", one_)), "merge_cycle");
  EXPECT_EQ(now(one_).valid_to.text(), "");
}

TEST_P(Restructuring, RefusesADivisionThatIsNotWhole) {
  EXPECT_EQ(divide({fresh("Bắc", 60), fresh("Nam", 30)}), "shares_not_whole");
  EXPECT_EQ(divide({fresh("Bắc", 120), fresh("Nam", -20)}), "share_malformed");
  EXPECT_EQ(divide({fresh("Bắc", 100)}), "division_of_one");
  EXPECT_EQ(divide({fresh("Bắc", 60), fresh("Nam", 40)}, ""), "rule_missing");
  EXPECT_EQ(divide({{{two_, {}}, 60}, {{two_, {}}, 40}}), "division_twice");
  EXPECT_EQ(now(one_).valid_to.text(), "");
  EXPECT_EQ(divide({fresh("Bắc", 60), fresh("Nam", 40)}), "");
  EXPECT_EQ(now(one_).valid_to.text(), "2025-12-31");
  EXPECT_EQ(divide({fresh("Bắc", 60), fresh("Nam", 40)}), "organisation_ended");
}

TEST_P(Restructuring, UndoesADivisionWithAllThatWentWithIt) {
  const auto child = unit("vn.mot.con", one_, model::Level::grassroots);
  const auto done = reg::write(store(), [&](store::Writer& w) {
    return reg::divide_organisation(w, {one_, {{{two_, {}}, 50}, fresh("Nam", 50)}, "chia đôi", date("2026-01-01"), {{child, 1}}}, officer);
  });
  ASSERT_TRUE(done) << done.error().code;
  EXPECT_EQ(tree("2026-11-22").children(done->at(1)), std::vector{child});
  const auto left = reg::write(store(), [&](store::Writer& w) { return reg::undo_restructuring(w, one_, "nhập nhầm", officer); });
  ASSERT_TRUE(left) << left.error().code;
  EXPECT_EQ(*left, std::vector{two_});  // the one made for it is of no use any more
  EXPECT_EQ(tree("2026-11-22").children(one_), std::vector{child});
  EXPECT_TRUE(reg::successors_of(tree("2026-11-22"), now(one_)).empty());
  EXPECT_EQ(code_of([&](store::Writer& w) { return reg::undo_restructuring(w, one_, "nữa", officer); }), "organisation_stands");
}

TEST_P(Restructuring, KeepsAnOldNameWithItsLastDay) {
  const auto done = reg::write(store(), [&](store::Writer& w) {
    return reg::rename_organisation(w, {quang_ngai, "Liên đoàn Lao động Quảng Ngãi", {}, {}, date("2026-01-01")}, officer);
  });
  ASSERT_TRUE(done);
  EXPECT_EQ(now(quang_ngai).name_vi, "Liên đoàn Lao động Quảng Ngãi");
  EXPECT_EQ(now(quang_ngai).other_names, "Liên đoàn Lao động tỉnh Quảng Ngãi (–2025-12-31)");
  store().read([&](store::Reader& reader) {
    EXPECT_EQ(reader.changes_of(quang_ngai).back().by, officer);
    EXPECT_EQ(reader.changes_of(quang_ngai).back().action, model::Action::edit);
  });
}

}  // namespace
}  // namespace kevai
