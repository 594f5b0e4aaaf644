#include "extract/counted_by.hpp"

#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Cue;

/// The part of the sentence a number stands in: between semicolons, and in English a "while".
std::pair<std::size_t, std::size_t> part_of(const Count& c) {
  std::size_t first = c.s.first, last = c.s.last;
  for (const auto& [from, to] : chunks(*c.s.doc, c.s.first, c.s.last, false)) {
    if (from <= c.a.first && c.a.first < to) first = from, last = to;
  }
  for (const Cue& cue : within(c.s.doc->cues.all(), first, last)) {
    if (!cue.in("commit.while")) continue;
    if (cue.last <= c.a.first) first = cue.last;
    if (cue.first > c.a.first) last = std::min(last, cue.first);
  }
  return {first, last};
}

/// Who has it: the first body its part names before the number, else the place ("toàn tỉnh X hiện có …"),
/// else who speaks.
Orgs holder(const Count& c) {
  Orgs found = c.context.actor(c.s, c.a.first);
  const Orgs pair = c.context.pair();
  for (const PlaceMention& place : c.s.places) {
    if (place.last <= c.a.first && std::find(pair.begin(), pair.end(), place.org) != pair.end()) found = {place.org};
  }
  std::size_t from = c.s.first;  // "A quản lý …; B có …": each part has its own subject
  for (std::size_t i = c.s.first; i < c.a.first; ++i) {
    if (c.s.doc->mark(i, ";") && !c.context.named(c.s, i, c.a.first).empty()) from = i;
  }
  for (const OrgMention& org : c.s.orgs) {
    if (org.first < from || org.last > c.a.first || org.form == OrgForm::both) continue;
    // "công đoàn ngành" in a guest's mouth is his own.
    const Orgs& speaker = c.context.speaker();
    if (org.form == OrgForm::bare && org.country == 0 && speaker.size() == 1 && is_lao(speaker.front())) return speaker;
    if (const Orgs ids = c.context.resolve(org); !ids.empty()) return ids;
  }
  if (found.size() == 1) return found;
  // "The federation manages …": whom the paragraph told of, else who writes.
  if (!c.context.told_of.empty()) return c.context.told_of;
  if (c.s.doc->language == text::Language::vi) return c.context.vn();
  return c.s.doc->language == text::Language::lo ? c.context.la() : found;
}

/// Of a delegation its women are its own; of an event one side's.
Orgs attending(const Count& c) {
  const Cue* party = c.s.cue_before("org.guest", c.a.first);
  if (party && body_of_party(c.s.orgs, *party) == nullptr && !c.context.guest().empty()) return {c.context.guest().front()};
  Orgs found = c.context.actor(c.s, c.a.first);
  if (!found.empty()) found.resize(1);
  return found;
}

}  // namespace

Orgs counted_by(const Count& c, std::string_view measure) {
  if (measure.starts_with("downstream")) return c.context.la();
  if (measure == "participants") return attending(c);
  if (!is_cooperation(measure)) return holder(c);
  if (measure == "trainees" && c.a.qualifier == Qualifier::order) return c.context.la();
  if (measure == "students" && c.context.speaker() == Orgs{"vn.tuu"}) return c.context.speaker();
  const auto [first, last] = part_of(c);
  return c.context.parties(c.s, first, last);
}

}  // namespace kevai::extract
