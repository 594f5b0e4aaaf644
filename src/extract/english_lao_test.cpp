// What English and Lao articles tell, on short sentences of the kind their papers print.
#include <gtest/gtest.h>

#include "extract/extract.hpp"
#include "support/facts_of.hpp"
#include "support/two_provinces.hpp"

namespace kevai::extract {
namespace {

/// `measure value` of each quantity, in order.
std::vector<std::string> quantities(const Article& article) {
  std::vector<std::string> found;
  for (const auto& q : facts_of<QuantityFact>(article))
    found.push_back(q.measure + " " + std::to_string(static_cast<long>(q.value.value_or(0))));
  return found;
}

/// `item value unit` of each gift, in order.
std::vector<std::string> gifts(const Article& article) {
  std::vector<std::string> found;
  for (const auto& s : facts_of<SupportFact>(article))
    found.push_back(s.item + " " + std::to_string(static_cast<long>(s.value.value_or(0))) + " " + s.unit);
  return found;
}

std::vector<Theme> themes(const Article& article) {
  std::vector<Theme> found;
  for (const auto& c : facts_of<CommitmentFact>(article)) found.push_back(c.theme);
  return found;
}

using Strings = std::vector<std::string>;

TEST(English, GiftsAreToldWhateverTheThingsAreCalled) {
  EXPECT_EQ(gifts(read_english("On this occasion, the Quang Tri federation presented its partner with 40 ceiling fans, "
                               "3 tonnes of rice and VND25.5 million.")),
            (Strings{"ceiling fans 40 ", "rice 3 tonnes", "money 25500000 VND"}));
}

TEST(English, WhatIsCountedIsToldInPiecesThoughItsWorthIsTold) {
  EXPECT_EQ(gifts(read_english("The Quang Tri federation donated 12 computers worth US$9,000.")), (Strings{"computers 12 "}));
}

TEST(English, AGiftMayBeToldByItsReceiverOrInThePassive) {
  const auto received = facts_of<SupportFact>(
      read_english("The Salavan Federation of Trade Unions has received 500 raincoats from the Quang Tri Federation of "
                   "Labour."));
  ASSERT_EQ(received.size(), 1U);
  EXPECT_EQ(received[0].from, "vn.quang-tri");
  EXPECT_EQ(received[0].to, "la.salavan");
  EXPECT_EQ(gifts(read_english("A meeting hall costing 900 million kip was handed over to the Salavan Federation of Trade "
                               "Unions.")),
            (Strings{"meeting hall 900000000 LAK"}));
}

TEST(English, SpeechesAndPeopleAreNoGifts) {
  EXPECT_EQ(gifts(read_english("The head of the Quang Tri federation gave a speech on wages before 40 people in Salavan.")), Strings{});
}

TEST(English, TheItemsOfAListAreWhatThePartiesUndertake) {
  const Article article = read_english(
      "The two sides signed a cooperation agreement with three points:\n"
      "- Exchanging delegations every year;\n"
      "- Teaching Vietnamese to union staff;\n"
      "- Protecting migrant workers.");
  EXPECT_EQ(themes(article), (std::vector<Theme>{Theme::visits, Theme::language, Theme::labour_migration}));
  for (const auto& c : facts_of<CommitmentFact>(article)) EXPECT_EQ(c.orgs, (Strings{"vn.quang-tri", "la.salavan"}));
}

TEST(English, WhatAnAgreementIsForFollowsItsSigning) {
  EXPECT_EQ(themes(read_english("The two sides signed a cooperation agreement, under which they will exchange information "
                                "and train young officials.")),
            (std::vector<Theme>{Theme::information, Theme::training}));
}

TEST(English, DelegationsAreCountedByTheWayTheyWent) {
  EXPECT_EQ(quantities(read_english("The two sides exchanged 20 delegations, of which 12 went to Laos and 8 came to "
                                    "Vietnam.")),
            (Strings{"delegations 20", "delegations_out 12", "delegations_in 8"}));
  EXPECT_EQ(quantities(read_english("Since 2019, five Vietnamese and three Lao delegations crossed the border.")),
            (Strings{"delegations_out 5", "delegations_in 3"}));
}

TEST(English, CountsMayStandBeforeTheirNumber) {
  EXPECT_EQ(quantities(read_english("The Salavan Federation of Trade Unions has a combined membership of 9,300.")),
            (Strings{"members 9300"}));
  EXPECT_EQ(quantities(read_english("The course brings the number of Lao trainees to 130 since the two provinces began to cooperate.")),
            (Strings{"trainees 130"}));
}

TEST(English, NumbersAreReadInTwoWords) {
  EXPECT_EQ(quantities(read_english("Twenty-eight officials from all districts have attended courses on wages.")),
            (Strings{"trainees 28"}));
}

TEST(English, ADayOfTheWeekIsTheLastOne) {
  for (const auto& a :
       facts_of<ActivityFact>(read_english("The two sides signed a memorandum of understanding in Salavan on Wednesday."))) {
    if (a.kind == ActivityKind::signing) {
      EXPECT_EQ(a.date.text(), "2024-05-15");
      return;
    }
  }
  FAIL() << "no signing";
}

TEST(English, AnAwardHasItsWholeNameAndWhoReceivesIt) {
  const auto given =
      facts_of<AwardFact>(read_english("The Salavan Federation of Trade Unions conferred the Lao Solidarity Medal on three officials."));
  ASSERT_EQ(given.size(), 1U);
  EXPECT_EQ(given[0].kind, "Lao Solidarity Medal");
  EXPECT_EQ(given[0].from, "la.salavan");
  EXPECT_EQ(given[0].count, 3);
  const auto received = facts_of<AwardFact>(
      read_english("The Quang Tri Federation of Labour received a letter of commendation from the Salavan Federation of "
                   "Trade Unions."));
  ASSERT_EQ(received.size(), 1U);
  EXPECT_EQ(received[0].from, "la.salavan");
  EXPECT_EQ(received[0].to, "vn.quang-tri");
}

TEST(English, AClockTimeIsNoDay) {
  EXPECT_EQ(read("Unions of Quang Tri and Salavan provinces boost ties\nUpdated: 14:25 - 28/02/2019\n"
                 "The Quang Tri Federation of Labour held talks with the Salavan Federation of Trade Unions.\n")
                .dateline.text(),
            "2019-02-28");
}

TEST(English, ABodyIsNoPerson) {
  for (const auto& p : facts_of<PersonFact>(read_english("The talks were attended by Mr Le Van Tam, standing "
                                                         "member of the provincial Party Committee, head of "
                                                         "the Quang Tri Federation of Labour.")))
    EXPECT_EQ(p.name, "Le Van Tam");
}

TEST(Lao, GiftsInAListAreEachTheirOwn) {
  EXPECT_EQ(gifts(read_lao("ໃນໂອກາດນີ້, ສະຫະພັນກຳມະບານແຂວງກວາງຈິ ໄດ້ມອບ ພັດລົມ 40 ໜ່ວຍ, ເຂົ້າສານ 3 ໂຕນ ແລະ ເງິນສົດ 25 ລ້ານກີບ.")),
            (Strings{"ພັດລົມ 40 ", "ເຂົ້າສານ 3 ໂຕນ", "money 25000000 LAK"}));
}

TEST(Lao, DelegationsAndPersonTripsAreCountedByTheWayTheyWent) {
  EXPECT_EQ(quantities(read_lao("ສອງຝ່າຍໄດ້ແລກປ່ຽນຄະນະຢ້ຽມຢາມ 20 ຄັ້ງ, ໃນນັ້ນ ຝ່າຍລາວໄປ 8 ຄັ້ງ ມີ 50 ເທື່ອຄົນ, ຝ່າຍຫວຽດນາມມາ 12 ຄັ້ງ "
                                "ມີ 70 ເທື່ອຄົນ.")),
            (Strings{"delegations 20", "delegations_in 8", "person_trips_in 50", "delegations_out 12", "person_trips_out 70"}));
}

TEST(Lao, TheWordForMoreStandsAfterItsNumber) {
  const auto members = facts_of<QuantityFact>(read_lao("ສະຫະພັນກຳມະບານແຂວງສາລະວັນ ມີສະມາຊິກທັງໝົດ 9.300 ກວ່າຄົນ ຢູ່ທຸກເມືອງ ແລະ ທຸກຂະແໜງການໃນທົ່ວແຂວງ."));
  ASSERT_EQ(members.size(), 1U);
  EXPECT_EQ(members[0].value, 9300);
  EXPECT_EQ(members[0].qualifier, Qualifier::over);
}

TEST(Lao, CoursesAreCountedAfterThoseWhoAttendThem) {
  EXPECT_EQ(quantities(read_lao("ສອງຝ່າຍໄດ້ຈັດຝຶກອົບຮົມໃຫ້ພະນັກງານກຳມະບານແຂວງສາລະວັນ 6 ຊຸດ ມີຜູ້ເຂົ້າຮ່ວມ 150 ຄົນ.")),
            (Strings{"training_classes 6", "trainees 150"}));
}

TEST(Lao, BothSidesNamedAfterTheTimeToComeUndertakeIt) {
  const auto told = facts_of<CommitmentFact>(read_lao("ໃນຕໍ່ໜ້າ ສອງຝ່າຍຈະສືບຕໍ່ແລກປ່ຽນບົດຮຽນ ແລະ ຊ່ວຍກັນສອນພາສາ ໃຫ້ພະນັກງານກຳມະບານຂອງທັງສອງແຂວງ."));
  ASSERT_EQ(told.size(), 2U);
  for (const auto& c : told) EXPECT_EQ(c.orgs, (Strings{"vn.quang-tri", "la.salavan"}));
}

TEST(Lao, BodiesAndPeopleAwardedTogetherAreCountedTogether) {
  const auto awards = facts_of<AwardFact>(read_lao("ສະຫະພັນກຳມະບານແຂວງສາລະວັນ ໄດ້ມອບໃບຍ້ອງຍໍ ໃຫ້ 2 ກົມກອງ ແລະ 5 ບຸກຄົນ ຂອງສະຫະພັນກຳມະບານແຂວງກວາງຈິ."));
  ASSERT_EQ(awards.size(), 1U);
  EXPECT_EQ(awards[0].count, 7);
}

TEST(Lao, TheItemsOfAListAreWhatThePartiesUndertake) {
  EXPECT_EQ(themes(read_lao("ສັນຍາສະບັບໃໝ່ ປະກອບມີ 2 ເນື້ອໃນຄື:\n"
                            "1) ແລກປ່ຽນຄະນະຜູ້ແທນປີລະຄັ້ງ;\n"
                            "2) ປົກປ້ອງແຮງງານຂ້າມແດນ.")),
            (std::vector<Theme>{Theme::visits, Theme::labour_migration}));
}

TEST(English, APartnershipIsToldByTheYearItBegan) {
  for (const std::string sentence : {"The two unions became partners in 2009.", "Ties between the two unions date back to 2009.",
                                     "The two unions have been twinned since 2009."}) {
    const auto found = facts_of<AgreementFact>(read_english(sentence));
    ASSERT_EQ(found.size(), 1U) << sentence;
    EXPECT_EQ(found[0].from.text(), "2009");
    EXPECT_EQ(found[0].kind, AgreementKind::unstated);
  }
}

TEST(Lao, APartnershipIsToldByTheYearItBegan) {
  const auto found = facts_of<AgreementFact>(read_lao("ການພົວພັນຮ່ວມມືຂອງສອງສະຫະພັນກຳມະບານ ໄດ້ເລີ່ມຕົ້ນແຕ່ປີ 2009."));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].from.text(), "2009");
}

TEST(English, AnAgreementMayBeSignedInThePassiveAndNamedAfterItsYears) {
  const auto found = facts_of<AgreementFact>(
      read_english("A new cooperation agreement for 2024-2029 was signed by the two unions on the afternoon of May 15."));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].signed_on.text(), "2024-05-15");
  EXPECT_EQ(found[0].to.text(), "2029");
  const auto before =
      facts_of<AgreementFact>(read_english("Under the 2019-2024 cooperation agreement, the two unions exchanged delegations every year."));
  ASSERT_EQ(before.size(), 1U);
  EXPECT_EQ(before[0].from.text(), "2019");
}

TEST(English, AnAgreementToBeSignedIsUndertakenNotTold) {
  const Article article = read_english("A new agreement for 2025-2030 will be signed at the next meeting.");
  EXPECT_TRUE(facts_of<AgreementFact>(article).empty());
  EXPECT_EQ(themes(article), (std::vector<Theme>{Theme::programme}));
}

TEST(English, WhatIsToBeDoneMayStandBeforeItsVerb) {
  EXPECT_EQ(themes(read_english("Two lecturers will be sent to Salavan to teach Vietnamese.")), (std::vector<Theme>{Theme::language}));
}

TEST(English, SomebodysCounterpartIsOfTheOtherSide) {
  const auto found = facts_of<PersonFact>(read_english("Mr Le Van Dong and his Lao counterpart Bounmy Vongsa chaired the talks."));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].name, "Bounmy Vongsa");
  EXPECT_EQ(found[0].org, "la.salavan");
}

TEST(English, ThePresidentOfAUnionIsSomebody) {
  const auto found = facts_of<PersonFact>(read_english("The President of the Salavan union, Mr Bounmy Vongsa, said relations were good."));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].org, "la.salavan");
}

TEST(English, ADatelineIsNoDayOfTheEvent) {
  const Article article = read(
      "Course for Lao trade union officials comes to an end in Hanoi\n\n"
      "Hanoi, August 30, 2019 (VNA) - A training course for 32 officials from the Lao Federation of Trade Unions was "
      "wrapped up at the Trade Union University in Hanoi on August 29.\n");
  const auto found = facts_of<ActivityFact>(article);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].end_date.text(), "2019-08-29");
}

TEST(English, AnniversariesOfTheUnionsOwnAreMarked) {
  const auto found = facts_of<OccasionFact>(
      read_english("The exchange marked the 58th anniversary of the Lao Federation of Trade Unions (February 1, 1966 - "
                   "2024)."));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].date.text(), "1966-02-01");
  EXPECT_EQ(found[0].anniversary, 58);
}

TEST(English, WhoIsPresentedWithSomethingReceivesIt) {
  const auto found = facts_of<SupportFact>(read_english("The Salavan union was presented with ten laptops worth VND150 million."));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].from, "vn.quang-tri");
  EXPECT_EQ(found[0].to, "la.salavan");
}

}  // namespace
}  // namespace kevai::extract
