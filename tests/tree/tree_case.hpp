#pragma once

#include "register/edit.hpp"
#include "register/ingest.hpp"
#include "register/restructure.hpp"
#include "register/tree_json.hpp"
#include "store/store_case.hpp"

namespace kevai {
using store::Driver;  // as KEVAI_ON_BOTH_DATABASES names it
}

namespace kevai::test {

inline const std::string officer = "lan";

inline OrganisationId organisation(std::string id) {
  OrganisationId made;
  made.value = std::move(id);
  return made;
}

inline const OrganisationId kon_tum = organisation("vn.kon-tum");
inline const OrganisationId quang_ngai = organisation("vn.quang-ngai");
inline const OrganisationId attapeu = organisation("la.attapeu");
inline const OrganisationId vgcl = organisation("vn.vgcl");
inline const OrganisationId lftu = organisation("la.lftu");

inline PartialDate date(std::string_view text) {
  return PartialDate::parse(text).value();
}

/// A register with the reference organisations, on either database; what is done must succeed.
class TreeCase : public store::Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    store_ = opened();
    ASSERT_TRUE(reg::load_reference(*store_));
  }

  store::Store& store() { return *store_; }

  model::Record made(model::RecordKind kind, boost::json::object fields) {
    auto edited = reg::write(*store_, [&](store::Writer& w) { return reg::create(w, kind, fields, officer); });
    if (!edited) throw Broken(edited.error());
    return edited->record;
  }
  Id id_of(model::RecordKind kind, boost::json::object fields) { return model::id_of(made(kind, std::move(fields))); }
  OrganisationId unit(const std::string& id, const OrganisationId& parent, model::Level level = model::Level::district) {
    return organisation(id_of(model::RecordKind::organisation, {{"id", id},
                                                                {"country", id.starts_with("la.") ? "LA" : "VN"},
                                                                {"level", name_of(level)},
                                                                {"parent", parent.value},
                                                                {"name_vi", "Công đoàn " + id},
                                                                {"name_lo", "ກຳມະບານ " + id},
                                                                {"name_en", "Union " + id}})
                            .value);
  }
  void changed(const Id& id, boost::json::object fields) {
    const auto edited = reg::write(*store_, [&](store::Writer& w) { return reg::change(w, id, fields, {}, officer); });
    if (!edited) throw Broken(edited.error());
  }
  void merged(std::vector<OrganisationId> from, const OrganisationId& into, std::string_view on) {
    const auto done = reg::write(
        *store_, [&](store::Writer& w) { return reg::merge_organisations(w, {std::move(from), {into, {}}, date(on)}, officer); });
    if (!done) throw Broken(done.error());
  }
  void undone(const OrganisationId& id) {
    const auto done = reg::write(*store_, [&](store::Writer& w) { return reg::undo_restructuring(w, id, "nhập nhầm", officer); });
    if (!done) throw Broken(done.error());
  }

  /// The code a use case fails with; empty where it does not.
  template <class Work>
  std::string code_of(Work&& work) {
    const auto done = reg::write(*store_, work);
    return done ? std::string() : done.error().code;
  }

  reg::Tree tree(const std::string& day) {
    std::optional<reg::Tree> tree;
    store_->read([&](store::Reader& reader) { tree = reg::read_tree(reader, day); });
    return *tree;
  }
  reg::OrganisationTotals totals(const OrganisationId& id, const std::string& day, Period period = {}, bool below = false) {
    Result<reg::OrganisationTotals> totals;
    store_->read([&](store::Reader& r) { totals = reg::totals_of(r, reg::read_tree(r, day), id, period, below); });
    if (!totals) throw Broken(totals.error());
    return *totals;
  }
  reg::Measures measures(const OrganisationId& id, const std::string& day) {
    Result<reg::Measures> measures;
    store_->read([&](store::Reader& r) { measures = reg::measures_of(r, id, day); });
    if (!measures) throw Broken(measures.error());
    return *measures;
  }

 private:
  std::unique_ptr<store::Store> store_;
};

inline boost::json::array parties(std::initializer_list<OrganisationId> ids) {
  boost::json::array array;
  for (const auto& id : ids) array.push_back(boost::json::string(id.value));
  return array;
}

}  // namespace kevai::test
