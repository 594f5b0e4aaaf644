#include "register/settle.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "register/check.hpp"
#include "register/disagreement.hpp"
#include "register/keep.hpp"
#include "register/tellings.hpp"

namespace kevai::reg {
namespace {

/// Writes the record as it now is, and what was chosen.
Result<> keep_choice(store::Writer& writer, const model::Record& before, const model::Record& after, const std::string& field,
                     const Id& citation, const std::string& who) {
  const Id& id = model::id_of(after);
  if (const auto kept = check(writer, after); !kept) return kept;
  writer.add(model::Choice{.id = new_id(), .record = id, .field = field, .citation = citation, .by = who, .at = timestamp_now()});
  keep(writer, model::Action::choose, &before, after, who);
  return {};
}

std::unexpected<Error> unknown(const Id& record) {
  return fail(Failure::not_found, "record_unknown", {{"id", record.value}});
}

}  // namespace

Result<> choose(store::Store& store, const Id& record, const Id& citation, const std::string& who) {
  return store.write([&](store::Writer& writer) -> Result<> {
    const auto before = writer.record(record);
    if (!before) return unknown(record);
    const auto citations = writer.citations_of(model::id_of(*before));
    const auto chosen = std::ranges::find(citations, citation, &model::Citation::id);
    model::Record after = *before;
    if (chosen == citations.end() || !take_statement(writer, after, *chosen))
      return fail(Failure::not_found, "statement_unknown", {{"id", citation.value}});
    return keep_choice(writer, *before, after, chosen->field, citation, who);
  });
}

Result<> reopen(store::Store& store, const Id& record, const std::string& field, const std::string& who) {
  return store.write([&](store::Writer& writer) -> Result<> {
    const auto before = writer.record(record);
    if (!before) return unknown(record);
    const Id& id = model::id_of(*before);
    auto choices = standing_choices(writer.choices_of(id));
    if (std::erase_if(choices, [&](const model::Choice& choice) { return choice.field == field; }) == 0)
      return fail(Failure::conflict, "choice_none", {{"field", field}});
    const auto citations = writer.citations_of(id);
    return keep_choice(writer, *before, rebuilt(writer, *before, citations, choices), field, {}, who);
  });
}

}  // namespace kevai::reg
