#include "register/exchange/labels.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "register/exchange/written.hpp"
#include "text/fold.hpp"

namespace kevai::reg::exchange {
namespace {

using model::Field;
using model::RecordKind;
using text::Language;

constexpr std::array languages{Language::vi, Language::lo, Language::en};

std::string words_or(const std::string& key, std::string_view otherwise, Language language) {
  return text::has_words(key) ? text::words(language, key) : std::string(otherwise);
}

/// Alike but for case, marks and punctuation: `hoat-dong` is "Hoạt động".
std::string key_of(std::string_view word) {
  std::string key;
  for (const char c : text::fold(trimmed(word))) {
    const bool plain = static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c));
    if (plain)
      key += c;
    else if (!key.empty() && key.back() != ' ')
      key += ' ';
  }
  while (key.ends_with(' ')) key.pop_back();
  return key;
}

std::size_t distance(const std::string& one, const std::string& other) {
  std::vector<std::size_t> row(other.size() + 1);
  for (std::size_t j = 0; j <= other.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (one[i - 1] != other[j - 1])});
      diagonal = above;
    }
  }
  return row.back();
}

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
  const std::string wanted = key_of(word.substr(0, 100));
  const auto far = [&](const std::string& one) { return distance(wanted, key_of(one)); };
  const auto best = std::ranges::min_element(known, {}, far);
  return best == known.end() ? std::string() : *best;
}

std::string_view name_of_label(const Label& label) {
  switch (label.what) {
    case Label::What::field:
      return label.field->name;
    case Label::What::id:
      return "id";
    case Label::What::key:
      return "key";
    case Label::What::version:
      return "version";
  }
  std::unreachable();
}

std::string word_of(const Label& label, Language language) {
  const std::string_view name = name_of_label(label);
  const char* const group = label.what == Label::What::field ? "field." : "sheet.column.";
  return words_or(group + std::string(name), name, language);
}

std::vector<Label> labels_of(RecordKind kind) {
  std::vector<Label> labels;
  for (const Field& field : model::fields_of(kind)) labels.push_back({Label::What::field, &field});
  for (const auto what : {Label::What::id, Label::What::key, Label::What::version}) labels.push_back({what, nullptr});
  return labels;
}

std::string prefix_of(RecordKind kind, const Field& field) {
  return field.name == "kind" ? std::string(name_of(kind)) : std::string(field.name);
}

}  // namespace

std::string record_word(RecordKind kind, Language language) {
  return words_or("record." + std::string(name_of(kind)), name_of(kind), language);
}

std::optional<RecordKind> kind_named(std::string_view word) {
  const std::string key = key_of(word);
  for (std::size_t i = 0; i < enum_names<RecordKind>.size(); ++i) {
    const auto kind = static_cast<RecordKind>(i);
    if (key == key_of(name_of(kind))) return kind;
    for (const Language language : languages)
      if (key == key_of(record_word(kind, language))) return kind;
  }
  return std::nullopt;
}

std::string nearest_kind(std::string_view word, Language language) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < enum_names<RecordKind>.size(); ++i) known.push_back(record_word(static_cast<RecordKind>(i), language));
  return nearest(word, known);
}

std::string header_of(RecordKind kind, const Label& label, Language language) {
  const std::string word = word_of(label, language);
  for (const Label& other : labels_of(kind))
    if ((other.what != label.what || other.field != label.field) && key_of(word_of(other, language)) == key_of(word))
      return word + " (" + std::string(name_of_label(label)) + ")";
  return word;
}

std::optional<Named> label_named(RecordKind kind, std::string_view header) {
  const std::string key = key_of(header);
  const auto labels = labels_of(kind);
  for (const Label& label : labels)
    if (key == key_of(name_of_label(label))) return Named{label, {}};
  for (const Label& label : labels)
    for (const Language language : languages)
      if (key == key_of(header_of(kind, label, language))) return Named{label, language};
  return std::nullopt;
}

std::string nearest_header(RecordKind kind, std::string_view header, Language language) {
  std::vector<std::string> known;
  for (const Label& label : labels_of(kind)) {
    known.push_back(header_of(kind, label, language));
    known.emplace_back(name_of_label(label));
  }
  return nearest(header, known);
}

std::string choice_word(RecordKind kind, const Field& field, std::string_view choice, Language language) {
  return choice.empty() ? std::string() : words_or(prefix_of(kind, field) + "." + std::string(choice), choice, language);
}

std::optional<std::string_view> choice_named(RecordKind kind, const Field& field, std::string_view word) {
  const std::string key = key_of(word);
  for (const auto choice : field.choices)
    if (key == key_of(choice)) return choice;
  for (const auto choice : field.choices)
    for (const Language language : languages)
      if (!choice.empty() && key == key_of(choice_word(kind, field, choice, language))) return choice;
  return std::nullopt;
}

}  // namespace kevai::reg::exchange
