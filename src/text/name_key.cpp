#include "text/name_key.hpp"

#include <algorithm>

#include "text/fold.hpp"
#include "text/lexicon.hpp"
#include "text/name_sounds.hpp"
#include "text/token.hpp"

namespace kevai::text {
namespace {

using Sounds = std::vector<NameSound>;

constexpr std::size_t longest_name = 64;      // in sounds; what goes beyond is not compared
constexpr std::size_t least_sounds = 4;       // shorter names are alike too easily
constexpr double most_for_short_names = 0.9;  // and never score more

Sounds sounds_of(std::string_view name) {
  Sounds sounds = name_sounds(name);
  if (sounds.size() > longest_name) sounds.resize(longest_name);
  return sounds;
}

bool in_lao(std::string_view name) {
  return name.find("\xE0\xBA") != name.npos || name.find("\xE0\xBB") != name.npos;
}

std::size_t words_of(std::string_view name) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : name) {
    const bool letter = c != ' ' && c != '-' && c != '.';
    words += letter && !inside ? 1 : 0;
    inside = letter;
  }
  return words;
}

/// At the end of a syllable n, ng and nh are heard as one.
char ending(const NameSound& sound) {
  return sound.kind == 'G' && sound.vowels == 0 ? 'N' : sound.kind;
}

double vowel_cost(const NameSound& a, const NameSound& b) {
  if (a.vowels == 0 && b.vowels == 0) return 0;
  if (a.vowels == 0 || b.vowels == 0) return 0.15;  // a silent e, a short a left out
  if ((a.vowels & b.vowels) != 0) return 0;
  const auto either = static_cast<std::uint8_t>(a.vowels | b.vowels);
  const auto near = [&](std::uint8_t pair) { return (either & ~pair) == 0; };
  if (near(vowel_o | vowel_u)) return 0.15;
  if (near(vowel_e | vowel_i) || near(vowel_a | vowel_e)) return 0.3;
  if (near(vowel_a | vowel_o)) return 0.4;
  if (near(vowel_e | vowel_u) || near(vowel_i | vowel_u)) return 0.6;
  return 1.3;
}

/// Consonants that one ear writes for the other.
double kind_cost(const NameSound& a, const NameSound& b) {
  const char x = ending(a), y = ending(b);
  if (x == y) {
    const bool ends = a.vowels == 0 || b.vowels == 0;
    return a.voice == b.voice || ends ? 0 : 0.35;
  }
  const auto pair = [&](char p, char q) { return (x == p && y == q) || (x == q && y == p); };
  if (pair('S', 'C') || pair('N', 'Y') || pair('G', 'N')) return 0.5;
  if (pair('L', 'N')) return 0.7;
  return 1;
}

/// A sound one name lacks: h, v and y are often swallowed, and so is a vowel a name begins with.
double missing_cost(const NameSound& sound) {
  switch (sound.kind) {
    case 'H':
    case '0':
      return 0.4;
    case 'V':
    case 'Y':
      return 0.7;
    default:
      return 1;
  }
}

/// Two names side by side, at the least cost.
class Alignment {
 public:
  Alignment(const Sounds& a, const Sounds& b) : a_(a), b_(b), costs_((a.size() + 1) * (b.size() + 1)) {
    for (std::size_t i = 0; i <= a.size(); ++i)
      for (std::size_t j = 0; j <= b.size(); ++j) cost(i, j) = i + j == 0 ? 0 : cheapest(i, j);
  }

  double total() const { return costs_.back(); }

  /// What differs, in order.
  std::vector<NameReason> differences() const {
    std::vector<NameReason> found;
    int vowels = 0;
    for (std::size_t i = a_.size(), j = b_.size(); i + j > 0;) {
      const double here = at(i, j);
      if (i > 0 && j > 0 && here == at(i - 1, j - 1) + both(i, j)) {
        --i, --j;
        if (vowel_cost(a_[i], b_[j]) >= 0.3) ++vowels;
        if (kind_cost(a_[i], b_[j]) > 0) {
          found.push_back({"sounds_differ", {{"one", letters(a_[i])}, {"other", letters(b_[j])}}});
        }
      } else if (i > 0 && here == at(i - 1, j) + missing_cost(a_[i - 1])) {
        found.push_back({"sound_missing", {{"sound", letters(a_[--i])}}});
      } else {
        found.push_back({"sound_missing", {{"sound", letters(b_[--j])}}});
      }
    }
    std::reverse(found.begin(), found.end());
    if (vowels > 0) found.push_back({"vowels_differ", {{"count", std::to_string(vowels)}}});
    return found;
  }

 private:
  double& cost(std::size_t i, std::size_t j) { return costs_[i * (b_.size() + 1) + j]; }
  double at(std::size_t i, std::size_t j) const { return costs_[i * (b_.size() + 1) + j]; }
  double both(std::size_t i, std::size_t j) const { return kind_cost(a_[i - 1], b_[j - 1]) + vowel_cost(a_[i - 1], b_[j - 1]); }
  double cheapest(std::size_t i, std::size_t j) const {
    double least = 1e9;
    if (i > 0 && j > 0) least = at(i - 1, j - 1) + both(i, j);
    if (i > 0) least = std::min(least, at(i - 1, j) + missing_cost(a_[i - 1]));
    if (j > 0) least = std::min(least, at(i, j - 1) + missing_cost(b_[j - 1]));
    return least;
  }

  /// A sound as people write it.
  static std::string letters(const NameSound& sound) {
    switch (sound.kind) {
      case 'K':
        return sound.voice == Voice::aspirated ? "kh" : sound.voice == Voice::voiced ? "g" : "k";
      case 'T':
        return sound.voice == Voice::aspirated ? "th" : sound.voice == Voice::voiced ? "d" : "t";
      case 'P':
        return sound.voice == Voice::aspirated ? "ph" : sound.voice == Voice::voiced ? "b" : "p";
      case 'C':
        return "ch";
      case 'G':
        return "ng";
      case 'Y':
        return "nh/y";
      case 'S':
        return "s/x";
      case '0':
        return "–";
      default:
        return std::string(1, static_cast<char>(sound.kind - 'A' + 'a'));
    }
  }

  const Sounds& a_;
  const Sounds& b_;
  std::vector<double> costs_;
};

}  // namespace

std::string name_key(std::string_view name) {
  std::string key;
  for (const NameSound& sound : sounds_of(name)) {
    const char kind = ending(sound);
    if (kind != '0' && kind != 'H') key += kind;
  }
  return key;
}

std::vector<std::string> near_keys(const std::string& key) {
  std::vector<std::string> keys{key};
  for (std::size_t i = 0; i < key.size() && key.size() > 1; ++i) {
    if (i > 0 && key[i] == key[i - 1]) continue;  // leaves the same key
    keys.push_back(key.substr(0, i) + key.substr(i + 1));
  }
  return keys;
}

namespace {

/// "Nguyễn Văn Hùng", "Nguyen Van Hung": a Vietnamese person's name, whose every mark tells.
bool is_vietnamese(std::string_view name) {
  const auto tokens = tokenize(name);
  if (tokens.size() < 2 || tokens.size() > 4) return false;
  for (const Language language : {Language::vi, Language::en}) {
    const CueMap cues(Lexicon::of(language).cues(tokens), tokens.size());
    if (cues.starting(0, "name.family")) return true;
  }
  return false;
}

std::string without_spaces(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '-'; });
  return text;
}

/// Two Vietnamese names are one where their letters are and no mark says otherwise.
NameMatch match_vietnamese(std::string_view a, std::string_view b) {
  constexpr double apart = 0.5;
  const std::string x = without_spaces(fold(a)), y = without_spaces(fold(b));
  if (x != y) return {apart, {{"letters_differ", {}}}};
  const auto marks = [](std::string_view name) {
    std::string keys;
    for (const Token& token : tokenize(name)) keys += token.key;
    return keys;
  };
  const std::string one = marks(a), other = marks(b);
  const bool agree = one == other || one == x || other == x;
  return agree ? NameMatch{1, {{"same_sounds", {}}}} : NameMatch{apart, {{"marks_differ", {}}}};
}

}  // namespace

NameMatch match_names(std::string_view a, std::string_view b) {
  if (is_vietnamese(a) && is_vietnamese(b)) return match_vietnamese(a, b);
  const Sounds x = sounds_of(a), y = sounds_of(b);
  if (x.empty() || y.empty()) return {};
  const Alignment aligned(x, y);
  const std::size_t shorter = std::min(x.size(), y.size());
  NameMatch match{std::max(0.0, 1 - aligned.total() / static_cast<double>(shorter)), aligned.differences()};
  std::vector<NameReason> told;
  if (match.reasons.empty()) told.push_back({"same_sounds", {}});
  if (in_lao(a) != in_lao(b)) told.push_back({"two_scripts", {}});
  if (in_lao(a) == in_lao(b) && words_of(a) != words_of(b)) told.push_back({"by_syllable", {}});
  match.reasons.insert(match.reasons.begin(), told.begin(), told.end());
  if (shorter < least_sounds) {
    match.reasons.push_back({"short", {}});
    match.score = std::min(match.score, most_for_short_names);
  }
  return match;
}

}  // namespace kevai::text
