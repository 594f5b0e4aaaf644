#include <boost/json/object.hpp>

#include "http/names.hpp"
#include "http/routes.hpp"
#include "model/record_json.hpp"
#include "register/certificates.hpp"
#include "report/html/escape.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

constexpr const char* style =
    "body{margin:0;background:#fff;color:#1c1a17;font:18px/1.5 Tinos,'Times New Roman','Noto Serif Lao','Phetsarath OT',serif}"
    "main{max-width:34rem;margin:0 auto;padding:2rem 1.25rem}h1{font-size:1.5rem}"
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1.25rem}dt{color:#5d574e}dd{margin:0}";

std::string page(text::Language language, const std::string& title, const std::string& inner) {
  return "<!doctype html>\n<html lang=\"" + std::string(text::code(language)) +
         "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"robots\" content=\"noindex\">\n<title>" +
         report::html::escaped(title) + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n<main>\n<h1>" + report::html::escaped(title) +
         "</h1>\n" + inner + "</main>\n</body>\n</html>\n";
}

std::string line(text::Language language, const char* key, const std::string& value) {
  if (value.empty()) return {};
  return "<dt>" + report::html::escaped(text::words(language, key)) + "</dt><dd>" + report::html::escaped(value) + "</dd>\n";
}

std::string days(const model::Course& course, text::Language language) {
  const std::string first = text::date(language, course.date);
  return course.end_date ? first + " – " + text::date(language, course.end_date) : first;
}

Response html(int status, std::string body) {
  Response response{status, "text/html; charset=utf-8", std::move(body), {}};
  response.headers.emplace_back("Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
                                "frame-ancestors 'none'");
  return response;
}

}  // namespace

Result<Response> get_certificate(const Call& call) {
  std::optional<reg::Certificate> found;
  json::object shown;
  call.context.whole->read([&](store::Reader& reader) {
    found = reg::certificate(reader, call.id);
    if (!found) return;
    const auto course = model::to_json(model::Record(found->course));
    shown = {{"number", found->number}, {"name", found->name}};
    if (found->certified_on) shown["certified_on"] = found->certified_on.text();
    shown["programme"] = found->course.programme;
    for (const char* field : {"cohort", "stage", "date", "end_date", "organiser"})
      if (const auto* value = course.if_contains(field)) shown[field] = *value;
    auto names = organisations_in(shown, organisations_of(reader), call.language);
    shown["organisations"] = std::move(names);
  });
  if (!found) return fail(Failure::not_found, "certificate_unknown", {{"number", call.id}});
  return json_response(std::move(shown));
}

Result<Response> get_certificate_page(const Call& call) {
  const auto language = call.language;
  std::optional<reg::Certificate> found;
  std::string organiser;
  call.context.whole->read([&](store::Reader& reader) {
    found = reg::certificate(reader, call.id);
    if (!found) return;
    const auto organisations = organisations_of(reader);
    const auto known = organisations.find(found->course.organiser.id.value);
    organiser = known == organisations.end() ? found->course.organiser.stated : full_name(known->second, language);
  });
  if (!found) {
    const Error error{Failure::not_found, "certificate_unknown", {{"number", call.id}}, {}};
    return html(404, page(language, text::words(language, "certificate.unknown"),
                          "<p>" + report::html::escaped(text::message(language, error)) + "</p>\n"));
  }
  const model::Course& course = found->course;
  std::string lines = line(language, "certificate.number", found->number) + line(language, "certificate.name", found->name) +
                      line(language, "certificate.programme", course.programme);
  if (course.cohort != 0) lines += line(language, "certificate.cohort", std::to_string(course.cohort));
  if (course.stage != model::Stage::unstated)
    lines += line(language, "certificate.stage", text::words(language, "stage." + std::string(name_of(course.stage))));
  lines += line(language, "certificate.days", days(course, language)) + line(language, "certificate.organiser", organiser) +
           line(language, "certificate.certified_on", text::date(language, found->certified_on));
  return html(200, page(language, text::words(language, "certificate.valid"), "<dl>\n" + lines + "</dl>\n"));
}

}  // namespace kevai::http
