#include "text/html_page.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace kevai::text {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t prose_piece = 60;      // bytes of a text that is more than a label
constexpr std::size_t longest_teaser = 700;  // a headline and its summary
constexpr std::size_t shortest_headline = 20;
constexpr std::size_t wide_column = 300;  // of prose: a column of a page, not a cell of a table

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::ranges::find(names, name) != names.end();
}

std::string attribute(const xmlNode* node, std::string_view name) {
  for (const xmlAttr* at = node->type == XML_ELEMENT_NODE ? node->properties : nullptr; at; at = at->next) {
    if (name != reinterpret_cast<const char*>(at->name)) continue;
    return at->children && at->children->content ? reinterpret_cast<const char*>(at->children->content) : "";
  }
  return {};
}

/// "-tin-lien-quan-box-" of class="tinLienQuan_box" and the id: what a part is called, word by word.
std::string called(const xmlNode* node) {
  std::string words = "-";
  for (const auto name : {"class", "id"}) {
    char before = '-';
    for (const char c : attribute(node, name)) {
      const auto letter = static_cast<unsigned char>(c);
      if (std::isupper(letter) && std::islower(static_cast<unsigned char>(before))) words += '-';
      if (std::isalnum(letter))
        words += static_cast<char>(std::tolower(letter));
      else if (words.back() != '-')
        words += '-';
      before = c;
    }
    if (words.back() != '-') words += '-';
  }
  return words;
}

/// Parts whose makers call them something other than the article.
bool is_called_surroundings(const xmlNode* node) {
  static constexpr std::array names{
      "-related-"sv,  "-relatedposts-"sv, "-relate-"sv,      "-lien-quan-"sv,   "-lienquan-"sv,   "-tinlienquan-"sv,  "-tin-khac-"sv,
      "-tinkhac-"sv,  "-bai-khac-"sv,     "-cung-muc-"sv,    "-cung-chuyen-"sv, "-doc-nhieu-"sv,  "-xem-nhieu-"sv,    "-xem-them-"sv,
      "-tin-moi-"sv,  "-binh-luan-"sv,    "-news-other-"sv,  "-other-news-"sv,  "-most-read-"sv,  "-mostread-"sv,     "-most-viewed-"sv,
      "-popular-"sv,  "-trending-"sv,     "-recommended-"sv, "-read-more-"sv,   "-see-also-"sv,   "-sidebar-"sv,      "-comment-"sv,
      "-comments-"sv, "-share-"sv,        "-sharing-"sv,     "-social-"sv,      "-breadcrumb-"sv, "-breadcrumbs-"sv,  "-menu-"sv,
      "-navbar-"sv,   "-newsletter-"sv,   "-subscribe-"sv,   "-tags-"sv,        "-widget-"sv,     "-author-bio-"sv,   "-cookie-"sv,
      "-cookies-"sv,  "-copyright-"sv,    "-footer-"sv,      "-pagination-"sv,  "-rating-"sv,     "-advertisement-"sv};
  const std::string words = called(node);
  return std::ranges::any_of(names, [&](std::string_view name) {
    const std::size_t at = words.find(name);
    if (at == words.npos) return false;
    const std::string_view before = std::string_view(words).substr(0, at);
    return !before.ends_with("-has") && !before.ends_with("-with") && !before.ends_with("-no");
  });
}

bool is_never_read(const xmlNode* node) {
  static constexpr std::array names{"head"sv,   "script"sv, "style"sv,  "noscript"sv, "template"sv, "nav"sv,   "aside"sv,
                                    "footer"sv, "form"sv,   "button"sv, "select"sv,   "svg"sv,      "iframe"sv};
  static constexpr std::array roles{"navigation"sv, "complementary"sv, "contentinfo"sv, "search"sv};
  return is_one_of(element_name(node), names) || is_one_of(attribute(node, "role"), roles);
}

bool is_heading(const xmlNode* node) {
  static constexpr std::array names{"h2"sv, "h3"sv, "h4"sv, "h5"sv, "h6"sv};
  return is_one_of(element_name(node), names);
}

bool is_day(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (!std::isdigit(static_cast<unsigned char>(text[i]))) return false;
  }
  return true;
}

/// The day of {"datePublished": "2024-11-20T…"} in a script for machines.
std::string day_in_script(std::string_view script) {
  constexpr auto key = "\"datePublished\""sv;
  std::size_t at = script.find(key);
  if (at == script.npos) return {};
  at = script.find('"', script.find(':', at + key.size()));
  return at == script.npos ? std::string() : std::string(script.substr(at + 1, 10));
}

}  // namespace

std::string_view element_name(const xmlNode* node) {
  if (node->type != XML_ELEMENT_NODE || !node->name) return {};
  return reinterpret_cast<const char*>(node->name);
}

bool is_block_element(const xmlNode* node) {
  static constexpr std::array names{"p"sv,  "div"sv,   "section"sv, "article"sv, "main"sv,   "header"sv,     "h1"sv,
                                    "h2"sv, "h3"sv,    "h4"sv,      "h5"sv,      "h6"sv,     "ul"sv,         "ol"sv,
                                    "li"sv, "table"sv, "tr"sv,      "td"sv,      "th"sv,     "dl"sv,         "dt"sv,
                                    "dd"sv, "hr"sv,    "pre"sv,     "body"sv,    "figure"sv, "figcaption"sv, "blockquote"sv};
  return is_one_of(element_name(node), names);
}

HtmlPage::HtmlPage(const xmlNode* root) {
  measure(root);
  whole_ = size(root).text;
  choose_part(root);
}

HtmlPage::Size HtmlPage::size(const xmlNode* node) const {
  const auto found = sizes_.find(node);
  return found == sizes_.end() ? Size{} : found->second;
}

void HtmlPage::measure(const xmlNode* root) {
  int links = 0;
  walk_nodes(
      root,
      [&](const xmlNode* node) {
        look_at(node);
        if (is_never_read(node)) return element_name(node) == "head";
        if (element_name(node) == "a") ++links;
        return true;
      },
      [&](const xmlNode* node) {
        Size mine = size(node);
        if (node->type == XML_TEXT_NODE && node->content) {
          const std::string_view words(reinterpret_cast<const char*>(node->content));
          const auto space = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
          mine.text = words.size() - static_cast<std::size_t>(std::ranges::count_if(words, space));
          if (links > 0)
            mine.linked = mine.text;
          else if (mine.text >= prose_piece)
            mine.prose = mine.text;
        } else if (is_never_read(node)) {
          mine = {};
        } else {
          if (element_name(node) == "a") --links;
          mine.headline = mine.headline || element_name(node) == "h1";
          sizes_[node] = mine;
          if (element_name(node) == "article") {
            ++article_count_;
            articles_ += mine.text;
            if (mine.text > size(article_).text) article_ = node;
          }
          if (attribute(node, "itemprop") == "articleBody" && mine.text > size(body_).text) body_ = node;
        }
        if (node == root || mine.text == 0) return;
        Size& above = sizes_[node->parent];
        above.text += mine.text;
        above.linked += mine.linked;
        above.prose += mine.prose;
        above.headline = above.headline || mine.headline;
      });
}

void HtmlPage::publish(const std::string& day) {
  if (published_.empty() && is_day(day)) published_ = day.substr(0, 10);
}

/// What the page says of itself, and its marks.
void HtmlPage::look_at(const xmlNode* node) {
  const std::string_view name = element_name(node);
  if (name == "meta") {
    static constexpr std::array days{"article:published_time"sv, "datePublished"sv, "pubdate"sv, "publishdate"sv, "date"sv, "dc.date"sv,
                                     "DC.date.issued"sv};
    for (const auto key : {"property", "itemprop", "name"}) {
      const std::string said = attribute(node, key);
      if (said == "og:title" && title_.empty()) title_ = attribute(node, "content");
      if (is_one_of(said, days)) publish(attribute(node, "content"));
    }
  } else if (name == "script" && node->children && node->children->content) {
    if (attribute(node, "type") == "application/ld+json") publish(day_in_script(reinterpret_cast<const char*>(node->children->content)));
  } else if (name == "time" && attribute(node, "itemprop") == "datePublished") {
    publish(attribute(node, "datetime"));
  } else if (name == "h1") {
    ++headlines_;
    headline_ = node;
  } else if (name == "main") {
    ++mains_;
    main_ = node;
  }
}

void HtmlPage::choose_part(const xmlNode* root) {
  part_ = root;
  // Several articles are a list of teasers, unless one is by far the longest.
  const bool one_article = article_count_ == 1 || (size(article_).text * 3 > articles_ * 2 && size(article_).text * 3 > size(root).text);
  if (body_) {
    part_ = body_;
    // Its headline and its first lines may stand beside what is marked as its text.
    for (const xmlNode* above = body_->parent; above; above = above->parent) {
      if (attribute(above, "itemtype").ends_with("Article")) part_ = above;
    }
  } else if (one_article) {
    part_ = article_;
  } else if (mains_ == 1) {
    part_ = main_;
  }
  const bool within = size(part_).headline;
  if (within || headlines_ != 1 || part_ == root) headline_ = nullptr;
  if (headline_ || within) title_.clear();
}

bool HtmlPage::is_linked(const xmlNode* node) const {
  const Size s = size(node);
  return s.text > 0 && s.linked * 10 >= s.text * 9;
}

/// A headline that links to its article, with its summary: "<h3><a>…</a></h3><p>…</p>".
bool HtmlPage::is_teaser(const xmlNode* node) const {
  static constexpr std::array boxes{"div"sv, "li"sv, "section"sv, "article"sv, "td"sv, "dl"sv};
  const Size s = size(node);
  if (s.text == 0 || s.text > longest_teaser || s.linked < shortest_headline || !is_one_of(element_name(node), boxes)) return false;
  const xmlNode* first = nullptr;
  for (const xmlNode* child = node->children; child; child = child->next) {
    const std::size_t text = child->type == XML_TEXT_NODE && child->content && !first
                                 ? std::string_view(reinterpret_cast<const char*>(child->content)).find_first_not_of(" \t\r\n") + 1
                                 : size(child).text;
    if (text == 0) continue;
    if (!first) {
      if (!is_linked(child) || size(child).text < shortest_headline) return false;
      first = child;
      if (is_heading(child)) return true;
    } else {
      return is_block_element(child) || is_heading(first) || is_block_element(first);
    }
  }
  return false;
}

/// A column beside the one in which the page's text stands: pages were laid out in tables once.
bool HtmlPage::is_side_column(const xmlNode* node) const {
  if (element_name(node) != "td" || !node->parent) return false;
  const std::size_t mine = size(node).prose;
  std::size_t widest = 0;
  int cells = 0;
  for (const xmlNode* cell = node->prev; cell && cells < 5; cell = cell->prev, ++cells) widest = std::max(widest, size(cell).prose);
  cells = 0;
  for (const xmlNode* cell = node->next; cell && cells < 5; cell = cell->next, ++cells) widest = std::max(widest, size(cell).prose);
  return widest >= wide_column && mine * 5 < widest * 2;
}

bool HtmlPage::is_skipped(const xmlNode* node) const {
  if (node->type != XML_ELEMENT_NODE) return false;
  if (is_never_read(node)) return true;
  const Size s = size(node);
  if (node == part_ || s.headline || element_name(node) == "body" || s.text == 0) return false;
  if (is_heading(node) && is_linked(node)) return true;
  if (s.text * 5 < whole_ * 2 && is_called_surroundings(node)) return true;
  return is_teaser(node) || is_side_column(node);
}

}  // namespace kevai::text
