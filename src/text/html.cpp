#include "text/html.hpp"

#include <libxml/HTMLparser.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "text/html_page.hpp"

namespace kevai::text {
namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Tree = std::unique_ptr<xmlDoc, FreeDocument>;

bool is_heading(const xmlNode* node) {
  const std::string_view name = element_name(node);
  return name == "h1" || name == "h2" || name == "h3";
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Does it go on in the middle of a sentence?
bool begins_small(std::string_view words) {
  UChar32 c = 0;
  int32_t at = 0;
  U8_NEXT(words.data(), at, static_cast<int32_t>(words.size()), c);
  return c > 0 && u_islower(c);
}

class Writer {
 public:
  explicit Writer(const HtmlPage& page) : page_(page) {}

  /// Adds the words of this part of the page.
  void write(const xmlNode* part) {
    walk_nodes(part, [this](const xmlNode* node) { return enter(node); }, [this](const xmlNode* node) { leave(node); });
    end_line();
  }
  void write(std::string_view line) {
    add(line);
    end_line();
  }
  std::string take() { return std::move(text_); }

 private:
  bool enter(const xmlNode* node) {
    if (page_.is_skipped(node)) {
      skipped_ = node;
      return false;
    }
    const std::string_view name = element_name(node);
    if (is_block_element(node)) end_line();
    if (name == "br") broken_ = true;
    if (name == "a") ++links_;
    if (name == "ol" || name == "ul") lists_.push_back(name == "ol" ? 1 : 0);
    if (name == "li") bullet_ = next_bullet();
    if (is_heading(node)) ++headings_;
    if (node->type == XML_TEXT_NODE && node->content) add(reinterpret_cast<const char*>(node->content));
    return true;
  }

  void leave(const xmlNode* node) {
    if (node == std::exchange(skipped_, nullptr)) return;
    const std::string_view name = element_name(node);
    if (is_block_element(node)) end_line();
    if (name == "a") --links_;
    if ((name == "ol" || name == "ul") && !lists_.empty()) lists_.pop_back();
    if (is_heading(node)) --headings_;
  }

  std::string next_bullet() {
    if (lists_.empty() || lists_.back() == 0) return "- ";
    return std::to_string(lists_.back()++) + ". ";
  }

  void add(std::string_view words) {
    const std::size_t first = static_cast<std::size_t>(std::ranges::find_if_not(words, is_space) - words.begin());
    if (first < words.size() && std::exchange(broken_, false)) {
      const bool goes_on =
          !line_.empty() && begins_small(words.substr(first)) && std::string_view(".!?:;").find(last_mark()) == std::string_view::npos;
      if (!goes_on)
        end_line();
      else if (line_.back() != ' ')
        line_ += ' ';
    }
    const std::size_t before = line_.size();
    for (const char c : words) {
      if (!is_space(c))
        line_ += c;
      else if (!line_.empty() && line_.back() != ' ')
        line_ += ' ';
    }
    if (links_ > 0) linked_ += line_.size() - before;
    heading_ = heading_ || headings_ > 0;
  }

  char last_mark() const {
    const std::size_t last = line_.find_last_not_of(' ');
    return last == line_.npos ? ' ' : line_[last];
  }

  void end_line() {
    broken_ = false;
    if (!line_.empty() && line_.back() == ' ') line_.pop_back();
    if (line_.empty()) return;
    // A headline with its date is more than a link, a sentence that begins with a name that is one is not.
    const bool mostly = line_.back() == '.' ? linked_ * 10 >= line_.size() * 9 : linked_ * 3 >= line_.size() * 2;
    if (!mostly || linked_ == 0 || heading_) text_ += bullet_ + line_ + '\n';
    bullet_.clear();
    line_.clear();
    linked_ = 0;
    heading_ = false;
  }

  const HtmlPage& page_;
  std::string text_;
  std::string line_;
  std::string bullet_;      ///< of the item whose first line this is
  std::vector<int> lists_;  ///< the open lists: 0, or the next number
  std::size_t linked_ = 0;  ///< bytes of the line that are a link's
  bool heading_ = false;    ///< is the line of a heading?
  bool broken_ = false;     ///< a <br> stands before what comes
  int links_ = 0;           ///< how many links and headings are open
  int headings_ = 0;
  const xmlNode* skipped_ = nullptr;
};

Tree parse(std::string_view html) {
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  return Tree(htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", options));
}

}  // namespace

bool is_html(std::string_view text) {
  constexpr std::size_t within = 1024;  // comments and a declaration may stand before
  std::string beginning(text.substr(0, within));
  std::ranges::transform(beginning, beginning.begin(), [](unsigned char c) { return std::tolower(c); });
  const std::size_t first = beginning.find_first_not_of(" \t\r\n");
  if (first == beginning.npos || beginning[first] != '<') return false;
  return beginning.contains("<!doctype html") || beginning.contains("<html") || beginning.contains("<body");
}

std::string html_text(std::string_view html) {
  const Tree tree = parse(html);
  const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
  if (!root) return {};
  const HtmlPage page(root);
  Writer writer(page);
  writer.write(page.published());
  if (page.headline())
    writer.write(page.headline());
  else
    writer.write(page.title());
  writer.write(page.part());
  return writer.take();
}

}  // namespace kevai::text
