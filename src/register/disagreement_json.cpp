#include "register/disagreement_json.hpp"

#include "model/record_json.hpp"

namespace kevai::reg {
namespace {

namespace json = boost::json;

json::array passages_of(const Statement& statement, const std::function<Titled(const Id&)>& titled) {
  json::array passages;
  for (const model::Citation& citation : statement.citations) {
    const Titled document = titled(citation.document);
    passages.push_back({{"citation", citation.id.value},
                        {"document", citation.document.value},
                        {"document_title", document.title},
                        {"sample", document.sample},
                        {"begin", citation.span.begin},
                        {"end", citation.span.end},
                        {"quote", citation.quote}});
  }
  return passages;
}

}  // namespace

json::array to_json(const model::Record& record, std::span<const Disagreement> disagreements,
                    const std::function<Titled(const Id& document)>& titled) {
  json::array shown;
  for (const Disagreement& disagreement : disagreements) {
    json::array statements;
    for (const Statement& statement : disagreement.statements) {
      statements.push_back({{"value", model::field_json(record, disagreement.field, statement.value)},
                            {"stands", statement.stands},
                            {"passages", passages_of(statement, titled)}});
    }
    json::object one{{"field", disagreement.field}, {"settled", disagreement.settled()}};
    if (disagreement.settled()) {
      one["chosen_by"] = disagreement.chosen_by;
      one["chosen_at"] = disagreement.chosen_at;
    }
    one["statements"] = std::move(statements);
    shown.push_back(std::move(one));
  }
  return shown;
}

}  // namespace kevai::reg
