#include "extract/written_bodies.hpp"

#include <unordered_map>

#include "extract/known_names.hpp"
#include "text/fold.hpp"
#include "text/gazetteer.hpp"
#include "text/name_key.hpp"

namespace kevai::extract {
namespace {

using text::Cue;
using text::TokenKind;

constexpr std::size_t longest_branch = 9;  // "Giao thông Vận tải và Công chính" and its like

/// "Công đoàn Giáo dục Việt Nam", "CĐ ngành Giáo dục Việt Nam" → the branch: "giao duc".
const std::unordered_map<std::string, std::string>& sectors() {
  static const auto known = [] {
    std::unordered_map<std::string, std::string> ids;
    for (const auto& o : text::organisations()) {
      if (!o.id.starts_with("vn.sector.")) continue;
      std::string name = text::fold(o.name_vi);
      constexpr std::string_view country = " viet nam";
      if (name.ends_with(country)) name.resize(name.size() - country.size());
      if (name.starts_with("cong doan ")) ids.emplace(name.substr(10), o.id);
    }
    return ids;
  }();
  return known;
}

/// One past a branch's words: "Giáo dục", "Ngân hàng Nhà nước"; words with capitals, each with at most two
/// small ones after it.
std::size_t branch_end(const Document& doc, std::size_t i, std::size_t& country) {
  std::size_t small = 0;
  country = 0;
  for (std::size_t at = i; at < doc.tokens.size() && at < i + longest_branch; ++at) {
    if (const Cue* c = doc.cues.starting(at, "country."); c && at > i) {
      country = c->last;
      return at;
    }
    const auto& t = doc.tokens[at];
    const bool joint = at > i && (t.is("-") || t.is("–") || t.is("&"));
    if (joint) continue;
    if (t.kind != TokenKind::word) return at;
    for (const auto group : {"act.", "give", "commit.", "past", "person.", "direction.", "place.at", "org.head"}) {
      const Cue* verb = doc.cues.starting(at, group);
      if (verb && !t.capital) return at;
    }
    small = t.capital ? 0 : small + 1;
    if (small > 2) return at;
  }
  return i;
}

/// The words by which a body is known again: "LĐLĐ huyện Kỳ Sơn", "Công đoàn huyện Kỳ Sơn" → "huyen ky son".
std::string key_of(const Document& doc, const OrgMention& org) {
  std::string name = text::fold(org.ids.front());
  if (const Cue* head = doc.cues.starting(org.first, "org.head"); head && head->last < org.last)
    name = text::fold(doc.written(head->last, org.last));
  if (name.starts_with("nganh ")) name.erase(0, 6);
  if (const auto end = name.find_first_of(",("); end != std::string::npos) name.resize(end);
  while (name.ends_with(' ')) name.pop_back();
  return name;
}

/// The country a mention itself tells; 0 where it does not.
char country_told(const Document& doc, const OrgMention& org) {
  if (org.country != 0) return org.country;
  if (doc.cues.starting(org.first, "org.head.vn")) return 'V';
  if (doc.cues.starting(org.first, "org.head.la")) return 'L';
  return 0;
}

/// "Huyện Kỳ Sơn hiện có …", "Kỳ Sơn sang bạn 4 lần": the area of a body known in the article is its place.
void find_areas(Document& doc, const std::unordered_map<std::string, std::string>& areas) {
  if (areas.empty()) return;
  std::vector<bool> taken(doc.tokens.size() + 1);
  for (const auto& org : doc.orgs) {
    for (std::size_t i = org.first; i < org.last; ++i) taken[i] = true;
  }
  for (std::size_t i = 0; i + 1 < doc.tokens.size(); ++i) {
    if (!doc.tokens[i].capital || taken[i] || !doc.tokens[i + 1].capital) continue;
    for (const std::size_t words : {3, 2}) {
      if (i + words > doc.tokens.size()) continue;
      const auto area = areas.find(text::fold(plain(doc.written(i, i + words))));
      if (area == areas.end()) continue;
      doc.places.push_back({i, i + words, area->second});
      i += words - 1;
      break;
    }
  }
  std::sort(doc.places.begin(), doc.places.end(), [](const PlaceMention& a, const PlaceMention& b) { return a.first < b.first; });
}

/// One past a run of words with capitals that begins at a token, at most `most`; no title, post, place of a
/// country or union's word among them. Small joining words may stand between where `joined`.
std::size_t capitals_end(const Document& doc, std::size_t i, std::size_t most, bool joined) {
  std::size_t last = i;
  for (std::size_t at = i; at < doc.tokens.size() && at < i + most; ++at) {
    const auto& t = doc.tokens[at];
    const bool joint = joined && at > i && (t.is("and") || t.is("of") || t.is("&"));
    if (joint) continue;
    const bool ends = t.kind != TokenKind::word || !t.capital || doc.cues.starting(at, "country.") || doc.cues.starting(at, "org.head") ||
                      doc.cues.starting(at, "org.local") || doc.cues.starting(at, "person.") || doc.cues.starting(at, "org.other");
    if (ends) break;
    last = at + 1;
  }
  return last;
}

OrgMention written(const Document& doc, std::size_t first, std::size_t last, char country) {
  return {first, last, OrgForm::written, {plain(doc.written(first, last))}, false, country};
}

/// The districts along the border by the sound of their names, with their countries; 0 where both have one.
const std::unordered_map<std::string, char>& districts_by_sound() {
  static const auto known = [] {
    std::unordered_map<std::string, char> countries;
    for (const auto& district : text::districts()) {
      const char country = district.province.starts_with("la.") ? 'L' : 'V';
      for (const auto& name : district.names) {
        const auto [at, fresh] = countries.emplace(text::name_key(name), country);
        if (!fresh && at->second != country) at->second = 0;
      }
    }
    return countries;
  }();
  return known;
}

/// The country of a district that is known to lie along the border; 0 of others.
char country_of_district(const Document& doc, std::size_t first, std::size_t last) {
  const auto& names = KnownNames::get();
  const auto district = names.districts.longest(doc.tokens, first);
  if (district.length > 0) return names.ids[district.values.front()].starts_with("la.") ? 'L' : 'V';
  const auto heard = districts_by_sound().find(text::name_key(doc.written(first, last)));
  return heard == districts_by_sound().end() ? char{0} : heard->second;
}

/// "Que Phong district's Labour Federation"
std::optional<OrgMention> district_first(const Document& doc, std::size_t i) {
  const std::size_t name_last = capitals_end(doc, i, 3, false);
  const Cue* district = name_last > i ? doc.cues.starting(name_last, "org.local") : nullptr;
  if (!district) return std::nullopt;
  std::size_t at = district->last;
  while (const Cue* own = doc.cues.starting(at, "org.own")) at = own->last;
  const Cue* head = doc.cues.starting(at, "org.head.en");
  if (!head) return std::nullopt;
  return written(doc, i, head->last, country_of_district(doc, i, name_last));
}

/// "Trade Union of Samtay district", "Trade Union of the Ministry of Transport of Laos"
std::optional<OrgMention> head_first(const Document& doc, std::size_t i) {
  const Cue* head = doc.cues.starting(i, "org.head.en");
  if (!head || head->last + 1 >= doc.tokens.size() || !doc.tokens[head->last].is("of")) return std::nullopt;
  std::size_t at = head->last + 1;
  if (doc.tokens[at].is("the")) ++at;
  if (at < doc.tokens.size() && doc.tokens[at].is("ministry")) {
    std::size_t last = capitals_end(doc, at, longest_branch, true);
    char country = 0;
    const std::size_t of = last + (last < doc.tokens.size() && doc.tokens[last].is("of") ? 1 : 0);
    if (const Cue* named = doc.cues.starting(of, "country.")) {
      country = named->in("country.la") ? 'L' : 'V';
      last = named->last;
    }
    return written(doc, i, last, country);
  }
  const std::size_t last = capitals_end(doc, at, 3, false);
  const Cue* district = last > at ? doc.cues.starting(last, "org.local") : nullptr;
  if (!district) return std::nullopt;
  return written(doc, i, district->last, country_of_district(doc, at, last));
}

/// "Lao Health Trade Union": a branch with its country.
std::optional<OrgMention> country_first(const Document& doc, std::size_t i) {
  const Cue* country = doc.cues.starting(i, "country.");
  if (!country || !doc.tokens[i].capital) return std::nullopt;
  const std::size_t last = capitals_end(doc, country->last, 6, true);
  const Cue* head = last > country->last ? doc.cues.starting(last, "org.head.en") : nullptr;
  if (!head || !doc.tokens[last].capital) return std::nullopt;
  return written(doc, i, head->last, country->in("country.la") ? 'L' : 'V');
}

}  // namespace

std::optional<OrgMention> english_body(const Document& doc, std::size_t i) {
  if (auto body = country_first(doc, i)) return body;
  if (auto body = head_first(doc, i)) return body;
  return district_first(doc, i);
}

std::string written_id(char country, std::string_view name) {
  if (country == 0) return std::string(name);
  return std::string(country == 'L' ? "la.=" : "vn.=") + std::string(name);
}

std::string_view name_or_id(std::string_view id) {
  return id.starts_with("la.=") || id.starts_with("vn.=") ? id.substr(4) : id;
}

std::optional<OrgMention> sector_body(const Document& doc, std::size_t i) {
  const Cue* head = doc.cues.starting(i, "org.head.any");
  if (!head || doc.language != text::Language::vi) return std::nullopt;
  std::size_t at = head->last;
  if (const Cue* sector = doc.cues.starting(at, "org.sector")) at = sector->last;
  if (at >= doc.tokens.size() || !doc.tokens[at].capital || doc.cues.starting(at, "country.") || doc.cues.starting(at, "org.head"))
    return std::nullopt;
  std::size_t country = 0;
  const std::size_t end = branch_end(doc, at, country);
  if (end == at || country == 0) return std::nullopt;
  const bool lao = doc.cues.starting(end, "country.la") != nullptr;
  OrgMention org{i, country, OrgForm::written, {plain(doc.written(i, country))}, false, lao ? 'L' : 'V'};
  if (lao) return org;
  if (const auto known = sectors().find(text::fold(plain(doc.written(at, end)))); known != sectors().end()) {
    org.form = OrgForm::named;
    org.ids = {known->second};
  }
  return org;
}

void settle_written(Document& doc) {
  struct Body {
    char country = 0;
    bool capital = false;  ///< is the name written with one?
    std::string name;
  };
  std::unordered_map<std::string, Body> bodies;
  for (const OrgMention& org : doc.orgs) {
    if (org.form != OrgForm::written) continue;
    auto& body = bodies[key_of(doc, org)];
    const bool capital = doc.tokens[org.first].capital;
    if (body.name.empty() || (capital && !body.capital)) body.name = org.ids.front();
    body.capital = body.capital || capital;
    if (body.country == 0) body.country = country_told(doc, org);
  }
  for (OrgMention& org : doc.orgs) {
    if (org.form != OrgForm::written) continue;
    Body& body = bodies[key_of(doc, org)];
    // Viet Nam's district unions are "LĐLĐ huyện"; one called "Công đoàn huyện" is Lao.
    const Cue* head = doc.cues.starting(org.first, "org.head.any");
    if (body.country == 0 && head && doc.cues.starting(head->last, "org.local.area")) body.country = 'L';
    if (body.country == 0) body.country = 'V';
    org.country = body.country;
    org.ids = {written_id(body.country, body.name)};
    org.form = OrgForm::named;
  }
  std::unordered_map<std::string, std::string> areas;
  for (const auto& [key, body] : bodies) {
    const auto space = key.find(' ');  // "huyen ky son"; "thi xa …" stays by its whole name
    if (!key.starts_with("huyen ") && !key.starts_with("xa ")) continue;
    areas.emplace(key.substr(space + 1), written_id(body.country == 0 ? 'L' : body.country, body.name));
  }
  find_areas(doc, areas);
}

}  // namespace kevai::extract
