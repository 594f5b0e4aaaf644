#include "register/review.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "register/acceptance.hpp"
#include "register/taking_in.hpp"

namespace kevai::reg {
namespace {

using model::FindingState;

/// The findings of those ids that still wait; an error where one is unknown or was decided the other way.
Result<std::vector<model::Finding>> waiting(store::Reader& reader, std::span<const Id> ids, FindingState wanted) {
  std::vector<model::Finding> findings;
  for (const Id& id : ids) {
    auto finding = reader.finding(id);
    if (!finding) return fail(Failure::not_found, "finding_unknown", {{"id", id.value}});
    if (finding->state == wanted) continue;
    if (finding->state != FindingState::waiting) {
      return fail(Failure::conflict, "finding_decided", {{"id", id.value}});
    }
    const auto is_it = [&](const model::Finding& other) { return other.id == id; };
    if (std::ranges::none_of(findings, is_it)) findings.push_back(std::move(*finding));
  }
  return findings;
}

Result<Decided> accept_into(store::Writer& writer, std::vector<model::Finding> findings, const std::string& who, Faulty faulty) {
  Acceptance acceptance(writer, who);
  int left = 0;
  for (const model::Finding& finding : findings) {
    if (faulty == Faulty::refuse) {
      if (const auto taken = acceptance.take(finding); !taken) return std::unexpected(taken.error());
    } else if (!writer.attempt([&] { return acceptance.take(finding); })) {
      acceptance.forget();
      ++left;
    }
  }
  acceptance.finish();
  return Decided{.accepted = static_cast<int>(findings.size()) - left,
                 .records_made = acceptance.records_made(),
                 .records_extended = acceptance.records_extended(),
                 .left_waiting = left};
}

}  // namespace

Result<Decided> accept(store::Store& store, std::span<const Id> findings, const std::string& who, Faulty faulty) {
  Result<Decided> decided;
  const auto done = store.write([&](store::Writer& writer) -> Result<> {
    auto taken = waiting(writer, findings, FindingState::accepted);
    if (!taken) return std::unexpected(taken.error());
    decided = accept_into(writer, std::move(*taken), who, faulty);
    if (!decided) return std::unexpected(decided.error());
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return decided;
}

Result<Decided> reject(store::Store& store, std::span<const Id> findings, const std::string& who) {
  Decided decided;
  const auto done = store.write([&](store::Writer& writer) -> Result<> {
    auto taken = waiting(writer, findings, FindingState::rejected);
    if (!taken) return std::unexpected(taken.error());
    for (model::Finding& finding : *taken) {
      finding.state = FindingState::rejected;
      finding.decided_by = who;
      finding.decided_at = timestamp_now();
      writer.decide(finding);
    }
    decided.rejected = static_cast<int>(taken->size());
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return decided;
}

Decided accept_waiting(store::Writer& writer, const std::string& who) {
  // They come by document, whose ids sort by when they were added, and by place.
  return *accept_into(writer, writer.findings({.state = FindingState::waiting}), who, Faulty::leave);
}

Result<Decided> accept_all(store::Store& store, const std::string& who) {
  Decided decided;
  const auto done = store.write([&](store::Writer& writer) -> Result<> {
    decided = accept_waiting(writer, who);
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return decided;
}

}  // namespace kevai::reg
