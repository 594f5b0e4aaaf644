#pragma once

#include "report/summary.hpp"
#include "support/told_register.hpp"

namespace kevai::test {

/// Two articles on a made-up year of two provinces, one of them a sample; a record of every kind a report
/// shows.
inline void tell_small_register(ToldRegister& told) {
  const std::vector<std::string> both{"vn.nghe-an", "la.xiangkhouang"};
  using namespace extract;
  told.tell("Hai tỉnh ký kết", "2022-07-06",
            {fact(AgreementFact{.parties = both,
                                .signed_on = date("2022-07-05"),
                                .from = date("2022"),
                                .to = date("2027"),
                                .kind = AgreementKind::mou,
                                .points = 6},
                  "ký biên bản ghi nhớ 6 điểm", "6 điểm"),
             fact(ActivityFact{.kind = ActivityKind::visit,
                               .date = date("2022-07-05"),
                               .place = "Vinh",
                               .orgs = {"la.xiangkhouang", "vn.nghe-an"},
                               .head = "Phu Von",
                               .participants = 5},
                  "đoàn 5 người do ông Phu Von dẫn đầu", "5 người"),
             fact(QuantityFact{.measure = "delegations_in", .value = 4, .orgs = both, .from = date("2020")}, "4 đoàn vào", "4 đoàn"),
             fact(QuantityFact{.measure = "members", .value = 60000, .qualifier = Qualifier::nearly, .orgs = {"vn.nghe-an"}},
                  "gần 60 nghìn đoàn viên", "gần 60 nghìn"),
             fact(SupportFact{.item = "money",
                              .from = "vn.nghe-an",
                              .to = "la.xiangkhouang",
                              .value = 44e6,
                              .unit = "VND",
                              .qualifier = Qualifier::nearly},
                  "hỗ trợ gần 44 triệu đồng", "gần 44 triệu đồng"),
             fact(SupportFact{.item = "máy tính & máy in",
                              .from = "vn.nghe-an",
                              .to = "la.xiangkhouang",
                              .value = 1e8,
                              .unit = "VND",
                              .qualifier = Qualifier::order},
                  "máy tính & máy in trị giá hàng trăm triệu đồng", "hàng trăm triệu đồng"),
             fact(AwardFact{.kind = "Bằng khen", .from = "la.xiangkhouang", .to = "vn.nghe-an", .count = 11}, "tặng 11 Bằng khen", "11"),
             fact(TargetFact{.measure = "unionised_workers", .value = 20, .org = "la.xiangkhouang", .by = date("2025")},
                  "đạt 20% vào năm 2025", "20%"),
             fact(OccasionFact{.date = date("1977-07-18"), .name = "friendship-treaty", .anniversary = 45}, "45 năm ngày ký Hiệp ước"),
             fact(CommitmentFact{.theme = Theme::training, .orgs = both}, "tiếp tục <đào tạo> cán bộ \"nguồn\"")});
  told.tell("Bài mẫu", "", {fact(ActivityFact{.kind = ActivityKind::training, .orgs = both}, "mở lớp tập huấn")}, true);
}

inline report::Summary summary_of(ToldRegister& told, std::string_view from, std::string_view to) {
  report::Summary summary;
  told.store().read([&](store::Reader& reader) { summary = report::summarise(reader, {date(from), date(to)}, {}); });
  return summary;
}

}  // namespace kevai::test
