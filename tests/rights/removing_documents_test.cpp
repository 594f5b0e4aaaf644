#include <fstream>
#include <iterator>

#include "register/ingest.hpp"
#include "register/remove_document.hpp"
#include "register/review.hpp"
#include "register/search.hpp"
#include "rights/two_sides.hpp"

namespace kevai::store {
namespace {

using model::Role;
using model::SharingState;

/// A document that was added by mistake.
class RemovingDocuments : public TwoSides {
 protected:
  static Id added(Store& store, const std::string& text = list) {
    const auto ingested = reg::ingest(store, {.file_name = "danh-sach.txt", .bytes = text});
    if (!ingested) throw Broken(ingested.error());
    return ingested->document;
  }
  Id added_by(const model::Actor& actor) {
    reg::GuardedStore seen(*whole, actor);
    return added(seen);
  }
  static Result<> removed(Store& store, const Id& document) {
    return store.write([&](Writer& writer) { return reg::remove_document(writer, document); });
  }
  /// What comes of it; nothing where they may.
  std::string tried(const model::Actor& actor, const Id& document) {
    const auto done = tried_as(actor, [&](Writer& writer) { return reg::remove_document(writer, document); });
    return done ? "" : done.error().code;
  }
  void release(const Id& document) {
    write(*whole, [&](Writer& writer) { writer.share(document, SharingState::released); });
  }
  std::size_t found(const std::string& words) {
    std::size_t hits = 0;
    whole->read([&](Reader& reader) { hits = reg::search(reader, {.words = words})->found.size(); });
    return hits;
  }

  static constexpr auto list =
      "Ngày 11/7/2022, LĐLĐ tỉnh Nghệ An đã mở 3 lớp tập huấn cho 75 cán bộ công đoàn tỉnh Xiêng Khoảng. Zxqvard Wplkton dự.";
  const model::Actor viewer = account(Role::viewer, "vn.nghe-an");
  const model::Actor officer = account(Role::officer, "vn.nghe-an");
  const model::Actor approver = account(Role::approver, "vn.nghe-an");
  const model::Actor lao = account(Role::administrator, "la.lftu");
};
KEVAI_ON_BOTH_DATABASES(RemovingDocuments);

TEST_P(RemovingDocuments, TakesTheTextAndWhatWasFoundInItAndWhatSearchKnows) {
  const Id document = added(*whole);
  ASSERT_EQ(found("Wplkton"), 1u);
  ASSERT_TRUE(removed(*whole, document));
  whole->read([&](Reader& reader) {
    EXPECT_FALSE(reader.document(document));
    EXPECT_TRUE(reader.findings({}).empty());
  });
  EXPECT_EQ(found("Wplkton"), 0u);
  EXPECT_EQ(removed(*whole, document).error().code, "document_unknown");
}

TEST_P(RemovingDocuments, LetsTheSameFileBeAddedAgain) {
  const Id first = added(*whole);
  ASSERT_TRUE(removed(*whole, first));
  EXPECT_NE(added(*whole), first);
}

TEST_P(RemovingDocuments, IsRefusedOnceRecordsRestOnOne) {
  const Id document = added(*whole);
  ASSERT_TRUE(reg::accept_all(*whole, "An"));
  const auto done = removed(*whole, document);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, "document_cited");
  EXPECT_EQ(found("Wplkton"), 1u) << "nothing went";
}

TEST_P(RemovingDocuments, IsForOfficersWhileItIsADraftAndForApproversOnceTheOtherSideReadsIt) {
  const Id document = added_by(officer);
  EXPECT_EQ(tried(viewer, document), "not_permitted");
  EXPECT_EQ(tried(officer, document), "");
  EXPECT_EQ(tried(lao, document), "document_unknown");
  release(document);
  EXPECT_EQ(tried(officer, document), "not_permitted");
  EXPECT_EQ(tried(approver, document), "");
  EXPECT_EQ(tried(lao, document), "not_permitted");
}

TEST_P(RemovingDocuments, ThatTheKeeperAddedIsTheKeepers) {
  const Id document = added(*whole);
  for (const auto& actor : {officer, approver, lao}) EXPECT_EQ(tried(actor, document), "not_permitted") << actor.account.value;
}

TEST_P(RemovingDocuments, LeavesNothingOfItInTheFileOfTheDatabase) {
  if (GetParam() != Driver::Sqlite) GTEST_SKIP() << "PostgreSQL keeps what was deleted until it vacuums: docs/privacy.md";
  std::string large(list);
  for (int i = 0; i < 5'000; ++i) large += "\nZxqvard Wplkton, dòng " + std::to_string(i) + ".";
  ASSERT_TRUE(removed(*whole, added(*whole, large)));
  whole.reset();  // what was written goes from the log to the file
  std::ifstream file(database(), std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  ASSERT_GT(bytes.size(), 100'000u);
  for (const char* word : {"Zxqvard", "zxqvard", "Wplkton", "wplkton"}) EXPECT_EQ(bytes.find(word), std::string::npos) << word;
}

}  // namespace
}  // namespace kevai::store
