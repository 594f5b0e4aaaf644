#include "model/field.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kevai::model {
namespace {

/// Most references are named by the kind they refer to; these are not.
constexpr std::pair<std::string_view, RecordKind> other_names[] = {
    {"renews", RecordKind::agreement},   {"carried_from", RecordKind::commitment}, {"fulfils", RecordKind::commitment},
    {"onward_from", RecordKind::course}, {"instructors", RecordKind::trainee},     {"children", RecordKind::organisation}};

std::optional<RecordKind> kind_named_by(std::string_view field) {
  if (const auto kind = named<RecordKind>(field)) return kind;
  for (const auto& [name, kind] : other_names)
    if (name == field) return kind;
  return std::nullopt;
}

bool is_derived(RecordKind kind, std::string_view field) {
  return (kind == RecordKind::person && field == "key") ||
         (kind == RecordKind::attachment && (field == "media_type" || field == "size" || field == "sha256"));
}

/// `kind` says something else of an activity than of an agreement; what other fields say is the same in every record.
std::string_view topic_of(RecordKind kind, std::string_view field) {
  return field == "kind" ? name_of(kind) : field;
}

struct Collect {
  RecordKind kind;
  std::vector<Field>& fields;

  void add(std::string_view name, FieldType type) const {
    fields.push_back({.name = name, .type = type, .derived = is_derived(kind, name)});
  }
  void operator()(std::string_view name, const std::string&) const { add(name, FieldType::text); }
  void operator()(std::string_view name, int) const { add(name, FieldType::integer); }
  void operator()(std::string_view name, const PartialDate&) const { add(name, FieldType::date); }
  void operator()(std::string_view name, const Quantity&) const { add(name, FieldType::quantity); }
  void operator()(std::string_view name, const Party&) const { add(name, FieldType::party); }
  void operator()(std::string_view name, const std::vector<Party>&) const { add(name, FieldType::parties); }
  void operator()(std::string_view name, const OrganisationId&) const {
    add(name, FieldType::organisation);
    fields.back().refers_to = RecordKind::organisation;
  }
  void operator()(std::string_view name, const Id&) const {
    add(name, FieldType::reference);
    fields.back().refers_to = kind_named_by(name);
  }
  void operator()(std::string_view name, const std::vector<Id>&) const {
    add(name, FieldType::references);
    fields.back().refers_to = kind_named_by(name);
  }
  template <NamedEnum E>
  void operator()(std::string_view name, E) const {
    add(name, FieldType::choice);
    fields.back().choices = enum_names<E>;
    fields.back().topic = topic_of(kind, name);
  }
};

std::vector<std::vector<Field>> all_fields() {
  std::vector<std::vector<Field>> all;
  for (std::size_t i = 0; i < std::variant_size_v<Record>; ++i) {
    const auto kind = static_cast<RecordKind>(i);
    const Record record = empty_record(kind);
    std::visit([&](const auto& r) { describe(r, Collect{kind, all.emplace_back()}); }, record);
  }
  return all;
}

}  // namespace

std::span<const Field> fields_of(RecordKind kind) {
  static const auto all = all_fields();
  return all[static_cast<std::size_t>(kind)];
}

const Field* field_of(RecordKind kind, std::string_view name) {
  const auto fields = fields_of(kind);
  const auto at = std::ranges::find(fields, name, &Field::name);
  return at == fields.end() ? nullptr : &*at;
}

}  // namespace kevai::model
