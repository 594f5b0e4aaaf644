#include <fmt/format.h>

#include "report/html/escape.hpp"
#include "report/html/parts.hpp"

namespace kevai::report::html {
namespace {

std::string passage(const Passage& passage, text::Language language) {
  std::string fields;
  for (const std::string& field : passage.fields) {
    if (!fields.empty()) fields += ", ";
    fields += text::words(language, "field." + field);
  }
  const std::string sample =
      passage.sample ? " <span class=\"mark\">" + escaped(text::words(language, "report.mark.sample")) + "</span>" : "";
  return fmt::format("<blockquote>{}</blockquote>\n<p class=\"from\">{}{} · {}</p>\n", escaped(passage.quote),
                     escaped(passage.document_title), sample, escaped(text::words(language, "report.states", {{"fields", fields}})));
}

}  // namespace

std::string sources(const Outline& outline, text::Language language) {
  std::string html = fmt::format("<section id=\"sources\">\n<h2>{}</h2>\n", escaped(text::words(language, "report.section.sources")));
  if (outline.sources.empty()) {
    return html + "<p class=\"nothing\">" + escaped(text::words(language, "report.nothing.sources")) + "</p>\n</section>\n";
  }
  html += "<ol>\n";
  for (const Source& source : outline.sources) {
    html += fmt::format("<li id=\"n{0}\">[{0}] <span class=\"kind\">{1}</span> {2}\n", source.number, escaped(source.kind),
                        escaped(source.text));
    for (const std::string& disagreement : source.disagreements) html += "<p class=\"doubt\">" + escaped(disagreement) + "</p>\n";
    for (const Passage& rests_on : source.record->passages) html += passage(rests_on, language);
    html += "</li>\n";
  }
  return html + "</ol>\n</section>\n";
}

}  // namespace kevai::report::html
