#include "register/search.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <set>

#include "register/edit.hpp"
#include "register/ingest.hpp"
#include "register/search_index.hpp"
#include "store/store_case.hpp"

namespace kevai::reg {
namespace {

using model::RecordKind;
using store::Driver;

class Search : public store::Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    store_ = opened();
    make(RecordKind::organisation, R"({"id": "vn.nghe-an", "country": "VN", "name_vi": "Liên đoàn Lao động tỉnh Nghệ An",
      "name_lo": "ສະຫະພັນແຮງງານແຂວງເຫງະອານ", "name_en": "Nghe An Federation of Labour", "place_vi": "Nghệ An"})");
    make(RecordKind::organisation, R"({"id": "la.xiangkhouang", "country": "LA", "name_vi": "Công đoàn tỉnh Xiêng Khoảng",
      "name_lo": "ສະຫະພັນກຳມະບານແຂວງຊຽງຂວາງ", "name_en": "Xiangkhouang Federation of Trade Unions",
      "place_vi": "Xiêng Khoảng", "place_lo": "ຊຽງຂວາງ", "place_en": "Xiangkhouang"})");
  }

  Id make(RecordKind kind, const std::string& fields) {
    const auto made =
        reg::write(*store_, [&](store::Writer& writer) { return create(writer, kind, boost::json::parse(fields).as_object(), "lan"); });
    EXPECT_TRUE(made) << (made ? "" : made.error().code + (made.error().parts.empty() ? "" : made.error().parts[0].code));
    return made ? model::id_of(made->record) : Id{};
  }
  void change_to(const Id& id, const std::string& fields) {
    const auto changed =
        reg::write(*store_, [&](store::Writer& writer) { return change(writer, id, boost::json::parse(fields).as_object(), {}, "lan"); });
    EXPECT_TRUE(changed);
  }

  Result<FoundPage> page(const SearchRequest& request) const {
    Result<FoundPage> found;
    store_->read([&](store::Reader& reader) { found = search(reader, request); });
    return found;
  }
  std::vector<Id> found(const std::string& words, const std::string& kind = {}) const {
    std::vector<Id> ids;
    const auto all = page({.words = words, .kind = kind});
    EXPECT_TRUE(all) << words;
    if (all)
      for (const auto& one : all->found) ids.push_back(one.id);
    return ids;
  }
  bool finds(const std::string& words, const Id& id) const {
    const auto ids = found(words);
    return std::ranges::find(ids, id) != ids.end();
  }
  std::string refused(const SearchRequest& request) const {
    const auto answer = page(request);
    return answer ? "" : answer.error().code;
  }

  const OrganisationId nghe_an_{{"vn.nghe-an"}}, xiangkhouang_{{"la.xiangkhouang"}};
  const Id nghe_an = nghe_an_, xiangkhouang = xiangkhouang_;
  std::unique_ptr<store::Store> store_;
};
KEVAI_ON_BOTH_DATABASES(Search);

TEST_P(Search, IsBlindToDiacriticsAndCaseInThreeLanguages) {
  for (const char* words : {"xieng khoang", "Xiêng Khoảng", "XIENG KHOANG", "ຊຽງຂວາງ", "ກຳມະບານ ຊຽງຂວາງ", "trade xiangkhouang"})
    EXPECT_EQ(found(words), std::vector{xiangkhouang}) << words;
}

TEST_P(Search, FindsARecordByTheNamesOfItsOrganisationsInEveryLanguage) {
  const Id visit = make(RecordKind::activity, R"({"kind": "visit", "date": "2022-07-05", "place": "Vinh",
      "parties": [{"id": "la.xiangkhouang"}, {"id": "vn.nghe-an"}]})");
  for (const char* words : {"nghe an xieng khoang", "ຊຽງຂວາງ nghệ an", "vinh xiangkhouang", "2022 nghe an"})
    EXPECT_TRUE(finds(words, visit)) << words;
  EXPECT_FALSE(finds("2021 nghe an", visit));
}

TEST_P(Search, WantsAllWordsAndOfTheLastOneTheBeginning) {
  EXPECT_TRUE(finds("lien doan nghe a", nghe_an));
  EXPECT_TRUE(finds("lie", nghe_an));
  EXPECT_FALSE(finds("lie doan", nghe_an));
  EXPECT_FALSE(finds("lien doan hue", nghe_an));
  EXPECT_FALSE(finds("lie ", nghe_an));
}

TEST_P(Search, FindsAPhraseInQuotesAsItStands) {
  EXPECT_TRUE(finds("\"lao dong tinh\"", nghe_an));
  EXPECT_TRUE(finds("“lao động tỉnh” nghệ", nghe_an));
  EXPECT_FALSE(finds("\"tinh lao dong\"", nghe_an));
  EXPECT_FALSE(finds("\"lao don\"", nghe_an));
  EXPECT_TRUE(finds("\"lao don", nghe_an));
}

TEST_P(Search, ShowsWhatItFoundWithTheWordsMarked) {
  const auto answer = page({.words = "khoang xieng"});
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->found.size(), 1u);
  const Snippet& snippet = answer->found[0].snippet;
  std::set<std::string> marked;
  for (const auto& mark : snippet.marks) marked.insert(snippet.text.substr(mark.begin, mark.end - mark.begin));
  EXPECT_EQ(marked, (std::set<std::string>{"Xiêng", "Khoảng"}));
}

TEST_P(Search, ShowsAPlaceOfADocumentByWhereItStandsInItsText) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "Câu này nói chuyện khác. ";
  const auto at = text.size();
  text += "Hai bên bàn về phúc lợi của đoàn viên. ";
  for (int i = 0; i < 200; ++i) text += "Câu này nói chuyện khác. ";
  ASSERT_TRUE(ingest(*store_, {.file_name = "tin.txt", .bytes = text}));
  const auto answer = page({.words = "phuc loi doan vien", .kind = "document"});
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->found.size(), 1u);
  const Snippet& snippet = answer->found[0].snippet;
  EXPECT_EQ(text.substr(snippet.begin, snippet.text.size()), snippet.text);
  EXPECT_LT(snippet.begin, at + 30);
  EXPECT_GT(snippet.begin + snippet.text.size(), at);
  EXPECT_TRUE(snippet.cut_off);
  EXPECT_GE(snippet.marks.size(), 4u);
}

TEST_P(Search, FindsADocumentInLaoByTheVietnameseNameOfThePlaceItTellsOf) {
  const std::string text = "ຄະນະຜູ້ແທນສະຫະພັນກຳມະບານແຂວງຊຽງຂວາງ ຢ້ຽມຢາມແຂວງເຫງະອານ ວັນທີ 5 ກໍລະກົດ 2022. ຄະນະຜູ້ແທນມີ 5 ທ່ານ.";
  model::Document document{.id = new_id(), .sha256 = "s", .file_name = "lo.txt", .language = "lo", .text = text, .added_at = "2026"};
  extract::Fact fact;
  fact.statement = extract::ActivityFact{.orgs = {"la.xiangkhouang"}};
  ASSERT_TRUE(store_->write([&](store::Writer& writer) -> Result<> {
    writer.add(document);
    index_document(writer, document, {{.id = new_id(), .document = document.id, .position = 1, .fact = fact}});
    return {};
  }));
  EXPECT_TRUE(finds("xieng khoang", document.id));
  EXPECT_TRUE(finds("ຊຽງຂວາງ", document.id));
}

TEST_P(Search, FindsALaoNameInAnotherSpelling) {
  const Id person = make(RecordKind::person, R"({"name": "Xu Lít Xy Li Mả Nô Thăm"})");
  const Id other = make(RecordKind::person, R"({"name": "Nguyễn Văn Hùng"})");
  for (const char* words : {"Soulith Silymanotham", "ສຸລິດ ສິລິມະໂນທຳ", "Silymanotham", "soulith"}) {
    EXPECT_TRUE(finds(words, person)) << words;
    EXPECT_FALSE(finds(words, other)) << words;
  }
}

TEST_P(Search, PutsFirstWhatIsCalledSo) {
  const Id said = make(RecordKind::activity, R"({"kind": "talks", "content": "Bàn về quỹ hữu nghị của hai tỉnh và nhiều việc khác"})");
  const Id called = make(RecordKind::agreement, R"({"kind": "agreement", "title": "Quỹ hữu nghị"})");
  EXPECT_EQ(found("quy huu nghi"), (std::vector{called, said}));
}

TEST_P(Search, GoesFromTheTitleToTheNamesToTheRestAndOfEachTheNewestFirst) {
  const Id named_first = make(RecordKind::agreement, R"({"kind": "mou", "title": "Quỹ chung", "parties": [{"stated": "Hội hữu nghị"}]})");
  const Id titled_first = make(RecordKind::agreement, R"({"kind": "mou", "title": "Quỹ hữu nghị"})");
  const Id said_first = make(RecordKind::activity, R"({"kind": "talks", "content": "bàn về quỹ hữu nghị"})");
  const Id named = make(RecordKind::agreement, R"({"kind": "mou", "title": "Quỹ hữu", "parties": [{"stated": "Hội nghị"}]})");
  const Id titled = make(RecordKind::agreement, R"({"kind": "mou", "title": "Quỹ hữu nghị"})");
  const Id said = make(RecordKind::agreement, R"({"kind": "mou", "title": "Quỹ", "signed_at": "nhà hữu nghị"})");
  const std::vector in_order{titled, titled_first, named, named_first, said, said_first};
  EXPECT_EQ(found("quy huu nghi"), in_order);
  EXPECT_EQ(found("quy huu ngh"), in_order);
  EXPECT_EQ(found("\"huu nghi\" quy"), (std::vector{titled, titled_first, named_first, said, said_first}));
}

TEST_P(Search, EndsItsPagesAtAThousandAndSaysThatThereIsMore) {
  ASSERT_TRUE(store_->write([&](store::Writer& writer) -> Result<> {
    for (int i = 0; i < 1003; ++i)
      writer.put(store::SearchEntry{.id = {"e" + std::to_string(i)}, .kind = "activity", .content = i < 1000 ? "gap muon" : "gap"});
    return {};
  }));
  const auto all_there_is = page({.words = "muon", .limit = 100, .cursor = "900"});
  ASSERT_TRUE(all_there_is);
  EXPECT_EQ(all_there_is->total, 1000);
  EXPECT_FALSE(all_there_is->total_is_at_least);
  const auto last = page({.words = "gap", .limit = 100, .cursor = "950"});
  ASSERT_TRUE(last);
  EXPECT_EQ(last->total, 1000);
  EXPECT_TRUE(last->total_is_at_least);
  EXPECT_EQ(last->found.size(), 50u);
  EXPECT_TRUE(last->next.empty());
  EXPECT_TRUE(page({.words = "gap", .cursor = "1000"})->found.empty());
}

/// What an account may see of a word that all these hold.
class SearchInSight : public Search {
 protected:
  void SetUp() override {
    Search::SetUp();
    const auto talks = [&](const char* side, model::SharingState state, const char* organisation = "vn.nghe-an") {
      const Id id = make(RecordKind::activity,
                         fmt::format(R"({{"kind": "talks", "content": "nông thôn", "parties": [{{"id": "{}"}}]}})", organisation));
      share(id, side, state);
      return id;
    };
    draft_ = talks("VN", model::SharingState::draft);
    released_ = talks("VN", model::SharingState::released);
    open_ = talks("VN", model::SharingState::open);
    of_laos_ = talks("LA", model::SharingState::released, "la.xiangkhouang");
    ASSERT_TRUE(store_->write([&](store::Writer& writer) -> Result<> {
      model::Document document{
          .id = new_id(), .sha256 = "s", .file_name = "a.txt", .title = "Nông thôn", .language = "vi", .text = "x", .added_at = "2026"};
      document_ = document.id;
      writer.add(document);
      index_document(writer, document, {});
      return {};
    }));
    connection()->run("update document set side = 'VN', sharing = 'draft'");
  }
  void share(const Id& id, const char* side, model::SharingState state) {
    ASSERT_TRUE(store_->write([&](store::Writer& writer) -> Result<> {
      writer.share({.record = id, .side = side, .state = state});
      return {};
    }));
  }
  std::set<Id> seen(const store::Sight& sight, std::vector<std::string> left_out = {}) const {
    store::SearchPage page;
    store_->read([&](store::Reader& reader) {
      page = reader.search({.terms = {{.words = {"nong"}}, {.words = {"thon"}}}, .sight = sight, .kinds_left_out = std::move(left_out)});
    });
    std::set<Id> ids;
    for (const auto& hit : page.hits) ids.insert(hit.id);
    EXPECT_EQ(page.total, static_cast<std::int64_t>(ids.size()));
    return ids;
  }
  Id draft_, released_, open_, of_laos_, document_;
};
KEVAI_ON_BOTH_DATABASES(SearchInSight);

TEST_P(SearchInSight, TellsNothingOfTheDraftsOfTheOtherSide) {
  EXPECT_EQ(seen({.side = "VN", .whole_side = true}), (std::set{draft_, released_, open_, of_laos_, document_}));
  EXPECT_EQ(seen({.side = "LA", .whole_side = true}), (std::set{released_, open_, of_laos_}));
  EXPECT_EQ(seen({}), std::set{open_});
}

TEST_P(SearchInSight, TellsOnlyOfWhatConcernsTheOrganisationsOfAnAccount) {
  EXPECT_EQ(seen({.side = "LA", .within = {xiangkhouang_}}), (std::set{open_, of_laos_}));
  EXPECT_EQ(seen({.side = "VN", .within = {nghe_an_}}), (std::set{draft_, released_, open_, document_}));
}

TEST_P(SearchInSight, LeavesKindsOut) {
  EXPECT_EQ(seen({.side = "VN", .whole_side = true}, {"activity"}), std::set{document_});
  EXPECT_TRUE(seen({.side = "VN", .whole_side = true}, {"activity", "document"}).empty());
}

TEST_P(Search, AnswersByKind) {
  const Id visit = make(RecordKind::activity, R"({"kind": "visit", "parties": [{"id": "vn.nghe-an"}]})");
  EXPECT_EQ(found("nghe an", "activity"), std::vector{visit});
  EXPECT_EQ(found("nghe an", "organisation"), std::vector{nghe_an});
  EXPECT_TRUE(found("nghe an", "agenda_item").empty());
}

TEST_P(Search, FollowsAChangeAndARemoval) {
  const Id talks = make(RecordKind::activity, R"({"kind": "talks", "content": "nhà ở công nhân"})");
  change_to(talks, R"({"content": "tiền lương"})");
  EXPECT_FALSE(finds("nha o cong nhan", talks));
  EXPECT_TRUE(finds("tien luong", talks));
  ASSERT_TRUE(reg::write(*store_, [&](store::Writer& writer) { return remove(writer, talks, "trùng", {}, "lan"); }));
  EXPECT_FALSE(finds("tien luong", talks));
  ASSERT_TRUE(reg::write(*store_, [&](store::Writer& writer) { return restore(writer, talks, "lan"); }));
  EXPECT_TRUE(finds("tien luong", talks));
}

TEST_P(Search, FollowsTheNewNameOfAnOrganisationInWhatNamesIt) {
  const Id pair = make(RecordKind::partnership, R"({"parties": [{"id": "vn.nghe-an"}, {"id": "la.xiangkhouang"}]})");
  const Id memo = make(RecordKind::agreement, "{\"kind\": \"mou\", \"partnership\": \"" + pair.value + "\"}");
  EXPECT_TRUE(finds("xieng khoang", memo));
  EXPECT_FALSE(finds("muong phuon", memo));
  change_to(xiangkhouang, R"({"place_vi": "Mường Phuồn"})");
  for (const Id& id : {xiangkhouang, pair, memo}) EXPECT_TRUE(finds("muong phuon", id)) << id.value;
}

TEST_P(Search, GoesThroughPagesWithoutGapOrTwin) {
  std::set<Id> made;
  for (int i = 0; i < 7; ++i) made.insert(make(RecordKind::activity, R"({"kind": "talks", "content": "nông thôn"})"));
  std::set<Id> seen;
  std::string cursor;
  do {
    const auto answer = page({.words = "nong thon", .limit = 3, .cursor = cursor});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->total, 7);
    for (const auto& one : answer->found) EXPECT_TRUE(seen.insert(one.id).second);
    cursor = answer->next;
  } while (!cursor.empty());
  EXPECT_EQ(seen, made);
}

TEST_P(Search, RefusesWhatCannotBeSearched) {
  EXPECT_EQ(refused({.words = ""}), "search_nothing");
  EXPECT_EQ(refused({.words = " – !? \"\" "}), "search_nothing");
  EXPECT_EQ(refused({.words = "a", .kind = "visit"}), "search_kind_unknown");
  EXPECT_EQ(refused({.words = "a", .limit = 0}), "search_limit_wrong");
  EXPECT_EQ(refused({.words = "a", .limit = 101}), "search_limit_wrong");
  EXPECT_EQ(refused({.words = "a", .cursor = "x"}), "search_cursor_wrong");
  std::string many;
  for (int i = 0; i < 40; ++i) many += "w" + std::to_string(i) + " ";
  EXPECT_EQ(refused({.words = many}), "search_too_long");
}

TEST_P(Search, TakesWhateverIsTypedAsWords) {
  for (const char* words : {"a' | b", "NEAR(a b)", "x*", "title:lien", "a AND NOT b", "-a", "^a", "{a}", "a\\", "'''", "a:*b & !c"})
    EXPECT_TRUE(refused({.words = words}) == "" || refused({.words = words}) == "search_nothing") << words;
  EXPECT_TRUE(finds("lien' doan \\ (lao)", nghe_an));
}

TEST_P(Search, IndexesARegisterThatNeverWas) {
  connection()->run(GetParam() == Driver::Sqlite ? "delete from search_word; delete from search_entry" : "delete from search_entry");
  EXPECT_FALSE(is_indexed(*store_));
  EXPECT_FALSE(finds("nghe an", nghe_an));
  std::size_t last = 0;
  reindex(*store_, [&](std::size_t done, std::size_t) { last = done; });
  EXPECT_EQ(last, 2u);
  EXPECT_TRUE(is_indexed(*store_));
  EXPECT_TRUE(finds("nghe an", nghe_an));
}

TEST_P(Search, HoldsATextOfManyPages) {
  std::string text;
  for (int i = 0; i < 60000; ++i) text += "từ" + std::to_string(i) + " ";
  const model::Document document{
      .id = new_id(), .sha256 = "s", .file_name = "dai.txt", .title = "x", .language = "vi", .text = text, .added_at = "2026"};
  ASSERT_TRUE(store_->write([&](store::Writer& writer) -> Result<> {
    writer.add(document);
    index_document(writer, document, {});
    return {};
  }));
  EXPECT_EQ(found("\"tu20000 tu20001\"").size(), 1u);
  EXPECT_EQ(found("\"tu20001 tu20000\"").size(), 0u);
}

}  // namespace
}  // namespace kevai::reg
