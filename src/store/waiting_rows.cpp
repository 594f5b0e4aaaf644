#include "store/confirmation_rows.hpp"
#include "store/row_mapping.hpp"
#include "store/sharing_rows.hpp"

/// What waits for a side, as one list of several sources.
namespace kevai::store {
namespace {

constexpr const char* joint = "('agreement', 'commitment', 'activity', 'course', 'support', 'award', 'proposal')";
constexpr const char* stands = " and r.merged_into is null and r.removed_at is null";

/// The statement under way, and the values of its parameters.
struct Asking {
  std::vector<std::string> values{};
  std::string add(const std::string& value) {
    values.push_back(value);
    return "$" + std::to_string(values.size());
  }
};

/// The side's drafts, but notes and parts: these go nowhere by themselves.
std::string drafts_sql(const WaitingQuery& query, Asking& asking) {
  const std::string side = asking.add(query.side);
  const auto parameter = [&](const std::string& value) { return asking.add(value); };
  return "select r.id as record, r.kind as kind, 'release' as asked, r.changed_at as since, '' as due_on from record r "
         "where r.sharing = 'draft' and r.side = " +
         side + " and r.follows is null" + stands + (query.reach ? " and (" + reached(*query.reach, parameter) + ")" : "");
}

/// Columns: record, kind, what is asked, since when, due on.
std::string waiting_sql(const WaitingQuery& query, Asking& asking) {
  const std::string side = asking.add(query.side);
  const auto parameter = [&](const std::string& value) { return asking.add(value); };
  const std::string reach = query.reach ? " and (" + reached(*query.reach, parameter) + ")" : "";
  const std::string open_of = " and exists (select 1 from dispute d where d.record_id = r.id and d.outcome = 'open'";
  const std::string no_open_of = " and not exists (select 1 from dispute d where d.record_id = r.id and d.outcome = 'open'";
  const std::string said = " from record r left join confirmation m on m.record_id = r.id and m.side = " + side +
                           " left join confirmation o on o.record_id = r.id and o.side <> " + side;
  const std::string shared = " where r.sharing <> 'draft' and r.kind in " + std::string(joint) + stands + reach;
  std::string sql =
      "select r.id as record, r.kind as kind, case when m.version is null then 'confirm' else 'changed' end as asked, "
      "case when o.said_at > r.changed_at then o.said_at else r.changed_at end as since, '' as due_on" +
      said + shared + " and (m.version is null or m.version < r.version)" + no_open_of + " and d.side = " + side + ")" +
      " and (r.kind <> 'proposal' or not exists (select 1 from proposal p where p.id = r.id and p.state = 'submitted'))";
  sql +=
      " union all select r.id, r.kind, 'settle', (select min(d.said_at) from dispute d where d.record_id = r.id and "
      "d.outcome = 'open' and d.side <> " +
      side + "), '' from record r" + shared + " and r.side in ('', " + side + ")" + open_of + " and d.side <> " + side + ")";
  sql += " union all select r.id, r.kind, 'publish', o.opened_at, ''" + said + shared +
         " and r.sharing = 'released' and m.version = r.version and o.version = r.version and o.opened_at <> '' and m.opened_at = ''" +
         no_open_of + ")";
  const bool whole = !query.reach || query.reach->whole_side;
  std::string desks = "select id from organisation where country = " + side;
  if (!whole) {
    std::string list;
    for (const auto& id : query.reach->within) list += (list.empty() ? "" : ", ") + parameter(id.value);
    desks += list.empty() ? " and 1 = 0" : " and id in (" + list + ")";
  }
  sql +=
      " union all select r.id, r.kind, 'decide', r.changed_at, coalesce(p.due_on, '') from proposal p join record r on r.id = p.id "
      "where p.state = 'submitted' and p.desk in (" +
      desks + ") and (r.sharing <> 'draft' or r.side in ('', " + side + "))" + stands;
  return sql;
}

std::string narrowed(const WaitingQuery& query, Asking& asking) {
  const bool drafts = query.asked == model::Asked::release;
  std::string sql = " from (" + (drafts ? drafts_sql(query, asking) : waiting_sql(query, asking)) + ") waiting where 1 = 1";
  if (query.asked && !drafts) sql += " and asked = " + asking.add(std::string(name_of(*query.asked)));
  return sql;
}

void bind(sql::Query& rows, const Asking& asking) {
  for (const auto& value : asking.values) rows.bind(value);
}

}  // namespace

std::vector<Waiting> ConfirmationRows::waiting(const WaitingQuery& query) {
  Asking asking;
  std::string sql = "select record, kind, asked, since, due_on" + narrowed(query, asking);
  if (query.after) {
    const std::string since = asking.add(query.after->since), record = asking.add(query.after->record.value);
    const std::string asked = asking.add(std::string(name_of(query.after->asked)));
    sql += " and (since > " + since + " or (since = " + since + " and (record > " + record + " or (record = " + record + " and asked > " +
           asked + "))))";
  }
  sql += " order by since, record, asked limit " + std::to_string(query.limit);
  sql::Query rows = sql_.query(sql);
  bind(rows, asking);
  std::vector<Waiting> found;
  while (rows.next())
    found.push_back({.record = {rows.text(0)},
                     .kind = mapping::read_enum<model::RecordKind>(rows, 1, "record.kind"),
                     .asked = mapping::read_enum<model::Asked>(rows, 2, "waiting.asked"),
                     .since = rows.text(3),
                     .due_on = rows.text(4)});
  return found;
}

std::int64_t ConfirmationRows::count_waiting(const WaitingQuery& query) {
  Asking asking;
  const std::string sql = "select count(*)" + narrowed(query, asking);
  sql::Query row = sql_.query(sql);
  bind(row, asking);
  row.next();
  return row.integer(0);
}

}  // namespace kevai::store
