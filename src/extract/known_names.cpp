#include "extract/known_names.hpp"

#include "text/fold.hpp"
#include "text/gazetteer.hpp"

namespace kevai::extract {
namespace {

constexpr std::size_t loose_letters = 4;  // shorter names in Lao are met only as they are written

bool in_lao(std::string_view name) {
  return name.starts_with("\xE0\xBA") || name.starts_with("\xE0\xBB");
}

/// "Thừa Thiên - Huế" is also written "Thừa Thiên – Huế" and "Thừa Thiên Huế".
std::vector<std::string> dashed(const std::string& name) {
  const auto dash = name.find('-');
  if (dash == std::string::npos) return {name};
  std::vector<std::string> all;
  for (const auto mark : {"-", "–", " "}) all.push_back(name.substr(0, dash) + mark + name.substr(dash + 1));
  return all;
}

std::string loose(std::string_view key) {
  std::string out;
  for (std::size_t i = 0; i < key.size(); ++i) {
    const std::string_view rest = key.substr(i);
    const bool lao = rest.size() >= 3 && rest[0] == '\xE0';
    if (!lao) {
      out += key[i];
      continue;
    }
    const int code = (rest[0] & 0x0F) << 12 | (rest[1] & 0x3F) << 6 | (rest[2] & 0x3F);
    i += 2;
    if (code >= 0x0EC8 && code <= 0x0ECB) continue;  // tones
    out += rest.substr(0, 3);
    if (code == 0x0EB5 || code == 0x0EB7 || code == 0x0EB9) --out.back();  // ີ, ື, ູ: long to short
  }
  return out;
}

std::string letters_of(const std::string& name) {
  std::string out;
  for (const char c : text::fold(name)) {
    if (c >= 'a' && c <= 'z') out += c;
  }
  return out;
}

}  // namespace

std::vector<text::Token> loose_lao(const std::vector<text::Token>& tokens) {
  std::vector<text::Token> all(tokens.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (tokens[i].kind == text::TokenKind::lao)
      all[i].set_key(loose(tokens[i].key));
    else
      all[i].hash = tokens[i].hash;
  }
  return all;
}

const KnownNames& KnownNames::get() {
  static const KnownNames names;
  return names;
}

std::uint32_t KnownNames::number(const std::string& id) {
  if (ids.empty() || ids.back() != id) ids.push_back(id);
  return static_cast<std::uint32_t>(ids.size() - 1);
}

void KnownNames::add_place(const std::string& name, std::uint32_t n) {
  for (const auto& one : dashed(name)) {
    places.add(one, n);
    const auto letters = text::tokenize(one);
    if (in_lao(one) && letters.size() >= loose_letters) lao_places.add(loose_lao(letters), n);
  }
}

void KnownNames::add_branch(const std::string& branch, std::uint32_t n) {
  if (in_lao(branch)) {
    for (const auto head : {"ກຳມະບານ", "ສະຫະພັນກຳມະບານ"})
      for (const auto sector : {"", "ຂະແໜງ", "ຂະແໜງການ", "ກະຊວງ"})
        for (const auto country : {"ຫວຽດນາມ", "ສສ ຫວຽດນາມ", "ສສ.ຫວຽດນາມ"}) bodies.add(std::string(head) + sector + branch + country, n);
    return;
  }
  for (const auto head : {"Công đoàn ", "CĐ ", "Công đoàn ngành ", "CĐ ngành "})
    for (const auto country : {"", " Việt Nam", " VN"})
      for (const auto& one : dashed(branch)) bodies.add(head + one + country, n);
}

KnownNames::KnownNames() {
  for (const auto& o : text::organisations()) {
    const auto n = number(o.id);
    for (const auto* name : {&o.name_vi, &o.name_lo, &o.name_en}) bodies.add(*name, n);
    for (const auto* place : {&o.place_vi, &o.place_lo, &o.place_en}) add_place(*place, n);
    const std::string letters = letters_of(o.place_en);
    if (o.country == "VN" && letters.size() > loose_letters) plain_places.add(letters, n);
  }
  for (const auto& a : text::organisation_aliases()) {
    const auto n = number(a.id);
    switch (a.kind) {
      case text::AliasKind::name:
        bodies.add(a.alias, n);
        break;
      case text::AliasKind::place:
        add_place(a.alias, n);
        break;
      case text::AliasKind::branch:
        add_branch(a.alias, n);
        break;
      case text::AliasKind::spelling:
        lao_spellings.add(a.alias, n);
        break;
    }
  }
  for (const auto& district : text::districts()) {
    const auto n = number(district.province);
    for (const auto& name : district.names) districts.add(name, n);
  }
}

}  // namespace kevai::extract
