#pragma once

#include <boost/json/parse.hpp>

#include "model/activity.hpp"
#include "register/confirming/confirm.hpp"
#include "register/confirming/each.hpp"
#include "register/confirming/inbox.hpp"
#include "register/confirming/release.hpp"
#include "register/edit.hpp"
#include "register/ingest.hpp"
#include "register/rights/guarded_store.hpp"
#include "store/store_case.hpp"

namespace kevai::reg {

using store::Driver;  // of KEVAI_ON_BOTH_DATABASES

/// Nghệ An and Xiêng Khoảng share a register: an officer and an approver of either.
class Confirming : public store::Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    store_ = opened();
    ASSERT_TRUE(load_reference(*store_));
  }

  static model::Actor somebody(const char* name, const char* organisation, const char* side, model::Role role, bool whole_side = false) {
    model::Actor actor{.account = new_id(),
                       .name = name,
                       .organisation = {{organisation}},
                       .side = side,
                       .grants = {},
                       .language = "vi",
                       .session = {},
                       .address = "private"};
    actor.grants.push_back({.role = role, .organisation = actor.organisation, .within = {actor.organisation}, .whole_side = whole_side});
    return actor;
  }

  /// As one of them sees and changes the register.
  template <class Work>
  auto as(const model::Actor& actor, Work&& work) {
    GuardedStore theirs(*store_, actor);
    return reg::write(theirs, [&](store::Writer& writer) { return work(writer, *voice_of(actor, {}, actor.name)); });
  }
  template <class Work>
  std::string code(const model::Actor& actor, Work&& work) {
    const auto outcome = as(actor, work);
    return outcome ? std::string() : outcome.error().code;
  }

  static model::Activity visit(int participants = 12) {
    model::Activity activity;
    activity.date = *PartialDate::parse("2024-05-10");
    activity.parties = {{{{"la.xiangkhouang"}}, {}}, {{{"vn.nghe-an"}}, {}}};
    activity.participants = {.low = participants, .high = participants};
    return activity;
  }

  Id entered(const model::Actor& actor, const model::Record& record) {
    GuardedStore theirs(*store_, actor);
    const auto made = reg::write(theirs, [&](store::Writer& writer) { return create(writer, record, actor.name); });
    if (!made) throw Broken(made.error());
    return model::id_of(made->record);
  }
  Id released(const model::Record& record) {
    const Id id = entered(viet_, record);
    EXPECT_EQ(code(viet_, [&](auto& writer, const Voice& voice) { return release(writer, id, voice); }), "");
    return id;
  }
  std::string confirmed(const model::Actor& actor, const Id& id) {
    return code(actor, [&](auto& writer, const Voice& voice) { return confirm(writer, id, voice); });
  }
  std::string changed(const model::Actor& actor, const Id& id, const char* fields) {
    GuardedStore theirs(*store_, actor);
    const auto done = reg::write(
        theirs, [&](store::Writer& writer) { return change(writer, id, boost::json::parse(fields).as_object(), {}, actor.name); });
    return done ? std::string() : done.error().code;
  }
  /// The dispute's id, or the code of why there is none.
  std::string disputed(const model::Actor& actor, const Id& id, const char* field, boost::json::value figure,
                       const char* reason = "theo danh sách đoàn") {
    const auto made =
        as(actor, [&](auto& writer, const Voice& voice) { return dispute(writer, id, voice, {field, std::move(figure), reason}); });
    return made ? made->value : made.error().code;
  }
  std::string settled(const model::Actor& actor, const Id& id, const std::string& dispute, model::DisputeOutcome outcome) {
    return code(actor, [&](auto& writer, const Voice& voice) { return settle(writer, id, {dispute}, voice, outcome); });
  }
  std::string published(const model::Actor& actor, const Id& id) {
    return code(actor, [&](auto& writer, const Voice& voice) { return publish(writer, id, voice); });
  }
  std::string withdrawn(const model::Actor& actor, const Id& id) {
    return code(actor, [&](auto& writer, const Voice& voice) { return withdraw(writer, id, voice); });
  }

  SharedRecord shared(const Id& id) {
    std::optional<SharedRecord> found;
    store_->read([&](store::Reader& reader) { found = shared_record(reader, id); });
    return found.value();
  }
  /// As `confirmed`, and whom it waits for.
  std::string standing(const Id& id) {
    const auto record = shared(id);
    std::string told(name_of(record.standing));
    for (const auto& side : record.sides)
      if (side.waits) told += " " + side.side;
    return told;
  }
  InboxPage inbox_of(const model::Actor& actor, const InboxQuery& query = {}) {
    InboxPage page;
    GuardedStore theirs(*store_, actor);
    theirs.read([&](store::Reader& reader) { page = inbox(reader, *voice_of(actor, {}, actor.name), query, "2026-11-22"); });
    return page;
  }
  /// What is asked of them, in order.
  std::string asked_of(const model::Actor& actor) {
    std::string asked;
    for (const auto& item : inbox_of(actor).items) asked += (asked.empty() ? "" : ", ") + std::string(name_of(item.waiting.asked));
    return asked;
  }

  std::unique_ptr<store::Store> store_;
  const model::Actor viet_ = somebody("Lan", "vn.nghe-an", "VN", model::Role::approver);
  const model::Actor lao_ = somebody("Khamphone", "la.xiangkhouang", "LA", model::Role::approver);
  const model::Actor lao_officer_ = somebody("Bouachan", "la.xiangkhouang", "LA", model::Role::officer);
  const model::Actor elsewhere_ = somebody("Somchai", "la.savannakhet", "LA", model::Role::approver);
  const model::Actor keeper_{};
};

}  // namespace kevai::reg
