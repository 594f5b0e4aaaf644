#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "articles/facts_agree.hpp"

namespace kevai::test {

/// An article with the facts that were written down for it.
struct Case {
  std::string name;  ///< begins with the language: vi-…, lo-…, en-…
  std::string text;
  std::vector<JsonFact> gold;

  std::string language() const { return name.substr(0, 2); }
};

inline std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

/// Those of a folder of articles (NAME.txt) and one of their facts (NAME.jsonl), by name.
inline std::vector<Case> cases(const std::filesystem::path& articles, const std::filesystem::path& facts) {
  std::vector<Case> cases;
  for (const auto& entry : std::filesystem::directory_iterator(articles)) {
    if (entry.path().extension() != ".txt") continue;
    Case one{entry.path().stem(), contents(entry.path()), {}};
    std::istringstream lines(contents(facts / (one.name + ".jsonl")));
    for (std::string line; std::getline(lines, line);)
      if (!line.empty()) one.gold.push_back(boost::json::parse(line).as_object());
    cases.push_back(std::move(one));
  }
  std::sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) { return a.name < b.name; });
  return cases;
}

}  // namespace kevai::test
