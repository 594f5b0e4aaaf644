#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "register/holdings.hpp"
#include "register/review.hpp"
#include "register/same.hpp"
#include "register/told.hpp"

namespace kevai::reg {

/// Takes findings into the register, one after another, within one transaction.
class Acceptance {
 public:
  Acceptance(store::Writer& writer, std::string who);

  /// Makes or extends the records this finding tells of, cites its passage and marks it accepted. Where such a record would
  /// break a rule: `invalid` `finding_breaks_rules`, and what was written of this finding is to be undone, with `forget`.
  Result<> take(model::Finding finding);
  /// Sees the register anew, after a part of the transaction was undone.
  void forget();

  /// Ties the commitments taken in to the agreements they are points of; after the last `take`.
  void finish();

  int records_made() const { return made_; }
  int records_extended() const { return extended_; }

 private:
  const model::Document& document(const Id& id);

  /// The record of what the fact tells, now in the register.
  Id keep_fact(const Teller& teller);
  /// Extends the record that tells of the same thing, or makes it one of its own. Its id.
  template <class T>
  Id keep(T told, const Teller& teller);
  /// Throws Refused where the record would break a rule.
  void permit(const model::Record& record);
  template <class T>
  std::optional<T> best_match(const T& told, const Id& partnership, const Teller& teller);
  /// Merges into this record the others that its last telling shows to be the same.
  template <class T>
  void join(T held);
  template <class T>
  Telling telling(const T& held, const T& told, const Teller& teller);
  /// The partnerships in which a telling of these organisations may be held: their own, none, and those of more or fewer.
  std::vector<Id> pools(const Id& partnership, const std::vector<model::Party>& partners);

  /// The partnership of known organisations of both countries, found or made; empty where these are not both.
  Id partnership_of(const std::vector<model::Party>& parties, const Teller& teller);
  /// "Cooperation since 2009" dates the partnership itself.
  void date_partnership(const model::Agreement& agreement, const Teller& teller);

  template <class T>
  void cite(const T& told, const Id& record, const Teller& teller);
  void cite_field(const Id& record, std::string_view field, std::string value, const Teller& teller);

  store::Writer& writer_;
  std::string who_;
  Holdings holdings_;
  std::map<std::string, std::string> countries_;  ///< of the organisations the register knows, by id
  KnownIds known_;
  std::map<Id, model::Document> documents_;
  int made_ = 0;
  int extended_ = 0;
};

}  // namespace kevai::reg
