#include "bench/corpus.hpp"

#include <algorithm>
#include <random>

#include "base/embedded.hpp"
#include "text/gazetteer.hpp"

namespace kevai::bench {
namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t limit) {
  return static_cast<std::size_t>(random() % limit);
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

/// Another province of the same country for each the article names, in its own language.
void move_provinces(std::string& text, Random& random) {
  const auto& all = text::organisations();
  for (const auto& from : all) {
    if (from.level != "province" || random() % 2 == 0) continue;
    const auto& to = all[below(random, all.size())];
    if (to.level != "province" || to.country != from.country) continue;
    for (const auto place : {&text::OrganisationEntry::place_vi, &text::OrganisationEntry::place_lo, &text::OrganisationEntry::place_en}) {
      if (!(from.*place).empty() && !(to.*place).empty()) replace_all(text, from.*place, to.*place);
    }
  }
}

void change_digits(std::string& text, Random& random) {
  for (char& c : text) {
    if (c >= '2' && c <= '9' && random() % 3 == 0) c = static_cast<char>('2' + below(random, 8));
  }
}

std::string shuffled_paragraphs(const std::string& text, Random& random) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  if (lines.size() > 4) {
    std::swap(lines[1 + below(random, lines.size() - 1)], lines[1 + below(random, lines.size() - 1)]);
    if (random() % 3 == 0) lines.erase(lines.begin() + 1 + static_cast<long>(below(random, lines.size() - 1)));
  }
  std::string out;
  for (const auto& line : lines) out += line + '\n';
  return out;
}

}  // namespace

std::vector<std::string> articles(std::size_t count) {
  Random random(1977);
  std::vector<std::string> made;
  const auto samples = embedded_samples();
  for (std::size_t i = 0; i < count; ++i) {
    std::string text = shuffled_paragraphs(std::string(samples[i % samples.size()].bytes), random);
    move_provinces(text, random);
    change_digits(text, random);
    made.push_back(std::move(text));
  }
  return made;
}

}  // namespace kevai::bench
