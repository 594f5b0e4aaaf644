#include "extract/rules.hpp"

namespace kevai::extract {

using text::Amount;
using text::Cue;

/// "phát triển tổ chức Công đoàn tại doanh nghiệp tư nhân đạt tới 65%".
void find_targets(const Sentence& s, Context& context, Findings& findings) {
  if (s.kind != BlockKind::main || !s.has("target.aim")) return;
  std::size_t from = s.first;
  for (const Amount& a : s.amounts) {
    if (!a.percent) continue;
    const Cue* what = nullptr;
    for (const Cue& c : s.cues) {
      if (c.first < from || c.last > a.first || !c.in("target.") || c.in("target.aim")) continue;
      if (!what || c.tag != what->tag) what = &c;
    }
    // "…, 90% doanh nghiệp có thỏa ước": what stands in the clause before is of another number.
    if (what && s.doc->language == text::Language::vi && clause_end(s, what->last) < a.first &&
        s.cue("target.", a.last, clause_end(s, a.last)))
      what = nullptr;
    if (!what) {  // "45 percent of enterprises under collective labour agreements"
      for (const Cue& c : s.cues) {
        if (c.first < a.last || c.first > a.last + 12 || !c.in("target.") || c.in("target.aim")) continue;
        if (!what || c.in("target.collective_agreements")) what = &c;
      }
    }
    if (!what) continue;
    TargetFact fact;
    fact.measure = what->after("target.");
    fact.value = a.value;
    const Orgs who = context.doer(s, std::min(what->first, a.first));
    if (!who.empty()) fact.org = who.front();
    for (const auto& date : s.dates) {
      if (date.until && !date.range) fact.by = date.from;
    }
    findings.add(fact, std::min(what->first, a.first), std::max(what->last, a.last), "target.percent", s.kind,
                 &a);
    from = std::max(what->last, a.last);
  }
}

}  // namespace kevai::extract
