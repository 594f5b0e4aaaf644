#include "register/accounts/reach.hpp"

#include <set>

namespace kevai::reg {
namespace {

/// The organisation itself where it stands, else those that came after it.
std::set<OrganisationId> holders(const Tree& tree, const OrganisationId& organisation) {
  std::set<OrganisationId> all{organisation};
  for (const auto& [heir, share] : heirs_on(tree, organisation, tree.day())) all.insert(heir);
  return all;
}

model::Grant reached_by(const Tree& tree, const OrganisationId& organisation) {
  model::Grant grant{.organisation = organisation, .within = {organisation}};
  const auto record = tree.find(organisation);
  if (!record) return grant;
  grant.whole_side = record->level == model::Level::national && parent_on(tree, *record, tree.day()).empty();
  if (grant.whole_side) return grant;
  std::set<OrganisationId> within;
  for (const OrganisationId& holder : holders(tree, organisation)) {
    within.insert(holder);
    for (const OrganisationId& below : tree.below(holder)) within.insert(below);
  }
  std::set<OrganisationId> before;
  for (const OrganisationId& id : within)
    for (const auto& [inherited, share] : inherited_on(tree, id, tree.day())) before.insert(inherited);
  within.merge(before);
  grant.within.assign(within.begin(), within.end());
  return grant;
}

}  // namespace

std::shared_ptr<Reach::State> Reach::state(store::Reader& reader, const std::string& day) {
  const std::int64_t version = reader.accounts().tree_version();
  {
    const std::scoped_lock lock(mutex_);
    if (state_ && state_->version == version && state_->tree.day() == day) return state_;
  }
  auto made = std::make_shared<State>(version, read_tree(reader, day));
  const std::scoped_lock lock(mutex_);
  state_ = made;
  return made;
}

void Reach::work_out(store::Reader& reader, const std::string& day, std::vector<model::Grant>& grants) {
  if (grants.empty()) return;
  const auto now = state(reader, day);
  for (model::Grant& grant : grants) {
    const std::scoped_lock lock(now->mutex);
    const auto [place, fresh] = now->reached.try_emplace(grant.organisation);
    if (fresh) place->second = reached_by(now->tree, grant.organisation);
    grant.within = place->second.within;
    grant.whole_side = place->second.whole_side;
  }
}

std::string Reach::country_of(store::Reader& reader, const std::string& day, const OrganisationId& organisation) {
  const auto record = state(reader, day)->tree.find(organisation);
  return record ? record->country : std::string();
}

model::Actor actor_of(store::Reader& reader, const model::Account& account, const std::string& day, Reach& reach) {
  model::Actor actor{.account = account.id,
                     .name = account.name,
                     .organisation = account.organisation,
                     .side = reach.country_of(reader, day, account.organisation),
                     .grants = reader.accounts().grants(account.id),
                     .language = account.language};
  reach.work_out(reader, day, actor.grants);
  return actor;
}

std::optional<model::Actor> actor_of(store::Reader& reader, const Id& account, const std::string& day) {
  const auto found = reader.accounts().find(account);
  if (!found || found->disabled) return std::nullopt;
  Reach reach;
  return actor_of(reader, *found, day, reach);
}

model::Actor visitor() {
  model::Actor nobody;
  nobody.account = {"visitor"};
  return nobody;
}

}  // namespace kevai::reg
