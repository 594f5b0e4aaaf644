#include <array>

#include "register/keys.hpp"
#include "register/same.hpp"

namespace kevai::reg {
namespace {

using model::Agreement;

bool kinds_agree(const Agreement& held, const Agreement& told) {
  return held.kind == told.kind || held.kind == extract::AgreementKind::unstated ||
         told.kind == extract::AgreementKind::unstated;
}

}  // namespace

/// An agreement is known by its parties and its dates: at least one date both state, and none on which they
/// differ. A memorandum and a programme of one year are two documents, as nobody says they are one; so are
/// two papers an article names side by side, unless it says exactly the same of both.
Sameness same(const Agreement& held, const Agreement& told, const Telling& telling) {
  if (!kinds_agree(held, told) || party_keys(held.parties) != party_keys(told.parties)) return std::nullopt;
  if (telling.same_document && (held.kind != told.kind || held.signed_on != told.signed_on ||
                                held.from != told.from || held.to != told.to)) {
    return std::nullopt;
  }
  int common = 0;
  for (const auto date : std::array{&Agreement::signed_on, &Agreement::from, &Agreement::to}) {
    const PartialDate& a = held.*date;
    const PartialDate& b = told.*date;
    if (!a || !b) continue;
    if (!a.agrees_with(b)) return std::nullopt;
    common += std::min(a.precision(), b.precision());
  }
  if (common == 0) return std::nullopt;
  return common + 10 * (held.kind == told.kind);
}

/// A commitment is what its parties said, in their words: the same words again within the year are a
/// repetition, a year later they are a commitment renewed.
Sameness same(const model::Commitment& held, const model::Commitment& told, const Telling&) {
  if (held.theme != told.theme || party_keys(held.parties) != party_keys(told.parties)) return std::nullopt;
  if (held.stated_on.year() != told.stated_on.year()) return std::nullopt;
  return text_key(held.content) == text_key(told.content) ? Sameness(1) : std::nullopt;
}

}  // namespace kevai::reg
