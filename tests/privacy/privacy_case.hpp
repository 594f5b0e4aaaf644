#pragma once

#include <boost/json/parse.hpp>

#include "register/edit.hpp"
#include "register/privacy/verify.hpp"
#include "store/store_case.hpp"

namespace kevai::store {

/// A register with a course, a visit and people in them.
class Privacy : public Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    store = opened();
    write(*store, [](Writer& writer) {
      writer.put(organisation("vn.nghe-an"));
      writer.put(organisation("la.xiangkhouang", "LA"));
    });
  }

  Id made(model::RecordKind kind, const std::string& json) {
    const auto created =
        reg::write(*store, [&](Writer& writer) { return reg::create(writer, kind, boost::json::parse(json).as_object(), "An"); });
    if (!created) throw Broken(created.error());
    return model::id_of(created->record);
  }
  void changed(const Id& id, const std::string& json) {
    const auto done =
        reg::write(*store, [&](Writer& writer) { return reg::change(writer, id, boost::json::parse(json).as_object(), {}, "Bình"); });
    ASSERT_TRUE(done);
  }
  Id person(const std::string& name) { return made(model::RecordKind::person, R"({"name": ")" + name + "\"}"); }
  Id course(const std::string& date = "2019-06-01") {
    return made(model::RecordKind::course, R"({"programme": "Công tác công đoàn", "date": ")" + date + "\"}");
  }
  Id trainee(const Id& course, const std::string& name, const std::string& more = {}) {
    return made(model::RecordKind::trainee, R"({"course": ")" + course.value + R"(", "name": ")" + name + "\"" + more + "}");
  }
  Id visit(const std::string& head = {}) {
    return made(model::RecordKind::activity, R"({"kind": "visit", "date": "2018-04-02", "head": ")" + head +
                                                 R"(", "parties": [{"id": "la.xiangkhouang"}, {"id": "vn.nghe-an"}]})");
  }
  Id delegate(const Id& activity, const std::string& name, const std::string& more = {}) {
    return made(model::RecordKind::delegate, R"({"activity": ")" + activity.value + R"(", "name": ")" + name + "\"" + more + "}");
  }

  reg::Verified verified(std::int64_t since = 1, const std::optional<reg::Anchor>& anchor = {}) {
    reg::Verified found;
    store->read([&](Reader& reader) { found = reg::verify_journal(reader, since, anchor); });
    return found;
  }
  /// `altered 3`, or nothing where the chain is whole.
  std::string break_found(std::int64_t since = 1, const std::optional<reg::Anchor>& anchor = {}) {
    const auto found = verified(since, anchor);
    if (!found.broken) return {};
    return std::string(name_of(found.broken->kind)) + " " + std::to_string(found.broken->sequence);
  }
  JournalHead head() {
    JournalHead head;
    store->read([&](Reader& reader) { head = reader.journal().head(); });
    return head;
  }

  /// Statements of somebody who has the database itself in hand, and takes the lock off the journal first.
  void tamper(const std::string& sql) {
    const auto direct = connection();
    const bool sqlite = GetParam() == Driver::Sqlite;
    for (const char* trigger : {"change_is_never_updated", "change_is_never_deleted"})
      direct->run(std::string("drop trigger if exists ") + trigger + (sqlite ? "" : " on change"));
    direct->run(sql);
  }

  std::unique_ptr<Store> store;
};

}  // namespace kevai::store
