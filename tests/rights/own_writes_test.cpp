#include "register/ingest.hpp"
#include "rights/two_sides.hpp"

namespace kevai::store {
namespace {

using model::RecordKind;
using model::Role;

/// What an account writes is there for it at once.
class OwnWrites : public TwoSides {
 protected:
  const model::Actor officer = account(Role::officer, "vn.nghe-an");
};
INSTANTIATE_TEST_SUITE_P(Store, OwnWrites, testing::Values(Driver::Sqlite, Driver::Postgres),
                         [](const auto& info) { return info.param == Driver::Sqlite ? "Sqlite" : "Postgres"; });

TEST_P(OwnWrites, AreSeenInTheTransactionThatMadeThemThoughTheirIdWasAskedForBefore) {
  EXPECT_TRUE(tried_as(officer, [&](Writer& writer) -> Result<> {
    const auto made = reg::create(writer, RecordKind::person, fields(R"({"name": "Lan"})"), "An");
    if (!made) return std::unexpected(made.error());
    EXPECT_EQ(made->version, 1);
    EXPECT_TRUE(writer.record(model::id_of(made->record)));
    EXPECT_TRUE(writer.state(model::id_of(made->record)));
    return {};
  }));
}

TEST_P(OwnWrites, OfDocumentsAreForOfficersToo) {
  reg::GuardedStore seen(*whole, officer);
  const auto added = reg::ingest(seen, {.file_name = "tin.txt", .bytes = "Nghệ An và Xiêng Khoảng ký biên bản ghi nhớ ngày 5/7/2022."});
  EXPECT_TRUE(added) << (added ? "" : added.error().code);
}

}  // namespace
}  // namespace kevai::store
