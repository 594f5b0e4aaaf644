#include <algorithm>

#include "register/rights/eyes.hpp"
#include "rights/two_sides.hpp"
#include "text/search_words.hpp"

namespace kevai::store {
namespace {

using model::Role;
using model::SharingState;
using reg::Deed;

/// Who may do what with which record: the whole of it. Of each record the letters of what the account may: s(ee), p(ersonal values),
/// w(rite), r(elease), c(onfirm), e(rase a person); `-` nothing at all: to them it is not there.
struct Row {
  const char* organisation;
  const char* role;            ///< none: an account without a role
  const char* own_draft;       ///< a visit of Nghệ An and Xiengkhouang, entered by Nghệ An, still its draft
  const char* own_released;    ///< the same, released
  const char* other_draft;     ///< entered by Xiengkhouang, its draft
  const char* other_released;  ///< the same, released
  const char* elsewhere;       ///< of Attapeu and Kon Tum, entered by Attapeu, released
  const char* open;            ///< the same, made public
  const char* keeper;          ///< of Nghệ An and Xiengkhouang, entered at the command line
};

// clang-format off
constexpr Row table[] = {
    // organisation      role             own draft  released  other's  released  elsewhere  public  keeper's
    {"vn.nghe-an",       "viewer",        "s",       "s",      "-",     "s",      "-",       "s",    "s"},
    {"vn.nghe-an",       "officer",       "spw",     "spw",    "-",     "sp",     "-",       "s",    "spw"},
    {"vn.nghe-an",       "approver",      "spwr",    "spwrc",  "-",     "spc",    "-",       "s",    "spwrc"},
    {"vn.nghe-an",       "administrator", "spwre",   "spwrce",  "-",     "spc",    "-",       "s",    "spwrce"},
    {"vn.vgcl",          "viewer",        "s",       "s",      "-",     "s",      "s",       "s",    "s"},
    {"vn.vgcl",          "officer",       "spw",     "spw",    "-",     "sp",     "sp",      "sp",   "spw"},
    {"vn.vgcl",          "approver",      "spwr",    "spwrc",  "-",     "spc",    "spc",     "spc",  "spwrc"},
    {"vn.vgcl",          "administrator", "spwre",   "spwrce",  "-",     "spc",    "spc",     "spc",  "spwrce"},
    {"vn.kon-tum",       "officer",       "-",       "-",      "-",     "-",      "sp",      "sp",   "-"},
    {"vn.kon-tum",       "approver",      "-",       "-",      "-",     "-",      "spc",     "spc",  "-"},
    {"vn.nghe-an",       "none",          "-",       "-",      "-",     "-",      "-",       "s",    "-"},
    {"la.xiangkhouang",  "viewer",        "-",       "s",      "s",     "s",      "-",       "s",    "s"},
    {"la.xiangkhouang",  "officer",       "-",       "sp",     "spw",   "spw",    "-",       "s",    "spw"},
    {"la.xiangkhouang",  "approver",      "-",       "spc",    "spwr",  "spwrc",  "-",       "s",    "spwrc"},
    {"la.xiangkhouang",  "administrator", "-",       "spc",    "spwre",  "spwrce", "-",       "s",    "spwrce"},
    {"la.lftu",          "viewer",        "-",       "s",      "s",     "s",      "s",       "s",    "s"},
    {"la.lftu",          "officer",       "-",       "sp",     "spw",   "spw",    "spw",     "spw",  "spw"},
    {"la.lftu",          "approver",      "-",       "spc",    "spwr",  "spwrc",  "spwrc",   "spwrc", "spwrc"},
    {"la.attapeu",       "officer",       "-",       "-",      "-",     "-",      "spw",     "spw",  "-"},
    {"la.attapeu",       "none",          "-",       "-",      "-",     "-",      "-",       "s",    "-"},
};
// clang-format on

constexpr std::pair<const char*, const char * Row::*> columns[] = {{"own draft", &Row::own_draft},
                                                                   {"own released", &Row::own_released},
                                                                   {"other's draft", &Row::other_draft},
                                                                   {"other's released", &Row::other_released},
                                                                   {"elsewhere", &Row::elsewhere},
                                                                   {"open", &Row::open},
                                                                   {"keeper's", &Row::keeper}};

class PermissionTable : public TwoSides {
 protected:
  void SetUp() override {
    TwoSides::SetUp();
    const auto nghe_an = account(Role::officer, "vn.nghe-an");
    const auto xiangkhouang = account(Role::officer, "la.xiangkhouang");
    const auto attapeu = account(Role::officer, "la.attapeu");
    record["own draft"] = visit_by(nghe_an, here, "Vinh");
    record["own released"] = visit_by(nghe_an, here, "Vinh");
    record["other's draft"] = visit_by(xiangkhouang, here, "Vinh");
    record["other's released"] = visit_by(xiangkhouang, here, "Vinh");
    record["elsewhere"] = visit_by(attapeu, elsewhere, "Vinh");
    record["open"] = visit_by(attapeu, elsewhere, "Vinh");
    record["keeper's"] = visit_by({}, here, "Vinh");
    for (const char* one : {"own released", "other's released", "elsewhere"}) share(record[one], SharingState::released);
    share(record["open"], SharingState::open);
  }

  static model::Actor actor_of(const Row& row) {
    const auto role = named<Role>(row.role);
    return role ? account(*role, row.organisation) : without_role(row.organisation);
  }
  template <class Check>
  void each_cell(Check&& check) {
    for (const Row& row : table)
      for (const auto& [name, column] : columns) {
        SCOPED_TRACE(std::string(row.organisation) + " " + row.role + ": " + name);
        check(actor_of(row), record.at(name), std::string(row.*column));
      }
  }
  static bool has(const std::string& cell, char letter) { return cell.contains(letter); }

  Result<> change(Writer& writer, const Id& id) {
    const auto done = reg::change(writer, id, fields(R"({"content": "Trao đổi"})"), {}, "tester");
    return done ? Result<>{} : std::unexpected(done.error());
  }
  /// Refused as what is not there, or as what is not theirs to do.
  static void expect(const Result<>& done, const std::string& cell, char letter) {
    if (has(cell, letter)) {
      EXPECT_TRUE(done) << (done ? "" : done.error().code);
    } else {
      ASSERT_FALSE(done);
      // Who has no role sees no organisation either: to them what the record names is not there.
      if (has(cell, 's') && done.error().code == "record_invalid") return;
      EXPECT_EQ(done.error().failure, has(cell, 's') ? Failure::forbidden : Failure::not_found) << done.error().code;
    }
  }

  std::map<std::string, Id> record;
};
INSTANTIATE_TEST_SUITE_P(Store, PermissionTable, testing::Values(Driver::Sqlite, Driver::Postgres),
                         [](const auto& info) { return info.param == Driver::Sqlite ? "Sqlite" : "Postgres"; });

TEST_P(PermissionTable, IsWhatTheOnePlaceDecides) {
  constexpr std::pair<char, Deed> deeds[] = {{'s', Deed::see},     {'p', Deed::see_personal}, {'w', Deed::write},
                                             {'r', Deed::release}, {'c', Deed::confirm},      {'e', Deed::erase}};
  each_cell([&](const model::Actor& actor, const Id& id, const std::string& cell) {
    std::optional<reg::Subject> subject;
    whole->read([&](Reader& reader) { subject = reg::subject_of(reader, id); });
    for (const auto& [letter, deed] : deeds) EXPECT_EQ(reg::may(actor, deed, *subject), has(cell, letter)) << letter;
  });
}

TEST_P(PermissionTable, HoldsForReadingARecordItsStateAndItsHistory) {
  each_cell([&](const model::Actor& actor, const Id& id, const std::string& cell) {
    EXPECT_EQ(read_as(actor, [&](Reader& reader) { return reader.record(id).has_value(); }), has(cell, 's'));
    EXPECT_EQ(read_as(actor, [&](Reader& reader) { return reader.state(id).has_value(); }), has(cell, 's'));
    EXPECT_EQ(read_as(actor, [&](Reader& reader) { return reader.sharing(id).has_value(); }), has(cell, 's'));
    if (!has(cell, 's')) {
      EXPECT_TRUE(read_as(actor, [&](Reader& reader) { return reader.changes_of(id).empty(); }));
    }
  });
}

TEST_P(PermissionTable, HoldsForListsTheirTotalsAndSearch) {
  for (const Row& row : table) {
    SCOPED_TRACE(std::string(row.organisation) + " " + row.role);
    std::vector<Id> expected;
    for (const auto& [name, column] : columns)
      if (has(row.*column, 's')) expected.push_back(record.at(name));
    std::ranges::sort(expected);
    const auto page =
        read_as(actor_of(row), [](Reader& reader) { return reader.list({.kind = model::RecordKind::activity, .total = true}); });
    std::vector<Id> listed;
    for (const auto& one : page.rows) listed.push_back(model::id_of(one.record));
    EXPECT_EQ(listed, expected);
    EXPECT_EQ(page.total, static_cast<std::int64_t>(expected.size()));

    const auto all = read_as(actor_of(row), [](Reader& reader) { return reader.records(model::RecordKind::activity, {}); });
    std::vector<Id> read;
    for (const auto& one : all) read.push_back(model::id_of(one));
    EXPECT_EQ(read, expected);

    const auto found = read_as(actor_of(row), [](Reader& reader) { return reader.search({.terms = {{.words = {"vinh"}}}}); });
    std::vector<Id> hits;
    for (const auto& hit : found.hits) hits.push_back(hit.id);
    std::ranges::sort(hits);
    EXPECT_EQ(hits, expected);
    EXPECT_EQ(found.total, static_cast<std::int64_t>(expected.size()));
  }
}

TEST_P(PermissionTable, HoldsForChangingRemovingAndReleasing) {
  each_cell([&](const model::Actor& actor, const Id& id, const std::string& cell) {
    expect(tried_as(actor, [&](Writer& writer) { return change(writer, id); }), cell, 'w');
    expect(tried_as(actor, [&](Writer& writer) { return reg::remove(writer, id, "Nhập nhầm", {}, "tester"); }), cell, 'w');
    expect(tried_as(actor,
                    [&](Writer& writer) -> Result<> {
                      auto sharing = writer.whole().sharing(id).value();
                      if (!writer.sharing(id)) return fail(Failure::not_found, "record_unknown");
                      sharing.state = SharingState::released;
                      reg::keep_shared(writer, sharing);
                      return {};
                    }),
           cell, 'r');
  });
}

}  // namespace
}  // namespace kevai::store
