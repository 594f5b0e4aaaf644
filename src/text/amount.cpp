#include "text/amount.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "text/number_words.hpp"

namespace kevai::text {
namespace {

/// 36.699 and 36,699 group their digits by three; 2,5 and 2.5 are fractions.
std::optional<double> value_of(const std::string& written) {
  std::string plain;
  const bool grouped = [&] {
    std::size_t group = 0;
    bool any = false;
    for (std::size_t i = written.size(); i-- > 0; ++group) {
      if (written[i] != '.' && written[i] != ',') continue;
      if (group != 3) return false;
      group = static_cast<std::size_t>(-1);
      any = true;
    }
    return any && written[0] != '0' && group <= 3;
  }();
  for (const char c : written) {
    if (c == '.' || c == ',') {
      if (!grouped) {
        if (plain.find('.') != std::string::npos) return std::nullopt;
        plain += '.';
      }
    } else {
      plain += c;
    }
  }
  if (plain.size() > 15) return std::nullopt;
  return std::strtod(plain.c_str(), nullptr);
}

class AmountReader {
 public:
  AmountReader(std::span<const Token> tokens, const CueMap& cues, std::span<const DateMention> dates)
      : tokens_(tokens), cues_(cues), dates_(dates) {}

  std::vector<Amount> read() {
    std::vector<Amount> found;
    std::size_t date = 0;
    for (std::size_t i = 0; i < tokens_.size();) {
      while (date < dates_.size() && dates_[date].last <= i) ++date;
      if (date < dates_.size() && dates_[date].first <= i) {
        i = dates_[date].last;
        continue;
      }
      auto amount = may_begin(i) ? read_at(i) : std::nullopt;
      i = amount ? amount->last : i + 1;
      if (!amount) continue;
      qualify(*amount);
      found.push_back(*amount);
    }
    return found;
  }

 private:
  bool may_begin(std::size_t i) const {
    return tokens_[i].kind == TokenKind::number || cues_.starting(i, "number.") || cues_.starting(i, "digit.") ||
           cues_.starting(i, "order.") || cues_.starting(i, "ordinal.") || cues_.ending(i, "ordinal-before");
  }

  static double number_in(std::string_view tag) { return std::strtod(std::string(tag).c_str(), nullptr); }

  /// Digits or a number word at a token.
  std::optional<Amount> core(std::size_t i) const {
    Amount amount;
    amount.first = i;
    if (i < tokens_.size() && tokens_[i].kind == TokenKind::number) {
      const auto value = value_of(tokens_[i].key);
      if (!value) return std::nullopt;
      amount.value = *value;
      amount.last = i + 1;
      return amount;
    }
    if (const Cue* order = cues_.starting(i, "order.")) {
      amount.value = number_in(order->after("order."));
      amount.qualifier = Qualifier::order;
      amount.last = order->last;
      return amount;
    }
    if (const auto words = number_in_words(tokens_, cues_, i)) {
      amount.value = words->value;
      amount.in_words = true;
      amount.last = words->last;
      return amount;
    }
    return std::nullopt;
  }

  /// "nghìn", "triệu" … after figures; "1 tỷ 200 triệu" goes on with a smaller scale.
  void scale(Amount& amount) const {
    for (int scales = 0; scales < 3; ++scales) {
      const Cue* scale = cues_.starting(amount.last, "scale.");
      if (!scale) break;
      const double factor = number_in(scale->after("scale."));
      amount.value *= factor;
      amount.last = scale->last;
      if (const Cue* half = cues_.starting(amount.last, "half")) {  // "2 triệu rưỡi"
        amount.value += factor / 2;
        amount.last = half->last;
      }
      const auto more = core(amount.last);
      const Cue* smaller =
          more && !more->in_words && more->value < 1000 && more->value >= 1 ? cues_.starting(more->last, "scale.") : nullptr;
      if (!smaller || number_in(smaller->after("scale.")) >= factor) continue;
      amount.value += more->value * number_in(smaller->after("scale."));
      amount.last = smaller->last;
    }
  }

  /// "one to two", "25–30 học viên": at most the greater.
  void range(Amount& amount) const {
    const std::size_t at = amount.last;
    if (at >= tokens_.size()) return;
    const Cue* to = cues_.starting(at, "number-to");
    const bool dash = !amount.in_words && (tokens_[at].is("-") || tokens_[at].is("–") || tokens_[at].is("—"));
    if (!to && !dash) return;
    const auto high = core(to ? to->last : at + 1);
    if (!high || high->value <= amount.value) return;
    const bool word =
        high->last < tokens_.size() && (tokens_[high->last].kind == TokenKind::word || tokens_[high->last].kind == TokenKind::lao);
    const bool after_dash = amount.first > 0 && tokens_[amount.first - 1].kind == TokenKind::mark && !tokens_[amount.first].spaced;
    if (dash && (!word || high->in_words || after_dash || high->value > 100 * amount.value)) return;
    amount.value = high->value;
    amount.last = high->last;
    amount.qualifier = Qualifier::at_most;
  }

  /// The Roman numeral at a token: the value of "VIII"; 0 where it is none.
  int roman(std::size_t i) const {
    if (i >= tokens_.size() || !tokens_[i].upper || tokens_[i].key.size() > 6) return 0;
    int sum = 0, before = 0;
    for (const char c : tokens_[i].key) {
      const int value = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : 0;
      if (value == 0) return 0;
      sum += value > before && before != 0 ? value - 2 * before : value;
      before = value;
    }
    return sum;
  }

  /// "lần thứ VIII", "khóa thứ 7", "the ninth", "ຮຸ່ນທີ 3": which one, not how many.
  std::optional<Amount> ordinal(std::size_t i) const {
    Amount amount;
    amount.first = i;
    amount.ordinal = true;
    if (const Cue* word = cues_.starting(i, "ordinal.")) {
      amount.value = number_in(word->after("ordinal."));
      amount.last = word->last;
      return amount;
    }
    const Cue* before = cues_.ending(i, "ordinal-before");
    if (!before) return std::nullopt;
    if (const int value = roman(i); value > 0) {
      amount.value = value;
      amount.last = i + 1;
      return amount;
    }
    if (before->tag != "ordinal-before") return std::nullopt;  // "khóa 7" may count as well as name
    auto figure = core(i);
    if (!figure || figure->value > 200) return std::nullopt;
    figure->ordinal = true;
    return figure;
  }

  std::optional<Amount> read_at(std::size_t i) const {
    if (const auto which = ordinal(i)) return which;
    auto amount = core(i);
    if (!amount) return std::nullopt;
    if (!amount->in_words) scale(*amount);
    range(*amount);
    if (!amount->in_words) scale(*amount);
    if (const Cue* ending = cues_.starting(amount->last, "ordinal-after")) {  // "the 8th course"
      amount->ordinal = true;
      amount->last = ending->last;
    }
    if (cues_.starting(amount->last, "percent")) {
      amount->percent = true;
      amount->last = cues_.starting(amount->last, "percent")->last;
    }
    if (const Cue* currency = cues_.starting(amount->last, "currency.")) {
      amount->currency = currency->after("currency.");
      amount->last = currency->last;
    } else if (const Cue* before = cues_.ending(i, "currency.")) {  // "VND2.5 billion", "US$5,000"
      amount->currency = before->after("currency.");
      amount->first = before->first;
    }
    return amount;
  }

  void qualify(Amount& amount) const {
    if (amount.ordinal) return;
    if (const Cue* word = cues_.ending(amount.first, "qualifier.")) {
      const auto qualifier = named<Qualifier>(word->after("qualifier."));
      if (!qualifier) return;
      amount.qualifier = *qualifier;
      amount.first = word->first;
    } else if (const Cue* after = cues_.starting(amount.last, "qualifier-after.")) {  // "352.600 ກວ່າຄົນ"
      amount.qualifier = named<Qualifier>(after->after("qualifier-after.")).value_or(amount.qualifier);
      amount.last = after->last;
    }
  }

  std::span<const Token> tokens_;
  const CueMap& cues_;
  std::span<const DateMention> dates_;
};

}  // namespace

std::vector<Amount> find_amounts(std::span<const Token> tokens, const CueMap& cues, std::span<const DateMention> dates) {
  return AmountReader(tokens, cues, dates).read();
}

}  // namespace kevai::text
