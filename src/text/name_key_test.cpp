#include "text/name_key.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "text/table.hpp"

namespace kevai::text {
namespace {

using Names = std::vector<std::string>;

std::vector<Names> rows_of(const std::filesystem::path& path) {
  std::stringstream bytes;
  bytes << std::ifstream(path).rdbuf();
  return read_table(bytes.str(), '\t');
}
std::vector<Names> rows(std::string_view file) {
  return rows_of(std::filesystem::path(KEVAI_SOURCE_DIR) / "tests/names" / file);
}

bool share_a_key(const std::string& a, const std::string& b) {
  const auto x = near_keys(name_key(a)), y = near_keys(name_key(b));
  return std::any_of(x.begin(), x.end(), [&](const auto& key) { return std::find(y.begin(), y.end(), key) != y.end(); });
}
/// As the register asks: met under a key, and alike.
bool offered(const std::string& a, const std::string& b) {
  return share_a_key(a, b) && match_names(a, b).score >= names_alike;
}

bool has(const NameMatch& match, std::string_view code) {
  return std::any_of(match.reasons.begin(), match.reasons.end(), [&](const auto& r) { return r.code == code; });
}

/// How many of what was asked were answered rightly, told to whoever runs the tests.
struct Tally {
  int same = 0, found = 0, different = 0, mistaken = 0;
  double recall() const { return static_cast<double>(found) / same; }
  double precision() const { return static_cast<double>(found) / (found + mistaken); }
};

Tally tally_of_own_pairs() {
  Tally tally;
  const auto all = rows("same.tsv");
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = i; j < all.size(); ++j)
      for (std::size_t a = 0; a < all[i].size(); ++a)
        for (std::size_t b = i == j ? a + 1 : 0; b < all[j].size(); ++b) {
          const bool one = offered(all[i][a], all[j][b]);
          (i == j ? tally.same : tally.different) += 1;
          (i == j ? tally.found : tally.mistaken) += one ? 1 : 0;
          if (one != (i == j)) {
            std::cout << (i == j ? "missed: " : "mistaken: ") << all[i][a] << " / " << all[j][b] << " " << name_key(all[i][a]) << " "
                      << name_key(all[j][b]) << " " << match_names(all[i][a], all[j][b]).score << '\n';
          }
        }
  return tally;
}

TEST(NameKey, IsOneForThreeSpellings) {
  for (const Names& names :
       {Names{"Xu Lít Xy Li Mả Nô Thăm", "Sulith Silimanotham", "Soulith Silymanotham", "ສຸລິດ ສິລິມະໂນທຳ"},
        Names{"Bay-khăm Khắt-ti-nhạ", "Baykham Khatthinha", "Baykham Khattiya"}, Names{"Xiêng Khoảng", "Xiengkhouang", "ຊຽງຂວາງ"},
        Names{"Khăm Muộn", "Khammouane", "ຄຳມ່ວນ", "ຄໍາມ່ວນ"}, Names{"ຄໍາໄຫຼ ສີປະເສີດ", "ຄຳໄຫລ ສີປະເສີດ", "Khamlay Sipraseuth"}}) {
    for (const auto& name : names) EXPECT_EQ(name_key(name), name_key(names.front())) << name;
  }
}

TEST(NameKey, OfNoLettersIsEmpty) {
  EXPECT_EQ(name_key(""), "");
  EXPECT_EQ(name_key(" 12, –"), "");
  EXPECT_EQ(match_names("", "Khamla").score, 0);
}

TEST(NearKeys, AreSharedByNamesThatDifferInOneSound) {
  EXPECT_TRUE(share_a_key("Khamphan Sisouk", "Khamphan Sisou"));
  EXPECT_FALSE(share_a_key("Khamphan Sisouk", "Boualin Vong"));
}

TEST(NameMatch, TellsItsReasons) {
  const auto scripts = match_names("Thongloun Sisoulith", "ທອງລຸນ ສີສຸລິດ");
  EXPECT_TRUE(has(scripts, "two_scripts"));
  EXPECT_GT(scripts.score, 0.95);
  const auto syllables = match_names("Thoong Lun Xi Xu Lít", "Thongloun Sisoulith");
  EXPECT_TRUE(has(syllables, "by_syllable"));
  EXPECT_TRUE(has(syllables, "same_sounds"));
  EXPECT_TRUE(has(match_names("Bounma Sisouk", "Bounmy Sisouk"), "vowels_differ"));
  EXPECT_TRUE(has(match_names("Khamla Lolonsy", "Khamsa Lolonsy"), "sounds_differ"));
  EXPECT_TRUE(has(match_names("Khamphan Sisouk", "Khamphan Sisou"), "sound_missing"));
  EXPECT_TRUE(has(match_names("Kham", "Kam"), "short"));
}

TEST(NameMatch, IsSymmetricAndBetweenNoughtAndOne) {
  for (const auto& row : rows("different.tsv")) {
    const double score = match_names(row[0], row[1]).score;
    EXPECT_DOUBLE_EQ(score, match_names(row[1], row[0]).score);
    EXPECT_GE(score, 0);
    EXPECT_LE(score, 1);
    EXPECT_EQ(match_names(row[0], row[0]).score > 0.89, true);
  }
}

TEST(NameMatch, FindsTheSpellingsOfOneNameAmongAllOthers) {
  const Tally tally = tally_of_own_pairs();
  std::cout << "same " << tally.same << ", found " << tally.found << "; different " << tally.different << ", mistaken " << tally.mistaken
            << "; recall " << tally.recall() << ", precision " << tally.precision() << '\n';
  EXPECT_GE(tally.same, 150);
  EXPECT_GE(tally.recall(), 0.9);
  EXPECT_GE(tally.precision(), 0.95);
}

TEST(NameMatch, KeepsMostNamesApartThatAreAlikeAndNotOne) {
  int kept = 0, all = 0;
  for (const auto& row : rows("different.tsv")) {
    ++all;
    kept += offered(row[0], row[1]) ? 0 : 1;
    if (offered(row[0], row[1])) std::cout << "asks: " << row[0] << " / " << row[1] << " " << match_names(row[0], row[1]).score << '\n';
  }
  std::cout << "apart " << kept << " of " << all << '\n';
  EXPECT_GE(kept, all * 7 / 10);
}

/// A reference row that spells what stands in the row above or below otherwise.
TEST(NameMatch, FindsTheVariantsOfTheReferenceTable) {
  const auto path = std::filesystem::path(KEVAI_SOURCE_DIR) / "../shared/reference/name-variants.tsv";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not here";
  int same = 0, found = 0;
  for (const auto& row : rows_of(path)) {
    if (row.size() < 4 || row[0] == "kind" || row[0] == "organisation") continue;
    Names names;
    for (std::size_t i = 1; i < 4; ++i) {
      if (!row[i].empty()) names.push_back(row[i].substr(0, row[i].find(" (")));
    }
    for (std::size_t a = 0; a < names.size(); ++a)
      for (std::size_t b = a + 1; b < names.size(); ++b) {
        ++same;
        if (offered(names[a], names[b]))
          ++found;
        else
          std::cout << "missed: " << names[a] << " / " << names[b] << " " << match_names(names[a], names[b]).score << '\n';
      }
  }
  std::cout << "variants " << same << ", found " << found << '\n';
  EXPECT_GE(found, same * 9 / 10);
}

}  // namespace
}  // namespace kevai::text
