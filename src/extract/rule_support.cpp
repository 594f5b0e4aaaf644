#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Amount;
using text::Cue;

class SupportRule {
 public:
  SupportRule(const Sentence& s, Context& context, Findings& findings)
      : s_(s), context_(context), findings_(findings) {}

  void read() {
    for (const Cue& c : s_.cues) {
      if (!c.in("give") || is_planned(s_, c.first) || s_.doc->cues.starting(c.last, "not-given")) continue;
      if (promised(c)) continue;
      gift(c);
    }
  }

 private:
  bool promised(const Cue& c) const {
    for (const Cue& commit : s_.cues) {
      if (commit.first >= c.first) break;
      if (commit.in("commit.agree") || commit.in("commit.propose") || commit.in("commit.will")) return true;
    }
    return false;
  }

  void gift(const Cue& give) {
    const std::size_t end = gift_end(give);
    const Amount* money = money_after(give, end);
    const Cue* goods = nullptr;
    for (const Cue& c : within(s_.doc->cues.all(), give.first, end)) {
      if (c.in("goods-not")) return;
      if (c.in("goods") && c.last <= end && c.first >= give.last) {
        goods = &c;
        break;
      }
    }
    if (!money && !goods) money = money_before(give);
    if (!money && !goods) return;
    if (give.in("give.help") && !money && !counted(*goods, give)) return;
    if (own_fund(give, end) || (goods && !money && unsaid(*goods))) return;
    SupportFact fact;
    const Orgs from = context_.doer(s_, give.first);
    if (!from.empty()) fact.from = from.front();
    fact.to = receiver(give, end, fact.from);
    std::size_t first = giver_start(give);
    std::size_t last = end;
    // "50 triệu đồng và 5 máy tính" are two gifts; "máy tính trị giá 50 triệu đồng" is one.
    if (goods && money && !s_.doc->cues.ending(money->first, "with.money") &&
        !s_.cue("with.money", goods->last, money->first)) {
      SupportFact cash = fact;
      cash.item = "money";
      cash.value = money->value;
      cash.unit = money->currency;
      cash.qualifier = money->qualifier;
      findings_.add(cash, first, money->last, "support.money", s_.kind, money);
      money = nullptr;
      first = std::max(first, std::min(goods->first, gift_start(give, *goods)));
    }
    if (goods) {
      items(*goods, give, money, end, fact, last);
    } else {
      fact.item = "money";
      last = std::max(money->last, give.last);
      first = std::min(first, money->first);
    }
    if (money) {
      fact.value = money->value;
      fact.unit = money->currency;
      fact.qualifier = money->qualifier;
      last = std::max(last, money->last);
    }
    purpose(give, end, fact, first, last);
    findings_.add(fact, first, last, money ? "support.money" : "support.goods", s_.kind, money);
    if (goods) pieces(*goods, end, fact);
  }

  /// The first sum given; what follows it in brackets converts it.
  const Amount* money_after(const Cue& give, std::size_t end) const {
    for (const Amount& a : within(s_.doc->amounts, give.last, end)) {
      if (!a.currency.empty() && !findings_.used(a) && !each(a)) return &a;
    }
    return nullptr;
  }

  /// "trích 200 triệu đồng hỗ trợ đoàn viên tỉnh bạn": the money stands before the verb.
  const Amount* money_before(const Cue& give) const {
    if (s_.doc->language != text::Language::vi) return nullptr;
    for (const Amount& a : s_.amounts) {
      const bool adjoins =
          a.last == give.first || (a.last + 1 == give.first && s_.doc->cues.starting(a.last, "commit.tail"));
      if (!a.currency.empty() && adjoins && !findings_.used(a) && s_.doc->cues.ending(a.first, "set-aside"))
        return &a;
    }
    return nullptr;
  }

  /// "50 suất học bổng, mỗi suất 1 triệu đồng": the price of a piece.
  bool each(const Amount& a) const {
    const auto words = within(s_.doc->cues.all(), a.first > 4 ? a.first - 4 : 0, a.first);
    return std::any_of(words.begin(), words.end(), [](const Cue& c) { return c.in("each"); });
  }

  /// "thăm, tặng quà Đồn Biên phòng": gifts uncounted, for nobody said to be of the other side.
  bool unsaid(const Cue& goods) const {
    return s_.doc->language == text::Language::vi && s_.doc->cues.starting(goods.first, "gift") &&
           goods.last == goods.first + 1 && !s_.doc->cues.starting(goods.last, "to.whom") &&
           within(s_.doc->amounts, goods.first > 3 ? goods.first - 3 : 0, goods.first).empty();
  }

  /// "giúp tỉnh bạn 5 máy tính", not "giúp tỉnh bạn khảo sát tuyến đường".
  bool counted(const Cue& goods, const Cue& give) const {
    const auto before = within(s_.doc->amounts, give.last, goods.first);
    return std::any_of(before.begin(), before.end(), [&](const Amount& a) { return before_goods(a, goods); });
  }

  /// "ủng hộ Quỹ vì công nhân nghèo 6 tỷ đồng": a fund nobody names the partner of is at home.
  bool own_fund(const Cue& give, std::size_t end) const {
    if (s_.doc->language != text::Language::vi || !s_.doc->cues.starting(give.last, "fund")) return false;
    const auto to = within(s_.doc->orgs, give.last, end);
    return !s_.cue("country.la", give.last, end) &&
           std::none_of(to.begin(), to.end(), [&](const OrgMention& o) {
             const Orgs ids = context_.resolve(o);
             return o.form == OrgForm::partner || std::any_of(ids.begin(), ids.end(), is_lao);
           });
  }

  std::size_t gift_start(const Cue& give, const Cue& goods) const {
    for (const Amount& a : within(s_.doc->amounts, give.last, goods.first)) {
      if (before_goods(a, goods)) return a.first;
    }
    return goods.first;
  }

  /// One past what this verb gives: the next giving verb, `;` or the sentence's end.
  std::size_t gift_end(const Cue& give) const {
    for (std::size_t i = give.last; i < s_.last; ++i) {
      if (s_.doc->mark(i, ";")) return i;
      if (const Cue* next = s_.doc->cues.starting(i, "give");
          next && i > give.last + 2 && !next->in("give.help"))
        return i;
    }
    return s_.last;
  }

  std::size_t giver_start(const Cue& give) const {
    std::size_t first = give.first;
    for (const OrgMention& org : s_.orgs) {
      if (org.last <= give.first && org.last + 8 >= give.first && clause_end(s_, org.last) >= give.first)
        first = org.first;
    }
    return first;
  }

  /// What is given, as written: from its number or first word to where its purpose or money begins.
  void items(const Cue& goods, const Cue& give, const Amount* money, std::size_t end, SupportFact& fact,
             std::size_t& last) {
    std::size_t from = goods.first, to = end;
    const Amount* count = nullptr;
    for (const Amount& a : within(s_.doc->amounts, give.last, end)) {
      if (a.currency.empty() && before_goods(a, goods)) count = &a;
      // Lao: "ຄອມພິວເຕີ 5 ຊຸດ".
      if (s_.doc->language == text::Language::lo && a.first == goods.last && a.currency.empty()) {
        count = &a;
        to = goods.last;
      }
    }
    for (std::size_t i = std::max(from + 1, goods.last); i < to; ++i) {
      // What is counted next is a gift of its own.
      if (count && (s_.doc->mark(i, ",") || s_.doc->cues.starting(i, "org.and")) && amount_at(i + 1)) to = i;
      if (s_.doc->cues.starting(i, "to.whom") || s_.doc->cues.starting(i, "purpose") ||
          s_.doc->cues.starting(i, "with.money") || s_.doc->cues.starting(i, "place.at") ||
          s_.doc->mark(i, ".") || s_.doc->mark(i, "…") || s_.doc->mark(i, "(") ||
          s_.doc->cues.starting(i, "country.")) {
        to = i;
      }
    }
    fact.item = plain(s_.doc->written(from, to));
    if (count) {
      fact.value = count->value;
      fact.qualifier = count->qualifier;
      if (const Cue* mass = s_.doc->cues.starting(count->last, "classifier.mass")) {
        fact.unit = plain(s_.doc->written(mass->first, mass->last));
      }
      findings_.use(*count);
    }
    last = std::max({to, money ? money->last : to, count ? count->last : to});
  }

  const Amount* amount_at(std::size_t i) const {
    const auto found = within(s_.doc->amounts, i, i + 1);
    return found.empty() ? nullptr : &found.front();
  }

  /// "20 máy may", "2 tấn gạo", "150 thùng mì".
  bool before_goods(const Amount& a, const Cue& goods) const {
    if (a.last == goods.first) return true;
    const Cue* unit = s_.doc->cues.starting(a.last, "classifier");
    return unit && unit->last == goods.first;
  }

  /// In a list, things that are counted are each a gift of their own: "…, 20 máy may công nghiệp, …".
  void pieces(const Cue& goods, std::size_t end, const SupportFact& whole) {
    for (const Amount& a : within(s_.doc->amounts, goods.last, end)) {
      const Cue* unit = s_.doc->cues.starting(a.last, "classifier");
      const Cue* piece = s_.doc->cues.starting(unit ? unit->last : a.last, "goods");
      if (!piece || !a.currency.empty() || findings_.used(a)) continue;
      SupportFact fact = whole;
      fact.item = plain(s_.doc->written(piece->first, std::min(piece->last, end)));
      fact.value = a.value;
      fact.qualifier = a.qualifier;
      fact.unit.clear();
      fact.purpose.clear();
      findings_.add(fact, a.first, piece->last, "support.piece", s_.kind, &a);
    }
  }

  std::string receiver(const Cue& give, std::size_t end, const std::string& giver) {
    const Cue* whom = s_.cue("to.whom", give.last, end);
    for (const OrgMention& org : s_.orgs) {
      if (org.first < give.last || org.first >= end) continue;
      if (org.form == OrgForm::partner && whom && whom->last < org.first) {
        return plain(s_.doc->written(whom->last, org.last));  // "đoàn viên … của nước bạn"
      }
      for (const auto& id : context_.resolve(org)) {
        if (id != giver) return id;
      }
    }
    if (is_lao(giver)) return context_.vn().empty() ? "" : context_.vn().front();
    return context_.la().empty() ? "" : context_.la().front();
  }

  /// Why: after what was given, or told before the giver.
  void purpose(const Cue& give, std::size_t end, SupportFact& fact, std::size_t& first, std::size_t& last) {
    if (const Cue* why = s_.cue("purpose", give.last, end)) {
      std::size_t to = end;
      fact.purpose = plain(s_.doc->written(why->first, to));
      while (fact.purpose.ends_with('.') || fact.purpose.ends_with(',')) fact.purpose.pop_back();
      last = to;
    } else if (const Cue* lead = s_.cue_before("purpose", first)) {
      const std::size_t to = clause_end(s_, lead->last);
      if (to < first) {
        fact.purpose = plain(s_.doc->written(lead->first, to));
        first = lead->first;
      }
    }
  }

  const Sentence& s_;
  Context& context_;
  Findings& findings_;
};

}  // namespace

/// Money and goods one side gave the other.
void find_support(const Sentence& sentence, Context& context, Findings& findings) {
  SupportRule(sentence, context, findings).read();
}

}  // namespace kevai::extract
