#include <algorithm>
#include <optional>

#include "extract/mentions.hpp"

namespace kevai::extract {
namespace {

using text::Cue;
using text::Token;
using text::TokenKind;

class PeopleReader {
 public:
  explicit PeopleReader(Document& doc) : doc_(doc), tokens_(doc.tokens) {}

  void read() {
    std::size_t last = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (i < last || !may_begin(i)) continue;
      if (const std::size_t end = read_list(i); end != i) {
        last = end;
        continue;
      }
      auto person = titled(i);
      if (!person) person = role_first(i);
      if (!person) person = name_with_role(i);
      if (!person) continue;
      last = person->last;
      doc_.people.push_back(*person);
      last = same_post(*person);
    }
  }

 private:
  /// A person begins with a capital letter, a title or a post; in English also with a body that has the post.
  bool may_begin(std::size_t i) const {
    return tokens_[i].capital || cue(i, "person.title") || cue(i, "person.role") || doc_.language == text::Language::en;
  }

  bool mark(std::size_t i, std::string_view what) const { return doc_.mark(i, what); }
  bool dash(std::size_t i) const { return mark(i, "-") || mark(i, "–") || mark(i, "—"); }
  const Cue* cue(std::size_t i, text::Group group) const { return doc_.cues.starting(i, group); }

  const OrgMention* org_at(std::size_t i) const {
    const auto at = std::lower_bound(doc_.orgs.begin(), doc_.orgs.end(), i, [](const OrgMention& o, std::size_t t) { return o.first < t; });
    return at != doc_.orgs.end() && at->first == i ? &*at : nullptr;
  }
  bool place_at(std::size_t i) const {
    const auto at =
        std::lower_bound(doc_.places.begin(), doc_.places.end(), i, [](const PlaceMention& p, std::size_t t) { return p.first < t; });
    return at != doc_.places.end() && at->first == i;
  }

  /// "Phó Chủ tịch Công đoàn ngành A, B và C": those named after one who holds a post hold it too. One past
  /// the last of them.
  std::size_t same_post(PersonMention person) {
    std::size_t last = person.last;
    if (doc_.language != text::Language::vi || person.role_first >= person.name_first) return last;
    for (int more = 0; more < 12; ++more) {
      const bool joined = mark(last, ",") || cue(last, "org.and");
      const std::size_t end = joined ? name_end(last + 1) : last;
      // Who has a post of his own, after a comma or a dash, is not one of them.
      if (!joined || end == last + 1 || end > last + 6 || dash(end)) break;
      if (mark(end, ",") && cue(end + 1, "person.role") && name_end(cue(end + 1, "person.role")->last) == cue(end + 1, "person.role")->last)
        break;
      person.first = person.name_first = last + 1;
      person.last = person.name_last = last = end;
      doc_.people.push_back(person);
    }
    return last;
  }

  /// "các đồng chí: A, B và C - Phó Chủ tịch …": those listed before one who is told with a post hold it too.
  /// One past the last of them; the token itself where no such list begins.
  std::size_t read_list(std::size_t i) {
    const Cue* title = cue(i, "person.title");
    if (!title || !cue(i, "person.titles")) return i;
    std::vector<std::pair<std::size_t, std::size_t>> names;
    for (std::size_t at = title->last + (mark(title->last, ":") ? 1 : 0); names.size() < 12;) {
      if (const Cue* own = cue(at, "person.title")) at = own->last;
      const std::size_t end = name_end(at);
      if (end == at) break;
      names.emplace_back(at, end);
      if (!mark(end, ",") && !cue(end, "org.and")) break;
      at = end + 1;
    }
    if (names.size() < 2) return i;
    const auto post = person(i, names.back().first, names.back().second);
    if (!post || post->role_first == post->role_last) return i;
    for (const auto& [first, end] : names) {
      PersonMention one = *post;
      one.first = one.name_first = first;
      one.name_last = end;
      one.last = end == names.back().second ? post->last : end;
      doc_.people.push_back(one);
    }
    return post->last;
  }

  bool lao() const { return doc_.language == text::Language::lo; }

  /// One past a name that begins at a token; the token itself where none does. Two to eight words
  /// with capitals, some joined by hyphens ("Lếch-lay Sỉ-vi-lay").
  std::size_t name_end(std::size_t i) const {
    if (place_at(i)) return i;
    if (lao() && i < tokens_.size() && tokens_[i].kind == TokenKind::lao) return lao_name_end(i);
    std::size_t words = 0, at = i;
    while (at < tokens_.size() && words < 8) {
      const Token& t = tokens_[at];
      const bool joined = at > i && mark(at - 1, "-");
      if (at > i && (mark(at - 1, "’") || mark(at - 1, "'")) && !t.capital) return words >= 2 ? at - 1 : i;
      if (t.kind != TokenKind::word || (!t.capital && !joined) || (t.upper && t.end - t.begin > 4)) break;
      if (org_at(at) || cue(at, "person.role") || cue(at, "country.") || cue(at, "org.other")) break;
      if (cue(at, "name.not")) return i;  // "Party Central Committee" is no person
      const Cue* act = cue(at, "act.");   // "Thăm" ends a name as well
      if (act && (words == 0 || act->last > at + 1)) break;
      if (words > 0 && cue(at, "org.head")) break;
      ++words;
      ++at;
      const bool joint = mark(at, "-") || mark(at, "’") || mark(at, "'");  // "H’Nga"
      if (joint && !tokens_[at].spaced && at + 1 < tokens_.size() && !tokens_[at + 1].spaced) {
        ++at;
      } else if (at >= tokens_.size() || !tokens_[at].spaced) {
        break;
      }
    }
    return words >= 2 ? at : i;
  }

  /// Lao: given name and family name, each ended by a space; a longer foreign name ends where its
  /// role begins.
  std::size_t lao_name_end(std::size_t i) const {
    if (i >= tokens_.size() || cue(i, "person.") || cue(i, "org.") || cue(i, "name.not")) return i;
    std::size_t words = 0, second = i;
    bool hyphens = false;  // "ເຈິ່ນ-ຖັນ-ບິ່ງ": one word holds the whole name
    for (std::size_t at = i; at < tokens_.size() && at < i + 40; ++at) {
      const bool joint = at > i && mark(at, "-") && !tokens_[at].spaced && at + 1 < tokens_.size() && !tokens_[at + 1].spaced &&
                         tokens_[at + 1].kind == TokenKind::lao;
      hyphens = hyphens || joint;
      if (joint) continue;
      const bool lao_letter = tokens_[at].kind == TokenKind::lao;
      if (at > i && (tokens_[at].spaced || !lao_letter)) {
        if (hyphens) return at;
        ++words;
        if (cue(at, "person.role")) return at;
        if (words == 2) second = at;
      }
      if (!lao_letter || words == 6 || (tokens_[at].spaced && cue(at, "person.role-end"))) break;
    }
    return second;
  }

  /// A run of roles: "Tỉnh ủy viên, Chủ tịch LĐLĐ tỉnh Kon Tum".
  bool read_role(std::size_t i, PersonMention& person) const {
    if (!cue(i, "person.role") || cue(cue(i, "person.role")->last, "name.never")) return false;
    person.role_first = i;
    if (const Cue* side = cue(i, "role.counterpart.")) {
      person.role_last = side->last;
      person.side = side->in("role.counterpart.la") ? 'L' : 'V';
      return true;
    }
    std::size_t at = i;
    for (int items = 0; items < 8; ++items) {
      person.role_last = role_item_end(at, person);
      if (!mark(person.role_last, ",") || !cue(person.role_last + 1, "person.role") || cue(person.role_last + 1, "person.leads")) break;
      at = person.role_last + 1;
    }
    while (person.role_last > person.role_first + 1 && cue(person.role_last - 1, "org.and")) --person.role_last;
    return person.role_last > person.role_first;
  }

  /// Is it the dash of "Trưởng ban Chính sách - Pháp luật"?
  bool joins_role(std::size_t at) const {
    return dash(at) && tokens_[at].spaced && at + 2 < tokens_.size() && tokens_[at + 1].capital && !tokens_[at + 2].capital &&
           tokens_[at + 2].kind == TokenKind::word && !cue(at + 1, "person.");
  }

  void note_other_body(PersonMention& person, std::size_t first, std::size_t last) const {
    person.other_first = first;
    person.other_last = last;
    person.org_at = 0;
  }

  /// A body within a role, noted with the person: one past it; the token itself where none begins there.
  std::size_t body_in_role(std::size_t at, PersonMention& person) const {
    const bool english = doc_.language == text::Language::en;
    if (const OrgMention* org = org_at(at)) {
      if (org->form == OrgForm::other) {
        note_other_body(person, at, org->last);
      } else {
        person.org_at = static_cast<std::size_t>(org - doc_.orgs.data()) + 1;
        person.other_last = person.other_first;
      }
      return org->last;
    }
    if (const Cue* country = cue(at, "country."); country && !cue(country->last, "org.other") && english && person.org_at == 0) {
      note_other_body(person, at, country->last);  // "Vice President of Laos"
      return country->last;
    }
    if (const Cue* body = cue(at, "org.other")) {
      std::size_t last = body->last;
      while (place_at(last) || (last < tokens_.size() && tokens_[last].capital && !cue(last, "person."))) {
        const std::size_t name = name_end(last);
        if (name > last + 2 || (name == last + 2 && english)) break;
        ++last;
      }
      note_other_body(person, at, last);
      return last;
    }
    if (english && at < tokens_.size() && tokens_[at].capital) {
      const std::size_t name = name_end(at);  // "Chairman of the Que Phong Labour Federation": a body, no name
      const Cue* head = name > at ? cue(name, "org.head.en") : nullptr;
      if (head) note_other_body(person, at, head->last);
      if (head) return head->last;
    }
    return at;
  }

  /// Does a word end a role that begins at `i`: a mark, a title, a verb, a name?
  bool ends_role(std::size_t at, std::size_t i) const {
    const Token& t = tokens_[at];
    const bool english = doc_.language == text::Language::en;
    if (english && t.kind == TokenKind::word && !t.capital && !t.is("of") && !t.is("the") && !t.is("for") && !t.is("s")) return true;
    if (at > i + 1 && joins_role(at)) return false;
    if (t.kind == TokenKind::mark && !mark(at, "'") && !mark(at, "’") && !mark(at, "&")) return true;
    if (t.kind == TokenKind::newline || t.kind == TokenKind::number) return true;
    if (cue(at, "person.title") || cue(at, "person.role-end")) return true;
    if (doc_.language == text::Language::vi && cue(at, "act.") && !t.capital) return true;  // "… đã có buổi tiếp"
    const std::size_t words = english || foreign(at) || foreign(at + 1) ? 2 : 3;
    return t.capital && !place_at(at) && name_end(at) >= at + words && (at > i + 1 || words == 2);
  }

  std::size_t role_item_end(std::size_t i, PersonMention& person) const {
    std::size_t at = cue(i, "person.role")->last;
    person.org_at = 0;
    person.other_first = person.other_last = 0;
    while (at < tokens_.size() && at < i + 30) {
      const OrgMention* org = org_at(at);
      if (org && (org->form == OrgForm::both || org->form == OrgForm::guest)) break;
      if (const std::size_t past = body_in_role(at, person); past != at) {
        at = past;
        if (name_end(at) != at) break;  // "President of the VGCL Dang Ngoc Tung" ends with its organisation
        continue;
      }
      if (ends_role(at, i)) break;
      ++at;
    }
    return at;
  }

  /// Is a word too long for a Vietnamese syllable, a Lao name in Latin letters: "Phommavong"?
  bool foreign(std::size_t i) const {
    if (i >= tokens_.size() || !tokens_[i].capital || tokens_[i].end - tokens_[i].begin < 8) return false;
    return std::all_of(tokens_[i].key.begin(), tokens_[i].key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  /// đồng chí Kha Văn Tám - Chủ tịch …; ông X, Chủ tịch …; ທ່ານ X ປະທານ….
  std::optional<PersonMention> titled(std::size_t i) const {
    const Cue* title = cue(i, "person.title");
    if (!title || (i > 0 && tokens_[i - 1].kind == TokenKind::number && tokens_[i - 1].key.size() < 4))
      return std::nullopt;  // "8 ທ່ານ" counts
    std::size_t at = title->last;
    for (const Cue* more = title; more; more = cue(at, "person.title")) {  // "ຮສ.ດຣ.", "PGS.TS."
      at = more->last;
      while (mark(at, ":") || mark(at, ".")) ++at;
    }
    if (cue(at, "person.role")) return std::nullopt;  // "đồng chí Chủ tịch …": role_first reads it
    const std::size_t end = name_end(at);
    const bool given = end == at && doc_.language == text::Language::en && at < tokens_.size() && tokens_[at].capital &&
                       !cue(at, "name.not") && !place_at(at);
    if (given) return PersonMention{i, at + 1, at, at + 1, at, at};  // "Mr Hoan": told in full before
    if (end == at) return std::nullopt;
    return person(i, at, end);
  }

  std::optional<PersonMention> person(std::size_t first, std::size_t name_first, std::size_t name_last) const {
    PersonMention p;
    p.first = first;
    p.name_first = name_first;
    p.name_last = p.last = name_last;
    std::size_t at = name_last;
    if (dash(at) || mark(at, ",")) ++at;
    if (mark(at, "(")) ++at;
    if (const Cue* article = cue(at, "role.article")) at = article->last;
    // "đồng chí Khăm Đi Chủ tịch Công đoàn …": written without its comma.
    const bool titled = doc_.language == text::Language::vi && first < name_first;
    const bool apart = at > name_last || lao() || titled;
    if (apart && read_role(at, p)) p.last = p.role_last;
    return p;
  }

  /// Chủ tịch Tổng LĐLĐ Việt Nam Nguyễn Đình Khang; VGCL President Dang Ngoc Tung.
  std::optional<PersonMention> role_first(std::size_t i) const {
    PersonMention p;
    std::size_t at = i;
    if (const OrgMention* org = org_at(i); org && cue(org->last, "person.role")) {
      if (doc_.language != text::Language::en) return std::nullopt;
      const Cue* role = cue(org->last, "person.role");
      const std::size_t end = name_end(role->last);
      if (end == role->last) return std::nullopt;
      p.org_at = static_cast<std::size_t>(org - doc_.orgs.data()) + 1;
      p.role_first = role->first;
      p.role_last = role->last;
      p.first = i;
      p.name_first = role->last;
      p.name_last = p.last = end;
      return p;
    }
    if (!read_role(at, p)) return std::nullopt;
    at = p.role_last;
    if (mark(at, ",") && cue(at + 1, "person.title")) ++at;          // "the President of the union, Mr X"
    if (mark(at, ":") && doc_.language == text::Language::vi) ++at;  // "các đồng chí Phó Chủ tịch: A, B"
    if (const Cue* title = cue(at, "person.title")) at = title->last + (mark(title->last, ".") ? 1 : 0);
    const bool led = doc_.cues.ending(i, "person.led-by") || (i > 0 && tokens_[i - 1].is("its"));
    if (mark(at, ",") && led) ++at;  // "led by its President, X"
    if (mark(at, ",") && doc_.language == text::Language::en) return std::nullopt;
    const std::size_t end = name_end(at);
    if (end == at) return std::nullopt;
    p.first = i;
    p.name_first = at;
    p.name_last = p.last = end;
    return p;
  }

  /// In a list after "các đồng chí": "; Kha Văn Tám - Uỷ viên …".
  std::optional<PersonMention> name_with_role(std::size_t i) const {
    if (lao() || !tokens_[i].capital) return std::nullopt;
    const bool begins = i == 0 || tokens_[i - 1].kind != TokenKind::word || !tokens_[i - 1].capital;
    if (!begins) return std::nullopt;
    const std::size_t end = name_end(i);
    if (end < i + 2) return std::nullopt;
    auto p = person(i, i, end);
    if (!p || p->role_first == p->role_last) return std::nullopt;
    return p;
  }

  Document& doc_;
  const std::vector<Token>& tokens_;
};

}  // namespace

void find_people(Document& doc) {
  PeopleReader(doc).read();
}

}  // namespace kevai::extract
