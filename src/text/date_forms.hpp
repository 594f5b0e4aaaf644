#pragma once

#include <optional>
#include <span>

#include "text/date.hpp"

/// The forms one date is written in.
namespace kevai::text {

struct DateParts {
  int year = 0, month = 0, day = 0;
  std::size_t last = 0;  ///< one past its tokens
  bool led = false;      ///< a word says that this is a date
};

inline bool is_year(int n) {
  return n >= 1900 && n <= 2199;
}

class DateForms {
 public:
  DateForms(std::span<const Token> tokens, const CueMap& cues, const PartialDate& reference)
      : tokens_(tokens), cues_(cues), reference_(reference) {}

 protected:
  bool mark(std::size_t i, std::string_view what) const {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::mark && tokens_[i].is(what);
  }
  bool dash(std::size_t i) const { return mark(i, "-") || mark(i, "–") || mark(i, "—") || mark(i, "−"); }

  /// The whole number at a token; -1 where there is none.
  int integer(std::size_t i) const {
    if (i >= tokens_.size() || tokens_[i].kind != TokenKind::number || tokens_[i].key.size() > 4) return -1;
    int value = 0;
    for (const char c : tokens_[i].key) {
      if (c == '.' || c == ',') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  }

  const Cue* cue(std::size_t i, Group group) const { return cues_.starting(i, group); }

  /// 5/7, 09/08/2017, 10-12, 2022-07-05, 2022-07.
  std::optional<DateParts> numeric(std::size_t i) const;
  /// "5 July 2022", "July 5, 2022", "July 2022", "18 ກໍລະກົດ 1977".
  std::optional<DateParts> named(std::size_t i) const;
  /// The date that begins there, behind words that lead it.
  std::optional<DateParts> one(std::size_t i) const;
  /// A word that leads a date.
  const Cue* lead(std::size_t i) const;
  /// A year, with the word that may lead it: "năm 2019", ", 2019". Gives where it ends.
  std::size_t take_year(std::size_t i, DateParts& parts) const;

  std::span<const Token> tokens_;
  const CueMap& cues_;
  PartialDate reference_;

 private:
  std::optional<DateParts> dotted(std::size_t i) const;
  std::optional<DateParts> spoken(std::size_t i) const;
  std::optional<DateParts> bare_year(std::size_t i) const;
};

}  // namespace kevai::text
