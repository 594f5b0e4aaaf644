#pragma once

#include <boost/json/parse.hpp>
#include <map>
#include <string>

#include "register/edit.hpp"
#include "register/keep.hpp"
#include "register/rights/guarded_store.hpp"
#include "register/rights/permission.hpp"
#include "store/kept_answers.hpp"
#include "store/store_case.hpp"

namespace kevai::store {

/// Two provinces on either side, and accounts of every role in them.
class TwoSides : public Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    whole = opened();
    write(*whole, [](Writer& writer) {
      for (const char* id : {"vn.vgcl", "vn.nghe-an", "vn.kon-tum"}) writer.put(organisation(id));
      for (const char* id : {"la.lftu", "la.xiangkhouang", "la.attapeu"}) writer.put(organisation(id, "LA"));
    });
  }

  /// An account of an organisation with one role: over its whole country where it is the national centre.
  static model::Actor account(model::Role role, const std::string& organisation) {
    const bool national = organisation == "vn.vgcl" || organisation == "la.lftu";
    const std::string side = organisation.starts_with("vn.") ? "VN" : "LA";
    return {.account = {organisation + " " + std::string(name_of(role))},
            .name = organisation,
            .organisation = {{organisation}},
            .side = side,
            .grants = {{role, {{organisation}}, {{{organisation}}}, national}}};
  }
  static model::Actor without_role(const std::string& organisation) {
    auto actor = account(model::Role::viewer, organisation);
    actor.grants.clear();
    return actor;
  }

  static boost::json::object fields(const std::string& json) { return boost::json::parse(json).as_object(); }

  /// Made by that account; the failure ends the test.
  Id made_by(const model::Actor& actor, model::RecordKind kind, const std::string& json) {
    reg::GuardedStore seen(*whole, actor);
    const auto made = reg::write(seen, [&](Writer& writer) { return reg::create(writer, kind, fields(json), actor.name); });
    if (!made) throw Broken(made.error());
    return model::id_of(made->record);
  }
  Id visit_by(const model::Actor& actor, const std::string& parties, const std::string& place) {
    return made_by(actor, model::RecordKind::activity, R"({"kind": "visit", "place": ")" + place + R"(", "parties": )" + parties + "}");
  }
  void share(const Id& record, model::SharingState state) {
    write(*whole, [&](Writer& writer) {
      auto sharing = *writer.sharing(record);
      sharing.state = state;
      reg::keep_shared(writer, sharing);
    });
  }
  /// What that account reads.
  template <class Read>
  auto read_as(const model::Actor& actor, Read&& read) {
    reg::GuardedStore seen(*whole, actor);
    std::invoke_result_t<Read, Reader&> found{};
    seen.read([&](Reader& reader) { found = read(reader); });
    return found;
  }
  /// What comes of it where that account writes; the register stays as it was.
  Result<> tried_as(const model::Actor& actor, const std::function<Result<>(Writer&)>& work) {
    reg::GuardedStore seen(*whole, actor);
    constexpr const char* undone = "undone";
    auto done = seen.write([&](Writer& writer) -> Result<> {
      if (auto tried = work(writer); !tried) return tried;
      return fail(Failure::conflict, undone);
    });
    if (!done && done.error().code == undone) return {};
    return done;
  }

  std::unique_ptr<Store> whole;
  const std::string here = R"([{"id": "la.xiangkhouang"}, {"id": "vn.nghe-an"}])";
  const std::string elsewhere = R"([{"id": "la.attapeu"}, {"id": "vn.kon-tum"}])";
};

}  // namespace kevai::store
