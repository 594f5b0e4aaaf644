#pragma once

#include <gtest/gtest.h>

#include <map>

#include "model/field.hpp"
#include "model/rules.hpp"

namespace kevai::model {

/// A register of a few records, in memory.
class Held {
 public:
  Held() {
    keep(organisation("vn.nghe-an"));
    keep(organisation("vn.quang-tri"));
    keep(organisation("la.xiangkhouang", "LA"));
  }

  static Organisation organisation(const std::string& id, const std::string& country = "VN") {
    Organisation organisation;
    organisation.id.value = id;
    organisation.country = country;
    organisation.name_vi = "Liên đoàn Lao động";
    return organisation;
  }

  template <class T>
  T keep(T record) {
    if (record.id.empty()) record.id.value = new_id().value;
    records_.insert_or_assign(record.id.value, record);
    return record;
  }

  /// `code field`, one for each rule that is broken.
  std::string broken(const Record& record) const {
    std::string text;
    for (const Error& error : errors(record))
      text.append(text.empty() ? "" : ", ").append(error.code).append(" ").append(error.args.at(0).second);
    return text;
  }
  std::vector<Error> errors(const Record& record) const {
    return breaches(record, {.record = [&](const Id& id) -> std::optional<Record> {
                               const auto at = records_.find(id.value);
                               return at == records_.end() ? std::nullopt : std::optional(at->second);
                             },
                             .referring =
                                 [&](RecordKind kind, std::string_view field, const Id& id) {
                                   EXPECT_EQ(field, "organisation");
                                   std::vector<Record> found;
                                   for (const auto& [key, record] : records_) {
                                     const auto* division = std::get_if<Division>(&record);
                                     if (kind == RecordKind::division && division && division->organisation == id) found.push_back(record);
                                   }
                                   return found;
                                 }});
  }

 private:
  std::map<std::string, Record> records_;
};

inline PartialDate day(const std::string& text) {
  return PartialDate::parse(text).value();
}
inline const Party nghe_an{{{"vn.nghe-an"}}, ""};
inline const Party quang_tri{{{"vn.quang-tri"}}, ""};
inline const Party xiang_khouang{{{"la.xiangkhouang"}}, ""};

inline Activity visit(std::vector<Party> parties = {xiang_khouang, nghe_an}) {
  Activity visit;
  visit.parties = std::move(parties);
  return visit;
}

}  // namespace kevai::model
