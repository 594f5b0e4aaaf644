#include <optional>

#include "extract/mentions.hpp"
#include "extract/written_bodies.hpp"
#include "text/gazetteer.hpp"
#include "text/phrase_trie.hpp"

namespace kevai::extract {
namespace {

using text::Cue;
using text::Token;
using text::TokenKind;

/// All names in all languages in two tries: of the bodies, and of the places they are of.
struct Names {
  text::PhraseTrie bodies;
  text::PhraseTrie places;
  std::vector<std::string> ids;

  static const Names& get() {
    static const Names names;
    return names;
  }

 private:
  Names() {
    const auto number = [this](const std::string& id) {
      ids.push_back(id);
      return static_cast<std::uint32_t>(ids.size() - 1);
    };
    for (const auto& o : text::organisations()) {
      const auto n = number(o.id);
      for (const auto* name : {&o.name_vi, &o.name_lo, &o.name_en}) bodies.add(*name, n);
      for (const auto* place : {&o.place_vi, &o.place_lo, &o.place_en}) places.add(*place, n);
    }
    for (const auto& a : text::organisation_aliases()) (a.place ? places : bodies).add(a.alias, number(a.id));
  }
};

struct Found {
  std::size_t last = 0;
  std::string id;
};

class OrganisationReader {
 public:
  explicit OrganisationReader(Document& doc) : doc_(doc), tokens_(doc.tokens), names_(Names::get()) {}

  void read() {
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t next = i + 1;
      if (auto org = org_at(i)) {
        next = org->last;
        doc_.orgs.push_back(std::move(*org));
      } else if (const auto place = place_at(i)) {
        doc_.places.push_back({i, place->last, place->id});
        next = place->last;
      }
      i = next;
    }
  }

 private:
  bool mark(std::size_t i, std::string_view what) const { return doc_.mark(i, what); }
  const Cue* cue(std::size_t i, std::string_view group) const { return doc_.cues.starting(i, group); }
  std::span<const Token> all() const { return tokens_; }

  /// A place's name is written with a capital letter (Lao has none).
  std::optional<Found> place_at(std::size_t i) const {
    if (i >= tokens_.size()) return std::nullopt;
    const auto match = names_.places.longest(all(), i);
    if (match.length == 0) return std::nullopt;
    const Token& last = tokens_[i + match.length - 1];
    if (last.kind == TokenKind::word && !last.capital && !tokens_[i].capital) return std::nullopt;
    return Found{i + match.length, names_.ids[match.values.front()]};
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
    auto by_head = sector_body(doc_, i);
    if (!by_head) by_head = headed(i);
    if (by_name && by_head) return by_head->last > by_name->last ? by_head : by_name;
    if (by_head) return by_head;
    if (by_name) return by_name;
    if (auto before = place_first(i)) return before;
    return spoken_of(i);
  }

  /// By its full name: "Tổng LĐLĐ Việt Nam". An abbreviation in brackets belongs to it.
  std::optional<OrgMention> named(std::size_t i) const {
    const auto body = body_at(i);
    if (!body) return std::nullopt;
    OrgMention org{i, past_abbreviation(body->last), OrgForm::named, {body->id}, false, country_of(body->id)};
    if (body->id.starts_with("vn.sector.") &&
        cue(org.last, "org.level")) {  // a branch: "Công đoàn Y tế thành phố"
      org.last = cue(org.last, "org.level")->last;
      if (const auto place = place_at(org.last)) org.last = place->last;
      org.form = OrgForm::written;
      org.ids = {plain(doc_.written(i, org.last))};
    }
    if (body->id == "la.lftu" && tokens_[i].kind == TokenKind::word && cue(i, "org.head"))
      org.form = OrgForm::national;
    return org;
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
      if (const Cue* country = cue(at, "country."); !word && country && cue(head->first, "org.head.en"))
        word = country;
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
      if (const Cue* both = cue(head->last, "org.both"))
        return OrgMention{i, both->last, OrgForm::both, {}, false, 0};
      const Cue* word = cue(past_abbreviation(head->last), "org.level");
      if (word) return OrgMention{i, word->last, OrgForm::bare, {}, false, country};
    }
    if (const Cue* both = cue(head->last, "org.both"))
      return OrgMention{i, both->last, OrgForm::both, {}, false, 0};
    return std::nullopt;
  }

  bool place_soon(std::size_t i) const {
    return place_at(i).has_value() || (mark(i, "(") && place_at(i + 1));
  }

  /// The places that share one head: "tỉnh Luông Pha Bang, Luông Nậm Thà và Bo Kẹo".
  OrgMention of_places(std::size_t first, const Found& place, const Cue& head) const {
    OrgMention org{first, place.last, OrgForm::named, {place.id}, false, country_of(place.id)};
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
      const bool one_country = !head.in("org.head.any") && country_of(more->id) != org.country &&
                               !cue(head.last, "org.both") && !mark(at, "-") && !mark(at, "–");
      if (one_country) break;
      org.ids.push_back(more->id);
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
    OrgMention org{i, place->last, OrgForm::named, {place->id}, false, country_of(place->id)};
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
        org.ids.push_back(more->id);
        at = more->last;
      } else {
        break;
      }
    }
    return std::nullopt;
  }

  /// "LĐLĐ huyện Phú Xuyên": a body without an id, as written.
  std::optional<OrgMention> local_body(std::size_t first, std::size_t at) const {
    const Cue* kind = cue(at, "org.local");
    if (!kind) return std::nullopt;
    std::size_t last = kind->last;
    while (last < tokens_.size() && last < kind->last + 4 && tokens_[last].capital &&
           !cue(last, "person.role") && !cue(last, "org.head")) {
      ++last;
    }
    if (last == kind->last) return std::nullopt;
    OrgMention org{first, last, OrgForm::written, {plain(doc_.written(first, last))}, false, 0};
    within_province(org);
    return org;
  }

  /// "…, tỉnh Xiêng Khoảng", "… (Nghệ An)": the province after a local body's name tells its country.
  void within_province(OrgMention& org) const {
    std::size_t at = org.last;
    const bool bracket = mark(at, "(");
    if (bracket || mark(at, ",")) ++at;
    while (cue(at, "org.level")) at = cue(at, "org.level")->last;
    const auto place = place_at(at);
    if (!place || (bracket && !mark(place->last, ")")) || (!bracket && at == org.last)) return;
    org.country = country_of(place->id);
    org.last = place->last + (bracket ? 1 : 0);
  }

  /// "the Vietnamese trade unions", "the Lao union": of the country's body under discussion.
  std::optional<OrgMention> of_country(std::size_t i) const {
    const Cue* country = cue(i, "country.");
    if (!country) return std::nullopt;
    const Cue* head = cue(country->last, "org.head.en");
    if (!head) head = cue(country->last, "org.short");
    if (!head ||
        (head->last < tokens_.size() && (cue(head->last, "org.official") || tokens_[head->last].capital)))
      return std::nullopt;  // "Lao trade union officials" are people
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
    if (const Cue* partner = cue(i, "org.partner"))
      return OrgMention{i, partner->last, OrgForm::partner, {}, false, 'L'};
    if (const Cue* self = cue(i, "org.self")) return OrgMention{i, self->last, OrgForm::bare, {}, false, 'V'};
    return std::nullopt;
  }

  Document& doc_;
  const std::vector<Token>& tokens_;
  const Names& names_;
};

}  // namespace

void settle_renamed(Document& doc) {
  for (const auto& old : text::organisations()) {
    const auto* next = old.valid_to ? text::organisation(old.successor) : nullptr;
    if (!next || next->place_vi.empty() || !old.place_vi.ends_with(next->place_vi)) continue;
    const auto named = [&](const auto& mention) { return mention.org == old.id; };
    const bool told = std::any_of(doc.places.begin(), doc.places.end(), named) ||
                      std::any_of(doc.orgs.begin(), doc.orgs.end(), [&](const OrgMention& o) {
                        return std::find(o.ids.begin(), o.ids.end(), old.id) != o.ids.end();
                      });
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
  settle_written(doc);
}

}  // namespace kevai::extract
