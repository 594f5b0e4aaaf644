#include "extract/counted.hpp"
#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Amount;
using text::Cue;

/// What a percentage is of: told before it, else after it ("45 percent of enterprises under collective labour
/// agreements"). Null where it is nothing known. `from`: where the target before ended.
const Cue* aimed_at(const Sentence& s, const Amount& a, std::size_t from) {
  const Cue* what = nullptr;
  for (const Cue& c : s.cues) {
    if (c.first < from || c.last > a.first || !c.in("target.") || c.in("target.aim")) continue;
    if (!what || c.tag != what->tag) what = &c;
  }
  // "…, 90% doanh nghiệp có thỏa ước": what stands in the clause before is of another number.
  if (what && s.doc->language == text::Language::vi && clause_end(s, what->last) < a.first &&
      s.cue("target.", a.last, clause_end(s, a.last)))
    what = nullptr;
  if (what) return what;
  const std::size_t reach = s.doc->language == text::Language::lo ? 48 : 12;
  for (const Cue& c : s.cues) {
    if (c.first < a.last || c.first > a.last + reach || !c.in("target.") || c.in("target.aim")) continue;
    if (!what || c.in("target.collective_agreements")) what = &c;
  }
  return what;
}

/// Whose target it is: the body named in the sentence; else, in a sentence that names none, the one whose
/// figures were told last.
std::string whose(const Sentence& s, const Context& context, std::size_t at) {
  const bool named = !s.orgs.empty() && s.orgs.front().first < at;
  if (!named && context.last_holder.size() == 1) return context.last_holder.front();
  const Orgs who = context.doer(s, at);
  return who.empty() ? std::string() : who.front();
}

/// By when: the day "until" it; else the only year told that is still to come.
PartialDate due(const Sentence& s, const Context& context) {
  PartialDate by;
  for (const auto& date : s.dates) {
    if (date.until && !date.range) by = date.from;
  }
  if (by) return by;
  for (const auto& date : s.dates) {
    if (!date.range && !date.same_day && !date.since && date.from.year() >= context.dateline.year()) by = date.from;
    if (date.range && date.period) by = date.to;
  }
  return by;
}

/// "phấn đấu kết nạp thêm 1.500 đoàn viên", "aims to recruit 5,000 members": so many, not so much of them.
void counted_target(const Sentence& s, const Amount& a, Context& context, Findings& findings) {
  const bool strive =
      s.cue_before("target.aim.strive", a.first) || (s.doc->language != text::Language::vi && s.cue_before("target.aim", a.first));
  const Cue* unit = strive ? unit_of(s, a) : nullptr;
  if (!unit) return;
  const bool members = unit->in("measure.members") && close_before(s, "growth.members", a.first, 3);
  const bool unions = unit->in("measure.grassroots_unions") && close_before(s, "growth.unions", a.first, 3);
  if (!members && !unions) return;
  TargetFact fact;
  fact.measure = members ? "members_new" : "grassroots_unions_new";
  fact.unit = members ? "members" : "grassroots_unions";
  fact.value = a.value;
  fact.org = whose(s, context, a.first);
  fact.by = due(s, context);
  findings.add(fact, std::min(a.first, unit->first), std::max(a.last, unit->last), "target.count", s.kind, &a);
}

}  // namespace

/// "phát triển tổ chức Công đoàn tại doanh nghiệp tư nhân đạt tới 65%".
void find_targets(const Sentence& s, Context& context, Findings& findings) {
  if (s.kind != BlockKind::main || !s.has("target.aim")) return;
  std::size_t from = s.first;
  for (const Amount& a : s.amounts) {
    if (!a.percent) {
      if (a.currency.empty() && !findings.used(a)) counted_target(s, a, context, findings);
      continue;
    }
    const Cue* what = aimed_at(s, a, from);
    if (!what) continue;
    TargetFact fact;
    fact.measure = what->after("target.");
    fact.value = a.value;
    fact.org = whose(s, context, std::min(what->first, a.first));
    fact.by = due(s, context);
    findings.add(fact, std::min(what->first, a.first), std::max(what->last, a.last), "target.percent", s.kind, &a);
    from = std::max(what->last, a.last);
  }
}

}  // namespace kevai::extract
