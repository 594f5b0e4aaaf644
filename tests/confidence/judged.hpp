#pragma once

#include <set>

#include "articles/cases.hpp"
#include "extract/extract.hpp"

namespace kevai::test {

/// A fact found, with what its confidence is told from, and whether it is one of those written down.
struct Judged {
  std::size_t article = 0;
  std::string language;
  std::vector<std::string> signs;
  double confidence = 0;  ///< as the program tells it
  bool right = false;
};

inline std::vector<Judged> judge(const std::vector<Case>& articles) {
  std::vector<Judged> all;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const auto read = extract::read(articles[i].text, {}, extract::Explain::yes);
    std::vector<JsonFact> found;
    for (const auto& fact : read.facts) found.push_back(boost::json::parse(extract::to_json(fact)).as_object());
    std::set<std::size_t> right;
    for (const auto& [gold, pair] : pairs_of(articles[i].gold, found)) right.insert(pair);
    for (std::size_t f = 0; f < found.size(); ++f)
      all.push_back({i, articles[i].language(), read.explanations[f].signs, read.facts[f].confidence, right.count(f) != 0});
  }
  return all;
}

}  // namespace kevai::test
