#include "model/personal.hpp"

#include <algorithm>
#include <array>

namespace kevai::model {
namespace {

constexpr std::array<std::string_view, 3> of_person = {"name", "key", "other_names"};
constexpr std::array<std::string_view, 1> of_post = {"role"};
constexpr std::array<std::string_view, 1> of_trainee = {"name"};
constexpr std::array<std::string_view, 2> of_delegate = {"name", "role"};
constexpr std::array<std::string_view, 1> of_activity = {"head"};
constexpr std::array<std::string_view, 2> of_attachment = {"title", "file_name"};
constexpr std::array<std::string_view, 1> of_note = {"content"};

/// Calls `with(name, text)` for each personal field of the record.
template <class R, class With>
void each_personal(R& record, With&& with) {
  const auto personal = personal_fields(kind_of(record));
  std::visit(
      [&](auto& r) {
        describe(r, [&](std::string_view name, auto& value) {
          if constexpr (std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(value)>>, std::string>)
            if (std::ranges::find(personal, name) != personal.end()) with(name, value);
        });
      },
      record);
}

}  // namespace

std::span<const std::string_view> personal_fields(RecordKind kind) {
  switch (kind) {
    case RecordKind::person:
      return of_person;
    case RecordKind::post:
      return of_post;
    case RecordKind::trainee:
      return of_trainee;
    case RecordKind::delegate:
      return of_delegate;
    case RecordKind::activity:
      return of_activity;
    case RecordKind::attachment:
      return of_attachment;
    case RecordKind::note:
      return of_note;
    default:
      return {};
  }
}

std::vector<std::string_view> fields_apart(RecordKind kind, Action action) {
  const auto personal = personal_fields(kind);
  std::vector<std::string_view> fields(personal.begin(), personal.end());
  if (action == Action::dispute || action == Action::settle) fields.insert(fields.end(), {"reason", "stated", "figure"});
  return fields;
}

Record without_personal_values(Record record) {
  each_personal(record, [](std::string_view name, std::string& value) {
    const bool only_to_find = name == "key" || name == "other_names";
    if (!value.empty()) value = only_to_find ? std::string() : std::string(erased_value);
  });
  return record;
}

void keep_erased(Record& made, const Record& now) {
  bool any = false;
  each_personal(now, [&](std::string_view, const std::string& value) { any |= value == erased_value; });
  if (any) made = without_personal_values(std::move(made));
}

bool has_personal_values(const Record& record) {
  bool has = false;
  each_personal(record, [&](std::string_view, const std::string& value) { has |= !value.empty() && value != erased_value; });
  return has;
}

}  // namespace kevai::model
