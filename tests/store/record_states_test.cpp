#include <boost/json/serialize.hpp>

#include "filled.hpp"
#include "model/record_json.hpp"
#include "store/record_rows.hpp"
#include "store_case.hpp"

namespace kevai::store {
namespace {

using model::Record;
using model::RecordKind;

/// What a store knows of a record beside its fields, and lists of references.
class RecordStates : public Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    store = opened();
  }
  void put(const Record& record) {
    write(*store, [&](Writer& writer) { writer.put(record); });
  }
  std::optional<RecordState> state(const Id& id) {
    std::optional<RecordState> state;
    store->read([&](Reader& reader) { state = reader.state(id); });
    return state;
  }
  std::optional<Record> found(const Id& id) {
    std::optional<Record> record;
    store->read([&](Reader& reader) { record = reader.record(id); });
    return record;
  }
  std::optional<Id> referrer(const Id& id) {
    std::optional<Id> found;
    store->read([&](Reader& reader) { found = reader.referrer(id); });
    return found;
  }

  std::unique_ptr<Store> store;
};
KEVAI_ON_BOTH_DATABASES(RecordStates);

TEST_P(RecordStates, CountHowOftenARecordWasWritten) {
  const model::Person lan = person("Lan");
  EXPECT_FALSE(state(lan.id));
  put(lan);
  EXPECT_EQ(state(lan.id)->version, 1);
  put(lan);
  put(lan);
  EXPECT_EQ(state(lan.id)->version, 3);
  EXPECT_EQ(state(lan.id)->kind, RecordKind::person);
  EXPECT_FALSE(state(lan.id)->changed_at.empty());
}

TEST_P(RecordStates, CountOrganisationsAlike) {
  put(organisation("vn.nghe-an"));
  put(organisation("vn.nghe-an"));
  EXPECT_EQ(state({"vn.nghe-an"})->version, 2);
  EXPECT_EQ(state({"vn.nghe-an"})->kind, RecordKind::organisation);
  EXPECT_EQ(std::get<model::Organisation>(*found({"vn.nghe-an"})).country, "VN");
}

TEST_P(RecordStates, CountNothingOfAWriteThatFailed) {
  const model::Person lan = person("Lan");
  put(lan);
  (void)store->write([&](Writer& writer) -> Result<> {
    writer.put(lan);
    return fail(Failure::invalid, "changed_my_mind");
  });
  EXPECT_EQ(state(lan.id)->version, 1);
}

TEST_P(RecordStates, LeaveARemovedRecordOutOfListsButFindItByItsId) {
  const model::Person lan = person("Lan");
  const model::Person mai = person("Mai");
  put(lan);
  put(mai);
  put(organisation("vn.nghe-an"));
  write(*store, [&](Writer& writer) {
    writer.remove(lan.id, "nhập hai lần");
    writer.remove({"vn.nghe-an"}, "nhập nhầm");
  });
  EXPECT_EQ(state(lan.id)->removed_why, "nhập hai lần");
  EXPECT_FALSE(state(lan.id)->removed_at.empty());
  EXPECT_EQ(std::get<model::Person>(*found(lan.id)).name, "Lan");
  store->read([&](Reader& reader) {
    ASSERT_EQ(reader.records(RecordKind::person).size(), 1u);
    EXPECT_EQ(model::id_of(reader.records(RecordKind::person).front()), mai.id);
    EXPECT_EQ(reader.list({.kind = RecordKind::person}).rows.size(), 1u);
    EXPECT_TRUE(reader.organisations().empty());
  });
}

TEST_P(RecordStates, LetARestoredRecordStandAgain) {
  const model::Person lan = person("Lan");
  put(lan);
  write(*store, [&](Writer& writer) { writer.remove(lan.id, "nhầm"); });
  write(*store, [&](Writer& writer) { writer.restore(lan.id); });
  EXPECT_EQ(state(lan.id)->removed_at, "");
  EXPECT_EQ(state(lan.id)->removed_why, "");
  store->read([&](Reader& reader) { EXPECT_EQ(reader.records(RecordKind::person).size(), 1u); });
}

TEST_P(RecordStates, OfARecordThatIsNotThereCannotBeMarked) {
  EXPECT_EQ(broken_code([&] { write(*store, [](Writer& writer) { writer.remove(new_id(), "x"); }); }), "database_refused");
}

TEST_P(RecordStates, KeepListsOfReferencesInTheirOrderAndReplaceThem) {
  model::Activity visit;
  visit.id = new_id();
  std::vector<Id> commitments;
  write(*store, [&](Writer& writer) {
    for (int i = 0; i < 3; ++i) {
      model::Commitment commitment;
      commitment.id = new_id();
      commitments.insert(commitments.begin(), commitment.id);
      writer.put(commitment);
    }
    visit.fulfils = commitments;
    writer.put(visit);
  });
  EXPECT_EQ(std::get<model::Activity>(*found(visit.id)).fulfils, commitments);
  visit.fulfils = {commitments[1]};
  put(visit);
  EXPECT_EQ(std::get<model::Activity>(*found(visit.id)).fulfils, visit.fulfils);
  store->read(
      [&](Reader& reader) { EXPECT_EQ(std::get<model::Activity>(reader.records(RecordKind::activity).front()).fulfils, visit.fulfils); });
}

TEST_P(RecordStates, RefuseAReferenceInAListToARecordThatNeverComes) {
  model::Activity visit;
  visit.id = new_id();
  visit.fulfils = {new_id()};
  EXPECT_EQ(broken_code([&] { put(visit); }), "database_refused");
}

TEST_P(RecordStates, TellWhoRefersToARecordInWhateverField) {
  write(*store, [](Writer& writer) {
    writer.put(organisation("vn.nghe-an"));
    writer.put(organisation("la.xiangkhouang", "LA"));
  });
  const std::vector<Record> all = one_of_every_kind();
  write(*store, [&](Writer& writer) {
    for (const Record& record : all) writer.put(record);
  });
  for (const Record& record : all) {
    const Id& id = model::id_of(record);
    const auto found = referrer(id);
    using enum RecordKind;
    bool is_named = false;  // by a field of another that `Fill` sets
    for (const auto kind : {partnership, agreement, person, commitment, activity, course}) is_named |= model::kind_of(record) == kind;
    is_named |= model::kind_of(record) == trainee || model::kind_of(record) == organisation;  // in lists
    EXPECT_EQ(found.has_value(), is_named) << name_of(model::kind_of(record));
  }
  EXPECT_TRUE(referrer({"vn.nghe-an"}));
  EXPECT_FALSE(referrer(new_id()));
}

TEST_P(RecordStates, DoNotCountARemovedRecordAmongThoseThatRefer) {
  const model::Person lan = person("Lan");
  model::Post post;
  post.id = new_id();
  post.person = lan.id;
  put(lan);
  put(post);
  EXPECT_EQ(referrer(lan.id), post.id);
  write(*store, [&](Writer& writer) { writer.remove(post.id, "nhầm"); });
  EXPECT_FALSE(referrer(lan.id));
}

TEST_P(RecordStates, FollowARecordToTheOneItWasMergedInto) {
  const model::Person lan = person("Lan");
  const model::Person other = person("Lan, phó chủ tịch");
  const model::Person third = person("Bà Lan");
  model::Post post;
  post.id = new_id();
  post.person = third.id;
  model::Trainee trainee;
  trainee.id = new_id();
  trainee.person = other.id;
  write(*store, [&](Writer& writer) {
    for (const auto& one : {lan, other, third}) writer.put(one);
    writer.put(post);
    writer.put(trainee);
    writer.merge(third.id, other.id);
    writer.merge(other.id, lan.id);
  });
  EXPECT_EQ(model::id_of(*found(third.id)), lan.id);
  EXPECT_EQ(std::get<model::Post>(*found(post.id)).person, lan.id);
  store->read([&](Reader& reader) {
    EXPECT_EQ(reader.standing(third.id), lan.id);
    const auto page = reader.list({.kind = RecordKind::post, .where = {{{"person"}, Comparison::is, lan.id.value}}});
    ASSERT_EQ(page.rows.size(), 1u);
    EXPECT_EQ(std::get<model::Post>(page.rows.front().record).person, lan.id);
    EXPECT_EQ(std::get<model::Trainee>(reader.records(RecordKind::trainee).front()).person, lan.id);
    EXPECT_EQ(reader.list({.kind = RecordKind::person, .total = true}).total, 1);
  });
}

TEST_P(RecordStates, UndoAnAttemptThatFailedAndKeepTheRest) {
  const model::Person lan = person("Lan");
  const model::Person mai = person("Mai");
  write(*store, [&](Writer& writer) {
    writer.put(lan);
    const auto failed = writer.attempt([&]() -> Result<> {
      writer.put(mai);
      model::Person changed = lan;
      changed.name = "khác";
      writer.put(changed);
      return fail(Failure::invalid, "no");
    });
    EXPECT_EQ(failed.error().code, "no");
    EXPECT_FALSE(writer.record(mai.id));
    EXPECT_TRUE(writer.attempt([&]() -> Result<> {
      writer.put(mai);
      return {};
    }));
  });
  EXPECT_EQ(std::get<model::Person>(*found(lan.id)).name, "Lan");
  EXPECT_TRUE(found(mai.id));
}

}  // namespace
}  // namespace kevai::store
