#include "extract/gift_parties.hpp"

#include "extract/counted.hpp"
#include "extract/gift_things.hpp"

namespace kevai::extract {

using text::Cue;
using text::Language;

namespace {

/// One past the words that tell of a receiver from token `at`: before what is given, why, or where.
std::size_t phrase_end(const Sentence& s, std::size_t at, std::size_t end) {
  const Document& doc = *s.doc;
  std::size_t to = at;
  for (; to < end && to < at + (doc.language == Language::lo ? 60u : 16u); ++to) {
    const auto& token = doc.tokens[to];
    if (token.kind == text::TokenKind::mark && !token.is("-") && !token.is("\"")) break;
    if (token.kind == text::TokenKind::number || (doc.language == Language::lo && to > at && token.spaced)) break;
    if (to == at) continue;
    bool stops = false;
    for (const auto stop : {"with.money", "place.at", "purpose", "give-with", "work-for"}) {
      stops = stops || doc.cues.starting(to, stop) != nullptr;
    }
    if (stops || amount_at(s, to)) break;
  }
  return to;
}

/// Those told after "cho", "to": a body by its id; others as written ("học sinh nghèo").
std::string told_receiver(const Sentence& s, const Context& context, const Cue& whom, std::size_t end) {
  std::size_t to = phrase_end(s, whom.last, end);
  if (const Cue* partner = s.doc->cues.starting(whom.last, "partner.word"); partner && partner->last >= to)
    return context.la().empty() ? "" : context.la().front();
  for (const OrgMention& org : s.orgs) {  // "đoàn viên, công nhân lao động của nước bạn"
    const bool near = org.first > whom.last && org.first < std::min(end, whom.last + 12);
    if (near && org.form == OrgForm::partner && within(s.doc->amounts, whom.last, org.first).empty()) to = std::max(to, org.last);
  }
  for (const OrgMention& org : s.orgs) {
    if (org.first < whom.last || org.first >= to) continue;
    const bool first = org.first <= whom.last + 1;
    const bool known = org.form == OrgForm::named || org.form == OrgForm::written || org.form == OrgForm::national;
    if (!first && !known) return plain(s.doc->written(whom.last, std::max(to, org.last)));  // "đoàn viên … của nước bạn"
    if (const Orgs ids = context.resolve(org); !ids.empty()) return ids.front();
  }
  for (const PersonMention& person : s.people) {
    if (person.first >= whom.last && person.first <= whom.last + 2) return context.org_of(person);
  }
  const bool at_all = !s.doc->tokens[whom.first].is("với");  // "với tổng giá trị …" is nobody
  if (!at_all || to <= whom.last + (s.doc->language == Language::lo ? 3 : 0)) return {};
  for (const PlaceMention& place : s.places) {  // "ໃຫ້ແຂວງຄໍາມ່ວນ": the place's union
    if (place.first <= whom.last + 6 && place.first >= whom.last && place.last >= to && s.doc->language == Language::lo) return place.org;
  }
  return plain(s.doc->written(whom.last, to));
}

/// "tặng Trường Tiểu học bản Huổi Sang 100 bộ sách vở", "presented each of the partners with": right after
/// the verb, up to what is given.
std::string receiver_at_verb(const Sentence& s, const Cue& give, std::size_t end) {
  const Document& doc = *s.doc;
  if (doc.language == Language::lo || give.last >= end) return {};
  const bool site = doc.tokens[give.last].capital && doc.cues.starting(give.last, "place.level");
  const bool each = doc.cues.starting(give.last, "each") != nullptr;
  const std::size_t to = phrase_end(s, give.last, end);
  const auto bodies = within(s.doc->orgs, give.last, to);
  const bool named = std::any_of(bodies.begin(), bodies.end(), [](const OrgMention& o) { return o.form != OrgForm::partner; });
  const bool group = doc.cues.starting(give.last, "to.group") && !named;
  if (!site && !each && !group) return {};
  if (group) {  // "ủng hộ đoàn viên Quảng Bình 25 triệu kíp": the province's union
    for (const PlaceMention& place : s.places) {
      if (place.first > give.last && place.last <= to) return place.org;
    }
    if (to >= end || !amount_at(s, to)) return {};
  }
  return plain(doc.written(give.last, to));
}

}  // namespace

std::string own_receiver(const Sentence& s, const Context& context, std::size_t at, std::size_t end) {
  const Cue* whom = s.doc->cues.starting(at, "to.whom");
  return whom && !s.doc->cues.starting(at, "purpose") ? told_receiver(s, context, *whom, end) : std::string();
}

std::string other_side(const Context& context, const std::string& org) {
  if (org.empty()) return {};
  const Orgs other = is_lao(org) ? context.vn() : context.la();
  return other.empty() ? "" : other.front();
}

std::string named_after(const Sentence& s, const Context& context, const Cue& word) {
  for (const PersonMention& person : s.people) {
    if (person.first < word.last || person.first > word.last + 2) continue;
    if (const std::string org = context.org_of(person); !org.empty()) return org;
  }
  for (const OrgMention& org : s.orgs) {
    if (org.first < word.last || org.first > word.last + 3) continue;
    if (const Orgs ids = context.resolve(org); !ids.empty()) return ids.front();
  }
  return {};
}

std::string giver_of(const Sentence& s, const Context& context, const Cue& give) {
  std::size_t from = give.first;
  while (from > s.first && !s.doc->mark(from - 1, ",") && !s.doc->mark(from - 1, ";")) --from;
  const bool body =
      std::any_of(s.orgs.begin(), s.orgs.end(), [&](const OrgMention& org) { return org.first >= from && org.last <= give.first; });
  const Cue* party = s.cue_before("org.guest", give.first);
  for (const PlaceMention& place : s.places) {  // "đoàn Quảng Ngãi tặng", "ຄະນະຜູ້ແທນແຂວງຮ່າຕີ້ງໄດ້ມອບ"
    const bool of_party = party && party->first >= from && place.first >= party->last && place.first <= party->last + 8;
    if (!body && of_party && place.last <= give.first) return place.org;
  }
  const Orgs who = context.doer(s, give.first);
  return who.empty() ? std::string() : who.front();
}

std::string receiver_of(const Sentence& s, const Context& context, const Cue& give, std::size_t end, const std::string& giver) {
  if (const auto told = receiver_at_verb(s, give, end); !told.empty()) return told;
  for (const Cue& whom : within(s.doc->cues.all(), give.last, end)) {
    if (!whom.in("to.whom") || s.doc->cues.starting(whom.first, "purpose")) continue;
    const auto told = told_receiver(s, context, whom, end);
    if (!told.empty() && told != giver) return told;
    break;
  }
  for (const OrgMention& org : s.orgs) {
    if (org.first < give.last || org.first >= end) continue;
    for (const auto& id : context.resolve(org)) {
      if (id != giver) return id;
    }
  }
  if (is_lao(giver)) return context.vn().empty() ? "" : context.vn().front();
  return context.la().empty() ? "" : context.la().front();
}

namespace {

std::string without_marks(std::string told) {
  while (told.ends_with('.') || told.ends_with(',')) told.pop_back();
  return told;
}

/// "hỗ trợ xây dựng nhà làm việc với số tiền 350 triệu đồng", "20 triệu đồng mua máy tính": work to be done.
std::pair<std::size_t, std::size_t> work(const Sentence& s, const Cue& give, std::size_t end) {
  for (const Cue& c : within(s.doc->cues.all(), give.last, end)) {
    if (!c.in("work-for")) continue;
    const bool after_money =
        std::any_of(s.amounts.begin(), s.amounts.end(), [&](const text::Amount& a) { return a.last == c.first && !a.currency.empty(); });
    const Cue* money = s.cue("with.money", c.last, clause_end(s, c.last));
    if (!after_money && !money) continue;
    return {c.first, after_money ? std::min(end, clause_end(s, c.last)) : money->first};
  }
  return {};
}

}  // namespace

std::string purpose_of(const Sentence& s, const Cue& give, std::size_t end, std::size_t& first, std::size_t& last) {
  if (const Cue* why = s.cue("purpose", give.last, end)) {
    const std::size_t to = why->last + 1 >= end ? clause_end(s, why->last) : end;  // "… để tặng con em đoàn viên"
    last = std::max(last, to);
    return without_marks(plain(s.doc->written(why->first, to)));
  }
  if (const auto [from, to] = work(s, give, end); to > from) {
    last = std::max(last, to);
    return without_marks(plain(s.doc->written(from, to)));
  }
  const Cue* lead = s.cue_before("purpose", first);
  const std::size_t to = lead ? clause_end(s, lead->last) : 0;
  if (!lead || to >= first) return {};
  first = lead->first;
  return plain(s.doc->written(lead->first, to));
}

}  // namespace kevai::extract
