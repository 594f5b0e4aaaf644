#include "store/personal_rows.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "model/personal.hpp"
#include "store/journal_chain.hpp"
#include "store/statements.hpp"

namespace kevai::store {
namespace {

namespace json = boost::json;

constexpr std::string_view placeholder = "personal";

std::string new_salt() {
  std::array<unsigned char, 16> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, 2 * bytes.size() + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
  return hex.data();
}

/// Is any of the fields in this text? Most are not: then nothing needs to be parsed.
bool may_hold(const std::string& text, std::span<const std::string_view> fields) {
  return std::ranges::any_of(fields, [&](std::string_view field) { return text.find("\"" + std::string(field) + "\":") != text.npos; });
}

std::string id_in(const json::value& value) {
  const auto* object = value.if_object();
  const auto* id = object ? object->if_contains(placeholder) : nullptr;
  return id && id->is_string() ? std::string(id->get_string()) : std::string();
}

/// Values of one record, each kept once however many entries hold it.
class Apart {
 public:
  Apart(sql::Connection& connection, const model::Change& change) : sql_(connection), change_(change) {}

  void take(std::string& text) {
    const auto fields = model::fields_apart(change_.record_kind, change_.action);
    if (!may_hold(text, fields)) return;
    json::object object = json::parse(text).as_object();
    const auto* person = object.if_contains("person");
    const Id subject = person && person->is_string() ? Id{std::string(person->get_string())} : change_.record;
    for (const std::string_view field : fields) {
      json::value* value = object.if_contains(field);
      if (!value || !value->is_string() || value->get_string() == model::erased_value) continue;
      *value = json::object{{placeholder, kept(subject, std::string(field), std::string(value->get_string()))}};
    }
    text = json::serialize(object);
  }

 private:
  std::string kept(const Id& subject, const std::string& field, const std::string& value) {
    if (!read_) values_ = personal_values(sql_, "personal_value/list_of_record", change_.record.value);
    read_ = true;
    for (const PersonalValue& one : values_)
      if (one.field == field && one.value == value && one.subject == subject) return one.id;
    PersonalValue& made = values_.emplace_back(
        PersonalValue{.record = change_.record, .subject = subject, .field = field, .value = value, .salt = new_salt()});
    made.id = id_of(made);
    query(sql_, "personal_value/add")
        .bind(made.id)
        .bind(made.record.value)
        .bind(subject.value)
        .bind(field)
        .bind(value)
        .bind(made.salt)
        .run();
    return made.id;
  }

  sql::Connection& sql_;
  const model::Change& change_;
  std::vector<PersonalValue> values_;
  bool read_ = false;
};

}  // namespace

PersonalValue read_personal_value(const sql::Query& row) {
  return {.id = row.text(0),
          .record = {row.text(1)},
          .subject = {row.text(2)},
          .field = row.text(3),
          .value = row.text(4),
          .salt = row.text(5)};
}

std::vector<PersonalValue> personal_values(sql::Connection& connection, const std::string& name, const std::string& key) {
  sql::Query rows = query(connection, name);
  rows.bind(key);
  std::vector<PersonalValue> values;
  while (rows.next()) values.push_back(read_personal_value(rows));
  return values;
}

model::Change with_values_apart(sql::Connection& connection, model::Change change) {
  std::string before = change.before, after = change.after;
  Apart apart(connection, change);
  apart.take(before);
  apart.take(after);
  change.before = std::move(before);
  change.after = std::move(after);
  return change;
}

void ValuesBack::put_into(const model::Change& change, std::string& text) {
  const auto fields = model::fields_apart(change.record_kind, change.action);
  if (!may_hold(text, fields)) return;
  auto found = values_.find(change.record);
  if (found == values_.end()) {
    found = values_.emplace(change.record, std::map<std::string, std::string>()).first;
    for (PersonalValue& value : personal_values(sql_, "personal_value/list_of_record", change.record.value))
      found->second.emplace(std::move(value.id), std::move(value.value));
  }
  json::object object = json::parse(text).as_object();
  for (const std::string_view field : fields) {
    json::value* value = object.if_contains(field);
    const std::string id = value ? id_in(*value) : std::string();
    if (id.empty()) continue;
    const auto kept = found->second.find(id);
    *value = json::string(kept == found->second.end() ? model::erased_value : std::string_view(kept->second));
  }
  text = json::serialize(object);
}

void ValuesBack::put_into(model::Change& change) {
  std::string before = change.before, after = change.after;
  put_into(change, before);
  put_into(change, after);
  change.before = std::move(before);
  change.after = std::move(after);
}

}  // namespace kevai::store
