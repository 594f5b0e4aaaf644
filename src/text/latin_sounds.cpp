#include "text/latin_sounds.hpp"

#include <array>

namespace kevai::text {
namespace {

/// Spellings of one consonant, the longer before the shorter.
struct Spelling {
  std::u32string_view letters;
  char kind;
  Voice voice = Voice::plain;
};
constexpr std::array spellings = {
    Spelling{U"ngh", 'G'},
    Spelling{U"ng", 'G'},
    Spelling{U"tch", 'C'},
    Spelling{U"ch", 'C'},
    Spelling{U"tr", 'C'},
    Spelling{U"kh", 'K', Voice::aspirated},
    Spelling{U"gh", 'K', Voice::voiced},
    Spelling{U"qu", 'K'},
    Spelling{U"ck", 'K'},
    Spelling{U"th", 'T', Voice::aspirated},
    Spelling{U"ph", 'P', Voice::aspirated},
    Spelling{U"sh", 'S'},
    Spelling{U"k", 'K'},
    Spelling{U"c", 'K'},
    Spelling{U"q", 'K'},
    Spelling{U"g", 'K', Voice::voiced},
    Spelling{U"t", 'T'},
    Spelling{U"d", 'T', Voice::voiced},
    Spelling{U"p", 'P'},
    Spelling{U"b", 'P', Voice::voiced},
    Spelling{U"f", 'P', Voice::aspirated},
    Spelling{U"s", 'S'},
    Spelling{U"x", 'S'},
    Spelling{U"z", 'S'},
    Spelling{U"j", 'C'},
    Spelling{U"m", 'M'},
    Spelling{U"n", 'N'},
    Spelling{U"l", 'L'},
};

class LatinWord {
 public:
  LatinWord(std::u32string_view word, SoundList& sounds) : word_(word), sounds_(sounds) {}

  void read() {
    while (at_ < word_.size()) {
      if (is_vowel(at_))
        read_vowels();
      else if (!read_palatal() && !read_loose())
        read_spelling();
    }
  }

 private:
  char32_t letter(std::size_t i) const { return i < word_.size() ? word_[i] : U' '; }
  bool pure_vowel(std::size_t i) const { return std::u32string_view(U"aeiouơư").find(letter(i)) != word_.npos; }
  /// y is a vowel but before one: "Sy", "Xay"; not in "Xaya".
  bool is_vowel(std::size_t i) const {
    if (letter(i) != U'y') return pure_vowel(i);
    const bool after_consonant = i > 0 && !pure_vowel(i - 1) && letter(i - 1) != U'y';
    return after_consonant || !pure_vowel(i + 1);
  }
  bool begins(std::u32string_view letters) const { return word_.substr(at_).starts_with(letters); }

  void read_vowels() {
    const std::size_t first = at_;
    std::uint8_t vowels = 0, last = 0;
    std::size_t count = 0;
    for (; at_ < word_.size() && is_vowel(at_); ++at_, ++count) {
      const bool as_u = begins(U"ou") || begins(U"oo");  // French and English spellings of u
      if (as_u) ++at_;
      last = bit(as_u ? U'u' : word_[at_]);
      if (count == 0 || !is_glide(last, vowels)) vowels |= last;
    }
    first == 0 ? sounds_.first_vowel(vowels) : sounds_.vowel(vowels);
    after_vowel_ = true;
  }
  /// The end of "ay", "oi", "ao", "eo"; in "eu" and "ie" both letters stand for the vowel.
  static bool is_glide(std::uint8_t end, std::uint8_t before) {
    if (end == vowel_i) return true;
    if (end == vowel_o) return (before & (vowel_a | vowel_e)) != 0 && (before & vowel_u) == 0;
    return end == vowel_u && before == vowel_a;
  }
  static std::uint8_t bit(char32_t c) {
    switch (c) {
      case U'a':
        return vowel_a;
      case U'e':
        return vowel_e;
      case U'o':
        return vowel_o;
      case U'u':
        return vowel_u;
      case horned_o:
        return vowel_o | vowel_e;
      case horned_u:
        return vowel_u | vowel_e;
      default:
        return vowel_i;
    }
  }

  void take(std::size_t letters, char kind, Voice voice = Voice::plain) {
    sounds_.consonant(kind, voice);
    at_ += letters;
    after_vowel_ = false;
  }
  void skip() { ++at_; }

  /// One palatal sound in many spellings: nh, ny, gn, gi and y before a vowel; nh after one is only an n.
  bool read_palatal() {
    if (begins(U"nh") && !is_vowel(at_ + 2)) {
      take(2, 'N');
      return true;
    }
    const bool two = begins(U"nh") || ((begins(U"ny") || begins(U"gn")) && pure_vowel(at_ + 2)) || (begins(U"gi") && pure_vowel(at_ + 2));
    if (!two && letter(at_) != U'y') return false;
    take(two ? 2 : 1, 'Y');
    return true;
  }

  /// Letters that only lengthen or join: r in "Lor" and "Phra", h in "vanh", w in "khwang".
  bool read_loose() {
    const char32_t c = word_[at_];
    const bool before_vowel = is_vowel(at_ + 1);
    if (c == U'h') {
      if (before_vowel) {
        take(1, 'H');
      } else {
        skip();
      }
    } else if (c == U'r') {
      if (before_vowel && (after_vowel_ || at_ == 0))
        take(1, 'L');
      else
        skip();
    } else if (c == U'v' || c == U'w') {
      const bool glide = at_ > 0 && std::u32string_view(U"kgh").find(word_[at_ - 1]) != word_.npos && !after_vowel_;
      if (before_vowel && !glide)
        take(1, 'V');
      else
        skip();
    } else {
      return false;
    }
    return true;
  }

  void read_spelling() {
    if (begins(U"ch") && at_ + 2 == word_.size()) {  // "Lếch"
      take(2, 'K');
      return;
    }
    for (const Spelling& spelling : spellings) {
      if (!begins(spelling.letters)) continue;
      take(spelling.letters.size(), spelling.kind, spelling.voice);
      return;
    }
    skip();
  }

  std::u32string_view word_;
  SoundList& sounds_;
  std::size_t at_ = 0;
  bool after_vowel_ = false;
};

}  // namespace

void read_latin_word(std::u32string_view word, SoundList& sounds) {
  LatinWord(word, sounds).read();
}

}  // namespace kevai::text
