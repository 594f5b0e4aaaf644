#pragma once

#include "register/edit.hpp"
#include "register/ingest.hpp"
#include "store/store_case.hpp"

namespace kevai::reg {

using store::Driver;  // of KEVAI_ON_BOTH_DATABASES

/// A register of either store, with the reference organisations.
class Work : public store::Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    store_ = opened();
    ASSERT_TRUE(load_reference(*store_));
  }

  /// Enters a record as an officer does; its id.
  Id enter(const model::Record& record) {
    const auto made = reg::write(*store_, [&](store::Writer& writer) { return create(writer, record, "Lan"); });
    if (!made) throw Broken(made.error());
    return model::id_of(made->record);
  }

  template <class T>
  T held(const Id& id) {
    std::optional<model::Record> record;
    store_->read([&](store::Reader& reader) { record = reader.record(id); });
    return std::get<T>(record.value());
  }

  static PartialDate day(const char* text) { return *PartialDate::parse(text); }
  static model::Party party(const char* id) { return {{id}, {}}; }

  std::unique_ptr<store::Store> store_;
};

}  // namespace kevai::reg
