#include "text/amount.hpp"

#include <cstdlib>
#include <optional>

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
      auto amount = read_at(i);
      i = amount ? amount->last : i + 1;
      if (!amount) continue;
      qualify(*amount);
      found.push_back(*amount);
    }
    return found;
  }

 private:
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
    if (const Cue* word = cues_.starting(i, "number.")) {
      amount.value = number_in(word->after("number."));
      amount.in_words = true;
      amount.last = word->last;
      const bool tens = amount.value >= 20 && amount.value < 100;
      const Cue* ones =
          tens && amount.last < tokens_.size() && tokens_[amount.last].is("-") && !tokens_[amount.last].spaced
              ? cues_.starting(amount.last + 1, "number.")
              : nullptr;
      if (ones && number_in(ones->after("number.")) < 10) {  // "twenty-eight"
        amount.value += number_in(ones->after("number."));
        amount.last = ones->last;
      }
      return amount;
    }
    return std::nullopt;
  }

  std::optional<Amount> read_at(std::size_t i) const {
    auto amount = core(i);
    if (!amount) return std::nullopt;
    for (int scales = 0; scales < 3; ++scales) {
      const Cue* scale = cues_.starting(amount->last, "scale.");
      if (!scale) break;
      amount->value *= number_in(scale->after("scale."));
      amount->last = scale->last;
      if (const Cue* half = cues_.starting(amount->last, "half")) {  // "hai triệu rưỡi"
        amount->value += number_in(scale->after("scale.")) / 2;
        amount->last = half->last;
      }
    }
    // "one to two": at most two.
    if (const Cue* to = cues_.starting(amount->last, "number-to")) {
      const auto high = core(to->last);
      if (high && high->value > amount->value) {
        amount->value = high->value;
        amount->last = high->last;
        amount->qualifier = Qualifier::at_most;
      }
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

std::vector<Amount> find_amounts(std::span<const Token> tokens, const CueMap& cues,
                                 std::span<const DateMention> dates) {
  return AmountReader(tokens, cues, dates).read();
}

}  // namespace kevai::text
