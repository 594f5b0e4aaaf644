#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/decision.hpp"
#include "model/document.hpp"
#include "model/record.hpp"

/// Where the passages a record rests on state values of a field that cannot all be true.
namespace kevai::reg {

/// One value, and who states it.
struct Statement {
  std::string value;                       ///< as citations hold it
  std::vector<model::Citation> citations;  ///< the passages that state just this, in the order of acceptance
  bool stands = false;                     ///< is it the record's value?
};

struct Disagreement {
  std::string field;
  std::vector<Statement> statements;  ///< in the order of acceptance
  /// Who chose the value that stands, and when; empty where nobody did, or where an article accepted since states
  /// something new that contradicts the choice: then it is open again.
  std::string chosen_by;
  std::string chosen_at;

  bool settled() const { return !chosen_by.empty(); }
};

/// Of the record's fields, in their order. `citations` and `choices` are those of the record, by id.
std::vector<Disagreement> disagreements(const model::Record& record, std::span<const model::Citation> citations,
                                        std::span<const model::Choice> choices);

/// The fields a person chose, each with the statement that stands.
std::vector<model::Choice> standing_choices(std::span<const model::Choice> choices);

}  // namespace kevai::reg
