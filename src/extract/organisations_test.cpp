// Every province's union by every usual form of its name, in three languages, from the gazetteer itself.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "extract/mentions.hpp"
#include "text/fold.hpp"
#include "text/gazetteer.hpp"
#include "text/table.hpp"

namespace kevai::extract {
namespace {

using text::Language;
using Strings = std::vector<std::string>;

Document document_of(const std::string& words, Language language) {
  Document doc;
  doc.text = words;
  doc.language = language;
  doc.tokens = text::tokenize(words);
  doc.cues = text::CueMap(text::Lexicon::of(language).cues(doc.tokens), doc.tokens.size());
  doc.blocks = {{BlockKind::main, 0, doc.tokens.size()}};
  find_organisations(doc);
  return doc;
}

/// What bodies a text names, each as `id` or as it is written; "hai bên" and the like left out.
Strings bodies(const std::string& words, Language language) {
  Strings found;
  for (const OrgMention& org : document_of(words, language).orgs) found.insert(found.end(), org.ids.begin(), org.ids.end());
  return found;
}

/// The provinces that are only places in a text.
Strings places(const std::string& words, Language language) {
  Strings found;
  for (const PlaceMention& place : document_of(words, language).places) found.push_back(place.org);
  return found;
}

std::vector<text::OrganisationEntry> provinces(std::string_view country) {
  std::vector<text::OrganisationEntry> found;
  for (const auto& o : text::organisations()) {
    if (o.level == "province" && o.country == country) found.push_back(o);
  }
  return found;
}

/// "tỉnh Nghệ An", and "Thủ đô Viêng Chăn", which says its level itself.
std::string with_level(const text::OrganisationEntry& o) {
  for (const auto level : {"Thành phố ", "Thủ đô ", "tỉnh "}) {
    if (o.place_vi.starts_with(level)) return o.place_vi;
  }
  return (o.name_vi.find("thành phố") == std::string::npos ? "tỉnh " : "thành phố ") + o.place_vi;
}
bool says_level(const text::OrganisationEntry& o) {
  return with_level(o) == o.place_vi;
}

std::string in_lao(const text::OrganisationEntry& o) {
  const bool told = o.place_lo.starts_with("ນະຄອນ") || o.place_lo.starts_with("ແຂວງ");
  return told ? o.place_lo : "ແຂວງ" + o.place_lo;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

TEST(Organisations, AreSixtyThreeFormerThirtyFourPresentAndEighteenLaoProvinces) {
  std::size_t former = 0, present = 0;
  for (const auto& o : provinces("VN")) {
    former += o.id != "vn.hue" ? 1 : 0;  // Thừa Thiên Huế was renamed
    present += o.valid_to.empty() ? 1 : 0;
  }
  EXPECT_EQ(former, 63U);
  EXPECT_EQ(present, 34U);
  EXPECT_EQ(provinces("LA").size(), 18U);
}

TEST(Organisations, OfVietNamAreKnownInVietnamese) {
  for (const auto& o : provinces("VN")) {
    const std::string area = with_level(o);
    for (const std::string head : {"Liên đoàn Lao động ", "LĐLĐ ", "Liên đoàn LĐ ", "Công đoàn ", "CĐ ", "Ban Chấp hành LĐLĐ ", "BTV LĐLĐ ",
                                   "BCH Liên đoàn Lao động "}) {
      EXPECT_EQ(bodies(head + area, Language::vi), Strings{o.id}) << head + area;
      EXPECT_EQ(bodies(head + o.place_vi, Language::vi), Strings{o.id}) << head + o.place_vi;
    }
    EXPECT_EQ(bodies(o.name_vi, Language::vi), Strings{o.id}) << o.name_vi;
    EXPECT_EQ(bodies("lãnh đạo LĐLĐ " + area + " và nhân dân", Language::vi), Strings{o.id}) << area;
  }
}

TEST(Organisations, OfLaosAreKnownInVietnameseHoweverTheirSyllablesAreJoined) {
  for (const auto& o : provinces("LA")) {
    const std::string hyphened = replaced(o.place_vi, " ", "-");
    for (const std::string head :
         {"Liên hiệp Công đoàn ", "LHCĐ ", "Liên hiệp CĐ ", "Công đoàn ", "CĐ ", "Ban Thường vụ Liên hiệp Công đoàn "}) {
      for (const auto& area : {with_level(o), "tỉnh " + hyphened, hyphened, replaced(o.place_vi, " ", "")}) {
        if (says_level(o) && area != with_level(o)) continue;
        EXPECT_EQ(bodies(head + area, Language::vi), Strings{o.id}) << head + area;
      }
    }
  }
}

TEST(Organisations, AreKnownInEnglish) {
  for (const auto& o : text::organisations()) {
    EXPECT_EQ(bodies(o.name_en, Language::en), Strings{o.id}) << o.name_en;
    if (o.level != "province") continue;
    const bool lao = o.country == "LA";
    const std::string body = lao ? "Federation of Trade Unions" : "Federation of Labour";
    const bool told = o.place_en.ends_with("City") || o.place_en.ends_with("Capital") || o.place_en.ends_with("Province");
    const std::string area = o.place_en + (told ? "" : " province");
    for (const std::string& words : {o.place_en + " " + body, body + " of " + area, "the " + area + "'s " + body, "trade union of " + area,
                                     area + "’s trade unions", o.place_en + (lao ? " Trade Union Federation" : " Labour Federation"),
                                     o.place_en + (lao ? " Trade Union Confederation" : " Labor Confederation")})
      EXPECT_EQ(bodies(words, Language::en), Strings{o.id}) << words;
    if (!told) {
      const std::string words = o.place_en + " Provincial " + body;
      EXPECT_EQ(bodies(words, Language::en), Strings{o.id}) << words;
    }
  }
}

TEST(Organisations, AreKnownInLao) {
  for (const auto& o : text::organisations()) {
    EXPECT_EQ(bodies(o.name_lo, Language::lo), Strings{o.id}) << o.name_lo;
    EXPECT_EQ(bodies(replaced(o.name_lo, "ຳ", "ໍາ"), Language::lo), Strings{o.id}) << o.name_lo;
    EXPECT_EQ(bodies(replaced(o.name_lo, "ຫຼ", "ຫລ"), Language::lo), Strings{o.id}) << o.name_lo;
    if (o.level != "province") continue;
    for (const std::string head : {"ສະຫະພັນກຳມະບານ", "ກຳມະບານ", "ສະຫະພັນແຮງງານ", "ກຳມະບານ ", "ສະຫະພັນກຳມະບານປະຈຳ"})
      EXPECT_EQ(bodies(head + in_lao(o), Language::lo), Strings{o.id}) << head + in_lao(o);
  }
}

TEST(Organisations, AreKnownByEveryOtherSpellingOfTheirPlace) {
  for (const auto& alias : text::organisation_aliases()) {
    if (alias.kind == text::AliasKind::spelling) {
      std::string name = alias.alias;
      name[0] = static_cast<char>(name[0] - 'a' + 'A');
      EXPECT_EQ(bodies("LHCĐ " + name, Language::vi), Strings{alias.id}) << name;
      EXPECT_EQ(bodies(name + " Federation of Trade Unions", Language::en), Strings{alias.id}) << name;
    } else if (alias.kind == text::AliasKind::place) {
      const bool lao = alias.alias.starts_with("\xE0");
      const Strings found = lao ? bodies("ກຳມະບານແຂວງ" + alias.alias, Language::lo) : bodies("Công đoàn " + alias.alias, Language::vi);
      EXPECT_EQ(found, Strings{alias.id}) << alias.alias;
    }
  }
}

TEST(Organisations, AreKnownByEveryOtherNameOfTheBody) {
  for (const auto& alias : text::organisation_aliases()) {
    if (alias.kind != text::AliasKind::name) continue;
    const Language language = alias.alias.starts_with("\xE0") ? Language::lo : Language::vi;
    EXPECT_EQ(bodies(alias.alias, language), Strings{alias.id}) << alias.alias;
  }
}

TEST(Organisations, OfABranchAreKnownByWhatTellsThemApart) {
  EXPECT_EQ(bodies("Công đoàn Công Thương", Language::vi), Strings{"vn.sector.industry-trade"});
  EXPECT_EQ(bodies("CĐ ngành Y tế Việt Nam", Language::vi), Strings{"vn.sector.health"});
  EXPECT_EQ(bodies("Công đoàn Than – Khoáng sản Việt Nam", Language::vi), Strings{"vn.sector.coal-minerals"});
  EXPECT_EQ(bodies("CĐ NN&PTNT Việt Nam", Language::vi), Strings{"vn.sector.agriculture"});
  EXPECT_EQ(bodies("ກຳມະບານຂະແໜງທະນາຄານ ຫວຽດນາມ", Language::lo), Strings{"vn.sector.banking"});
}

TEST(Organisations, OfAProvincesBranchAreNeitherTheProvincesNorTheCountrys) {
  EXPECT_EQ(bodies("Công đoàn Giáo dục tỉnh Nghệ An", Language::vi), Strings{"vn.=Công đoàn Giáo dục tỉnh Nghệ An"});
  EXPECT_EQ(bodies("Công đoàn ngành Y tế Quảng Trị", Language::vi), Strings{"vn.=Công đoàn ngành Y tế Quảng Trị"});
  EXPECT_EQ(bodies("Công đoàn Viên chức tỉnh Sơn La", Language::vi), Strings{"vn.=Công đoàn Viên chức tỉnh Sơn La"});
  EXPECT_EQ(bodies("CĐCS Công ty Cao su Lệ Ninh", Language::vi), Strings{"vn.=CĐCS Công ty Cao su Lệ Ninh"});
}

TEST(Organisations, OfADistrictAreAsWrittenAndOfItsCountry) {
  EXPECT_EQ(bodies("Công đoàn huyện Kỳ Sơn", Language::vi), Strings{"vn.=Công đoàn huyện Kỳ Sơn"});
  EXPECT_EQ(bodies("Công đoàn huyện Noọng Hét", Language::vi), Strings{"la.=Công đoàn huyện Noọng Hét"});
  EXPECT_EQ(bodies("ກຳມະບານເມືອງເຊໂປນ", Language::lo), Strings{"la.=ກຳມະບານເມືອງເຊໂປນ"});
  EXPECT_EQ(bodies("ກຳມະບານເມືອງເຮືອງຮ໋ວາ ແຂວງກວາງຈິ", Language::lo), Strings{"vn.=ກຳມະບານເມືອງເຮືອງຮ໋ວາ"});
}

TEST(Organisations, OfDistrictsAndBranchesAreAsWrittenInEnglishToo) {
  for (const std::string body : {"Trade Union of Samtay district", "Nong Het district trade union", "Lao Health Trade Union",
                                 "Trade Union of the Ministry of Public Works and Transport of Laos", "Sepon district's trade union"})
    EXPECT_EQ(bodies(body, Language::en), Strings{"la.=" + body});
  EXPECT_EQ(bodies("Labour Federation of Que Phong district, Nghe An province", Language::en),
            Strings{"vn.=Labour Federation of Que Phong district"});
  EXPECT_EQ(bodies("Vietnam Banking Union", Language::en), Strings{"vn.sector.banking"});
  EXPECT_EQ(bodies("Lao Federation of Trade Unions", Language::en), Strings{"la.lftu"});
}

TEST(Organisations, OfOtherKindsAreNotTheProvincesUnion) {
  for (const auto& o : text::organisations()) {
    if (o.level != "province") continue;
    for (const std::string body : {"Hội Liên hiệp Phụ nữ ", "Tỉnh ủy ", "UBND ", "Hội Nông dân ", "Hội Cựu chiến binh ", "Đoàn Thanh niên ",
                                   "Ủy ban MTTQ Việt Nam ", "Hội Hữu nghị Việt Nam - Lào "}) {
      const std::string words = "LĐLĐ tỉnh Lào Cai, " + body + with_level(o);
      const auto doc = document_of(words, Language::vi);
      ASSERT_EQ(doc.orgs.size(), 2U) << words;
      EXPECT_EQ(doc.orgs[1].form, OrgForm::other) << words;
      EXPECT_EQ(doc.orgs[1].ids, Strings{body + with_level(o)});
      EXPECT_TRUE(doc.places.empty()) << words;
    }
    const std::string prefix = o.country == "LA" ? "la.=" : "vn.=";
    for (const std::string body : {"ສະຫະພັນແມ່ຍິງ", "ສະພາປະຊາຊົນ", "ແນວລາວສ້າງຊາດ", "ຄະນະຊາວໜຸ່ມ", "ຄະນະພັກ"})
      EXPECT_EQ(bodies(body + in_lao(o), Language::lo), Strings{prefix + body + in_lao(o)});
    const std::string english = o.place_en + " Women's Union";
    EXPECT_EQ(bodies(english, Language::en), Strings{prefix + english});
  }
}

TEST(Places, OfOneNameWithACountryAreNotThatCountry) {
  EXPECT_EQ(bodies("Công đoàn Lào Cai", Language::vi), Strings{"vn.lao-cai"});
  EXPECT_EQ(bodies("Công đoàn Lào", Language::vi), Strings{"la.lftu"});
  EXPECT_EQ(places("đến Lào Cai thăm nước Lào", Language::vi), Strings{"vn.lao-cai"});
  EXPECT_EQ(bodies("ກຳມະບານລາວກາຍ", Language::lo), Strings{"vn.lao-cai"});
  EXPECT_EQ(bodies("Lao Cai trade union", Language::en), Strings{"vn.lao-cai"});
}

TEST(Places, AreNoWordsThatLookLikeThem) {
  EXPECT_EQ(places("Hòa bình, hữu nghị ở châu Á - Thái Bình Dương", Language::vi), Strings{});
  EXPECT_EQ(places("đồng chí Nguyễn Thái Bình và bà Trần Thị Hà Giang", Language::vi), Strings{});
  EXPECT_EQ(places("tư tưởng Hồ Chí Minh, Chủ tịch Hồ Chí Minh", Language::vi), Strings{});
  EXPECT_EQ(places("thăm thành phố Hồ Chí Minh, TP. HCM", Language::vi), (Strings{"vn.ho-chi-minh-city", "vn.ho-chi-minh-city"}));
}

TEST(Organisations, AgreeWithTheReferenceTable) {
  const auto path = std::filesystem::path(KEVAI_SOURCE_DIR) / "../shared/reference/provinces.csv";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not here";
  std::stringstream bytes;
  bytes << std::ifstream(path).rdbuf();
  const auto rows = text::read_table(bytes.str(), ',');
  ASSERT_EQ(rows.size(), 1U + 64 + 18);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto* o = text::organisation(rows[i][0]);
    ASSERT_NE(o, nullptr) << rows[i][0];
    EXPECT_EQ(text::fold(o->place_vi), text::fold(rows[i][2]));
    EXPECT_EQ(o->place_en, rows[i][4]);
    EXPECT_EQ(o->successor, rows[i][7]);
    EXPECT_TRUE(rows[i][3].empty() || o->place_lo == rows[i][3]) << o->place_lo;
  }
}

}  // namespace
}  // namespace kevai::extract
