#include "extract/delegation.hpp"
#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Amount;
using text::Cue;

/// A journey while its sentence is read: who travels, when and where to.
struct Journey {
  const Cue* party = nullptr;             ///< the word for the delegation
  const OrgMention* subject = nullptr;    ///< or the body said to travel
  const PersonMention* person = nullptr;  ///< or somebody of it
  const text::DateMention* when = nullptr;
  ActivityFact fact;
  Place place;
};

class VisitRule {
 public:
  VisitRule(const Sentence& s, Context& context, Findings& findings) : s_(s), context_(context), findings_(findings) {}

  void read() {
    if (s_.kind != BlockKind::main || is_undertaken(s_, context_)) return;
    delegation();
    if (!s_.has("org.guest")) late_head();
    if (english()) led_team();
    for (const Cue& c : s_.cues) {
      if (c.in("act.visit")) journey(c);
      if (c.in("act.tour")) tour(c);
    }
  }

 private:
  bool english() const { return s_.doc->language == text::Language::en; }
  bool lao() const { return s_.doc->language == text::Language::lo; }
  bool vietnamese() const { return s_.doc->language == text::Language::vi; }

  /// "Đoàn cán bộ … gồm 5 thành viên, do đồng chí X … làm trưởng đoàn".
  void delegation() {
    const Cue* party = s_.cue("org.guest");
    if (!party || s_.has("act.visit")) return;
    const Amount* size = size_of(s_, *party);
    const PersonMention* head = head_of(s_, *party);
    const bool opens = party->first <= s_.first + 3;
    if ((!size && !head) || ((!size || !head) && !opens)) return;
    if (is_planned(s_, party->first)) return;
    ActivityFact fact;
    fact.orgs = guest_of(s_, context_, *party);
    if (fact.orgs.empty() || (!size && told_of(fact.orgs.front()))) return;
    append(fact.orgs, other_side(context_, fact.orgs));
    const text::DateMention* when = date_near(s_, party->first);
    const bool month = vietnamese() && when && when->from.month() != 0 && when->last <= party->first;
    const bool dated = when && !when->range && !when->since && (when->from.day() != 0 || month);
    fact.date = dated ? date_of(*when, context_) : context_.event_date;
    if (!dated) fact.end_date = context_.event_end;
    if (size) fact.participants = size->value, fact.qualifier = size->qualifier;
    if (head) fact.head = name_of(*s_.doc, *head);
    const std::size_t last = head ? std::max(head->last, leads_end(s_, *head)) : size->last + 1;
    findings_.add(fact, party->first, std::min(last, s_.last), "activity.delegation", s_.kind, size);
  }

  /// "Về phía tỉnh bạn có ông X, Chủ tịch … làm trưởng đoàn": who led what was told before; a head says as
  /// well that there is a delegation.
  void late_head() {
    for (const PersonMention& p : s_.people) {
      if (!leads(s_, p)) continue;
      const std::size_t end = leads_end(s_, p);
      const std::string org = context_.org_of(p);
      if (leads_told(p, org)) continue;
      if ((!is_lao(org) && !is_vietnamese(org)) || told_of(org) || !vietnamese() || host_side(org)) continue;
      ActivityFact fact;
      fact.orgs = {org};
      append(fact.orgs, other_side(context_, fact.orgs));
      fact.date = context_.event_date;
      fact.end_date = context_.event_end;
      fact.head = name_of(*s_.doc, p);
      const Amount* size = nullptr;  // "Trưởng đoàn Savannakhet (22 người)"
      for (const Amount& a : s_.amounts) {
        if (a.first >= end && a.first <= end + 4 && s_.doc->mark(a.first - 1, "(") && s_.doc->cues.starting(a.last, "visit.size"))
          size = &a;
      }
      if (size) fact.participants = size->value;
      findings_.add(fact, p.first, size ? size->last + 1 : end, "activity.delegation", s_.kind, size);
    }
  }

  /// Gives a visit or talks told before their head; false where none waits for one.
  bool leads_told(const PersonMention& p, const std::string& org) {
    for (Draft& d : findings_.earliest()) {
      auto* a = std::get_if<ActivityFact>(&d.statement);
      const bool of_them = a && std::find(a->orgs.begin(), a->orgs.end(), org) != a->orgs.end();
      if (!of_them || !a->head.empty() || (a->kind != ActivityKind::visit && a->kind != ActivityKind::talks)) continue;
      if (a->kind == ActivityKind::visit && a->orgs.front() != org) continue;
      a->head = name_of(*s_.doc, p);
      return true;
    }
    return false;
  }

  /// Is it of the country that receives the article's guest?
  bool host_side(const std::string& org) const {
    const Orgs guest = context_.guest();
    return !guest.empty() && is_lao(guest.front()) != is_lao(org);
  }

  /// "Mr X, who led a seven-member team".
  void led_team() {
    for (const Cue& c : s_.cues) {
      if (!c.in("visit.led-team")) continue;
      for (const PersonMention& p : s_.people) {
        if (p.first >= c.first || p.last + 4 < c.first) continue;
        ActivityFact fact;
        std::string org = context_.org_of(p);
        if (const Orgs of = context_.actor(s_, c.first); org.empty() && !of.empty()) org = of.front();
        if ((!is_lao(org) && !is_vietnamese(org)) || told_of(org)) return;
        fact.orgs = {org};
        append(fact.orgs, other_side(context_, fact.orgs));
        const text::DateMention* when = day_near(s_, c.first);
        fact.date = when ? date_of(*when, context_) : context_.event_date;
        if (when && when->range) fact.end_date = when->to;
        fact.place = context_.event_place;
        fact.head = context_.full_name(p);
        const auto size = within(s_.doc->amounts, c.last, c.last + 3);
        if (!size.empty() && s_.doc->cues.starting(size.front().last, "visit.size")) fact.participants = size.front().value;
        findings_.add(fact, p.first, size.empty() ? c.last : size.front().last + 3, "activity.led", s_.kind,
                      size.empty() ? nullptr : &size.front());
        return;
      }
    }
  }

  /// Is a place in the country of an organisation?
  bool is_home(const std::string& org, const Place& place) const {
    const char* country = is_lao(org) ? "country.la" : "country.vn";
    if (s_.cue(country, place.first, place.last)) return true;
    for (const PlaceMention& at : within(s_.doc->places, place.first, place.last)) {
      if (is_lao(at.org) == is_lao(org)) return true;
    }
    return false;
  }

  /// Has a visit of that body been told, other than one of another year?
  bool told_of(const std::string& org) const {
    for (const Draft& d : findings_.earliest()) {
      const auto* a = std::get_if<ActivityFact>(&d.statement);
      if (a && a->kind == ActivityKind::visit && !a->orgs.empty() && a->orgs.front() == org && a->date.precision() != 1 &&
          d.rule != "activity.outing")
        return true;
    }
    return false;
  }

  /// "năm 2018, Đoàn cán bộ A sang thăm và làm việc với B"; "chuyến thăm của đoàn A".
  void journey(const Cue& c) {
    if (is_planned(s_, c.first) || s_.cue_before("commit.agree", c.first) || s_.doc->cues.starting(c.last, "visit.mutual") || counted(c) ||
        comforts(c) || (vietnamese() && s_.cue_before("commit.rate", c.first)))
      return;
    Journey j;
    if (!find_traveller(c, j) || !find_sides(c, j)) return;
    set_days(j);
    set_delegation(c, j);
    const auto [first, last] = quote_of(c, j);
    findings_.add(j.fact, first, last, "activity.visit", s_.kind);
    note_head(context_, j.fact);
    if (j.when && context_.event_date.empty() && j.fact.date.day() != 0 && j.fact.date.year() == context_.dateline.year()) {
      context_.event_date = j.fact.date;
    }
  }

  /// "đến thăm hỏi, tặng quà 5 gia đình" tells of gifts (find_relief), not of a journey, unless with its day.
  bool comforts(const Cue& c) const {
    if (!vietnamese()) return false;
    const bool dated = day_near(s_, c.first) != nullptr;
    if (c.in("act.visit.gifts")) return !dated;
    for (const auto group : {"act.visit.gifts", "act.relief"}) {
      const Cue* longer = s_.cue(group, c.first);
      if (longer && longer->first < c.last && longer->last > c.last) return true;
    }
    return false;
  }

  /// Who travels: a delegation, a body or one of its people, named before the verb or right after it.
  bool find_traveller(const Cue& c, Journey& j) const {
    j.when = s_.dates.empty() ? nullptr : journey_date(c);
    const Cue* party = s_.cue_before("org.guest", c.first);
    const Cue* later = s_.cue("org.guest", c.last);  // "chuyến thăm của đoàn …"
    if (later && later->first > c.last + (english() ? 10 : 3)) later = nullptr;
    if (!party && !later) later = guest_after(c);
    j.party = later ? later : party;
    for (const OrgMention& org : s_.orgs) {
      if (org.form == OrgForm::both && org.last <= c.first && org.last + 6 >= c.first) return false;
      if (org.last <= c.first && org.form != OrgForm::both && org.last + reach() >= c.first) j.subject = &org;
    }
    if (!j.party && !j.subject) j.subject = owner_after(c);
    if (!j.party && !j.subject) j.person = traveller_by_name(c);
    // "During the visit, from 13 to 15 June, …": of the delegation the article is about.
    const bool mine =
        vietnamese() || s_.doc->cues.starting(c.first > 0 ? c.first - 1 : 0, "visit.mine") || s_.doc->cues.starting(c.first, "visit.mine");
    const bool of_guest = mine && j.when && j.when->range && !context_.guest().empty();
    return (j.party || j.subject || j.person || of_guest) && !sees(c, j.party);
  }

  /// "chuyến công tác của lãnh đạo Công đoàn A": whose journey it is, right after it.
  const OrgMention* owner_after(const Cue& c) const {
    if (!vietnamese() || !s_.doc->cues.starting(c.last, "commit.of")) return nullptr;
    const auto owner = within(s_.doc->orgs, c.last, c.last + 5);
    return owner.empty() || owner.front().form == OrgForm::both ? nullptr : &owner.front();
  }

  /// "President X, who is on a visit to …": somebody of the other country's body right before the verb.
  const PersonMention* traveller_by_name(const Cue& c) const {
    for (const PersonMention& p : s_.people) {
      if (p.last > c.first || p.last + (english() ? 6 : 3) < c.first) continue;
      const std::string org = context_.org_of(p);
      if (is_lao(org) || is_vietnamese(org)) return &p;
    }
    return nullptr;
  }

  bool find_sides(const Cue& c, Journey& j) const {
    j.fact.orgs = j.party     ? guest_of(s_, context_, *j.party)
                  : j.subject ? context_.resolve(*j.subject)
                  : j.person  ? Orgs{context_.org_of(*j.person)}
                              : context_.guest();
    if (j.fact.orgs.empty() && !(j.when && j.party)) return false;
    Orgs hosts;
    for (const auto& org : context_.named(s_, c.last, s_.last)) {
      if (!j.fact.orgs.empty() && is_lao(org) != is_lao(j.fact.orgs.front())) append(hosts, {org});
    }
    append(j.fact.orgs, hosts.empty() ? other_side(context_, j.fact.orgs) : hosts);
    j.place = destination(c);
    j.fact.place = j.place.name;
    if (hosts.empty() && j.party && !j.fact.orgs.empty() && !body_of_party(s_.orgs, *j.party) && is_home(j.fact.orgs.front(), j.place)) {
      std::reverse(j.fact.orgs.begin(), j.fact.orgs.end());  // who is at home there is the host
    }
    return j.fact.orgs.size() >= 2 || j.when;
  }

  void set_days(Journey& j) const {
    if (!j.when) return;
    j.fact.date = date_of(*j.when, context_);
    const bool over = s_.doc->cues.ending(j.when->first, "act.ends") || s_.doc->cues.ending(j.when->first, "visit.over");
    if (english() && over && !j.when->range) {  // "a visit that ends on March 14"
      std::swap(j.fact.date, j.fact.end_date);
      return;
    }
    if (j.when->range) j.fact.end_date = j.when->to;
    if (!j.when->until) return;
    j.fact.end_date = j.fact.date;  // "until November 20": it began in that month at the earliest told
    j.fact.date = PartialDate::make(j.fact.date.year(), j.fact.date.month()).value_or(PartialDate{});
  }

  /// Where it goes: right after the verb ("thăm tỉnh Sơn La", "a visit to Laos"), else after a preposition.
  Place destination(const Cue& c) const {
    if (const Cue* way = s_.doc->cues.starting(c.last, "part."); way && english())
      return {plain(s_.doc->written(way->last - 1, way->last)), c.last, way->last};
    if (c.in("act.visit.stay") || lao()) {
      if (const Place direct = place_right_at(s_, c.last); !direct.name.empty()) return direct;
    }
    return place_in(s_, c.first, s_.last, true);
  }

  void set_delegation(const Cue& c, Journey& j) const {
    if (j.person) j.fact.head = name_of(*s_.doc, *j.person);
    if (!j.party && !j.person) {
      const PersonMention* near = traveller_by_name(c);
      if (near && context_.org_of(*near) == j.fact.orgs.front()) j.fact.head = context_.full_name(*near);
    }
    if (!j.party) return;
    if (const PersonMention* head = head_of(s_, *j.party)) j.fact.head = name_of(*s_.doc, *head);
    if (const Amount* size = size_of(s_, *j.party)) {
      j.fact.participants = size->value;
      j.fact.qualifier = size->qualifier;
      findings_.use(*size);
    }
  }

  std::pair<std::size_t, std::size_t> quote_of(const Cue& c, const Journey& j) const {
    std::size_t first = j.party && j.party->first < c.first ? j.party->first : c.first;
    if (!j.party && j.subject) first = j.subject->first;
    if (j.person) first = j.person->first;
    if (j.when) first = std::min(first, j.when->first);
    std::size_t last = c.last;
    for (const OrgMention& org : s_.orgs) {
      if (org.first >= last && org.first <= last + 6) last = org.last;
    }
    if (!j.place.name.empty() && j.place.first <= last + 6) last = std::max(last, j.place.last);
    if (j.when && j.when->first > last && j.when->first <= last + 6) last = j.when->last;
    return {first, last};
  }

  /// Lao counts letters, not words.
  std::size_t reach() const { return lao() ? 24 : 8; }

  /// "Trong khuôn khổ chuyến thăm tại Lào, ngày …, Đoàn đại biểu Công đoàn X …": the guest is told later.
  const Cue* guest_after(const Cue& c) const {
    const Cue* later = s_.cue("org.guest", c.last);
    return later && vietnamese() && body_of_party(s_.orgs, *later) ? later : nullptr;
  }

  /// "đoàn thăm Nhà máy A" is an outing (find_outings), not the journey.
  bool sees(const Cue& c, const Cue* party) const {
    if (!party || c.first < party->last) return false;
    for (const Draft& d : findings_.earliest()) {
      const bool here = d.first >= s_.first && d.last <= s_.last && d.first <= c.first;
      if (d.rule != "activity.outing" || !here || (c.last > d.last && vietnamese())) continue;
      // "đoàn thăm và làm việc với Công đoàn A; thăm Trường B": the outing is what is told last.
      const Cue* later = s_.cue("act.visit", c.last, d.last);
      const bool seen = later && later->last + 3 >= d.last;
      if (!vietnamese() || !later || c.in("act.tour") || !seen) return true;
    }
    return false;
  }

  const text::DateMention* journey_date(const Cue& c) const {
    for (const auto& date : s_.dates) {
      const bool anniversary = date.from.year() != date.to.year();
      if (date.range && date.from.day() != 0 && !(anniversary && date.first > 0 && s_.doc->mark(date.first - 1, "("))) return &date;
    }
    const text::DateMention* date = date_near(s_, c.first);
    if (date && (date->range || date->since || date->first > c.last + 20)) return nullptr;
    return date;
  }

  /// "trên 15 lần tổ chức Đoàn công tác sang thăm" counts visits; it tells none.
  bool counted(const Cue& c) const {
    for (const Amount& a : s_.amounts) {
      const bool before = a.last <= c.first && a.last + 8 >= c.first;
      const bool after = lao() && a.first >= c.last;  // "ຢ້ຽມຢາມ … 14 ຄະນະ"
      if (!before && !after) continue;
      for (const auto unit :
           {"measure.delegations", "measure.person_trips", "measure.lecturers_hosted", "measure.trainees", "measure.students"}) {
        if (s_.doc->cues.starting(a.last, unit)) return true;
      }
    }
    return false;
  }

  /// "đưa Đoàn đi tham quan … tại một số tỉnh như Quảng Ngãi, Khánh Hòa"; "made field trips to Bac Ninh".
  void tour(const Cue& c) {
    if (is_planned(s_, c.first) || sees(c, s_.cue_before("org.guest", c.first))) return;
    const Place place = place_in(s_, c.last, s_.last);
    const bool trip = c.in("act.tour.trip");
    if (place.name.empty() || (!s_.has("org.guest") && !trip)) return;
    ActivityFact fact;
    fact.orgs = context_.guest();
    fact.place = place.name;
    if (const text::DateMention* when = day_near(s_, c.first)) {
      fact.date = date_of(*when, context_);
      if (when->range) fact.end_date = when->to;
    }
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
