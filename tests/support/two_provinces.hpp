#pragma once

#include <string>

#include "extract/extract.hpp"

/// Articles of talks between two provinces that end with the sentences under test, one a language.
namespace kevai::extract {

inline Article read_vietnamese(const std::string& sentences) {
  return read(
      "Công đoàn hai tỉnh Lai Châu - Bo Kẹo thắt chặt hợp tác\n\n"
      "Sáng 3/6, tại thành phố Lai Châu, LĐLĐ tỉnh Lai Châu đã hội đàm với đoàn cán bộ Liên hiệp Công đoàn tỉnh "
      "Bo Kẹo (Lào).\n\n" +
          sentences + "\n",
      PartialDate::parse("2024-06-05").value());
}

inline Article read_english(const std::string& sentences) {
  return read(
      "Unions of Quang Tri and Salavan provinces boost ties\n\n"
      "A delegation of the Quang Tri Federation of Labour held talks with the Salavan Federation of Trade Unions "
      "in Salavan on May 14.\n\n" +
          sentences + "\n",
      PartialDate::parse("2024-05-17").value());
}

inline Article read_lao(const std::string& sentences) {
  return read(
      "ກຳມະບານແຂວງກວາງຈິ ແລະ ແຂວງສາລະວັນ ພົບປະສອງຝ່າຍ\n\n"
      "ວັນທີ 14 ພຶດສະພາ 2024 ທີ່ແຂວງສາລະວັນ, ສະຫະພັນກຳມະບານແຂວງກວາງຈິ ແລະ ສະຫະພັນກຳມະບານແຂວງສາລະວັນ "
      "ໄດ້ພົບປະສອງຝ່າຍ.\n\n" +
          sentences + "\n",
      PartialDate::parse("2024-05-17").value());
}

}  // namespace kevai::extract
