#include "register/exchange/organisation_names.hpp"

#include "extract/mentions.hpp"
#include "register/exchange/written.hpp"
#include "text/gazetteer.hpp"
#include "text/language.hpp"

namespace kevai::reg::exchange {
namespace {

/// Names that differ in case, spaces and punctuation only are one.
std::string key_of(std::string_view name) {
  std::string key;
  for (const text::Token& token : text::tokenize(name))
    if (token.kind != text::TokenKind::mark && token.kind != text::TokenKind::newline) key += token.key + " ";
  return key;
}

/// The organisation that is all the text names.
std::string named_as_in_articles(std::string_view name) {
  extract::Document doc;
  doc.text = name;
  doc.language = text::detect_language(name);
  doc.tokens = text::tokenize(name);
  doc.cues = text::CueMap(text::Lexicon::of(doc.language).cues(doc.tokens), doc.tokens.size());
  extract::find_organisations(doc);
  if (doc.orgs.size() != 1) return {};
  const extract::OrgMention& org = doc.orgs.front();
  const bool all = org.first == 0 && org.last == doc.tokens.size();
  return all && org.form == extract::OrgForm::named && org.ids.size() == 1 && !org.area ? org.ids.front() : std::string();
}

}  // namespace

OrganisationNames::OrganisationNames(store::Reader& reader) {
  for (const model::Organisation& organisation : reader.organisations()) add(organisation);
  for (const text::OrganisationAlias& alias : text::organisation_aliases())
    if ((alias.kind == text::AliasKind::name || alias.kind == text::AliasKind::place) && knows(alias.id)) name(alias.alias, alias.id);
}

void OrganisationNames::add(const model::Organisation& organisation) {
  const std::string& id = organisation.id.value;
  ids_.emplace(id, id);
  for (const std::string* text : {&organisation.name_vi, &organisation.name_lo, &organisation.name_en, &organisation.place_vi,
                                  &organisation.place_lo, &organisation.place_en})
    name(*text, id);
  for (const std::string& other : parts_of(organisation.other_names)) name(other, id);
  read_.clear();
}

void OrganisationNames::name(std::string_view name, const std::string& id) {
  const std::string key = key_of(name);
  if (key.empty()) return;
  const auto [at, is_new] = named_.emplace(key, id);
  if (!is_new && at->second != id) at->second.clear();
}

const std::string& OrganisationNames::id_of(std::string_view name) const {
  if (const auto at = named_.find(key_of(name)); at != named_.end()) return at->second;
  const auto [at, is_new] = read_.emplace(name, "");
  if (is_new) {
    const std::string id = named_as_in_articles(name);
    if (knows(id)) at->second = id;
  }
  return at->second;
}

bool is_organisation_id(std::string_view text) {
  if (!text.starts_with("vn.") && !text.starts_with("la.")) return false;
  return text.size() > 3 && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == text.npos;
}

model::Party read_party(std::string_view written, const OrganisationNames& names) {
  written = trimmed(written);
  if (is_organisation_id(written)) return {{{std::string(written)}}, {}};
  if (const auto open = written.rfind('<'); open != written.npos && written.ends_with('>')) {
    const auto id = trimmed(written.substr(open + 1, written.size() - open - 2));
    if (id.empty() || is_organisation_id(id)) return {{{std::string(id)}}, std::string(trimmed(written.substr(0, open)))};
  }
  return {{{names.id_of(written)}}, std::string(written)};
}

std::string write_party(const model::Party& party, const OrganisationNames& names) {
  for (const std::string& text : {party.stated, party.id.value})
    if (read_party(text, names) == party) return text;
  return party.stated + " <" + party.id.value + ">";
}

std::vector<std::string> parts_of(std::string_view written) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] == '\\' && i + 1 < written.size() && (written[i + 1] == ';' || written[i + 1] == '\\'))
      parts.back() += written[++i];
    else if (written[i] == ';' || written[i] == '\n')
      parts.emplace_back();
    else
      parts.back() += written[i];
  }
  for (std::string& part : parts) part = trimmed(part);
  std::erase(parts, "");
  return parts;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) {
    if (!all.empty()) all += "; ";
    for (const char c : part) {
      if (c == ';' || c == '\\') all += '\\';
      all += c == '\n' ? ' ' : c;
    }
  }
  return all;
}

}  // namespace kevai::reg::exchange
