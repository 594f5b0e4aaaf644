#include "extract/other_bodies.hpp"

namespace kevai::extract {
namespace {

using text::Cue;
using text::TokenKind;

constexpr std::size_t longest_lao_name = 14;  // letters of one word: "ສາທາລະນະສຸກ"

const Cue* cue(const Document& doc, std::size_t i, text::Group group) {
  return doc.cues.starting(i, group);
}

/// One past the words that tell a body's level: "tỉnh", "provincial", "ປະຈຳແຂວງ"; some places' names begin
/// with one.
std::size_t past_level(const Document& doc, std::size_t i, const PlaceAt& place_at) {
  for (int words = 0; words < 4 && !place_at(i); ++words) {
    const Cue* word = cue(doc, i, "org.level");
    if (!word) word = cue(doc, i, "org.local.area");
    if (!word) word = cue(doc, i, "org.local");
    if (!word && doc.language != text::Language::vi) word = cue(doc, i, "org.fill");
    if (!word) break;
    i = word->last + (doc.mark(word->last, ".") ? 1 : 0);
  }
  return i;
}

OrgMention mention(const Document& doc, std::size_t first, std::size_t last, const std::string& province) {
  const char country = province.starts_with("la.") ? 'L' : 'V';
  return {first, last, OrgForm::other, {plain(doc.written(first, last))}, false, country};
}

/// "Houaphanh Women's Union", "Quang Tri provincial People's Committee".
std::optional<OrgMention> place_first(const Document& doc, std::size_t i, const PlaceAt& place_at) {
  if (doc.language != text::Language::en || !doc.tokens[i].capital) return std::nullopt;
  const auto place = place_at(i);
  if (!place) return std::nullopt;
  std::size_t at = place->last;
  while (const Cue* own = cue(doc, at, "org.own")) at = own->last;
  const Cue* body = cue(doc, at, "org.other");
  if (!body) return std::nullopt;
  return mention(doc, i, body->last, place->org);
}

}  // namespace

std::optional<OrgMention> other_body(const Document& doc, std::size_t i, const PlaceAt& place_at) {
  const Cue* body = cue(doc, i, "org.other");
  if (!body) return place_first(doc, i, place_at);
  std::size_t at = body->last;
  for (const std::size_t within : {0, 2}) {  // "UBND Thành phố …": the level is part of both
    if (at < i + 1 + within) continue;
    if (const auto place = place_at(at - within); place && place->last > at) return mention(doc, i, place->last, place->org);
  }
  if (const Cue* country = cue(doc, at, "country.")) at = country->last;  // "Mặt trận Tổ quốc Việt Nam tỉnh …"
  at = past_level(doc, at, place_at);
  if (const auto place = place_at(at)) return mention(doc, i, place->last, place->org);
  const bool lao_district = doc.language == text::Language::lo && at > body->last;
  const std::size_t last = lao_district ? lao_name_end(doc, at, 0) : at;
  if (last == at) return std::nullopt;
  OrgMention found = mention(doc, i, last, "la.");
  if (const Cue* level = cue(doc, last, "org.level")) {  // "ເມືອງເຊໂປນ ແຂວງສະຫວັນນະເຂດ"
    if (const auto province = place_at(level->last)) found.country = province->org.starts_with("la.") ? 'L' : 'V';
  }
  return found;
}

std::size_t lao_name_end(const Document& doc, std::size_t i, std::size_t known) {
  if (known > 0) return i + known;
  std::size_t at = i;
  while (at < doc.tokens.size() && at < i + longest_lao_name && doc.tokens[at].kind == TokenKind::lao) {
    const bool ends = (at > i && doc.tokens[at].spaced) || cue(doc, at, "person.role") || cue(doc, at, "person.role-end") ||
                      cue(doc, at, "org.") || cue(doc, at, "country.");
    if (ends) break;
    ++at;
  }
  return at < i + 2 ? i : at;
}

void settle_others(Document& doc) {
  const bool unions = std::any_of(doc.orgs.begin(), doc.orgs.end(), [](const OrgMention& org) {
    return org.form == OrgForm::named || org.form == OrgForm::national || org.form == OrgForm::written;
  });
  if (unions && doc.language != text::Language::lo) return;
  for (OrgMention& org : doc.orgs) {
    if (org.form == OrgForm::other) org.form = OrgForm::written;
  }
}

}  // namespace kevai::extract
