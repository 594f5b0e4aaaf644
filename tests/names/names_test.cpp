// Persons who may be one: asked about, joined, kept apart and taken back, on either database.
#include "register/candidates.hpp"
#include "register/judge.hpp"
#include "register/persons.hpp"
#include "store/store_case.hpp"
#include "support/told_register.hpp"
#include "text/name_key.hpp"

namespace kevai::reg {
namespace {

using extract::PersonFact;
using model::Person;
using store::Driver;
using test::fact;

class Names : public store::Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    store_ = opened();
    ASSERT_TRUE(load_reference(*store_));
  }

  /// An article that names these persons, each with a post there; accepted.
  void tell(const std::string& title, const std::vector<std::pair<std::string, std::string>>& people) {
    std::vector<extract::Fact> facts;
    model::Document document = store::document(title);
    document.text.clear();
    for (const auto& [name, organisation] : people) {
      facts.push_back(fact(PersonFact{.name = name, .role = "Chủ tịch", .org = organisation}, name));
      facts.back().span = {document.text.size(), document.text.size() + name.size()};
      document.text += name + "\n";
    }
    store::write(*store_, [&](store::Writer& writer) { add_document(writer, document, facts); });
    ASSERT_TRUE(accept_all(*store_, "An"));
  }

  /// The register asks about persons alone: nothing else the articles tell is alike.
  std::vector<Candidate> asked() {
    std::vector<Candidate> found;
    store_->read([&](store::Reader& reader) { found = candidates(reader); });
    for (const Candidate& candidate : found) EXPECT_EQ(candidate.kind, model::RecordKind::person);
    return found;
  }
  std::vector<Person> persons() {
    std::vector<Person> all;
    store_->read([&](store::Reader& reader) {
      for (const auto& record : reader.records(model::RecordKind::person)) all.push_back(std::get<Person>(record));
    });
    return all;
  }
  struct Pair {
    Id one;
    Id other;
  };
  Pair only_pair() {
    const auto candidates = asked();
    EXPECT_EQ(candidates.size(), 1u);
    return {candidates.at(0).one, candidates.at(0).other};
  }
  Result<> judged(const Pair& pair, model::Judgement judgement) {
    return judge(*store_, std::vector<Judged>{{pair.one, pair.other, judgement}}, "An");
  }
  Result<> same(const Pair& pair) { return judged(pair, model::Judgement::same); }
  Result<> different(const Pair& pair) { return judged(pair, model::Judgement::different); }
  std::vector<model::Change> changes(const Id& id) {
    std::vector<model::Change> all;
    store_->read([&](store::Reader& reader) { all = reader.changes_of(id); });
    return all;
  }

  std::unique_ptr<store::Store> store_;
};
KEVAI_ON_BOTH_DATABASES(Names);

bool has(const Candidate& candidate, std::string_view code) {
  return std::ranges::any_of(candidate.likeness.reasons, [&](const auto& reason) { return reason.code == code; });
}

TEST_P(Names, SpelledInThreeWaysAreAskedAboutWithReasons) {
  tell("a", {{"Xu Lít Xy Li Mả Nô Thăm", "la.salavan"}});
  tell("b", {{"Soulith Silymanotham", "la.salavan"}});
  tell("c", {{"ສຸລິດ ສິລິມະໂນທຳ", "la.salavan"}, {"ບົວລິນ ວົງພະຈັນ", "la.champasak"}});
  EXPECT_EQ(persons().size(), 4u);
  const auto candidates = asked();
  ASSERT_EQ(candidates.size(), 3u);
  for (const auto& candidate : candidates) {
    EXPECT_GE(candidate.likeness.score, text::names_alike);
    EXPECT_LT(candidate.likeness.score, 1);
    EXPECT_TRUE(has(candidate, "same_post"));
  }
  EXPECT_TRUE(std::ranges::any_of(candidates, [](const auto& c) { return has(c, "two_scripts"); }));
}

TEST_P(Names, OfOneFoldedSpellingAreOnePersonWithoutAsking) {
  tell("a", {{"Thongloun Sisoulith", ""}});
  tell("b", {{"THONGLOUN  SISOULITH", ""}});
  EXPECT_EQ(persons().size(), 1u);
  EXPECT_TRUE(asked().empty());
}

TEST_P(Names, ThatOneArticleTellsApartAreLessLikelyOne) {
  tell("a", {{"Chanthavong Savath", ""}, {"Chanthaphone Savath", ""}});
  EXPECT_TRUE(asked().empty());
}

TEST_P(Names, FoundSameKeepBothSpellingsTheirPassagesAndPosts) {
  tell("a", {{"Thongloun Sisoulith", "la.salavan"}});
  tell("b", {{"ທອງລຸນ ສີສຸລິດ", "la.salavan"}});
  const Pair pair = only_pair();
  ASSERT_TRUE(same(pair));
  ASSERT_EQ(persons().size(), 1u);
  EXPECT_EQ(persons().front().id, pair.one);
  EXPECT_TRUE(asked().empty());
  store_->read([&](store::Reader& reader) {
    std::set<std::string> names;
    for (const auto& citation : reader.citations_of(pair.one)) names.insert(citation.value);
    EXPECT_EQ(names, (std::set<std::string>{"Thongloun Sisoulith", "ທອງລຸນ ສີສຸລິດ"}));
    for (const auto& record : reader.records(model::RecordKind::post)) EXPECT_EQ(std::get<model::Post>(record).person, pair.one);
  });
  EXPECT_EQ(changes(pair.one).back().action, model::Action::merge);
  EXPECT_EQ(changes(pair.one).back().by, "An");
}

TEST_P(Names, FoundSameAreOnePersonForLaterArticlesToo) {
  tell("a", {{"Thongloun Sisoulith", ""}});
  tell("b", {{"ທອງລຸນ ສີສຸລິດ", ""}});
  ASSERT_TRUE(same(only_pair()));
  tell("c", {{"ທອງລຸນ ສີສຸລິດ", ""}});
  EXPECT_EQ(persons().size(), 1u);
  tell("d", {{"Thoong-lun Xi-xu-lít", ""}});
  ASSERT_EQ(asked().size(), 1u);
  store_->read([&](store::Reader& reader) {
    const auto known = known_persons(reader);
    ASSERT_EQ(known.size(), 2u);
    EXPECT_EQ(known.front().names.size(), 2u);
  });
}

TEST_P(Names, FoundDifferentAreNotAskedAboutAgain) {
  tell("a", {{"Thongloun Sisoulith", ""}});
  tell("b", {{"ທອງລຸນ ສີສຸລິດ", ""}});
  ASSERT_TRUE(different(only_pair()));
  EXPECT_EQ(persons().size(), 2u);
  EXPECT_TRUE(asked().empty());
}

TEST_P(Names, JoinedByMistakeComeApartWithWhatWasTheirs) {
  tell("a", {{"Thongloun Sisoulith", ""}});
  tell("b", {{"ທອງລຸນ ສີສຸລິດ", ""}});
  const Pair pair = only_pair();
  ASSERT_TRUE(same(pair));
  ASSERT_TRUE(different(pair));
  EXPECT_EQ(persons().size(), 2u);
  EXPECT_TRUE(asked().empty());
  store_->read([&](store::Reader& reader) {
    for (const auto& citation : reader.citations_of(pair.other)) EXPECT_EQ(citation.record, pair.other);
    EXPECT_FALSE(reader.citations_of(pair.other).empty());
  });
  EXPECT_EQ(changes(pair.other).back().action, model::Action::separate);
}

TEST_P(Names, JoinedByMistakeMayBeAskedAboutAgain) {
  tell("a", {{"Thongloun Sisoulith", ""}});
  tell("b", {{"ທອງລຸນ ສີສຸລິດ", ""}});
  const Pair pair = only_pair();
  ASSERT_TRUE(same(pair));
  ASSERT_TRUE(judged(pair, model::Judgement::open));
  EXPECT_EQ(persons().size(), 2u);
  EXPECT_EQ(only_pair().other, pair.other);
}

TEST_P(Names, ToldApartStayApartFromWhomTheOtherIsJoinedWith) {
  tell("a", {{"Soulith Silymanotham", ""}});
  tell("b", {{"Xu Lít Xy Li Mả Nô Thăm", ""}});
  tell("c", {{"ສຸລິດ ສິລິມະໂນທຳ", ""}});
  const auto all = persons();
  ASSERT_EQ(all.size(), 3u);
  ASSERT_TRUE(different({all[1].id, all[2].id}));
  ASSERT_TRUE(same({all[0].id, all[1].id}));
  EXPECT_TRUE(asked().empty());
}

TEST_P(Names, AreAskedAboutForOneRecordAlone) {
  tell("a", {{"Thongloun Sisoulith", ""}});
  tell("b", {{"ທອງລຸນ ສີສຸລິດ", ""}});
  tell("c", {{"Soulith Silymanotham", ""}, {"Bounlin Vongphachan", ""}});
  const Pair pair = only_pair();
  store_->read([&](store::Reader& reader) {
    for (const model::Record& person : reader.records(model::RecordKind::person)) {
      const Id& id = model::id_of(person);
      const bool asked_about = id == pair.one || id == pair.other;
      EXPECT_EQ(candidates(reader, {.record = id}).size(), asked_about ? 1u : 0u);
    }
  });
}

TEST_P(Names, AreDecidedAllOrNone) {
  tell("a", {{"Thongloun Sisoulith", ""}});
  tell("b", {{"ທອງລຸນ ສີສຸລິດ", ""}});
  const Pair pair = only_pair();
  const auto refused = [&](const std::vector<Judged>& both) {
    const auto done = judge(*store_, both, "An");
    return done ? std::string() : done.error().code;
  };
  const Judged joined{pair.one, pair.other, model::Judgement::same};
  EXPECT_EQ(refused({joined, {pair.one, new_id(), model::Judgement::same}}), "record_unknown");
  EXPECT_EQ(refused({joined, {pair.other, pair.one, model::Judgement::different}}), "judged_twice");
  EXPECT_EQ(persons().size(), 2u);
}

}  // namespace
}  // namespace kevai::reg
