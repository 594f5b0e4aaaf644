#include "text/words.hpp"

#include <gtest/gtest.h>

#include "model/document.hpp"
#include "model/organisation.hpp"
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
  describe(static_cast<const T&>(T{}), [](std::string_view name, const auto&) {
    EXPECT_TRUE(text::has_words("field." + std::string(name))) << name;
  });
}

TEST(DomainWords, NameEveryValueTheRegisterKnows) {
  expect_words<model::ActivityKind>("activity");
  expect_words<model::AgreementKind>("agreement");
  expect_words<model::Theme>("theme");
  expect_words<model::CommitmentState>("state");
  expect_words<model::RecordKind>("record");
  expect_words<model::FindingState>("finding");
  expect_words<model::Action>("action");
  expect_words<model::Level>("level");
  expect_words<Qualifier>("qualifier");
  for (const std::string_view type : extract::fact_types) {
    EXPECT_TRUE(text::has_words("fact." + std::string(type))) << type;
  }
  for (const report::CountedMeasure& counted : report::counted_measures()) {
    EXPECT_TRUE(text::has_words("measure." + std::string(counted.measure))) << counted.measure;
  }
}

TEST(DomainWords, NameEveryFieldOfEveryRecord) {
  expect_field_words<model::Partnership>();
  expect_field_words<model::Agreement>();
  expect_field_words<model::Commitment>();
  expect_field_words<model::Activity>();
  expect_field_words<model::Person>();
  expect_field_words<model::Post>();
  expect_field_words<model::Observation>();
  expect_field_words<model::Target>();
  expect_field_words<model::Occasion>();
  expect_field_words<model::Support>();
  expect_field_words<model::Award>();
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
