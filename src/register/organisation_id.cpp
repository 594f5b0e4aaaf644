#include "register/organisation_id.hpp"

#include <string>

#include "text/fold.hpp"

namespace kevai::reg {
namespace {

constexpr std::size_t longest_slug = 60;

/// "Kỳ Sơn" → ky-son; nothing where there are no Latin letters. A long name is cut, where it can be at the end of a word.
std::string slug(const std::string& name) {
  std::string out;
  for (const char c : text::fold(name)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain)
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  if (out.size() > longest_slug) {
    const auto word = out.rfind('-', longest_slug);
    out.resize(word == out.npos || word == 0 ? longest_slug : word);
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

}  // namespace

Id new_organisation_id(const model::Organisation& organisation, const std::function<bool(const Id&)>& taken) {
  std::string name;
  for (const std::string* text : {&organisation.place_vi, &organisation.place_en, &organisation.name_vi, &organisation.name_en})
    if (name.empty()) name = slug(*text);
  const std::string base = (organisation.country == "LA" ? "la." : "vn.") + (name.empty() ? "organisation" : name);
  Id id{base};
  for (int number = 2; taken(id); ++number) id.value = base + "-" + std::to_string(number);
  return id;
}

}  // namespace kevai::reg
