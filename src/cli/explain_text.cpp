#include "cli/explain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "cli/wrap.hpp"
#include "extract/confidence.hpp"
#include "text/lexicon.hpp"

namespace kevai::cli {
namespace {

using extract::Clue;
using extract::FieldSource;

constexpr std::string_view step = "   ";

/// The first of those keys that has words.
std::string first_words(text::Language language, std::initializer_list<std::string> keys, const text::Args& args = {}) {
  for (const auto& key : keys)
    if (text::has_words(key)) return text::words(language, key, args);
  return {};
}

/// The cues that say something of a fact of each type, in the order of its types.
const std::array<std::vector<std::string_view>, extract::fact_types.size()> telling = {{
    {"act", "person.leads", "person.led-by"},
    {"doc", "signing", "act.signing", "cooperate", "valid", "since"},
    {"measure", "growth", "direction", "downstream", "certify", "trained"},
    {"person.title"},
    {"occasion", "anniversary"},
    {"give", "gift", "fund", "money", "goods", "purpose"},
    {"award.kind", "award.give", "award.grade", "award.rank"},
    {"target"},
    {"theme", "commit.agree", "commit.propose", "commit.will", "commit.also", "commit.contents"},
}};

/// Tells one article; facts come in the order of their quotes, so lines are counted once.
class Teller {
 public:
  Teller(std::string_view text, const Organisations& organisations, text::Language language)
      : text_(text), organisations_(organisations), language_(language) {}

  std::string tell(const extract::Fact& fact, const extract::Explanation& told, std::size_t number) {
    out_.clear();
    const std::string at = fmt::format("{:<3}", fmt::format("{} ", number));
    const auto head = wrap(text_of(fact, organisations_, language_), step);
    out_ += at + head.substr(std::min(head.size(), step.size())) + '\n';
    line(step, certainty_text(fact.confidence, language_));
    line(step, fmt::format("{}: “{}”", phrase("line", {{"line", std::to_string(line_of(fact.span.begin))}}), fact.quote));
    line(step, fmt::format("{}: {}", phrase("rule"), rule_of(fact)));
    heading("fields");
    for (const auto& source : told.fields) item(field_of(source, told));
    const auto cues = cues_of(told, fact.statement.index());
    if (!cues.empty()) line(step, fmt::format("{}: {}", phrase("cues"), fmt::join(cues, "; ")));
    if (!told.doubts.empty()) {
      std::vector<std::string> doubts;
      for (const auto& sign : told.doubts) doubts.push_back(words("sign." + sign));
      line(step, fmt::format("{}: {}", phrase("doubts"), fmt::join(doubts, "; ")));
    }
    return out_;
  }

 private:
  std::string words(const std::string& key) const { return text::words(language_, key); }
  std::string phrase(std::string_view key, const text::Args& args = {}) const {
    return text::words(language_, fmt::format("explain.{}", key), args);
  }
  void line(std::string_view indent, const std::string& text) {
    if (!text.empty()) out_ += wrap(text, indent) + '\n';
  }
  void heading(std::string_view key) { line(step, phrase(key)); }
  void item(const std::string& text) {
    const auto wrapped = wrap(text, "       ");
    out_ += "     - " + wrapped.substr(std::min<std::size_t>(wrapped.size(), 7)) + '\n';
  }

  std::size_t line_of(std::size_t begin) {
    if (begin < counted_) counted_ = 0, line_ = 1;
    line_ += static_cast<std::size_t>(
        std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_), text_.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    counted_ = begin;
    return line_;
  }

  std::string rule_of(const extract::Fact& fact) const {
    const std::string family(extract::type_of(fact));
    const auto measure = fact.rule.substr(fact.rule.find('.') + 1);
    const auto sentence =
        first_words(language_, {"rule." + fact.rule, "rule." + family}, {{"measure", first_words(language_, {"measure." + measure})}});
    return sentence.empty() ? fact.rule : fmt::format("{} ({})", sentence, fact.rule);
  }

  std::string value_of(const FieldSource& source) const {
    if (const auto date = PartialDate::parse(source.value);
        date && !date->empty() && source.field != "value" && source.field != "participants" && source.field != "count")
      return text::date(language_, *date);
    const auto worded = first_words(
        language_, {"activity." + source.value, "agreement." + source.value, "theme." + source.value, "measure." + source.value});
    if (!worded.empty() && (source.field == "kind" || source.field == "theme" || source.field == "measure")) return worded;
    return http::short_name({{source.value}, source.value}, organisations_, language_);
  }

  /// What a number written with "gần", "hơn" … means.
  std::string interval_of(const FieldSource& source, const extract::Explanation& told) const {
    for (const Clue& clue : told.clues) {
      if (clue.kind != Clue::Kind::number || clue.span != source.span) continue;
      const auto& [low, high] = std::pair(clue.number.low, clue.number.high);
      if (low && high && *low < *high)
        return phrase("interval", {{"low", text::number(language_, *low)}, {"high", text::number(language_, *high)}});
      if (low && !high) return phrase("from", {{"low", text::number(language_, *low)}});
    }
    return {};
  }

  /// "ngày: 12/03/2024 ← “Ngày 12/3” (trong đoạn trích; năm do chương trình suy ra)"
  std::string field_of(const FieldSource& source, const extract::Explanation& told) const {
    std::vector<std::string> how = {words(fmt::format("origin.{}", name_of(source.origin)))};
    const bool stands_for = source.origin == extract::Origin::context && !source.form.empty();
    if (stands_for) how = {first_words(language_, {"orgform." + source.form})};
    if (source.year_added) how.push_back(phrase("year_added"));
    if (const auto interval = interval_of(source, told); !interval.empty()) how.push_back(interval);
    const auto said = source.words.empty() ? std::string() : fmt::format("← “{}” ", source.words);
    return fmt::format("{}: {} {}({})", words("field." + source.field), value_of(source), said, fmt::join(how, "; "));
  }

  /// Each cue that says something of a fact of that type, once.
  std::vector<std::string> cues_of(const extract::Explanation& told, std::size_t type) const {
    std::vector<std::string> cues;
    std::set<std::string> seen;
    for (const Clue& clue : told.clues) {
      const text::Cue cue{clue.tag};
      const auto says = [&](text::Group group) { return cue.in(group); };
      if (clue.kind != Clue::Kind::cue || std::ranges::none_of(telling[type], says)) continue;
      const auto kind = clue.tag.starts_with("act.") ? "activity." + clue.tag.substr(4) : clue.tag;
      const auto meaning =
          first_words(language_, {kind, kind.substr(0, kind.rfind('.')), "cue." + clue.tag.substr(0, clue.tag.find_first_of(".-"))});
      if (meaning.empty() || !seen.insert(clue.words + meaning).second) continue;
      cues.push_back(fmt::format("“{}” = {}", clue.words, meaning));
    }
    return cues;
  }

  std::string_view text_;
  const Organisations& organisations_;
  text::Language language_;
  std::string out_;
  std::size_t counted_ = 0, line_ = 1;
};

}  // namespace

std::string certainty_text(double confidence, text::Language language) {
  if (confidence <= 0) return {};
  const auto certainty = text::words(language, fmt::format("certainty.{}", name_of(extract::certainty_of(confidence))));
  return text::words(language, "certainty.told", {{"certainty", certainty}, {"percent", fmt::format("{:.0f}", confidence * 100)}});
}

std::string explain_text(const extract::Article& article, std::string_view text, std::string_view name, const Organisations& organisations,
                         text::Language language) {
  std::string out = wrap(article.title.empty() ? name : article.title, "") + '\n';
  std::string about(name);
  if (article.dateline) about += " · " + text::date(language, article.dateline);
  out += wrap(about, "  ") + "\n";
  if (article.facts.empty()) out += '\n' + wrap(text::words(language, "explain.none"), "  ") + '\n';
  Teller teller(text, organisations, language);
  for (std::size_t i = 0; i < article.facts.size(); ++i) out += '\n' + teller.tell(article.facts[i], article.explanations[i], i + 1);
  return out + '\n';
}

}  // namespace kevai::cli
