#include <utility>

#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Cue;

/// The more specific theme of a clause wins: this order, then the first in the clause.
int rank(Theme theme) {
  switch (theme) {
    case Theme::social_funds:
    case Theme::labour_migration:
    case Theme::language:
    case Theme::youth_women:
    case Theme::multilateral:
      return 0;
    case Theme::border:
    case Theme::equipment:
    case Theme::organising:
      return 1;
    case Theme::training:
      return 3;
    case Theme::legal:
    case Theme::visits:
    case Theme::experience:
    case Theme::information:
    case Theme::culture:
      return 4;
    case Theme::programme:
      return 7;
    case Theme::other:
      return 8;
  }
  return 9;
}

struct Clause {
  std::size_t first = 0, last = 0;
  Theme theme = Theme::other;
};

class CommitmentRule {
 public:
  CommitmentRule(const Sentence& s, Context& context, Findings& findings)
      : s_(s), context_(context), findings_(findings) {}

  void read() {
    if (s_.kind != BlockKind::main) return;
    if (item()) return;
    announce();
    const Cue* start = opening();
    if (states_targets()) return;
    const bool in_list = s_.doc->cues.starting(s_.first, "list.next") && !context_.committed.empty();
    if (!start || in_list) {
      goes_on();
      planned_signing();
      return;
    }
    context_.committed = {};
    while (start) {
      const Cue* next = next_opening(start->last);
      section(*start, next ? section_start(*next) : s_.last);
      start = next;
    }
  }

 private:
  /// "The MoU has five points, namely:": the items of the list that follows are what the parties undertake.
  void announce() {
    context_.listing = {};
    if (!s_.doc->mark(s_.last - 1, ":")) return;
    const Cue* agree = s_.cue("commit.agree");
    if (!agree) agree = s_.cue("commit.propose");
    if (agree) {
      context_.listing = proposer(*agree);
    } else if (s_.has("doc.") || s_.has("commit.contents")) {
      context_.listing = context_.parties(s_, s_.first, s_.last);
    }
  }

  bool item() {
    const std::size_t from = s_.doc->past_bullet(s_.first);
    if (from == s_.first || context_.listing.empty()) return false;
    std::vector<Clause> found = clauses(from, s_.last);
    if (found.empty()) found = {{from, tail(from, s_.last), Theme::other}};
    add(found, context_.listing, "commit.listed");
    return true;
  }

  /// What one verb opens, up to token `end`.
  void section(const Cue& start, std::size_t end) {
    const Orgs who = proposer(start);
    if (who.empty()) return;
    std::vector<Clause> found = clauses(start.last, end);
    // "2 huyện biên giới cũng cần tạo điều kiện …": what it is about may stand before the verb.
    if (found.empty() && start.in("commit.will")) found = clauses(s_.first, end);
    if (!found.empty() || start.in("commit.agree")) context_.committed = who;
    add(found, who, start.tag);
  }

  /// The separator before an opening: "…; hai bên nhất trí …", ", while the VGCL pledged …".
  std::size_t section_start(const Cue& opening) const {
    for (std::size_t i = opening.first; i > s_.first; --i) {
      if (s_.doc->mark(i - 1, ";") || s_.doc->cues.starting(i - 1, "commit.while")) return i - 1;
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
      fact.orgs = own_subject(clause.first, who);
      findings_.add(fact, clause.first, clause.last, "commitment." + std::string(tag), s_.kind);
    }
  }

  /// "Dự kiến, Thỏa thuận giai đoạn mới sẽ được ký vào tháng 11": to renew the agreement is undertaken.
  void planned_signing() {
    const Cue* signing = s_.cue("act.signing");
    const Cue* planned = signing ? s_.cue_before("act.planned", signing->first) : nullptr;
    const Cue* paper = planned ? s_.cue("doc.", s_.first, signing->last + 8) : nullptr;
    if (!paper || paper->in("doc.points") || s_.doc->language != text::Language::vi) return;
    CommitmentFact fact;
    fact.theme = Theme::programme;
    fact.orgs = context_.parties(s_, s_.first, s_.last);
    if (fact.orgs.size() < 2) return;
    findings_.add(fact, std::min(paper->first, signing->first), clause_end(s_, signing->last),
                  "commitment.signing", s_.kind);
  }

  /// In what both agree, one may undertake a part alone: "…; LĐLĐ tỉnh A giúp tỉnh bạn mở lớp …".
  Orgs own_subject(std::size_t first, const Orgs& all) const {
    if (all.size() < 2 || s_.doc->language != text::Language::vi) return all;
    for (const OrgMention& org : s_.orgs) {
      if (org.first < first || org.first > first + 1 || org.form != OrgForm::named) continue;
      if (!s_.doc->cues.starting(org.last, "commit.verb") && !s_.doc->cues.starting(org.last, "commit.will"))
        continue;
      const Orgs own = context_.resolve(org);
      const bool party = own.size() == 1 && std::find(all.begin(), all.end(), own.front()) != all.end();
      if (party) return own;
    }
    return all;
  }

  /// Where the list of the sentence before goes on: after "Đồng thời," "Hai là," "3." or a dash.
  std::size_t list_goes_on() const {
    const Document& doc = *s_.doc;
    const Cue* join = doc.cues.starting(s_.first, "commit.also");
    if (!join) join = doc.cues.starting(s_.first, "list.");
    std::size_t from = s_.first;
    if (join) {
      from = join->last;
    } else if (doc.tokens[from].kind == text::TokenKind::number &&
               (doc.mark(from + 1, ".") || doc.mark(from + 1, ")"))) {
      from += 2;
    } else if (doc.mark(from, "-") || doc.mark(from, "–") || doc.mark(from, "+") || doc.mark(from, "•")) {
      ++from;
    } else {
      return s_.first;
    }
    return from + (doc.mark(from, ",") || doc.mark(from, ":") ? 1 : 0);
  }

  /// "Đồng thời, đẩy mạnh …": the list of the sentence before goes on, by the same parties.
  void goes_on() {
    const std::size_t from = list_goes_on();
    const Orgs who = std::exchange(context_.committed, {});
    if (from == s_.first || who.empty()) return;
    const bool numbered = !s_.doc->cues.starting(s_.first, "commit.also");
    if (!numbered && (s_.has("past") || !s_.doc->cues.starting(from, "commit.verb"))) return;
    context_.committed = who;
    add(clauses(from, s_.last), who, "commit.also");
  }

  /// The verb with which somebody agrees, asks for or undertakes something.
  const Cue* opening() const {
    for (const Cue& c : s_.cues) {
      if (c.in("commit.not") && c.first <= s_.first + 25) {
        const Cue* strong = s_.cue("commit.propose", c.last);
        if (!strong) strong = s_.cue("commit.agree", c.last);
        if (!strong) strong = s_.cue("commit.contents", c.last);
        return strong;
      }
      if (c.in("commit.contents") && s_.cue("discussed", s_.first, c.last + 2)) continue;
      if (c.in("commit.among") && !s_.cue_before("act.signing", c.first))
        continue;                                              // "ký …, trong đó đẩy mạnh …"
      if (s_.doc->cues.starting(c.last, "anaphor")) continue;  // "Tiếp thu đề xuất này, …"
      if (c.in("commit.agree") || c.in("commit.propose") || c.in("commit.contents") || c.in("commit.among"))
        return &c;
      if (!c.in("commit.will") || s_.doc->cues.ending(c.first, "commit.tail")) continue;  // "để tiếp tục …"
      // "… signed an agreement, under which they will …": what follows is what the agreement is for.
      const Cue* under = s_.cue_before("commit.under", c.first);
      if (s_.doc->language == text::Language::en && s_.doc->cues.starting(c.last, "give") &&
          !s_.amounts.empty())
        continue;  // "would present 60 laptops" is support
      const bool told_as_signed = s_.cue_before("past", c.first) && s_.has("act.signing");
      if (under || !told_as_signed) return &c;
    }
    return nullptr;
  }

  bool states_targets() const {
    return s_.has("target.aim") &&
           std::any_of(s_.amounts.begin(), s_.amounts.end(), [](const auto& a) { return a.percent; });
  }

  /// "đề nghị của Công đoàn X về …" names who asks after the verb.
  Orgs proposer(const Cue& start) const {
    const Cue* of = s_.doc->cues.starting(start.last, "commit.of");
    if (of && start.in("commit.propose")) {
      for (const OrgMention& org : s_.orgs) {
        if (org.first == of->last) return context_.resolve(org);
      }
    }
    // "ໃນຕໍ່ໜ້າ ສອງຝ່າຍຈະ …", "proposed that both sides …": named together right after.
    if (start.in("commit.will") || start.in("commit.contents")) {
      for (const OrgMention& org : s_.orgs) {
        if (org.form == OrgForm::both && org.first >= start.last && org.first <= start.last + 2)
          return context_.resolve(org);
      }
    }
    const std::size_t from = section_start(start);
    if (from > s_.first) {
      const Orgs own = context_.named(s_, from, start.first);
      if (!own.empty()) return own;
    }
    return context_.actor(s_, start.first);
  }

  bool inside_phrase(std::size_t i) const {
    for (const Cue& c : within(s_.doc->cues.all(), i > 8 ? i - 8 : 0, i)) {
      if (c.last > i && c.in("theme.")) return true;
    }
    return false;
  }

  bool cut_here(std::size_t start, std::size_t i) const {
    const Document& doc = *s_.doc;
    if (doc.mark(i, ";") || doc.mark(i, ":")) return true;
    // "Trao đổi thông tin, kinh nghiệm về …" is one thing: a comma parts what stands on its own.
    std::size_t next = i + 1;  // ", and to support …"
    while (next < s_.last && next < i + 3 &&
           (doc.cues.starting(next, "commit.join") || doc.tokens[next].is("to")))
      ++next;
    if (doc.language == text::Language::en && doc.mark(i, ",") && doc.cues.starting(i + 1, "commit.join")) {
      for (std::size_t at = i + 2; at < std::min(i + 5, s_.last); ++at) {  // ", and she called for …"
        if (doc.cues.starting(at, "commit.propose") || doc.cues.starting(at, "commit.agree")) return true;
      }
    }
    if (doc.mark(i, ","))
      return !inside_phrase(i) && (doc.cues.starting(next, "commit.verb") ||
                                   (i > start + 4 && doc.cues.starting(i + 1, "commit.noun")));
    const Cue* join = doc.cues.starting(i, "commit.join");
    if (!join) return false;
    if (doc.cues.starting(join->last, "commit.verb")) return true;
    if (doc.language != text::Language::en) return false;
    // "and to consider …", "and would work with …", "and pledged to …"
    if (join->last < s_.last && doc.tokens[join->last].is("to") && doc.cues.starting(join->last + 1, "commit.verb")) return true;
    return doc.cues.starting(join->last, "commit.will") || doc.cues.starting(join->last, "commit.agree") ||
           doc.cues.starting(join->last, "commit.propose");
  }

  /// One past what is undertaken: what for ("nhằm …") is not part of it.
  std::size_t tail(std::size_t first, std::size_t last) const {
    for (std::size_t i = first + 1; i < last; ++i) {
      if (s_.doc->cues.starting(i, "commit.tail")) return i;
    }
    return last;
  }

  bool theme_of(std::size_t first, std::size_t last, Theme& theme) const {
    const Cue* best = nullptr;
    for (const Cue& c : within(s_.doc->cues.all(), first, last)) {
      if (!c.in("theme.") || c.last > last) continue;
      const auto found = named<Theme>(c.after("theme."));
      if (!found || (best && rank(*found) >= rank(theme))) continue;
      const Cue* signing = s_.cue_before("act.signing", c.first);
      if (*found == Theme::programme && signing && signing->last + 2 >= c.first) continue;  // told as signed
      if (*found == Theme::programme && !undertakes(first, c.first)) continue;              // only named

      best = &c;
      theme = *found;
    }
    return best != nullptr;
  }

  /// "tuyên truyền để người lao động chấp hành quy chế biên giới": what for tells what about, where what is
  /// done is general.
  void sharpen(Clause& clause, std::size_t last) const {
    Theme purpose = Theme::other;
    if (clause.theme != Theme::information || !theme_of(clause.last, last, purpose)) return;
    if (rank(purpose) > 1) return;
    clause.theme = purpose;
    clause.last = last;
  }

  /// Does a verb say that something is to be done with what is named at `last`?
  bool undertakes(std::size_t first, std::size_t last) const {
    const Cue* verb = s_.cue_before("commit.verb", last);
    if (!verb) verb = s_.cue_before("commit.will", last);
    return verb && verb->first + 6 >= first;
  }

  std::vector<Clause> clauses(std::size_t from, std::size_t end) const {
    std::vector<Clause> found;
    std::size_t start = from;
    bool purpose = false;
    for (std::size_t i = from; i <= end; ++i) {
      if (i < end && !cut_here(start, i)) continue;
      const bool semicolon = i < end && s_.doc->mark(i, ";");
      if (s_.doc->cues.starting(start, "commit.tail")) purpose = true;
      if (start + 1 < i && s_.doc->tokens[start].kind == text::TokenKind::number &&
          s_.doc->mark(start + 1, "."))
        start += 2;
      if (start + 2 < i && s_.doc->mark(start, "(") && s_.doc->mark(start + 2, ")")) start += 3;  // "(2) …"
      Clause clause{start, tail(start, i), Theme::other};
      const bool cut_short = clause.last < i;
      if (!purpose && clause.last > clause.first) {
        const bool intro =
            i < end && s_.doc->mark(i, ":") && !s_.cue("commit.verb", clause.first, clause.last);
        const bool themed = !intro && (theme_of(clause.first, clause.last, clause.theme) ||
                                       (cut_short && s_.doc->language == text::Language::vi &&
                                        theme_of(clause.first, i, clause.theme)));
        if (themed && cut_short) sharpen(clause, i);
        const bool same =
            !found.empty() && found.back().theme == clause.theme && found.back().last + 2 >= clause.first;
        if (themed && !same) {
          found.push_back(clause);
        } else if (!found.empty() && found.back().last + 1 >= clause.first) {
          found.back().last = clause.last;  // goes on with the same
        }
      }
      purpose = (purpose || cut_short) && !semicolon;
      start = i < end && (s_.doc->mark(i, ";") || s_.doc->mark(i, ",") || s_.doc->mark(i, ":")) ? i + 1 : i;
    }
    return found;
  }

  const Sentence& s_;
  Context& context_;
  Findings& findings_;
};

}  // namespace

/// What the parties agree, propose or undertake to do next; one a theme.
void find_commitments(const Sentence& sentence, Context& context, Findings& findings) {
  CommitmentRule(sentence, context, findings).read();
}

}  // namespace kevai::extract
