#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Amount;
using text::Cue;

class VisitRule {
 public:
  VisitRule(const Sentence& s, Context& context, Findings& findings)
      : s_(s), context_(context), findings_(findings) {}

  void read() {
    if (s_.kind != BlockKind::main) return;
    delegation();
    if (s_.doc->language == text::Language::en) sights();
    if (!s_.has("org.guest")) late_head();
    for (const Cue& c : s_.cues) {
      if (c.in("act.visit")) journey(c);
      if (c.in("act.tour")) tour(c);
    }
  }

 private:
  /// "Đoàn cán bộ … gồm 5 thành viên, do đồng chí X … làm trưởng đoàn".
  void delegation() {
    const Cue* party = s_.cue("org.guest");
    if (!party || s_.has("act.visit")) return;
    const Amount* size = party_size(*party);
    const PersonMention* head = head_of(*party);
    if (!size && !(head && party->first <= s_.first + 3)) return;
    if (!size && told()) return;
    ActivityFact fact;
    fact.orgs = guest_of(*party);
    if (fact.orgs.empty()) return;
    append(fact.orgs, other_side(fact.orgs));
    const text::DateMention* when = date_near(s_, party->first);
    const bool dated = when && !when->range && !when->since && when->from.day() != 0;
    fact.date = dated ? date_of(*when, context_) : context_.event_date;
    if (size) fact.participants = size->value, fact.qualifier = size->qualifier;
    if (head) fact.head = name_of(*head);
    const std::size_t last = head ? std::max(head->last, leads_end(*head)) : size->last + 1;
    findings_.add(fact, party->first, std::min(last, s_.last), "activity.delegation", s_.kind, size);
  }

  /// "Về phía tỉnh bạn có ông X, Chủ tịch … làm trưởng đoàn": who led what was told before.
  void late_head() {
    for (const PersonMention& p : s_.people) {
      const Cue* leads = s_.cue("person.leads", p.name_last);
      if (!leads || leads->first > p.last + 1) continue;
      const std::string org = context_.org_of(p);
      for (Draft& d : findings_.earliest()) {
        auto* a = std::get_if<ActivityFact>(&d.statement);
        const bool of_them = a && std::find(a->orgs.begin(), a->orgs.end(), org) != a->orgs.end();
        if (!of_them || !a->head.empty() ||
            (a->kind != ActivityKind::visit && a->kind != ActivityKind::talks))
          continue;
        a->head = name_of(p);
        return;
      }
      if (told() || (!is_lao(org) && !is_vietnamese(org)) || s_.doc->language != text::Language::vi) continue;
      ActivityFact fact;  // a head says that there is a delegation
      fact.orgs = {org};
      append(fact.orgs, other_side(fact.orgs));
      fact.date = context_.event_date;
      fact.head = name_of(p);
      findings_.add(fact, p.first, leads_end(p), "activity.delegation", s_.kind);
    }
  }

  const Amount* party_size(const Cue& party) const {
    for (const Amount& a : s_.amounts) {
      if (a.first < party.last || a.first > party.last + 25) continue;
      const bool people = s_.doc->cues.starting(a.last, "visit.size") != nullptr;
      if (people && s_.cue_before("visit.include", a.first)) return &a;
    }
    return nullptr;
  }

  /// Who leads the delegation.
  const PersonMention* head_of(const Cue& party) const {
    for (const PersonMention& p : s_.people) {
      if (p.first < party.first || p.first > party.last + 40) continue;
      const Cue* after = s_.cue("person.leads", p.name_last);
      const Cue* before = s_.doc->cues.ending(p.first, "person.led-by");
      if (!before && p.role_first < p.name_first) before = s_.doc->cues.ending(p.role_first, "person.led-by");
      if (before || (after && after->first <= p.last + 3)) return &p;
    }
    return nullptr;
  }

  std::size_t leads_end(const PersonMention& p) const {
    const Cue* after = s_.cue("person.leads", p.name_last);
    return after && after->first <= p.last + 3 ? after->last : p.last;
  }

  std::string name_of(const PersonMention& p) const {
    return plain(s_.doc->written(p.name_first, p.name_last));
  }

  /// The body whose delegation it is: named right after the word, or right before it.
  Orgs guest_of(const Cue& party) const {
    const OrgMention* body = body_of_party(s_.orgs, party);
    return body ? context_.resolve(*body) : context_.guest();
  }

  bool names_guest(const Cue& party) const { return body_of_party(s_.orgs, party) != nullptr; }

  /// Is a place in the country of an organisation?
  bool is_home(const std::string& org, const Place& place) const {
    const char* country = is_lao(org) ? "country.la" : "country.vn";
    if (s_.cue(country, place.first, place.last)) return true;
    for (const PlaceMention& at : within(s_.doc->places, place.first, place.last)) {
      if (is_lao(at.org) == is_lao(org)) return true;
    }
    return false;
  }

  Orgs other_side(const Orgs& guest) const {
    if (guest.empty()) return {};
    return is_lao(guest.front()) ? context_.vn() : context_.la();
  }

  bool told() const {
    for (const Draft& d : findings_.earliest()) {
      const auto* a = std::get_if<ActivityFact>(&d.statement);
      if (a && a->kind == ActivityKind::visit) return true;
    }
    return false;
  }

  /// "năm 2018, Đoàn cán bộ A sang thăm và làm việc với B"; "chuyến thăm của đoàn A".
  void journey(const Cue& c) {
    if (is_planned(s_, c.first) || s_.cue_before("commit.agree", c.first) ||
        s_.doc->cues.starting(c.last, "visit.mutual"))
      return;
    const Cue* party = s_.cue_before("org.guest", c.first);
    const Cue* named_after = nullptr;  // "chuyến thăm của đoàn …"
    if (const Cue* later = s_.cue("org.guest", c.last);
        later && later->first <= c.last + (s_.doc->language == text::Language::en ? 10 : 3))
      named_after = later;
    if (!party && !named_after) named_after = guest_after(c);
    if (named_after) party = named_after;
    const OrgMention* subject = nullptr;
    for (const OrgMention& org : s_.orgs) {
      if (org.last <= c.first && org.form != OrgForm::both && org.last + reach() >= c.first) subject = &org;
    }
    // "During the visit, from 13 to 15 June, …": of the delegation the article is about.
    const bool told_of = s_.doc->cues.starting(c.first > 0 ? c.first - 1 : 0, "visit.mine") != nullptr;
    const text::DateMention* days = told_of && s_.dates.size() > 0 ? journey_date(c) : nullptr;
    const bool of_guest = !party && !subject && days && days->range && !context_.guest().empty();
    if ((!party && !subject && !of_guest) || sees(c, party)) return;
    for (const OrgMention& org : s_.orgs) {
      if (org.form == OrgForm::both && org.last <= c.first && org.last + 6 >= c.first) return;
    }
    if (counted(c)) return;
    const text::DateMention* when = s_.dates.size() > 0 ? journey_date(c) : nullptr;
    ActivityFact fact;
    fact.orgs = party ? guest_of(*party) : of_guest ? context_.guest() : context_.resolve(*subject);
    if (fact.orgs.empty()) return;
    const Orgs after = context_.named(s_, c.last, s_.last);
    Orgs hosts;
    for (const auto& org : after) {
      if (is_lao(org) != is_lao(fact.orgs.front())) append(hosts, {org});
    }
    append(fact.orgs, hosts.empty() ? other_side(fact.orgs) : hosts);
    if (fact.orgs.size() < 2) return;
    if (when) {
      fact.date = date_of(*when, context_);
      if (when->range) fact.end_date = when->to;
      if (when->until) {  // "until November 20": it began in that month at the earliest told
        fact.end_date = fact.date;
        fact.date = PartialDate::make(fact.date.year(), fact.date.month()).value_or(PartialDate{});
      }
    }
    const Place place = place_in(s_, c.first, s_.last, true);
    fact.place = place.name;
    if (hosts.empty() && party && !names_guest(*party) && is_home(fact.orgs.front(), place)) {
      std::reverse(fact.orgs.begin(), fact.orgs.end());  // who is at home there is the host
    }
    if (party) {
      if (const PersonMention* head = head_of(*party)) fact.head = name_of(*head);
      if (const Amount* size = party_size(*party)) {
        fact.participants = size->value;
        findings_.use(*size);
      }
    }
    std::size_t first = party && party->first < c.first ? party->first : c.first;
    if (!party && subject) first = subject->first;
    if (when) first = std::min(first, when->first);
    std::size_t last = c.last;
    for (const OrgMention& org : s_.orgs) {
      if (org.first >= last && org.first <= last + 6) last = org.last;
    }
    if (!place.name.empty() && place.first <= last + 6) last = std::max(last, place.last);
    if (when && when->first > last && when->first <= last + 6) last = when->last;
    findings_.add(fact, first, last, "activity.visit", s_.kind);
    if (when && context_.event_date.empty() && fact.date.day() != 0 &&
        fact.date.year() == context_.dateline.year()) {
      context_.event_date = fact.date;
    }
  }

  /// Lao counts letters, not words.
  std::size_t reach() const { return s_.doc->language == text::Language::lo ? 24 : 8; }

  /// "Trong khuôn khổ chuyến thăm tại Lào, ngày …, Đoàn đại biểu Công đoàn X …": the guest is told later.
  const Cue* guest_after(const Cue& c) const {
    const Cue* later = s_.cue("org.guest", c.last);
    return later && s_.doc->language == text::Language::vi && names_guest(*later) ? later : nullptr;
  }

  /// "đoàn thăm Nhà máy A" is an outing (find_outings), not the journey.
  bool sees(const Cue& c, const Cue* party) const {
    if (!party || s_.doc->language != text::Language::vi || c.first < party->last) return false;
    for (const Draft& d : findings_.earliest()) {
      if (d.rule == "activity.outing" && d.first <= c.first && c.last <= d.last) return true;
    }
    return false;
  }

  const text::DateMention* journey_date(const Cue& c) const {
    for (const auto& date : s_.dates) {
      if (date.range && date.from.day() != 0 && !(date.first > 0 && s_.doc->mark(date.first - 1, "(")))
        return &date;
    }
    const text::DateMention* date = date_near(s_, c.first);
    if (date && (date->range || date->since || date->first > c.last + 20)) return nullptr;
    return date;
  }

  /// "trên 15 lần tổ chức Đoàn công tác sang thăm" counts visits; it tells none.
  bool counted(const Cue& c) const {
    for (const Amount& a : s_.amounts) {
      if (a.last > c.first || a.last + 8 < c.first) continue;
      if (s_.doc->cues.starting(a.last, "measure.delegations")) return true;
    }
    return false;
  }

  /// "In the afternoon, the Lao delegation toured Vung Ang Economic Zone": where it went, right after the
  /// verb.
  void sights() {
    const Cue* party = s_.cue("org.guest");
    if (!party) return;
    for (const Cue& c : s_.cues) {
      if (!c.in("tour.of") || c.first < party->last || c.first > party->last + 12 || is_planned(s_, c.first))
        continue;
      std::size_t to = c.last;
      if (s_.doc->cues.starting(to, "role.article")) ++to;
      const std::size_t from = to;
      while (to < s_.last && s_.doc->tokens[to].kind == text::TokenKind::word && s_.doc->tokens[to].capital)
        ++to;
      const bool country = s_.doc->cues.starting(from, "country.") && to <= from + 2;
      const text::DateMention* when = date_near(s_, c.first);
      if (to < from + 2 || country || !when || when->range) continue;
      ActivityFact fact;
      fact.orgs = guest_of(*party);
      if (fact.orgs.empty()) return;
      fact.date = date_of(*when, context_);
      fact.place = plain(s_.doc->written(from, to));
      findings_.add(fact, std::min(when->first, party->first), to, "activity.sights", s_.kind);
      return;
    }
  }

  /// "đưa Đoàn đi tham quan … tại một số tỉnh như Quảng Ngãi, Khánh Hòa".
  void tour(const Cue& c) {
    if (is_planned(s_, c.first)) return;
    const Place place = place_in(s_, c.last, s_.last);
    if (place.name.empty() || !s_.has("org.guest")) return;
    ActivityFact fact;
    fact.orgs = context_.guest();
    append(fact.orgs, context_.host());
    fact.place = place.name;
    std::size_t first = c.first;
    for (const OrgMention& org : s_.orgs) {
      if (org.form == OrgForm::named && org.last <= c.first) first = org.first;
    }
    findings_.add(fact, first, place.last, "activity.tour", s_.kind);
  }

  const Sentence& s_;
  Context& context_;
  Findings& findings_;
};

}  // namespace

void find_visits(const Sentence& sentence, Context& context, Findings& findings) {
  VisitRule(sentence, context, findings).read();
}

}  // namespace kevai::extract
