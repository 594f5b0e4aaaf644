#include "text/html.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <vector>

#include "base/result.hpp"

namespace kevai::text {
namespace {

using namespace std::string_view_literals;

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Page = std::unique_ptr<xmlDoc, FreeDocument>;

std::string_view name_of(const xmlNode* node) {
  if (node->type != XML_ELEMENT_NODE || !node->name) return {};
  return reinterpret_cast<const char*>(node->name);
}

template <std::size_t N>
bool is_one_of(const xmlNode* node, const std::array<std::string_view, N>& names) {
  return std::ranges::find(names, name_of(node)) != names.end();
}

/// What a reader of the article does not read.
bool is_skipped(const xmlNode* node) {
  static constexpr std::array names{"head"sv, "script"sv, "style"sv,  "noscript"sv, "template"sv, "nav"sv,   "aside"sv,
                                    "footer"sv, "form"sv, "button"sv, "select"sv,   "svg"sv,      "iframe"sv};
  return is_one_of(node, names);
}

bool is_block(const xmlNode* node) {
  static constexpr std::array names{
      "p"sv,  "div"sv, "section"sv, "article"sv, "main"sv, "header"sv, "h1"sv, "h2"sv,         "h3"sv,     "h4"sv,
      "h5"sv, "h6"sv,  "ul"sv,      "ol"sv,      "li"sv,   "table"sv,  "tr"sv, "td"sv,         "th"sv,     "dl"sv,
      "dt"sv, "dd"sv,  "br"sv,      "hr"sv,      "pre"sv,  "body"sv,   "figure"sv, "figcaption"sv, "blockquote"sv};
  return is_one_of(node, names);
}

bool is_heading(const xmlNode* node) {
  static constexpr std::array names{"h1"sv, "h2"sv, "h3"sv};
  return is_one_of(node, names);
}

/// Walks a tree without recursion, as pages may be nested deeper than a stack: `enter` returns whether to go below.
template <class Enter, class Leave>
void walk(const xmlNode* root, Enter enter, Leave leave) {
  const xmlNode* node = root;
  while (node) {
    if (enter(node) && node->children) {
      node = node->children;
      continue;
    }
    leave(node);
    while (node != root && !node->next) {
      node = node->parent;
      leave(node);
    }
    node = node == root ? nullptr : node->next;
  }
}

class Writer {
 public:
  /// Adds the words of this part of the page.
  void write(const xmlNode* part) {
    walk(
        part, [this](const xmlNode* node) { return enter(node); }, [this](const xmlNode* node) { leave(node); });
    end_line();
  }
  std::string take() { return std::move(text_); }

 private:
  bool enter(const xmlNode* node) {
    if (is_skipped(node)) return false;
    if (is_block(node)) end_line();
    if (name_of(node) == "a") ++links_;
    if (is_heading(node)) ++headings_;
    if (node->type == XML_TEXT_NODE && node->content) add(reinterpret_cast<const char*>(node->content));
    return true;
  }

  void leave(const xmlNode* node) {
    if (is_skipped(node)) return;
    if (is_block(node)) end_line();
    if (name_of(node) == "a") --links_;
    if (is_heading(node)) --headings_;
  }

  void add(std::string_view words) {
    const std::size_t before = line_.size();
    for (const char c : words) {
      const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (!space) line_ += c;
      else if (!line_.empty() && line_.back() != ' ') line_ += ' ';
    }
    if (links_ > 0) linked_ += line_.size() - before;
    heading_ = heading_ || headings_ > 0;
  }

  void end_line() {
    if (!line_.empty() && line_.back() == ' ') line_.pop_back();
    const bool only_links = linked_ * 10 >= line_.size() * 9 && linked_ > 0 && !heading_;
    if (!line_.empty() && !only_links) text_ += line_ + '\n';
    line_.clear();
    linked_ = 0;
    heading_ = false;
  }

  std::string text_;
  std::string line_;
  std::size_t linked_ = 0;  ///< bytes of the line that are a link's
  bool heading_ = false;    ///< is the line of a heading?
  int links_ = 0;           ///< how many links and headings are open
  int headings_ = 0;
};

std::vector<const xmlNode*> elements(const xmlNode* root, std::string_view name) {
  std::vector<const xmlNode*> found;
  walk(
      root,
      [&](const xmlNode* node) {
        if (name_of(node) == name) found.push_back(node);
        return true;
      },
      [](const xmlNode*) {});
  return found;
}

Page parse(std::string_view html) {
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  return Page(htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", options));
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
  const Page page = parse(html);
  const xmlNode* root = page ? xmlDocGetRootElement(page.get()) : nullptr;
  if (!root) return {};
  const xmlNode* part = root;
  for (const auto name : {"article"sv, "main"sv}) {
    // Several articles are a list of teasers.
    if (const auto marked = elements(root, name); marked.size() == 1) {
      part = marked.front();
      break;
    }
  }
  Writer writer;
  const auto headlines = elements(root, "h1");
  if (part != root && headlines.size() == 1 && elements(part, "h1").empty()) writer.write(headlines.front());
  writer.write(part);
  return writer.take();
}

}  // namespace kevai::text
