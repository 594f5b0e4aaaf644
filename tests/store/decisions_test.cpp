#include "store_case.hpp"

namespace kevai::store {
namespace {

using model::RecordKind;

class Decisions : public Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    store = opened();
    write(*store, [&](Writer& writer) {
      writer.add(source);
      for (const auto& someone : people) writer.put(someone);
      for (std::size_t i = 0; i < people.size(); ++i) {
        writer.put(model::Post{.id = posts[i], .person = people[i].id, .role = "Chủ tịch"});
        writer.add(cited(people[i].id, citations[i]));
        model::Finding finding{.id = new_id(), .document = source.id, .position = static_cast<int>(i) + 1};
        finding.record = people[i].id;
        finding.state = model::FindingState::accepted;
        writer.add(finding);
      }
    });
  }

  model::Citation cited(const Id& record, const Id& id) const {
    return {.id = id, .record = record, .field = "name", .value = "Lan", .document = source.id, .quote = "bà Lan"};
  }
  void merge(const Id& record, const Id& into) {
    write(*store, [&](Writer& writer) { writer.merge(record, into); });
  }
  template <class Work>
  auto read(Work&& work) {
    decltype(work(std::declval<Reader&>())) result;
    store->read([&](Reader& reader) { result = work(reader); });
    return result;
  }
  std::vector<std::string> names() {
    std::vector<std::string> names;
    for (const auto& record : read([](Reader& reader) { return reader.records(RecordKind::person); }))
      names.push_back(std::get<model::Person>(record).name);
    return names;
  }

  model::Document source = document();
  std::vector<model::Person> people{person("Lan"), person("Làn"), person("ລານ")};
  std::vector<Id> posts{new_id(), new_id(), new_id()};
  std::vector<Id> citations{new_id(), new_id(), new_id()};
  std::unique_ptr<Store> store;
};
KEVAI_ON_BOTH_DATABASES(Decisions);

TEST_P(Decisions, AMergedRecordIsListedNoMoreAndEverythingOfItLeadsOn) {
  merge(people[1].id, people[0].id);
  merge(people[2].id, people[1].id);
  EXPECT_EQ(names(), std::vector<std::string>{"Lan"});
  for (const auto& someone : people) {
    EXPECT_EQ(model::id_of(read([&](Reader& reader) { return reader.record(someone.id); }).value()), people[0].id);
    EXPECT_EQ(read([&](Reader& reader) { return reader.standing(someone.id); }), people[0].id);
  }
  for (const auto& record : read([](Reader& reader) { return reader.records(RecordKind::post); }))
    EXPECT_EQ(std::get<model::Post>(record).person, people[0].id);
  for (const auto& finding : read([](Reader& reader) { return reader.findings({}); })) EXPECT_EQ(finding.record, people[0].id);
  EXPECT_EQ(read([&](Reader& reader) { return reader.citations_of(people[0].id); }).size(), 3u);
  for (const auto& citation : read([](Reader& reader) { return reader.citations(RecordKind::person); }))
    EXPECT_EQ(citation.record, people[0].id);
  EXPECT_EQ(read([](Reader& reader) { return reader.merged_away(RecordKind::person); }).size(), 2u);
  EXPECT_TRUE(read([](Reader& reader) { return reader.merged_away(RecordKind::post); }).empty());
}

TEST_P(Decisions, PartingGivesEachItsOwnAgain) {
  merge(people[1].id, people[0].id);
  merge(people[1].id, {});
  EXPECT_EQ(names().size(), 3u);
  EXPECT_EQ(read([&](Reader& reader) { return reader.citations_of(people[0].id); }).size(), 1u);
  const auto post = read([&](Reader& reader) { return reader.record(posts[1]); });
  EXPECT_EQ(std::get<model::Post>(post.value()).person, people[1].id);
}

TEST_P(Decisions, ARingOfMergedRecordsIsRefused) {
  merge(people[1].id, people[0].id);
  EXPECT_EQ(broken_code([&] { merge(people[0].id, people[1].id); }), "database_refused");
  EXPECT_EQ(names().size(), 2u);
}

TEST_P(Decisions, OfTheVerdictsOnAPairTheLastCounts) {
  const auto judged = [&](const Id& one, const Id& other, model::Judgement judgement) {
    write(*store, [&](Writer& writer) { writer.add(model::Verdict{new_id(), one, other, judgement, "Bình", "2026-11-21T16:10:05.123Z"}); });
  };
  judged(people[0].id, people[1].id, model::Judgement::different);
  judged(people[0].id, people[2].id, model::Judgement::same);
  judged(people[0].id, people[1].id, model::Judgement::open);
  const auto verdicts = read([](Reader& reader) { return reader.verdicts(); });
  ASSERT_EQ(verdicts.size(), 2u);
  EXPECT_EQ(verdicts[0].judgement, model::Judgement::same);
  EXPECT_EQ(verdicts[1].other, people[1].id);
  EXPECT_EQ(verdicts[1].judgement, model::Judgement::open);
  EXPECT_EQ(verdicts[1].by, "Bình");
}

TEST_P(Decisions, ChoicesComeInTheirOrderWithThoseOfMergedRecords) {
  write(*store, [&](Writer& writer) {
    writer.add(model::Choice{new_id(), people[1].id, "name", citations[1], "Bình", "2026-11-21T16:10:05.123Z"});
    writer.add(model::Choice{new_id(), people[0].id, "name", {}, "Lan", "2026-11-21T16:10:06.123Z"});
  });
  EXPECT_EQ(read([&](Reader& reader) { return reader.choices_of(people[0].id); }).size(), 1u);
  merge(people[1].id, people[0].id);
  const auto choices = read([&](Reader& reader) { return reader.choices_of(people[0].id); });
  ASSERT_EQ(choices.size(), 2u);
  EXPECT_EQ(choices[0].citation, citations[1]);
  EXPECT_TRUE(choices[1].citation.empty());
  for (const auto& choice : read([](Reader& reader) { return reader.choices(RecordKind::person); })) EXPECT_EQ(choice.record, people[0].id);
}

}  // namespace
}  // namespace kevai::store
