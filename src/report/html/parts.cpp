#include "report/html/parts.hpp"

#include <fmt/format.h>

#include "report/html/escape.hpp"

namespace kevai::report::html {
namespace {

std::string mark(text::Language language, std::string_view key) {
  return fmt::format(" <span class=\"mark\">{}</span>", escaped(text::words(language, key)));
}

std::string references(const Line& line, const Outline& outline) {
  std::string html;
  for (const Id& id : line.records) {
    const int number = outline.numbers.at(id.value);
    html += fmt::format(" <a class=\"ref\" href=\"#n{0}\">[{0}]</a>", number);
  }
  return html;
}

std::string item(const Line& line, const Outline& outline, text::Language language) {
  std::string html = "<li>" + escaped(line.text);
  if (line.undated) html += mark(language, "report.mark.undated");
  if (line.sample) html += mark(language, "report.mark.sample");
  if (line.unconfirmed) {
    html += fmt::format(" <span class=\"unconfirmed\" title=\"{}\">{}</span>", escaped(text::words(language, "report.unconfirmed_one")),
                        escaped(text::words(language, "report.mark.unconfirmed")));
  }
  for (const std::string& doubt : line.doubts) {
    html += fmt::format(" <span class=\"mark doubt\">{}</span>",
                        escaped(text::words(language, "report.mark.disagreement", {{"doubt", doubt}})));
  }
  return html + references(line, outline) + list(line.under, outline, language) + "</li>\n";
}

std::string counted(const FigureRow& row, const Outline& outline, text::Language language) {
  std::string html = escaped(row.counted);
  if (!row.records.empty()) {
    html = fmt::format("<details><summary>{}</summary>\n{}</details>", html, list(row.records, outline, language));
  }
  if (!row.doubtful.empty()) html += "<small class=\"doubt\">" + escaped(row.doubtful) + "</small>";
  if (!row.unnumbered.empty()) html += "<small>" + escaped(row.unnumbered) + "</small>";
  return html;
}

std::string missing(const FigureRow& row) {
  std::string html = escaped(row.missing.empty() ? "–" : row.missing);
  for (const std::string& note : row.explained) html += "<small class=\"explained\">" + escaped(note) + "</small>";
  return html;
}

}  // namespace

std::string list(const std::vector<Line>& lines, const Outline& outline, text::Language language) {
  if (lines.empty()) return {};
  std::string html = "<ul>\n";
  for (const Line& line : lines) html += item(line, outline, language);
  return html + "</ul>\n";
}

std::string figures(const std::vector<FigureRow>& rows, const Outline& outline, text::Language language) {
  if (rows.empty()) return {};
  std::string html = "<table>\n<thead><tr>";
  for (const char* column : {"measure", "said", "counted", "missing"}) {
    const std::string title = text::words(language, std::string("report.column.") + column);
    html += "<th scope=\"col\">" + escaped(title) + "</th>";
  }
  html += "</tr></thead>\n<tbody>\n";
  for (const FigureRow& row : rows) {
    const std::string nothing_said = text::words(language, "report.nothing_said");
    html += fmt::format(
        "<tr><th scope=\"row\">{}</th>\n<td>{}</td>\n<td class=\"number\">{}</td>\n<td "
        "class=\"number\">{}</td></tr>\n",
        escaped(row.measure), row.said.empty() ? escaped(nothing_said) : list(row.said, outline, language), counted(row, outline, language),
        missing(row));
  }
  return html + "</tbody>\n</table>\n";
}

std::string section(const Section& section, const Outline& outline, text::Language language) {
  std::string html = fmt::format("<section id=\"{}\">\n<h2>{}</h2>\n", escaped(section.anchor), escaped(section.title));
  if (section.groups.empty()) html += "<p class=\"nothing\">" + escaped(section.nothing) + "</p>\n";
  for (const Group& group : section.groups) {
    if (!group.title.empty()) html += "<h3>" + escaped(group.title) + "</h3>\n";
    html += figures(group.figures, outline, language) + list(group.lines, outline, language);
  }
  return html + "</section>\n";
}

}  // namespace kevai::report::html
