#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "register/rights/permission.hpp"
#include "store/store.hpp"

namespace kevai::reg {

/// The record as permissions look at it; nothing of an id that is none.
std::optional<Subject> subject_of(store::Reader& whole, const Id& record);
/// A document is its side's, and concerns no organisation.
Subject subject_of(const model::Document& document);

/// What one account sees within one transaction. Each record is asked for once.
class Eyes {
 public:
  Eyes(store::Reader& whole, const model::Actor& actor) : whole_(whole), actor_(actor), sight_(*sight_of(actor)) {}

  const model::Actor& actor() const { return actor_; }
  const store::Sight& sight() const { return sight_; }

  /// Is that record there for them?
  bool see(const Id& record);
  /// It was written: whether they see it is to be asked anew.
  void forget(const Id& record) { seen_.erase(record); }
  void forget_all() { seen_.clear(); }
  bool see(const model::Document& document) const;
  bool see_document(const Id& document);
  /// Is it their own side's, or the keeper's?
  bool is_own(const std::string& side) const { return side.empty() || side == actor_.side; }
  /// May they see the personal values of everything they see at all? Then they may look for them too.
  bool see_all_personal() const;

  /// The record as they may see it: where personal values are not for them, those are empty.
  model::Record shown(model::Record record);
  /// The same of an entry of its journal; nothing where they see nothing of it. The other side's session and address are not shown.
  std::optional<model::Change> shown(model::Change change);

  /// The personal records whose values they were shown so far.
  const std::vector<Id>& read_personal() const { return read_personal_; }

 private:
  bool see_personal(const model::Record& record);
  /// Is it a file of somebody (a trainee, a member of a delegation) whose personal values they may not see?
  bool hides_file(const model::Attachment& attachment);

  store::Reader& whole_;
  const model::Actor& actor_;
  store::Sight sight_;
  std::map<Id, bool> seen_;
  std::map<Id, bool> documents_;
  std::map<Id, bool> personal_;
  std::vector<Id> read_personal_;
};

}  // namespace kevai::reg
