#include <algorithm>
#include <set>

#include "filled.hpp"
#include "store/record_rows.hpp"
#include "store_case.hpp"

namespace kevai::store {
namespace {

using model::Record;
using model::RecordKind;

PartialDate day(const std::string& text) {
  return text.empty() ? PartialDate{} : PartialDate::parse(text).value();
}

/// Lists of records, narrowed, sorted and in pages.
class RecordLists : public Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    store = opened();
    write(*store, [&](Writer& writer) {
      writer.put(organisation("vn.nghe-an"));
      writer.put(organisation("vn.quang-tri"));
      writer.put(organisation("la.xiangkhouang", "LA"));
      nghe_an.id = new_id();
      nghe_an.parties = {{{"vn.nghe-an"}, ""}, {{"la.xiangkhouang"}, ""}};
      quang_tri.id = new_id();
      quang_tri.parties = {{{"vn.quang-tri"}, ""}};
      writer.put(nghe_an);
      writer.put(quang_tri);
    });
  }

  /// A visit of that date with so many persons, named by its place.
  Id visit(const std::string& place, const std::string& date, const Id& partnership = {}, double persons = 0) {
    model::Activity activity;
    activity.id = new_id();
    activity.partnership = partnership;
    activity.place = place;
    activity.date = day(date);
    if (persons != 0) activity.participants = Quantity::of(persons);
    put(activity);
    return activity.id;
  }
  void put(const Record& record) {
    write(*store, [&](Writer& writer) { writer.put(record); });
  }
  RecordPage page(const RecordQuery& query) {
    RecordPage page;
    store->read([&](Reader& reader) { page = reader.list(query); });
    return page;
  }
  /// The places of the activities listed, one page after another.
  std::string places(RecordQuery query) {
    std::string text;
    for (int pages = 0; pages < 100; ++pages) {
      const RecordPage one = page(query);
      EXPECT_LE(one.rows.size(), static_cast<std::size_t>(query.limit));
      for (const Stored& row : one.rows) text += std::get<model::Activity>(row.record).place + " ";
      if (!one.next) return text;
      query.after = one.next;
    }
    return "no end";
  }
  std::string places_where(std::vector<Condition> where) {
    return places({.kind = RecordKind::activity, .where = std::move(where), .sort = "place"});
  }

  std::unique_ptr<Store> store;
  model::Partnership nghe_an;
  model::Partnership quang_tri;
};
KEVAI_ON_BOTH_DATABASES(RecordLists);

TEST_P(RecordLists, AreNarrowedByTextChoiceNumberAndReference) {
  visit("A", "2022", nghe_an.id, 5);
  visit("B", "2023", quang_tri.id, 7);
  EXPECT_EQ(places_where({{{"place"}, Comparison::is, "A"}}), "A ");
  EXPECT_EQ(places_where({{{"kind"}, Comparison::is, "visit"}}), "A B ");
  EXPECT_EQ(places_where({{{"kind"}, Comparison::is, "talks"}}), "");
  EXPECT_EQ(places_where({{{"partnership"}, Comparison::is, quang_tri.id.value}}), "B ");
  EXPECT_EQ(places_where({{{"participants"}, Comparison::at_least, "6"}}), "B ");
  EXPECT_EQ(places_where({{{"participants"}, Comparison::is, "5"}}), "A ");
  EXPECT_EQ(places_where({{{"kind"}, Comparison::is, "visit"}, {{"participants"}, Comparison::at_most, "5.5"}}), "A ");
}

TEST_P(RecordLists, AreNarrowedToWhatIsEmpty) {
  visit("A", "2022", nghe_an.id, 5);
  visit("B", "");
  EXPECT_EQ(places_where({{{"partnership"}, Comparison::is, ""}}), "B ");
  EXPECT_EQ(places_where({{{"date"}, Comparison::is, ""}}), "B ");
  EXPECT_EQ(places_where({{{"participants"}, Comparison::is, ""}}), "B ");
  EXPECT_EQ(places_where({{{"fulfils"}, Comparison::is, ""}}), "A B ");
}

TEST_P(RecordLists, AreNarrowedToAPartyAndAlongAPathOfTwoSteps) {
  model::Activity talks;
  talks.id = new_id();
  talks.place = "C";
  talks.parties = {{{"vn.quang-tri"}, ""}, {{"la.xiangkhouang"}, ""}};
  put(talks);
  const Id a = visit("A", "2022", nghe_an.id);
  visit("B", "2022", quang_tri.id);
  EXPECT_EQ(places_where({{{"parties"}, Comparison::is, "vn.quang-tri"}}), "C ");
  EXPECT_EQ(places_where({{{"partnership", "parties"}, Comparison::is, "vn.nghe-an"}}), "A ");
  model::Delegate delegate;
  delegate.id = new_id();
  delegate.activity = a;
  put(delegate);
  const auto of = [&](const std::string& organisation) {
    return page({.kind = RecordKind::delegate, .where = {{{"activity", "partnership", "parties"}, Comparison::is, organisation}}})
        .rows.size();
  };
  EXPECT_EQ(of("vn.nghe-an"), 1u);
  EXPECT_EQ(of("vn.quang-tri"), 0u);
}

TEST_P(RecordLists, AreNarrowedAlongAListOfReferences) {
  model::Commitment training;
  training.id = new_id();
  training.theme = model::Theme::training;
  put(training);
  model::Activity course;
  course.id = new_id();
  course.place = "A";
  course.fulfils = {training.id};
  put(course);
  visit("B", "2022");
  EXPECT_EQ(places_where({{{"fulfils"}, Comparison::is, training.id.value}}), "A ");
  EXPECT_EQ(places_where({{{"fulfils", "theme"}, Comparison::is, "training"}}), "A ");
  EXPECT_EQ(places_where({{{"fulfils", "theme"}, Comparison::is, "visits"}}), "");
  EXPECT_EQ(places_where({{{"fulfils"}, Comparison::is, ""}}), "B ");
}

TEST_P(RecordLists, AreNarrowedToDaysThatCanFallSo) {
  visit("day", "2022-07-05");
  visit("month", "2022-07");
  visit("year", "2022");
  visit("earlier", "2021-12-31");
  visit("later", "2023-01");
  visit("undated", "");
  const auto between = [&](const std::string& from, const std::string& to) {
    return places_where({{{"date"}, Comparison::at_least, from}, {{"date"}, Comparison::at_most, to}});
  };
  EXPECT_EQ(between("2022", "2022"), "day month year ");
  EXPECT_EQ(between("2022-07", "2022-07-31"), "day month year ") << "the year may mean July";
  EXPECT_EQ(between("2022-07-06", "2022-07-31"), "month year ");
  EXPECT_EQ(between("2022-08-01", "2022-12-31"), "year ");
  EXPECT_EQ(between("2021", "2021-12-30"), "");
  EXPECT_EQ(places_where({{{"date"}, Comparison::at_least, "2022-12-31"}}), "later year ");
  EXPECT_EQ(places_where({{{"date"}, Comparison::is, "2022-07"}}), "month ");
}

TEST_P(RecordLists, AreSortedByIdUnlessAskedOtherwiseInBothDirections) {
  visit("A", "2022");
  visit("B", "2021");
  visit("C", "2023");
  EXPECT_EQ(places({.kind = RecordKind::activity, .limit = 2}), "A B C ");
  EXPECT_EQ(places({.kind = RecordKind::activity, .descending = true, .limit = 2}), "C B A ");
}

TEST_P(RecordLists, AreSortedByDateThoseWithoutOneFirst) {
  visit("A", "2022-07-05");
  visit("B", "2022");
  visit("C", "");
  visit("D", "2021-01-01");
  EXPECT_EQ(places({.kind = RecordKind::activity, .sort = "date", .limit = 2}), "C D B A ");
  EXPECT_EQ(places({.kind = RecordKind::activity, .sort = "date", .descending = true, .limit = 1}), "A B D C ");
}

TEST_P(RecordLists, AreSortedByNumberNotByItsDigits) {
  visit("ten", "2022", {}, 10);
  visit("nine", "2022", {}, 9);
  visit("none", "2022");
  visit("half", "2022", {}, 9.5);
  EXPECT_EQ(places({.kind = RecordKind::activity, .sort = "participants", .limit = 1}), "none nine half ten ");
  EXPECT_EQ(places({.kind = RecordKind::activity, .sort = "participants", .descending = true, .limit = 3}), "ten half nine none ");
}

TEST_P(RecordLists, AreSortedByWholeNumbersToo) {
  for (const int cohort : {10, 9, 0}) {
    model::Course course;
    course.id = new_id();
    course.cohort = cohort;
    put(course);
  }
  std::vector<int> cohorts;
  RecordQuery query{.kind = RecordKind::course, .sort = "cohort", .limit = 1};
  for (RecordPage one = page(query);; one = page(query)) {
    for (const Stored& row : one.rows) cohorts.push_back(std::get<model::Course>(row.record).cohort);
    if (!one.next) break;
    query.after = one.next;
  }
  EXPECT_EQ(cohorts, (std::vector<int>{0, 9, 10}));
  EXPECT_EQ(page({.kind = RecordKind::course, .where = {{{"cohort"}, Comparison::at_least, "9"}}}).rows.size(), 2u);
}

TEST_P(RecordLists, GiveEveryRecordOnceWhereManyHaveTheSameValue) {
  for (int i = 0; i < 25; ++i) visit(std::string(1, static_cast<char>('a' + i)), i % 2 == 0 ? "2022" : "");
  for (const bool descending : {false, true}) {
    for (const std::string sort : {"date", "participants", "kind"}) {
      const std::string text = places({.kind = RecordKind::activity, .sort = sort, .descending = descending, .limit = 4});
      EXPECT_EQ(std::ranges::count(text, ' '), 25) << sort;
      EXPECT_EQ(std::set<char>(text.begin(), text.end()).size(), 26u) << sort;
    }
  }
}

TEST_P(RecordLists, SortTextAsAVietnameseListDoesOnEitherDatabase) {
  for (const char* place : {"b", "A", "Đà Nẵng", "a", "B", "ລາວ", "-"}) visit(place, "2022");
  EXPECT_EQ(places({.kind = RecordKind::activity, .sort = "place", .limit = 3}), "- a A b B Đà Nẵng ລາວ ");
}

TEST_P(RecordLists, CountAllThatFitWhateverThePage) {
  std::vector<Id> ids;
  for (int i = 0; i < 7; ++i) ids.push_back(visit("A", "2022", i < 4 ? nghe_an.id : quang_tri.id));
  write(*store, [&](Writer& writer) { writer.remove(ids[0], "nhầm"); });
  const auto counted = [&](std::vector<Condition> where, bool removed = false) {
    return page({.kind = RecordKind::activity, .where = std::move(where), .limit = 2, .total = true, .removed = removed}).total;
  };
  EXPECT_EQ(counted({}), 6);
  EXPECT_EQ(counted({{{"partnership"}, Comparison::is, nghe_an.id.value}}), 3);
  EXPECT_EQ(counted({{{"partnership", "parties"}, Comparison::is, "vn.quang-tri"}}), 3);
  EXPECT_EQ(counted({}, true), 1);
  EXPECT_EQ(page({.kind = RecordKind::activity}).total, std::nullopt);
}

TEST_P(RecordLists, ShowRemovedRecordsWhereThoseAreAskedForAndNoOthers) {
  const Id a = visit("A", "2022");
  visit("B", "2022");
  write(*store, [&](Writer& writer) { writer.remove(a, "nhầm"); });
  EXPECT_EQ(places({.kind = RecordKind::activity}), "B ");
  EXPECT_EQ(places({.kind = RecordKind::activity, .removed = true}), "A ");
}

TEST_P(RecordLists, TellTheVersionOfEachRecord) {
  const Id a = visit("A", "2022");
  put(*[&] {
    std::optional<Record> record;
    store->read([&](Reader& reader) { record = reader.record(a); });
    return record;
  }());
  visit("B", "2022");
  const RecordPage both = page({.kind = RecordKind::activity});
  ASSERT_EQ(both.rows.size(), 2u);
  EXPECT_EQ(both.rows[0].version, 2);
  EXPECT_EQ(both.rows[1].version, 1);
  EXPECT_FALSE(both.rows[0].changed_at.empty());
}

TEST_P(RecordLists, OfEveryKindGiveEveryFieldAndCanBeSortedByEachThatHasAnOrder) {
  const std::vector<Record> all = one_of_every_kind();
  write(*store, [&](Writer& writer) {
    for (const Record& record : all) writer.put(record);
  });
  for (const Record& record : all) {
    const RecordKind kind = model::kind_of(record);
    for (const model::Field& field : model::fields_of(kind)) {
      using enum model::FieldType;
      const RecordQuery query{.kind = kind, .sort = std::string(field.name), .limit = 1};
      const bool ordered = field.type != parties && field.type != references && field.type != party;
      EXPECT_EQ(broken_code([&] { page(query); }), ordered ? "" : "field_not_ordered") << field.name;
    }
  }
}

TEST_P(RecordLists, RefuseFieldsAndValuesThatCannotBe) {
  const auto refused = [&](std::vector<std::string> path, Comparison comparison, const std::string& value) {
    return broken_code([&] { page({.kind = RecordKind::activity, .where = {{std::move(path), comparison, value}}}); });
  };
  EXPECT_EQ(refused({"colour"}, Comparison::is, "red"), "field_unknown");
  EXPECT_EQ(refused({"place", "parties"}, Comparison::is, "A"), "field_unknown");
  EXPECT_EQ(refused({"partnership", "colour"}, Comparison::is, "A"), "field_unknown");
  EXPECT_EQ(refused({"place"}, Comparison::at_least, "A"), "field_not_ordered");
  EXPECT_EQ(refused({"date"}, Comparison::at_least, "2022-02-30"), "value_malformed");
  EXPECT_EQ(refused({"participants"}, Comparison::is, "many"), "value_malformed");
  EXPECT_EQ(broken_code([&] { page({.kind = RecordKind::course, .where = {{{"cohort"}, Comparison::is, "1.5"}}}); }), "value_malformed");
  EXPECT_EQ(broken_code([&] { page({.kind = RecordKind::activity, .sort = "colour"}); }), "field_unknown");
}

}  // namespace
}  // namespace kevai::store
