#include "extract/extract.hpp"

#include "extract/delegation.hpp"
#include "extract/explain.hpp"
#include "extract/main_text.hpp"
#include "extract/mentions.hpp"
#include "extract/rules.hpp"
#include "extract/signs.hpp"
#include "extract/wrapped_lines.hpp"
#include "extract/written_bodies.hpp"
#include "text/compose.hpp"
#include "text/language.hpp"
#include "text/sentence.hpp"

namespace kevai::extract {
namespace {

/// Marks the tokens that are inside a name: a word of the trade there is only part of the name.
std::vector<bool> name_tokens(const Document& doc) {
  std::vector<bool> inside(doc.tokens.size() + 1);
  const auto cover = [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) inside[i] = true;
  };
  for (const auto& org : doc.orgs) {
    if (org.form == OrgForm::named || org.form == OrgForm::national || org.form == OrgForm::written) cover(org.first, org.last);
  }
  for (const auto& place : doc.places) cover(place.first, place.last);
  for (const auto& person : doc.people) {
    cover(person.name_first, person.name_last);
    cover(person.role_first, person.role_last);
  }
  return inside;
}

void drop_cues_in_names(Document& doc) {
  const std::vector<bool> inside = name_tokens(doc);
  std::vector<text::Cue> kept;
  for (const text::Cue& cue : doc.cues.all()) {
    bool within_name = true;
    for (std::size_t i = cue.first; i < cue.last && within_name; ++i) within_name = inside[i];
    if (!within_name) kept.push_back(cue);
  }
  doc.cues = text::CueMap(std::move(kept), doc.tokens.size());
}

/// A full date in the first paragraph stands in for the dateline when years are resolved. The days an
/// anniversary counts from stand in brackets and do not.
PartialDate day_in_lead(const Document& doc) {
  for (const Block& block : doc.blocks) {
    if (block.kind != BlockKind::main) continue;
    std::size_t depth = 0, at = block.first;
    for (const auto& date : within(doc.dates, block.first, block.last)) {
      for (; at < date.first; ++at) depth += doc.mark(at, "(") ? 1 : doc.mark(at, ")") && depth > 0 ? -1 : 0;
      const bool past_anniversary = date.from.year() < 1990;
      if (depth == 0 && date.from.day() != 0 && date.from.year() != 0 && !past_anniversary) return date.from;
    }
    break;
  }
  return {};
}

Document document_of(std::string_view text, const PartialDate& date) {
  Document doc;
  doc.text = text;
  doc.language = text::detect_language(text);
  doc.tokens = text::tokenize(text);
  join_wrapped_lines(doc.tokens);
  doc.cues = text::CueMap(text::Lexicon::of(doc.language).cues(doc.tokens), doc.tokens.size());
  MainText page = find_main_text(doc);
  doc.blocks = std::move(page.blocks);
  doc.dateline = date ? date : page.dateline;
  doc.dates = text::find_dates(doc.tokens, doc.cues, doc.dateline);
  if (doc.dateline.empty()) {
    if (const PartialDate lead = day_in_lead(doc)) doc.dates = text::find_dates(doc.tokens, doc.cues, lead);
  }
  doc.amounts = text::find_amounts(doc.tokens, doc.cues, doc.dates);
  find_organisations(doc);
  settle_renamed(doc);
  find_people(doc);
  drop_cues_in_names(doc);
  return doc;
}

using Rule = void (*)(const Sentence&, Context&, Findings&);

/// In this order: a rule that uses up a number stands before the one that counts what is left.
constexpr Rule rules[] = {find_occasions,  find_agreements,    find_calls,   find_meetings, find_outings,    find_visits,
                          find_trainings,  find_relief,        find_deeds,   find_events,   find_awards,     find_support,
                          find_told_gifts, find_brought_gifts, find_targets, find_persons,  find_quantities, find_commitments};

/// News tells of what has just happened: a main event without a day is of the month the article is
/// dated in (of the year, where that month has only begun).
void date_main_event(const Document& doc, std::vector<Draft>& drafts) {
  const PartialDate& day = doc.dateline;
  if (day.year() == 0) return;
  ActivityFact* undated = nullptr;
  for (Draft& draft : drafts) {
    auto* activity = std::get_if<ActivityFact>(&draft.statement);
    if (!activity || draft.kind != BlockKind::main) continue;
    if (activity->date.month() != 0) return;
    if (!undated && draft.rule == "activity.meeting") undated = activity;
  }
  const int month = day.day() == 0 || day.day() > 3 ? day.month() : 0;
  if (undated) undated->date = PartialDate::make(day.year(), month).value_or(PartialDate{});
}

/// Longer than any sentence people write (Lao counts letters): what is longer is read in parts, so
/// that no text takes more than its length in time.
std::size_t longest_sentence(const Document& doc) {
  return doc.language == text::Language::lo ? 1500 : 400;
}

/// Bodies without an id stand in facts by their names alone; what is quoted in a field is in NFC however it was written.
void name_bodies(std::vector<Draft>& drafts) {
  const auto bare = [](std::string& id) { id = text::composed(name_or_id(id)); };
  const auto field = [&](std::string_view, auto& member) {
    using M = std::remove_cvref_t<decltype(member)>;
    if constexpr (std::is_same_v<M, std::string>) bare(member);
    if constexpr (std::is_same_v<M, Orgs>) std::for_each(member.begin(), member.end(), bare);
  };
  for (Draft& draft : drafts) std::visit([&](auto& fact) { describe(fact, field); }, draft.statement);
}

std::vector<Draft> findings_of(const Document& doc) {
  Context context(doc);
  Findings findings(doc);
  for (const Block& block : doc.blocks) {
    if (block.kind == BlockKind::title) continue;
    for (const auto& [first, last] : text::sentences(doc.tokens, block.first, block.last)) {
      for (std::size_t from = first; from < last; from += longest_sentence(doc)) {
        const Sentence sentence = sentence_of(doc, block.kind, from, std::min(last, from + longest_sentence(doc)));
        context.enter(sentence);
        findings.enter(sentence);
        for (const Rule rule : rules) rule(sentence, context, findings);
        note_delegations(sentence, context);
      }
    }
  }
  date_main_event(doc, findings.drafts());
  merge_repeats(doc, findings.drafts());
  complete_activities(context, findings.drafts());
  name_bodies(findings.drafts());
  return std::move(findings.drafts());
}

Span span_of(const Document& doc, std::size_t first, std::size_t last) {
  return {doc.tokens[first].begin, doc.tokens[last - 1].end};
}

}  // namespace

Article read(std::string_view text, const PartialDate& date, Explain explained) {
  const Document doc = document_of(text, date);
  Article article;
  article.language = text::code(doc.language);
  article.dateline = doc.dateline ? doc.dateline : day_in_lead(doc);
  for (const Block& block : doc.blocks) {
    if (block.kind == BlockKind::title) article.title = text::composed(plain(doc.written(block.first, block.last)));
    if (block.kind == BlockKind::main) article.main.push_back(span_of(doc, block.first, block.last));
  }
  std::vector<Draft> drafts = findings_of(doc);
  const std::vector<Signs> signs = signs_of(doc, drafts);
  if (explained == Explain::yes) {
    const Context context(doc);
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      article.explanations.push_back(explain(doc, context, drafts[i]));
      article.explanations.back().signs = names_of(signs[i]);
      article.explanations.back().doubts = doubts_of(signs[i]);
    }
  }
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    const Span span = span_of(doc, draft.first, draft.last);
    const double confidence = confidence_of(signs[i]);
    article.facts.push_back({std::move(draft.statement), span, std::string(text.substr(span.begin, span.end - span.begin)),
                             std::move(draft.stated), std::move(draft.rule), confidence});
  }
  return article;
}

}  // namespace kevai::extract
