#pragma once

#include <libxml/tree.h>

#include <string>
#include <string_view>
#include <unordered_map>

namespace kevai::text {

/// Walks a tree without recursion, as pages may be nested deeper than a stack: `enter` returns whether to go
/// below.
template <class Enter, class Leave>
void walk_nodes(const xmlNode* root, Enter enter, Leave leave) {
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

/// An element's name; empty for what is none.
std::string_view element_name(const xmlNode* node);
/// Does it stand on lines of its own?
bool is_block_element(const xmlNode* node);

/// Which parts of an HTML page are its article, by its marks (article, articleBody, main), by what parts are
/// called (nav, "related-news", "tin-lien-quan") and by how much of them is links.
class HtmlPage {
 public:
  explicit HtmlPage(const xmlNode* root);

  /// The part the article stands in: the whole page where nothing marks it.
  const xmlNode* part() const { return part_; }
  /// The page's only headline where it stands outside that part, or null.
  const xmlNode* headline() const { return headline_; }
  /// The title the page gives for others to show, where it shows no headline itself.
  const std::string& title() const { return title_; }
  /// The day it says for machines that it was published on, as YYYY-MM-DD; empty where it does not.
  const std::string& published() const { return published_; }
  /// Is it nothing that a reader of the article reads: menus, forms, teasers, comments?
  bool is_skipped(const xmlNode* node) const;

 private:
  struct Size {
    std::size_t text = 0;    ///< bytes
    std::size_t linked = 0;  ///< of these in links
    std::size_t prose = 0;   ///< of these in longer pieces outside links
    bool headline = false;   ///< an h1 stands in it
  };

  void measure(const xmlNode* root);
  void look_at(const xmlNode* node);
  void choose_part(const xmlNode* root);
  Size size(const xmlNode* node) const;
  bool is_linked(const xmlNode* node) const;
  bool is_teaser(const xmlNode* node) const;
  bool is_side_column(const xmlNode* node) const;
  void publish(const std::string& day);

  std::unordered_map<const xmlNode*, Size> sizes_;
  std::size_t whole_ = 0;
  const xmlNode* part_ = nullptr;
  const xmlNode* headline_ = nullptr;
  const xmlNode* body_ = nullptr;  ///< what is marked as the article's text
  const xmlNode* article_ = nullptr;
  const xmlNode* main_ = nullptr;
  std::size_t articles_ = 0;  ///< bytes of all that are marked as articles
  int article_count_ = 0;
  int headlines_ = 0;
  int mains_ = 0;
  std::string title_;
  std::string published_;
};

}  // namespace kevai::text
