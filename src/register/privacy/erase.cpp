#include "register/privacy/erase.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <set>

#include "model/personal.hpp"
#include "register/all_of.hpp"
#include "register/keep.hpp"
#include "register/keys.hpp"
#include "store/confirmations.hpp"
#include "store/journal.hpp"

namespace kevai::reg {
namespace {

using model::Record;
using model::RecordKind;

std::vector<std::string> split_names(const std::string& names) {
  std::vector<std::string> all;
  for (std::size_t begin = 0; begin <= names.size();) {
    const std::size_t end = std::min(names.find(';', begin), names.size());
    all.push_back(names.substr(begin, end - begin));
    begin = end + 1;
  }
  return all;
}

/// All records of a kind, those removed and those merged away too, that name this person.
template <class T>
std::vector<Record> naming(store::Writer& writer, const Id& person) {
  std::vector<Record> found;
  for (const bool removed : {false, true})
    for (T& one : all_of<T>(writer, {.where = {{{"person"}, store::Comparison::is, person.value}}, .removed = removed}))
      found.emplace_back(std::move(one));
  for (Record& away : writer.merged_away(model::kind_of(Record(std::in_place_type<T>))))
    if (writer.standing(std::get<T>(away).person) == person) found.push_back(std::move(away));
  return found;
}

class Eraser {
 public:
  Eraser(store::Writer& writer, std::string reason, std::string who, std::string side = {})
      : writer_(writer), journal_(writer.whole().journal()), reason_(std::move(reason)), who_(std::move(who)), side_(std::move(side)) {
    journal_.overwrite_erased();
  }

  /// The person under all names, and every record that names them.
  void erase_person(const model::Person& person) {
    std::vector<Record> persons{person};
    for (Record& away : writer_.merged_away(RecordKind::person))
      if (writer_.standing(model::id_of(away)) == person.id) persons.push_back(std::move(away));
    std::set<std::string> keys;
    for (const Record& one : persons) {
      note_keys(std::get<model::Person>(one), keys);
      note_names(std::get<model::Person>(one));
    }
    for (const Record& one : persons) erase_whole(one);
    for (const auto& all :
         {naming<model::Post>(writer_, person.id), naming<model::Trainee>(writer_, person.id), naming<model::Delegate>(writer_, person.id)})
      for (const Record& one : all) erase_whole(one);
    for (const Record& one : persons) erase_values_about(model::id_of(one));
    keys.erase("");
    for (const model::Activity& activity : all_of<model::Activity>(writer_, {})) erase_head(activity, keys);
    erase_disputed_heads(keys);
  }

  /// One record, whoever else names the same person.
  void erase_whole(const Record& record) {
    const Id& id = model::id_of(record);
    if (!write(record, model::without_personal_values(record))) return;
    journal_.erase_values_of(id);
    for (const std::string_view field : model::personal_fields(model::kind_of(record))) journal_.erase_citations(id, std::string(field));
    journal_.erase_kept_answers(id);
    if (model::kind_of(record) != RecordKind::attachment) erase_files(id);
    note_name(record);
  }

  /// What is left: the register's own words that name them, and a list of all else that does.
  void erase_words() {
    const Names names(names_);
    for (const bool removed : {false, true})
      for (const model::Note& note : all_of<model::Note>(writer_, {.removed = removed})) erase_in(note, names);
    erase_in_disputes(names);
    erased_.still_named = mentions_of(writer_, names);
  }

  /// The head of a delegation, where it is one of these names.
  void erase_head(const model::Activity& activity, const std::set<std::string>& keys) {
    const auto is_one = [&](const std::string& name) { return keys.contains(person_key(name)); };
    std::vector<store::PersonalValue> values;
    if (may_have_headed(activity, keys)) values = journal_.values_of(activity.id);
    std::erase_if(values, [&](const auto& value) { return value.field != "head" || !is_one(value.value); });
    if (!is_one(activity.head) && values.empty()) return;
    Record after = activity;
    if (is_one(activity.head)) after = model::without_personal_values(after);
    if (!write(activity, after)) return;
    for (const auto& value : values) journal_.erase_value(value.id);
    if (is_one(activity.head)) journal_.erase_citations(activity.id, "head");
    journal_.erase_kept_answers(activity.id);
  }

  Erased erased() && { return std::move(erased_); }

 private:
  void note_names(const model::Person& person) {
    names_.insert(person.name);
    for (std::string name : split_names(person.other_names)) {
      name.erase(0, name.find_first_not_of(' '));
      names_.insert(std::move(name));
    }
  }
  void note_name(const Record& record) {
    if (const auto* trainee = std::get_if<model::Trainee>(&record)) names_.insert(trainee->name);
    if (const auto* delegate = std::get_if<model::Delegate>(&record)) names_.insert(delegate->name);
  }

  /// The files kept with somebody: their bytes go, that there was one stays.
  void erase_files(const Id& of) {
    for (const bool removed : {false, true})
      for (const auto& file :
           all_of<model::Attachment>(writer_, {.where = {{{"record"}, store::Comparison::is, of.value}}, .removed = removed})) {
        if (file.file_name == model::erased_value) continue;
        erase_whole(file);
        journal_.erase_content(file.sha256);
      }
  }

  void erase_in(const model::Note& note, const Names& names) {
    const auto said = [&](const auto& value) { return names.taken_out_of(value.value) != value.value; };
    auto values = journal_.values_of(note.id);
    std::erase_if(values, [&](const auto& value) { return !said(value); });
    model::Note after = note;
    after.content = names.taken_out_of(note.content);
    if ((after.content == note.content && values.empty()) || !write(note, after)) return;
    for (const auto& value : values) journal_.erase_value(value.id);
    journal_.erase_kept_answers(note.id);
  }

  /// What a side wrote it takes out itself.
  void erase_in_disputes(const Names& names) {
    store::Confirmations& confirmations = writer_.whole().confirmations();
    for (model::Dispute dispute : confirmations.disputes()) {
      if (!side_.empty() && dispute.side != side_) continue;
      const model::Dispute before = dispute;
      for (std::string* words : {&dispute.reason, &dispute.stated, &dispute.figure}) *words = names.taken_out_of(*words);
      if (dispute.reason == before.reason && dispute.stated == before.stated && dispute.figure == before.figure) continue;
      confirmations.set_words(dispute);
      for (const auto& value : journal_.values_of(dispute.record))
        if (names.taken_out_of(value.value) != value.value) journal_.erase_value(value.id);
      if (std::ranges::find(erased_.records, dispute.record) != erased_.records.end()) continue;
      journal_erased(writer_, dispute.record, reason_, who_);
      erased_.records.push_back(dispute.record);
    }
  }

  static void note_keys(const model::Person& person, std::set<std::string>& keys) {
    keys.insert(person_key(person.name));
    for (const std::string& name : split_names(person.other_names)) keys.insert(person_key(name));
  }

  /// Who heads it now, or did: only then the values of its journal are worth reading.
  bool may_have_headed(const model::Activity& activity, const std::set<std::string>& keys) {
    if (heads_.empty() && !heads_read_)
      for (const auto& value : journal_.values_of_field("head"))
        if (keys.contains(person_key(value.value))) heads_.insert(value.record);
    heads_read_ = true;
    return heads_.contains(activity.id);
  }

  /// What entries say of the person in records that name somebody else by now.
  void erase_values_about(const Id& person) {
    std::set<Id> told;
    for (const auto& value : journal_.values_about(person)) {
      if (std::ranges::find(erased_.left, value.record) != erased_.left.end()) continue;
      journal_.erase_value(value.id);
      const bool is_told = std::ranges::find(erased_.records, value.record) != erased_.records.end() || !told.insert(value.record).second;
      if (!is_told) journal_erased(writer_, value.record, reason_, who_);
    }
  }

  /// Who one side said headed a delegation, and the other.
  void erase_disputed_heads(const std::set<std::string>& keys) {
    store::Confirmations& confirmations = writer_.whole().confirmations();
    const std::string erased = '"' + std::string(model::erased_value) + '"';
    for (model::Dispute dispute : confirmations.disputes_on("head")) {
      bool any = false;
      for (std::string* figure : {&dispute.stated, &dispute.figure}) {
        const auto name = figure->empty() ? boost::json::value() : boost::json::parse(*figure);
        if (!name.is_string() || !keys.contains(person_key(std::string(name.get_string())))) continue;
        *figure = erased;
        any = true;
      }
      if (any) confirmations.set_words(dispute);
    }
  }

  /// False where they may not.
  bool write(const Record& before, const Record& after) {
    const Id& id = model::id_of(before);
    try {
      keep_erased(writer_, before, after, reason_, who_);
    } catch (const Broken& thrown) {
      if (thrown.error().failure != Failure::forbidden) throw;
      erased_.left.push_back(id);
      return false;
    }
    erased_.records.push_back(id);
    return true;
  }

  store::Writer& writer_;
  store::Journal& journal_;
  std::string reason_;
  std::string who_;
  std::string side_;
  std::set<std::string> names_;  ///< as written
  std::set<Id> heads_;
  bool heads_read_ = false;
  Erased erased_;
};

Id person_of(const Record& record) {
  if (const auto* trainee = std::get_if<model::Trainee>(&record)) return trainee->person;
  if (const auto* delegate = std::get_if<model::Delegate>(&record)) return delegate->person;
  return {};
}

}  // namespace

Result<Erased> erase_personal(store::Writer& writer, const Id& id, const std::string& reason, const std::string& who,
                              const std::string& side) {
  if (reason.empty()) return fail(Failure::invalid, "reason_missing");
  auto record = writer.record(id);
  if (!record) return fail(Failure::not_found, "record_unknown", {{"id", id.value}});
  if (const Id person = person_of(*record); !person.empty())
    if (auto known = writer.record(person)) record = std::move(known);
  Eraser eraser(writer, reason, who, side);
  if (const auto* person = std::get_if<model::Person>(&*record)) {
    eraser.erase_person(*person);
  } else if (std::holds_alternative<model::Trainee>(*record)) {
    eraser.erase_whole(*record);
  } else if (const auto* delegate = std::get_if<model::Delegate>(&*record)) {
    eraser.erase_whole(*record);
    const auto activity = writer.record(delegate->activity);
    std::set<std::string> keys{person_key(delegate->name)};
    keys.erase("");
    if (activity) eraser.erase_head(std::get<model::Activity>(*activity), keys);
  } else {
    return fail(Failure::invalid, "not_a_person", {{"id", id.value}});
  }
  eraser.erase_words();
  writer.whole().forget_erased_words();
  Erased erased = std::move(eraser).erased();
  if (erased.records.empty() && !erased.left.empty()) return fail(Failure::forbidden, "not_permitted");
  return erased;
}

void erase_alone(store::Writer& writer, const Record& record, const std::string& reason, const std::string& who) {
  Eraser eraser(writer, reason, who);
  if (const auto* person = std::get_if<model::Person>(&record))
    eraser.erase_person(*person);
  else
    eraser.erase_whole(record);
}

}  // namespace kevai::reg
