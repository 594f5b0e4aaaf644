#include "text/pdf_lines.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <string_view>

namespace kevai::text {
namespace {

constexpr std::size_t margin_lines = 2;  // at the head and at the foot of a page
constexpr std::size_t longest_margin = 300;
constexpr double full = 0.8;  // of the widest line: a line that ends because the paper does

struct Line {
  std::string words;
  std::size_t letters = 0;
  bool gap = false;   ///< space stands above it
  bool page = false;  ///< the first of its page
};

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

/// One line in plain spaces and well-formed UTF-8, without characters that show nothing.
Line clean(std::string_view raw) {
  Line line;
  const auto size = static_cast<int32_t>(raw.size());
  for (int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(raw.data(), at, size, c);
    if (c < 0x20 || c == 0x7F || u_isUWhiteSpace(c)) {
      if (!line.words.empty() && line.words.back() != ' ') line.words += ' ';
      continue;
    }
    if (c == 0xFEFF || (c >= 0x200B && c <= 0x200D)) continue;
    std::array<char, 4> bytes{};
    int32_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, c);
    line.words.append(bytes.data(), static_cast<std::size_t>(length));
    ++line.letters;
  }
  while (line.words.ends_with(' ')) line.words.pop_back();
  return line;
}

std::vector<Line> lines_of(std::string_view page) {
  std::vector<Line> lines;
  bool gap = false;
  while (!page.empty()) {
    const std::size_t end = page.find_first_of("\n\f");
    Line line = clean(page.substr(0, end));
    page.remove_prefix(end == page.npos ? page.size() : end + 1);
    if (line.words.empty()) {
      gap = true;
      continue;
    }
    line.gap = gap;
    line.page = lines.empty();
    gap = false;
    lines.push_back(std::move(line));
  }
  return lines;
}

/// The line with # for its numbers: "Trang 3/12" and "Trang 4/12" are one.
std::string shape(const std::string& words) {
  std::string shape;
  for (const char c : words) {
    if (!std::isdigit(static_cast<unsigned char>(c)))
      shape += c;
    else if (!shape.ends_with('#'))
      shape += '#';
  }
  return shape;
}

bool is_page_number(const std::string& words) {
  static const std::set<std::string> shapes = {"#",       "- # -",     "-#-",      "– # –",       "#/#",      "# / #",
                                               "Trang #", "Trang #/#", "Page #",   "Page # of #", "Page #/#", "ໜ້າ #",
                                               "[#]",     "| #",       "Trang: #", "Page | #",    "p. #"};
  return shapes.contains(shape(words));
}

using Pages = std::vector<std::vector<Line>>;

bool in_margin(const std::vector<Line>& page, std::size_t n) {
  return (n < margin_lines || n + margin_lines >= page.size()) && page[n].words.size() <= longest_margin;
}

/// Takes out what is repeated from page to page where pages begin and end, and page numbers.
void drop_margins(Pages& pages) {
  std::map<std::string, std::size_t> seen;  // on how many pages
  for (const auto& page : pages) {
    std::set<std::string> here;
    for (std::size_t n = 0; n < page.size(); ++n) {
      if (in_margin(page, n)) here.insert(shape(page[n].words));
    }
    for (const auto& one : here) ++seen[one];
  }
  for (auto& page : pages) {
    std::vector<Line> kept;
    for (std::size_t n = 0; n < page.size(); ++n) {
      const bool repeated = pages.size() > 1 && seen[shape(page[n].words)] * 2 > pages.size() && seen[shape(page[n].words)] > 1;
      const bool edge = n == 0 || n + 1 == page.size();
      if (in_margin(page, n) && (repeated || (edge && is_page_number(page[n].words)))) continue;
      kept.push_back(page[n]);
      kept.back().page = kept.size() == 1;
    }
    page = std::move(kept);
  }
}

UChar32 first_letter(std::string_view words) {
  UChar32 c = 0;
  int32_t at = 0;
  U8_NEXT_OR_FFFD(words.data(), at, static_cast<int32_t>(words.size()), c);
  return c;
}

/// "- …", "• …", "1. …", "a) …"
bool begins_item(std::string_view words) {
  for (const std::string_view bullet : {"- ", "– ", "• ", "+ ", "* ", "· ", "● ", " ", "o ", "▪ "}) {
    if (words.starts_with(bullet)) return true;
  }
  std::size_t digits = 0;
  while (digits < words.size() && std::isdigit(static_cast<unsigned char>(words[digits]))) ++digits;
  const std::string_view rest = words.substr(digits);
  if (digits > 0 && digits <= 2) return rest.starts_with(") ") || rest.starts_with(". ");
  return words.size() > 2 && std::isalpha(static_cast<unsigned char>(words[0])) && words.substr(1).starts_with(") ");
}

bool ends_sentence(std::string_view words) {
  return ends_with_any(words, {".", "!", "?", ":", ";", ".”", ".\"", "…", "./."});
}

class Joiner {
 public:
  explicit Joiner(std::size_t widest) : widest_(widest) {}

  void add(const Line& line) {
    if (!paragraph_.empty() && !goes_on(line)) end();
    if (paragraph_.empty())
      paragraph_ = line.words;
    else
      append(line.words);
    last_ = line.letters;
  }

  std::string take() {
    end();
    return std::move(text_);
  }

 private:
  bool goes_on(const Line& line) const {
    const UChar32 first = first_letter(line.words);
    const bool small = u_islower(first) || ends_with_any(paragraph_, {","});
    if (begins_item(line.words)) return false;
    if (paragraph_.ends_with("\u00AD")) return true;
    // Over the end of a page, or a space that is only the type's: where a sentence is not at its end.
    if (line.page || line.gap) return small && !ends_sentence(paragraph_);
    const bool wide = static_cast<double>(last_) >= full * static_cast<double>(widest_);
    if (ends_sentence(paragraph_)) return wide && last_ + 8 >= widest_;
    return wide || (small && last_ * 2 > widest_);
  }

  void append(const std::string& words) {
    const bool hyphen = paragraph_.size() > 1 && paragraph_.ends_with('-') && paragraph_[paragraph_.size() - 2] != ' ';
    if (paragraph_.ends_with("\u00AD")) {
      paragraph_.resize(paragraph_.size() - 2);
    } else if (hyphen) {
      // "coopera-|tion" is a word taken apart; "2024-|2029" and "Viêng-|Chăn" are not.
      if (u_islower(first_letter(words)) && std::isalpha(static_cast<unsigned char>(paragraph_[paragraph_.size() - 2])))
        paragraph_.pop_back();
    } else {
      paragraph_ += ' ';
    }
    paragraph_ += words;
  }

  void end() {
    if (!paragraph_.empty()) text_ += paragraph_ + '\n';
    paragraph_.clear();
  }

  std::size_t widest_;
  std::string text_;
  std::string paragraph_;
  std::size_t last_ = 0;  ///< letters of its last line
};

/// The width of the paper in letters: what nine lines of ten keep within, as one table may be wider.
std::size_t width_of(const Pages& pages) {
  std::vector<std::size_t> widths;
  for (const auto& page : pages) {
    for (const Line& line : page) widths.push_back(line.letters);
  }
  if (widths.empty()) return 0;
  const auto at = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
  std::ranges::nth_element(widths, at);
  return *at;
}

}  // namespace

std::string join_pdf_lines(const std::vector<std::string>& texts) {
  Pages pages;
  for (const auto& text : texts) pages.push_back(lines_of(text));
  drop_margins(pages);
  Joiner joiner(width_of(pages));
  for (const auto& page : pages) {
    for (const Line& line : page) joiner.add(line);
  }
  return joiner.take();
}

}  // namespace kevai::text
