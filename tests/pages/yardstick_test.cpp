#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "extract/extract.hpp"
#include "text/decode.hpp"

namespace kevai::test {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(KEVAI_SOURCE_DIR) / "tests/pages";

struct Line {
  char mark = '-';
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Page {
  std::string name;
  std::string text;
  std::string title;
  std::vector<Line> lines;
  std::vector<std::string> lost;  ///< lines of the article that the page's words do not hold

  std::string_view line(const Line& at) const { return std::string_view(text).substr(at.begin, at.end - at.begin); }
  bool html() const { return name.ends_with(".html"); }
};

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

using Marked = std::vector<std::pair<char, std::string>>;

Marked marked_lines(const fs::path& path) {
  Marked lines;
  std::istringstream stream(contents(path));
  for (std::string line; std::getline(stream, line);) {
    if (line.empty())
      lines.emplace_back('-', "");
    else
      lines.emplace_back(line[0], line.size() > 2 ? line.substr(2) : "");
  }
  return lines;
}

Page text_page(const fs::path& path) {
  Page page{.name = path.filename()};
  for (const auto& [mark, line] : marked_lines(path)) {
    if (!line.empty()) page.lines.push_back({mark, page.text.size(), page.text.size() + line.size()});
    if (mark == '=' && page.title.empty()) page.title = line;
    page.text += line + '\n';
  }
  return page;
}

/// Items of lists are written with their bullets.
std::string without_bullet(const std::string& line) {
  if (line.starts_with("- ")) return line.substr(2);
  const std::size_t dot = line.find(". ");
  return dot == 1 ? line.substr(3) : line;
}

Page html_page(const fs::path& path) {
  Page page{.name = path.filename(), .text = text::decode(contents(path)).value().text};
  Marked wanted = marked_lines(fs::path(path).replace_extension(".lines"));
  for (std::size_t begin = 0; begin < page.text.size();) {
    const std::size_t end = std::min(page.text.find('\n', begin), page.text.size());
    const std::string line = page.text.substr(begin, end - begin);
    const auto found = std::ranges::find(wanted, without_bullet(line), &Marked::value_type::second);
    page.lines.push_back({found == wanted.end() ? '-' : found->first, begin, end});
    if (found != wanted.end()) found->second.clear();
    if (page.lines.back().mark == '=') page.title = line;
    begin = end + 1;
  }
  for (const auto& [mark, line] : wanted) {
    if (mark == '+' && !line.empty()) page.lost.push_back(line);
  }
  return page;
}

std::vector<Page> pages() {
  std::vector<Page> pages;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".page") pages.push_back(text_page(entry.path()));
    if (entry.path().extension() == ".html") pages.push_back(html_page(entry.path()));
  }
  std::ranges::sort(pages, {}, &Page::name);
  return pages;
}

struct Measured {
  int wanted = 0;  ///< lines of articles
  int found = 0;   ///< of these taken for the article
  int wrong = 0;   ///< lines of the surroundings taken for the article
  int titles = 0;  ///< titles found, of `titled`
  int titled = 0;
  int wrong_facts = 0;  ///< facts that stand in the surroundings
  std::string faults;

  double precision() const { return found + wrong == 0 ? 0 : double(found) / (found + wrong); }
  double recall() const { return wanted == 0 ? 0 : double(found) / wanted; }
};

std::size_t covered(const extract::Article& article, const Line& line) {
  std::size_t bytes = 0;
  for (const auto& span : article.main) {
    const std::size_t begin = std::max(span.begin, line.begin), end = std::min(span.end, line.end);
    if (begin < end) bytes += end - begin;
  }
  return bytes;
}

void measure(const Page& page, Measured& sum) {
  const extract::Article article = extract::read(page.text);
  const auto fault = [&](std::string_view what, std::string_view line) {
    sum.faults += fmt::format("  {}: {}: {}\n", page.name, what, line);
  };
  for (const auto& line : page.lines) {
    const std::size_t bytes = covered(article, line), size = line.end - line.begin;
    if (line.mark == '+') {
      ++sum.wanted;
      if (bytes * 10 >= size * 8)
        ++sum.found;
      else
        fault("lost", page.line(line));
    } else if (line.mark == '-' && bytes * 2 >= size) {
      ++sum.wrong;
      fault("wrong", page.line(line));
    }
  }
  sum.wanted += static_cast<int>(page.lost.size());
  for (const auto& line : page.lost) fault("not in the page's words", line);
  sum.titled += !page.title.empty();
  sum.titles += !page.title.empty() && article.title == page.title;
  if (!page.title.empty() && article.title != page.title) fault("title", article.title);
  for (const auto& fact : article.facts) {
    for (const auto& line : page.lines) {
      if (line.mark != '-' || fact.span.begin < line.begin || fact.span.begin >= line.end) continue;
      ++sum.wrong_facts;
      fault("wrong fact", extract::to_json(fact));
    }
  }
}

TEST(PagesYardstick, HoldsTwentySixPagesInThreeLanguages) {
  std::map<std::string, int> counts;
  for (const auto& page : pages()) ++counts[page.name.substr(0, 2)];
  EXPECT_EQ(counts, (std::map<std::string, int>{{"vi", 13}, {"en", 7}, {"lo", 6}}));
}

TEST(PagesYardstick, FindsNoFewerAndNoMoreWrongLinesThanRecorded) {
  std::map<std::string, Measured> sums;
  for (const auto& page : pages()) {
    measure(page, sums[page.name.substr(0, 2)]);
    measure(page, sums[page.html() ? "html" : "text"]);
  }
  std::cout << fmt::format("{:<6} {:>9} {:>7} {:>7} {:>11}\n", "pages", "precision", "recall", "titles", "wrong facts");
  for (const auto& [kind, sum] : sums) {
    std::cout << fmt::format("{:<6} {:>9.3f} {:>7.3f} {:>4}/{:<2} {:>11}\n", kind, sum.precision(), sum.recall(), sum.titles, sum.titled,
                             sum.wrong_facts);
  }
  std::cout << sums["text"].faults << sums["html"].faults;
  const std::map<std::string, double> floors = {{"text", 0.97}, {"html", 0.93}};
  for (const auto& [kind, floor] : floors) {
    EXPECT_GE(sums[kind].precision(), 0.99) << kind;
    EXPECT_GE(sums[kind].recall(), floor) << kind;
    EXPECT_EQ(sums[kind].titles, sums[kind].titled) << kind;
    EXPECT_EQ(sums[kind].wrong_facts, 0) << kind;
  }
}

}  // namespace
}  // namespace kevai::test
