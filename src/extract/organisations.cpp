#include <optional>

#include "extract/known_names.hpp"
#include "extract/mentions.hpp"
#include "extract/other_bodies.hpp"
#include "extract/written_bodies.hpp"
#include "text/gazetteer.hpp"

namespace kevai::extract {
namespace {

using text::Cue;
using text::Token;
using text::TokenKind;

struct Found {
  std::size_t last = 0;
  std::string_view id;
};

class OrganisationReader {
 public:
  explicit OrganisationReader(Document& doc)
      : doc_(doc),
        tokens_(doc.tokens),
        loose_(doc.language == text::Language::lo ? loose_lao(doc.tokens) : std::vector<Token>{}),
        names_(KnownNames::get()) {
    places_.reserve(tokens_.size());
    for (std::size_t i = 0; i < tokens_.size(); ++i) places_.push_back(read_place(i));
  }

  void read() {
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t next = i + 1;
      if (!may_begin(i)) {
        i = next;
        continue;
      }
      if (const Cue* no_place = cue(i, "place.not")) {
        i = no_place->last;
        continue;
      }
      auto org = org_at(i);
      if (auto other = other_body(doc_, i, place_after()); other && (!org || other->last > org->last)) {
        org = std::move(other);
      }
      if (org) {
        next = org->last;
        doc_.orgs.push_back(std::move(*org));
      } else if (const auto place = place_at(i)) {
        doc_.places.push_back({i, place->last, std::string(place->id)});
        next = place->last;
      }
      i = next;
    }
  }

 private:
  /// Whatever is read here begins with a word of organisations or countries, a body's or a place's name; in
  /// English also with any word in capitals. Most tokens do not.
  bool may_begin(std::size_t i) const {
    return cue(i, "org.") || cue(i, "country.") || cue(i, "place.not") || places_[i] || body_at(i) ||
           (doc_.language == text::Language::en && tokens_[i].capital);
  }

  /// The places a body of another kind is of, as this reader sees them.
  PlaceAt place_after() const {
    return [this](std::size_t i) -> std::optional<PlaceMention> {
      const auto place = place_at(i);
      if (place) return PlaceMention{i, place->last, std::string(place->id)};
      const auto district = names_.districts.longest(all(), i);
      if (district.length == 0) return std::nullopt;
      return PlaceMention{i, i + district.length, names_.ids[district.values.front()]};
    };
  }

  bool mark(std::size_t i, std::string_view what) const { return doc_.mark(i, what); }
  const Cue* cue(std::size_t i, text::Group group) const { return doc_.cues.starting(i, group); }
  std::span<const Token> all() const { return tokens_; }

  std::optional<Found> place_at(std::size_t i) const { return i < places_.size() ? places_[i] : std::nullopt; }

  /// A place's name is written with a capital letter (Lao has none).
  std::optional<Found> read_place(std::size_t i) const {
    if (named_for(i)) return std::nullopt;
    auto best = names_.places.longest(all(), i);
    std::uint32_t which = best.length == 0 ? 0 : best.values.front();
    if (best.length > 0 && !capitals(i, best.length, names_.ids[which])) best.length = 0;
    const auto take = [&](std::size_t length, std::uint32_t value) {
      if (length > best.length) best.length = length, which = value;
    };
    if (!loose_.empty() && best.length == 0) {
      const auto loose = names_.lao_places.longest(loose_, i);
      if (loose.length > 0) take(loose.length, loose.values.front());
    }
    const auto spelled = names_.lao_spellings.longest(all(), i);
    take(spelled.length, spelled.value);
    if (doc_.language == text::Language::en) {
      const auto unmarked = names_.plain_places.longest(all(), i);
      take(unmarked.length, unmarked.value);
    }
    if (best.length == 0) return std::nullopt;
    return Found{i + best.length, names_.ids[which]};
  }

  /// "Hòa bình" is peace: a Vietnamese place's name ends in a syllable with a capital too.
  bool capitals(std::size_t i, std::size_t length, std::string_view id) const {
    const Token& last = tokens_[i + length - 1];
    if (last.kind != TokenKind::word || last.capital) return true;
    return country_of(id) == 'L' && tokens_[i].capital;
  }

  /// "Nguyễn Thái Bình": a family name before it makes it a person's.
  bool named_for(std::size_t i) const {
    return i > 0 && tokens_[i].spaced && tokens_[i].kind == TokenKind::word && tokens_[i - 1].capital && cue(i - 1, "name.family");
  }

  std::optional<Found> body_at(std::size_t i) const {
    const auto match = names_.bodies.longest(all(), i);
    if (match.length == 0) return std::nullopt;
    const Token& last = tokens_[i + match.length - 1];
    if (tokens_[i].kind == TokenKind::word && !tokens_[i].capital && !last.capital) return std::nullopt;
    return Found{i + match.length, names_.ids[match.values.front()]};
  }

  std::optional<OrgMention> org_at(std::size_t i) const {
    auto by_name = named(i);
    auto by_head = doc_.language == text::Language::en ? english_body(doc_, i) : sector_body(doc_, i);
    if (by_head && !cue(i, "country.") && doc_.language == text::Language::en) within_province(*by_head);
    if (!by_head) by_head = headed(i);
    if (by_name && by_head) return by_head->last > by_name->last ? by_head : by_name;
    if (by_head) return by_head;
    if (by_name) return by_name;
    if (auto before = place_first(i)) return before;
    if (auto firm = grassroots(i)) return firm;
    return spoken_of(i);
  }

  /// By its full name: "Tổng LĐLĐ Việt Nam". An abbreviation in brackets belongs to it.
  std::optional<OrgMention> named(std::size_t i) const {
    const auto body = body_at(i);
    if (!body) return std::nullopt;
    OrgMention org{i, past_abbreviation(body->last), OrgForm::named, {std::string(body->id)}, false, country_of(body->id)};
    if (body->id.starts_with("vn.sector.")) branch_of_place(org);
    if (is_centre(body->id)) centre_in_place(org);
    if (org.ids.front() == "la.lftu" && tokens_[i].kind == TokenKind::word && cue(i, "org.head")) org.form = OrgForm::national;
    return org;
  }

  static bool is_centre(std::string_view id) { return id == "la.lftu" || id == "vn.vgcl"; }

  /// "Công đoàn Y tế thành phố", "Công đoàn Giáo dục Nghệ An": no national union but a branch, as written.
  void branch_of_place(OrgMention& org) const {
    std::size_t at = org.last;
    while (const Cue* level = cue(at, "org.level")) at = level->last;
    if (at == org.last && cue(at, "org.local.area")) at = cue(at, "org.local.area")->last;
    const auto place = place_at(at);
    if (at == org.last && !place) return;
    org.last = place ? place->last : at;
    while (!place && org.last < tokens_.size() && org.last < at + 3 && tokens_[org.last].capital) ++org.last;
    org.form = OrgForm::written;
    org.ids = {plain(doc_.written(org.first, org.last))};
    org.country = place ? country_of(place->id) : org.country;
  }

  /// "Lao Federation of Trade Unions of Salavan province", "Công đoàn Lào tỉnh Sa La Van": the province's.
  void centre_in_place(OrgMention& org) const {
    std::size_t at = org.last;
    if (tokens_[org.first].kind == TokenKind::word && at < tokens_.size() && tokens_[at].is("of")) ++at;
    while (const Cue* level = cue(at, "org.level")) at = level->last;
    if (at == org.last) return;
    const auto place = place_at(at);
    if (!place || country_of(place->id) != org.country) return;
    org.last = place->last;
    org.ids = {std::string(place->id)};
  }

  static char country_of(std::string_view id) { return id.starts_with("la.") ? 'L' : 'V'; }

  std::size_t past_abbreviation(std::size_t i) const {
    if (mark(i, "(") && i + 2 < tokens_.size() && tokens_[i + 1].upper && mark(i + 2, ")")) return i + 3;
    return i;
  }

  /// "LĐLĐ tỉnh Quảng Trị", "Công đoàn 2 tỉnh Kon Tum - Attapeu", "trade unions of … Thanh Hoa".
  std::optional<OrgMention> headed(std::size_t i) const {
    const Cue* head = cue(i, "org.head");
    if (!head) return std::nullopt;
    std::size_t at = past_abbreviation(head->last);
    bool level = false;
    for (std::size_t fill = 0; fill < 8; ++fill) {
      if (auto place = place_at(at)) return of_places(i, *place, *head);
      if (const Cue* both = cue(at, "org.both"); both && !place_soon(both->last)) break;
      const Cue* word = cue(at, "org.level");
      if (!word) word = cue(at, "org.fill");
      if (const Cue* country = cue(at, "country."); !word && country && cue(head->first, "org.head.en")) word = country;
      if (!word) break;
      level = level || word->in("org.level");
      at = word->last + (mark(word->last, ".") ? 1 : 0);
    }
    if (auto local = local_body(i, at)) return local;
    // "LĐLĐ huyện", "Công đoàn huyện": the Vietnamese and the Lao district union under discussion.
    if (const Cue* area = cue(head->last, "org.local.area"))
      return OrgMention{i, area->last, OrgForm::bare, {}, true, head->in("org.head.vn") ? 'V' : 'L'};
    if (level && cue(head->last, "org.level") && !head->in("org.head.any")) {
      const char country = head->in("org.head.vn") ? 'V' : head->in("org.head.la") ? 'L' : 0;
      if (const Cue* both = cue(head->last, "org.both")) return OrgMention{i, both->last, OrgForm::both, {}, false, 0};
      const Cue* word = cue(past_abbreviation(head->last), "org.level");
      if (word) return OrgMention{i, word->last, OrgForm::bare, {}, false, country};
    }
    if (const Cue* both = cue(head->last, "org.both")) return OrgMention{i, both->last, OrgForm::both, {}, false, 0};
    return std::nullopt;
  }

  bool place_soon(std::size_t i) const { return place_at(i).has_value() || (mark(i, "(") && place_at(i + 1)); }

  /// The places that share one head: "tỉnh Luông Pha Bang, Luông Nậm Thà và Bo Kẹo".
  OrgMention of_places(std::size_t first, const Found& place, const Cue& head) const {
    OrgMention org{first, place.last, OrgForm::named, {std::string(place.id)}, false, country_of(place.id)};
    for (;;) {
      std::size_t at = org.last;
      if (const Cue* of = cue(at, "org.after"); of) at = of->last;  // "Houaphan province of Laos"
      std::size_t next = at;
      if (mark(next, ",") || mark(next, "-") || mark(next, "–")) {
        ++next;
        if (const Cue* join = cue(next, "org.and")) next = join->last;
      } else if (const Cue* join = cue(next, "org.and")) {
        next = join->last;
      } else {
        break;
      }
      while (const Cue* level = cue(next, "org.level")) next = level->last;
      const auto more = place_at(next);
      if (!more || cue(next, "org.head") || place_owns_head(more->last)) break;
      // "LĐLĐ tỉnh Quảng Trị, Savannakhet": one head names unions of one country, unless it says two.
      const bool one_country = !head.in("org.head.any") && country_of(more->id) != org.country && !cue(head.last, "org.both") &&
                               !mark(at, "-") && !mark(at, "–");
      if (one_country) break;
      org.ids.emplace_back(more->id);
      org.last = more->last;
    }
    return org;
  }

  /// Does a place's name go on into a union's: "Houaphan's trade union"?
  bool place_owns_head(std::size_t i) const {
    std::size_t at = i;
    for (std::size_t fill = 0; fill < 5; ++fill) {
      if (cue(at, "org.head")) return at > i || cue(at, "org.head.en");
      const Cue* word = cue(at, "org.own");
      if (!word) return false;
      at = word->last;
    }
    return false;
  }

  /// English: "Sekong province's Federation of Trade Unions", "Quang Nam's and Sekong's trade unions".
  std::optional<OrgMention> place_first(std::size_t i) const {
    const auto place = place_at(i);
    if (!place) return std::nullopt;
    OrgMention org{i, place->last, OrgForm::named, {std::string(place->id)}, false, country_of(place->id)};
    std::size_t at = place->last;
    for (std::size_t fill = 0; fill < 8; ++fill) {
      const Cue* head = cue(at, "org.head.en");
      if (!head) head = cue(at, "org.short");  // "the Salavan union"
      if (head) {
        org.last = past_abbreviation(head->last);
        return org;
      }
      if (const Cue* word = cue(at, "org.own")) {
        at = word->last;
      } else if (const Cue* join = cue(at, "org.and"); join && place_at(join->last)) {
        const auto more = place_at(join->last);
        org.ids.emplace_back(more->id);
        at = more->last;
      } else {
        break;
      }
    }
    return std::nullopt;
  }

  /// "LĐLĐ huyện Phú Xuyên", "ກຳມະບານເມືອງເຊໂປນ": a body without an id, as written.
  std::optional<OrgMention> local_body(std::size_t first, std::size_t at) const {
    const Cue* kind = cue(at, "org.local");
    if (!kind) return std::nullopt;
    const auto district = names_.districts.longest(all(), kind->last);
    std::size_t last = kind->last + district.length;
    if (doc_.language == text::Language::lo) last = lao_name_end(doc_, kind->last, district.length);
    const std::size_t most = kind->last + (kind->in("org.local.firm") ? 8 : 4);
    while (district.length == 0 && last < most && begins_word_of_name(last)) {
      ++last;
      // "Công ty Cao su Lệ Ninh"
      if (kind->in("org.local.firm") && !begins_word_of_name(last) && word(last) && begins_word_of_name(last + 1)) ++last;
    }
    if (last == kind->last) return std::nullopt;
    OrgMention org{first, last, OrgForm::written, {plain(doc_.written(first, last))}, false, 0};
    if (district.length > 0) org.country = country_of(names_.ids[district.values.front()]);
    within_province(org);
    return org;
  }

  bool word(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::word && !cue(i, "act.") && !cue(i, "org.and");
  }
  bool begins_word_of_name(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].capital && !cue(i, "person.role") && !cue(i, "org.head");
  }

  /// "CĐCS Công ty Cao su …", "Công đoàn cơ sở Trường …".
  std::optional<OrgMention> grassroots(std::size_t i) const {
    const Cue* head = cue(i, "org.grassroots");
    return head && cue(head->last, "org.local.firm") ? local_body(i, head->last) : std::nullopt;
  }

  /// "…, tỉnh Xiêng Khoảng", "… (Nghệ An)": the province after a local body's name tells its country.
  void within_province(OrgMention& org) const {
    std::size_t at = org.last;
    const bool bracket = mark(at, "(");
    if (bracket || mark(at, ",")) ++at;
    while (cue(at, "org.level")) at = cue(at, "org.level")->last;
    const auto place = place_at(at);
    if (!place || (bracket && !mark(place->last, ")")) || (!bracket && at == org.last)) return;
    if (place_owns_head(place->last)) return;  // the next of a list
    org.country = country_of(place->id);
    org.last = place->last + (bracket ? 1 : 0);
  }

  /// "the Vietnamese trade unions", "the Lao union": of the country's body under discussion.
  std::optional<OrgMention> of_country(std::size_t i) const {
    const Cue* country = cue(i, "country.");
    if (!country) return std::nullopt;
    const Cue* head = cue(country->last, "org.head.en");
    if (!head) head = cue(country->last, "org.short");
    const bool more =
        head && head->last < tokens_.size() &&
        (cue(head->last, "org.official") || (tokens_[head->last].capital && tokens_[head->first].capital));  // "Lao Trade Union Medal"
    if (!head || more) return std::nullopt;  // "Lao trade union officials" are people
    if (country->in("country.vn")) return OrgMention{i, head->last, OrgForm::bare, {}, false, 'V'};
    return OrgMention{i, head->last, OrgForm::national, {"la.lftu"}, false, 'L'};
  }

  std::optional<OrgMention> spoken_of(std::size_t i) const {
    if (const Cue* both = cue(i, "org.both")) {
      // "hai tỉnh Kon Tum và Attapeu" names its places; the words alone mean those under discussion.
      return OrgMention{i, both->last, OrgForm::both, {}, false, 0};
    }
    if (doc_.language == text::Language::en) {
      if (auto unions = of_country(i)) return unions;
    }
    if (const Cue* partner = cue(i, "org.partner")) return OrgMention{i, partner->last, OrgForm::partner, {}, false, 'L'};
    if (const Cue* self = cue(i, "org.self")) return OrgMention{i, self->last, OrgForm::bare, {}, false, 'V'};
    return std::nullopt;
  }

  Document& doc_;
  const std::vector<Token>& tokens_;
  std::vector<Token> loose_;  // of a Lao article
  const KnownNames& names_;
  std::vector<std::optional<Found>> places_;  // by token: all that is read asks for them
};

}  // namespace

void settle_renamed(Document& doc) {
  for (const auto& old : text::organisations()) {
    const auto* next = old.valid_to ? text::organisation(old.successor) : nullptr;
    if (!next || next->place_vi.empty() || !old.place_vi.ends_with(next->place_vi)) continue;
    const auto named = [&](const auto& mention) { return mention.org == old.id; };
    const bool told = std::any_of(doc.places.begin(), doc.places.end(), named) ||
                      std::any_of(doc.orgs.begin(), doc.orgs.end(),
                                  [&](const OrgMention& o) { return std::find(o.ids.begin(), o.ids.end(), old.id) != o.ids.end(); });
    const bool before = doc.dateline.year() != 0 && doc.dateline.last_day() <= old.valid_to.last_day();
    if (!told && !before) continue;
    for (auto& place : doc.places) {
      if (place.org == next->id) place.org = old.id;
    }
    for (auto& org : doc.orgs) std::replace(org.ids.begin(), org.ids.end(), next->id, old.id);
  }
}

void find_organisations(Document& doc) {
  OrganisationReader(doc).read();
  settle_others(doc);
  settle_written(doc);
}

}  // namespace kevai::extract
