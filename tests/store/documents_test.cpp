#include "store_case.hpp"

namespace kevai::store {
namespace {

class Documents : public Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    store = opened();
  }
  std::unique_ptr<Store> store;
};
KEVAI_ON_BOTH_DATABASES(Documents);

void expect_same(const model::Document& a, const model::Document& b) {
  EXPECT_EQ(a.id, b.id);
  EXPECT_EQ(a.sha256, b.sha256);
  EXPECT_EQ(a.file_name, b.file_name);
  EXPECT_EQ(a.title, b.title);
  EXPECT_EQ(a.language, b.language);
  EXPECT_EQ(a.encoding, b.encoding);
  EXPECT_EQ(a.dateline, b.dateline);
  EXPECT_EQ(a.sample, b.sample);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(a.added_at, b.added_at);
}

TEST_P(Documents, ComeBackWithEveryFieldByIdAndByTheirBytes) {
  model::Document full = document("ab12");
  full.title = "Đoàn đại biểu thăm Lào";
  full.encoding = "windows-1258";
  full.dateline = *PartialDate::parse("2017-08-09");
  full.sample = true;
  const model::Document plain = document("cd34");
  write(*store, [&](Writer& writer) {
    writer.add(full);
    writer.add(plain);
  });
  store->read([&](Reader& reader) {
    expect_same(*reader.document(full.id), full);
    expect_same(*reader.document(plain.id), plain);
    expect_same(*reader.document_by_sha256("ab12"), full);
    EXPECT_FALSE(reader.document(new_id()));
    EXPECT_FALSE(reader.document_by_sha256("ef"));
  });
}

TEST_P(Documents, AreListedNewestFirstWithoutTheirTexts) {
  model::Document older = document();
  older.added_at = "2026-01-01T00:00:00.000Z";
  const model::Document first = document();
  const model::Document second = document();  // at the same time, with a later id
  write(*store, [&](Writer& writer) {
    for (const model::Document& one : {first, older, second}) writer.add(one);
  });
  store->read([&](Reader& reader) {
    const std::vector<model::Document> all = reader.documents();
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].id, second.id);
    EXPECT_EQ(all[1].id, first.id);
    EXPECT_EQ(all[2].id, older.id);
    EXPECT_EQ(all[0].file_name, second.file_name);
    for (const model::Document& one : all) EXPECT_TRUE(one.text.empty());
  });
}

TEST_P(Documents, OfTheSameBytesTwiceClash) {
  write(*store, [](Writer& writer) { writer.add(document("ab12")); });
  try {
    write(*store, [](Writer& writer) { writer.add(document("ab12")); });
    FAIL() << "the same bytes were stored twice";
  } catch (const Broken& broken) {
    EXPECT_EQ(broken.error().code, "database_duplicate");
    EXPECT_EQ(broken.error().failure, Failure::conflict);
  }
  EXPECT_EQ(number("select count(*) from document"), 1);
}

TEST_P(Documents, OfTenMegabytesComeBackWhole) {
  model::Document large = document();
  while (large.text.size() < 10'000'000) large.text += "Tổng Liên đoàn Lao động Việt Nam. ກຳມະບານລາວ\n";
  write(*store, [&](Writer& writer) { writer.add(large); });
  store->read([&](Reader& reader) { EXPECT_TRUE(reader.document(large.id)->text == large.text); });
}

/// A document, a record and two findings that wait.
class Findings : public Documents {
 protected:
  void SetUp() override {
    Documents::SetUp();
    for (int position : {2, 1}) {
      model::Finding& finding = waiting.emplace_back();
      finding.id = new_id();
      finding.document = source.id;
      finding.position = position;
      finding.fact.statement = extract::SupportFact{.item = "money",
                                                    .from = "vn.nghe-an",
                                                    .to = "Nhà trường",
                                                    .value = 44'000'000,
                                                    .unit = "VND",
                                                    .qualifier = Qualifier::nearly,
                                                    .purpose = "sách"};
      finding.fact.span = {7, 19};
      finding.fact.quote = "gần 44 triệu đồng\u00a0\"sách\"";
      finding.fact.stated = "gần 44 triệu";
      finding.fact.rule = "support.money";
      finding.fact.confidence = 0.87;
    }
    write(*store, [&](Writer& writer) {
      writer.add(source);
      writer.put(someone);
      for (const model::Finding& finding : waiting) writer.add(finding);
    });
  }

  std::vector<Id> listed(const FindingFilter& filter) {
    std::vector<Id> ids;
    store->read([&](Reader& reader) {
      for (const model::Finding& finding : reader.findings(filter)) ids.push_back(finding.id);
    });
    return ids;
  }

  model::Document source = document();
  model::Person someone = person("Nguyễn Văn A");
  std::vector<model::Finding> waiting;
};
KEVAI_ON_BOTH_DATABASES(Findings);

TEST_P(Findings, ComeBackWithTheirFactAndItsRule) {
  const model::Finding& given = waiting.front();
  std::optional<model::Finding> found;
  store->read([&](Reader& reader) {
    found = reader.finding(given.id);
    EXPECT_FALSE(reader.finding(new_id()));
  });
  ASSERT_TRUE(found);
  EXPECT_EQ(found->document, source.id);
  EXPECT_EQ(found->position, 2);
  EXPECT_EQ(found->state, model::FindingState::waiting);
  EXPECT_TRUE(found->record.empty());
  EXPECT_EQ(found->fact.span, given.fact.span);
  EXPECT_EQ(found->fact.quote, given.fact.quote);
  EXPECT_EQ(found->fact.stated, given.fact.stated);
  EXPECT_EQ(found->fact.rule, "support.money");
  EXPECT_EQ(found->fact.confidence, given.fact.confidence);
  const auto& support = std::get<extract::SupportFact>(found->fact.statement);
  EXPECT_EQ(support.item, "money");
  EXPECT_EQ(support.value, 44'000'000);
  EXPECT_EQ(support.unit, "VND");
  EXPECT_EQ(support.qualifier, Qualifier::nearly);
  EXPECT_EQ(support.purpose, "sách");
}

TEST_P(Findings, KeepWhatWasDecidedByWhomAndWhen) {
  model::Finding decided = waiting.front();
  decided.state = model::FindingState::accepted;
  decided.record = someone.id;
  decided.decided_by = "Lan";
  decided.decided_at = "2026-11-21T16:10:05.123Z";
  write(*store, [&](Writer& writer) { writer.decide(decided); });
  store->read([&](Reader& reader) {
    const std::optional<model::Finding> found = reader.finding(decided.id);
    EXPECT_EQ(found->state, model::FindingState::accepted);
    EXPECT_EQ(found->record, someone.id);
    EXPECT_EQ(found->decided_by, "Lan");
    EXPECT_EQ(found->decided_at, decided.decided_at);
    EXPECT_EQ(found->fact.quote, decided.fact.quote);
  });
}

TEST_P(Findings, ThatAreNotThereCannotBeDecided) {
  model::Finding unknown;
  unknown.id = new_id();
  EXPECT_EQ(broken_code([&] { write(*store, [&](Writer& writer) { writer.decide(unknown); }); }), "database_refused");
}

TEST_P(Findings, AreListedByPlaceAndNarrowedByDocumentAndState) {
  const std::vector<Id> in_order = {waiting[1].id, waiting[0].id};
  model::Finding rejected = waiting[0];
  rejected.state = model::FindingState::rejected;
  write(*store, [&](Writer& writer) { writer.decide(rejected); });
  using State = model::FindingState;
  EXPECT_EQ(listed({}), in_order);
  EXPECT_EQ(listed({.document = source.id, .state = {}}), in_order);
  EXPECT_EQ(listed({.document = {}, .state = State::rejected}), std::vector{rejected.id});
  EXPECT_EQ(listed({.document = source.id, .state = State::waiting}), std::vector{waiting[1].id});
  EXPECT_TRUE(listed({.document = new_id(), .state = {}}).empty());
  EXPECT_TRUE(listed({.document = source.id, .state = State::accepted}).empty());
}

TEST_P(Findings, OfAnUnknownDocumentAreRefused) {
  model::Finding stray = waiting.front();
  stray.id = new_id();
  stray.document = new_id();
  EXPECT_EQ(broken_code([&] { write(*store, [&](Writer& writer) { writer.add(stray); }); }), "database_refused");
}

TEST_P(Findings, GiveTheirPassageToARecordAsACitation) {
  model::Citation citation;
  citation.id = new_id();
  citation.record = someone.id;
  citation.field = "name";
  citation.value = "Nguyễn Văn A";
  citation.document = source.id;
  citation.finding = waiting.front().id;
  citation.span = {5'000'000'000, 5'000'000'012};
  citation.quote = "ông Nguyễn Văn A";
  model::Citation second = citation;
  second.id = new_id();
  second.finding = {};
  write(*store, [&](Writer& writer) {
    writer.add(second);
    writer.add(citation);
  });
  store->read([&](Reader& reader) {
    const std::vector<model::Citation> found = reader.citations_of(someone.id);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].id, citation.id);
    EXPECT_EQ(found[0].record, citation.record);
    EXPECT_EQ(found[0].field, citation.field);
    EXPECT_EQ(found[0].value, citation.value);
    EXPECT_EQ(found[0].document, citation.document);
    EXPECT_EQ(found[0].finding, citation.finding);
    EXPECT_EQ(found[0].span, citation.span);
    EXPECT_EQ(found[0].quote, citation.quote);
    EXPECT_EQ(found[1].id, second.id);
    EXPECT_TRUE(found[1].finding.empty());
    EXPECT_EQ(reader.citations(model::RecordKind::person).size(), 2u);
    EXPECT_TRUE(reader.citations(model::RecordKind::award).empty());
    EXPECT_TRUE(reader.citations_of(new_id()).empty());
  });
}

class Journal : public Documents {
 protected:
  void SetUp() override {
    Documents::SetUp();
    created.id = new_id();
    created.record = someone.id;
    created.record_kind = model::RecordKind::person;
    created.by = "Lan";
    created.at = "2026-11-21T16:10:05.123Z";
    created.after = R"({"name":"Nguyễn Văn A"})";
    write(*store, [&](Writer& writer) {
      writer.put(someone);
      writer.add(created);
    });
  }

  model::Person someone = person("Nguyễn Văn A");
  model::Change created;
};
KEVAI_ON_BOTH_DATABASES(Journal);

TEST_P(Journal, TellsTheChangesOfARecordOldestFirst) {
  model::Change extended = created;
  extended.id = new_id();
  extended.action = model::Action::extend;
  extended.before = created.after;
  extended.after = "{}";
  write(*store, [&](Writer& writer) { writer.add(extended); });
  store->read([&](Reader& reader) {
    const std::vector<model::Change> changes = reader.changes_of(someone.id);
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0].id, created.id);
    EXPECT_EQ(changes[0].action, model::Action::create);
    EXPECT_EQ(changes[0].before, "");
    EXPECT_EQ(changes[1].id, extended.id);
    EXPECT_EQ(changes[1].record, someone.id);
    EXPECT_EQ(changes[1].record_kind, model::RecordKind::person);
    EXPECT_EQ(changes[1].action, model::Action::extend);
    EXPECT_EQ(changes[1].by, "Lan");
    EXPECT_EQ(changes[1].at, extended.at);
    EXPECT_EQ(changes[1].before, created.after);
    EXPECT_EQ(changes[1].after, "{}");
    EXPECT_TRUE(reader.changes_of(new_id()).empty());
  });
}

TEST_P(Journal, CanNeitherBeAlteredNorShortened) {
  const auto direct = connection();
  EXPECT_EQ(broken_code([&] { direct->run("update change set done_by = 'x'"); }), "database_refused");
  EXPECT_EQ(broken_code([&] { direct->run("delete from change"); }), "database_refused");
  EXPECT_EQ(number("select count(*) from change where done_by = 'Lan'"), 1);
}

}  // namespace
}  // namespace kevai::store
