#include <boost/json/object.hpp>

#include "http/names.hpp"
#include "http/plain_page.hpp"
#include "http/routes.hpp"
#include "model/record_json.hpp"
#include "register/certificates.hpp"
#include "report/html/escape.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

std::string line(text::Language language, const char* key, const std::string& value) {
  if (value.empty()) return {};
  return "<dt>" + report::html::escaped(text::words(language, key)) + "</dt><dd>" + report::html::escaped(value) + "</dd>\n";
}

std::string days(const model::Course& course, text::Language language) {
  const std::string first = text::date(language, course.date);
  return course.end_date ? first + " – " + text::date(language, course.end_date) : first;
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
    return plain_page(404, language, text::words(language, "certificate.unknown"),
                      "<p>" + report::html::escaped(text::message(language, error)) + "</p>\n");
  }
  const model::Course& course = found->course;
  std::string lines = line(language, "certificate.number", found->number) + line(language, "certificate.name", found->name) +
                      line(language, "certificate.programme", course.programme);
  if (course.cohort != 0) lines += line(language, "certificate.cohort", std::to_string(course.cohort));
  if (course.stage != model::Stage::unstated)
    lines += line(language, "certificate.stage", text::words(language, "stage." + std::string(name_of(course.stage))));
  lines += line(language, "certificate.days", days(course, language)) + line(language, "certificate.organiser", organiser) +
           line(language, "certificate.certified_on", text::date(language, found->certified_on));
  return plain_page(200, language, text::words(language, "certificate.valid"), "<dl>\n" + lines + "</dl>\n");
}

}  // namespace kevai::http
