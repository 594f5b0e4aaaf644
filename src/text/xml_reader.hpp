#pragma once

#include <libxml/xmlreader.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "text/zip_file.hpp"

namespace kevai::text {

/// The XML of an archive's entry, node by node; memory does not grow with it.
class XmlReader {
 public:
  /// `limit`: what the entry may unpack to. Failures: those of ZipFile::entry.
  static Result<std::unique_ptr<XmlReader>> open(const ZipFile& archive, const std::string& name, std::size_t limit);

  enum class Node { open, close, text, other };

  /// The next node; false at the end, and where failure() then says why.
  bool next();
  const std::optional<Error>& failure() const { return failure_; }

  Node node() const { return node_; }
  std::string_view name() const;            ///< of an element, without its prefix
  bool is_empty() const { return empty_; }  ///< an element that opens and closes at once: no close follows
  std::string_view text() const;
  /// An attribute's value by its local name; empty where there is none.
  std::string attribute(const char* name) const;
  /// The attribute of that local name in the namespace of relationships: `r:id`.
  std::string relationship() const;

 private:
  struct Free {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
  };
  explicit XmlReader(ZipEntry entry) : entry_(std::move(entry)) {}
  static int pull(void* self, char* into, int size);

  ZipEntry entry_;
  std::unique_ptr<xmlTextReader, Free> reader_;
  Node node_ = Node::other;
  bool empty_ = false;
  std::optional<Error> failure_;
};

}  // namespace kevai::text
