#pragma once

#include <map>
#include <string>

#include "model/field.hpp"
#include "model/record.hpp"

namespace kevai::store {

/// Ids of the records of a fill, one a kind; organisations are `vn.nghe-an` and `la.xiangkhouang`.
using FilledIds = std::map<model::RecordKind, Id>;

/// Sets every described field to a value of its own, so that a column read into the wrong field shows.
struct Fill {
  model::RecordKind kind;
  FilledIds& ids;
  int& count;

  std::string text(std::string_view name) const { return std::string(name) + " thứ " + std::to_string(++count); }
  /// Of the kind the field refers to; of any kind: a partnership.
  Id reference(std::string_view name) const { return ids[model::field_of(kind, name)->refers_to.value_or(model::RecordKind::partnership)]; }

  void operator()(std::string_view name, std::string& field) const { field = text(name); }
  void operator()(std::string_view name, Id& field) const { field = reference(name); }
  void operator()(std::string_view name, std::vector<Id>& field) const { field = {reference(name), ids[model::RecordKind::partnership]}; }
  void operator()(std::string_view, OrganisationId& field) const { field.value = "vn.nghe-an"; }
  void operator()(std::string_view, PartialDate& field) const {
    ++count;
    field = *PartialDate::make(count % 3 == 0 ? 0 : 2000 + count % 30, 1 + count % 12, count % 3 == 1 ? 0 : 1 + count % 28);
  }
  void operator()(std::string_view, int& field) const { field = ++count; }
  template <NamedEnum E>
  void operator()(std::string_view, E& field) const {
    field = static_cast<E>(enum_names<E>.size() - 1);
  }
  void operator()(std::string_view name, Quantity& field) const {
    ++count;
    field = {count + 0.1, 1e9 * count + 1.0 / 3.0, text(name), static_cast<Qualifier>(count % 6)};
  }
  void operator()(std::string_view name, model::Party& field) const { field = {{"la.xiangkhouang"}, text(name)}; }
  void operator()(std::string_view name, std::vector<model::Party>& field) const {
    field = {{{"vn.nghe-an"}, text(name)}, {{"la.xiangkhouang"}, ""}, {{}, text(name)}};
  }
};

inline std::vector<model::RecordKind> every_kind() {
  std::vector<model::RecordKind> kinds;
  for (std::size_t i = 0; i < std::variant_size_v<model::Record>; ++i) kinds.push_back(static_cast<model::RecordKind>(i));
  return kinds;
}

/// One record of every kind, all fields set. Put in one transaction they may come in this order.
inline std::vector<model::Record> one_of_every_kind() {
  using enum model::RecordKind;
  int count = 0;
  FilledIds ids;
  for (const auto kind : every_kind()) ids[kind] = kind == organisation ? Id{"vn.filled-" + new_id().value} : new_id();
  std::vector<model::Record> records;
  // Each after those it refers to.
  for (const auto kind : {partnership, agreement,    person,   commitment, activity, post,     observation, target,   occasion,   support,
                          award,       organisation, division, course,     trainee,  delegate, agenda_item, proposal, attachment, note}) {
    records.push_back(model::empty_record(kind));
    model::set_id(records.back(), ids[kind]);
    std::visit([&](auto& record) { describe(record, Fill{kind, ids, count}); }, records.back());
  }
  return records;
}

/// A record of this kind with no field set.
inline model::Record nothing_stated(model::RecordKind kind) {
  model::Record record = model::empty_record(kind);
  model::set_id(record, kind == model::RecordKind::organisation ? Id{"vn.empty"} : new_id());
  return record;
}

}  // namespace kevai::store
