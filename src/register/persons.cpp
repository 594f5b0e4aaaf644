#include "register/persons.hpp"

#include <map>

namespace kevai::reg {

using model::RecordKind;

std::vector<KnownPerson> known_persons(store::Reader& reader) {
  std::vector<KnownPerson> all;
  std::map<Id, std::size_t> at;
  for (const model::Record& record : reader.records(RecordKind::person)) {
    const auto& person = std::get<model::Person>(record);
    at.emplace(person.id, all.size());
    all.push_back({.id = person.id, .names = {person.name}});
  }
  const auto known = [&](const Id& id) -> KnownPerson* {
    const auto found = at.find(id);
    return found == at.end() ? nullptr : &all[found->second];
  };
  for (const model::Record& record : reader.merged_away(RecordKind::person)) {
    const auto& person = std::get<model::Person>(record);
    if (KnownPerson* standing = known(reader.standing(person.id))) standing->names.push_back(person.name);
  }
  for (const model::Record& record : reader.records(RecordKind::post)) {
    const auto& post = std::get<model::Post>(record);
    if (KnownPerson* holder = known(post.person)) holder->posts.push_back(post);
  }
  for (const model::Citation& citation : reader.citations(RecordKind::person)) {
    if (KnownPerson* cited = known(citation.record)) cited->documents.insert(citation.document);
  }
  return all;
}

}  // namespace kevai::reg
