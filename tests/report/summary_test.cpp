#include "report/summary.hpp"

#include <gtest/gtest.h>

#include "register/edit.hpp"
#include "report/render.hpp"
#include "support/told_register.hpp"

namespace kevai {
namespace {

using extract::ActivityKind;
using extract::AgreementKind;
using report::Figure;
using report::Summary;
using test::date;
using test::fact;
using test::ToldRegister;

const std::vector<std::string> national{"vn.vgcl", "la.lftu"};
const std::vector<std::string> provinces{"vn.nghe-an", "la.xiangkhouang"};

Summary summary_of(ToldRegister& told, std::string_view from = "2003", std::string_view to = "2028", std::optional<Id> partnership = {}) {
  Summary summary;
  told.store().read([&](store::Reader& reader) { summary = report::summarise(reader, {date(from), date(to)}, partnership); });
  return summary;
}

const Figure* figure(const Summary& summary, std::string_view measure) {
  for (const Figure& figure : summary.figures) {
    if (figure.measure == measure) return &figure;
  }
  return nullptr;
}

extract::Fact visit(std::string_view day, std::vector<std::string> orgs, std::optional<double> persons = {}) {
  return fact(extract::ActivityFact{.kind = ActivityKind::visit, .date = date(day), .orgs = std::move(orgs), .participants = persons},
              "visit " + std::string(day));
}

extract::Fact said(std::string measure, double value, std::string_view from = {}, std::string part = {}) {
  extract::QuantityFact quantity{.measure = measure, .value = value, .of = std::move(part), .orgs = national};
  if (!from.empty()) quantity.from = date(from);
  return fact(quantity, measure + " " + std::to_string(value));
}

Id partnership_of(ToldRegister& told, const std::string& vietnamese) {
  for (const auto& partnership : told.all<model::Partnership>()) {
    if (partnership.parties.at(0).id.value == vietnamese) return partnership.id;
  }
  throw std::runtime_error("no partnership of " + vietnamese);
}

TEST(Summary, CountsDelegationsOutAndInByTheGuestsCountry) {
  ToldRegister told;
  told.tell("a", "2024",
            {visit("2023-05", {"vn.nghe-an", "la.xiangkhouang"}, 7), visit("2023-06", {"vn.vgcl", "la.lftu"}),
             visit("2024-02", {"la.lftu", "vn.vgcl"}, 5)});
  const Summary summary = summary_of(told);
  EXPECT_EQ(figure(summary, "delegations")->counted, Quantity::of(3));
  EXPECT_EQ(figure(summary, "delegations_out")->counted, Quantity::of(2));
  EXPECT_EQ(figure(summary, "delegations_in")->counted, Quantity::of(1));
  EXPECT_EQ(figure(summary, "delegations_in")->records.size(), 1u);
}

TEST(Summary, AddsUpPersonTripsAndSaysHowManyVisitsStateNone) {
  ToldRegister told;
  told.tell("a", "2024",
            {visit("2023-05", {"vn.nghe-an", "la.xiangkhouang"}, 7), visit("2023-06", {"vn.vgcl", "la.lftu"}),
             visit("2024-02", {"vn.vgcl", "la.lftu"}, 5)});
  const Summary summary = summary_of(told);
  const Figure* out = figure(summary, "person_trips_out");
  ASSERT_NE(out, nullptr);
  EXPECT_EQ(out->counted, Quantity::of(12));
  EXPECT_EQ(out->records.size(), 3u);
  EXPECT_EQ(out->unnumbered, 1);
}

TEST(Summary, ShowsWhatIsSaidBesideWhatIsCountedAndWhatIsMissing) {
  ToldRegister told;
  told.tell("a", "2024-07", {said("delegations_out", 15, "2023"), visit("2023-05", {"vn.vgcl", "la.lftu"}, 7)});
  const Figure* out = nullptr;
  const Summary summary = summary_of(told);
  out = figure(summary, "delegations_out");
  ASSERT_NE(out, nullptr);
  ASSERT_EQ(out->said.size(), 1u);
  EXPECT_TRUE(out->countable);
  EXPECT_EQ(out->counted, Quantity::of(1));
  EXPECT_EQ(out->missing, 14);
}

TEST(Summary, NeverAddsUpWhatIsSaidOfDifferentPeriods) {
  ToldRegister told;
  told.tell("a", "2024", {said("trainees", 159, "2023"), said("trainees", 318, "2003")});
  const Summary summary = summary_of(told);
  const Figure* trainees = figure(summary, "trainees");
  ASSERT_NE(trainees, nullptr);
  EXPECT_EQ(trainees->said.size(), 2u);
  EXPECT_EQ(trainees->missing, 318);
}

TEST(Summary, ComparesWhatIsSaidWithTheRecordsItCanSpeakOf) {
  ToldRegister told;
  told.tell("a", "2024-07",
            {said("delegations_in", 4, "2023"),                      // of the national centres
             visit("2019", {"la.lftu", "vn.vgcl"}),                  // before that time
             visit("2023-03", {"la.xiangkhouang", "vn.nghe-an"})});  // beneath them
  const Summary all = summary_of(told);
  EXPECT_EQ(figure(all, "delegations_in")->counted, Quantity::of(2));
  EXPECT_EQ(figure(all, "delegations_in")->missing, 3);
  told.tell("b", "2024-07", {fact(extract::QuantityFact{.measure = "delegations_in", .value = 2, .orgs = provinces}, "2 đoàn vào")});
  const Summary both = summary_of(told);
  EXPECT_EQ(figure(both, "delegations_in")->missing, 3) << "the greatest gap of one figure, no sum";
}

TEST(Summary, ComparesNoFigureOfOnePartWithTheWhole) {
  ToldRegister told;
  told.tell("a", "2024", {said("partner_units", 15, {}, "LĐLĐ tỉnh, thành phố")});
  const Summary summary = summary_of(told);
  const Figure* units = figure(summary, "partner_units");
  ASSERT_NE(units, nullptr);
  EXPECT_FALSE(units->missing);
}

TEST(Summary, SaysThatNothingCanBeCountedWhereTheRegisterHoldsNoSuchRecords) {
  ToldRegister told;
  told.tell("a", "2024", {said("trainees_female", 114, "2003")});
  const Summary summary = summary_of(told);
  EXPECT_FALSE(figure(summary, "trainees_female")->countable);
  EXPECT_FALSE(figure(summary, "trainees_female")->missing);
}

/// A training of 40, held as a course of 40 with 2 certified instructors among its three entered; one of these taught a class
/// onward, from which another went on.
class CoursesInSummary : public testing::Test {
 protected:
  void SetUp() override {
    told_.tell("a", "2025",
               {said("courses", 3, "2023"), said("certificates", 40, "2023"), said("downstream_classes", 2, "2023"),
                fact(extract::ActivityFact{.kind = ActivityKind::training, .date = date("2023-04"), .orgs = national, .participants = 40},
                     "training"),
                fact(extract::ActivityFact{.kind = ActivityKind::training, .date = date("2023-09"), .orgs = national, .participants = 25},
                     "other")});
    const Id training = told_.all<model::Activity>().at(0).date.month() == 4 ? told_.all<model::Activity>().at(0).id
                                                                             : told_.all<model::Activity>().at(1).id;
    const Id first = keep(model::Course{.programme = "Giảng viên",
                                        .cohort = 3,
                                        .date = date("2023-04"),
                                        .parties = parties(),
                                        .trainees = Quantity::of(40),
                                        .women = Quantity::of(15),
                                        .certificates = Quantity::of(38),
                                        .activity = training});
    const Id instructor = keep(model::Trainee{.course = first, .name = "Khamla", .certificate = "1"});
    const Id second =
        keep(model::Course{.date = date("2023-11"), .parties = parties(), .trainees = Quantity::of(100), .instructors = {instructor}});
    keep(model::Course{
        .date = date("2024-02"), .parties = parties(), .trainees = Quantity::of(60), .women = Quantity::of(9), .onward_from = second});
  }
  static std::vector<model::Party> parties() { return {{{{"vn.vgcl"}}, {}}, {{{"la.lftu"}}, {}}}; }
  template <class Record>
  Id keep(Record record) {
    const auto made = reg::write(told_.store(), [&](store::Writer& writer) { return reg::create(writer, model::Record(record), "lan"); });
    EXPECT_TRUE(made);
    return made ? model::id_of(made->record) : Id{};
  }
  ToldRegister told_;
};

TEST_F(CoursesInSummary, CountEachOnceHoweverItIsHeldAndTaughtOnward) {
  const Summary summary = summary_of(told_);
  EXPECT_EQ(figure(summary, "courses")->counted, Quantity::of(1));
  EXPECT_EQ(figure(summary, "courses")->missing, 2);
  EXPECT_EQ(figure(summary, "trainees")->counted, Quantity::of(40 + 25)) << "the training held as a course counts once";
  EXPECT_EQ(figure(summary, "trainees_female")->counted, Quantity::of(15));
  EXPECT_EQ(figure(summary, "trainees_female")->unnumbered, 1);
  EXPECT_EQ(figure(summary, "certificates")->counted, Quantity::of(38));
  EXPECT_EQ(figure(summary, "certificates")->missing, 2);
  EXPECT_EQ(figure(summary, "downstream_classes")->counted, Quantity::of(2));
  EXPECT_FALSE(figure(summary, "downstream_classes")->missing);
  EXPECT_EQ(figure(summary, "downstream_trainees")->counted, Quantity::of(100 + 60));
}

TEST_F(CoursesInSummary, StandInEveryFormOfTheReport) {
  const Summary summary = summary_of(told_);
  for (const std::string& report : {report::to_html(summary, text::Language::vi), report::to_markdown(summary, text::Language::vi)})
    EXPECT_NE(report.find("Giảng viên, khóa 3"), std::string::npos);
  EXPECT_NE(report::to_json(summary, text::Language::vi).find("\"programme\":\"Giảng viên\""), std::string::npos);
}

TEST(Summary, TellsWhyWhatIsSaidAndWhatIsCountedDiffer) {
  ToldRegister told;
  told.tell("a", "2024", {said("delegations_out", 15, "2023")});
  const Id said_so = told.all<model::Observation>().at(0).id;
  ASSERT_TRUE(reg::write(told.store(), [&](store::Writer& writer) {
    return reg::change(writer, said_so, {{"explained", "gồm cả đoàn của <tỉnh>"}}, {}, "lan");
  }));
  const Summary summary = summary_of(told);
  EXPECT_EQ(figure(summary, "delegations_out")->explained, std::vector{said_so});
  EXPECT_NE(report::to_html(summary, text::Language::vi).find("Đã giải thích: gồm cả đoàn của &lt;tỉnh&gt;"), std::string::npos);
  EXPECT_NE(report::to_markdown(summary, text::Language::en).find("; Explained: gồm cả đoàn"), std::string::npos);
  EXPECT_NE(report::to_json(summary, text::Language::en).find("\"note\":\"gồm cả đoàn"), std::string::npos);
}

TEST(Summary, HoldsAnAgreementWhileItIsInForce) {
  ToldRegister told;
  told.tell("a", "2022",
            {fact(extract::AgreementFact{.parties = provinces, .from = date("2017"), .to = date("2022"), .kind = AgreementKind::programme},
                  "2017-2022"),
             fact(extract::AgreementFact{.parties = provinces, .signed_on = date("2019-08-09"), .kind = AgreementKind::mou}, "2019")});
  EXPECT_EQ(summary_of(told, "2010", "2016").agreements.size(), 0u);
  EXPECT_EQ(summary_of(told, "2017", "2018").agreements.size(), 1u);
  EXPECT_EQ(summary_of(told, "2020", "2022").agreements.size(), 2u);
  EXPECT_EQ(summary_of(told, "2023", "2028").agreements.size(), 1u) << "a memorandum with no end goes on";
}

TEST(Summary, HoldsWhatNobodyDatesByTheDateOfItsDocument) {
  ToldRegister told;
  const extract::ActivityFact talks{.kind = ActivityKind::talks, .orgs = national};
  told.tell("dated", "2024-07-15", {fact(talks, "hội đàm")});
  EXPECT_EQ(summary_of(told, "2024", "2024").activities.size(), 1u);
  EXPECT_EQ(summary_of(told, "2020", "2023").activities.size(), 0u);
  told.tell("undated", "", {fact(talks, "hội đàm")});
  EXPECT_EQ(summary_of(told, "2020", "2023").activities.size(), 1u);
}

TEST(Summary, HoldsAFigureOverTheTimeItCovers) {
  ToldRegister told;
  told.tell("a", "2024-07", {said("members", 10, "2021")});
  EXPECT_EQ(summary_of(told, "2022", "2023").observations.size(), 1u);
  EXPECT_EQ(summary_of(told, "2025", "2028").observations.size(), 0u) << "it was said in 2024";
}

TEST(Summary, OfOnePartnershipLeavesTheOthersOut) {
  ToldRegister told;
  told.tell("a", "2024", {visit("2023-05", {"vn.nghe-an", "la.xiangkhouang"}), visit("2023-06", {"vn.vgcl", "la.lftu"})});
  const Id nghe_an = partnership_of(told, "vn.nghe-an");
  const Summary summary = summary_of(told, "2003", "2028", nghe_an);
  EXPECT_EQ(summary.partnerships, std::vector{nghe_an});
  EXPECT_EQ(summary.activities.size(), 1u);
}

TEST(Summary, OfOnePartnershipTakesInWhatOneSideDidInADocumentThatTellsOfBoth) {
  ToldRegister told;
  const auto gift = [](std::string item) {
    return fact(extract::SupportFact{.item = std::move(item), .from = "vn.nghe-an", .to = "nước bạn"}, "tặng");
  };
  told.tell("of both", "2023", {visit("2023-05", {"vn.nghe-an", "la.xiangkhouang"}), gift("quà")});
  told.tell("of one", "2023", {gift("máy tính")});
  const Summary summary = summary_of(told, "2003", "2028", partnership_of(told, "vn.nghe-an"));
  ASSERT_EQ(summary.supports.size(), 1u);
  EXPECT_EQ(std::get<model::Support>(summary.records.at(summary.supports[0].value).record).item, "quà");
}

TEST(Summary, NamesTheNationalCentresFirstAndProvincesFromNorthToSouth) {
  ToldRegister told;
  told.tell("a", "2024",
            {visit("2023-05", {"vn.quang-tri", "la.salavan"}), visit("2023-06", {"vn.son-la", "la.houaphanh"}),
             visit("2023-07", {"vn.nghe-an", "la.xiangkhouang"}), visit("2023-08", {"vn.vgcl", "la.lftu"})});
  std::vector<std::string> names;
  const Summary summary = summary_of(told);
  for (const Id& id : summary.partnerships) {
    names.push_back(std::get<model::Partnership>(summary.records.at(id.value).record).parties[0].id.value);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"vn.vgcl", "vn.son-la", "vn.nghe-an", "vn.quang-tri"}));
}

TEST(Summary, ShowsAPassageOnceWithAllTheFieldsItStates) {
  ToldRegister told;
  told.tell("a", "2024", {visit("2023-05", {"vn.vgcl", "la.lftu"}, 7)});
  const Summary summary = summary_of(told);
  const auto& passages = summary.records.at(summary.activities.at(0).value).passages;
  ASSERT_EQ(passages.size(), 1u);
  EXPECT_EQ(passages[0].fields, (std::vector<std::string>{"kind", "date", "parties", "participants"}));
  EXPECT_EQ(passages[0].document_title, "a");
}

TEST(Summary, OfAnEmptyRegisterIsEmpty) {
  ToldRegister told;
  const Summary summary = summary_of(told);
  EXPECT_TRUE(summary.records.empty());
  EXPECT_TRUE(summary.figures.empty());
}

}  // namespace
}  // namespace kevai
