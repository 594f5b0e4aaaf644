#include "register/doubts.hpp"

#include <map>

namespace kevai::reg {

std::vector<Doubt> open_doubts(store::Reader& reader) {
  std::vector<Doubt> doubts;
  for (std::size_t i = 0; i < enum_names<model::RecordKind>.size(); ++i) {
    const auto kind = static_cast<model::RecordKind>(i);
    std::map<Id, std::vector<model::Citation>> citations;
    for (model::Citation& citation : reader.citations(kind)) citations[citation.record].push_back(std::move(citation));
    std::map<Id, std::vector<model::Choice>> choices;
    for (model::Choice& choice : reader.choices(kind)) choices[choice.record].push_back(std::move(choice));
    for (model::Record& record : reader.records(kind)) {
      const Id id = model::id_of(record);
      auto found = disagreements(record, citations[id], choices[id]);
      std::erase_if(found, [](const Disagreement& disagreement) { return disagreement.settled(); });
      if (!found.empty()) doubts.push_back({std::move(record), std::move(found)});
    }
  }
  return doubts;
}

}  // namespace kevai::reg
