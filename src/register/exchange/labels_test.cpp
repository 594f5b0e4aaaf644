#include "register/exchange/labels.hpp"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <set>

namespace kevai::reg::exchange {
namespace {

using model::RecordKind;
using text::Language;

constexpr std::array languages{Language::vi, Language::lo, Language::en};

std::vector<RecordKind> every_kind() {
  std::vector<RecordKind> kinds;
  for (std::size_t i = 0; i < enum_names<RecordKind>.size(); ++i) kinds.push_back(static_cast<RecordKind>(i));
  return kinds;
}

TEST(SheetNames, FitAWorkbookAndTellTheirKind) {
  for (const Language language : languages)
    for (const RecordKind kind : every_kind()) {
      const std::string word = record_word(kind, language);
      EXPECT_LE(icu::UnicodeString::fromUTF8(word).length(), 31) << word;
      EXPECT_EQ(word.find_first_of("[]:*?/\\'"), word.npos) << word;
      EXPECT_EQ(kind_named(word), kind) << word;
    }
  EXPECT_EQ(kind_named("HOAT-DONG"), RecordKind::activity);
  EXPECT_EQ(kind_named("agenda item"), RecordKind::agenda_item);
  EXPECT_EQ(kind_named("linh tinh"), std::nullopt);
}

TEST(Headers, TellTheirFieldInEveryLanguage) {
  for (const Language language : languages)
    for (const RecordKind kind : every_kind()) {
      std::vector<Label> labels{{Label::What::id, nullptr}, {Label::What::key, nullptr}, {Label::What::version, nullptr}};
      for (const model::Field& field : model::fields_of(kind)) labels.push_back({Label::What::field, &field});
      for (const Label& label : labels) {
        const std::string header = header_of(kind, label, language);
        const auto named = label_named(kind, header);
        ASSERT_TRUE(named) << header;
        EXPECT_EQ(named->label.what, label.what) << name_of(kind) << ": " << header;
        EXPECT_EQ(named->label.field, label.field) << name_of(kind) << ": " << header;
      }
    }
}

TEST(Headers, ThatAreUnknownNameTheNearest) {
  EXPECT_EQ(label_named(RecordKind::activity, "Số lượt ngườ"), std::nullopt);
  EXPECT_EQ(nearest_header(RecordKind::activity, "Địa diem to chuc", Language::vi), "Địa điểm");
  EXPECT_EQ(nearest_header(RecordKind::activity, "partcipants", Language::vi), "participants");
}

TEST(Choices, AreNamedByTheirWordsInEveryLanguage) {
  for (const RecordKind kind : every_kind())
    for (const model::Field& field : model::fields_of(kind))
      for (const auto choice : field.choices)
        for (const Language language : languages) {
          if (choice.empty()) continue;
          const std::string word = choice_word(kind, field, choice, language);
          EXPECT_EQ(choice_named(kind, field, word), choice) << name_of(kind) << "." << field.name << ": " << word;
        }
}

}  // namespace
}  // namespace kevai::reg::exchange
