#include "text/number_words.hpp"

#include <cstdlib>

namespace kevai::text {
namespace {

double number_of(std::string_view tag) {
  return std::strtod(std::string(tag).c_str(), nullptr);
}

/// Reads word by word: `unit` is the digit that waits for its scale, `group` what is below a thousand.
class WordReader {
 public:
  WordReader(std::span<const Token> tokens, const CueMap& cues, std::size_t at) : tokens_(tokens), cues_(cues), at_(at) {}

  std::optional<WordNumber> read() {
    while (digit() || scale() || tail() || joined()) {
    }
    if (parts_ == 0) return std::nullopt;
    return WordNumber{total_ + group_ + unit_, at_};
  }

 private:
  bool take(const Cue& word) {
    at_ = word.last;
    ++parts_;
    return true;
  }
  bool tens_open() const { return static_cast<int>(group_) % 100 == 0; }

  bool digit() {
    const Cue* word = cues_.starting(at_, "number.");
    if (!word) {
      word = cues_.starting(at_, "digit.");
      const bool ten = word && word->after("digit.") == "1" && static_cast<int>(group_) % 100 == 10;
      if (word && !ten && !after_join_ && !cues_.starting(word->last, "scale.")) word = nullptr;
    }
    if (!word || unit_ != 0) return word && lao_tens(*word);
    const double value = number_of(word->tag.substr(word->tag.find('.') + 1));
    if (value >= 10 && !tens_open()) return false;
    after_join_ = false;
    (value < 10 ? unit_ : group_) += value;
    take(*word);
    const bool hyphen = value >= 20 && at_ < tokens_.size() && tokens_[at_].is("-") && !tokens_[at_].spaced;
    if (hyphen && cues_.starting(at_ + 1, "number.")) ++at_;  // "twenty-eight"
    return true;
  }

  /// "ແປດສິບ": the word for ten is its own scale.
  bool lao_tens(const Cue& word) {
    if (word.after("number.") != "10" || unit_ < 2) return false;
    group_ += unit_ * 10;
    unit_ = 0;
    return take(word);
  }

  bool scale() {
    const Cue* word = parts_ > 0 ? cues_.starting(at_, "scale.") : nullptr;
    if (!word) return false;
    const double factor = number_of(word->after("scale."));
    if (factor < 1000) {
      if (unit_ == 0) return false;
      group_ += unit_ * factor;
      unit_ = 0;
      return take(*word);
    }
    const double held = group_ + unit_;
    if (held == 0 && total_ == 0) return false;
    total_ = held == 0 ? total_ * factor : total_ + held * factor;
    group_ = unit_ = 0;
    take(*word);
    if (const Cue* half = cues_.starting(at_, "half")) {  // "hai triệu rưỡi"
      total_ += factor / 2;
      take(*half);
    }
    return true;
  }

  /// "hai mươi lăm", "ba mươi mốt": digits spoken so only after tens.
  bool tail() {
    const Cue* word = !tens_open() && unit_ == 0 ? cues_.starting(at_, "digit-after-ten.") : nullptr;
    if (!word) return false;
    unit_ = number_of(word->after("digit-after-ten."));
    return take(*word);
  }

  /// "một trăm linh năm", "one hundred and twenty".
  bool joined() {
    const Cue* word = group_ >= 100 && tens_open() && unit_ == 0 ? cues_.starting(at_, "number-and") : nullptr;
    if (!word || !(cues_.starting(word->last, "number.") || cues_.starting(word->last, "digit."))) return false;
    after_join_ = true;
    at_ = word->last;
    return true;
  }

  std::span<const Token> tokens_;
  const CueMap& cues_;
  std::size_t at_;
  int parts_ = 0;
  bool after_join_ = false;
  double total_ = 0, group_ = 0, unit_ = 0;
};

}  // namespace

std::optional<WordNumber> number_in_words(std::span<const Token> tokens, const CueMap& cues, std::size_t i) {
  if (!cues.starting(i, "number.") && !cues.starting(i, "digit.")) return std::nullopt;  // so with most words
  return WordReader(tokens, cues, i).read();
}

}  // namespace kevai::text
