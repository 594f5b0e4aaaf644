#include "extract/main_text.hpp"

#include <unordered_set>

#include "extract/familiar_names.hpp"
#include "extract/page_head.hpp"
#include "extract/page_lines.hpp"

namespace kevai::extract {
namespace {

constexpr std::size_t long_line = 200;  // a paragraph in any event
constexpr std::size_t shortest_caption = 20;

/// Lao says as much in fewer letters.
constexpr std::size_t shortest_paragraph(text::Language language) {
  return language == text::Language::lo ? 40 : 60;
}
constexpr std::size_t shortest_sentence(text::Language language) {
  return language == text::Language::lo ? 15 : 25;
}

class PageReader {
 public:
  explicit PageReader(const Document& doc) : doc_(doc), lines_(page_lines(doc)), names_(doc) {}

  MainText read() {
    first_paragraph_ = lines_.size();
    for (std::size_t n = 0; n < lines_.size() && !ended_;) n = take(n);
    PageHead head = find_head(doc_, lines_, first_paragraph_, names_);
    if (head.title.last > head.title.first) page_.blocks.insert(page_.blocks.begin(), head.title);
    for (Block& block : page_.blocks) {
      if (block.kind == BlockKind::main && head.body > block.first && head.body < block.last) block.first = head.body;
    }
    page_.dateline = head.dateline;
    return std::move(page_);
  }

 private:
  bool mark(std::size_t i, std::string_view what) const { return doc_.mark(i, what); }

  /// Decides on a line, and on those after it that share its fate; gives the next one to decide on.
  std::size_t take(std::size_t n) {
    const PageLine& line = lines_[n];
    if (line.ends_page && paragraphs_ >= 2) {
      ended_ = true;
    } else if (line.related || line.ends_page || begins_list(n)) {
      outside_ = true;
    } else if (is_text(n)) {
      return outside_ ? take_run(n) : take_text(n);
    } else if (paragraphs_ > 0 && !outside_ && is_caption(n)) {
      page_.blocks.push_back({BlockKind::caption, line.first, line.last});
    }
    return n + 1;
  }

  std::size_t take_text(std::size_t n) {
    const PageLine& line = lines_[n];
    if (line.cell && !is_about_both(line)) return n + 1;
    if (!told_.insert(names_.hash(line.first, line.last)).second) return n + 1;  // printed twice
    if (is_summary(n)) {
      outside_ = true;
      return n + 1;
    }
    if (paragraphs_++ == 0) {
      first_paragraph_ = n;
      if (n > 0) names_.learn(lines_[n - 1].first, lines_[n - 1].last);
    }
    names_.learn(line.first, line.last);
    page_.blocks.push_back({BlockKind::main, line.first, line.last});
    return n + 1;
  }

  /// Paragraphs below a list of other articles: the article goes on with them, or they are of the list.
  std::size_t take_run(std::size_t n) {
    std::size_t end = n + 1;
    while (end < lines_.size() && is_text(end)) ++end;
    if (goes_on(n, end)) {
      outside_ = false;
      return take_text(n);
    }
    return end;
  }

  bool goes_on(std::size_t n, std::size_t end) const {
    const PageLine& above = lines_[n - 1];
    if (above.dated || above.listed || above.doubled) return false;
    if (is_headline(above) && names_.likeness(above, lines_[n]) >= alike) return false;
    if (paragraphs_ < 2 && (end - n > 1 || lines_[n].length >= long_line)) return true;
    return paragraphs_ > 0 && (refers_back(lines_[n]) || names_.knows_any(lines_[n].first, lines_[end - 1].last));
  }

  /// "At the meeting …", "The two sides …": the line goes on with what was told before.
  bool refers_back(const PageLine& line) const {
    return doc_.cues.starting(line.first, "org.both") || doc_.cues.starting(line.first, "org.partner") || tells_of_occasion(line);
  }

  bool tells_of_occasion(const PageLine& line) const {
    const auto begins = [&](std::size_t i, text::Group what) { return doc_.cues.starting(i, what); };
    if (begins(line.first, "page.goes-on")) return true;
    const text::Cue* closing = begins(line.first, "act.closing");
    const std::size_t words = doc_.language == text::Language::lo ? 5 : 2;  // "at" alone says nothing
    if (closing && closing->last >= line.first + words) return true;
    const text::Cue* at = begins(line.first, "place.at");
    if (!at) at = begins(line.first, "date.at");
    return at && (begins(at->last, "meeting.article") || begins(at->last, "act."));
  }

  /// A headline with its date, or one with a date below it, among or after the paragraphs: others' articles.
  bool begins_list(std::size_t n) const {
    if (paragraphs_ < 2) return false;
    if (lines_[n].listed) return true;
    return lines_[n].dated && !outside_ && is_headline(lines_[n - 1]) && page_.blocks.back().first != lines_[n - 1].first;
  }

  /// What a headline among the paragraphs tells again in a sentence of its own.
  bool is_summary(std::size_t n) const {
    return paragraphs_ >= 2 && is_headline(lines_[n - 1]) && names_.likeness(lines_[n - 1], lines_[n]) >= alike &&
           !names_.knows_any(lines_[n - 1].first, lines_[n - 1].last);
  }

  bool is_headline(const PageLine& line) const {
    return !line.sentence && !line.is_furniture() && line.last - line.first >= 5 && line.length < 300;
  }

  bool is_text(std::size_t n) const {
    const PageLine& line = lines_[n];
    if (line.first == line.last || line.is_furniture()) return false;
    if (n > 0 && lines_[n - 1].doubled) return false;  // the teaser below its headline
    return is_paragraph(line) || continues_list(n) || (paragraphs_ > 0 && announces_list(n)) || is_short_sentence(n) || carries_on(n);
  }

  bool is_paragraph(const PageLine& line) const {
    if (line.length < 40) return false;
    if (is_point(line) && !line.cell) return true;
    if (line.cell && (line.image || !line.sentence)) return false;
    if (line.sentence) return line.length >= shortest_paragraph(doc_.language);
    // Without a stop at its end: sentences before it, or the page was cut off in it.
    // Lao needs no stop.
    return line.length >= long_line && (line.stops || doc_.language == text::Language::lo || line.last >= doc_.tokens.size() - 1);
  }

  /// A paragraph of one short sentence, right below another.
  bool is_short_sentence(std::size_t n) const {
    const PageLine& line = lines_[n];
    const bool stop = line.sentence && !mark(line.last - 1, ":") && !mark(line.last - 1, ";");
    return stop && line.length >= shortest_sentence(doc_.language) && line.last - line.first > 5 && follows_text(n);
  }

  /// A paragraph without a stop at its end: "On this occasion …" right below another. ("The two sides …" may
  /// be a caption.)
  bool carries_on(std::size_t n) const { return lines_[n].length >= 40 && follows_text(n) && tells_of_occasion(lines_[n]); }

  bool follows_text(std::size_t n) const {
    if (outside_ || n == 0 || page_.blocks.empty() || lines_[n].cell || lines_[n].image) return false;
    return page_.blocks.back().kind == BlockKind::main && page_.blocks.back().first == lines_[n - 1].first;
  }

  /// A point of a list told in lines: "1. …", "- …;".
  bool is_point(const PageLine& line) const { return line.sentence && doc_.past_bullet(line.first) > line.first; }

  /// Only a cell that speaks of the other country tells more of this article.
  bool is_about_both(const PageLine& line) const {
    for (std::size_t i = line.first; i < line.last; ++i) {
      if (doc_.cues.starting(i, "country.la") || doc_.tokens[i].is("lftu")) return true;
    }
    return false;
  }

  /// "The MoU has five points, namely:" above "- Exchanging delegations;": short, and yet no heading.
  bool announces_list(std::size_t n) const {
    if (n + 1 >= lines_.size() || lines_[n].cell || !mark(lines_[n].last - 1, ":")) return false;
    return doc_.past_bullet(lines_[n + 1].first) > lines_[n + 1].first;
  }

  /// Is it an item of the list that a paragraph above announces: "… namely:", "- Exchanging delegations;"?
  bool continues_list(std::size_t n) const {
    const PageLine& line = lines_[n];
    if (doc_.past_bullet(line.first) == line.first) return false;
    if (!follows_text(n)) return false;
    const PageLine& before = lines_[n - 1];
    return mark(before.last - 1, ":") || doc_.past_bullet(before.first) > before.first;
  }

  bool is_caption(std::size_t n) const {
    const PageLine& line = lines_[n];
    if (line.length < shortest_caption || line.length > 300) return false;
    if (line.photo) return !line.cut_off && !line.doubled;
    return !line.is_furniture() && line.length <= 180 && n + 1 < lines_.size() && lines_[n + 1].last > lines_[n + 1].first &&
           !lines_[n + 1].is_furniture() && is_paragraph(lines_[n + 1]);
  }

  static constexpr double alike = 0.5;

  const Document& doc_;
  std::vector<PageLine> lines_;
  FamiliarNames names_;
  std::unordered_set<std::size_t> told_;
  std::size_t first_paragraph_ = 0;
  std::size_t paragraphs_ = 0;
  bool outside_ = false;  ///< in a list of other articles
  bool ended_ = false;
  MainText page_;
};

}  // namespace

MainText find_main_text(const Document& doc) {
  return PageReader(doc).read();
}

}  // namespace kevai::extract
