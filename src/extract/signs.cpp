#include "extract/signs.hpp"

#include <map>

#include "extract/origins.hpp"
#include "extract/written_bodies.hpp"

namespace kevai::extract {
namespace {

/// What is asked of an article once, for all its facts.
struct Circumstances {
  std::array<std::size_t, fact_types.size()> of_type{};
  std::map<std::size_t, std::size_t> in_sentence;  ///< by the sentence's first token
  std::size_t main_first = 0, main_last = 0;
  bool one_sided = false;

  Circumstances(const Document& doc, const std::vector<Draft>& drafts) {
    for (const Draft& draft : drafts) {
      ++of_type[draft.statement.index()];
      ++in_sentence[draft.sentence_first];
    }
    for (const Block& block : doc.blocks) {
      if (block.kind != BlockKind::main) continue;
      if (main_last == 0) main_first = block.first;
      main_last = block.last;
    }
    bool vn = false, la = false;
    for (const OrgMention& org : doc.orgs) {
      for (const auto& id : org.ids) (is_lao(id) ? la : vn) = true;
    }
    one_sided = !vn || !la;
  }
};

/// What a fact is known by.
struct Keys {
  std::vector<PartialDate> dates;
  std::vector<std::string> orgs;
  std::optional<double> number;
  Qualifier qualifier = Qualifier::exact;
  bool dated = false, of_bodies = false, numbered = false;  ///< should it have them?

  void operator()(const ActivityFact& f) {
    dated = of_bodies = true;
    if (f.date) dates = {f.date};
    orgs = f.orgs;
  }
  void operator()(const AgreementFact& f) {
    dated = of_bodies = true;
    for (const PartialDate& date : {f.signed_on, f.from, f.to}) {
      if (date) dates.push_back(date);
    }
    orgs = f.parties;
  }
  void operator()(const QuantityFact& f) {
    numbered = true;
    number = f.value, qualifier = f.qualifier;
    orgs = f.orgs;
  }
  void operator()(const PersonFact& f) {
    if (!f.org.empty()) orgs = {f.org};
  }
  void operator()(const OccasionFact& f) {
    dated = true;
    if (f.date) dates = {f.date};
  }
  void operator()(const SupportFact& f) {
    numbered = true;
    number = f.value, qualifier = f.qualifier;
  }
  void operator()(const AwardFact& f) {
    numbered = true;
    number = f.count;
  }
  void operator()(const TargetFact& f) {
    numbered = true;
    number = f.value;
  }
  void operator()(const CommitmentFact& f) {
    of_bodies = true;
    orgs = f.orgs;
  }
};

/// The least sure origin of several values.
Origin weakest(const Document& doc, const Draft& draft, const auto& values) {
  Origin weakest = Origin::quote;
  for (const auto& value : values) weakest = std::max(weakest, source_of(doc, draft, value).origin);
  return weakest;
}

void note_dates(Signs& signs, const Keys& keys, const Document& doc, const Draft& draft) {
  if (!keys.dated) return;
  if (keys.dates.empty()) return signs.note(Sign::date_none);
  switch (weakest(doc, draft, keys.dates)) {
    case Origin::quote:
      signs.note(Sign::date_in_quote);
      break;
    case Origin::sentence:
      signs.note(Sign::date_in_sentence);
      break;
    case Origin::dateline:
      signs.note(Sign::date_of_dateline);
      break;
    default:
      signs.note(Sign::date_carried);
  }
  const bool day = std::any_of(keys.dates.begin(), keys.dates.end(), [](const PartialDate& d) { return d.day() != 0; });
  signs.note(Sign::date_vague, !day);
}

void note_orgs(Signs& signs, const Keys& keys, const Document& doc, const Draft& draft) {
  if (keys.of_bodies && keys.orgs.empty()) signs.note(Sign::orgs_none);
  if (keys.orgs.empty()) return;
  switch (weakest(doc, draft, keys.orgs)) {
    case Origin::quote:
      signs.note(Sign::orgs_in_quote);
      break;
    case Origin::sentence:
      signs.note(Sign::orgs_in_sentence);
      break;
    default:
      signs.note(Sign::orgs_of_context);
  }
  signs.note(Sign::org_without_id,
             std::any_of(keys.orgs.begin(), keys.orgs.end(), [](const std::string& org) { return !is_lao(org) && !is_vietnamese(org); }));
}

void note_number(Signs& signs, const Keys& keys, const Document& doc, const Draft& draft) {
  if (!keys.numbered) return;
  signs.note(Sign::number_none, !keys.number);
  if (!keys.number) return;
  signs.note(Sign::number_small, *keys.number < 10);
  signs.note(Sign::number_qualified, keys.qualifier != Qualifier::exact);
  for (const text::Amount& amount : within(doc.amounts, draft.first, draft.last)) {
    if (amount.value == *keys.number && amount.in_words) signs.note(Sign::number_in_words);
  }
}

void note_person(Signs& signs, const Draft& draft) {
  const auto* person = std::get_if<PersonFact>(&draft.statement);
  if (!person) return;
  const auto words = 1 + std::count(person->name.begin(), person->name.end(), ' ');
  signs.note(Sign::name_short, words == 1);
  signs.note(Sign::name_long, words > 5);
  signs.note(Sign::role_of_nobody, person->org.empty());
}

/// `unit` tokens are about a word: Lao counts letters.
void note_passage(Signs& signs, const Document& doc, const Draft& draft, std::size_t unit) {
  signs.note(Sign::long_sentence, draft.sentence_last - draft.sentence_first > 60 * unit);
  signs.note(Sign::short_quote, draft.last - draft.first < 5 * unit);
  signs.note(Sign::long_quote, draft.last - draft.first > 30 * unit);
  signs.note(Sign::in_caption, draft.kind == BlockKind::caption);
  const Sentence sentence = sentence_of(doc, draft.kind, draft.sentence_first, draft.sentence_last);
  signs.note(Sign::planned, is_planned(sentence, draft.first));
  signs.note(Sign::in_list, doc.past_bullet(draft.sentence_first) != draft.sentence_first);
  const int year = doc.dateline.year();
  signs.note(Sign::of_the_past, std::any_of(sentence.dates.begin(), sentence.dates.end(), [&](const auto& date) {
               return year != 0 && date.from.year() != 0 && date.from.year() < year;
             }));
}

}  // namespace

std::vector<Signs> signs_of(const Document& doc, const std::vector<Draft>& drafts) {
  const Circumstances all(doc, drafts);
  const std::size_t length = all.main_last - all.main_first;
  std::vector<Signs> found;
  found.reserve(drafts.size());
  for (const Draft& draft : drafts) {
    Signs signs{{}, draft.statement.index(), doc.language, draft.rule};
    Keys keys;
    std::visit(keys, draft.statement);
    note_dates(signs, keys, doc, draft);
    note_orgs(signs, keys, doc, draft);
    note_number(signs, keys, doc, draft);
    note_person(signs, draft);
    note_passage(signs, doc, draft, doc.language == text::Language::lo ? 4 : 1);
    signs.note(Sign::told_again, draft.tellings > 1);
    signs.note(Sign::crowded, all.in_sentence.at(draft.sentence_first) > 4);
    signs.note(Sign::many_alike, all.of_type[signs.type] > 8);
    const std::size_t at = draft.first > all.main_first ? draft.first - all.main_first : 0;
    signs.note(Sign::early, at * 4 < length);
    signs.note(Sign::late, at * 4 > length * 3);
    signs.note(Sign::undated_article, doc.dateline.empty());
    signs.note(Sign::one_sided_article, all.one_sided);
    found.push_back(signs);
  }
  return found;
}

}  // namespace kevai::extract
