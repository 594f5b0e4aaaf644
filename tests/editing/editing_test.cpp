#include "register/edit.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/clock.hpp"
#include "model/record_json.hpp"
#include "store/store_case.hpp"

namespace kevai::store {
namespace {

using model::Action;
using model::Record;
using model::RecordKind;

/// What a person does to records.
class Editing : public Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    store = opened();
    write(*store, [](Writer& writer) {
      writer.put(organisation("vn.nghe-an"));
      writer.put(organisation("la.xiangkhouang", "LA"));
    });
  }

  static boost::json::object fields(std::string_view text) { return boost::json::parse({text.data(), text.size()}).as_object(); }
  Result<reg::Edited> create(RecordKind kind, std::string_view json, const std::optional<Id>& id = {}) {
    return reg::write(*store, [&](Writer& writer) { return reg::create(writer, kind, fields(json), "An", id); });
  }
  Result<reg::Edited> change(const Id& id, std::string_view json, std::optional<std::int64_t> version = {}) {
    return reg::write(*store, [&](Writer& writer) { return reg::change(writer, id, fields(json), version, "Bình"); });
  }
  Result<> remove(const Id& id, const std::string& why, std::optional<std::int64_t> version = {}) {
    return store->write([&](Writer& writer) { return reg::remove(writer, id, why, version, "Bình"); });
  }
  Result<reg::Edited> restore(const Id& id) {
    return reg::write(*store, [&](Writer& writer) { return reg::restore(writer, id, "Bình"); });
  }
  Result<reg::Edited> revert(const Id& id, const Id& change, std::optional<std::int64_t> version = {}) {
    return reg::write(*store, [&](Writer& writer) { return reg::revert(writer, id, change, version, "Bình"); });
  }
  /// A visit to Vinh; its id.
  Id visit() {
    return model::id_of(
        create(RecordKind::activity, R"({"kind": "visit", "place": "Vinh", "parties": [{"id": "la.xiangkhouang"}, {"id": "vn.nghe-an"}]})")
            ->record);
  }
  model::Activity activity(const Id& id) {
    model::Activity found;
    store->read([&](Reader& reader) { found = std::get<model::Activity>(*reader.record(id)); });
    return found;
  }
  std::int64_t version(const Id& id) {
    std::int64_t version = 0;
    store->read([&](Reader& reader) { version = reader.state(id)->version; });
    return version;
  }
  std::vector<model::Change> changes(const Id& id) {
    std::vector<model::Change> changes;
    store->read([&](Reader& reader) { changes = reader.changes_of(id); });
    return changes;
  }
  std::string actions(const Id& id) {
    std::string text;
    for (const model::Change& change : changes(id)) text.append(name_of(change.action)).append(" ");
    return text;
  }
  template <class R>
  static std::string code(const R& result) {
    if (result) return {};
    return result.error().code == "record_invalid" ? result.error().parts.at(0).code : result.error().code;
  }

  std::unique_ptr<Store> store;
};
KEVAI_ON_BOTH_DATABASES(Editing);

TEST_P(Editing, MakesARecordAndJournalsWhoMadeIt) {
  const auto made = create(RecordKind::activity, R"({"kind": "talks", "date": "2022-07", "participants": 5})");
  ASSERT_TRUE(made);
  EXPECT_EQ(made->version, 1);
  const Id id = model::id_of(made->record);
  EXPECT_EQ(activity(id).participants, Quantity::of(5));
  const auto lines = changes(id);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].action, Action::create);
  EXPECT_EQ(lines[0].by, "An");
  EXPECT_EQ(lines[0].before, "");
  EXPECT_EQ(lines[0].after, boost::json::serialize(model::to_json(made->record)));
}

TEST_P(Editing, ChangesOnlyTheFieldsNamedAndEmptiesThoseThatAreNull) {
  const Id id = visit();
  const auto changed = change(id, R"({"head": "Phu Von", "place": null})");
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->version, 2);
  EXPECT_EQ(activity(id).head, "Phu Von");
  EXPECT_EQ(activity(id).place, "");
  EXPECT_EQ(activity(id).parties.size(), 2u);
  EXPECT_EQ(changes(id).back().by, "Bình");
  EXPECT_EQ(changes(id).back().before, changes(id).front().after);
}

TEST_P(Editing, WritesNothingWhereNothingChanges) {
  const Id id = visit();
  const auto same = change(id, R"({"place": "Vinh"})");
  ASSERT_TRUE(same);
  EXPECT_EQ(same->version, 1);
  EXPECT_EQ(actions(id), "create ");
}

TEST_P(Editing, TakesBackWhatWasReadAsItIs) {
  const Id id = visit();
  auto read = model::to_json(Record(activity(id)));
  read["head"] = "Phu Von";
  EXPECT_TRUE(change(id, boost::json::serialize(read)));
  EXPECT_EQ(activity(id).head, "Phu Von");
}

TEST_P(Editing, RefusesAChangeOfWhatWasChangedSince) {
  const Id id = visit();
  ASSERT_TRUE(change(id, R"({"head": "Phu Von"})", 1));
  const auto late = change(id, R"({"head": "Kha Văn Tám"})", 1);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().failure, Failure::stale);
  EXPECT_EQ(late.error().code, "record_changed");
  EXPECT_EQ(late.error().args.at(1), std::pair(std::string("version"), std::string("2")));
  EXPECT_EQ(activity(id).head, "Phu Von");
  EXPECT_EQ(code(remove(id, "nhầm", 1)), "record_changed");
  EXPECT_EQ(code(revert(id, changes(id).front().id, 1)), "record_changed");
}

TEST_P(Editing, TellsEveryFaultAtOnceAndKeepsNothing) {
  const auto unread = create(RecordKind::activity, R"({"colour": "red", "date": "2022-02-30", "kind": "party"})");
  ASSERT_FALSE(unread);
  EXPECT_EQ(unread.error().code, "record_invalid");
  ASSERT_EQ(unread.error().parts.size(), 3u);
  EXPECT_EQ(unread.error().parts[0].code, "field_unknown");
  EXPECT_EQ(unread.error().parts[1].code, "value_malformed");
  const Id id = visit();
  const auto broken = change(id, R"({"date": "2022-07-05", "end_date": "2022-07-01", "participants": 1, "women": 2})");
  ASSERT_FALSE(broken);
  ASSERT_EQ(broken.error().parts.size(), 2u);
  EXPECT_EQ(broken.error().parts[0].code, "end_before_start");
  EXPECT_EQ(broken.error().parts[1].code, "part_exceeds_whole");
  EXPECT_EQ(version(id), 1);
  EXPECT_EQ(actions(id), "create ");
  store->read([](Reader& reader) { EXPECT_EQ(reader.records(RecordKind::activity).size(), 1u); });
}

TEST_P(Editing, KeepsNothingOfSeveralWritesWhereOneFails) {
  const Id id = visit();
  const auto done = reg::write(*store, [&](Writer& writer) -> Result<reg::Edited> {
    const auto first = reg::change(writer, id, fields(R"({"head": "Phu Von"})"), {}, "Bình");
    if (!first) return first;
    return reg::create(writer, RecordKind::person, fields(R"({"name": ""})"), "Bình");
  });
  EXPECT_EQ(code(done), "field_missing");
  EXPECT_EQ(activity(id).head, "");
  EXPECT_EQ(version(id), 1);
}

TEST_P(Editing, RefusesTextWithNulWithAWordOnIt) {
  EXPECT_EQ(code(create(RecordKind::person, R"({"name": "a\u0000b"})")), "text_control");
}

TEST_P(Editing, GivesIdsItselfSaveToOrganisations) {
  EXPECT_EQ(code(create(RecordKind::person, R"({"id": "x", "name": "Lan"})")), "id_given");
  const Id given = new_id();
  EXPECT_EQ(model::id_of(create(RecordKind::person, R"({"name": "Lan"})", given)->record), given);
  EXPECT_EQ(code(create(RecordKind::person, R"({"name": "Lan"})", given)), "record_exists");
  const auto named =
      create(RecordKind::organisation, R"({"country": "VN", "level": "district", "name_vi": "LĐLĐ huyện Kỳ Sơn", "place_vi": "Kỳ Sơn"})");
  ASSERT_TRUE(named);
  EXPECT_EQ(model::id_of(named->record).value, "vn.ky-son");
  EXPECT_EQ(code(create(RecordKind::organisation, R"({"id": "vn.nghe-an", "country": "VN", "name_vi": "x"})")), "record_exists");
  EXPECT_TRUE(create(RecordKind::organisation, R"({"id": "vn.sector.health", "country": "VN", "name_vi": "Y tế"})"));
}

TEST_P(Editing, WorksOutTheKeyOfAPersonsName) {
  const auto made = create(RecordKind::person, R"({"name": "ông Kha Văn Tám", "key": "nobody sets this"})");
  ASSERT_TRUE(made);
  const std::string key = std::get<model::Person>(made->record).key;
  EXPECT_NE(key, "");
  EXPECT_NE(key, "nobody sets this");
  const auto changed = change(model::id_of(made->record), R"({"name": "Nguyễn Thị Lan"})");
  ASSERT_TRUE(changed);
  EXPECT_NE(std::get<model::Person>(changed->record).key, key);
}

TEST_P(Editing, RemovesForAReasonAndOnlyWhatNobodyNeeds) {
  const auto person = create(RecordKind::person, R"({"name": "Lan"})");
  const Id id = model::id_of(person->record);
  const auto post = create(RecordKind::post, R"({"person": ")" + id.value + R"(", "role": "Chủ tịch"})");
  EXPECT_EQ(code(remove(id, "")), "reason_missing");
  EXPECT_EQ(code(remove(id, "a\x01")), "text_control");
  const auto used = remove(id, "nhập hai lần");
  EXPECT_EQ(code(used), "record_in_use");
  EXPECT_EQ(used.error().args.at(1), std::pair(std::string("by"), model::id_of(post->record).value));
  ASSERT_TRUE(remove(model::id_of(post->record), "nhầm"));
  ASSERT_TRUE(remove(id, "nhập hai lần"));
  EXPECT_EQ(actions(id), "create remove ");
  EXPECT_EQ(changes(id).back().after, "");
  EXPECT_EQ(code(remove(new_id(), "x")), "record_unknown");
}

TEST_P(Editing, ChangesNoRemovedRecordAndNoneRefersToIt) {
  const auto person = create(RecordKind::person, R"({"name": "Lan"})");
  const Id id = model::id_of(person->record);
  ASSERT_TRUE(remove(id, "nhập hai lần"));
  const auto changed = change(id, R"({"name": "Mai"})");
  EXPECT_EQ(code(changed), "record_removed");
  EXPECT_EQ(changed.error().args.at(1), std::pair(std::string("reason"), std::string("nhập hai lần")));
  EXPECT_EQ(code(remove(id, "nữa")), "record_removed");
  EXPECT_EQ(code(create(RecordKind::post, R"({"person": ")" + id.value + R"("})")), "reference_missing");
}

TEST_P(Editing, LetsARemovedRecordStandAgain) {
  const Id id = visit();
  EXPECT_EQ(code(restore(id)), "record_not_removed");
  ASSERT_TRUE(remove(id, "nhầm"));
  const auto restored = restore(id);
  ASSERT_TRUE(restored);
  EXPECT_EQ(restored->version, version(id));
  EXPECT_EQ(actions(id), "create remove restore ");
  EXPECT_TRUE(change(id, R"({"head": "Phu Von"})"));
}

TEST_P(Editing, RestoresNothingThatRefersToWhatIsNoMore) {
  const auto person = create(RecordKind::person, R"({"name": "Lan"})");
  const Id id = model::id_of(person->record);
  const Id post = model::id_of(create(RecordKind::post, R"({"person": ")" + id.value + R"("})")->record);
  ASSERT_TRUE(remove(post, "nhầm"));
  ASSERT_TRUE(remove(id, "nhầm"));
  EXPECT_EQ(code(restore(post)), "reference_missing");
  store->read([&](Reader& reader) { EXPECT_NE(reader.state(post)->removed_at, ""); });
}

TEST_P(Editing, RevertsToWhatARecordWasAfterAnEarlierChange) {
  const Id id = visit();
  ASSERT_TRUE(change(id, R"({"place": "Vientiane"})"));
  ASSERT_TRUE(change(id, R"({"head": "Phu Von"})"));
  const auto lines = changes(id);
  const auto reverted = revert(id, lines[0].id, 3);
  ASSERT_TRUE(reverted);
  EXPECT_EQ(reverted->version, 4);
  EXPECT_EQ(activity(id).place, "Vinh");
  EXPECT_EQ(activity(id).head, "");
  EXPECT_EQ(actions(id), "create edit edit revert ");
  EXPECT_EQ(code(revert(id, new_id())), "change_unknown");
}

TEST_P(Editing, ShowsARecordAsItWasAtAnyTime) {
  const Id id = visit();
  ASSERT_TRUE(change(id, R"({"place": "Vientiane"})"));
  ASSERT_TRUE(remove(id, "nhầm"));
  const auto lines = changes(id);
  store->read([&](Reader& reader) {
    const auto place = [&](const std::string& moment) -> std::string {
      const auto then = reg::as_of(reader, id, moment);
      return then ? std::get<model::Activity>(*then).place : "";
    };
    EXPECT_EQ(place("2000-01-01"), "");
    if (lines[0].at != lines[1].at) {
      EXPECT_EQ(place(lines[0].at), "Vinh");
    }
    if (lines[1].at != lines[2].at) {
      EXPECT_EQ(place(lines[1].at), "Vientiane");
    }
    EXPECT_EQ(place(timestamp_now().substr(0, 10)), "") << "removed by the end of the day";
  });
}

TEST_P(Editing, OfARecordThatWasMergedIsOfTheOneThatStandsForIt) {
  const Id one = visit();
  const Id other = visit();
  write(*store, [&](Writer& writer) { writer.merge(other, one); });
  const auto changed = change(other, R"({"head": "Phu Von"})");
  ASSERT_TRUE(changed);
  EXPECT_EQ(model::id_of(changed->record), one);
  EXPECT_EQ(activity(one).head, "Phu Von");
}

}  // namespace
}  // namespace kevai::store
