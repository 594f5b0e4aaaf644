#include "text/lao_sounds.hpp"

#include <string>

namespace kevai::text {
namespace {

constexpr char32_t wo = U'ວ', nyo = U'ຍ', ho = U'ຫ', o = U'ອ', lo_loot = U'ຣ', silencer = U'\u0ECC';

bool any_of(char32_t c, std::u32string_view letters) {
  return letters.find(c) != letters.npos;
}
bool is_leading(char32_t c) {
  return any_of(c, U"ເແໂໄໃ");
}
/// A vowel written after, above or below its consonant.
bool is_following(char32_t c) {
  return any_of(c, U"ະາ\u0EB1\u0EB4\u0EB5\u0EB6\u0EB7\u0EB8\u0EB9\u0EBB\u0ECDຽ");
}
bool is_tone(char32_t c) {
  return c >= 0x0EC8 && c <= 0x0ECB;
}

std::uint8_t vowels_of(char32_t c) {
  switch (c) {
    case U'ະ':
    case U'າ':
    case U'\u0EB1':
    case U'ໄ':
    case U'ໃ':
      return vowel_a;
    case U'ເ':
      return vowel_e;
    case U'ແ':
      return vowel_a | vowel_e;
    case U'\u0EB4':
    case U'\u0EB5':
    case U'ຽ':
    case nyo:
      return vowel_i;
    case U'\u0EB6':
    case U'\u0EB7':
      return vowel_u | vowel_e;
    case U'\u0EB8':
    case U'\u0EB9':
    case wo:
      return vowel_u;
    default:
      return vowel_o;  // ໂ, ົ, ໍ and ອ
  }
}

NameSound consonant_of(char32_t c) {
  if (any_of(c, U"ກ")) return {'K'};
  if (any_of(c, U"ຂຄ")) return {'K', Voice::aspirated};
  if (any_of(c, U"ດ")) return {'T', Voice::voiced};
  if (any_of(c, U"ຕ")) return {'T'};
  if (any_of(c, U"ຖທ")) return {'T', Voice::aspirated};
  if (any_of(c, U"ບ")) return {'P', Voice::voiced};
  if (any_of(c, U"ປ")) return {'P'};
  if (any_of(c, U"ຜພຝຟ")) return {'P', Voice::aspirated};
  if (any_of(c, U"ສຊ")) return {'S'};
  if (any_of(c, U"ຈ")) return {'C'};
  if (any_of(c, U"ງ")) return {'G'};
  if (any_of(c, U"ນ")) return {'N'};
  if (any_of(c, U"ມ")) return {'M'};
  if (any_of(c, U"ລຣ")) return {'L'};
  if (any_of(c, U"ຍຢ")) return {'Y'};
  if (any_of(c, U"ຫຮ")) return {'H'};
  if (any_of(c, U"ວ")) return {'V'};
  return {};
}

class LaoWord {
 public:
  LaoWord(std::u32string_view word, SoundList& sounds) : sounds_(sounds) {
    for (const char32_t c : word) {
      if (!is_tone(c)) word_ += c;
    }
  }

  void read() {
    for (; at_ < word_.size(); ++at_) step(word_[at_]);
  }

 private:
  char32_t next() const { return at_ + 1 < word_.size() ? word_[at_ + 1] : U' '; }
  char32_t before() const { return at_ > 0 ? word_[at_ - 1] : U' '; }

  void step(char32_t c) {
    if (c == silencer) {
      sounds_.silence_last();
    } else if (is_leading(c)) {
      leading_ = vowels_of(c);
    } else if (c == U'\u0ECD' && next() == U'າ') {  // ຳ is am
      sounds_.vowel(vowel_a);
      sounds_.consonant('M');
      ++at_;
    } else if (is_following(c)) {
      sounds_.vowel(vowels_of(c));
    } else if (c == o) {
      read_o();
    } else if (c == wo || c == nyo) {
      read_half_vowel(c);
    } else if (!silent(c)) {
      if (const NameSound sound = consonant_of(c); sound.kind != '0') consonant(sound);
    }
  }

  /// ຫ only raises the tone of the sonorant after it; ຣ after a consonant is not spoken: ພຣະ.
  bool silent(char32_t c) const {
    if (c == ho) return any_of(next(), U"ນມລຣວຍງ");
    return c == lo_loot && at_ > 0 && leading_ == 0 && consonant_of(before()).kind != '0' && before() != wo;
  }

  void consonant(const NameSound& sound) {
    sounds_.consonant(sound.kind, sound.voice);
    if (leading_ != 0) sounds_.vowel(leading_);
    leading_ = 0;
  }

  /// ອ carries the vowel of a syllable that begins with one, or is itself the vowel o.
  void read_o() {
    const bool carrier = leading_ != 0 || is_following(next()) || next() == o || at_ == 0;
    if (!carrier) {
      sounds_.vowel(vowel_o);
      return;
    }
    sounds_.first_vowel(leading_);
    leading_ = 0;
  }

  /// ວ and ຍ are consonants before their vowel, else part of the vowel before them.
  void read_half_vowel(char32_t c) {
    const bool vowel_follows = is_following(next()) || next() == o;
    const bool glide = c == wo && any_of(before(), U"ກຂຄງ") && any_of(next(), U"ະາ\u0EB1ຽ");
    if (glide)
      sounds_.vowel(vowel_u);
    else if (leading_ != 0 || at_ == 0 || vowel_follows || (before() == ho && c == wo))
      consonant(consonant_of(c));
    else
      sounds_.vowel(off_glide(c));
  }

  /// What the end of a syllable adds to its vowel: ບົວ is bua, ຂາວ and ນ້ອຍ are a and o.
  std::uint8_t off_glide(char32_t c) const {
    if (c == nyo) return 0;
    if (before() == U'\u0EBB') return vowel_u | vowel_a;
    return is_following(before()) ? 0 : vowels_of(c);
  }

  std::u32string word_;
  SoundList& sounds_;
  std::size_t at_ = 0;
  std::uint8_t leading_ = 0;  // vowels written before the consonant to come
};

}  // namespace

void read_lao_word(std::u32string_view word, SoundList& sounds) {
  LaoWord(word, sounds).read();
}

}  // namespace kevai::text
