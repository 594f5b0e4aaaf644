#include "report/outline.hpp"

#include <algorithm>
#include <array>

#include "report/figures.hpp"
#include "report/placement.hpp"

namespace kevai::report {
namespace {

using model::ActivityKind;

class Writer {
 public:
  Writer(const Summary& summary, text::Language language) : summary_(summary), lines_(summary, language) {}

  Outline write() {
    Outline outline{.title = lines_.word("report.title"),
                    .period = lines_.period("report.period", summary_.period.from, summary_.period.to),
                    .partnerships_title = lines_.word("report.partnerships"),
                    .partnerships = lines(summary_.partnerships),
                    .note = lines_.word("report.note"),
                    .unconfirmed = unconfirmed()};
    if (outline.period.empty()) outline.period = lines_.word("report.period.all");
    outline.sections = {
        section("agreements", agreements()),
        section("delegations", figures(FigureGroup::delegations)),
        section("training", figures(FigureGroup::training)),
        section("activities", activities()),
        section("supports", listed({}, summary_.supports)),
        section("awards", listed({}, summary_.awards)),
        section("stated", stated()),
        section("occasions", listed({}, summary_.occasions)),
    };
    number_sources(outline);
    return outline;
  }

 private:
  const Sourced& sourced(const Id& id) const { return summary_.records.at(id.value); }

  Line line(const Id& id) const {
    const Sourced& record = sourced(id);
    const bool sample = !record.passages.empty() && std::ranges::all_of(record.passages, &Passage::sample);
    // A partnership is no event: that nobody says when it began is not worth a mark.
    const bool undated = model::kind_of(record.record) != model::RecordKind::partnership && is_undated(record.record);
    return {.text = lines_.of(record.record),
            .records = {id},
            .undated = undated,
            .sample = sample,
            .unconfirmed = record.unconfirmed,
            .doubts = doubts(record)};
  }

  std::string unconfirmed() const {
    const auto count = std::ranges::count_if(summary_.records, [](const auto& one) { return one.second.unconfirmed; });
    if (count == 0) return {};
    return lines_.word("report.unconfirmed", {{"number", lines_.number(static_cast<double>(count))}});
  }

  std::vector<std::string> doubts(const Sourced& record) const {
    std::vector<std::string> doubts;
    for (const reg::Disagreement& disagreement : record.disagreements)
      if (!disagreement.settled()) doubts.push_back(lines_.doubt(record, disagreement));
    return doubts;
  }

  /// How many of these activities are of a size on which articles disagree.
  std::string doubtful(const Figure& figure) const {
    if (!figure.measure.starts_with("person_trips") && figure.measure != "trainees") return {};
    const auto count = std::ranges::count_if(figure.records, [&](const Id& id) {
      return std::ranges::any_of(sourced(id).disagreements, [](const reg::Disagreement& disagreement) {
        return disagreement.field == "participants" && !disagreement.settled();
      });
    });
    if (count == 0) return {};
    return lines_.word("report.counted_in_doubt", {{"number", lines_.number(static_cast<double>(count))}});
  }

  std::vector<Line> lines(const std::vector<Id>& ids) const {
    std::vector<Line> lines;
    for (const Id& id : ids) lines.push_back(line(id));
    return lines;
  }

  std::vector<Group> listed(std::string title, const std::vector<Id>& ids) const {
    if (ids.empty()) return {};
    return {{.title = std::move(title), .lines = lines(ids)}};
  }

  Section section(const std::string& name, std::vector<Group> groups) {
    static constexpr std::array roman = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII"};
    return {.anchor = name,
            .title = std::string(roman.at(written_++)) + ". " + lines_.word("report.section." + name),
            .groups = std::move(groups),
            .nothing = lines_.word("report.nothing." + name)};
  }

  std::vector<Id> points_of(const std::string& agreement) const {
    const auto points = summary_.points.find(agreement);
    return points == summary_.points.end() ? std::vector<Id>() : points->second;
  }

  std::vector<Group> agreements() const {
    std::vector<Group> groups;
    if (!summary_.agreements.empty()) {
      Group& group = groups.emplace_back();
      for (const Id& id : summary_.agreements) {
        group.lines.push_back(line(id));
        group.lines.back().under = lines(points_of(id.value));
      }
    }
    const auto points = listed(lines_.word("report.group.points"), points_of(""));
    groups.insert(groups.end(), points.begin(), points.end());
    return groups;
  }

  FigureRow row(const Figure& figure) const {
    FigureRow row{.measure = lines_.word("measure." + figure.measure), .records = lines(figure.records)};
    for (const Id& id : figure.said) {
      Line said = line(id);
      said.text = lines_.figure(std::get<model::Observation>(sourced(id).record));
      row.said.push_back(std::move(said));
    }
    row.counted = figure.countable ? lines_.amount(figure.counted) : lines_.word("report.not_countable");
    if (figure.unnumbered > 0) {
      row.unnumbered = lines_.word("report.unnumbered", {{"number", lines_.number(figure.unnumbered)}});
    }
    row.doubtful = doubtful(figure);
    if (figure.missing) row.missing = lines_.number(*figure.missing);
    for (const Id& id : figure.explained)
      row.explained.push_back(lines_.word("report.explained", {{"note", std::get<model::Observation>(sourced(id).record).explained}}));
    return row;
  }

  std::vector<Group> figures(FigureGroup wanted) const {
    Group group;
    for (const CountedMeasure& measure : counted_measures()) {
      if (measure.group != wanted) continue;
      for (const Figure& figure : summary_.figures) {
        if (figure.measure == measure.measure) group.figures.push_back(row(figure));
      }
    }
    if (group.figures.empty()) return {};
    return {group};
  }

  std::vector<Group> activities() const {
    std::vector<Group> groups;
    for (const std::string_view kind : enum_names<ActivityKind>) {
      std::vector<Id> ids;
      for (const Id& id : summary_.activities) {
        if (name_of(std::get<model::Activity>(sourced(id).record).kind) == kind) ids.push_back(id);
      }
      if (ids.empty()) continue;
      const std::string title = lines_.word("activity." + std::string(kind));
      groups.push_back({.title = title + " (" + lines_.number(static_cast<double>(ids.size())) + ")", .lines = lines(ids)});
    }
    return groups;
  }

  std::vector<Group> stated() const {
    auto groups = listed(lines_.word("report.group.targets"), summary_.targets);
    const auto others = listed(lines_.word("report.group.observations"), summary_.observations);
    groups.insert(groups.end(), others.begin(), others.end());
    return groups;
  }

  void number(Outline& outline, const std::vector<Line>& lines) const {
    for (const Line& line : lines) {
      for (const Id& id : line.records) {
        const int next = static_cast<int>(outline.sources.size()) + 1;
        if (!outline.numbers.emplace(id.value, next).second) continue;
        const Sourced& record = sourced(id);
        const auto kind = name_of(model::kind_of(record.record));
        std::vector<std::string> disagreements;
        for (const reg::Disagreement& disagreement : record.disagreements) disagreements.push_back(lines_.statements(record, disagreement));
        outline.sources.push_back({.number = next,
                                   .kind = lines_.word("record." + std::string(kind)),
                                   .text = lines_.of(record.record),
                                   .record = &record,
                                   .disagreements = std::move(disagreements)});
      }
      number(outline, line.under);
    }
  }

  void number_sources(Outline& outline) const {
    number(outline, outline.partnerships);
    for (const Section& section : outline.sections) {
      for (const Group& group : section.groups) {
        for (const FigureRow& row : group.figures) {
          number(outline, row.said);
          number(outline, row.records);
        }
        number(outline, group.lines);
      }
    }
  }

  const Summary& summary_;
  Lines lines_;
  std::size_t written_ = 0;
};

}  // namespace

Outline outline_of(const Summary& summary, text::Language language) {
  return Writer(summary, language).write();
}

}  // namespace kevai::report
