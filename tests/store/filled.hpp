#pragma once

#include <string>
#include <utility>

#include "model/record.hpp"

namespace kevai::store {

/// Sets every described field to a value of its own, so that a column read into the wrong field
/// shows. Ids of other records are those given; organisations are `vn.nghe-an` and `la.xiangkhouang`.
struct Fill {
  Id partnership;
  Id agreement;
  Id person;
  int& count;

  std::string text(std::string_view name) const {
    return std::string(name) + " thứ " + std::to_string(++count);
  }

  void operator()(std::string_view name, std::string& field) const { field = text(name); }
  void operator()(std::string_view name, Id& field) const {
    if (name == "partnership") field = partnership;
    if (name == "agreement") field = agreement;
    if (name == "person") field = person;
  }
  void operator()(std::string_view, OrganisationId& field) const { field.value = "vn.nghe-an"; }
  void operator()(std::string_view, PartialDate& field) const {
    ++count;
    field = *PartialDate::make(count % 3 == 0 ? 0 : 2000 + count % 30, 1 + count % 12,
                               count % 3 == 1 ? 0 : 1 + count % 28);
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
  void operator()(std::string_view name, model::Party& field) const {
    field = {{"la.xiangkhouang"}, text(name)};
  }
  void operator()(std::string_view name, std::vector<model::Party>& field) const {
    field = {{{"vn.nghe-an"}, text(name)}, {{"la.xiangkhouang"}, ""}, {{}, text(name)}};
  }
};

/// One record of every kind, all fields set, each after those it refers to.
inline std::vector<model::Record> one_of_every_kind() {
  int count = 0;
  Fill fill{new_id(), new_id(), new_id(), count};
  const auto filled = [&](auto record, Id id) -> model::Record {
    record.id = std::move(id);
    describe(record, fill);
    return record;
  };
  return {filled(model::Partnership{}, fill.partnership),
          filled(model::Agreement{}, fill.agreement),
          filled(model::Person{}, fill.person),
          filled(model::Commitment{}, new_id()),
          filled(model::Activity{}, new_id()),
          filled(model::Post{}, new_id()),
          filled(model::Observation{}, new_id()),
          filled(model::Target{}, new_id()),
          filled(model::Occasion{}, new_id()),
          filled(model::Support{}, new_id()),
          filled(model::Award{}, new_id())};
}

/// A record of this kind with no field set.
template <std::size_t... I>
model::Record empty_record(model::RecordKind kind, std::index_sequence<I...>) {
  static constexpr model::Record (*made[])() = {[] { return model::Record(std::in_place_index<I>); }...};
  model::Record record = made[static_cast<std::size_t>(kind)]();
  std::visit([](auto& r) { r.id = new_id(); }, record);
  return record;
}
inline model::Record empty_record(model::RecordKind kind) {
  return empty_record(kind, std::make_index_sequence<std::variant_size_v<model::Record>>{});
}

inline std::vector<model::RecordKind> every_kind() {
  std::vector<model::RecordKind> kinds;
  for (std::size_t i = 0; i < std::variant_size_v<model::Record>; ++i)
    kinds.push_back(static_cast<model::RecordKind>(i));
  return kinds;
}

}  // namespace kevai::store
