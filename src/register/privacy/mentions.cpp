#include "register/privacy/mentions.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "model/personal.hpp"
#include "model/record_json.hpp"
#include "register/search.hpp"
#include "store/confirmations.hpp"
#include "text/fold.hpp"
#include "text/search_words.hpp"

namespace kevai::reg {
namespace {

constexpr int most_pages = 10;         // of a hundred hits, for each name
constexpr std::size_t least_lao = 12;  // bytes: four letters; fewer stand in other words

bool is_latin(std::string_view name) {
  return std::ranges::any_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

std::vector<std::string> keys_of(std::string_view text, const std::vector<text::SearchWord>& words) {
  std::vector<std::string> keys;
  for (const auto& word : words) keys.push_back(text::phrase_key(text.substr(word.begin, word.end - word.begin)));
  return keys;
}

/// Replaces a name of several words, whatever its case.
std::string without_words(const std::string& text, std::string_view name) {
  const auto words = text::search_words(text), wanted = text::search_words(name);
  const auto keys = keys_of(text, words), sought = keys_of(name, wanted);
  std::string out;
  std::size_t from = 0;
  for (std::size_t i = 0; i + sought.size() <= keys.size();) {
    if (!std::equal(sought.begin(), sought.end(), keys.begin() + static_cast<std::ptrdiff_t>(i))) {
      ++i;
      continue;
    }
    out.append(text, from, words[i].begin - from).append(model::erased_value);
    from = words[i + sought.size() - 1].end;
    i += sought.size();
  }
  return out.append(text, from);
}

std::string without_letters(std::string text, std::string_view name) {
  for (std::size_t at = text.find(name); at != text.npos; at = text.find(name, at + model::erased_value.size()))
    text.replace(at, name.size(), model::erased_value);
  return text;
}

bool is_one_word(std::string_view name) {
  return text::search_words(name).size() < 2;
}

bool names_it(std::string_view text, const std::string& name) {
  if (!is_latin(name)) return name.size() >= least_lao && text::fold(text).find(text::fold(name)) != std::string::npos;
  if (!is_one_word(name)) return (" " + text::search_text(text) + " ").find(" " + text::search_text(name) + " ") != std::string::npos;
  if (text.find(name) == text.npos) return false;
  return std::ranges::any_of(text::search_words(text),
                             [&](const auto& word) { return text.substr(word.begin, word.end - word.begin) == name; });
}

class Collector {
 public:
  Collector(store::Reader& reader, const Names& names) : reader_(reader), names_(names) {}

  Mentions run() && {
    for (const std::string& name : names_.all()) search_for(name);
    look_at_removed();
    look_at_disputes();
    return std::move(found_);
  }

 private:
  void search_for(const std::string& name) {
    SearchRequest request{.words = "\"" + name + "\"", .limit = 100};
    for (int page = 0; page < most_pages; ++page) {
      const auto found = search(reader_, request);
      if (!found) return;
      for (const Found& hit : found->found) hit.kind == "document" ? look_at_document(hit.id) : look_at(hit.id);
      if (found->next.empty()) return;
      request.cursor = found->next;
    }
    found_.more = true;
  }

  void look_at_document(const Id& id) {
    if (seen_.contains(id)) return;
    const auto document = reader_.document(id);
    if (!document) return;
    Mention mention{"document", id, document->title, {}};
    if (names_.in(document->title)) mention.fields.emplace_back("title");
    if (names_.in(document->file_name)) mention.fields.emplace_back("file_name");
    if (names_.in(document->text)) mention.fields.emplace_back("text");
    add(std::move(mention));
  }

  void look_at(const Id& id) {
    if (seen_.contains(id)) return;
    if (const auto record = reader_.record(id)) look_at(*record);
  }

  void look_at(const model::Record& record) {
    Mention mention{std::string(name_of(model::kind_of(record))), model::id_of(record), {}, {}};
    for (const auto& [field, value] : model::to_json(record))
      if (field != "id" && field != "record_kind" && names_.in(boost::json::serialize(value))) mention.fields.emplace_back(field);
    add(std::move(mention));
  }

  /// Search does not find them.
  void look_at_removed() {
    for (std::size_t i = 0; i < std::variant_size_v<model::Record>; ++i) {
      store::RecordQuery query{.kind = static_cast<model::RecordKind>(i), .limit = 200, .removed = true};
      for (bool more = true; more;) {
        auto page = reader_.list(query);
        for (const auto& row : page.rows) look_at(row.record);
        more = page.next.has_value();
        query.after = std::move(page.next);
      }
    }
  }

  void look_at_disputes() {
    for (const auto& dispute : reader_.confirmations().disputes()) {
      const auto record = reader_.record(dispute.record);
      if (!record || !(names_.in(dispute.reason) || names_.in(dispute.stated) || names_.in(dispute.figure))) continue;
      add({std::string(name_of(model::kind_of(*record))), dispute.record, {}, {"dispute"}});
    }
  }

  void add(Mention mention) {
    seen_.insert(mention.id);
    if (mention.fields.empty()) return;
    if (found_.list.size() == most_mentions)
      found_.more = true;
    else
      found_.list.push_back(std::move(mention));
  }

  store::Reader& reader_;
  const Names& names_;
  Mentions found_;
  std::set<Id> seen_;
};

}  // namespace

Names::Names(const std::set<std::string>& names) {
  for (const std::string& name : names)
    if (!text::search_words(name).empty() && name != model::erased_value) names_.insert(name);
}

bool Names::in(std::string_view text) const {
  return std::ranges::any_of(names_, [&](const std::string& name) { return names_it(text, name); });
}

std::string Names::taken_out_of(const std::string& text) const {
  std::string out = text;
  for (const std::string& name : names_) {
    if (!is_latin(name)) {
      if (name.size() >= least_lao) out = without_letters(std::move(out), name);
    } else if (!is_one_word(name)) {
      out = without_words(out, name);
    }
  }
  return out;
}

Mentions mentions_of(store::Reader& reader, const Names& names) {
  if (names.all().empty()) return {};
  return Collector(reader, names).run();
}

}  // namespace kevai::reg
