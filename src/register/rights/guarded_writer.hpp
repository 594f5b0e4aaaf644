#pragma once

#include <string>

#include "register/rights/guarded_reader.hpp"
#include "store/kept_answers.hpp"

namespace kevai::reg {

/// A Writer in which one account sees what it may see and writes what it may write. Where it may not, Broken is thrown: `record_unknown` of
/// what it does not see, else `not_permitted`.
class GuardedWriter final : public GuardedReading<store::Writer>, private store::KeptAnswers {
 public:
  using GuardedReading::GuardedReading;

  store::Writer& whole() override { return inner_; }
  store::KeptAnswers& kept_answers() override { return *this; }

  void add(const model::Document& document) override;
  void add(const model::Finding& finding) override;
  void decide(const model::Finding& finding) override;
  void remove_document(const Id& id) override;
  /// A new record is a draft of its side, or goes as far as what it is a part of; the frame both share is released at once. Failure of
  /// what is released and names a draft: `names_draft`. What became of a proposal is written by whoever may confirm it.
  void put(const model::Record& record) override;
  void remove(const Id& record, const std::string& why) override;
  void restore(const Id& record) override;
  void share(const model::Sharing& sharing) override;
  void share(const Id& document, model::SharingState state) override;
  void add(const model::Citation& citation) override;
  void add(const model::Change& change) override;
  void add(const model::Verdict& verdict) override;
  void add(const model::Choice& choice) override;
  /// A refusal is what came of it, like any other failure.
  Result<> attempt(const std::function<Result<>()>& work) override;
  void add_imported(const std::string& fingerprint, const Id& record) override;
  void merge(const Id& record, const Id& into) override;
  void add(const model::CalendarFeed& feed) override;
  bool revoke_calendar_feed(const Id& feed) override;
  void add_content(const std::string& sha256, std::string_view bytes) override { inner_.add_content(sha256, bytes); }
  void load(const std::function<void(const store::PutRows&)>&) override { not_permitted(); }

  // What the register keeps up by itself goes through whole().
  void put(const store::SearchEntry&) override { not_permitted(); }
  void remove_entry(const Id&) override { not_permitted(); }
  void forget_erased_words() override { not_permitted(); }
  void set_search_version(int) override { not_permitted(); }
  void put(const model::Rollup&) override { not_permitted(); }
  void clear_rollups() override { not_permitted(); }

 private:
  std::optional<store::KeptAnswer> kept_answer(const std::string& key) override;
  void add(const store::KeptAnswer& answer) override;
  void forget_answers(std::int64_t before) override { inner_.kept_answers().forget_answers(before); }

  bool holds(Deed deed, const Id& record);
  void demand(Deed deed, const Id& record);
  void demand_review(const Id& document, Deed deed = Deed::write);
  /// The other side would see the name of what it must not see.
  void demand_released_names(const model::Record& record);
};

}  // namespace kevai::reg
