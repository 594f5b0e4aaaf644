#include "extract/counted.hpp"
#include "extract/gift_parties.hpp"
#include "extract/gift_things.hpp"
#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Amount;
using text::Cue;
using text::Language;

class SupportRule {
 public:
  SupportRule(const Sentence& s, Context& context, Findings& findings)
      : s_(s), context_(context), findings_(findings), language_(s.doc->language) {}

  void read() {
    for (const Cue& c : s_.cues) {
      if (!tells_of_giving(c) || is_planned(s_, c.first)) continue;
      if (c.in("give-received")) received(c);
      if (c.in("build")) built(c);
      if (language_ == Language::en && c.in("give-passive")) handed(c);
      if (c.in("gift-list")) enumerated(c);
      if (c.in("set-aside")) spent(c);
      if (!c.in("give") || s_.doc->cues.starting(c.last, "not-given") || promised(c)) continue;
      gift(c);
    }
  }

 private:
  static bool tells_of_giving(const Cue& c) {
    return c.in("give") || c.in("give-received") || c.in("build") || c.in("give-passive") || c.in("gift-list") || c.in("set-aside");
  }

  /// "The Lao unions have received face masks worth US$20,000 from the VGCL."
  void received(const Cue& verb) {
    const Cue* from = s_.cue("give-from", verb.last);
    if (from && from->last > verb.last + 30) from = nullptr;
    const bool passive = verb.in("give-received.passive");  // "was presented with ten laptops": by the other side
    if ((!from && !passive) || (passive && s_.cue("award.kind", verb.last))) return;
    SupportFact fact;
    if (from) fact.from = named_after(s_, context_, *from);
    if (fact.from.empty() && language_ != Language::en) return;
    const Orgs to = context_.doer(s_, verb.first);
    if (!to.empty()) fact.to = to.front();
    if (fact.from.empty()) fact.from = other_side(context_, fact.to);
    std::size_t first = verb.first, last = s_.last;
    if (fact.from.empty() || fact.from == fact.to) return;
    fact.purpose = purpose_of(s_, from ? *from : verb, s_.last, first, last);
    context_.last_gift = fact;
    keep_all(gifts_in(s_, findings_, verb.last, from ? from->first : s_.last, fact));
  }

  /// "built a training centre worth 5 million USD for the LFTU", "xây nhà khách tại Viêng Chăn với kinh phí
  /// …".
  void built(const Cue& verb) {
    const Cue* worth = s_.cue("with.money", verb.last, std::min(verb.last + 24, s_.last));
    const Amount* money = worth ? amount_at(s_, worth->last) : nullptr;
    if (!money || money->currency.empty() || findings_.used(*money) || promised(verb)) return;
    std::size_t to = verb.last;
    while (to < worth->first && s_.doc->tokens[to].kind != text::TokenKind::mark && !s_.doc->cues.starting(to, "place.at") &&
           !s_.doc->cues.starting(to, "to.whom"))
      ++to;
    SupportFact fact;
    fact.from = giver_of(s_, context_, verb);
    fact.to = receiver_of(s_, context_, verb, s_.last, fact.from);
    fact.item = plain(s_.doc->written(verb.last, to));
    set_money(fact, *money);
    if (fact.item.empty() || fact.from.empty() || is_lao(fact.from) == is_lao(fact.to)) return;
    findings_.add(fact, verb.first, money->last, "support.built", s_.kind, money);
  }

  /// "A meeting hall costing 1.8 billion kip was handed over to the federation."
  void handed(const Cue& verb) {
    SupportFact fact;
    if (s_.doc->tokens[verb.last - 1].is("by")) {  // "12 laptops donated by the city's union"
      fact.from = named_after(s_, context_, verb);
    } else if (const Cue* by = s_.cue("give-from", verb.first); by && s_.doc->tokens[by->first].is("by")) {
      fact.from = named_after(s_, context_, *by);
    }
    for (const Cue& to : within(s_.doc->cues.all(), verb.last, s_.last)) {
      if (fact.to.empty() && to.in("to.whom")) fact.to = named_after(s_, context_, to);
    }
    if (fact.from.empty()) fact.from = other_side(context_, fact.to);
    if (fact.to.empty()) fact.to = other_side(context_, fact.from);
    if (fact.from == context_.last_gift.from) fact.purpose = context_.last_gift.purpose;
    context_.last_gift = fact;
    keep_all(gifts_in(s_, findings_, s_.first, verb.first, fact));
  }

  /// "The goods consist of 4 tonnes of rice …", "ສິ່ງຂອງທີ່ນຳມາມອບ ປະກອບມີ: …": of the gift told before.
  void enumerated(const Cue& list) {
    if (context_.last_gift.from.empty() && context_.last_gift.to.empty()) return;
    keep_all(gifts_in(s_, findings_, list.last, s_.last, context_.last_gift));
  }

  /// "công đoàn các cấp đã chi hàng tỷ đồng chăm lo cho người lao động": money spent on those told after.
  void spent(const Cue& verb) {
    const Amount* money = amount_at(s_, verb.last);
    const Cue* work = money && !money->currency.empty() ? s_.doc->cues.starting(money->last, "work-for") : nullptr;
    if (!work || work->in("give") || promised(verb) || findings_.used(*money)) return;
    const std::size_t end = clause_end(s_, work->last);
    SupportFact fact;
    fact.item = "money";
    set_money(fact, *money);
    fact.from = giver_of(s_, context_, verb);
    fact.to = own_receiver(s_, context_, work->last, end);
    fact.purpose = plain(s_.doc->written(work->first, end));
    findings_.add(fact, verb.first, end, "support.spent", s_.kind, money);
  }

  bool promised(const Cue& c) const {
    for (const Cue& commit : s_.cues) {
      if (commit.first >= c.first) break;
      const bool undertakes = language_ == Language::en && commit.in("commit.will") && commit.last == c.first;
      if (undertakes) continue;  // "announced that it would present …" names the gift
      if (commit.in("commit.agree") || commit.in("commit.propose") || commit.in("commit.will")) return true;
    }
    return false;
  }

  void gift(const Cue& give) {
    const std::size_t end = gift_end(give);
    const Cue* goods = goods_after(give, end);
    if (goods && goods->in("goods-not")) return;
    const Amount* money = money_after(give, end);
    if (!money && !goods) money = money_before(give);
    if (give.in("give.help") && goods && !money && !counted(*goods, give)) return;
    if (own_fund(give, end) || (goods && !money && unsaid(*goods))) return;
    SupportFact fact;
    if (const Cue* got = close_before(s_, "give-received", give.first, 2)) {  // "đã nhận được sự hỗ trợ của …"
      const Cue* from = s_.cue("give-from", give.last, end);
      fact.from = from ? named_after(s_, context_, *from) : std::string();
      if (fact.from.empty()) return;
      const Orgs to = context_.doer(s_, got->first);
      fact.to = to.empty() ? other_side(context_, fact.from) : to.front();
    } else {
      fact.from = giver_of(s_, context_, give);
      fact.to = receiver_of(s_, context_, give, end, fact.from);
    }
    std::size_t first = giver_start(give), last = end;
    fact.purpose = purpose_of(s_, give, end, first, last);
    if (fact.purpose.empty() && s_.cue("gift-list", give.last)) fact.purpose = context_.last_gift.purpose;
    const bool told = listed(give, end, fact) || thanked(give, fact);
    if (!told && (money || goods)) stated(give, money, goods, end, fact, {first, last});
    if (!told) keep_all(gifts_in(s_, findings_, give.last, end, fact));
    if (!told && !money && !goods) shown(give, end, fact);
    if (money || goods || told || !fact.purpose.empty()) context_.last_gift = fact;
  }

  /// One sum, one kind of goods, or goods with what they are worth.
  void stated(const Cue& give, const Amount* money, const Cue* goods, std::size_t end, SupportFact fact,
              std::pair<std::size_t, std::size_t> quote) {
    auto [first, last] = quote;
    // "50 triệu đồng và 5 máy tính" are two gifts; "máy tính trị giá 50 triệu đồng" is one.
    if (goods && money && !s_.doc->cues.ending(money->first, "with.money") && !s_.cue("with.money", goods->last, money->first)) {
      SupportFact cash = fact;
      set_money(cash, *money);
      cash.item = "money";
      findings_.add(cash, first, money->last, "support.money", s_.kind, money);
      money = nullptr;
      first = std::max(first, std::min(goods->first, gift_start(give, *goods)));
    }
    std::size_t told = give.last;
    if (goods) {
      items(*goods, give, money, end, fact, told);
    } else {
      fact.item = "money";
      first = std::min(first, money->first);
    }
    if (money && !(goods && fact.value)) set_money(fact, *money);  // what is counted is told in pieces
    if (money) told = std::max(told, money->last);
    last = fact.purpose.empty() ? told : std::max(told, last);
    findings_.add(fact, first, last, money ? "support.money" : "support.goods", s_.kind, money);
    if (goods) pieces(*goods, end, fact);
  }

  static void set_money(SupportFact& fact, const Amount& money) {
    fact.value = money.value;
    fact.unit = money.currency;
    fact.qualifier = money.qualifier;
  }

  /// Several things, each with its number or its worth, are each a gift of their own.
  bool listed(const Cue& give, std::size_t end, const SupportFact& whole) {
    if (language_ == Language::vi) return false;
    auto found = gifts_in(s_, findings_, give.last, end, whole);
    const bool counted = !found.empty() && found.front().fact.item != "money";
    if (found.size() < 2 && !counted) return false;
    for (Gift& gift : found) {
      if (found.size() < 2 || language_ == Language::lo) break;
      if (const auto to = own_receiver(s_, context_, gift.last, end); !to.empty()) gift.fact.to = to;
    }
    keep_all(found);
    return true;
  }

  /// "thanked the host for the 10 laptops it presented to the Oudomxay unions": told before the verb.
  bool thanked(const Cue& give, const SupportFact& whole) {
    if (language_ != Language::en) return false;
    const std::size_t from = give.first > 8 ? std::max(s_.first, give.first - 8) : s_.first;
    auto found = gifts_in(s_, findings_, from, give.first, whole);
    std::erase_if(found, [&](const Gift& g) {
      return g.fact.item == "money" || g.last + 3 < give.first || s_.doc->mark(g.last, ",") ||
             !s_.doc->cues.starting(g.last, "gift-relative");
    });
    for (Gift& g : found) g.fact.from = other_side(context_, g.fact.to);
    keep_all(found);
    return !found.empty();
  }

  /// "tặng LĐLĐ tỉnh Quảng Trị bức tranh Thạt Luổng": one thing, told by its classifier alone.
  void shown(const Cue& give, std::size_t end, SupportFact fact) {
    if (language_ != Language::vi) return;
    const Cue* thing = s_.cue("gift-one", give.last, end);
    if (!thing || clause_end(s_, give.last) < thing->first || amount_at(s_, give.last)) return;
    std::size_t to = thing->last;
    while (to < end && to < thing->last + 4 && s_.doc->tokens[to].kind == text::TokenKind::word) ++to;
    fact.item = plain(s_.doc->written(thing->first, to));
    fact.value = 1;
    findings_.add(fact, giver_start(give), to, "support.one", s_.kind);
  }

  void keep_all(const std::vector<Gift>& gifts) {
    for (const Gift& gift : gifts) findings_.add(gift.fact, gift.first, gift.last, "support.thing", s_.kind, gift.amount);
  }

  const Cue* goods_after(const Cue& give, std::size_t end) const {
    for (const Cue& c : within(s_.doc->cues.all(), give.first, end)) {
      const bool work = c.in("work-for") && std::any_of(s_.amounts.begin(), s_.amounts.end(),
                                                        [&](const Amount& a) { return a.last == c.first && !a.currency.empty(); });
      if (work) return nullptr;  // "9,5 tỷ đồng xây trường học": money for it
      if (c.in("goods-not")) return &c;
      if (c.in("goods") && c.last <= end && c.first >= give.last && !for_what(give, c)) return &c;
    }
    return nullptr;
  }

  /// "trao cho trạm y tế", "viện trợ 50.000 USD để mua thiết bị": goods that tell to whom or what for.
  bool for_what(const Cue& give, const Cue& goods) const {
    if (language_ != Language::vi) return false;
    if (s_.doc->cues.ending(goods.first, "to.whom")) return true;
    for (const Amount& a : within(s_.doc->amounts, give.last, goods.first)) {
      if (!a.currency.empty() && s_.cue("purpose", a.last, goods.first)) return true;
    }
    return false;
  }

  /// The first sum given; what follows it in brackets converts it.
  const Amount* money_after(const Cue& give, std::size_t end) const {
    for (const Amount& a : within(s_.doc->amounts, give.last, end)) {
      if (!a.currency.empty() && !findings_.used(a) && !is_price(s_, a)) return &a;
    }
    return nullptr;
  }

  /// "trích 200 triệu đồng hỗ trợ đoàn viên tỉnh bạn": the money stands before the verb.
  const Amount* money_before(const Cue& give) const {
    if (language_ != Language::vi) return nullptr;
    for (const Amount& a : s_.amounts) {
      const bool adjoins = a.last == give.first || (a.last + 1 == give.first && s_.doc->cues.starting(a.last, "commit.tail"));
      if (!a.currency.empty() && adjoins && !findings_.used(a) && s_.doc->cues.ending(a.first, "set-aside")) return &a;
    }
    return nullptr;
  }

  /// "thăm, tặng quà Đồn Biên phòng": gifts uncounted, for nobody said to be of the other side.
  bool unsaid(const Cue& goods) const {
    return language_ == Language::vi && s_.doc->cues.starting(goods.first, "gift") && goods.last == goods.first + 1 &&
           !s_.doc->cues.starting(goods.last, "to.whom") &&
           within(s_.doc->amounts, goods.first > 3 ? goods.first - 3 : 0, goods.first).empty();
  }

  /// "giúp tỉnh bạn 5 máy tính", not "giúp tỉnh bạn khảo sát tuyến đường".
  bool counted(const Cue& goods, const Cue& give) const {
    const auto before = within(s_.doc->amounts, give.last, goods.first);
    return std::any_of(before.begin(), before.end(), [&](const Amount& a) { return counts_goods(s_, a, goods); });
  }

  /// "ủng hộ Quỹ vì công nhân nghèo 6 tỷ đồng": a fund nobody names the partner of is at home.
  bool own_fund(const Cue& give, std::size_t end) const {
    if (language_ != Language::vi || !s_.doc->cues.starting(give.last, "fund")) return false;
    const auto to = within(s_.doc->orgs, give.last, end);
    return !s_.cue("country.la", give.last, end) && std::none_of(to.begin(), to.end(), [&](const OrgMention& o) {
      const Orgs ids = context_.resolve(o);
      return o.form == OrgForm::partner || std::any_of(ids.begin(), ids.end(), is_lao);
    });
  }

  std::size_t gift_start(const Cue& give, const Cue& goods) const {
    for (const Amount& a : within(s_.doc->amounts, give.last, goods.first)) {
      if (counts_goods(s_, a, goods)) return a.first;
    }
    return goods.first;
  }

  /// One past what this verb gives: the next giving verb, `;` or the sentence's end.
  std::size_t gift_end(const Cue& give) const {
    for (std::size_t i = give.last; i < s_.last; ++i) {
      if (s_.doc->mark(i, ";")) return i;
      if (const Cue* next = s_.doc->cues.starting(i, "give"); next && i > give.last + 2 && !next->in("give.help") && !next->in("give.noun"))
        return i;
    }
    return s_.last;
  }

  std::size_t giver_start(const Cue& give) const {
    std::size_t first = give.first;
    for (const OrgMention& org : s_.orgs) {
      if (org.last <= give.first && org.last + 8 >= give.first && clause_end(s_, org.last) >= give.first) first = org.first;
    }
    return first;
  }

  /// What is given, as written: from its first word to where its purpose or money begins.
  void items(const Cue& goods, const Cue& give, const Amount* money, std::size_t end, SupportFact& fact, std::size_t& last) {
    std::size_t from = goods.first, to = end;
    const Amount* count = nullptr;
    for (const Amount& a : within(s_.doc->amounts, give.last, end)) {
      if (a.currency.empty() && counts_goods(s_, a, goods)) count = &a;
      // Lao: "ຄອມພິວເຕີ 5 ຊຸດ".
      if (language_ == Language::lo && a.first == goods.last && a.currency.empty()) {
        count = &a;
        to = goods.last;
      }
    }
    for (std::size_t i = std::max(from + 1, goods.last); i < to; ++i) {
      if (ends_item(i, count != nullptr)) to = i;
    }
    fact.item = plain(s_.doc->written(from, to));
    if (count) {
      fact.value = count->value;
      fact.qualifier = count->qualifier;
      if (const Cue* mass = s_.doc->cues.starting(count->last, "classifier.mass"))
        fact.unit = plain(s_.doc->written(mass->first, mass->last));
      findings_.use(*count);
    }
    last = std::max({to, money ? money->last : to, count ? count->last : to});
  }

  bool ends_item(std::size_t i, bool counted) const {
    // What is counted next is a gift of its own.
    const bool apart = counted || language_ == Language::en;
    if (apart && (s_.doc->mark(i, ",") || s_.doc->cues.starting(i, "org.and")) && amount_at(s_, i + 1)) return true;
    for (const auto stop : {"to.whom", "purpose", "with.money", "place.at", "country."}) {
      if (s_.doc->cues.starting(i, stop)) return true;
    }
    return s_.doc->mark(i, ".") || s_.doc->mark(i, "…") || s_.doc->mark(i, "(");
  }

  /// In a list, things that are counted are each a gift of their own: "…, 20 máy may công nghiệp, …".
  void pieces(const Cue& goods, std::size_t end, const SupportFact& whole) {
    for (const Amount& a : within(s_.doc->amounts, goods.last, end)) {
      const Cue* unit = s_.doc->cues.starting(a.last, "classifier");
      const Cue* piece = s_.doc->cues.starting(unit ? unit->last : a.last, "goods");
      if (!piece || !a.currency.empty() || findings_.used(a) || is_bracketed(s_, a)) continue;
      SupportFact fact = whole;
      fact.item = plain(s_.doc->written(piece->first, std::min(piece->last, end)));
      fact.value = a.value;
      fact.qualifier = a.qualifier;
      fact.unit.clear();
      if (unit && unit->in("classifier.mass")) fact.unit = plain(s_.doc->written(unit->first, unit->last));
      findings_.add(fact, a.first, piece->last, "support.piece", s_.kind, &a);
    }
  }

  const Sentence& s_;
  Context& context_;
  Findings& findings_;
  const Language language_;
};

}  // namespace

/// Money and goods one side gave the other.
void find_support(const Sentence& sentence, Context& context, Findings& findings) {
  SupportRule(sentence, context, findings).read();
}

}  // namespace kevai::extract
