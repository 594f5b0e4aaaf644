#include "http/heading.hpp"

#include <array>

#include "http/names.hpp"

namespace kevai::http {
namespace {

constexpr std::array called_by{std::string_view("title"),     std::string_view("name"),     std::string_view("item"),
                               std::string_view("programme"), std::string_view("role"),     std::string_view("content"),
                               std::string_view("purpose"),   std::string_view("file_name")};
constexpr std::size_t most = 120;  // bytes of a name that is a whole sentence

std::string shortened(const std::string& text) {
  if (text.size() <= most) return text;
  const auto space = text.rfind(' ', most);
  std::size_t end = space == std::string::npos ? most : space;
  while (end > 0 && (text[end] & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

/// What a heading is made of, gathered from the fields.
struct Gather {
  std::array<std::string, called_by.size()> names{};
  std::string chosen{};  ///< the first choice among the fields: an activity's kind; a measure
  std::vector<model::Party> parties{};
  PartialDate date{};
  Id person{}, partnership{};

  void operator()(std::string_view name, const std::string& text) {
    if (name == "measure") chosen = text;
    for (std::size_t i = 0; i < called_by.size(); ++i)
      if (name == called_by[i]) names[i] = text;
  }
  void operator()(std::string_view, int) {}
  void operator()(std::string_view, const PartialDate& value) {
    if (!date) date = value;
  }
  void operator()(std::string_view, const Quantity&) {}
  void operator()(std::string_view, const model::Party& party) {
    if (!party.empty()) parties.push_back(party);
  }
  void operator()(std::string_view, const std::vector<model::Party>& all) { parties.insert(parties.end(), all.begin(), all.end()); }
  void operator()(std::string_view, const OrganisationId& id) {
    if (!id.empty()) parties.push_back({id, {}});
  }
  void operator()(std::string_view name, const Id& id) {
    if (name == "person") person = id;
    if (name == "partnership") partnership = id;
  }
  void operator()(std::string_view, const std::vector<Id>&) {}
  template <NamedEnum E>
  void operator()(std::string_view, E value) {
    if (chosen.empty()) chosen = name_of(value);
  }
};

/// What its kind is called: an activity's or agreement's own kind, else the record's.
std::string kind_in_words(std::string_view kind, const std::string& chosen, text::Language language) {
  for (const std::string& key : {std::string(kind) + "." + chosen, "measure." + chosen, "record." + std::string(kind)})
    if (text::has_words(key)) return text::words(language, key);
  return std::string(kind);
}

std::string parties_of(store::Reader& reader, const std::vector<model::Party>& parties, text::Language language) {
  Organisations organisations;
  std::string names;
  for (const model::Party& party : parties) {
    if (const auto record = party.id.empty() ? std::nullopt : reader.record(party.id))
      if (const auto* organisation = std::get_if<model::Organisation>(&*record)) organisations.emplace(party.id.value, *organisation);
    names += (names.empty() ? "" : " – ") + short_name(party, organisations, language);
  }
  return names;
}

std::string heading_of(store::Reader& reader, const model::Record& record, text::Language language) {
  if (const auto* organisation = std::get_if<model::Organisation>(&record)) return full_name(*organisation, language);
  if (const auto* person = std::get_if<model::Person>(&record)) return person->name;
  Gather of;
  std::visit([&](const auto& r) { describe(r, of); }, record);
  const std::string kind(name_of(model::kind_of(record)));
  std::string line = kind_in_words(kind, of.chosen, language);
  auto add = [&, first = true](const std::string& text) mutable {
    if (text.empty()) return;
    line += (first ? ": " : ", ") + text;
    first = false;
  };
  if (const auto person = of.person.empty() ? std::nullopt : reader.record(of.person))
    if (const auto* found = std::get_if<model::Person>(&*person)) add(found->name);
  for (const std::string& name : of.names) {
    if (name.empty()) continue;
    const std::string key = kind + "." + name;
    add(text::has_words(key) ? text::words(language, key) : shortened(name));
    break;
  }
  if (of.parties.empty() && !of.partnership.empty())
    if (const auto partnership = reader.record(of.partnership))
      if (const auto* found = std::get_if<model::Partnership>(&*partnership)) of.parties = found->parties;
  add(parties_of(reader, of.parties, language));
  add(text::date(language, of.date));
  return line;
}

}  // namespace

std::string heading(store::Reader& reader, const Id& id, text::Language language) {
  if (const auto record = reader.record(id)) return heading_of(reader, *record, language);
  const auto document = reader.document(id);
  return document ? document->title : std::string();
}

}  // namespace kevai::http
