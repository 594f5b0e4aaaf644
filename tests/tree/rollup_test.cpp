#include <random>

#include "model/record_json.hpp"
#include "register/rollup.hpp"
#include "tree_case.hpp"

namespace kevai {
namespace {

using model::RecordKind;
using test::date;
using test::kon_tum;
using test::parties;
using test::quang_ngai;
using test::vgcl;

class Rollups : public test::TreeCase {
 protected:
  Id says(const OrganisationId& unit, int members, std::string_view stated_on = "2024-12-31", std::string_view period = "2024",
          std::string_view qualifier = "exact") {
    const auto figure = Quantity::of(members, *named<Qualifier>(qualifier));
    return id_of(RecordKind::observation, {{"measure", "members"},
                                           {"value", model::to_json(figure)},
                                           {"parties", parties({unit})},
                                           {"valid_from", period},
                                           {"valid_to", period},
                                           {"stated_on", stated_on}});
  }
  model::Rollup row(const OrganisationId& unit, const std::string& year = "2024") {
    model::Rollup key{.organisation = unit, .measure = "members", .from = year + "-01-01", .to = year + "-12-31"};
    std::optional<model::Rollup> found;
    store().read([&](store::Reader& reader) { found = reader.rollup(key); });
    return found.value_or(key);
  }
  std::string bounds(const OrganisationId& unit, const std::string& year = "2024") {
    const auto value = row(unit, year).value();
    const auto told = [](const std::optional<double>& bound) {
      return bound ? std::to_string(static_cast<long>(*bound)) : std::string("?");
    };
    return told(value.low) + ".." + told(value.high);
  }
  void removed(const Id& id) {
    ASSERT_TRUE(store().write([&](store::Writer& w) { return reg::remove(w, id, "nhập nhầm", {}, test::officer); }));
  }
};
KEVAI_ON_BOTH_DATABASES(Rollups);

TEST_P(Rollups, AddUpAsNumbersArrive) {
  const auto one = unit("vn.kt.mot", kon_tum), two = unit("vn.kt.hai", kon_tum);
  const auto cell = unit("vn.kt.mot.a", one, model::Level::grassroots);
  says(cell, 100);
  EXPECT_EQ(bounds(one), "100..100");
  EXPECT_EQ(bounds(kon_tum), "100..100");
  says(two, 250);
  EXPECT_EQ(bounds(kon_tum), "350..350");
  EXPECT_EQ(bounds(vgcl), "350..350");
  EXPECT_EQ(row(kon_tum).reported, 2);
  EXPECT_EQ(row(vgcl).reported, 1);
  EXPECT_EQ(row(vgcl).statements, 2);
}

TEST_P(Rollups, LetAUnitsOwnNumberStandForAllBelowIt) {
  const auto one = unit("vn.kt.mot", kon_tum);
  says(one, 100);
  const auto own = says(kon_tum, 900);
  says(one, 120, "2025-01-10");
  EXPECT_EQ(bounds(kon_tum), "900..900");
  EXPECT_EQ(bounds(vgcl), "900..900");
  removed(own);
  EXPECT_EQ(bounds(vgcl), "120..120");
}

TEST_P(Rollups, CountTheLastStatedOfSeveralNumbers) {
  const auto one = unit("vn.kt.mot", kon_tum);
  const auto late = says(one, 300, "2025-03-01");
  says(one, 200, "2025-02-01");
  EXPECT_EQ(bounds(kon_tum), "300..300");
  removed(late);
  EXPECT_EQ(bounds(kon_tum), "200..200");
  says(one, 210, "2025-02-01");  // said on the same day, entered later
  EXPECT_EQ(bounds(kon_tum), "210..210");
}

TEST_P(Rollups, FollowWhatIsChangedOfANumber) {
  const auto one = unit("vn.kt.mot", kon_tum), other = unit("vn.qn.mot", quang_ngai);
  const auto said = says(one, 300);
  changed(said, {{"value", 320}});
  EXPECT_EQ(bounds(kon_tum), "320..320");
  changed(said, {{"parties", parties({other})}});
  EXPECT_TRUE(row(kon_tum).empty());
  EXPECT_EQ(bounds(quang_ngai), "320..320");
  EXPECT_EQ(bounds(vgcl), "320..320");
  changed(said, {{"part", "nữ"}});
  EXPECT_TRUE(row(vgcl).empty());
}

TEST_P(Rollups, AddBoundsAndLeaveOpenWhatIsOpen) {
  says(unit("vn.kt.mot", kon_tum), 4000, "2024-12-31", "2024", "nearly");
  says(unit("vn.kt.hai", kon_tum), 250);
  EXPECT_EQ(bounds(kon_tum), "3250..4250");
  const auto open = says(unit("vn.kt.ba", kon_tum), 500, "2024-12-31", "2024", "over");
  EXPECT_EQ(bounds(kon_tum), "3750..?");
  EXPECT_EQ(row(vgcl).value().qualifier, Qualifier::over);
  removed(open);
  EXPECT_EQ(bounds(vgcl), "3250..4250");
}

TEST_P(Rollups, AreNotMadeOfWhatIsSaidOfSeveralOrOfAPart) {
  made(RecordKind::observation, {{"measure", "members"}, {"value", 10}, {"parties", parties({kon_tum, quang_ngai})}, {"valid_to", "2024"}});
  made(RecordKind::observation,
       {{"measure", "members"}, {"value", 10}, {"parties", parties({kon_tum})}, {"part", "nữ"}, {"valid_to", "2024"}});
  store().read([&](store::Reader& reader) { EXPECT_FALSE(reader.has_rollups()); });
}

TEST_P(Rollups, DoNotAddUpRates) {
  made(RecordKind::observation, {{"measure", "unionised_workers"}, {"value", 80}, {"parties", parties({kon_tum})}, {"valid_to", "2024"}});
  store().read([&](store::Reader& reader) {
    EXPECT_EQ(reader.rollups_of(kon_tum).size(), 1u);
    EXPECT_TRUE(reader.rollups_of(vgcl).empty());
  });
}

TEST_P(Rollups, GoWhereTheTreeOfTheirPeriodLeads) {
  const auto district = unit("vn.kt.mot", kon_tum);
  says(district, 100, "2024-12-31", "2024");
  says(district, 110, "2025-12-31", "2025");
  EXPECT_EQ(bounds(kon_tum, "2024"), "100..100");
  EXPECT_TRUE(row(quang_ngai, "2024").empty());
  EXPECT_EQ(bounds(quang_ngai, "2025"), "110..110");  // Kon Tum was no more on its last day
  const auto shown = measures(quang_ngai, "2026-11-22").numbers;
  ASSERT_EQ(shown.size(), 2u);
  ASSERT_EQ(shown[0].inherited.size(), 1u);
  EXPECT_EQ(shown[0].inherited[0].from, kon_tum);
  EXPECT_EQ(shown[0].together.figure(), 100);
  EXPECT_TRUE(shown[1].inherited.empty());
  EXPECT_EQ(shown[1].of, 1);
  EXPECT_TRUE(measures(quang_ngai, "2024-12-31").numbers[0].inherited.empty());
}

TEST_P(Rollups, MoveWithAMergerAndBackWhenItIsUndone) {
  const auto one = unit("vn.mot", vgcl, model::Level::province), two = unit("vn.hai", vgcl, model::Level::province);
  const auto district = unit("vn.mot.a", one);
  says(district, 70, "2026-06-30", "2026");
  says(two, 500, "2026-06-30", "2026");
  EXPECT_EQ(bounds(vgcl, "2026"), "570..570");
  merged({one}, two, "2026-01-01");
  EXPECT_TRUE(row(one, "2026").empty());
  EXPECT_EQ(row(two, "2026").low, 70);          // its districts' sum lies ready
  EXPECT_EQ(bounds(vgcl, "2026"), "500..500");  // but what it says of itself stands for all of it
  undone(one);
  EXPECT_EQ(bounds(one, "2026"), "70..70");
  EXPECT_EQ(bounds(vgcl, "2026"), "570..570");
  changed(district, {{"parent", two.value}});
  EXPECT_TRUE(row(one, "2026").empty());
  EXPECT_EQ(bounds(vgcl, "2026"), "500..500");
}

TEST_P(Rollups, TellHowFarItIsToATarget) {
  made(RecordKind::target,
       {{"measure", "members"}, {"value", 1000}, {"unit", "members"}, {"organisation", kon_tum.value}, {"by_date", "2025"}});
  EXPECT_TRUE(measures(kon_tum, "2026-11-22").targets.at(0).percent.empty());
  says(unit("vn.kt.mot", kon_tum), 300, "2023-12-31", "2023");
  says(unit("vn.kt.hai", kon_tum), 400, "2024-12-31", "2024", "nearly");
  const auto progress = measures(kon_tum, "2026-11-22").targets.at(0);
  EXPECT_EQ(progress.newest->row.to, "2024-12-31");
  EXPECT_EQ(progress.percent.low, 30);
  EXPECT_EQ(progress.percent.high, 40);
}

/// Whatever was written in whatever order, they are what one would make of the observations anew.
TEST_P(Rollups, AreTheSameAsMadeAnew) {
  std::mt19937 random(7);
  const auto any = [&](std::size_t below) { return static_cast<int>(random() % below); };
  std::vector<OrganisationId> units{vgcl};
  for (int i = 0; i < 14; ++i) units.push_back(unit("vn.u" + std::to_string(i), units[static_cast<std::size_t>(any(units.size()))]));
  std::vector<Id> said;
  const char* qualifiers[] = {"exact", "nearly", "over", "at_most"};
  for (int step = 0; step < 90; ++step) {
    const auto& at = units[1 + static_cast<std::size_t>(any(units.size() - 1))];
    const int what = any(10);
    if (what < 6 || said.empty()) {
      said.push_back(says(at, 10 * (1 + any(50)), "202" + std::to_string(any(6)), any(2) ? "2020" : "2026", qualifiers[any(4)]));
    } else if (what == 6) {
      const std::size_t one = static_cast<std::size_t>(any(said.size()));
      removed(said[one]);
      said.erase(said.begin() + static_cast<long>(one));
    } else if (what == 7) {
      changed(said[static_cast<std::size_t>(any(said.size()))], {{"value", any(400)}});
    } else if (what == 8) {
      const auto& into = units[1 + static_cast<std::size_t>(any(units.size() - 1))];
      (void)reg::write(
          store(), [&](store::Writer& w) { return reg::merge_organisations(w, {{at}, {into, {}}, date("2022-01-01")}, test::officer); });
    } else {
      (void)reg::write(store(), [&](store::Writer& w) { return reg::undo_restructuring(w, at, "thử", test::officer); });
    }
  }
  const auto all = [&] {
    std::string text;
    store().read([&](store::Reader& reader) {
      for (const auto& id : units)
        for (const auto& r : reader.rollups_of(id))
          text += id.value + " " + r.to + " " + r.said_by.value + " " + std::to_string(r.low) + " " + std::to_string(r.high) + " " +
                  std::to_string(r.open_low) + " " + std::to_string(r.open_high) + " " + std::to_string(r.reported) + " " +
                  std::to_string(r.statements) + "\n";
    });
    return text;
  };
  const auto kept = all();
  EXPECT_NE(kept, "");
  ASSERT_TRUE(store().write([](store::Writer& w) -> Result<> {
    reg::make_rollups(w);
    return {};
  }));
  EXPECT_EQ(kept, all());
}

}  // namespace
}  // namespace kevai
