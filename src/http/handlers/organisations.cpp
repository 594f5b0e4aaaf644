#include "http/report_choice.hpp"
#include "http/routes.hpp"
#include "register/tree_json.hpp"

namespace kevai::http {
namespace {

Result<std::string> day_asked(const Call& call) {
  return reg::tree_day(std::string(call.target.get("as_of")), call.context.today());
}

}  // namespace

Result<Response> get_tree(const Call& call) {
  const auto day = day_asked(call);
  if (!day) return std::unexpected(day.error());
  boost::json::object shown;
  call.context.store.read([&](store::Reader& reader) { shown = reg::to_json(reg::read_tree(reader, *day), call.target.get("country")); });
  return json_response(shown);
}

Result<Response> get_totals(const Call& call) {
  const auto day = day_asked(call);
  if (!day) return std::unexpected(day.error());
  const auto period = period_of(call.target.get("from"), call.target.get("to"));
  if (!period) return std::unexpected(period.error());
  const bool with_below = call.target.get("below") == "true";
  Result<reg::OrganisationTotals> totals;
  call.context.store.read(
      [&](store::Reader& reader) { totals = reg::totals_of(reader, reg::read_tree(reader, *day), {call.id}, *period, with_below); });
  if (!totals) return std::unexpected(totals.error());
  return json_response(reg::to_json(*totals));
}

Result<Response> get_measures(const Call& call) {
  const auto day = day_asked(call);
  if (!day) return std::unexpected(day.error());
  Result<reg::Measures> measures;
  call.context.store.read([&](store::Reader& reader) { measures = reg::measures_of(reader, {call.id}, *day); });
  if (!measures) return std::unexpected(measures.error());
  return json_response(reg::to_json(*measures));
}

}  // namespace kevai::http
