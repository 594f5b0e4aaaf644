#include "register/privacy/personal_data.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <set>

#include "base/clock.hpp"
#include "model/record_json.hpp"
#include "register/all_of.hpp"
#include "register/keys.hpp"
#include "store/journal.hpp"

namespace kevai::reg {
namespace {

namespace json = boost::json;
using model::Record;
using model::RecordKind;

/// More than anybody is read of in years.
constexpr int most_readings = 1000;

class Collector {
 public:
  Collector(store::Reader& reader, std::optional<std::string> side) : reader_(reader), side_(std::move(side)) {}

  json::object of_person(const model::Person& person) {
    json::object data = begun();
    data["person"] = model::to_json(Record(person));
    std::set<std::string> keys{person_key(person.name)};
    note(person.id);
    json::array merged;
    for (const Record& away : reader_.merged_away(RecordKind::person)) {
      if (reader_.standing(model::id_of(away)) != person.id) continue;
      merged.push_back(model::to_json(away));
      keys.insert(person_key(std::get<model::Person>(away).name));
      note(model::id_of(away));
    }
    keys.erase("");
    data["also_recorded_as"] = std::move(merged);
    data["posts"] = named<model::Post>(person.id);
    data["trainings"] = named<model::Trainee>(person.id);
    data["delegations"] = named<model::Delegate>(person.id);
    data["awards"] = named<model::Award>(person.id);
    json::array headed;
    for (const auto& activity : all_of<model::Activity>(reader_, {}))
      if (keys.contains(person_key(activity.head))) headed.push_back(model::to_json(Record(activity)));
    data["headed"] = std::move(headed);
    return ended(std::move(data));
  }

  json::object of_part(const Record& record) {
    json::object data = begun();
    data[model::kind_of(record) == RecordKind::trainee ? "trainings" : "delegations"] = json::array{with_whole(record)};
    note(model::id_of(record));
    return ended(std::move(data));
  }

 private:
  static json::object begun() { return {{"made_at", timestamp_now()}}; }
  void note(const Id& id) { records_.push_back(id); }

  /// Those that name the person, those removed too.
  template <class T>
  json::array named(const Id& person) {
    json::array all;
    for (const bool removed : {false, true})
      for (T& one : all_of<T>(reader_, {.where = {{{"person"}, store::Comparison::is, person.value}}, .removed = removed})) {
        note(one.id);
        all.push_back(with_whole(Record(std::move(one))));
      }
    return all;
  }

  /// The record, with the course or activity it is a part of.
  json::object with_whole(const Record& record) {
    json::object shown = model::to_json(record);
    for (const char* whole : {"course", "activity"}) {
      const auto* id = shown.if_contains(whole);
      if (!id || !id->is_string()) continue;
      if (const auto found = reader_.record({std::string(id->get_string())})) shown[whole] = model::to_json(*found);
    }
    return shown;
  }

  json::object ended(json::object data) {
    json::array files, passages, history, readings;
    for (const Id& id : records_) {
      for (const auto& file : all_of<model::Attachment>(reader_, {.where = {{{"record"}, store::Comparison::is, id.value}}}))
        files.push_back(model::to_json(Record(file)));
      add_passages(id, passages);
      add_history(id, history);
      add_readings(id, readings);
    }
    data["files"] = std::move(files);
    data["passages"] = std::move(passages);
    data["history"] = std::move(history);
    data["readings"] = std::move(readings);
    return data;
  }

  void add_passages(const Id& id, json::array& passages) {
    for (const auto& citation : reader_.citations_of(id)) {
      const auto document = reader_.document(citation.document);
      passages.push_back(json::object{{"record", id.value},
                                      {"field", citation.field},
                                      {"quote", citation.quote},
                                      {"document", citation.document.value},
                                      {"title", document ? document->title : std::string()}});
    }
  }

  void add_history(const Id& id, json::array& history) {
    for (const auto& change : reader_.changes_of(id)) {
      json::object shown{{"record", id.value}, {"at", change.at}, {"by", change.by}, {"action", name_of(change.action)}};
      if (!change.before.empty()) shown["before"] = json::parse(change.before);
      if (!change.after.empty()) shown["after"] = json::parse(change.after);
      history.push_back(std::move(shown));
    }
  }

  void add_readings(const Id& id, json::array& readings) {
    const store::JournalQuery query{.record = id, .action = model::Action::read, .limit = most_readings, .side = side_};
    for (const auto& entry : reader_.journal().list(query))
      readings.push_back(json::object{{"record", id.value}, {"at", entry.change.at}, {"by", entry.change.by}});
  }

  store::Reader& reader_;
  std::optional<std::string> side_;
  std::vector<Id> records_;
};

}  // namespace

Result<json::object> personal_data(store::Reader& reader, const Id& id, const std::optional<std::string>& side) {
  auto record = reader.record(id);
  if (!record) return fail(Failure::not_found, "record_unknown", {{"id", id.value}});
  const Id person = std::visit(
      [](const auto& r) -> Id {
        using T = std::remove_cvref_t<decltype(r)>;
        if constexpr (std::is_same_v<T, model::Trainee> || std::is_same_v<T, model::Delegate>) return r.person;
        return {};
      },
      *record);
  if (!person.empty())
    if (auto known = reader.record(person)) record = std::move(known);
  Collector collector(reader, side);
  if (const auto* one = std::get_if<model::Person>(&*record)) return collector.of_person(*one);
  const RecordKind kind = model::kind_of(*record);
  if (kind == RecordKind::trainee || kind == RecordKind::delegate) return collector.of_part(*record);
  return fail(Failure::invalid, "not_a_person", {{"id", id.value}});
}

}  // namespace kevai::reg
