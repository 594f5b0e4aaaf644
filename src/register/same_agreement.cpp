#include <array>

#include "register/keys.hpp"
#include "register/same.hpp"

namespace kevai::reg {
namespace {

using model::Agreement;

bool kinds_agree(const Agreement& held, const Agreement& told) {
  return held.kind == told.kind || held.kind == extract::AgreementKind::unstated || told.kind == extract::AgreementKind::unstated;
}

/// "The agreement runs until the end of March 2027", said after it was told from 2024 to 2027: the same paper's end, told
/// more exactly.
bool tells_only_its_end(const Agreement& held, const Agreement& told) {
  return held.kind == told.kind && !told.signed_on && !told.from && told.to && held.to && told.to.agrees_with(held.to);
}

/// Are both days known and no more than a week apart?
bool within_a_week(const PartialDate& a, const PartialDate& b) {
  const auto days = days_between(a, b);
  return days && *days <= 7;
}

/// One side's paper dates the signing a day later, but both say the same period of the same kind of paper.
bool signed_a_day_apart(const Agreement& held, const Agreement& told) {
  return held.kind == told.kind && days_between(held.signed_on, told.signed_on) == 1 && held.from && held.to &&
         held.from.agrees_with(told.from) && held.to.agrees_with(told.to) && told.from && told.to;
}

}  // namespace

/// An agreement is known by its parties and its dates: at least one date both state, and none on which they
/// differ. A memorandum and a programme of one year are two documents, as nobody says they are one; so are
/// two papers an article names side by side, unless it says exactly the same of both.
Sameness same(const Agreement& held, const Agreement& told, const Telling& telling) {
  if (!kinds_agree(held, told) || party_keys(held.parties) != party_keys(told.parties)) return std::nullopt;
  if (telling.same_document && !tells_only_its_end(held, told) &&
      (held.kind != told.kind || held.signed_on != told.signed_on || held.from != told.from || held.to != told.to)) {
    return std::nullopt;
  }
  int common = 0;
  for (const auto date : std::array{&Agreement::signed_on, &Agreement::from, &Agreement::to}) {
    const PartialDate& a = held.*date;
    const PartialDate& b = told.*date;
    if (!a || !b) continue;
    if (!a.agrees_with(b) && !(date == &Agreement::signed_on && signed_a_day_apart(held, told))) return std::nullopt;
    common += std::min(a.precision(), b.precision());
  }
  if (common == 0) return std::nullopt;
  return common + 10 * (held.kind == told.kind);
}

/// A commitment is what its parties said, in their words: the same words again within the year are a repetition, a
/// year later they are a commitment renewed. The two sides' papers tell of one meeting in two scripts within days: there
/// the theme stands for the words.
Sameness same(const model::Commitment& held, const model::Commitment& told, const Telling& telling) {
  if (held.theme != told.theme || party_keys(held.parties) != party_keys(told.parties)) return std::nullopt;
  if (held.stated_on.year() != told.stated_on.year()) return std::nullopt;
  const std::string held_words = text_key(held.content);
  const std::string told_words = text_key(told.content);
  if (held_words == told_words) return 2;
  const bool two_papers = !telling.same_document && in_two_scripts(held_words, told_words) && within_a_week(held.stated_on, told.stated_on);
  return two_papers ? Sameness(1) : std::nullopt;
}

}  // namespace kevai::reg
