#include "accounts_case.hpp"

#include <algorithm>

namespace kevai::reg {
namespace {

using model::Role;

class HowFarAGrantReaches : public AccountsCase {
 protected:
  static bool reaches(const model::Actor& actor, const std::string& organisation) {
    const auto& within = actor.grants.at(0).within;
    return std::ranges::find(within, organisation, &Id::value) != within.end();
  }
  void organise(const std::string& id, const boost::json::object& fields) {
    const auto made =
        write([&](store::Writer& writer) { return create(writer, model::RecordKind::organisation, fields, "keeper", Id{id}); });
    ASSERT_TRUE(made) << made.error().code;
  }
  void change(const std::string& id, const boost::json::object& fields) {
    const auto done = write([&](store::Writer& writer) { return reg::change(writer, {id}, fields, {}, "keeper"); });
    ASSERT_TRUE(done) << done.error().code;
  }
};
KEVAI_ON_BOTH_DATABASES(HowFarAGrantReaches);

TEST_P(HowFarAGrantReaches, ToItsOrganisationAndAllBelowAndNoFurther) {
  organise("vn.nghe-an.ky-son", {{"country", "VN"}, {"level", "district"}, {"parent", "vn.nghe-an"}, {"name_vi", "LĐLĐ huyện Kỳ Sơn"}});
  const auto officer = actor(account("lan", "vn.nghe-an"));
  EXPECT_EQ(officer.side, "VN");
  EXPECT_TRUE(reaches(officer, "vn.nghe-an"));
  EXPECT_TRUE(reaches(officer, "vn.nghe-an.ky-son"));
  EXPECT_FALSE(reaches(officer, "vn.ha-tinh"));
  EXPECT_FALSE(reaches(officer, "vn.vgcl"));
  EXPECT_FALSE(officer.grants[0].whole_side);
}

TEST_P(HowFarAGrantReaches, FromTheTopOfACountryToItsWholeSide) {
  EXPECT_TRUE(actor(account("vgcl", "vn.vgcl")).grants[0].whole_side);
  EXPECT_TRUE(actor(account("lftu", "la.lftu")).grants[0].whole_side);
  EXPECT_FALSE(actor(account("tuu", "vn.tuu")).grants[0].whole_side);
}

TEST_P(HowFarAGrantReaches, FollowsTheTreeAsItChanges) {
  const auto id = account("lan", "vn.nghe-an");
  Reach reach;
  const auto now_reaching = [&](const std::string& organisation) {
    return read([&](store::Reader& reader) { return reaches(actor_of(reader, *reader.accounts().find(id), today, reach), organisation); });
  };
  EXPECT_FALSE(now_reaching("vn.nghe-an.que-phong"));
  organise("vn.nghe-an.que-phong",
           {{"country", "VN"}, {"level", "district"}, {"parent", "vn.nghe-an"}, {"name_vi", "LĐLĐ huyện Quế Phong"}});
  EXPECT_TRUE(now_reaching("vn.nghe-an.que-phong"));
  change("vn.nghe-an.que-phong", {{"parent", "vn.thanh-hoa"}});
  EXPECT_FALSE(now_reaching("vn.nghe-an.que-phong"));
}

TEST_P(HowFarAGrantReaches, ToThoseBeforeAnHeirAndToTheHeirItself) {
  change("vn.ha-tinh", {{"valid_to", "2026-06-30"}, {"successor", "vn.nghe-an"}});
  const auto heir = actor(account("lan", "vn.nghe-an"));
  EXPECT_TRUE(reaches(heir, "vn.ha-tinh"));
  const auto of_the_old = actor(account("mai", "vn.ha-tinh"));
  EXPECT_TRUE(reaches(of_the_old, "vn.ha-tinh"));
  EXPECT_TRUE(reaches(of_the_old, "vn.nghe-an"));
}

}  // namespace
}  // namespace kevai::reg
