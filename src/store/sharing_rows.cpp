#include "store/sharing_rows.hpp"

#include <set>

#include "store/row_mapping.hpp"
#include "store/statements.hpp"
#include "store/table.hpp"

namespace kevai::store {
namespace {

using model::RecordKind;

/// Every organisation a record names in a field.
struct CollectOrganisations {
  std::set<std::string>& ids;
  void add(const Id& id) const {
    if (!id.empty()) ids.insert(id.value);
  }
  void operator()(std::string_view, const OrganisationId& id) const { add(id); }
  void operator()(std::string_view, const model::Party& party) const { add(party.id); }
  void operator()(std::string_view, const std::vector<model::Party>& parties) const {
    for (const auto& party : parties) add(party.id);
  }
  void operator()(std::string_view, const auto&) const {}
};

/// The record of which this one is a part; empty where it stands by itself.
Id whole_of(const model::Record& record) {
  if (const auto* trainee = std::get_if<model::Trainee>(&record)) return trainee->course;
  if (const auto* delegate = std::get_if<model::Delegate>(&record)) return delegate->activity;
  if (const auto* item = std::get_if<model::AgendaItem>(&record)) return item->activity;
  if (const auto* attachment = std::get_if<model::Attachment>(&record)) return attachment->record;
  if (const auto* note = std::get_if<model::Note>(&record)) return note->record;
  return {};
}

Id partnership_of(const model::Record& record) {
  return std::visit(
      [](const auto& r) -> Id {
        if constexpr (requires { r.partnership; }) return r.partnership;
        return {};
      },
      record);
}

std::string list_of(const std::vector<OrganisationId>& ids, const Parameter& parameter) {
  std::string list;
  for (const auto& id : ids) list += (list.empty() ? "" : ", ") + parameter(id.value);
  return "(" + list + ")";
}

/// Those every account may see that may see anything: the frame the two sides share.
constexpr const char* frame = "('organisation', 'division', 'partnership', 'occasion')";

}  // namespace

std::optional<model::Sharing> sharing_of(sql::Connection& connection, const Id& record) {
  sql::Query row = query(connection, "sharing/find");
  row.bind(record.value);
  if (!row.next()) return std::nullopt;
  return model::Sharing{.record = record,
                        .side = row.text(0),
                        .entered_by = {{row.text(1)}},
                        .state = mapping::read_enum<model::SharingState>(row, 2, "record.sharing"),
                        .follows = {row.text(3)}};
}

void set_sharing(sql::Connection& connection, const model::Sharing& sharing) {
  const std::string state(name_of(sharing.state));
  query(connection, "sharing/set").bind(sharing.record.value).bind(sharing.side).bind_or_null(sharing.entered_by.value).bind(state).run();
  query(connection, "sharing/set_of_parts").bind(sharing.record.value).bind(state).run();
}

void put_concerns(sql::Connection& connection, const model::Record& record, bool is_new) {
  const Id& id = model::id_of(record);
  std::set<std::string> organisations;
  std::visit([&](const auto& r) { describe(r, CollectOrganisations{organisations}); }, record);
  if (!is_new) query(connection, "sharing/clear_concerns").bind(id.value).run();
  for (const auto& organisation : organisations) query(connection, "sharing/add_concern").bind(id.value).bind(organisation).run();
  if (const Id partnership = partnership_of(record); !partnership.empty())
    query(connection, "sharing/add_concerns_of_partnership").bind(id.value).bind(partnership.value).run();
  if (const Id whole = whole_of(record); !whole.empty()) {
    query(connection, "sharing/follow").bind(id.value).bind(whole.value).run();
    query(connection, "sharing/add_concerns_of_whole").bind(id.value).run();
  }
  if (is_new) return;
  query(connection, "sharing/add_concerns_to_parts").bind(id.value).run();
  if (model::kind_of(record) != RecordKind::partnership) return;
  for (const char* table : {"agreement", "commitment", "activity", "observation", "occasion", "support", "award", "course", "proposal"})
    connection
        .query("insert into record_concern (record_id, organisation_id) select t.id, c.organisation_id from " + Table::quoted(table) +
               " t join record_concern c on c.record_id = t.partnership where t.partnership = $1 on conflict do nothing")
        .bind(id.value)
        .run();
}

std::vector<OrganisationId> concerned_by(sql::Connection& connection, const Id& record) {
  sql::Query rows = query(connection, "sharing/list_concerns");
  rows.bind(record.value);
  std::vector<OrganisationId> organisations;
  while (rows.next()) organisations.push_back({{rows.text(0)}});
  return organisations;
}

std::string seen(const Sight& sight, const std::string& id, const Parameter& parameter) {
  if (sight.side.empty()) return "exists (select 1 from record r where r.id = " + id + " and r.sharing = 'open')";
  const std::string side = parameter(sight.side);
  // Few are drafts: those of the other side are left out, as an index lists them.
  if (sight.whole_side)
    return id + " not in (select id from record where sharing = 'draft' and side <> " + side + " and (side <> '' or kind = 'note'))";
  return "exists (select 1 from record r where r.id = " + id + " and (r.sharing = 'open' or ((r.sharing <> 'draft' or r.side = " + side +
         " or (r.side = '' and r.kind <> 'note')) and (r.kind in " + frame + " or " + reached(sight, parameter) + "))))";
}

std::string reached(const Sight& sight, const Parameter& parameter) {
  if (sight.whole_side) return "1 = 1";
  const std::string none = "not exists (select 1 from record_concern c where c.record_id = r.id)";
  if (sight.within.empty()) return none;
  const std::string within = list_of(sight.within, parameter);
  return none + " or r.entered_by in " + within +
         " or exists (select 1 from record_concern c where c.record_id = r.id and c.organisation_id in " + within + ")";
}

std::set<Id> unseen(sql::Connection& connection, const Sight& sight, RecordKind kind) {
  std::vector<std::string> values;
  const auto parameter = [&](const std::string& value) {
    values.push_back(value);
    return "$" + std::to_string(values.size());
  };
  sql::Query rows = connection.query("select t0.id from " + Table::quoted(std::string(name_of(kind))) + " t0 where not (" +
                                     seen(sight, "t0.id", parameter) + ")");
  for (const auto& value : values) rows.bind(value);
  std::set<Id> ids;
  while (rows.next()) ids.insert({rows.text(0)});
  return ids;
}

bool sees(sql::Connection& connection, const Sight& sight, const Id& record) {
  std::vector<std::string> values;
  const auto parameter = [&](const std::string& value) {
    values.push_back(value);
    return "$" + std::to_string(values.size());
  };
  const std::string id = parameter(record.value);
  sql::Query row = connection.query("select 1 from record where id = " + id + " and " + seen(sight, id, parameter));
  for (const auto& value : values) row.bind(value);
  return row.next();
}

}  // namespace kevai::store
