#include "store/search_match.hpp"

#include <algorithm>
#include <vector>

namespace kevai::store {
namespace {

constexpr std::string_view in_title = "^", in_names = "@", elsewhere = "", as_sound = "~", naming = "=", of_kind = "#";

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) text.append(text.empty() ? "" : between).append(part);
  return parts.size() > 1 ? "(" + text + ")" : text;
}

/// The words of a term where they have this mark.
std::string marked(const MatchSyntax& syntax, const SearchTerm& term, std::string_view mark) {
  std::vector<std::string> words;
  for (const std::string& word : term.words) words.push_back(std::string(mark) + word);
  if (syntax.has_phrases) {
    std::string phrase;
    for (const std::string& word : words) phrase.append(phrase.empty() ? "" : " ").append(word);
    words = {phrase};
  }
  for (std::string& word : words) word = quoted(word, syntax.quote);
  if (term.prefix) words.back() += syntax.beginning;
  return joined(words, syntax.both);
}

std::string sounding(const MatchSyntax& syntax, const std::string& sound) {
  return quoted(std::string(as_sound) + sound, syntax.quote).append(syntax.beginning);
}

std::string match_of(const MatchSyntax& syntax, const SearchTerm& term, Tier tier) {
  std::vector<std::string> either{marked(syntax, term, in_title)};
  if (tier >= Tier::names) either.push_back(marked(syntax, term, in_names));
  if (tier >= Tier::words) either.push_back(marked(syntax, term, elsewhere));
  if (tier == Tier::sound && !term.sound.empty()) either.push_back(sounding(syntax, term.sound));
  return joined(either, syntax.either);
}

std::string kind_match(const MatchSyntax& syntax, const std::string& kind) {
  return quoted(std::string(of_kind) + kind, syntax.quote);
}

/// The words of a text, each with the mark.
void append(std::string& all, std::string_view words, std::string_view mark) {
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    all.append(all.empty() ? "" : " ").append(mark).append(words.substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace

std::string quoted(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) {
    if (c == quote || (quote == '\'' && c == '\\')) out += c;
    out += c;
  }
  return out + quote;
}

bool has_sound(const SearchQuery& query) {
  return !query.sound.empty() || std::ranges::any_of(query.terms, [](const auto& term) { return !term.sound.empty(); });
}

std::string match_of(const MatchSyntax& syntax, const SearchQuery& query, Tier tier) {
  std::vector<std::string> terms;
  for (const SearchTerm& term : query.terms) terms.push_back(match_of(syntax, term, tier));
  std::string match = joined(terms, syntax.both);
  if (tier == Tier::sound && !query.sound.empty()) match = joined({match, sounding(syntax, query.sound)}, syntax.either);
  if (!query.kind.empty()) match = joined({match, kind_match(syntax, query.kind)}, syntax.both);
  std::vector<std::string> left_out;
  for (const std::string& kind : query.kinds_left_out) left_out.push_back(kind_match(syntax, kind));
  if (!left_out.empty()) match = "(" + match + std::string(syntax.without) + joined(left_out, syntax.either) + ")";
  return match;
}

std::string match_of_naming(const MatchSyntax& syntax, const Id& record) {
  return quoted(std::string(naming) + record.value, syntax.quote);
}

std::string marked_words(const SearchEntry& entry) {
  std::string all;
  all.reserve(2 * (entry.title.size() + entry.names.size()) + entry.content.size() + entry.sounds.size() + 512);
  append(all, entry.title, in_title);
  append(all, entry.names, in_names);
  append(all, entry.content, elsewhere);
  append(all, entry.sounds, as_sound);
  for (const Id& id : entry.refers) all.append(all.empty() ? "" : " ").append(naming).append(id.value);
  return all.append(all.empty() ? "" : " ").append(of_kind).append(entry.kind);
}

}  // namespace kevai::store
