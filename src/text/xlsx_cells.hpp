#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "text/cell_format.hpp"
#include "text/sheet.hpp"
#include "text/xml_reader.hpp"

namespace kevai::text {

/// Many texts behind one another.
class TextList {
 public:
  void add(std::string_view text) {
    all_ += text;
    ends_.push_back(all_.size());
  }
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(all_).substr(begin, ends_[i] - begin);
  }

 private:
  std::string all_;
  std::vector<std::size_t> ends_;
};

/// What the cells of a workbook refer to.
struct Workbook {
  TextList texts;
  std::vector<Shown> shown;  ///< by the number of a cell's style
  bool from_1904 = false;
};

Result<> read_shared_texts(const ZipFile& archive, const std::string& part, std::size_t limit, TextList& texts);
Result<> read_rows(XmlReader& xml, const Workbook& book, const EachRow& each);

}  // namespace kevai::text
