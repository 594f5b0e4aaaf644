#include <utility>

#include "extract/rules.hpp"
#include "extract/theme_clauses.hpp"
#include "extract/theme_of.hpp"

namespace kevai::extract {
namespace {

using text::Cue;
using text::Language;

class CommitmentRule {
 public:
  CommitmentRule(const Sentence& s, Context& context, Findings& findings) : s_(s), doc_(*s.doc), context_(context), findings_(findings) {}

  void read() {
    if (s_.kind != BlockKind::main || item()) return;
    announce();
    if (states_targets()) return;
    const Cue* start = opening();
    if (in_list() || (!start && !list_behind_paper())) {
      goes_on();
      if (!start) regularly();
    } else if (start) {
      agreed_before_ = std::exchange(context_.committed, {});
      sections(start);
    }
    if (!renewed_) planned_signing();
    if (context_.committed.empty() && tells_of_paper()) context_.committed = context_.parties(s_, s_.first, s_.last);
  }

 private:
  /// "The MoU has five points, namely:": the items of the list that follows are what the parties undertake.
  void announce() {
    context_.listing = {};
    if (!doc_.mark(s_.last - 1, ":") || tells_results(s_.last)) return;
    const Cue* agree = s_.cue("commit.agree");
    if (!agree) agree = s_.cue("commit.propose");
    if (agree) {
      context_.listing = proposer(*agree);
    } else if (speaks_of_paper(s_.last) || s_.has("commit.contents")) {
      context_.listing = context_.parties(s_, s_.first, s_.last);
    }
  }

  /// A line of an announced list: with a bullet or a number, or beginning with what is to be done.
  bool item() {
    if (context_.listing.empty()) return false;
    const std::size_t from = doc_.past_bullet(s_.first);
    const bool bare = from == s_.first;
    if (bare && (!doc_.cues.starting(from, "commit.verb") || done())) return false;
    std::vector<Clause> found = themed_items(s_, from, s_.last);
    if (found.empty() && !bare) found = {{from, before_purpose(s_, from, s_.last), Theme::other}};
    add(found, context_.listing, "commit.listed");
    return true;
  }

  /// "… kết quả nổi bật như sau:": what was done is listed.
  bool tells_results(std::size_t end) const {
    return s_.cue("commit.results", std::max(s_.first, end > 10 ? end - 10 : 0), end) != nullptr;
  }

  /// A paper named, signed or its points counted before token `end`: what it holds is told next.
  bool speaks_of_paper(std::size_t end) const {
    if (tells_results(end)) return false;
    const auto before = [&](text::Group group) {
      const Cue* cue = s_.cue(group);
      return cue && cue->first < end;
    };
    return before("doc.") || before("act.signing") || before("paper.make") || before("theme.programme") || before("theme.hint.programme");
  }

  /// Is the paper new, or told with its points? An older one only named holds nothing to come.
  bool tells_of_paper() const {
    if (tells_results(s_.last)) return false;
    return s_.has("act.signing") || s_.has("paper.make") || s_.has("doc.points");
  }

  /// Is something told as done, not as to be done?
  bool done() const { return s_.has(doc_.language == Language::vi ? "past.done" : "past"); }

  void sections(const Cue* start) {
    while (start) {
      const Cue* next = next_opening(start->last);
      section(*start, next ? section_start(*next) : s_.last);
      start = next;
    }
  }

  /// Does a list of what is to be done follow the colon? Of a paper, or of both sides' tasks to come.
  bool announces(std::size_t colon) const {
    if (speaks_of_paper(colon)) return true;
    if (tells_results(colon) || s_.has("act.visit")) return false;
    const auto both = [&](const OrgMention& org) { return org.form == OrgForm::both && org.first < colon; };
    return std::any_of(s_.orgs.begin(), s_.orgs.end(), both) || s_.cue("commit.tasks", s_.first, colon);
  }

  /// "ký Thỏa thuận hợp tác gồm 5 nội dung: trao đổi đoàn; …": the list of what a paper holds.
  bool list_behind_paper() {
    std::size_t colon = s_.first;
    while (colon < s_.last && !doc_.mark(colon, ":")) ++colon;
    if (colon + 1 >= s_.last || !announces(colon) || s_.cue_before("discussed", colon) || !doc_.cues.starting(colon + 1, "commit.verb"))
      return false;
    context_.committed = context_.parties(s_, s_.first, colon);
    add(themed_clauses(s_, colon + 1, s_.last), context_.committed, "commit.contents");
    return true;
  }

  /// What one verb opens, up to token `end`.
  void section(const Cue& start, std::size_t end) {
    const Orgs who = proposer(start);
    if (who.empty()) return;
    std::vector<Clause> found = passive(start) ? done_to_subject(start, end) : themed_clauses(s_, start.last, end);
    if (found.empty() && weak(start) && !passive(start)) found = about_subject(start, end);
    if (!found.empty() || start.in("commit.agree")) context_.committed = who;
    add(found, who, start.tag);
  }

  /// Says only that something is to come, not that it is agreed or asked for.
  static bool weak(const Cue& c) { return c.in("commit.will") || c.in("commit.future") || c.in("commit.on") || passive(c); }

  /// "Two lecturers will be sent …", "lessons are to be added": what is to be done stands before its verb.
  static bool passive(const Cue& c) { return c.in("planned-after"); }

  /// What is to be done with what is named before a passive.
  std::vector<Clause> done_to_subject(const Cue& start, std::size_t end) const {
    const std::size_t from = std::max(section_start(start), clause_start(start.first));
    const Cue* paper = s_.cue("theme.programme", from, start.first);
    const std::size_t last = before_purpose(s_, start.last, end);
    if (paper && doc_.cues.starting(start.last, "commit.passive.renews")) return {{from, last, Theme::programme}};
    const auto theme = theme_of(s_, from, end);
    if (!theme || *theme == Theme::programme || *theme == Theme::other) return {};
    return {{from, end, *theme}};
  }

  std::size_t clause_start(std::size_t at) const {
    while (at > s_.first && !doc_.mark(at - 1, ",") && !doc_.mark(at - 1, ";")) --at;
    return at;
  }

  /// "2 huyện biên giới cũng cần tạo điều kiện …": what it is about may stand before the verb, as who does
  /// it.
  std::vector<Clause> about_subject(const Cue& start, std::size_t end) const {
    const auto theme = theme_of(s_, s_.first, start.first);
    const bool renews = theme == Theme::programme && start.in("commit.future");
    // "Lớp thứ hai sẽ được mở …", "việc tuyên truyền sẽ do hai bên cùng làm"
    const Cue* by = doc_.cues.starting(start.last, "commit.passive");
    const bool passive = doc_.language == Language::vi && by && start.in("commit.will");
    if (!theme || !(renews || passive || (is_specific(*theme) && doc_.cues.starting(start.last, "commit.verb")))) return {};
    return {{s_.first, before_purpose(s_, s_.first, end), *theme}};
  }

  /// The separator before an opening: "…; hai bên nhất trí …", ", while the VGCL pledged …".
  std::size_t section_start(const Cue& opening) const {
    for (std::size_t i = opening.first; i > s_.first; --i) {
      if (doc_.mark(i - 1, ";") || doc_.cues.starting(i - 1, "commit.while")) return i - 1;
    }
    return s_.first;
  }

  /// The next verb that agrees or asks, with its own subject after a separator.
  const Cue* next_opening(std::size_t from) const {
    for (const Cue& c : s_.cues) {
      if (c.first < from || (!c.in("commit.agree") && !c.in("commit.propose"))) continue;
      const std::size_t separator = section_start(c);
      if (separator < from) continue;
      for (const OrgMention& org : s_.orgs) {
        if (org.first > separator && org.last <= c.first) return &c;
      }
    }
    return nullptr;
  }

  void add(const std::vector<Clause>& found, const Orgs& who, std::string_view tag) {
    for (const Clause& clause : found) {
      CommitmentFact fact;
      fact.theme = clause.theme;
      fact.orgs = who;
      renewed_ = renewed_ || fact.theme == Theme::programme;
      findings_.add(fact, clause.first, clause.last, "commitment." + std::string(tag), s_.kind);
    }
  }

  /// "Dự kiến, Thỏa thuận giai đoạn mới sẽ được ký vào tháng 11": to renew the agreement is undertaken.
  void planned_signing() {
    const Cue* signing = s_.cue("act.signing");
    const Cue* planned = signing ? s_.cue_before("act.planned", signing->first) : nullptr;
    if (!planned) return;
    const Cue* paper = s_.cue("doc.", s_.first, signing->last + 8);
    if (!paper || paper->in("doc.points")) paper = s_.cue("theme.programme", s_.first, signing->last + 8);
    if (!paper) paper = s_.cue("theme.hint.programme", s_.first, signing->last + 8);
    if (!paper || doc_.language != Language::vi) return;
    CommitmentFact fact;
    fact.theme = Theme::programme;
    fact.orgs = context_.parties(s_, s_.first, s_.last);
    if (fact.orgs.size() < 2) return;
    findings_.add(fact, std::min(paper->first, signing->first), clause_end(s_, signing->last), "commitment.signing", s_.kind);
  }

  /// "Theo đó, …", "Under the agreement, …"
  bool under() const { return doc_.cues.starting(s_.first, "commit.under") != nullptr; }

  bool in_list() const { return !context_.committed.empty() && doc_.cues.starting(s_.first, "list.next") != nullptr; }

  /// Where the list of the sentence before goes on: after "Đồng thời," "Hai là," "3." or a dash.
  std::size_t list_goes_on() const {
    const Cue* join = doc_.cues.starting(s_.first, "commit.also");
    if (!join) join = doc_.cues.starting(s_.first, "commit.under");
    if (!join) join = doc_.cues.starting(s_.first, "list.");
    const std::size_t from = join ? join->last : doc_.past_bullet(s_.first);
    if (from == s_.first) return from;
    return from + (doc_.mark(from, ",") || doc_.mark(from, ":") ? 1 : 0);
  }

  /// "Đồng thời, đẩy mạnh …": the list of the sentence before goes on, by the same parties.
  void goes_on() {
    const std::size_t from = list_goes_on();
    Orgs who = std::exchange(context_.committed, {});
    const bool paper = s_.has("doc.") || doc_.cues.starting(s_.first, "commit.under.paper");
    if (who.empty() && under() && paper) who = context_.parties(s_, s_.first, s_.last);
    if (from == s_.first || who.empty()) return;
    const bool numbered = !doc_.cues.starting(s_.first, "commit.also");
    if (!numbered && (done() || !doc_.cues.starting(from, "commit.verb"))) return;
    if (under() && done()) return;
    context_.committed = who;
    const bool item = numbered && !under();
    add(item ? themed_items(s_, from, s_.last) : themed_clauses(s_, from, s_.last), who, "commit.also");
  }

  /// "Mỗi năm hai lần, hai bên luân phiên gặp nhau": what both do again and again is laid down, unless told as a habit.
  void regularly() {
    const Cue* rate = doc_.language == Language::vi ? s_.cue("commit.rate") : nullptr;
    if (!rate || done() || s_.has("commit.habit") || s_.has("commit.past") || s_.has("past-years") || told_of_past(*rate)) return;
    const auto both = [](const OrgMention& org) { return org.form == OrgForm::both; };
    if (std::none_of(s_.orgs.begin(), s_.orgs.end(), both) || !context_.committed.empty()) return;
    add(themed_clauses(s_, s_.first, s_.last), context_.pair(), "commit.rate");
  }

  /// The verb with which somebody agrees, asks for or undertakes something.
  const Cue* opening() const {
    bool barred = false;  // thanks, praise and trust come before what is wished for
    for (const Cue& c : s_.cues) {
      barred = (barred && !c.in("commit.affirm")) || bars(c);
      if (doc_.cues.starting(c.last, "anaphor")) continue;  // "Tiếp thu đề xuất này, …"
      if (c.in("commit.agree") || c.in("commit.propose")) return &c;
      if (c.in("commit.invite") && !told_of_past(c)) return &c;
      if (!barred && (holds(c) || foretells(c))) return &c;
    }
    return nullptr;
  }

  /// "tin tưởng … sẽ", "Những năm qua, hai bên tiếp tục …": what will be is no undertaking, or was.
  bool bars(const Cue& c) const {
    return (c.in("commit.not") && c.first <= s_.first + 25) || (c.in("commit.past") && c.first <= s_.first + 4);
  }

  /// "Năm 2019, LĐLĐ tỉnh mời …": before the year the article is from.
  bool told_of_past(const Cue& c) const {
    const int year = context_.dateline.year();
    return std::any_of(s_.dates.begin(), s_.dates.end(), [&](const text::DateMention& date) {
      return date.last <= c.first && !date.range && date.from.year() != 0 && date.from.year() < year;
    });
  }

  /// What an agreement holds: "ký …, trong đó đẩy mạnh …", "gồm các nội dung: …".
  bool holds(const Cue& c) const {
    if (c.in("commit.contents")) return !s_.cue("discussed", s_.first, c.last + 2);
    if (c.in("commit.holds")) return speaks_of_paper(c.first) && !s_.has("act.visit");
    // "đã ký biên bản ghi nhớ về tăng cường …"
    if (c.in("commit.about"))
      return s_.cue_before("doc.", c.first) && s_.cue_before("act.signing", c.first) && doc_.cues.starting(c.last, "commit.verb");
    return c.in("commit.among") && s_.cue_before("act.signing", c.first);
  }

  /// "sẽ", "tiếp tục" of what is to come, not of what was done.
  bool foretells(const Cue& c) const {
    const bool goes_on = c.in("commit.on") && (!context_.committed.empty() || s_.has("commit.future") || under());
    const bool passive_verb = passive(c) && doc_.language == Language::en;
    if (!c.in("commit.will") && !c.in("commit.future") && !goes_on && !passive_verb) return false;
    if (told_of_past(c)) return false;
    if (doc_.cues.ending(c.first, "commit.tail") || doc_.cues.ending(c.first, "past")) return false;  // "để tiếp tục …"
    const bool people_sent = passive_verb && c.last < s_.last && doc_.tokens[c.last].is("sent");
    if (doc_.language == Language::en && doc_.cues.starting(c.last, "give") && !s_.amounts.empty() && !people_sent)
      return false;  // "would present 60 laptops" is support
    // "… signed an agreement, under which they will …": what follows is what the agreement is for.
    if (s_.cue_before("commit.under", c.first)) return true;
    return !(s_.cue_before("past", c.first) && s_.has("act.signing"));
  }

  bool states_targets() const {
    return s_.has("target.aim") && std::any_of(s_.amounts.begin(), s_.amounts.end(), [](const auto& a) { return a.percent; });
  }

  /// Who agrees, asks or undertakes.
  Orgs proposer(const Cue& start) const {
    // "đề nghị của Công đoàn X về …" names who asks after the verb.
    const Cue* of = doc_.cues.starting(start.last, "commit.of");
    if (of && start.in("commit.propose")) {
      for (const OrgMention& org : s_.orgs) {
        if (org.first == of->last) return context_.resolve(org);
      }
    }
    if (const OrgMention* both = both_after(start)) {
      // What one side asks of both is for both: "She proposed that the two sides …".
      Orgs who = weak(start) ? Orgs{} : asker(start);
      if (who.size() != 1) who.clear();
      append(who, context_.resolve(*both));
      return who;
    }
    const Orgs who = not_asked(start, asker(start));
    // "LĐLĐ tỉnh A sẽ mở lớp …" among what both have agreed is agreed by both.
    if (start.in("commit.on") && !agreed_before_.empty()) return agreed_before_;
    const bool part =
        weak(start) && who.size() == 1 && std::find(agreed_before_.begin(), agreed_before_.end(), who.front()) != agreed_before_.end();
    return part ? agreed_before_ : who;
  }

  /// "… cảm ơn Công đoàn X và đề nghị Công đoàn X …": who is asked does not ask; the other side does.
  Orgs not_asked(const Cue& start, const Orgs& who) const {
    if (weak(start) || start.in("commit.agree") || who.size() != 1 || doc_.cues.starting(start.last, "commit.of")) return who;
    for (const OrgMention& org : s_.orgs) {
      if (org.first < start.last || org.first > start.last + 2 || org.form == OrgForm::partner) continue;
      const Orgs asked = context_.resolve(org);
      const bool itself = std::find(asked.begin(), asked.end(), who.front()) != asked.end();
      const Orgs& other = is_lao(who.front()) ? context_.vn() : context_.la();
      return itself && !other.empty() ? other : who;
    }
    return who;
  }

  /// "ໃນຕໍ່ໜ້າ ສອງຝ່າຍຈະ …", "đề nghị thời gian tới hai bên …": both named together before what is to be done.
  const OrgMention* both_after(const Cue& start) const {
    const Cue* verb = s_.cue("commit.verb", start.last);
    const std::size_t end = std::min(verb ? verb->first : s_.last, start.last + 14);
    for (const OrgMention& org : s_.orgs) {
      if (org.first < start.last || (org.first > end && org.first > start.last + 2)) continue;
      return org.form == OrgForm::both ? &org : nullptr;
    }
    return nullptr;
  }

  /// "Dự kiến quý I/2020, LĐLĐ huyện X sẽ mời …": who does it stands behind the time.
  std::size_t verb_behind(const Cue& start) const {
    const Cue* verb = s_.cue("commit.will", start.last);
    if (!verb) verb = s_.cue("commit.on", start.last);
    if (!verb) verb = s_.cue("commit.verb", start.last);
    return verb ? verb->first : start.first;
  }

  Orgs asker(const Cue& start) const {
    const std::size_t from = section_start(start);
    if (from > s_.first) {
      const Orgs own = context_.named(s_, from, start.first);
      if (!own.empty()) return own;
    }
    // "Hội nghị thống nhất 4 nội dung": what a meeting agrees all there agree.
    const Cue* meeting = doc_.cues.starting(s_.first, "commit.meeting");
    if (meeting && start.in("commit.agree") && meeting->last + 3 >= start.first) return context_.pair();
    const Orgs who = context_.subject(s_, start.in("commit.future") ? verb_behind(start) : start.first);
    if (!who.empty()) return who;
    return start.in("commit.agree") ? context_.pair() : context_.actor(s_, start.first);
  }

  const Sentence& s_;
  const Document& doc_;
  Context& context_;
  Findings& findings_;
  Orgs agreed_before_;    ///< who agreed what the sentence before told
  bool renewed_ = false;  ///< what is undertaken with the agreement itself is told
};

}  // namespace

/// What the parties agree, propose or undertake to do next; one a theme.
void find_commitments(const Sentence& sentence, Context& context, Findings& findings) {
  CommitmentRule(sentence, context, findings).read();
}

}  // namespace kevai::extract
