#include "register/disagreement.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "model/record_json.hpp"
#include "register/keys.hpp"
#include "register/places.hpp"

namespace kevai::reg {
namespace {

using model::Citation;
using model::Record;

/// The fields on which tellings of one thing may differ. The others are what makes it one (kind, theme, measure), names
/// whose spelling is no matter, words, or the register's own.
bool may_disagree(model::RecordKind kind, std::string_view field) {
  using enum model::RecordKind;
  static const std::map<model::RecordKind, std::set<std::string_view>> fields = {
      {activity, {"date", "end_date", "place", "head", "participants"}},
      {agreement, {"kind", "signed_on", "valid_from", "valid_to", "points"}},
      {observation, {"value", "valid_from", "valid_to"}},
      {target, {"value", "by_date"}},
      {occasion, {"date"}},
      {support, {"giver", "receiver", "value"}},
      {award, {"giver", "receiver", "count"}}};
  const auto found = fields.find(kind);
  return found != fields.end() && found->second.contains(field);
}

/// Can both be true? By the field's type; dates of an activity are compared as periods (below).
struct Compatible {
  std::string_view field;

  bool operator()(const PartialDate& a, const PartialDate& b) const { return a.agrees_with(b); }
  bool operator()(const Quantity& a, const Quantity& b) const { return agree(a, b); }
  bool operator()(const model::Party& a, const model::Party& b) const { return a.id.empty() || b.id.empty() || a.id == b.id; }
  bool operator()(const std::string& a, const std::string& b) const {
    if (field == "place") return compare_places(a, b) != Places::other;
    const std::string sound = sound_key(a);
    return (!sound.empty() && sound == sound_key(b)) || !contradicts(person_key(a), person_key(b));
  }
  template <NamedEnum E>
  bool operator()(E a, E b) const {
    return a == b || name_of(a).empty() || name_of(b).empty();
  }
  bool operator()(const Id&, const Id&) const { return true; }
  bool operator()(int, int) const { return true; }
  bool operator()(const std::vector<Id>&, const std::vector<Id>&) const { return true; }
  bool operator()(const std::vector<model::Party>&, const std::vector<model::Party>&) const { return true; }
};

bool compatible(const Record& a, const Record& b, std::string_view field) {
  bool agree = true;
  std::visit(
      [&](const auto& x) {
        using T = std::remove_cvref_t<decltype(x)>;
        describe(x, [&](std::string_view name, const auto& value) {
          if (name != field) return;
          describe(std::get<T>(b), [&](std::string_view other, const auto& against) {
            if constexpr (std::is_same_v<decltype(value), decltype(against)>) {
              if (other == name) agree = Compatible{field}(value, against);
            }
          });
        });
      },
      a);
  return agree;
}

/// The days one passage states of an activity.
struct Days {
  PartialDate date;
  PartialDate end;

  const PartialDate& last() const { return end ? end : date; }
};

using DaysOf = std::map<Id, Days>;  ///< by finding

DaysOf days_of(std::span<const Citation> citations) {
  DaysOf days;
  for (const Citation& citation : citations) {
    const bool first = citation.field == "date";
    if (!first && citation.field != "end_date") continue;
    (first ? days[citation.finding].date : days[citation.finding].end) = PartialDate::parse(citation.value).value_or(PartialDate());
  }
  return days;
}

/// One day of several, or a month that holds them, is no contradiction; two different sets of days are. Nor are two days
/// that both lie within those the record, by another passage, lasted.
bool days_compatible(const Days& a, const Days& b, const Days& held) {
  if (a.date.agrees_with(b.date)) return true;
  if (a.date.year() == 0 || b.date.year() == 0) return false;
  const auto within = [](const Days& inner, const Days& outer) {
    return !inner.end && inner.date.first_day() >= outer.date.first_day() && inner.last().last_day() <= outer.last().last_day();
  };
  return within(a, b) || within(b, a) || (held.end && within(a, held) && within(b, held));
}

bool contradict(const Record& like, const Citation& a, const Citation& b, const DaysOf& days) {
  if (const auto* activity = std::get_if<model::Activity>(&like); activity && a.field == "date")
    return !days_compatible(days.at(a.finding), days.at(b.finding), {activity->date, activity->end_date});
  // Who tells of one visit to two places means both.
  if (a.field == "place" && a.document == b.document) return false;
  const auto x = model::with_field(like, a.field, a.value);
  const auto y = model::with_field(like, b.field, b.value);
  return x && y && !compatible(*x, *y, a.field);
}

std::vector<Statement> statements_of(std::span<const Citation> stated, const Record& record) {
  std::vector<Statement> statements;
  for (const Citation& citation : stated) {
    const auto is_it = [&](const Statement& statement) { return statement.value == citation.value; };
    auto there = std::ranges::find_if(statements, is_it);
    if (there == statements.end()) there = statements.insert(statements.end(), Statement{.value = citation.value});
    there->citations.push_back(citation);
  }
  const auto field = [&](const Record& r) {
    const auto json = model::to_json(r);
    const auto* value = json.if_contains(stated.front().field);
    if (!value) return boost::json::value();
    auto copy = *value;
    if (auto* object = copy.if_object()) object->erase("stated");  // wording is no difference
    return copy;
  };
  for (Statement& statement : statements) {
    const auto as_record = model::with_field(record, stated.front().field, statement.value);
    statement.stands = as_record && field(*as_record) == field(record);
  }
  return statements;
}

}  // namespace

std::vector<model::Choice> standing_choices(std::span<const model::Choice> choices) {
  std::map<std::string, model::Choice> last;
  for (const model::Choice& choice : choices) last[choice.field] = choice;
  std::vector<model::Choice> standing;
  for (const auto& [field, choice] : last) {
    if (!choice.citation.empty()) standing.push_back(choice);
  }
  return standing;
}

std::vector<Disagreement> disagreements(const Record& record, std::span<const Citation> citations, std::span<const model::Choice> choices) {
  std::map<std::string, std::vector<Citation>> by_field;
  for (const Citation& citation : citations) {
    if (may_disagree(model::kind_of(record), citation.field)) by_field[citation.field].push_back(citation);
  }
  const auto all_same = [](const std::vector<Citation>& stated) {
    return std::ranges::all_of(stated, [&](const Citation& c) { return c.value == stated.front().value; });
  };
  const DaysOf days = days_of(citations);
  const auto chosen = standing_choices(choices);
  std::vector<Disagreement> found;
  const auto look_at = [&](std::string_view field, const auto&) {
    const auto stated = by_field.find(std::string(field));
    if (stated == by_field.end() || all_same(stated->second)) return;
    const auto& all = stated->second;
    const auto contradicted = [&](const Citation& a) {
      return std::ranges::any_of(all, [&](const Citation& b) { return contradict(record, a, b, days); });
    };
    if (std::ranges::none_of(all, contradicted)) return;
    Disagreement disagreement{.field = std::string(field), .statements = statements_of(all, record)};
    const auto choice = std::ranges::find(chosen, field, &model::Choice::field);
    if (choice != chosen.end()) {
      const auto chosen_one = std::ranges::find(all, choice->citation, &Citation::id);
      const auto known_then = [&](const Citation& a) {
        return std::ranges::any_of(all, [&](const Citation& b) { return b.id < choice->id && b.value == a.value; });
      };
      const auto is_news = [&](const Citation& a) {
        return a.id > choice->id && !known_then(a) && chosen_one != all.end() && contradict(record, *chosen_one, a, days);
      };
      if (std::ranges::none_of(all, is_news)) {
        disagreement.chosen_by = choice->by;
        disagreement.chosen_at = choice->at;
      }
    }
    found.push_back(std::move(disagreement));
  };
  std::visit([&](const auto& r) { describe(r, look_at); }, record);
  return found;
}

}  // namespace kevai::reg
