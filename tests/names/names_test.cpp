// Persons who may be one: asked about, joined, kept apart and taken back, on either database.
#include "register/names.hpp"

#include "store/store_case.hpp"
#include "support/told_register.hpp"

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

  std::vector<NameCandidate> asked() {
    std::vector<NameCandidate> candidates;
    store_->read([&](store::Reader& reader) { candidates = name_candidates(reader); });
    return candidates;
  }
  std::vector<Person> persons() {
    std::vector<Person> all;
    store_->read([&](store::Reader& reader) {
      for (const auto& record : reader.records(model::RecordKind::person))
        all.push_back(std::get<Person>(record));
    });
    return all;
  }
  PersonPair only_pair() {
    const auto candidates = asked();
    EXPECT_EQ(candidates.size(), 1u);
    return {candidates.at(0).one.id, candidates.at(0).other.id};
  }
  Result<NamesDecided> same(const PersonPair& pair) { return decide_names(*store_, {&pair, 1}, {}, "An"); }
  Result<NamesDecided> different(const PersonPair& pair) {
    return decide_names(*store_, {}, {&pair, 1}, "An");
  }
  std::vector<model::Change> changes(const Id& id) {
    std::vector<model::Change> all;
    store_->read([&](store::Reader& reader) { all = reader.changes_of(id); });
    return all;
  }

  std::unique_ptr<store::Store> store_;
};
KEVAI_ON_BOTH_DATABASES(Names);

bool has(const NameCandidate& candidate, std::string_view code) {
  return std::ranges::any_of(candidate.reasons, [&](const auto& reason) { return reason.code == code; });
}

TEST_P(Names, SpelledInThreeWaysAreAskedAboutWithReasons) {
  tell("a", {{"Xu Lít Xy Li Mả Nô Thăm", "la.salavan"}});
  tell("b", {{"Soulith Silymanotham", "la.salavan"}});
  tell("c", {{"ສຸລິດ ສິລິມະໂນທຳ", "la.salavan"}, {"ບົວລິນ ວົງພະຈັນ", "la.champasak"}});
  EXPECT_EQ(persons().size(), 4u);
  const auto candidates = asked();
  ASSERT_EQ(candidates.size(), 3u);
  for (const auto& candidate : candidates) {
    EXPECT_GE(candidate.score, text::names_alike);
    EXPECT_LE(candidate.score, 1);
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
  const PersonPair pair = only_pair();
  ASSERT_TRUE(same(pair));
  ASSERT_EQ(persons().size(), 1u);
  EXPECT_EQ(persons().front().id, pair.one);
  EXPECT_TRUE(asked().empty());
  store_->read([&](store::Reader& reader) {
    std::set<std::string> names;
    for (const auto& citation : reader.citations_of(pair.one)) names.insert(citation.value);
    EXPECT_EQ(names, (std::set<std::string>{"Thongloun Sisoulith", "ທອງລຸນ ສີສຸລິດ"}));
    for (const auto& record : reader.records(model::RecordKind::post))
      EXPECT_EQ(std::get<model::Post>(record).person, pair.one);
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
  EXPECT_EQ(asked().front().one.names.size(), 2u);
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
  const PersonPair pair = only_pair();
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

TEST_P(Names, AreDecidedAllOrNone) {
  tell("a", {{"Thongloun Sisoulith", ""}});
  tell("b", {{"ທອງລຸນ ສີສຸລິດ", ""}});
  const PersonPair pair = only_pair();
  const std::vector<PersonPair> pairs{pair, {pair.one, new_id()}};
  const auto decided = decide_names(*store_, pairs, {}, "An");
  ASSERT_FALSE(decided);
  EXPECT_EQ(decided.error().code, "person_unknown");
  EXPECT_EQ(persons().size(), 2u);
  const auto one = same({pair.one, pair.one});
  ASSERT_FALSE(one);
  EXPECT_EQ(one.error().code, "pair_of_one");
}

}  // namespace
}  // namespace kevai::reg
