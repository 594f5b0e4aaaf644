#include <boost/json/serialize.hpp>

#include "confirming_case.hpp"
#include "register/attach.hpp"
#include "register/search.hpp"

/// What goes with a record: its parts, which are confirmed with it, and the notes of a side, which stay.
namespace kevai::reg {
namespace {

class Parts : public Confirming {};
KEVAI_ON_BOTH_DATABASES(Parts);

/// What the side is told of the parts, as `added delegate`, with the fields of those that changed.
std::string parts_told(const SharedRecord& record, const char* side) {
  std::string told;
  for (const auto& part : record.of(side).parts) {
    told += (told.empty() ? "" : ", ") + std::string(name_of(part.what)) + " " + std::string(name_of(model::kind_of(part.part)));
    for (const auto& field : part.fields) told += " " + field.field + " " + field.before + "→" + field.after;
  }
  return told;
}

TEST_P(Parts, APartThatChangesAsksBothAgainAndIsTold) {
  const Id id = released(visit());
  const Id item = entered(viet_, model::AgendaItem{.activity = id, .content = "Hội đàm"});
  const Id gone = entered(viet_, model::AgendaItem{.activity = id, .content = "Tham quan"});
  ASSERT_EQ(confirmed(viet_, id), "") << "the agenda was not there when it was released";
  ASSERT_EQ(confirmed(lao_, id), "");
  ASSERT_EQ(standing(id), "confirmed");
  ASSERT_EQ(changed(viet_, item, R"({"place": "Vinh"})"), "");
  EXPECT_EQ(standing(id), "changed VN LA");
  EXPECT_EQ(asked_of(lao_), "changed");
  entered(viet_, model::Delegate{.activity = id, .name = "Lan"});
  ASSERT_TRUE(as(viet_, [&](auto& writer, const Voice&) { return remove(writer, gone, "hoãn", {}, "Lan"); }));
  EXPECT_EQ(parts_told(shared(id), "LA"), R"(changed agenda_item place →"Vinh", removed agenda_item, added delegate)");
  EXPECT_TRUE(shared(id).of("LA").changed.empty());
  ASSERT_EQ(confirmed(viet_, id), "");
  ASSERT_EQ(confirmed(lao_, id), "");
  EXPECT_EQ(standing(id), "confirmed");
  EXPECT_EQ(parts_told(shared(id), "LA"), "");
}

TEST_P(Parts, APartThatMovesToAnotherRecordAsksForBoth) {
  const Id from = released(visit());
  const Id to = released(visit());
  const Id item = entered(viet_, model::AgendaItem{.activity = from, .content = "Hội đàm"});
  for (const Id& id : {from, to})
    for (const auto& who : {viet_, lao_}) ASSERT_EQ(confirmed(who, id), "");
  ASSERT_EQ(changed(viet_, item, (R"({"activity": ")" + to.value + "\"}").c_str()), "");
  EXPECT_EQ(standing(from), "changed VN LA");
  EXPECT_EQ(standing(to), "changed VN LA");
}

TEST_P(Parts, AChangedPartIsToldWithoutPersonalValuesToThoseWhoMayNotSeeThem) {
  const Id course = entered(viet_, model::Course{.programme = "Nghiệp vụ công đoàn", .parties = visit().parties});
  const Id trainee = entered(viet_, model::Trainee{.course = course, .name = "Bounmy"});
  ASSERT_EQ(code(viet_, [&](auto& writer, const Voice& voice) { return release(writer, course, voice); }), "");
  ASSERT_EQ(confirmed(lao_, course), "");
  ASSERT_EQ(changed(viet_, trainee, R"({"name": "Bounmi", "sex": "female"})"), "");
  const auto told_to = [&](const model::Actor& actor) {
    std::string told;
    GuardedStore theirs(*store_, actor);
    theirs.read([&](store::Reader& reader) {
      told = parts_told(*shared_record(reader, course), "LA") + boost::json::serialize(to_json(*shared_record(reader, course)));
    });
    return told;
  };
  EXPECT_NE(told_to(lao_).find(R"(name "Bounmy"→"Bounmi")"), std::string::npos);
  const auto viewer = told_to(somebody("Keo", "la.xiangkhouang", "LA", model::Role::viewer));
  EXPECT_EQ(viewer.find("Bounm"), std::string::npos) << viewer;
  EXPECT_EQ(viewer.find("changed trainee sex"), 0u) << viewer;
}

TEST_P(Parts, FilesOfATraineeAreForThoseWhoMaySeeTheName) {
  const Id course = entered(viet_, model::Course{.programme = "Nghiệp vụ công đoàn", .parties = visit().parties});
  const Id trainee = entered(viet_, model::Trainee{.course = course, .name = "Bounmy"});
  GuardedStore ours(*store_, viet_);
  const auto made =
      reg::write(ours, [&](store::Writer& writer) { return attach(writer, {trainee, "Bounmy", "Bounmy.txt", "Lý lịch"}, "Lan"); });
  ASSERT_TRUE(made) << made.error().code;
  ASSERT_EQ(code(viet_, [&](auto& writer, const Voice& voice) { return release(writer, course, voice); }), "");
  const Id file = model::id_of(made->record);
  const auto opened_by = [&](const model::Actor& actor) {
    std::string told;
    GuardedStore theirs(*store_, actor);
    theirs.read([&](store::Reader& reader) {
      const auto bytes = attached_file(reader, file);
      told = (bytes ? bytes->bytes : bytes.error().code) + " " + std::get<model::Attachment>(*reader.record(file)).file_name;
      for (const auto& row : reader.list({.kind = model::RecordKind::attachment}).rows)
        told += " " + std::get<model::Attachment>(row.record).title;
      for (const auto& change : reader.changes_of(file)) told += " " + change.after;
    });
    return told;
  };
  EXPECT_EQ(opened_by(lao_officer_).find("Lý lịch Bounmy.txt Bounmy"), 0u);
  const auto viewer = opened_by(somebody("Keo", "la.xiangkhouang", "LA", model::Role::viewer));
  EXPECT_EQ(viewer.find("not_permitted"), 0u);
  EXPECT_EQ(viewer.find("Bounmy"), std::string::npos) << viewer;
}

TEST_P(Parts, WhoeverConfirmsSaysItOfThePartsTheySaw) {
  const Id id = released(visit());
  const auto seen = shared(id).version;
  entered(viet_, model::Delegate{.activity = id, .name = "Lan"});
  EXPECT_EQ(code(lao_, [&](auto& writer, const Voice& voice) { return confirm(writer, id, voice, seen); }), "record_changed");
}

TEST_P(Parts, NotesAskNobody) {
  const Id id = released(visit());
  ASSERT_EQ(confirmed(lao_, id), "");
  entered(viet_, model::Note{.record = id, .content = "Chưa gửi bạn"});
  EXPECT_EQ(standing(id), "confirmed");
}

TEST_P(Parts, TheKeepersNoteIsOfTheSideItSaysAndOfNoOther) {
  const Id id = released(visit());
  const auto noted = [&](const std::string& side) {
    return reg::write(*store_, [&](store::Writer& writer) {
      return create_note(writer, {{"record", id.value}, {"content", "Chờ ý kiến"}}, side, "kevai");
    });
  };
  EXPECT_EQ(noted("").error().code, "note_side_missing");
  EXPECT_EQ(noted("TH").error().code, "side_unknown");
  const auto plain = reg::write(
      *store_, [&](store::Writer& writer) { return create(writer, model::Note{.record = id, .content = "Chờ ý kiến"}, "kevai"); });
  EXPECT_EQ(plain.error().code, "note_side_missing");
  const auto note = noted("LA");
  ASSERT_TRUE(note) << note.error().code;
  const Id made = model::id_of(note->record);
  Id of_none = new_id();  // as earlier versions kept the keeper's
  ASSERT_TRUE(store_->write([&](store::Writer& writer) -> Result<> {
    writer.put(model::Note{.id = of_none, .record = id, .content = "Không của phía nào"});
    return {};
  }));
  const auto seen_by = [&](const model::Actor& actor) {
    std::string seen;
    GuardedStore theirs(*store_, actor);
    theirs.read([&](store::Reader& reader) {
      for (const auto& row : reader.list({.kind = model::RecordKind::note}).rows)
        seen += model::id_of(row.record) == made ? "made " : "of none ";
      EXPECT_EQ(reader.record(made).has_value(), actor.side == "LA");
      EXPECT_FALSE(reader.record(of_none));
      EXPECT_EQ(search(reader, {.words = "ý kiến"})->found.empty(), actor.side != "LA");
    });
    return seen;
  };
  EXPECT_EQ(seen_by(lao_), "made ");
  EXPECT_EQ(seen_by(somebody("Sisouk", "la.lftu", "LA", model::Role::viewer, true)), "made ");
  EXPECT_EQ(seen_by(viet_), "");
  EXPECT_EQ(seen_by(somebody("Chi", "vn.vgcl", "VN", model::Role::viewer, true)), "");
}

}  // namespace
}  // namespace kevai::reg
