#include <boost/json.hpp>

#include "extract/extract.hpp"
#include "extract/json_number.hpp"

namespace kevai::extract {
namespace {

namespace json = boost::json;

void put(json::object& out, const Span& span) {
  if (span == Span{}) return;
  out["begin"] = span.begin;
  out["end"] = span.end;
}

json::object to_object(const FieldSource& source) {
  json::object out{{"field", source.field}, {"value", source.value}, {"origin", name_of(source.origin)}};
  put(out, source.span);
  if (!source.words.empty()) out["words"] = source.words;
  if (!source.form.empty()) out["form"] = source.form;
  if (source.year_added) out["year_added"] = true;
  return out;
}

json::object to_object(const Clue& clue) {
  json::object out{{"kind", name_of(clue.kind)}};
  put(out, clue.span);
  out["words"] = clue.words;
  if (!clue.tag.empty()) out[clue.kind == Clue::Kind::organisation ? "form" : "tag"] = clue.tag;
  if (!clue.means.empty()) out["means"] = json::value_from(clue.means);
  if (clue.number.low) out["low"] = json_number(*clue.number.low);
  if (clue.number.high) out["high"] = json_number(*clue.number.high);
  return out;
}

}  // namespace

std::string to_json(const Explanation& explanation) {
  json::object sentence, out;
  put(sentence, explanation.sentence);
  out["sentence"] = std::move(sentence);
  json::array fields, clues;
  for (const FieldSource& source : explanation.fields) fields.push_back(to_object(source));
  for (const Clue& clue : explanation.clues) clues.push_back(to_object(clue));
  out["fields"] = std::move(fields);
  out["clues"] = std::move(clues);
  out["signs"] = json::value_from(explanation.signs);
  out["doubts"] = json::value_from(explanation.doubts);
  return json::serialize(out);
}

}  // namespace kevai::extract
