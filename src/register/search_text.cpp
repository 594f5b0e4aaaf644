#include "register/search_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>

#include "register/keys.hpp"
#include "text/name_key.hpp"
#include "text/search_words.hpp"
#include "text/words.hpp"

namespace kevai::reg {
namespace {

using text::Language;

constexpr std::array languages{Language::vi, Language::lo, Language::en};
constexpr std::size_t least_sounds = 3;
constexpr std::size_t most_words_of_a_name = 12;
/// PostgreSQL holds a megabyte of words and places a row; either database is given as much of a text.
constexpr std::size_t most_content = 400'000;
constexpr std::size_t most_names = 50'000;

void add(std::vector<std::string>& texts, const std::string& text) {
  if (!text.empty() && std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
}

bool among(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

/// The words of `<list>.<value>` in three languages, where there are any.
bool add_label(SearchText& into, std::string_view list, std::string_view value) {
  const std::string key = std::string(list) + "." + std::string(value);
  if (!text::has_words(key)) return false;
  for (const Language language : languages) add(into.labels, text::words(language, key));
  return true;
}

void add_organisation(SearchText& into, const model::Organisation& organisation) {
  for (const auto* name : {&organisation.name_vi, &organisation.name_lo, &organisation.name_en, &organisation.place_vi,
                           &organisation.place_lo, &organisation.place_en, &organisation.other_names})
    add(into.names, *name);
}

/// Adds what the record of that id is called.
void add_named(Named& named, SearchText& into, const Id& id) {
  const model::Record* record = named.find(id);
  if (!record || !into.refers.insert(id).second) return;
  if (const auto* organisation = std::get_if<model::Organisation>(record)) add_organisation(into, *organisation);
  if (const auto* person = std::get_if<model::Person>(record)) {
    for (const auto* name : {&person->name, &person->other_names}) {
      add(into.names, *name);
      add(into.people, *name);
    }
  }
  if (const auto* agreement = std::get_if<model::Agreement>(record)) add(into.names, agreement->title);
  if (const auto* partnership = std::get_if<model::Partnership>(record)) {
    for (const model::Party& party : partnership->parties) {
      add(into.names, party.stated);
      add_named(named, into, party.id);
    }
  }
}

/// Takes each field into the text.
struct Collect {
  Named& named;
  model::RecordKind kind;
  SearchText& into;

  void operator()(std::string_view name, const std::string& text) const {
    using enum model::RecordKind;
    if (among(name, {"key", "sha256", "media_type", "country", "unit", "currency", "time", "sex"})) return;
    if (name == "measure" && add_label(into, name, text)) return;
    const bool called = among(name, {"name", "title", "item", "programme", "role", "file_name"});
    const bool of_person = (name == "name" && (kind == person || kind == trainee || kind == delegate)) ||
                           (kind == person && name == "other_names") || name == "head" || name == "signatories";
    if ((kind == occasion || kind == support || kind == award) && called && add_label(into, kind == occasion ? "occasion" : "item", text))
      return;
    if (of_person) add(into.people, text);
    add(called || kind == organisation || kind == person ? into.title : into.content, text);
  }
  void operator()(std::string_view, int) const {}
  void operator()(std::string_view, const PartialDate& date) const {
    if (date.year() != 0) add(into.labels, std::to_string(date.year()));
  }
  void operator()(std::string_view, const Quantity& quantity) const { add(into.content, quantity.stated); }
  void operator()(std::string_view, const model::Party& party) const {
    add(into.names, party.stated);
    add_named(named, into, party.id);
  }
  void operator()(std::string_view name, const std::vector<model::Party>& parties) const {
    for (const model::Party& party : parties) (*this)(name, party);
  }
  void operator()(std::string_view, const OrganisationId& id) const {
    // Of the organisations above and after it the tree tells.
    if (kind != model::RecordKind::organisation) add_named(named, into, id);
  }
  void operator()(std::string_view name, const Id& id) const {
    if (among(name, {"person", "partnership", "agreement"})) add_named(named, into, id);
  }
  void operator()(std::string_view, const std::vector<Id>&) const {}
  template <NamedEnum E>
  void operator()(std::string_view name, E value) const {
    if (!add_label(into, name, name_of(value))) add_label(into, name_of(kind), name_of(value));
  }
};

/// The words of a name or label. They come back with record after record: each thread remembers some thousands.
const std::string& name_words(const std::string& name) {
  thread_local std::unordered_map<std::string, std::string> known;
  if (known.size() > 4096) known.clear();
  const auto [at, fresh] = known.try_emplace(name);
  if (fresh) at->second = text::search_text(name, most_names);
  return at->second;
}

/// Do these words stand in the text already, one after the other? (A place stands in the name of its organisation.)
bool holds(std::string_view all, std::string_view words) {
  for (auto at = all.find(words); at != all.npos; at = all.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || all[at - 1] == ' ') && (end == all.size() || all[end] == ' ')) return true;
  }
  return false;
}

std::string folded(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) {
    const std::string& words = name_words(text);
    if (all.size() + words.size() > most_names) break;
    if (!words.empty() && !holds(all, words)) all.append(all.empty() ? "" : " ").append(words);
  }
  return all;
}

std::string folded_content(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) {
    const std::string words = text::search_text(text, most_content - std::min(most_content, all.size()));
    if (!words.empty()) all.append(all.empty() ? "" : " ").append(words);
  }
  return all;
}

/// What the names sound like, from each of their words on: whoever knows but a family name finds it too.
std::string sounds_of(const std::vector<std::string>& people) {
  std::set<std::string> sounds;
  for (const std::string& names : people) {
    for (std::size_t begin = 0; begin < names.size();) {
      const std::size_t end = std::min(names.find_first_of(";,\n/", begin), names.size());
      const std::string name = without_address(names.substr(begin, end - begin));
      std::size_t words = 0;
      for (std::size_t at = 0; at < name.size() && words < most_words_of_a_name; ++words) {
        std::string key = text::name_key(std::string_view(name).substr(at));
        std::ranges::transform(key, key.begin(), [](unsigned char c) { return std::tolower(c); });
        if (key.size() >= least_sounds) sounds.insert(key);
        at = name.find(' ', at);
        if (at != name.npos) ++at;
      }
      begin = end + 1;
    }
  }
  std::string all;
  for (const std::string& sound : sounds) all.append(all.empty() ? "" : " ").append(sound);
  return all;
}

/// The texts of a fact's fields, in which organisations are named by their ids.
struct FactTexts {
  std::set<std::string>& seen;
  void operator()(std::string_view, const std::string& text) const { seen.insert(text); }
  void operator()(std::string_view, const std::vector<std::string>& texts) const { seen.insert(texts.begin(), texts.end()); }
  void operator()(std::string_view, const auto&) const {}
};

bool may_be_organisation(const std::string& text) {
  return (text.starts_with("vn.") || text.starts_with("la.")) && text.find(' ') == text.npos;
}

}  // namespace

const model::Record* Named::find(const Id& id) {
  if (id.empty()) return nullptr;
  const auto [at, fresh] = known_.try_emplace(id);
  if (fresh) at->second = reader_.record(id);
  return at->second ? &*at->second : nullptr;
}

SearchText search_text_of(Named& named, const model::Record& record) {
  const auto kind = model::kind_of(record);
  SearchText text{.id = model::id_of(record), .kind = std::string(name_of(kind))};
  add_label(text, "record", name_of(kind));
  std::visit([&](const auto& r) { describe(r, Collect{named, kind, text}); }, record);
  return text;
}

SearchText search_text_of(Named& named, const model::Document& document, const std::vector<model::Finding>& findings) {
  SearchText text{.id = document.id, .kind = "document"};
  add(text.title, document.title);
  add(text.title, document.file_name);
  add(text.content, document.text);
  if (document.dateline.year() != 0) add(text.labels, std::to_string(document.dateline.year()));
  std::set<std::string> texts;
  for (const model::Finding& finding : findings)
    std::visit([&](const auto& statement) { describe(statement, FactTexts{texts}); }, finding.fact.statement);
  for (const std::string& id : texts)
    if (may_be_organisation(id)) add_named(named, text, {id});
  return text;
}

store::SearchEntry search_entry_of(const SearchText& text) {
  store::SearchEntry entry{.id = text.id, .kind = text.kind};
  entry.title = folded(text.title);
  entry.names = folded(text.names);
  entry.content = folded_content(text.content);
  const std::string labels = folded(text.labels);
  entry.content.append(entry.content.empty() || labels.empty() ? "" : " ").append(labels);
  entry.sounds = sounds_of(text.people);
  entry.refers.assign(text.refers.begin(), text.refers.end());
  return entry;
}

}  // namespace kevai::reg
