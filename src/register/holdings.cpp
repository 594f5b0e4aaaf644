#include "register/holdings.hpp"

#include <algorithm>

#include "register/entered.hpp"
#include "register/keep.hpp"

namespace kevai::reg {

Id partnership_of(const model::Record& record) {
  return std::visit(
      [](const auto& r) -> Id {
        if constexpr (requires { r.partnership; }) return r.partnership;
        return {};
      },
      record);
}

std::vector<model::Record>& Holdings::of(model::RecordKind kind, const Id& partnership) {
  const auto [at, fresh] = held_.try_emplace({kind, partnership});
  if (fresh) {
    at->second = writer_.get().records(kind, {.partnership = partnership, .of_none = partnership.empty()});
  }
  return at->second;
}

void Holdings::create(const model::Record& record) {
  auto& pool = of(model::kind_of(record), partnership_of(record));
  keep(writer_, model::Action::create, nullptr, record, who_);
  pool.push_back(record);
  sources_[model::id_of(record)] = {};
}

void Holdings::change(const model::Record& before, const model::Record& after) {
  keep(writer_, model::Action::extend, &before, after, who_);
  show(before, after);
}

/// In view the record may move to another partnership's: an article told of one side alone, the next of both.
void Holdings::show(const model::Record& before, const model::Record& after) {
  const auto is_it = [&](const model::Record& held) { return model::id_of(held) == model::id_of(after); };
  auto& pool = of(model::kind_of(after), partnership_of(after));
  if (const auto there = std::ranges::find_if(pool, is_it); there != pool.end())
    *there = after;
  else
    pool.push_back(after);
  if (partnership_of(before) != partnership_of(after)) std::erase_if(of(model::kind_of(before), partnership_of(before)), is_it);
}

void Holdings::merge(const model::Record& loser, const model::Record& before, const model::Record& winner) {
  const Id& from = model::id_of(loser);
  const Id& into = model::id_of(winner);
  const auto kind = model::kind_of(winner);
  keep(writer_, model::Action::merge, &before, winner, who_);
  writer_.get().merge(from, into);
  keep_away(writer_, loser, {}, who_);
  std::erase_if(of(kind, partnership_of(loser)), [&](const model::Record& held) { return model::id_of(held) == from; });
  show(before, winner);
  const auto resting = sources(from);
  sources(into);
  sources_[into].insert(resting.begin(), resting.end());
  merged_away_.erase(kind);
  chosen_.erase(into);
}

void Holdings::cite(const model::Citation& citation) {
  sources(citation.record);  // read before it is in the store, so that it counts once
  writer_.get().add(citation);
  sources_[citation.record].insert(citation.document);
}

const std::set<Id>& Holdings::sources(const Id& record) {
  const auto [at, fresh] = sources_.try_emplace(record);
  if (fresh) {
    for (const model::Citation& citation : writer_.get().citations_of(record)) at->second.insert(citation.document);
  }
  return at->second;
}

PartialDate Holdings::dateline(const Id& document) {
  const auto [at, fresh] = datelines_.try_emplace(document);
  if (fresh) {
    if (const auto found = writer_.get().document(document)) at->second = found->dateline;
  }
  return at->second;
}

namespace {

struct NamedOrganisations {
  std::set<std::string>& ids;
  void operator()(std::string_view, const std::string& text) const { add(text); }
  void operator()(std::string_view, const std::vector<std::string>& texts) const {
    for (const std::string& text : texts) add(text);
  }
  void operator()(std::string_view, const auto&) const {}
  void add(const std::string& text) const {
    if (text.find('.') != text.npos && text.find(' ') == text.npos) ids.insert(text);
  }
};

}  // namespace

const std::set<std::string>& Holdings::named(const Id& document) {
  const auto [at, fresh] = named_.try_emplace(document);
  if (fresh) {
    for (const model::Finding& finding : writer_.get().findings({.document = document})) {
      if (finding.state == model::FindingState::rejected) continue;
      std::visit([&](const auto& fact) { describe(fact, NamedOrganisations{at->second}); }, finding.fact.statement);
    }
  }
  return at->second;
}

const std::vector<model::Record>& Holdings::merged_away(model::RecordKind kind) {
  const auto [at, fresh] = merged_away_.try_emplace(kind);
  if (fresh) at->second = writer_.get().merged_away(kind);
  return at->second;
}

const std::set<std::string>& Holdings::chosen(const Id& record) {
  const auto [at, fresh] = chosen_.try_emplace(record);
  if (fresh) {
    for (const model::Choice& choice : writer_.get().choices_of(record)) {
      if (choice.citation.empty())
        at->second.erase(choice.field);
      else
        at->second.insert(choice.field);
    }
    for (const auto& [field, entered] : entered_fields(writer_, record)) at->second.insert(field);
  }
  return at->second;
}

bool Holdings::told_apart(const Id& one, const Id& other) {
  if (!apart_) {
    apart_.emplace();
    for (const model::Verdict& verdict : writer_.get().verdicts()) {
      if (verdict.judgement == model::Judgement::different) apart_->emplace(verdict.one, verdict.other);
    }
  }
  return apart_->contains(std::minmax(one, other));
}

}  // namespace kevai::reg
