#pragma once

#include <algorithm>
#include <utility>

#include "model/field.hpp"
#include "register/rights/eyes.hpp"

/// A Reader (or the reading half of a Writer) in which only what one account may see is there.
namespace kevai::reg {

[[noreturn]] inline void not_permitted() {
  throw Broken(Error{Failure::forbidden, "not_permitted", {}, {}});
}

/// Does a condition or an order look at a personal value? It would tell it by what it finds.
bool looks_at_personal(const store::RecordQuery& query);

template <class Interface>
class GuardedReading : public Interface {
 public:
  GuardedReading(Interface& inner, const model::Actor& actor) : inner_(inner), eyes_(inner, actor) {}

  const std::vector<Id>& read_personal() const { return eyes_.read_personal(); }

  std::vector<model::Organisation> organisations() override { return inner_.organisations(); }

  std::optional<model::Document> document(const Id& id) override { return visible(inner_.document(id)); }
  /// A side's own files are kept beside those of the other.
  std::optional<model::Document> document_by_sha256(const std::string& sha256) override {
    if (auto own = visible(inner_.document_by_sha256(own_key(sha256)))) return own;
    return visible(inner_.document_by_sha256(sha256));
  }
  std::vector<model::Document> documents() override {
    return kept(inner_.documents(), [&](const model::Document& one) { return eyes_.see(one); });
  }

  std::optional<model::Finding> finding(const Id& id) override {
    auto found = inner_.finding(id);
    if (found && !reviews(found->document)) return std::nullopt;
    return found;
  }
  std::vector<model::Finding> findings(const store::FindingFilter& filter) override {
    return kept(inner_.findings(filter), [&](const model::Finding& one) { return reviews(one.document); });
  }

  std::optional<model::Record> record(const Id& id) override {
    auto found = inner_.record(id);
    if (!found || !eyes_.see(model::id_of(*found))) return std::nullopt;
    return eyes_.shown(std::move(*found));
  }
  std::vector<model::Record> records(model::RecordKind kind, const store::RecordFilter& filter) override {
    const auto unseen = inner_.unseen(eyes_.sight(), kind);
    auto records = kept(inner_.records(kind, filter), [&](const auto& one) { return !unseen.contains(model::id_of(one)); });
    if (is_personal(kind) || kind == model::RecordKind::attachment)
      for (auto& one : records) one = eyes_.shown(std::move(one));
    return records;
  }
  std::optional<store::RecordState> state(const Id& id) override {
    if (!eyes_.see(id)) return std::nullopt;
    return inner_.state(id);
  }
  std::optional<Id> referrer(const Id& record, const std::optional<store::Sight>&) override {
    return inner_.referrer(record, eyes_.sight());
  }
  std::optional<model::Sharing> sharing(const Id& record) override {
    if (!eyes_.see(record)) return std::nullopt;
    return inner_.sharing(record);
  }
  std::vector<OrganisationId> concerned(const Id& record) override {
    if (!eyes_.see(record)) return {};
    return inner_.concerned(record);
  }
  bool sees(const store::Sight& sight, const Id& record) override { return eyes_.see(record) && inner_.sees(sight, record); }
  std::set<Id> unseen(const store::Sight& sight, model::RecordKind kind) override { return inner_.unseen(sight, kind); }
  store::RecordPage list(const store::RecordQuery& query) override {
    if (!eyes_.see_all_personal() && looks_at_personal(query)) not_permitted();
    auto asked = query;
    asked.sight = eyes_.sight();
    auto page = inner_.list(asked);
    if (is_personal(query.kind) || query.kind == model::RecordKind::attachment)
      for (auto& row : page.rows) row.record = eyes_.shown(std::move(row.record));
    return page;
  }
  std::vector<Id> told_by(model::RecordKind kind, const std::string& part_of_id) override {
    return kept(inner_.told_by(kind, part_of_id), [&](const Id& id) { return eyes_.see(id); });
  }
  std::optional<Id> imported(const std::string& fingerprint) override {
    const auto id = inner_.imported(own_key(fingerprint));
    return id && eyes_.see(*id) ? id : std::nullopt;
  }

  std::vector<model::Citation> citations_of(const Id& record) override {
    if (!eyes_.see(record)) return {};
    return kept(inner_.citations_of(record), [&](const auto& one) { return eyes_.see_document(one.document); });
  }
  std::vector<model::Citation> citations(model::RecordKind kind) override {
    const auto unseen = inner_.unseen(eyes_.sight(), kind);
    return kept(inner_.citations(kind), [&](const auto& one) { return !unseen.contains(one.record) && eyes_.see_document(one.document); });
  }
  std::vector<model::Change> changes_of(const Id& record) override {
    std::vector<model::Change> changes;
    if (!eyes_.see(record)) return changes;
    bool hidden = false;  // what it was before the first entry they see
    // A part has no entry of its release: as the first change since then found it they were shown it.
    const auto sharing = inner_.sharing(record);
    const bool is_part = sharing && !sharing->follows.empty();
    for (auto& change : inner_.changes_of(record)) {
      auto shown = eyes_.shown(std::move(change));
      if (shown && hidden && !is_part && changes.empty()) shown->before.clear();
      if (shown)
        changes.push_back(std::move(*shown));
      else
        hidden = true;
    }
    return changes;
  }

  std::vector<model::Verdict> verdicts() override {
    return kept(inner_.verdicts(), [&](const auto& one) { return eyes_.see(one.one) && eyes_.see(one.other); });
  }
  std::vector<model::Choice> choices_of(const Id& record) override {
    if (!eyes_.see(record)) return {};
    return inner_.choices_of(record);
  }
  std::vector<model::Choice> choices(model::RecordKind kind) override {
    const auto unseen = inner_.unseen(eyes_.sight(), kind);
    return kept(inner_.choices(kind), [&](const auto& one) { return !unseen.contains(one.record); });
  }

  Id standing(const Id& record) override { return inner_.standing(record); }
  std::vector<model::Record> merged_away(model::RecordKind kind) override {
    return kept(inner_.merged_away(kind), [&](const auto& one) { return eyes_.see(model::id_of(one)); });
  }

  std::vector<model::CalendarFeed> calendar_feeds() override {
    return kept(inner_.calendar_feeds(), [&](const auto& one) { return one.account == eyes_.actor().account; });
  }
  std::optional<std::string> content(const std::string& sha256) override { return inner_.content(sha256); }
  std::vector<std::string> contents() override { not_permitted(); }

  std::vector<std::string> tables() override { not_permitted(); }
  void each_row(const std::string&, const store::TakeRow&) override { not_permitted(); }
  int schema_version() override { return inner_.schema_version(); }

  store::SearchPage search(const store::SearchQuery& query) override {
    auto asked = query;
    asked.sight = eyes_.sight();
    if (!eyes_.see_all_personal()) {
      for (const auto kind : {model::RecordKind::trainee, model::RecordKind::delegate}) asked.kinds_left_out.emplace_back(name_of(kind));
    }
    return inner_.search(asked);
  }
  std::vector<store::SearchHit> entries_naming(const Id&) override { not_permitted(); }
  int search_version() override { return inner_.search_version(); }

  std::optional<model::Rollup> rollup(const model::Rollup& key) override {
    return adds_up(key.organisation) ? inner_.rollup(key) : std::nullopt;
  }
  std::vector<model::Rollup> rollups_of(const OrganisationId& organisation) override {
    return adds_up(organisation) ? inner_.rollups_of(organisation) : std::vector<model::Rollup>{};
  }
  bool has_rollups() override { return inner_.has_rollups(); }
  bool rollups_due() override { return inner_.rollups_due(); }

  store::Accounts& accounts() override { not_permitted(); }
  store::Confirmations& confirmations() override { return inner_.confirmations(); }
  store::Journal& journal() override { return inner_.journal(); }

 protected:
  /// What only one side has is told apart from the same of the other.
  std::string own_key(const std::string& key) const { return key + "@" + eyes_.actor().side; }

  Interface& inner_;
  Eyes eyes_;

 private:
  template <class List, class Keep>
  static List kept(List list, Keep&& keep) {
    std::erase_if(list, [&](const auto& one) { return !keep(one); });
    return list;
  }
  std::optional<model::Document> visible(std::optional<model::Document> document) const {
    if (document && !eyes_.see(*document)) return std::nullopt;
    return document;
  }
  /// What was found in a document is its side's own work.
  bool reviews(const Id& document) {
    const auto found = inner_.document(document);
    return found && eyes_.is_own(found->side) && eyes_.see(*found);
  }
  /// Totals of a unit hold what all below it have released: they are for those who see all of that.
  bool adds_up(const OrganisationId& organisation) const {
    const auto& sight = eyes_.sight();
    return sight.whole_side || std::ranges::find(sight.within, organisation) != sight.within.end();
  }
};

}  // namespace kevai::reg
