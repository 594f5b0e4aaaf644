#include "register/places.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "register/keys.hpp"
#include "text/gazetteer.hpp"

namespace kevai::reg {
namespace {

using namespace std::string_view_literals;

/// What kind of place a name is of, by key: dropped from its beginning, or in English from its end.
constexpr std::array kinds = {"tinh"sv,   "thanhpho"sv, "thidoan"sv,  "thixa"sv,    "thitran"sv,  "huyen"sv,   "quan"sv,
                              "phuong"sv, "thudo"sv,    "province"sv, "city"sv,     "district"sv, "village"sv, "prefecture"sv,
                              "ແຂວງ"sv,   "ເມືອງ"sv,     "ບ້ານ"sv,      "ນະຄອນຫຼວງ"sv, "xa"sv,       "ban"sv};
/// Words of buildings, by key.
constexpr std::array buildings = {"truso"sv,    "hoitruong"sv,    "nhakhach"sv, "khachsan"sv, "trungtam"sv, "truong"sv, "nhavanhoa"sv,
                                  "vanphong"sv, "headquarters"sv, "hall"sv,     "hotel"sv,    "centre"sv,   "center"sv, "school"sv,
                                  "office"sv,   "ຫ້ອງການ"sv,       "ສຳນັກງານ"sv,  "ໂຮງແຮມ"sv,   "ຫໍປະຊຸມ"sv,    "ສະໂມສອນ"sv};

std::string without_kind(std::string key) {
  for (const std::string_view kind : kinds) {
    const std::string word = text_key(kind);
    if (key.size() < word.size() + 2) continue;
    if (key.starts_with(word)) return key.substr(word.size());
    if (key.ends_with(word)) return key.substr(0, key.size() - word.size());
  }
  return key;
}

/// "bản Vông Xay, huyện Phu Vông (Lào)" → its parts, as keys without the words for their kind.
std::vector<std::string> parts_of(std::string_view place) {
  std::vector<std::string> parts;
  std::string part;
  const auto end = [&] {
    if (const std::string key = without_kind(text_key(part)); !key.empty()) parts.push_back(key);
    part.clear();
  };
  for (const char c : place) std::string_view(",;()/").find(c) == std::string_view::npos ? part += c : (end(), part);
  end();
  return parts;
}

/// The provinces and cities by key of each of their names, each as the id of its union.
const std::map<std::string, std::string>& known_places() {
  static const std::map<std::string, std::string> known = [] {
    std::map<std::string, std::string> places;
    for (const text::OrganisationEntry& entry : text::organisations()) {
      for (const std::string* name : {&entry.place_vi, &entry.place_lo, &entry.place_en}) {
        if (!name->empty()) places.emplace(without_kind(text_key(*name)), entry.id);
      }
    }
    for (const text::OrganisationAlias& alias : text::organisation_aliases()) {
      if (alias.kind != text::AliasKind::place && alias.kind != text::AliasKind::spelling) continue;
      places.emplace(without_kind(text_key(alias.alias)), alias.id);
    }
    return places;
  }();
  return known;
}

bool is_building(std::string_view place) {
  const std::string key = text_key(place);
  return std::ranges::any_of(buildings, [&](std::string_view word) { return key.find(text_key(word)) != key.npos; });
}

}  // namespace

Places compare_places(std::string_view a, std::string_view b) {
  if (text_key(a).empty() || text_key(b).empty()) return Places::unknown;
  if (same_text(a, b)) return Places::same;
  const auto a_parts = parts_of(a);
  const auto b_parts = parts_of(b);
  if (a_parts.empty() || b_parts.empty()) return Places::unknown;

  const auto province = [](const std::string& part) {
    const auto found = known_places().find(part);
    return found == known_places().end() ? std::string() : found->second;
  };
  // The first part is the place itself, the others say where it lies.
  const std::string a_province = province(a_parts.front());
  const std::string b_province = province(b_parts.front());
  if (!a_province.empty() && !b_province.empty()) return a_province == b_province ? Places::same : Places::other;
  if (a_parts.front() == b_parts.front()) return Places::same;
  const std::string sound = sound_key(a_parts.front());
  if (sound.size() > 2 && sound == sound_key(b_parts.front())) return Places::same;
  // "tỉnh Sơn La" and "Bảo tàng Sơn La".
  const auto within = [](const std::string& part, std::string_view whole) {
    return part.size() > 3 && text_key(whole).find(part) != std::string::npos;
  };
  if (within(a_parts.front(), b) || within(b_parts.front(), a)) return Places::same;
  // A village and the province it lies in.
  const auto lies_in = [&](const std::vector<std::string>& parts, const std::string& wanted) {
    return !wanted.empty() && std::ranges::any_of(parts, [&](const auto& part) { return province(part) == wanted; });
  };
  if (lies_in(a_parts, b_province) || lies_in(b_parts, a_province)) return Places::same;
  if (in_two_scripts(text_key(a), text_key(b)) || is_building(a) != is_building(b)) return Places::unknown;
  return Places::other;
}

}  // namespace kevai::reg
