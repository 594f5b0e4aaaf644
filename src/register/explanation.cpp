#include "register/explanation.hpp"

#include "extract/extract.hpp"

namespace kevai::reg {
namespace {

bool same(const extract::Fact& a, const extract::Fact& b) {
  return a.span == b.span && a.rule == b.rule && a.statement.index() == b.statement.index();
}

std::optional<extract::Explanation> find(const extract::Article& article, const extract::Fact& fact) {
  for (std::size_t i = 0; i < article.facts.size(); ++i) {
    if (same(article.facts[i], fact)) return article.explanations[i];
  }
  return std::nullopt;
}

}  // namespace

std::optional<extract::Explanation> explanation_of(const model::Document& document, const model::Finding& finding) {
  using extract::Explain;
  auto found = find(extract::read(document.text, {}, Explain::yes), finding.fact);
  // The day may have been given by who stored it.
  if (!found && document.dateline) found = find(extract::read(document.text, document.dateline, Explain::yes), finding.fact);
  return found;
}

}  // namespace kevai::reg
