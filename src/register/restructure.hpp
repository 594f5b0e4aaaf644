#pragma once

#include <boost/json/object.hpp>
#include <map>
#include <string>
#include <vector>

#include "base/partial_date.hpp"
#include "base/result.hpp"
#include "model/organisation.hpp"
#include "store/store.hpp"

/// Organisations that merge, are divided or take another name, and the way back. Nothing recorded moves: an organisation that
/// ended keeps its history, and its successors have it as inherited (register/tree.hpp). Written by create and change
/// (register/edit.hpp), so checked and journalled like any edit; run it in one transaction: `write(store, …)`.
///
/// Failures besides theirs, with `organisation`: `not_found` `organisation_unknown`; `conflict` `organisation_ended` (with
/// `day`), `organisation_stands`; `invalid` `date_wrong`, `merge_of_none`, `merge_with_itself`, `merge_cycle`,
/// `division_of_one`, `division_twice`, `child_of_another`, `share_malformed`, `shares_not_whole` (with `sum`), `rule_missing`,
/// `name_missing`.
namespace kevai::reg {

/// An organisation that is there, by its id, or one to be made from its fields (what `create` takes; its country, level, parent
/// and first day are those of the one before it where they are not given).
struct Body {
  OrganisationId id;
  boost::json::object fields;
};

struct Merger {
  std::vector<OrganisationId> from;
  Body into;       ///< may be none of `from`
  PartialDate on;  ///< the first day after it, in full
};

struct Heir {
  Body body;
  double share = 0;  ///< percent, over 0
};

struct Partition {
  OrganisationId organisation;
  std::vector<Heir> heirs;                         ///< two at least; their shares add up to 100
  std::string rule;                                ///< what the shares are measured by
  PartialDate on;                                  ///< the first day after it, in full
  std::map<OrganisationId, std::size_t> children;  ///< who of those below goes to which heir; the others to the greatest
};

/// Names to be taken from a day on; an empty one stays as it is.
struct Renaming {
  OrganisationId organisation;
  std::string name_vi;
  std::string name_lo;
  std::string name_en;
  PartialDate on;
};

/// Who came after.
Result<OrganisationId> merge_organisations(store::Writer& writer, const Merger& merger, const std::string& who);
/// The heirs, in the order given.
Result<std::vector<OrganisationId>> divide_organisation(store::Writer& writer, const Partition& partition, const std::string& who);
/// The names given up stand in `other_names` from then on, each with its last day.
Result<> rename_organisation(store::Writer& writer, const Renaming& renaming, const std::string& who);
/// Takes back how this organisation ended: it stands again, and those below it are below it again. What was entered for its
/// successors since is theirs; one that was made for it and that nothing names is removed. `why`: the reason, for the journal.
/// Gives the successors that are left.
Result<std::vector<OrganisationId>> undo_restructuring(store::Writer& writer, const OrganisationId& organisation, const std::string& why,
                                                       const std::string& who);

}  // namespace kevai::reg
