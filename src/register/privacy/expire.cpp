#include <algorithm>
#include <charconv>
#include <chrono>
#include <fmt/format.h>
#include <set>

#include "model/personal.hpp"
#include "register/all_of.hpp"
#include "register/keep.hpp"
#include "register/keys.hpp"
#include "register/privacy/erase.hpp"
#include "store/journal.hpp"

namespace kevai::reg {
namespace {

using model::RecordKind;

constexpr int at_a_time = 200;

/// The last day of the course or activity the record is a part of; empty where it is not known.
std::string ended(store::Reader& reader, const model::Record& record) {
  const auto last_day = [](const auto& whole) { return (whole.end_date ? whole.end_date : whole.date).last_day(); };
  if (const auto* trainee = std::get_if<model::Trainee>(&record)) {
    const auto course = reader.record(trainee->course);
    return course ? last_day(std::get<model::Course>(*course)) : std::string();
  }
  const auto activity = reader.record(std::get<model::Delegate>(record).activity);
  return activity ? last_day(std::get<model::Activity>(*activity)) : std::string();
}

std::int64_t expire_kind(store::Store& store, store::RecordQuery query, const Expiry& expiry, const std::string& who) {
  std::int64_t count = 0;
  for (bool more = true; more;) {
    const auto take = [&](store::Reader& reader, store::Writer* writer) {
      const store::RecordPage page = reader.list(query);
      for (const store::Stored& row : page.rows) {
        const std::string day = ended(reader, row.record);
        if (day.empty() || day >= expiry.before || !model::has_personal_values(row.record)) continue;
        ++count;
        if (writer) erase_alone(*writer, row.record, expiry.reason, who);
      }
      more = page.next.has_value();
      query.after = page.next;
    };
    if (expiry.dry_run) {
      store.read([&](store::Reader& reader) { take(reader, nullptr); });
      continue;
    }
    const auto done = store.write([&](store::Writer& writer) -> Result<> {
      take(writer, &writer);
      return {};
    });
    if (!done) throw Broken(done.error());
  }
  return count;
}

bool is_over(const PartialDate& date, const Expiry& expiry) {
  const std::string day = date.last_day();
  return !day.empty() && day < expiry.before;
}

bool is_over(store::Reader&, const model::Post& post, const Expiry& expiry) {
  return is_over(post.to, expiry);
}
bool is_over(store::Reader&, const model::Award& award, const Expiry& expiry) {
  return is_over(award.date, expiry);
}
template <class Part>
bool is_over(store::Reader& reader, const Part& part, const Expiry& expiry) {
  const std::string day = ended(reader, part);
  return !day.empty() && day < expiry.before;
}

/// Is all that the register holds of that kind about the person over?
template <class T>
bool all_over(store::Reader& reader, const Id& person, const Expiry& expiry) {
  const auto all = all_of<T>(reader, {.where = {{{"person"}, store::Comparison::is, person.value}}});
  return std::ranges::all_of(all, [&](const T& one) { return is_over(reader, one, expiry); });
}

/// The keys of those who headed something that is not over.
std::set<std::string> recent_heads(store::Reader& reader, const Expiry& expiry) {
  std::set<std::string> keys;
  for (const auto& activity : all_of<model::Activity>(reader, {}))
    if (!activity.head.empty() && !is_over(activity.end_date ? activity.end_date : activity.date, expiry))
      keys.insert(person_key(activity.head));
  return keys;
}

std::int64_t expire_persons(store::Store& store, const Expiry& expiry, const std::string& who) {
  std::vector<Id> over;
  store.read([&](store::Reader& reader) {
    const auto heads = recent_heads(reader, expiry);
    for (const bool removed : {false, true})
      for (const auto& person : all_of<model::Person>(reader, {.removed = removed})) {
        if (!model::has_personal_values(person) || reader.state(person.id)->changed_at >= expiry.before ||
            heads.contains(person_key(person.name)))
          continue;
        if (all_over<model::Post>(reader, person.id, expiry) && all_over<model::Trainee>(reader, person.id, expiry) &&
            all_over<model::Delegate>(reader, person.id, expiry) && all_over<model::Award>(reader, person.id, expiry))
          over.push_back(person.id);
      }
  });
  for (std::size_t i = 0; i < over.size() && !expiry.dry_run; ++i) {
    const auto done = store.write([&](store::Writer& writer) -> Result<> {
      if (const auto person = writer.record(over[i])) erase_alone(writer, *person, expiry.reason, who);
      return {};
    });
    if (!done) throw Broken(done.error());
  }
  return static_cast<std::int64_t>(over.size());
}

}  // namespace

Expired expire_personal(store::Store& store, const Expiry& expiry, const std::string& who) {
  using store::Comparison;
  Expired expired;
  for (const bool removed : {false, true}) {
    expired.trainees += expire_kind(store,
                                    {.kind = RecordKind::trainee,
                                     .where = {{{"course", "date"}, Comparison::at_most, expiry.before}},
                                     .limit = at_a_time,
                                     .removed = removed},
                                    expiry, who);
    expired.delegates += expire_kind(store,
                                     {.kind = RecordKind::delegate,
                                      .where = {{{"activity", "date"}, Comparison::at_most, expiry.before}},
                                      .limit = at_a_time,
                                      .removed = removed},
                                     expiry, who);
  }
  expired.persons = expire_persons(store, expiry, who);
  if (expiry.dry_run || expired.trainees + expired.delegates + expired.persons == 0) return expired;
  const auto done = store.write([](store::Writer& writer) -> Result<> {
    writer.forget_erased_words();
    return {};
  });
  if (!done) throw Broken(done.error());
  return expired;
}

std::optional<std::string> days_before(const std::string& today, const std::string& span) {
  using namespace std::chrono;
  int count = 0, y = 0;
  unsigned m = 0, d = 0;
  if (span.size() < 2 || today.size() != 10) return std::nullopt;
  const auto [end, error] = std::from_chars(span.data(), span.data() + span.size() - 1, count);
  if (error != std::errc{} || end != span.data() + span.size() - 1 || count < 1 || count > 100'000) return std::nullopt;
  std::from_chars(today.data(), today.data() + 4, y);
  std::from_chars(today.data() + 5, today.data() + 7, m);
  std::from_chars(today.data() + 8, today.data() + 10, d);
  year_month_day day{year(y), month(m), std::chrono::day(d)};
  switch (span.back()) {
    case 'y':
      day -= years(count);
      break;
    case 'm':
      day -= months(count);
      break;
    case 'd':
      day = sys_days(day) - days(count);
      break;
    default:
      return std::nullopt;
  }
  if (!day.ok()) day = year_month_day(year_month_day_last(day.year(), month_day_last(day.month())));  // of 29 February
  if (int(day.year()) < 1) return std::nullopt;
  return fmt::format("{:04}-{:02}-{:02}", int(day.year()), unsigned(day.month()), unsigned(day.day()));
}

}  // namespace kevai::reg
