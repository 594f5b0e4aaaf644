#include <fmt/format.h>

#include "report/html/escape.hpp"
#include "report/html/parts.hpp"
#include "report/html/style.hpp"
#include "report/render.hpp"

namespace kevai::report {

std::string to_html(const Summary& summary, text::Language language) {
  const Outline outline = outline_of(summary, language);
  std::string page = fmt::format(
      "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{} · {}</title>\n"
      "<style>{}</style>\n</head>\n<body>\n<main>\n<header>\n<h1>{}</h1>\n<p "
      "class=\"period\">{}</p>\n</header>\n",
      text::code(language), html::escaped(outline.title), html::escaped(outline.period), html::style(), html::escaped(outline.title),
      html::escaped(outline.period));
  if (!outline.partnerships.empty()) {
    page += fmt::format("<section id=\"partnerships\">\n<h2>{}</h2>\n{}</section>\n", html::escaped(outline.partnerships_title),
                        html::list(outline.partnerships, outline, language));
  }
  page += "<p class=\"note\">" + html::escaped(outline.note) + "</p>\n";
  if (!outline.unconfirmed.empty()) page += "<p class=\"note\">" + html::escaped(outline.unconfirmed) + "</p>\n";
  for (const Section& section : outline.sections) page += html::section(section, outline, language);
  page += html::sources(outline, language);
  return page + "</main>\n</body>\n</html>\n";
}

}  // namespace kevai::report
