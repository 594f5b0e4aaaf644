// What numbers count, whose they are and over which time, on sentences made up for it.
#include <gtest/gtest.h>

#include "extract/extract.hpp"
#include "support/facts_of.hpp"
#include "support/two_provinces.hpp"

namespace kevai::extract {
namespace {

using Strings = std::vector<std::string>;

std::vector<QuantityFact> vietnamese(const std::string& sentences) {
  return facts_of<QuantityFact>(read_vietnamese(sentences));
}

std::vector<QuantityFact> english(const std::string& sentences) {
  return facts_of<QuantityFact>(read_english(sentences));
}

std::vector<QuantityFact> lao(const std::string& sentences) {
  return facts_of<QuantityFact>(read_lao(sentences));
}

/// `measure value` of each, in order.
Strings told(const std::vector<QuantityFact>& found) {
  Strings all;
  for (const auto& q : found) all.push_back(q.measure + " " + std::to_string(static_cast<long>(q.value.value_or(0))));
  return all;
}

std::string period(const QuantityFact& fact) {
  return fact.from.text() + "/" + fact.to.text();
}

TEST(Counts, OfDelegationsAndTravellersAreTiedToTheirWhole) {
  EXPECT_EQ(told(vietnamese("Hai bên đã trao đổi 16 đoàn với 130 người; trong đó, Lai Châu sang Bo Kẹo 9 đoàn với 70 "
                            "người, Bo Kẹo sang Lai Châu 7 đoàn với 60 người.")),
            (Strings{"delegations 16", "person_trips 130", "delegations_out 9", "person_trips_out 70", "delegations_in 7",
                     "person_trips_in 60"}));
  EXPECT_EQ(told(vietnamese("LĐLĐ tỉnh Lai Châu cử 4 đoàn, 25 lượt người và đón 3 đoàn, 18 lượt người.")),
            (Strings{"delegations_out 4", "person_trips_out 25", "delegations_in 3", "person_trips_in 18"}));
  EXPECT_EQ(told(english("Quang Tri sent eight delegations with 64 officials to Salavan and received nine delegations "
                         "comprising 71 members.")),
            (Strings{"delegations_out 8", "person_trips_out 64", "delegations_in 9", "person_trips_in 71"}));
  EXPECT_EQ(told(english("The two sides exchanged 30 delegations, including 17 from Vietnam to Laos with 90 members.")),
            (Strings{"delegations 30", "delegations_out 17", "person_trips_out 90"}));
  EXPECT_EQ(told(lao("ສອງແຂວງໄດ້ແລກປ່ຽນຄະນະຜູ້ແທນ 14 ຄະນະ, ໃນນັ້ນ ກວາງຈິ ມາສາລະວັນ 6 ຄະນະ 41 ທ່ານ.")),
            (Strings{"delegations 14", "delegations_out 6", "person_trips_out 41"}));
}

TEST(Counts, OfWomenAreOfThoseToldBefore) {
  EXPECT_EQ(told(vietnamese("Lai Châu đã mở 4 lớp tập huấn cho 152 cán bộ công đoàn Bo Kẹo, trong đó nữ 61 người.")),
            (Strings{"training_classes 4", "trainees 152", "trainees_female 61"}));
  const auto members = vietnamese("Bo Kẹo hiện có 6.400 đoàn viên, trong đó có 2.900 nữ.");
  ASSERT_EQ(members.size(), 2U);
  EXPECT_EQ(members[1].measure, "members");
  EXPECT_EQ(members[1].of, "nữ");
  EXPECT_EQ(told(english("Six courses were held for 187 Lao officials, 62 of them female.")),
            (Strings{"training_classes 6", "trainees 187", "trainees_female 62"}));
  EXPECT_EQ(told(lao("ໄດ້ເປີດຊຸດຝຶກອົບຮົມ 4 ຊຸດ ໃຫ້ພະນັກງານກຳມະບານແຂວງສາລະວັນ 152 ຄົນ, ຍິງ 61 ຄົນ.")),
            (Strings{"training_classes 4", "trainees 152", "trainees_female 61"}));
}

TEST(Counts, OfThoseTaughtAreTrainees) {
  EXPECT_EQ(told(vietnamese("Từ năm 2018 đến nay đã có 85 lượt cán bộ công đoàn Bo Kẹo được tập huấn tại Lai Châu.")),
            (Strings{"trainees 85"}));
  EXPECT_EQ(told(english("Since 2015 nearly 70 trade unionists from Salavan have received short training.")), (Strings{"trainees 70"}));
  EXPECT_EQ(told(lao("ນັບແຕ່ປີ 2015 ໄດ້ຊ່ວຍຝຶກອົບຮົມພະນັກງານກຳມະບານໃຫ້ແຂວງສາລະວັນ 52 ຄົນ.")), (Strings{"trainees 52"}));
}

TEST(Counts, OfTheCourseInHandAreItsParticipantsAndNoTotal) {
  EXPECT_EQ(told(vietnamese("Lớp học có 45 học viên đến từ 11 huyện.")), Strings{});
  EXPECT_EQ(told(english("A total of 36 Lao trade union officials attended the training course.")), Strings{});
}

TEST(Counts, OfWhatGraduatesTeachAreDownstream) {
  EXPECT_EQ(told(vietnamese("Sau khi về nước, số học viên này đã mở 44 lớp tập huấn cho gần 1.900 lượt người.")),
            (Strings{"downstream_classes 44", "downstream_trainees 1900"}));
  EXPECT_EQ(told(english("Graduates of earlier courses have gone on to teach 90 classes for 2,700 unionists.")),
            (Strings{"downstream_classes 90", "downstream_trainees 2700"}));
}

TEST(Counts, OfACohortSayWhichItIs) {
  EXPECT_EQ(told(vietnamese("Đây là khóa thứ 7 hai bên phối hợp tổ chức.")), (Strings{"courses 7"}));
  EXPECT_EQ(told(vietnamese("Đại hội lần thứ VIII và Khóa VI không phải là số lượng.")), Strings{});
  EXPECT_EQ(told(english("The course was the ninth of its kind.")), (Strings{"courses 9"}));
  EXPECT_EQ(told(lao("ນີ້ແມ່ນຮຸ່ນທີ 3 ຂອງສອງແຂວງ.")), (Strings{"courses 3"}));
}

TEST(Counts, OfWhatIsPlannedAreNotKept) {
  EXPECT_EQ(told(vietnamese("Mỗi năm hai bên tổ chức 2 lớp tập huấn cho 60 cán bộ công đoàn.")), Strings{});
  EXPECT_EQ(told(english("Three more classes with 90 learners are scheduled for next year.")), Strings{});
}

TEST(CountedPeriods, AreToldInManyWays) {
  const auto from_to = [](const std::vector<QuantityFact>& found) { return found.empty() ? std::string("none") : period(found.front()); };
  EXPECT_EQ(from_to(vietnamese("Từ năm 2018 đến nay, hai bên đã trao đổi 7 đoàn.")), "2018/");
  EXPECT_EQ(from_to(vietnamese("Trong 5 năm qua, hai bên đã trao đổi 7 đoàn.")), "2019/2024");
  EXPECT_EQ(from_to(vietnamese("Sáu tháng đầu năm 2024, Lai Châu kết nạp 930 đoàn viên.")), "2024-01/2024-06");
  EXPECT_EQ(from_to(vietnamese("Kể từ khi ký Bản ghi nhớ vào tháng 8/2018, hai bên đã trao đổi 6 đoàn.")), "2018-08/");
  EXPECT_EQ(from_to(vietnamese("Đến hết năm 2022, Lai Châu có 152 nghìn đoàn viên.")), "/2022");
  EXPECT_EQ(from_to(english("Over the past five years, the two sides have exchanged 11 delegations.")), "2019/2024");
  EXPECT_EQ(from_to(english("In the first half of 2023, Quang Tri admitted 930 members.")), "2023-01/2023-06");
  EXPECT_EQ(from_to(lao("ນັບແຕ່ປີ 2010 ມາຮອດປັດຈຸບັນ ສອງຝ່າຍໄດ້ແລກປ່ຽນ 26 ຄະນະ.")), "2010/");
}

TEST(CountedPeriods, OfAReviewHoldForWhatItCounts) {
  const auto found = vietnamese(
      "Hai bên tổ chức hội nghị tổng kết 5 năm thực hiện Thỏa thuận giai đoạn 2018 - 2023.\n\n"
      "Lai Châu đã mở 4 lớp tập huấn cho 152 cán bộ công đoàn Bo Kẹo.");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(period(found[0]), "2018/2023");
  EXPECT_EQ(period(found[1]), "2018/2023");
}

TEST(CountedPeriods, AreNoVisitsAndNoAnniversaries) {
  const auto found = vietnamese(
      "Nhân kỷ niệm 45 năm Ngày ký Hiệp ước Hữu nghị và Hợp tác (18/7/1977 - 18/7/2022), hai bên đã trao đổi "
      "7 đoàn.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(period(found[0]), "/");
}

TEST(CountHolders, AreWhoIsToldOfWhereNobodyIsNamed) {
  const auto found = english(
      "The Salavan Federation of Trade Unions was founded in 1990. The federation manages 342 grassroots "
      "unions.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].orgs, Strings{"la.salavan"});
}

TEST(CountedTargets, AreSoManyOrSoMuchByAYear) {
  const auto targets =
      facts_of<TargetFact>(read("Công đoàn Lai Châu và Bo Kẹo\n\nLĐLĐ tỉnh Lai Châu phấn đấu đến năm 2028 có "
                                "80% doanh nghiệp có thỏa ước "
                                "lao động tập thể; kết nạp mới 10.000 đoàn viên.\n",
                                PartialDate::parse("2024-06-05").value()));
  ASSERT_EQ(targets.size(), 2U);
  EXPECT_EQ(targets[0].measure, "collective_agreements");
  EXPECT_EQ(targets[0].by.text(), "2028");
  EXPECT_EQ(targets[1].measure, "members_new");
  EXPECT_EQ(targets[1].unit, "members");
  EXPECT_EQ(targets[1].value, 10000);
}

TEST(Counts, OfDelegationsGoWhereTheyAreSaidToHaveGone) {
  EXPECT_EQ(told(vietnamese("Từ năm 2018 đến nay, Lai Châu đã có 9 đoàn sang Bo Kẹo với 72 lượt người.")),
            (Strings{"delegations_out 9", "person_trips_out 72"}));
  EXPECT_EQ(told(vietnamese("Hai bên trao đổi 16 đoàn, trong đó Lai Châu đi 7 đoàn, bạn sang 9 đoàn.")),
            (Strings{"delegations 16", "delegations_out 7", "delegations_in 9"}));
  EXPECT_EQ(told(vietnamese("Bạn đón Lai Châu 5 lần, Lai Châu đón bạn 6 lần.")), (Strings{"delegations_out 5", "delegations_in 6"}));
}

TEST(Counts, OfWomenMayStandInBrackets) {
  EXPECT_EQ(told(vietnamese("LĐLĐ tỉnh Lai Châu đã mở 5 lớp tập huấn cho 212 cán bộ công đoàn bạn, quá nửa (118) là nữ.")),
            (Strings{"training_classes 5", "trainees 212", "trainees_female 118"}));
}

TEST(Counts, OfNowGoOnWithWhatWasCountedBefore) {
  EXPECT_EQ(told(vietnamese("Năm 2015, Bo Kẹo có 120 công đoàn cơ sở, nay đã có 214.")),
            (Strings{"grassroots_unions 120", "grassroots_unions 214"}));
}

TEST(Counts, OfDelegationsSayInEnglishWhoseTheyWereAndWhereTheyWent) {
  EXPECT_EQ(told(english("From 2019 to 2023, nine Salavan delegations with 86 members visited Quang Tri, while six "
                         "delegations from Quang Tri made up of 49 people went to Salavan.")),
            (Strings{"delegations_in 9", "person_trips_in 86", "delegations_out 6", "person_trips_out 49"}));
  EXPECT_EQ(told(english("The Quang Tri federation has welcomed 11 delegations from Salavan and sent nine to the Lao "
                         "province.")),
            (Strings{"delegations_in 11", "delegations_out 9"}));
}

TEST(Counts, OfDelegationsSayInLaoWhoseTheyWereAndWhereTheyWent) {
  EXPECT_EQ(told(lao("ກຳມະບານແຂວງສາລະວັນ ໄດ້ສົ່ງຄະນະຜູ້ແທນໄປຢ້ຽມຢາມແຂວງກວາງຈິ 9 ຄະນະ, ຕ້ອນຮັບຄະນະຈາກແຂວງກວາງຈິ 6 "
                     "ຄະນະ.")),
            (Strings{"delegations_in 9", "delegations_out 6"}));
  EXPECT_EQ(told(lao("ສອງຝ່າຍໄດ້ແລກປ່ຽນຄະນະຜູ້ແທນ 14 ຄະນະ, ມີ 131 ທ່ານ.")), (Strings{"delegations 14", "person_trips 131"}));
}

TEST(Counts, MayBeToldBesideEarlierOnes) {
  const auto found = english("The number of trade union members in Quang Tri has risen to 64,000 from 59,200 in 2019.");
  ASSERT_EQ(told(found), (Strings{"members 64000", "members 59200"}));
  EXPECT_EQ(found[1].to.text(), "2019");
}

TEST(Counts, OfWorkersWhoJoinAUnionAreOfItsMembers) {
  EXPECT_EQ(told(english("In 2023 alone, 1,250 workers joined unions in Salavan and 17 grassroots unions were set up.")),
            (Strings{"members_new 1250", "grassroots_unions_new 17"}));
  EXPECT_EQ(told(english("Of the province's 118,000 workers, 64,000 have joined trade unions.")),
            (Strings{"workers 118000", "members 64000"}));
}

TEST(Counts, OfThoseWhoTakePartInAnEventAreNoMembership) {
  EXPECT_EQ(told(english("More than 200 union members of the two provinces took part in the event.")), Strings{});
}

TEST(Counts, OfWhatIsOnlyPlannedAreNone) {
  EXPECT_EQ(told(english("The Quang Tri federation will receive 12 Lao officials for a three-month course.")), Strings{});
}

TEST(Counts, InLaoTellOfCoursesHandedOnAndOfTheirLearners) {
  EXPECT_EQ(told(lao("ພາຍຫຼັງກັບມາ ຄູຝຶກໄດ້ໄປເປີດຊຸດຝຶກອົບຮົມຕໍ່ 32 ຊຸດ ມີຜູ້ເຂົ້າຮ່ວມ 1.460 ຄົນ.")),
            (Strings{"downstream_classes 32", "downstream_trainees 1460"}));
  EXPECT_EQ(told(lao("ນັກສຳມະນາກອນ 28 ຄົນ ໄດ້ຮັບໃບຢັ້ງຢືນ.")), (Strings{"certificates 28"}));
  EXPECT_EQ(told(lao("ນີ້ແມ່ນຊຸດຝຶກອົບຮົມຄັ້ງທີ 9 ທີ່ຈັດຂຶ້ນໃຫ້ພະນັກງານກຳມະບານລາວ.")), (Strings{"courses 9"}));
}

TEST(Counts, InLaoMayStandBeforeTheirWord) {
  EXPECT_EQ(told(lao("ສະຫະພັນກຳມະບານແຂວງສາລະວັນ ມີ 241 ຮາກຖານ, ມີສະມາຊິກ 9.750 ຄົນ.")), (Strings{"grassroots_unions 241", "members 9750"}));
}

}  // namespace
}  // namespace kevai::extract
