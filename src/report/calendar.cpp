#include "report/calendar.hpp"

#include <algorithm>
#include <map>

#include "base/days.hpp"
#include "register/all_of.hpp"
#include "register/due.hpp"

namespace kevai::report {
namespace {

using store::Comparison;

constexpr int days_shown_back = 365;
constexpr int remind_days = 30;
constexpr int remind_days_of_anniversary = 60;  // a ceremony wants longer to prepare

using Organisations = std::map<std::string, model::Organisation>;

class Builder {
 public:
  Builder(store::Reader& reader, const Id& partnership, std::string today, text::Language language)
      : reader_(reader), partnership_(partnership), today_(std::move(today)), language_(language) {
    for (auto& organisation : reader.organisations()) organisations_.emplace(organisation.id.value, organisation);
  }

  std::string calendar() {
    for (const auto& activity : reg::all_of<model::Activity>(reader_, narrowed())) add(activity);
    for (const reg::Due& due : reg::due(reader_, today_))
      if (partnership_.empty() || due.partnership == partnership_ || due.kind == reg::DueKind::anniversary) add(due);
    return icalendar(words("calendar.name"), events_);
  }

 private:
  std::string words(const std::string& key, const text::Args& args = {}) const { return text::words(language_, key, args); }

  store::RecordQuery narrowed() const {
    if (partnership_.empty()) return {};
    return {.where = {{{"partnership"}, Comparison::is, partnership_.value}}};
  }

  std::string name_of(const model::Party& party) const {
    const auto found = organisations_.find(party.id.value);
    if (found == organisations_.end()) return party.stated.empty() ? party.id.value : party.stated;
    const model::Organisation& o = found->second;
    const std::string& place = language_ == text::Language::lo ? o.place_lo : language_ == text::Language::en ? o.place_en : o.place_vi;
    const std::string& name = language_ == text::Language::lo ? o.name_lo : language_ == text::Language::en ? o.name_en : o.name_vi;
    return !place.empty() ? place : !name.empty() ? name : o.name_vi;
  }

  std::string names(const std::vector<model::Party>& parties) const {
    std::string text;
    for (const model::Party& party : parties) text += (text.empty() ? "" : " – ") + name_of(party);
    return text;
  }

  std::string titled(const std::string& what, const std::string& whose) const { return whose.empty() ? what : what + ": " + whose; }

  void add(const model::Activity& activity) {
    const std::string first = activity.date.precision() == 3 ? activity.date.text() : std::string();
    if (first.empty() || days_between(first, today_) > days_shown_back || activity.state == model::ActivityState::cancelled) return;
    const std::string what = words("activity." + std::string(kevai::name_of(activity.kind)));
    CalendarEvent event{.uid = activity.id.value,
                        .summary = titled(what, names(activity.parties)),
                        .description = activity.content,
                        .place = activity.place,
                        .first_day = first};
    if (activity.end_date.precision() == 3) event.last_day = activity.end_date.text();
    if (activity.state == model::ActivityState::planned) {
      event.summary = words("calendar.planned", {{"what", event.summary}});
      event.remind_days = remind_days;
    }
    event.changed_at = reader_.state(activity.id)->changed_at;
    const std::string whole = event.summary;
    events_.push_back(std::move(event));
    const store::RecordQuery lines{.where = {{{"activity"}, Comparison::is, activity.id.value}}, .sort = "date"};
    for (const auto& line : reg::all_of<model::AgendaItem>(reader_, lines)) add(line, whole);
  }

  void add(const model::AgendaItem& line, const std::string& of) {
    if (line.date.precision() != 3) return;
    events_.push_back({.uid = line.id.value,
                       .summary = line.content,
                       .description = of,
                       .place = line.place,
                       .first_day = line.date.text(),
                       .time = line.time,
                       .changed_at = reader_.state(line.id)->changed_at});
  }

  void add(const reg::Due& due) {
    const std::string kind(kevai::name_of(due.kind));
    if (due.kind == reg::DueKind::activity_planned || due.kind == reg::DueKind::activity_overdue) return;
    const auto record = reader_.record(due.record);
    CalendarEvent event{.uid = due.record.value + "." + kind,
                        .summary = titled(words("due." + kind), subject(*record)),
                        .first_day = due.day,
                        .remind_days = remind_days,
                        .changed_at = reader_.state(due.record)->changed_at};
    if (due.kind == reg::DueKind::anniversary) {
      event.summary = words("due.anniversary_of", {{"number", std::to_string(due.number)}, {"what", subject(*record)}});
      event.remind_days = due.is_round ? remind_days_of_anniversary : remind_days;
    }
    events_.push_back(std::move(event));
  }

  /// What falls due, in a few words.
  std::string subject(const model::Record& record) const {
    if (const auto* agreement = std::get_if<model::Agreement>(&record))
      return agreement->title.empty() ? names(agreement->parties) : agreement->title;
    if (const auto* commitment = std::get_if<model::Commitment>(&record)) return commitment->content;
    if (const auto* proposal = std::get_if<model::Proposal>(&record)) return proposal->content;
    if (const auto* target = std::get_if<model::Target>(&record))
      return titled(words("measure." + target->measure), name_of(target->organisation));
    if (const auto* occasion = std::get_if<model::Occasion>(&record))
      return text::has_words("occasion." + occasion->name) ? words("occasion." + occasion->name) : occasion->name;
    return {};
  }

  store::Reader& reader_;
  Id partnership_;
  std::string today_;
  text::Language language_;
  Organisations organisations_;
  std::vector<CalendarEvent> events_;
};

}  // namespace

std::string calendar(store::Reader& reader, const Id& partnership, const std::string& today, text::Language language) {
  return Builder(reader, partnership, today, language).calendar();
}

}  // namespace kevai::report
