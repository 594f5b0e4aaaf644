#include <algorithm>
#include <boost/json.hpp>
#include <cmath>

#include "model/record_json.hpp"
#include "register/disagreement_json.hpp"
#include "register/rights/permission.hpp"
#include "report/holdings.hpp"
#include "report/render.hpp"

namespace kevai::report {
namespace {

namespace json = boost::json;

json::array ids(const std::vector<Id>& ids) {
  json::array array;
  for (const Id& id : ids) array.emplace_back(id.value);
  return array;
}

json::value number(double value) {
  if (value == std::floor(value) && std::abs(value) < 9e15) return static_cast<std::int64_t>(value);
  return value;
}

json::object quantity(const Quantity& quantity) {
  json::object object;
  if (quantity.low) object["low"] = number(*quantity.low);
  if (quantity.high) object["high"] = number(*quantity.high);
  if (!quantity.stated.empty()) object["stated"] = quantity.stated;
  object["qualifier"] = name_of(quantity.qualifier);
  object["figure"] = number(quantity.figure());
  return object;
}

json::object passage(const Passage& passage) {
  json::array fields;
  for (const std::string& field : passage.fields) fields.emplace_back(field);
  return {{"document", passage.document.value},
          {"document_title", passage.document_title},
          {"sample", passage.sample},
          {"begin", passage.span.begin},
          {"end", passage.span.end},
          {"quote", passage.quote},
          {"fields", std::move(fields)}};
}

json::object record(const Sourced& sourced) {
  json::object object = model::to_json(sourced.record);
  json::array passages;
  for (const Passage& rests_on : sourced.passages) passages.push_back(passage(rests_on));
  object["passages"] = std::move(passages);
  const auto titled = [&](const Id& document) -> reg::Titled {
    const auto passage = std::ranges::find(sourced.passages, document, &Passage::document);
    return {passage->document_title, passage->sample};  // every citation has its passage
  };
  if (reg::is_joint(model::kind_of(sourced.record))) object["confirmed_by_both"] = !sourced.unconfirmed;
  object["disagreements"] = reg::to_json(sourced.record, sourced.disagreements, titled);
  return object;
}

json::object figure(const Summary& summary, const Figure& figure) {
  json::object object{{"measure", figure.measure},
                      {"said", ids(figure.said)},
                      {"countable", figure.countable},
                      {"records", ids(figure.records)},
                      {"unnumbered", figure.unnumbered}};
  if (figure.countable) object["counted"] = quantity(figure.counted);
  if (figure.missing) object["missing"] = number(*figure.missing);
  if (figure.explained.empty()) return object;
  json::array notes;
  for (const Id& id : figure.explained)
    notes.push_back({{"observation", id.value}, {"note", std::get<model::Observation>(summary.records.at(id.value).record).explained}});
  object["explained"] = std::move(notes);
  return object;
}

const std::string& in(text::Language language, const std::string& vi, const std::string& lo, const std::string& en) {
  const std::string& wanted = language == text::Language::vi ? vi : language == text::Language::lo ? lo : en;
  return wanted.empty() ? vi : wanted;
}

/// Those the records name.
json::object organisations(const Summary& summary, text::Language language) {
  json::object object;
  for (const auto& [id, sourced] : summary.records) {
    for (const model::Party& party : parties_of(sourced.record)) {
      const auto known = summary.organisations.find(party.id.value);
      if (known == summary.organisations.end() || object.contains(party.id.value)) continue;
      const model::Organisation& o = known->second;
      object[party.id.value] = {{"name", in(language, o.name_vi, o.name_lo, o.name_en)},
                                {"place", in(language, o.place_vi, o.place_lo, o.place_en)},
                                {"country", o.country}};
    }
  }
  return object;
}

}  // namespace

std::string to_json(const Summary& summary, text::Language language) {
  json::object records;
  for (const auto& [id, sourced] : summary.records) records[id] = record(sourced);
  json::object points;
  for (const auto& [agreement, commitments] : summary.points) points[agreement] = ids(commitments);
  json::array figures;
  json::array courses;
  for (const Training& training : summary.courses) courses.emplace_back(training.course.value);
  for (const Figure& one : summary.figures) figures.push_back(figure(summary, one));

  const auto unconfirmed = std::ranges::count_if(summary.records, [](const auto& one) { return one.second.unconfirmed; });
  const json::object object{{"unconfirmed", unconfirmed},
                            {"period", {{"from", summary.period.from.text()}, {"to", summary.period.to.text()}}},
                            {"partnership", summary.partnership ? json::value(summary.partnership->value) : json::value(nullptr)},
                            {"organisations", organisations(summary, language)},
                            {"records", std::move(records)},
                            {"partnerships", ids(summary.partnerships)},
                            {"agreements", ids(summary.agreements)},
                            {"points", std::move(points)},
                            {"activities", ids(summary.activities)},
                            {"courses", std::move(courses)},
                            {"figures", std::move(figures)},
                            {"supports", ids(summary.supports)},
                            {"awards", ids(summary.awards)},
                            {"targets", ids(summary.targets)},
                            {"observations", ids(summary.observations)},
                            {"occasions", ids(summary.occasions)}};
  return json::serialize(object);
}

}  // namespace kevai::report
