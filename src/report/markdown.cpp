#include <fmt/format.h>

#include "report/outline.hpp"
#include "report/render.hpp"

namespace kevai::report {
namespace {

/// Text that Markdown shows as it is, on one line.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\r' || c == '\t') {
      out += ' ';
      continue;
    }
    if (std::string_view("\\`*_[]<>|#~").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

class Markdown {
 public:
  Markdown(const Summary& summary, text::Language language) : outline_(outline_of(summary, language)), language_(language) {}

  std::string write() {
    out_ = fmt::format("# {}\n\n**{}**\n\n", plain(outline_.title), plain(outline_.period));
    if (!outline_.partnerships.empty()) {
      out_ += plain(outline_.partnerships_title) + ":\n\n";
      list(outline_.partnerships);
    }
    out_ += plain(outline_.note) + "\n\n";
    if (!outline_.unconfirmed.empty()) out_ += plain(outline_.unconfirmed) + "\n\n";
    for (const Section& section : outline_.sections) write(section);
    sources();
    return std::move(out_);
  }

 private:
  std::string word(std::string_view key, const text::Args& args = {}) const { return text::words(language_, key, args); }

  /// The line with its marks and references, as footnotes.
  std::string inline_text(const Line& line) const {
    std::string text = plain(line.text);
    if (line.undated) text += " (" + plain(word("report.mark.undated")) + ")";
    if (line.sample) text += " (" + plain(word("report.mark.sample")) + ")";
    if (line.unconfirmed) text += " " + plain(word("report.mark.unconfirmed"));
    for (const std::string& doubt : line.doubts) text += " (" + plain(word("report.mark.disagreement", {{"doubt", doubt}})) + ")";
    for (const Id& id : line.records) text += fmt::format(" [^{}]", outline_.numbers.at(id.value));
    return text;
  }

  void list(const std::vector<Line>& lines, const std::string& indent = {}) {
    for (const Line& line : lines) {
      out_ += indent + "- " + inline_text(line) + "\n";
      list(line.under, indent + "  ");
    }
    if (indent.empty() && !lines.empty()) out_ += "\n";
  }

  std::string counted(const FigureRow& row) const {
    std::string text = plain(row.counted);
    for (const Line& line : row.records) {
      for (const Id& id : line.records) text += fmt::format(" [^{}]", outline_.numbers.at(id.value));
    }
    if (!row.doubtful.empty()) text += "; " + plain(row.doubtful);
    return row.unnumbered.empty() ? text : text + "; " + plain(row.unnumbered);
  }

  std::string missing(const FigureRow& row) const {
    std::string text = row.missing.empty() ? "–" : row.missing;
    for (const std::string& note : row.explained) text += "; " + plain(note);
    return text;
  }

  void table(const std::vector<FigureRow>& rows) {
    if (rows.empty()) return;
    out_ += fmt::format("| {} | {} | {} | {} |\n| --- | --- | ---: | ---: |\n", word("report.column.measure"), word("report.column.said"),
                        word("report.column.counted"), word("report.column.missing"));
    for (const FigureRow& row : rows) {
      std::string said;
      for (const Line& line : row.said) said += (said.empty() ? "" : "<br>") + inline_text(line);
      out_ += fmt::format("| {} | {} | {} | {} |\n", plain(row.measure), said.empty() ? plain(word("report.nothing_said")) : said,
                          counted(row), missing(row));
    }
    out_ += "\n";
  }

  void write(const Section& section) {
    out_ += "## " + plain(section.title) + "\n\n";
    if (section.groups.empty()) out_ += plain(section.nothing) + "\n\n";
    for (const Group& group : section.groups) {
      if (!group.title.empty()) out_ += "### " + plain(group.title) + "\n\n";
      table(group.figures);
      list(group.lines);
    }
  }

  void sources() {
    out_ += "## " + plain(word("report.section.sources")) + "\n\n";
    if (outline_.sources.empty()) out_ += plain(word("report.nothing.sources")) + "\n";
    for (const Source& source : outline_.sources) {
      out_ += fmt::format("[^{}]: {} – {}", source.number, plain(source.kind), plain(source.text));
      for (const std::string& disagreement : source.disagreements) out_ += ". " + plain(disagreement);
      for (const Passage& passage : source.record->passages) {
        const std::string sample = passage.sample ? ", " + word("report.mark.sample") : "";
        out_ += fmt::format(". “{}” ({}{})", plain(passage.quote), plain(passage.document_title), plain(sample));
      }
      out_ += "\n";
    }
  }

  Outline outline_;
  text::Language language_;
  std::string out_;
};

}  // namespace

std::string to_markdown(const Summary& summary, text::Language language) {
  return Markdown(summary, language).write();
}

}  // namespace kevai::report
