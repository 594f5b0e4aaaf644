#include "report/lines.hpp"

#include <algorithm>

#include "model/record_json.hpp"

namespace kevai::report {
namespace {

/// The parts that are not empty, with `separator` between them.
std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

const std::string& name_in(const model::Organisation& organisation, text::Language language) {
  const std::string& name = language == text::Language::vi   ? organisation.name_vi
                            : language == text::Language::lo ? organisation.name_lo
                                                             : organisation.name_en;
  if (!name.empty()) return name;
  return organisation.name_vi.empty() ? organisation.id.value : organisation.name_vi;
}

std::string key_of(std::string_view topic, std::string_view name) {
  return std::string(topic) + "." + std::string(name.empty() ? "unstated" : name);
}

std::string unit_of(const model::Record& record) {
  if (const auto* support = std::get_if<model::Support>(&record)) return support->unit;
  const auto* target = std::get_if<model::Target>(&record);
  return !target ? "" : target->unit.empty() ? "percent" : target->unit;
}

}  // namespace

std::string Lines::word(std::string_view key, const text::Args& args) const {
  return text::words(language_, key, args);
}

std::string Lines::number(double value) const {
  return text::number(language_, value);
}

std::string Lines::of(const model::Record& record) const {
  return std::visit([this](const auto& r) { return line(r); }, record);
}

std::string Lines::amount(const Quantity& quantity, const std::string& unit) const {
  const std::string number = text::quantity(language_, quantity);
  if (unit.empty()) return number;
  if (unit == "percent") return word("report.percent", {{"number", number}});
  const std::string key = "unit." + unit;
  // In English "hundreds of millions" wants "of" before its unit, "44,000,000" does not.
  const bool order = quantity.qualifier == Qualifier::order;
  return word(order ? "report.amount_of_order" : "report.amount", {{"number", number}, {"unit", text::has_words(key) ? word(key) : unit}});
}

std::string Lines::party(const model::Party& party) const {
  const auto known = summary_.organisations.find(party.id.value);
  if (known != summary_.organisations.end()) return name_in(known->second, language_);
  if (!party.stated.empty()) return party.stated;
  return party.id.empty() ? word("report.not_named") : party.id.value;
}

std::string Lines::parties(const std::vector<model::Party>& parties, const std::string& separator) const {
  std::vector<std::string> names;
  for (const model::Party& party : parties) names.push_back(this->party(party));
  if (!separator.empty() || names.size() < 2) return joined(names, separator);
  const std::string last = std::move(names.back());
  names.pop_back();
  return word("report.and", {{"first", joined(names, ", ")}, {"last", last}});
}

std::string Lines::dated(const PartialDate& date) const {
  if (!date) return {};
  const std::string_view precision = date.day() ? "day" : date.month() ? "month" : "year";
  return word(key_of("report.on", precision), {{"date", text::date(language_, date)}});
}

std::string Lines::period(const std::string& key, const PartialDate& from, const PartialDate& to) const {
  const text::Args ends = {{"from", text::date(language_, from)}, {"to", text::date(language_, to)}};
  if (from && from == to) return dated(from);
  if (from && to) return word(key + ".between", ends);
  if (from) return word(key + ".from", ends);
  return to ? word(key + ".to", ends) : std::string();
}

std::string Lines::field(const model::Record& record, std::string_view name, const std::string& unit) const {
  std::string text;
  const auto worded = [&](std::string_view described, const auto& member) {
    using Member = std::remove_cvref_t<decltype(member)>;
    if (described != name) return;
    if constexpr (std::is_same_v<Member, std::string>) text = member;
    if constexpr (std::is_same_v<Member, PartialDate>) text = text::date(language_, member);
    if constexpr (std::is_same_v<Member, Quantity>) text = amount(member, unit);
    if constexpr (std::is_same_v<Member, model::Party>) text = party(member);
    if constexpr (std::is_same_v<Member, model::AgreementKind>) text = word(key_of("agreement", name_of(member)));
  };
  std::visit([&](const auto& r) { describe(r, worded); }, record);
  return text;
}

std::string Lines::value(const model::Record& record, std::string_view name, const std::string& stated) const {
  const auto only = model::with_field(record, name, stated);
  return only ? field(*only, name, unit_of(record)) : stated;
}

std::string Lines::doubt(const Sourced& sourced, const reg::Disagreement& disagreement) const {
  std::vector<std::string> values;
  for (const reg::Statement& statement : disagreement.statements)
    values.push_back(value(sourced.record, disagreement.field, statement.value));
  return word("field." + disagreement.field) + ": " + joined(values, " / ");
}

std::string Lines::statements(const Sourced& sourced, const reg::Disagreement& disagreement) const {
  std::vector<std::string> told;
  const std::string stands = field(sourced.record, disagreement.field, unit_of(sourced.record));
  for (const reg::Statement& statement : disagreement.statements) {
    const std::string said = value(sourced.record, disagreement.field, statement.value);
    std::vector<std::string> titles;
    for (const model::Citation& citation : statement.citations) {
      const auto passage = std::ranges::find(sourced.passages, citation.document, &Passage::document);
      if (passage == sourced.passages.end()) continue;
      if (std::ranges::find(titles, passage->document_title) == titles.end()) titles.push_back(passage->document_title);
    }
    told.push_back(word("report.stated_by", {{"value", said}, {"titles", joined(titles, ", ")}}));
  }
  return word(disagreement.settled() ? "report.disagreement.settled" : "report.disagreement.open",
              {{"field", word("field." + disagreement.field)},
               {"statements", joined(told, "; ")},
               {"value", stands},
               {"by", disagreement.chosen_by}});
}

std::string Lines::line(const model::Partnership& r) const {
  return joined({parties(r.parties, " – "), period("report.valid", r.since, {})}, ", ");
}

std::string Lines::line(const model::Agreement& r) const {
  const std::string kind = word(key_of("agreement", name_of(r.kind)));
  const std::string head = r.parties.empty() ? kind : word("report.agreement", {{"kind", kind}, {"parties", parties(r.parties)}});
  const std::string signed_on = r.signed_on ? word("report.signed", {{"date", dated(r.signed_on)}}) : "";
  const std::string points = r.points ? word("report.points", {{"number", amount(r.points)}}) : "";
  return joined({head, signed_on, period("report.valid", r.from, r.to), points}, ", ");
}

std::string Lines::line(const model::Commitment& r) const {
  const std::string content = word("report.quoted", {{"text", r.content}});
  const std::string whose = r.parties.empty() ? "" : " (" + parties(r.parties) + ")";
  return word(key_of("theme", name_of(r.theme))) + ": " + content + whose;
}

std::string Lines::line(const model::Activity& r) const {
  std::string what = word(key_of("activity", name_of(r.kind)));
  if (r.kind == model::ActivityKind::visit && r.parties.size() == 1) {
    what = word("report.visit_of", {{"guest", party(r.parties.front())}});
  } else if (r.kind == model::ActivityKind::visit && !r.parties.empty()) {
    what = word("report.visit", {{"guest", party(r.parties.front())}, {"host", parties({r.parties.begin() + 1, r.parties.end()})}});
  } else if (!r.parties.empty()) {
    what += ": " + parties(r.parties);
  }
  const std::string days =
      r.end_date && r.date ? text::date(language_, r.date) + " – " + text::date(language_, r.end_date) : text::date(language_, r.date);
  const std::string place = r.place.empty() ? "" : word("report.at", {{"place", r.place}});
  const std::string head = r.head.empty() ? "" : word("report.head", {{"name", r.head}});
  const std::string persons = r.participants ? word("report.persons", {{"number", amount(r.participants)}}) : "";
  return joined({days.empty() ? what : days + ": " + what, place, head, persons}, "; ");
}

std::string Lines::line(const model::Course& r) const {
  const std::string days =
      r.end_date && r.date ? text::date(language_, r.date) + " – " + text::date(language_, r.end_date) : text::date(language_, r.date);
  const std::string cohort = r.cohort == 0 ? "" : word("report.cohort", {{"number", std::to_string(r.cohort)}});
  const std::string stage = r.stage == model::Stage::unstated ? "" : word(key_of("stage", name_of(r.stage)));
  const std::string what = joined({r.programme.empty() ? word("record.course") : r.programme, cohort, stage}, ", ");
  const std::string women = r.women ? word("report.women", {{"number", amount(r.women)}}) : "";
  const std::string trainees = r.trainees ? word("report.trainees", {{"number", amount(r.trainees)}}) : "";
  return joined({days.empty() ? what : days + ": " + what, r.parties.empty() ? "" : parties(r.parties),
                 r.place.empty() ? "" : word("report.at", {{"place", r.place}}), joined({trainees, women}, ", ")},
                "; ");
}

std::string Lines::line(const model::Person& r) const {
  return r.name;
}

std::string Lines::line(const model::Post& r) const {
  return joined({r.role, party(r.organisation)}, ", ");
}

std::string Lines::figure(const model::Observation& r) const {
  std::string when = period("report.valid", r.from, r.to);
  if (when.empty() && r.stated_on) when = word("report.as_of", {{"date", text::date(language_, r.stated_on)}});
  const std::string scope = joined({when, parties(r.parties, " – ")}, "; ");
  const std::string value = joined({amount(r.value), r.part}, " ");
  return scope.empty() ? value : value + " (" + scope + ")";
}

std::string Lines::line(const model::Observation& r) const {
  const std::string key = "measure." + r.measure;
  // A measure the register has no word for reads as its name does: `bridges_built`, bridges built.
  std::string measure = text::has_words(key) ? word(key) : r.measure;
  std::ranges::replace(measure, '_', ' ');
  return measure + ": " + figure(r);
}

std::string Lines::line(const model::Target& r) const {
  std::string measure = text::has_words("measure." + r.measure) ? word("measure." + r.measure) : r.measure;
  std::ranges::replace(measure, '_', ' ');
  const std::string by = r.by ? word("report.by", {{"date", text::date(language_, r.by)}}) : "";
  const std::string whose = joined({r.organisation.empty() ? "" : party(r.organisation), by}, "; ");
  const std::string value = amount(r.value, r.unit.empty() ? "percent" : r.unit);
  return measure + ": " + value + (whose.empty() ? "" : " (" + whose + ")");
}

std::string Lines::line(const model::Occasion& r) const {
  const std::string key = "occasion." + r.name;
  std::vector<std::string> parts = {text::has_words(key) ? word(key) : r.name, text::date(language_, r.date)};
  // The round anniversaries of the period, which are those people celebrate.
  const int first = summary_.period.from.year();
  const int last = summary_.period.to.year();
  if (r.date.year() != 0 && first != 0) {
    for (int year = std::max(first, r.date.year() + 1); year <= last; ++year) {
      const int age = year - r.date.year();
      if (age % 5 != 0) continue;
      parts.push_back(word("report.anniversary", {{"number", number(age)}, {"year", std::to_string(year)}}));
    }
  }
  return joined(parts, "; ");
}

std::string Lines::line(const model::Support& r) const {
  const std::string item = r.item == "money" ? word("item.money") : r.item;
  std::string what = item;
  if (r.value && !r.unit.empty()) {
    const std::string sum = amount(r.value, r.unit);
    what = r.item == "money" || item.empty() ? sum : word("report.worth", {{"item", item}, {"amount", sum}});
  } else if (r.value) {
    what = word("report.pieces", {{"number", amount(r.value)}, {"item", item}});
  }
  const std::string purpose = r.purpose.empty() ? "" : word("report.purpose", {{"purpose", r.purpose}});
  return joined({word("report.support", {{"giver", party(r.giver)}, {"receiver", party(r.receiver)}, {"what", what}}), purpose}, "; ");
}

std::string Lines::line(const model::Award& r) const {
  const std::string what = r.count ? word("report.award_count", {{"award", r.name}, {"number", amount(r.count)}}) : r.name;
  return word("report.award", {{"giver", party(r.giver)}, {"receiver", party(r.receiver)}, {"what", what}});
}

}  // namespace kevai::report
