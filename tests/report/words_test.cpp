#include "text/words.hpp"

#include <gtest/gtest.h>

#include "model/document.hpp"
#include "model/field.hpp"
#include "model/record.hpp"
#include "report/figures.hpp"

namespace kevai {
namespace {

template <class E>
void expect_words(const std::string& topic) {
  for (const std::string_view name : enum_names<E>) {
    const std::string key = topic + "." + std::string(name.empty() ? "unstated" : name);
    EXPECT_TRUE(text::has_words(key)) << key;
  }
}

template <class T>
void expect_field_words() {
  describe(static_cast<const T&>(T{}),
           [](std::string_view name, const auto&) { EXPECT_TRUE(text::has_words("field." + std::string(name))) << name; });
}

TEST(DomainWords, NameEveryValueTheRegisterKnows) {
  expect_words<model::FindingState>("finding");
  expect_words<model::Action>("action");
  expect_words<Qualifier>("qualifier");
  for (const std::string_view type : extract::fact_types) {
    EXPECT_TRUE(text::has_words("fact." + std::string(type))) << type;
  }
  for (const report::CountedMeasure& counted : report::counted_measures()) {
    EXPECT_TRUE(text::has_words("measure." + std::string(counted.measure))) << counted.measure;
  }
}

TEST(DomainWords, NameEveryFieldOfEveryRecordAndWhatItMayBe) {
  for (std::size_t i = 0; i < std::variant_size_v<model::Record>; ++i) {
    const auto kind = static_cast<model::RecordKind>(i);
    EXPECT_TRUE(text::has_words("record." + std::string(name_of(kind)))) << name_of(kind);
    for (const model::Field& field : model::fields_of(kind)) {
      EXPECT_TRUE(text::has_words("field." + std::string(field.name))) << field.name;
      for (const std::string_view choice : field.choices) {
        const std::string key = std::string(field.topic) + "." + std::string(choice.empty() ? "unstated" : choice);
        EXPECT_TRUE(text::has_words(key)) << key;
      }
    }
  }
}

TEST(DomainWords, NameEveryFieldOfEveryFact) {
  expect_field_words<extract::ActivityFact>();
  expect_field_words<extract::AgreementFact>();
  expect_field_words<extract::QuantityFact>();
  expect_field_words<extract::PersonFact>();
  expect_field_words<extract::OccasionFact>();
  expect_field_words<extract::SupportFact>();
  expect_field_words<extract::AwardFact>();
  expect_field_words<extract::TargetFact>();
  expect_field_words<extract::CommitmentFact>();
}

}  // namespace
}  // namespace kevai
