#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Cue;

AgreementKind kind_of(const Cue& doc) {
  return named<AgreementKind>(doc.after("doc.")).value_or(AgreementKind::agreement);
}

/// Dates and numbers that belong to a document's name: those after it, before the next document or clause.
struct Stated {
  const text::DateMention* period = nullptr;
  const text::DateMention* day = nullptr;
  const text::DateMention* extended = nullptr;  ///< to when its period was prolonged
  const text::Amount* points = nullptr;
};

/// "under the 2019-2024 cooperation agreement": the period right before the document.
const text::DateMention* period_before(const Sentence& s, const Cue& paper) {
  for (const auto& date : s.dates) {
    if (date.range && date.from.day() == 0 && date.last <= paper.first && date.last + 1 >= paper.first) return &date;
  }
  return nullptr;
}

/// "a cooperation plan for 2024": the year it is for, not that of its signing.
bool is_for_year(const Sentence& s, const text::DateMention& date) {
  return s.doc->language == text::Language::en && date.from.precision() == 1 && s.doc->tokens[date.first].is("for");
}

Stated stated_after(const Sentence& s, const Cue& paper) {
  Stated found;
  if (s.doc->language == text::Language::en) found.period = period_before(s, paper);
  std::size_t end = s.last;
  for (const Cue& c : s.cues) {
    if (c.first > paper.last && c.in("doc.") && !c.in("doc.points")) {
      end = c.first;
      break;
    }
  }
  end = std::min(end, paper.last + 30);
  for (const auto& date : s.dates) {
    if (date.first < paper.last || date.first >= end) continue;
    bool crosses = false;
    for (std::size_t i = paper.last; i < date.first; ++i) {
      crosses = crosses || s.doc->mark(i, ";") || s.doc->mark(i, ":") || (s.doc->mark(i, ",") && i > paper.last + 14);
    }
    if (crosses) break;
    if ((date.range && date.from.day() == 0) || is_for_year(s, date)) {
      if (!found.period && !found.day) found.period = &date;
    } else if (found.period && s.doc->cues.ending(date.first, "prolonged")) {
      found.extended = &date;  // "giai đoạn 2016 - 2021 và gia hạn đến năm 2026"
    } else if (!found.day && !date.range && (!date.since || s.cue("act.signing", paper.last, date.first))) {
      found.day = &date;
    }
  }
  for (const auto& amount : s.amounts) {
    // "the seven-point MoU"
    if (const Cue* points = s.doc->cues.ending(paper.first, "doc.points"); points && points->first == amount.last) found.points = &amount;
    const bool included = amount.first <= end + 8 &&
                          (s.doc->cues.ending(amount.first, "visit.include") || s.doc->cues.ending(amount.first, "points.include"));
    if (amount.first >= paper.last && (amount.first <= paper.last + 2 || included) && s.doc->cues.starting(amount.last, "doc.points")) {
      found.points = &amount;
    }
  }
  return found;
}

/// The verb that signs this document, before or shortly after it.
const Cue* signing_of(const Sentence& s, const Cue& paper) {
  const Cue* before = s.cue_before("act.signing", paper.first);
  if (before && before->last + 6 >= paper.first) return before;
  const Cue* after = s.cue("act.signing", paper.last);
  const bool clause = s.doc->cues.starting(paper.last, "paper.which");  // "Bản ghi nhớ mà A và B đã ký …"
  if (after && after->first <= paper.last + (clause ? 40 : 12) && clause_end(s, paper.last) >= after->first) return after;
  return nullptr;
}

class AgreementRule {
 public:
  AgreementRule(const Sentence& s, Context& context, Findings& findings) : s_(s), context_(context), findings_(findings) {}

  void read() {
    for (const Cue& cue : s_.cues) {
      if (cue.in("doc.") && !cue.in("doc.points")) paper(cue);
    }
    points_of_the_last();
    relation();
  }

 private:
  bool english() const { return s_.doc->language == text::Language::en; }

  /// "Chương trình gồm 5 nội dung": the paper told last, by its kind alone.
  void points_of_the_last() {
    const Cue* head = s_.doc->cues.starting(s_.first, "paper.head");
    if (!head || !s_.dates.empty() || s_.has("act.signing")) return;
    for (const auto& amount : s_.amounts) {
      if (amount.first <= head->last + 4 && s_.doc->cues.starting(amount.last, "doc.points")) return count_points(amount.value);
    }
  }

  /// "đã ký 4 bản thỏa thuận": documents counted, none of them told.
  bool counted(const Cue& cue) const {
    return s_.doc->language == text::Language::vi &&
           std::any_of(s_.amounts.begin(), s_.amounts.end(), [&](const text::Amount& a) { return a.last == cue.first; });
  }

  /// "Chương trình gồm 5 nội dung": said of the paper told last.
  bool only_counts_points(const Stated& stated) const {
    return stated.points && !stated.period && !stated.day && !s_.has("act.signing") && s_.dates.empty();
  }

  void count_points(double points) {
    auto drafts = findings_.earliest();
    for (std::size_t i = drafts.size(), seen = 0; i-- > 0 && seen < 64; ++seen) {
      auto* told = std::get_if<AgreementFact>(&drafts[i].statement);
      if (!told) continue;
      if (!told->points) told->points = points;
      return;
    }
  }

  /// "xây dựng văn bản hợp tác giai đoạn mới 2022-2027": to be made yet.
  bool to_be_made(const Cue& cue) const { return s_.doc->cues.ending(cue.first, "paper.make") && is_planned(s_, cue.first); }

  void paper(const Cue& cue) {
    if (counted(cue) || to_be_made(cue)) return;
    const Stated stated = stated_after(s_, cue);
    if (only_counts_points(stated)) return count_points(stated.points->value);
    const Cue* signing = signing_of(s_, cue);
    if (signing && is_planned(s_, signing->first)) {
      if (english() && (signing->first > cue.first || s_.cue_before("act.planned", cue.first)) && !stated.points)
        return;  // to be signed yet
      signing = nullptr;
    }
    if (signing && s_.cue_before("commit.agree", signing->first) && s_.cue_before("commit.will", signing->first)) {
      signing = nullptr;  // "nhất trí … thời gian tới … ký kết …"
    }
    AgreementFact fact;
    fact.kind = kind_of(cue);
    fact.parties = context_.parties(s_, s_.first, s_.last);
    if (stated.points) fact.points = stated.points->value;
    if (stated.period) {
      fact.from = stated.period->from;
      fact.to = stated.extended ? stated.extended->from : stated.period->to;
      const auto* end = stated.extended ? stated.extended : stated.period;
      const Orgs near = context_.named(s_, cue.first, stated.period->last);
      if (near.size() < 2 && !signing) fact.parties = context_.pair();
      // "Thỏa thuận giai đoạn … ký tại Hà Nội ngày …" is told with its signing; else the period tells it.
      const bool behind = signing && signing->first >= stated.period->last && signing->first <= stated.period->last + 8 &&
                          clause_end(s_, stated.period->last) >= signing->first;
      // "A plan for 2024-2029 was signed by the two unions on the afternoon of …"
      const bool passive = english() && signing && s_.doc->cues.starting(signing->first, "signing.passive");
      const bool dated = behind && (passive || (stated.day && stated.day->from.day() != 0 && s_.doc->language == text::Language::vi));
      if (!signing || (signing->first > cue.first && !dated)) {
        findings_.add(fact, std::min(cue.first, stated.period->first), std::max(cue.last, end->last), "agreement.period", s_.kind, nullptr);
        return;
      }
    }
    if (signing) return signed_paper(cue, *signing, stated, fact);
    if (const text::DateMention* until = valid_until(cue)) {
      fact.to = until->from;
      if (context_.named(s_, cue.first, until->last).size() < 2) fact.parties = context_.pair();
      findings_.add(fact, cue.first, until->last, "agreement.until", s_.kind, nullptr);
    }
  }

  /// "Thỏa thuận có hiệu lực đến hết tháng 3/2027": the day a document named before runs out.
  const text::DateMention* valid_until(const Cue& paper) const {
    const Cue* until = s_.cue("valid.until", paper.last, std::min(s_.last, paper.last + 12));
    if (!until) return nullptr;
    for (const auto& date : s_.dates) {
      const bool told = date.first + 2 >= until->last && date.first <= until->last + 2 && date.last > until->last;
      if (told && !date.range && date.from.year() != 0) return &date;
    }
    return nullptr;
  }

  /// "Kết thúc hội đàm, hai bên ký kết …": at the meeting told before; not "từ khi ký kết …".
  bool happens_now(const Cue& signing) const {
    for (const Cue& c : s_.cues) {
      if (c.in("signing.not") && c.last <= signing.first && c.last + 3 >= signing.first) return false;
    }
    if (s_.cue("act.closing", s_.first, std::min(signing.first, s_.first + 40))) return true;
    for (const OrgMention& org : s_.orgs) {
      if (org.last <= signing.first && org.last + 6 >= signing.first) return true;
    }
    return false;
  }

  /// "Hai bên cùng ký kết biên bản ghi nhớ.": without its occasion, its day or its period a signing tells of the
  /// paper alone.
  bool bare() const { return s_.doc->language == text::Language::vi && !s_.orgs.empty() && s_.orgs.front().first == s_.first; }

  /// "Bản ghi nhớ mà A và B đã ký ngày 20.11.2020": who signed the paper or first of all the day is told; "Bản ghi nhớ
  /// ký ngày …" only says which paper.
  bool told_of_paper(const Cue& paper, const Cue& signing, const text::DateMention& day) const {
    if (s_.doc->language != text::Language::vi || signing.first < paper.last) return false;
    const bool by =
        std::any_of(s_.orgs.begin(), s_.orgs.end(), [&](const OrgMention& o) { return o.first >= paper.last && o.last <= signing.first; });
    return by || (day.from.day() != 0 && day.last <= paper.first);
  }

  /// Signed on a day told here, or at the end of the meeting told before.
  void signed_paper(const Cue& cue, const Cue& signing, const Stated& stated, AgreementFact fact) {
    const text::DateMention* day = stated.day;
    // "Sau hội đàm, hai bên ký Chương trình hợp tác năm 2023": the document's year, not its signing's.
    if (day && day->from.precision() == 1 && s_.doc->language == text::Language::vi && signing.first < cue.first &&
        day->from.year() >= context_.dateline.year() && s_.cue("act.closing", s_.first, s_.first + 6))
      day = nullptr;
    std::size_t first = std::min(cue.first, signing.first);
    std::size_t last = std::max(cue.last, signing.last);
    if (stated.period) last = std::max(last, stated.period->last);
    if (day) {
      last = std::max(last, day->last);
    } else if (const auto* before = date_near(s_, signing.first); before && !before->range && before->last <= first) {
      day = before;
      first = before->first;
    }
    const bool passive = s_.doc->cues.starting(signing.first, "signing.passive") != nullptr;
    const bool placed = day && s_.doc->cues.starting(signing.last, "place.at");  // "ký tại Hà Nội ngày …"
    // "đã ký thỏa thuận", not "thỏa thuận đã ký"
    const bool told = signing.first < cue.first || passive || placed;
    const bool now = !day && told && happens_now(signing);
    const bool of_paper = day && day->from.month() != 0 && !day->range && told_of_paper(cue, signing, *day);
    if (!day && !now) {
      if (stated.period)
        findings_.add(fact, std::min(cue.first, stated.period->first), std::max(cue.last, stated.period->last), "agreement.period", s_.kind,
                      nullptr);
      return;
    }
    fact.signed_on = day ? date_of(*day, context_) : context_.event_date;
    for (const OrgMention& org : s_.orgs) {
      if (org.form != OrgForm::named && org.form != OrgForm::both) continue;
      if (org.first >= last && org.first <= last + 8 && clause_end(s_, last) > org.first) last = std::max(last, org.last);
      if (org.last <= first && org.last + 4 >= first) first = org.first;
    }
    if (fact.signed_on || stated.period) findings_.add(fact, first, last, "agreement.signed", s_.kind, nullptr);
    const Place place = placed ? place_in(s_, signing.last, s_.last) : told ? place_in(s_, s_.first, s_.last) : Place{};
    const bool of_day = day && (day->from.day() != 0 || of_paper);
    if ((!told && !of_paper) || (!of_day && place.name.empty() && !now)) return;
    if (now && !stated.period && bare()) return;
    if (now && context_.event_date.empty() && context_.event_place.empty() && place.name.empty()) return;
    ActivityFact activity;
    activity.kind = ActivityKind::signing;
    activity.date = fact.signed_on;
    activity.orgs = fact.parties;
    activity.place = !place.name.empty() ? place.name : now ? context_.event_place : "";
    findings_.add(activity, now ? std::min(first, s_.first) : first, last, "activity.signing", s_.kind);
  }

  /// "hợp tác từ năm 2009", "hợp tác giai đoạn 2019-2024": a relation since a year, no document named.
  void relation() {
    for (const auto& date : s_.dates) {
      if (s_.doc->language != text::Language::vi && begun(date)) continue;
      if ((!date.since && !date.range) || date.from.day() != 0 || date.from.month() != 0) continue;
      const Cue* near = cooperation_at(date);
      if (!near || s_.cue("doc.", near->first, date.last)) continue;
      const Orgs here = context_.named(s_, s_.first, s_.last);
      if (here.empty() && s_.places.size() < 2 && !date.range) continue;
      AgreementFact fact;
      fact.from = date.from;
      if (date.range) fact.to = date.to;
      fact.parties = parties_before(date);
      const bool before = near->first < date.first;
      const std::size_t first = before ? near->first : date.first;
      const std::size_t last = before ? date.last : clause_end(s_, near->last);
      findings_.add(fact, first, last, date.range ? "agreement.term" : "agreement.since", s_.kind);
    }
  }

  /// "became partners in 2010", "Ties between the two unions date back to 2009".
  bool begun(const text::DateMention& date) {
    if (date.range || date.from.precision() != 1) return false;
    const Cue* verb = s_.doc->cues.ending(date.first, "relation.");
    if (!verb) return false;
    const Cue* of = verb;
    if (verb->in("relation.dates")) of = s_.cue_before("cooperate", verb->first);
    const std::size_t far = english() ? 14 : 50;  // words, or Lao letters
    if (!of || of->first + far < verb->first || (of != verb && clause_end(s_, of->last) < verb->first)) return false;
    AgreementFact fact;
    fact.from = date.from;
    fact.parties = parties_before(date);
    if (fact.parties.size() < 2) return false;
    findings_.add(fact, of->first, date.last, "agreement.since", s_.kind);
    return true;
  }

  /// The word that speaks of cooperation beside a date.
  const Cue* cooperation_at(const text::DateMention& date) const {
    for (const Cue& c : s_.cues) {
      if (!c.in("cooperate")) continue;
      const bool planned = s_.cue_before("commit.", c.first) || s_.doc->cues.ending(c.first, "commit.contents");
      if (date.range && (planned || c.last > date.first || c.last + 1 < date.first)) continue;
      const bool before = c.last <= date.first && c.last + (s_.doc->language == text::Language::lo ? 8 : 3) >= date.first;
      const bool after = date.first == s_.first && c.first >= date.last && c.first <= date.last + 40;
      if (before || after) return &c;
    }
    return nullptr;
  }

  /// Both sides where they are named before the date; else the pair under discussion.
  Orgs parties_before(const text::DateMention& date) const {
    const Orgs here = context_.named(s_, s_.first, date.first);
    const bool both = std::any_of(here.begin(), here.end(), is_lao) && std::any_of(here.begin(), here.end(), is_vietnamese);
    return both ? here : context_.pair();
  }

  const Sentence& s_;
  Context& context_;
  Findings& findings_;
};

}  // namespace

/// Agreements by their period ("Thỏa thuận hợp tác giai đoạn 2023-2028"), by their signing, or as a
/// relation since a year; a signing told with its day or place is an activity as well.
void find_agreements(const Sentence& sentence, Context& context, Findings& findings) {
  AgreementRule(sentence, context, findings).read();
}

}  // namespace kevai::extract
