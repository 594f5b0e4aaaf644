#include <algorithm>

#include "base/clock.hpp"
#include "register/holdings.hpp"
#include "register/names.hpp"

namespace kevai::reg {
namespace {

using model::Judgement;

void remember(store::Writer& writer, const PersonPair& pair, Judgement judgement, const std::string& who) {
  const auto [one, other] = std::minmax(pair.one, pair.other);
  writer.add(model::Verdict{
      .id = new_id(), .one = one, .other = other, .judgement = judgement, .by = who, .at = timestamp_now()});
}

/// The person that stands for this one; an error where there is none.
Result<model::Person> standing(store::Reader& reader, const Id& id) {
  const auto record = reader.record(id);
  const auto* person = record ? std::get_if<model::Person>(&*record) : nullptr;
  if (!person) return fail(Failure::not_found, "person_unknown", {{"id", id.value}});
  return *person;
}

Result<> check(store::Reader& reader, const PersonPair& pair) {
  if (pair.one == pair.other) return fail(Failure::invalid, "pair_of_one", {{"id", pair.one.value}});
  for (const Id& id : {pair.one, pair.other}) {
    if (const auto person = standing(reader, id); !person) return std::unexpected(person.error());
  }
  return {};
}

void join(store::Writer& writer, const PersonPair& pair, const std::string& who) {
  const auto a = standing(writer, pair.one), b = standing(writer, pair.other);
  if (a->id == b->id) return;  // one already, by other pairs
  const model::Person& first = a->id < b->id ? *a : *b;
  const model::Person& second = a->id < b->id ? *b : *a;
  Holdings(writer, who).merge(second, first, first);
}

/// Lets a merged person stand for itself again.
void release(store::Writer& writer, const Id& person, const std::string& who) {
  writer.merge(person, {});
  const auto record = writer.record(person);
  writer.add(change_of(person, model::RecordKind::person, model::Action::separate, nullptr, &*record, who));
}

void separate(store::Writer& writer, const PersonPair& pair, const std::string& who) {
  // Both may have been merged, one by way of the other.
  for (const Id& id : {pair.other, pair.one}) {
    const Id together = writer.standing(pair.one);
    if (together == writer.standing(pair.other) && together != id) release(writer, id, who);
  }
}

}  // namespace

Result<NamesDecided> decide_names(store::Store& store, std::span<const PersonPair> same,
                                  std::span<const PersonPair> different, const std::string& who) {
  const auto done = store.write([&](store::Writer& writer) -> Result<> {
    for (const auto pairs : {same, different}) {
      for (const PersonPair& pair : pairs) {
        if (const auto checked = check(writer, pair); !checked) return checked;
      }
    }
    for (const PersonPair& pair : same) {
      remember(writer, pair, Judgement::same, who);
      join(writer, pair, who);
    }
    for (const PersonPair& pair : different) {
      remember(writer, pair, Judgement::different, who);
      separate(writer, pair, who);
    }
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return NamesDecided{static_cast<int>(same.size()), static_cast<int>(different.size())};
}

}  // namespace kevai::reg
