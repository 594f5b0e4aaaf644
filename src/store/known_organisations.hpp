#pragma once

#include <map>
#include <optional>

#include "store/record_read.hpp"

namespace kevai::store {

/// The organisations a transaction has read: whoever writes a record asks for the same few again and again (is it there, what is
/// it called), and nobody else changes them meanwhile.
class KnownOrganisations {
 public:
  /// The record that stands for this one; nothing where there is none.
  std::optional<Standing> find(sql::Connection& connection, const Id& id) {
    if (const auto known = known_.find(id); known != known_.end()) return known->second;
    auto found = standing_record(connection, id);
    if (!found || model::kind_of(found->record) != model::RecordKind::organisation) return found;
    if (known_.size() >= most) known_.clear();
    return known_.emplace(id, std::move(found)).first->second;
  }
  const Standing* state_of(const Id& id) const {
    const auto known = known_.find(id);
    return known != known_.end() && known->second && model::id_of(known->second->record) == id ? &*known->second : nullptr;
  }
  /// An organisation was written, or records took each other's place.
  void forget() { known_.clear(); }

 private:
  static constexpr std::size_t most = 1000;
  std::map<Id, std::optional<Standing>> known_;
};

}  // namespace kevai::store
