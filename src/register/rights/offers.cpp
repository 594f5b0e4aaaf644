#include "register/rights/offers.hpp"

#include "register/rights/eyes.hpp"

namespace kevai::reg {

std::vector<Offer> offers(store::Reader& reader, const model::Actor& actor, const Id& record) {
  std::vector<Offer> offered;
  const auto subject = subject_of(reader, record);
  if (!subject) return offered;
  const Subject note{model::RecordKind::note, {.record = record, .side = actor.side}, subject->concerned};
  const bool goes_by_itself = subject->sharing.follows.empty() && !is_frame(subject->kind);
  if (may(actor, Deed::write, *subject)) offered.push_back(Offer::write);
  if (goes_by_itself && may(actor, Deed::release, *subject)) offered.push_back(Offer::release);
  if (is_joint(subject->kind) && may(actor, Deed::confirm, *subject)) offered.push_back(Offer::confirm);
  if (may(actor, Deed::write, note)) offered.push_back(Offer::note);
  return offered;
}

std::vector<Offer> offers(const model::Actor& actor, const model::Document& document) {
  std::vector<Offer> offered;
  const Subject subject = subject_of(document);
  if (may(actor, Deed::write, subject)) offered.push_back(Offer::write);
  if (may(actor, Deed::release, subject)) offered.push_back(Offer::release);
  if (may_remove(actor, subject)) offered.push_back(Offer::remove);
  return offered;
}

}  // namespace kevai::reg
