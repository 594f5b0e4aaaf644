#include "cli/organisation_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <ostream>

#include "http/names.hpp"

namespace kevai::cli {
namespace {

/// Writes lines in the user's language.
class Page {
 public:
  Page(const reg::Tree& tree, const Context& context) : tree_(tree), context_(context) {}

  std::string word(const std::string& key, const text::Args& args = {}) const { return text::words(context_.language, key, args); }
  std::string name(const OrganisationId& id) const {
    const auto organisation = tree_.find(id);
    return organisation ? fmt::format("{} ({})", http::full_name(*organisation, context_.language), id.value) : id.value;
  }
  std::string number(double value) const { return text::number(context_.language, std::round(value * 100) / 100); }
  std::string quantity(const Quantity& value) const { return text::quantity(context_.language, value); }
  std::string day(const std::string& day) const { return text::date(context_.language, PartialDate::parse(day).value_or(PartialDate{})); }
  std::string share(const OrganisationId& id, double share) const {
    return share == 1 ? name(id) : fmt::format("{}, {} %", name(id), number(share * 100));
  }

  void heading(const std::string& text) const {
    context_.world.out << '\n' << text << '\n';
    empty_ = true;
  }
  /// Under a heading with nothing to tell.
  void end() const {
    if (empty_) context_.world.out << "  " << word("totals.nothing") << '\n';
  }
  void line(const std::string& label, const std::string& value) const {
    if (value.empty()) return;
    context_.world.out << "  " << label << ": " << value << '\n';
    empty_ = false;
  }
  void count(const std::string& key, double value) const { line(word(key), value == 0 ? std::string() : number(value)); }

 private:
  const reg::Tree& tree_;
  const Context& context_;
  mutable bool empty_ = true;
};

void write_below(const reg::Tree& tree, const OrganisationId& id, std::string_view country, const Page& page, int depth,
                 const Context& context) {
  for (const OrganisationId& child : tree.children(id)) {
    if (!country.empty() && tree.find(child)->country != country) continue;
    context.world.out << std::string(static_cast<std::size_t>(2 * depth), ' ') << page.name(child) << '\n';
    for (const auto& [from, share] : reg::inherited_on(tree, child, tree.day()))
      context.world.out << std::string(static_cast<std::size_t>(2 * depth + 4), ' ')
                        << page.word("totals.inherited_from", {{"organisation", page.share(from, share)}}) << '\n';
    write_below(tree, child, country, page, depth + 1, context);
  }
}

void write_visits(const Page& page, const char* way, const reg::Visits& visits) {
  if (visits.visits == 0) return;
  std::string text = page.word("totals.visits", {{"visits", page.number(visits.visits)}});
  if (visits.person_trips) text += "; " + page.word("totals.person_trips", {{"trips", page.quantity(visits.person_trips)}});
  if (visits.unsized > 0) text += "; " + page.word("totals.unsized", {{"visits", page.number(visits.unsized)}});
  if (visits.persons > 0 || visits.unidentified > 0)
    text +=
        "; " + page.word("totals.persons", {{"persons", page.number(visits.persons)}, {"unidentified", page.number(visits.unidentified)}});
  page.line(page.word(way), text);
}

void write_gifts(const Page& page, const char* way, const reg::Gifts& gifts) {
  if (gifts.times == 0) return;
  std::string text = page.word("totals.times", {{"times", page.number(gifts.times)}});
  for (const auto& [currency, sum] : gifts.money) text += "; " + page.quantity(sum) + " " + currency;
  for (const auto& [what, sum] : gifts.goods) {
    text += "; " + page.quantity(sum);
    for (const std::string& part : {what.second, what.first})
      if (!part.empty()) text += " " + part;
  }
  for (const auto& [currency, sum] : gifts.worth)
    text += "; " + page.word("totals.worth", {{"amount", page.quantity(sum) + " " + currency}});
  page.line(page.word(way), text);
}

void write_part(const Page& page, const std::string& heading, const reg::Totals& totals) {
  page.heading(heading);
  write_visits(page, "totals.out", totals.out);
  write_visits(page, "totals.in", totals.in);
  if (totals.courses > 0) {
    std::string text = page.number(totals.courses);
    if (totals.trainees) text += "; " + page.word("totals.trainees", {{"trainees", page.quantity(totals.trainees)}});
    if (totals.women) text += "; " + page.word("totals.women", {{"women", page.quantity(totals.women)}});
    page.line(page.word("totals.courses"), text);
  }
  write_gifts(page, "totals.given", totals.given);
  write_gifts(page, "totals.received", totals.received);
  page.count("totals.agreements", totals.agreements);
  std::string commitments;
  for (const auto& [state, number] : totals.commitments)
    commitments +=
        fmt::format("{}{} {}", commitments.empty() ? "" : "; ", page.number(number), page.word(fmt::format("state.{}", name_of(state))));
  page.line(page.word("totals.commitments"), commitments);
  page.count("totals.undated", totals.undated);
  page.end();
}

std::string told(const Page& page, const reg::Number& number) {
  std::string text = page.word("measure." + number.row.measure);
  if (number.row.from == number.row.to && !number.row.to.empty())
    text += " · " + page.day(number.row.to);
  else if (!number.row.from.empty() || !number.row.to.empty())
    text += fmt::format(" · {} – {}", page.day(number.row.from), page.day(number.row.to));
  return text;
}

}  // namespace

void write_tree(const reg::Tree& tree, std::string_view country, const Context& context) {
  const Page page(tree, context);
  write_below(tree, {}, country, page, 0, context);
}

void write_totals(const reg::OrganisationTotals& totals, const reg::Tree& tree, const Context& context) {
  const Page page(tree, context);
  context.world.out << page.name(totals.organisation) << '\n' << page.word("totals.as_of", {{"day", page.day(totals.as_of)}}) << '\n';
  for (const auto& [heir, share] : totals.heirs)
    context.world.out << page.word("totals.heir", {{"organisation", page.share(heir, share)}}) << '\n';
  write_part(page, page.word("totals.own"), totals.own);
  for (const auto& one : totals.inherited)
    write_part(page, page.word("totals.inherited_from", {{"organisation", page.share(one.from, one.share)}}), one.totals);
  if (!totals.inherited.empty()) write_part(page, page.word("totals.together"), totals.together);
  if (totals.with_below) write_part(page, page.word("totals.with_below"), *totals.with_below);
}

void write_measures(const reg::Measures& measures, const reg::Tree& tree, const Context& context) {
  const Page page(tree, context);
  context.world.out << page.name(measures.organisation) << '\n' << page.word("totals.as_of", {{"day", page.day(measures.as_of)}}) << '\n';
  for (const auto& number : measures.numbers) {
    std::string value = page.quantity(number.row.value());
    if (number.row.said_by.empty() && number.row.reported > 0)
      value += " " + page.word("totals.reported", {{"reported", page.number(number.row.reported)}, {"of", page.number(number.of)}});
    for (const auto& one : number.inherited)
      value +=
          fmt::format("{}{}: {}", value.empty() ? "" : "; ",
                      page.word("totals.inherited_from", {{"organisation", page.share(one.from, one.share)}}), page.quantity(one.value));
    page.line(told(page, number), value);
  }
  page.end();
  if (!measures.targets.empty()) page.heading(page.word("totals.targets"));
  for (const auto& progress : measures.targets) {
    std::string value = page.quantity(progress.target.value) + (progress.target.unit.empty() ? " %" : "");
    if (progress.newest) value += "; " + page.word("totals.newest", {{"number", page.quantity(progress.newest->together)}});
    if (progress.percent) value += "; " + page.word("totals.reached", {{"percent", page.quantity(progress.percent)}});
    page.line(page.word("measure." + progress.target.measure), value);
  }
}

}  // namespace kevai::cli
