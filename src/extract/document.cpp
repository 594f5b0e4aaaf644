#include "extract/document.hpp"

namespace kevai::extract {

const text::Cue* Sentence::cue(text::Group group, std::size_t from, std::size_t to) const {
  if (!groups.may_hold(group)) return nullptr;
  for (const text::Cue& c : cues) {
    if (c.first >= from && c.last <= to && c.in(group)) return &c;
  }
  return nullptr;
}

const text::Cue* Sentence::cue_before(text::Group group, std::size_t to) const {
  if (!groups.may_hold(group)) return nullptr;
  const text::Cue* found = nullptr;
  for (const text::Cue& c : cues) {
    if (c.first >= to) break;
    if (c.last <= to && c.in(group)) found = &c;
  }
  return found;
}

const OrgMention* body_of_party(std::span<const OrgMention> orgs, const text::Cue& party) {
  for (const OrgMention& org : orgs) {
    if (org.first > party.last + 3) break;
    if (org.form == OrgForm::both) continue;
    if (org.last == party.first || (org.first > party.first && org.last > party.last)) return &org;
  }
  return nullptr;
}

Sentence sentence_of(const Document& doc, BlockKind kind, std::size_t first, std::size_t last) {
  Sentence sentence{&doc,
                    kind,
                    first,
                    last,
                    within(doc.orgs, first, last),
                    within(doc.places, first, last),
                    within(doc.people, first, last),
                    within(doc.dates, first, last),
                    within(doc.amounts, first, last),
                    within(doc.cues.all(), first, last),
                    {}};
  for (const text::Cue& cue : sentence.cues) sentence.groups |= *cue.groups;
  return sentence;
}

std::size_t Document::past_bullet(std::size_t i) const {
  for (const auto bullet : {"-", "–", "•", "+", "*", "·", "●"}) {
    if (mark(i, bullet)) return i + 1;
  }
  const bool numbered =
      i < tokens.size() && tokens[i].kind == text::TokenKind::number && tokens[i].key.size() <= 2 && (mark(i + 1, ")") || mark(i + 1, "."));
  const bool lettered =
      i + 1 < tokens.size() && tokens[i].kind == text::TokenKind::word && tokens[i].end - tokens[i].begin == 1 && mark(i + 1, ")");
  return numbered || lettered ? i + 2 : i;
}

std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool no_break = text.substr(i).starts_with("\u00A0");
    if (no_break) ++i;
    if (no_break || text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += text[i];
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace kevai::extract
