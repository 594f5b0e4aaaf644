#include "http/names.hpp"

#include <set>
#include <utility>

namespace kevai::http {
namespace {

const std::string& in_language(const std::string& vi, const std::string& lo, const std::string& en, text::Language language) {
  switch (language) {
    case text::Language::vi:
      return vi;
    case text::Language::lo:
      return lo.empty() ? vi : lo;
    case text::Language::en:
      return en.empty() ? vi : en;
  }
  std::unreachable();
}

/// The texts of it that may be ids, wherever they stand.
void gather_texts(const boost::json::value& value, std::set<std::string>& texts) {
  if (const auto* text = value.if_string()) texts.emplace(text->c_str());
  if (const auto* array = value.if_array())
    for (const auto& item : *array) gather_texts(item, texts);
  if (const auto* object = value.if_object())
    for (const auto& field : *object) gather_texts(field.value(), texts);
}

}  // namespace

Organisations organisations_of(store::Reader& reader) {
  Organisations organisations;
  for (auto& organisation : reader.organisations()) {
    const auto id = organisation.id.value;
    organisations.emplace(id, std::move(organisation));
  }
  return organisations;
}

std::string full_name(const model::Organisation& o, text::Language language) {
  return in_language(o.name_vi, o.name_lo, o.name_en, language);
}

std::string place_of(const model::Organisation& o, text::Language language) {
  return in_language(o.place_vi, o.place_lo, o.place_en, language);
}

std::string short_name(const model::Party& party, const Organisations& organisations, text::Language language) {
  const auto found = organisations.find(party.id.value);
  if (found == organisations.end()) return party.stated.empty() ? party.id.value : party.stated;
  const auto place = place_of(found->second, language);
  return place.empty() ? full_name(found->second, language) : place;
}

std::string partnership_name(const model::Partnership& partnership, const Organisations& organisations, text::Language language) {
  std::string name;
  for (const auto& party : partnership.parties) name += (name.empty() ? "" : " – ") + short_name(party, organisations, language);
  return name;
}

boost::json::object to_json(const model::Organisation& organisation, text::Language language) {
  boost::json::object json{{"name", full_name(organisation, language)}};
  if (const auto place = place_of(organisation, language); !place.empty()) json["place"] = place;
  json["country"] = organisation.country;
  return json;
}

boost::json::object organisations_in(const boost::json::value& shown, const Organisations& organisations, text::Language language) {
  std::set<std::string> texts;
  gather_texts(shown, texts);
  boost::json::object json;
  for (const auto& text : texts)
    if (const auto found = organisations.find(text); found != organisations.end()) json[text] = to_json(found->second, language);
  return json;
}

}  // namespace kevai::http
