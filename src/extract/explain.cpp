#include "extract/explain.hpp"

#include "extract/origins.hpp"
#include "extract/written_bodies.hpp"

namespace kevai::extract {
namespace {

std::string_view name_of(OrgForm form) {
  switch (form) {
    case OrgForm::named:
      return "named";
    case OrgForm::bare:
      return "bare";
    case OrgForm::national:
      return "national";
    case OrgForm::both:
      return "both";
    case OrgForm::partner:
      return "partner";
    case OrgForm::guest:
      return "guest";
    case OrgForm::written:
      return "written";
    case OrgForm::other:
      return "other";
  }
  return {};
}

/// The cues by which articles state a value of an enum or a measure, the likeliest first.
constexpr std::string_view cue_groups[] = {"act.", "theme.", "measure.", "doc.", "target.", "award."};

/// Gathers where each of a fact's fields comes from.
class Fields {
 public:
  Fields(const Document& doc, const Draft& draft, std::vector<FieldSource>& found) : doc_(doc), draft_(draft), found_(found) {}

  void operator()(std::string_view field, const PartialDate& date) {
    if (!date) return;
    const Source source = source_of(doc_, draft_, date);
    FieldSource& told = add(field, date.text(), source);
    const std::string year = std::to_string(date.year());
    told.year_added = date.year() != 0 && source.first < source.last;
    for (std::size_t i = source.first; i < source.last; ++i)
      told.year_added = told.year_added && doc_.tokens[i].key.find(year) == std::string::npos;
  }

  void operator()(std::string_view field, const std::vector<std::string>& orgs) {
    for (const std::string& org : orgs) body(field, org);
  }

  void operator()(std::string_view field, const std::optional<double>& number) {
    if (!number) return;
    const std::string value = Quantity::of(*number).figure() == *number ? shown(*number) : std::string();
    for (const auto& [origin, first, last] : reach()) {
      for (const text::Amount& amount : within(doc_.amounts, first, last)) {
        if (amount.value != *number) continue;
        add(field, value, {origin, amount.first, amount.last});
        return;
      }
    }
    add(field, value, {});
  }

  void operator()(std::string_view field, const std::string& text) {
    if (text.empty()) return;
    if (field == "org" || is_lao(text) || is_vietnamese(text)) return body(field, text);
    if (field == "measure") return worded(field, text);
    if (field == "unit" || text == "money") return;  // told with the number
    for (const auto& [origin, first, last] : reach()) {
      if (plain(doc_.written(first, last)).find(text) == std::string::npos) continue;
      add(field, text, {origin});
      return;
    }
    add(field, text, {});
  }

  void operator()(std::string_view, Qualifier) {}  // told with the number

  template <NamedEnum E>
  void operator()(std::string_view field, E value) {
    if (!kevai::name_of(value).empty()) worded(field, std::string(kevai::name_of(value)));
  }

 private:
  struct Reach {
    Origin origin;
    std::size_t first, last;
  };
  std::array<Reach, 2> reach() const {
    return {Reach{Origin::quote, draft_.first, draft_.last}, Reach{Origin::sentence, draft_.sentence_first, draft_.sentence_last}};
  }

  FieldSource& add(std::string_view field, std::string value, const Source& source) {
    FieldSource& told = found_.emplace_back(FieldSource{std::string(field), std::move(value), source.origin, {}, {}, {}});
    if (source.first < source.last) {
      told.span = {doc_.tokens[source.first].begin, doc_.tokens[source.last - 1].end};
      told.words = plain(doc_.written(source.first, source.last));
    }
    return told;
  }

  void body(std::string_view field, const std::string& org) {
    const Source source = source_of(doc_, draft_, org);
    FieldSource& told = add(field, org, source);
    for (const OrgMention& mention : within(doc_.orgs, source.first, source.last)) {
      told.form = name_of(mention.form);
      break;
    }
  }

  /// A value that a cue of its name states.
  void worded(std::string_view field, const std::string& value) {
    for (const auto& [origin, first, last] : reach()) {
      for (const std::string_view group : cue_groups) {
        const std::string tag = std::string(group) + value;
        for (const text::Cue& cue : within(doc_.cues.all(), first, last)) {
          if (!cue.in(tag)) continue;
          add(field, value, {origin, cue.first, cue.last});
          return;
        }
      }
    }
    add(field, value, {});
  }

  static std::string shown(double number) {
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
  }

  const Document& doc_;
  const Draft& draft_;
  std::vector<FieldSource>& found_;
};

/// Parts of dates, numbers and names are told as those.
bool is_part(const text::Cue& cue) {
  for (const std::string_view group :
       {"date.", "month.", "weekday.", "number.", "scale.", "qualifier", "org.", "country.", "currency.", "classifier", "header."}) {
    if (cue.tag.starts_with(group)) return true;
  }
  return false;
}

class Clues {
 public:
  Clues(const Document& doc, std::vector<Clue>& found) : doc_(doc), found_(found) {}

  void gather(const Draft& draft, const Context& context) {
    const Sentence quote = sentence_of(doc_, draft.kind, draft.first, draft.last);
    for (const text::Cue& cue : quote.cues) {
      if (!is_part(cue)) add(Clue::Kind::cue, cue).tag = std::string(cue.tag);
    }
    for (const OrgMention& org : quote.orgs) {
      Clue& clue = add(Clue::Kind::organisation, org);
      clue.tag = name_of(org.form);
      for (const std::string& id : context.resolve(org)) clue.means.emplace_back(name_or_id(id));
    }
    for (const PlaceMention& place : quote.places) add(Clue::Kind::place, place).means = {place.org};
    for (const PersonMention& person : quote.people) {
      Clue& clue = add(Clue::Kind::person, person);
      clue.means.push_back(plain(doc_.written(person.name_first, person.name_last)));
      if (person.role_first < person.role_last) clue.means.push_back(plain(doc_.written(person.role_first, person.role_last)));
    }
    for (const text::DateMention& date : quote.dates) {
      Clue& clue = add(Clue::Kind::date, date);
      if (date.from) clue.means.push_back(date.from.text());
      if (date.range && date.to) clue.means.push_back(date.to.text());
    }
    for (const text::Amount& amount : quote.amounts) add(Clue::Kind::number, amount).number = Quantity::of(amount.value, amount.qualifier);
    std::stable_sort(found_.begin(), found_.end(), [](const Clue& a, const Clue& b) { return a.span.begin < b.span.begin; });
  }

 private:
  Clue& add(Clue::Kind kind, const auto& mention) {
    const Span span{doc_.tokens[mention.first].begin, doc_.tokens[mention.last - 1].end};
    return found_.emplace_back(Clue{kind, span, plain(doc_.written(mention.first, mention.last)), {}, {}, {}});
  }

  const Document& doc_;
  std::vector<Clue>& found_;
};

}  // namespace

Explanation explain(const Document& doc, const Context& context, const Draft& draft) {
  Explanation told;
  told.sentence = {doc.tokens[draft.sentence_first].begin, doc.tokens[draft.sentence_last - 1].end};
  std::visit([&](const auto& fact) { describe(fact, Fields(doc, draft, told.fields)); }, draft.statement);
  Clues(doc, told.clues).gather(draft, context);
  return told;
}

}  // namespace kevai::extract
