#include "extract/counted.hpp"
#include "extract/gift_parties.hpp"
#include "extract/gift_things.hpp"
#include "extract/rules.hpp"
#include "text/fold.hpp"

namespace kevai::extract {
namespace {

using text::Amount;
using text::Cue;

/// Gifts that no verb of giving stands before: "bạn được tặng …", "… do A góp", "món quà gồm …", "chuyến xe chở
/// …", and what a sentence after a gift goes on to count.
class ToldGifts {
 public:
  ToldGifts(const Sentence& s, Context& context, Findings& findings) : s_(s), doc_(*s.doc), context_(context), findings_(findings) {}

  void read() {
    if (doc_.language != text::Language::vi || s_.kind != BlockKind::main) return;
    if (s_.amounts.empty() && !s_.has("gift-sign.")) return;
    sign_ = sign();
    if (!sign_ && !follows_gift()) return;
    for (std::size_t i = s_.first; i < s_.last; ++i) {
      if (const Amount* a = amount_at(s_, i)) {
        number(*a);
      } else if (sign_ && one(i)) {
        Amount single;
        single.first = i, single.last = i + 1, single.value = 1, single.in_words = true;
        if (doc_.cues.starting(i + 1, "classifier") || doc_.cues.starting(i + 1, "goods")) thing(single);
      }
    }
  }

 private:
  /// The word that says something is given: the strongest first.
  const Cue* sign() const {
    for (const auto group : {"gift-sign.got", "gift-sign.given", "gift-sign.is", "gift-sign.collect"}) {
      for (const Cue& c : s_.cues) {
        if (c.in(group) && !asked(c.first)) return &c;
      }
    }
    for (const Cue& c : s_.cues) {
      if (c.in("give") && !asked(c.first) && !doc_.cues.starting(c.last, "not-given")) return &c;
    }
    return nullptr;
  }

  /// "được tặng", "được … hỗ trợ": said of who is given to, or of what is given.
  bool got(const Cue& sign) const {
    const Cue* past = doc_.cues.ending(sign.first, "past");
    return sign.in("gift-sign.got") || (past && !past->in("past.done"));
  }

  /// Planned, asked for or agreed on, not given.
  bool asked(std::size_t at) const {
    return is_planned(s_, at) || s_.cue_before("commit.agree", at) || s_.cue_before("commit.propose", at) ||
           s_.cue_before("target.aim.strive", at);
  }

  /// Did the sentence before tell of a gift?
  bool follows_gift() const {
    const auto drafts = findings_.earliest();
    for (std::size_t i = drafts.size(), seen = 0; i-- > 0 && seen < 12; ++seen) {
      const Draft& d = drafts[i];
      if (std::holds_alternative<SupportFact>(d.statement)) return d.sentence_last + 1 >= s_.first;
    }
    return false;
  }

  bool one(std::size_t i) const {
    static const std::string word = text::phrase_key("một");
    return doc_.tokens[i].key == word;
  }

  void number(const Amount& a) {
    if (a.percent || a.ordinal || findings_.used(a) || is_bracketed(s_, a) || asked(a.first)) return;
    if (a.currency.empty()) {
      const bool award = s_.cue_before("award.kind", a.first) != nullptr;
      const bool goods = doc_.cues.starting(a.last, "classifier") || doc_.cues.starting(a.last, "goods");
      if (goods && !award) thing(a);
    } else if (!is_cost(a)) {
      SupportFact fact = whole(a.first);
      fact.item = "money";
      fact.value = a.value;
      fact.unit = a.currency;
      fact.qualifier = a.qualifier;
      keep(fact, a.first, a.last, &a);
    }
  }

  void thing(const Amount& a) {
    const auto [from, to] = thing_of(s_, a, s_.first, s_.last);
    if (to <= from) return;
    SupportFact fact = whole(a.first);
    fact.item = plain(doc_.written(from, to));
    fact.value = a.value;
    fact.qualifier = a.qualifier;
    if (const Cue* mass = doc_.cues.starting(a.last, "classifier.mass")) fact.unit = plain(doc_.written(mass->first, mass->last));
    counted_ = true;
    keep(fact, a.first, to, a.in_words && !amount_at(s_, a.first) ? nullptr : &a);
  }

  /// Wages, funds at home, the price of a piece and what the things counted are worth are no gift of their own.
  bool is_cost(const Amount& a) const {
    if (close_before(s_, "money-not", a.first, 5) || close_before(s_, "fund", a.first, 8)) return true;
    const Cue* each = s_.cue_before("each", a.first);
    const bool price = each && clause_end(s_, each->last) > a.first;
    const bool counted = counted_ || told_in_pieces();
    return counted && (price || doc_.cues.ending(a.first, "with.money"));
  }

  /// Has the sentence, or the one before, told the gift in pieces?
  bool told_in_pieces() const {
    const auto drafts = findings_.earliest();
    for (std::size_t i = drafts.size(), seen = 0; i-- > 0 && seen < 12; ++seen) {
      const auto* gift = std::get_if<SupportFact>(&drafts[i].statement);
      if (gift && drafts[i].sentence_last + 1 >= s_.first && gift->item != "money" && gift->value) return true;
    }
    return false;
  }

  void keep(const SupportFact& fact, std::size_t first, std::size_t last, const Amount* amount) {
    if (sign_ && sign_->first < first && sign_->last + 12 >= first) first = sign_->first;
    if (sign_ && sign_->first >= last && last + 12 >= sign_->first) last = sign_->last;
    findings_.add(fact, first, last, "support.told", s_.kind, amount);
    context_.last_gift = fact;
  }

  /// From whom, to whom and why, of what is told at token `at`.
  SupportFact whole(std::size_t at) const {
    SupportFact fact;
    const SupportFact& before = context_.last_gift;
    if (const Cue* by = by_whom()) {
      fact.from = giver_by(*by);
    } else if (sign_ && got(*sign_)) {
      fact.to = taker(*sign_);
    } else if (sign_ && !sign_->in("gift-sign.given") && !sign_->in("gift-sign.is")) {
      fact.from = giver_of(s_, context_, *sign_);
    }
    if (fact.from.empty() && fact.to.empty()) {
      const Orgs who = context_.named(s_, s_.first, at);
      fact.from = !before.from.empty() ? before.from : !who.empty() ? who.front() : "";
      fact.to = before.to;
    }
    if (fact.to.empty() && sign_) fact.to = receiver_of(s_, context_, *sign_, s_.last, fact.from);
    if (fact.to.empty() || fact.to == fact.from) fact.to = other_side(context_, fact.from);
    if (fact.from.empty()) fact.from = !before.from.empty() && before.from != fact.to ? before.from : giver_to(fact.to);
    std::size_t first = sign_ ? sign_->first : at, last = at;
    if (sign_) fact.purpose = purpose_of(s_, *sign_, s_.last, first, last);
    return fact;
  }

  /// The side that gives to somebody: of a group that is told as written the Vietnamese one.
  std::string giver_to(const std::string& to) const {
    if (is_lao(to) || is_vietnamese(to)) return other_side(context_, to);
    return context_.vn().empty() ? "" : context_.vn().front();
  }

  /// "… do A góp", "… của A tặng": the word before who gives.
  const Cue* by_whom() const {
    for (const Cue& c : s_.cues) {
      if (!c.in("gift-by")) continue;
      const Cue* verb = s_.cue("give", c.last, c.last + 16);
      if (!verb) verb = s_.cue("gift-sign.collect", c.last, c.last + 16);
      if (!verb) verb = s_.cue("build", c.last, c.last + 16);
      if (verb && clause_end(s_, c.last) >= verb->first) return &c;
    }
    return nullptr;
  }

  std::string giver_by(const Cue& by) const {
    if (std::string named = named_after(s_, context_, by); !named.empty()) return named;
    for (const PlaceMention& place : s_.places) {
      if (place.first >= by.last && place.first <= by.last + 8) return place.org;
    }
    return {};
  }

  /// Who is given to: named before the verb in its clause, else as written ("mỗi gia đình").
  std::string taker(const Cue& got) const {
    std::size_t from = got.first;
    while (from > s_.first && !doc_.mark(from - 1, ",") && !doc_.mark(from - 1, ";") && !doc_.mark(from - 1, ":")) --from;
    const Orgs named = context_.named(s_, from, got.first);
    if (!named.empty()) return named.front();
    if (doc_.cues.starting(from, "each") || doc_.cues.starting(from, "to.group")) return plain(doc_.written(from, got.first));
    const Orgs guest = context_.guest();
    return doc_.cues.starting(from, "org.guest") && !guest.empty() ? guest.front() : std::string();
  }

  const Sentence& s_;
  const Document& doc_;
  Context& context_;
  Findings& findings_;
  const Cue* sign_ = nullptr;
  bool counted_ = false;  ///< has the sentence counted things given?
};

}  // namespace

void find_told_gifts(const Sentence& sentence, Context& context, Findings& findings) {
  ToldGifts(sentence, context, findings).read();
}

}  // namespace kevai::extract
