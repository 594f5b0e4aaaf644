#include <charconv>
#include <type_traits>

#include "model/record_json.hpp"

namespace kevai::model {
namespace {

bool read(std::string& member, const std::string& text) {
  member = text;
  return true;
}

bool read(Id& member, const std::string& text) {
  member.value = text;
  return true;
}

bool read(int& member, const std::string& text) {
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), member);
  return error == std::errc{} && at == text.data() + text.size();
}

bool read(PartialDate& member, const std::string& text) {
  const auto date = PartialDate::parse(text);
  if (date) member = *date;
  return date.has_value();
}

/// `44000000 nearly`
bool read(Quantity& member, const std::string& text) {
  const auto space = text.find(' ');
  double figure = 0;
  const char* const end = text.data() + std::min(space, text.size());
  const auto [at, error] = std::from_chars(text.data(), end, figure);
  const auto qualifier = space == text.npos ? Qualifier::exact : named<Qualifier>(std::string_view(text).substr(space + 1));
  if (error != std::errc{} || at != end || !qualifier) return false;
  member = Quantity::of(figure, *qualifier);
  return true;
}

bool read(Party& member, const std::string& text) {
  // Ids are countries' and have no spaces: `vn.nghe-an`.
  const bool known = (text.starts_with("vn.") || text.starts_with("la.")) && text.find(' ') == text.npos;
  member = known ? Party{{text}, {}} : Party{{}, text};
  return true;
}

template <class T>
bool read(std::vector<T>&, const std::string&) {
  return false;
}

template <NamedEnum E>
bool read(E& member, const std::string& text) {
  const auto value = named<E>(text);
  if (value) member = *value;
  return value.has_value();
}

}  // namespace

bool set_field(Record& record, std::string_view field, const std::string& text) {
  bool done = false;
  std::visit(
      [&](auto& r) {
        describe(r, [&](std::string_view name, auto& member) {
          if (name == field) done = read(member, text);
        });
      },
      record);
  return done;
}

std::optional<Record> with_field(const Record& like, std::string_view field, const std::string& text) {
  Record record = std::visit([](const auto& r) -> Record { return std::remove_cvref_t<decltype(r)>{}; }, like);
  if (!set_field(record, field, text)) return std::nullopt;
  return record;
}

boost::json::value field_json(const Record& like, std::string_view field, const std::string& text) {
  const auto record = with_field(like, field, text);
  if (!record) return boost::json::value(text);
  const auto json = to_json(*record);
  const auto* value = json.if_contains(field);
  return value ? *value : boost::json::value(text);
}

void copy_field(Record& into, const Record& from, std::string_view field) {
  std::visit(
      [&](auto& to) {
        const auto* same = std::get_if<std::remove_cvref_t<decltype(to)>>(&from);
        if (!same) return;
        describe(to, [&](std::string_view name, auto& member) {
          if (name != field) return;
          describe(*same, [&](std::string_view other, const auto& value) {
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(member)>, std::remove_cvref_t<decltype(value)>>) {
              if (other == field) member = value;
            }
          });
        });
      },
      into);
}

}  // namespace kevai::model
