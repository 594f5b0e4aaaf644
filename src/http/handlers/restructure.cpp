#include "register/restructure.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <functional>

#include "http/record_answer.hpp"
#include "http/routes.hpp"
#include "register/edit.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

std::unexpected<Error> malformed(std::string_view field, std::string_view expected) {
  return fail(Failure::invalid, "value_malformed", {{"field", std::string(field)}, {"expected", std::string(expected)}});
}

/// Names none but these.
Result<> check_names(const json::object& given, std::initializer_list<std::string_view> names) {
  for (const auto& [name, value] : given)
    if (std::ranges::find(names, std::string_view(name)) == names.end()) return fail(Failure::invalid, "field_unknown", {{"field", name}});
  return {};
}

Result<json::object> body_of(const Call& call, std::initializer_list<std::string_view> names) {
  auto body = parse_object(call.request.body);
  if (body)
    if (const auto checked = check_names(*body, names); !checked) return std::unexpected(checked.error());
  return body;
}

/// A text of that name; empty where it is left out.
Result<std::string> text_in(const json::object& given, std::string_view name) {
  const auto* value = given.if_contains(name);
  if (!value) return std::string();
  if (!value->is_string()) return malformed(name, "text");
  return std::string(value->get_string());
}

Result<PartialDate> day_in(const json::object& given) {
  const auto text = text_in(given, "on");
  const auto date = text ? PartialDate::parse(*text) : std::nullopt;
  if (!date || date->precision() < 3) return malformed("on", "2025-07-01");
  return *date;
}

/// The organisations of that name; none where it is left out.
Result<std::vector<OrganisationId>> organisations_in(const json::object& given, std::string_view name) {
  std::vector<OrganisationId> ids;
  const auto* value = given.if_contains(name);
  if (!value) return ids;
  if (!value->is_array()) return malformed(name, "[\"vn.kon-tum\"]");
  for (const auto& id : value->get_array()) {
    if (!id.is_string()) return malformed(name, "[\"vn.kon-tum\"]");
    ids.push_back({{std::string(id.get_string())}});
  }
  return ids;
}

/// `{"organisation": "vn.quang-ngai"}`, or `{"fields": {…}}` of one to be made.
Result<reg::Body> heir_in(const json::object& given) {
  const auto* fields = given.if_contains("fields");
  const auto id = text_in(given, "organisation");
  if (!id) return std::unexpected(id.error());
  if ((fields != nullptr) == !id->empty() || (fields && !fields->is_object()))
    return malformed("organisation", R"({"organisation": "vn.quang-ngai"}, {"fields": {"name_vi": "…"}})");
  return fields ? reg::Body{{}, fields->get_object()} : reg::Body{{{*id}}, {}};
}

Result<reg::Merger> merger_of(const Call& call) {
  const auto body = body_of(call, {"with", "into", "on"});
  if (!body) return std::unexpected(body.error());
  const auto with = organisations_in(*body, "with");
  if (!with) return std::unexpected(with.error());
  const auto on = day_in(*body);
  if (!on) return std::unexpected(on.error());
  const auto* into = body->if_contains("into");
  if (!into || !into->is_object()) return malformed("into", R"({"organisation": "vn.quang-ngai"})");
  if (const auto checked = check_names(into->get_object(), {"organisation", "fields"}); !checked) return std::unexpected(checked.error());
  auto heir = heir_in(into->get_object());
  if (!heir) return std::unexpected(heir.error());
  reg::Merger merger{.from = {{{call.id}}}, .into = std::move(*heir), .on = *on};
  merger.from.insert(merger.from.end(), with->begin(), with->end());
  return merger;
}

/// An heir, and who below goes with it.
Result<> add_heir(const json::value& given, reg::Partition& partition) {
  const char* const form = R"([{"organisation": "vn.bac", "share": 60}])";
  if (!given.is_object()) return malformed("heirs", form);
  const auto& heir = given.get_object();
  if (const auto checked = check_names(heir, {"organisation", "fields", "share", "children"}); !checked) return checked;
  const auto* share = heir.if_contains("share");
  if (!share || !share->is_number()) return malformed("heirs", form);
  auto body = heir_in(heir);
  if (!body) return std::unexpected(body.error());
  const auto children = organisations_in(heir, "children");
  if (!children) return std::unexpected(children.error());
  for (const auto& child : *children)
    if (!partition.children.emplace(child, partition.heirs.size()).second)
      return fail(Failure::invalid, "division_twice", {{"organisation", child.value}});
  partition.heirs.push_back({std::move(*body), share->to_number<double>()});
  return {};
}

Result<reg::Partition> partition_of(const Call& call) {
  const auto body = body_of(call, {"heirs", "rule", "on"});
  if (!body) return std::unexpected(body.error());
  const auto on = day_in(*body);
  if (!on) return std::unexpected(on.error());
  auto rule = text_in(*body, "rule");
  if (!rule) return std::unexpected(rule.error());
  reg::Partition partition{.organisation = {{call.id}}, .heirs = {}, .rule = std::move(*rule), .on = *on, .children = {}};
  const auto* heirs = body->if_contains("heirs");
  if (!heirs || !heirs->is_array()) return malformed("heirs", R"([{"organisation": "vn.bac", "share": 60}])");
  for (const auto& heir : heirs->get_array())
    if (const auto added = add_heir(heir, partition); !added) return std::unexpected(added.error());
  return partition;
}

Result<reg::Renaming> renaming_of(const Call& call) {
  const auto body = body_of(call, {"name_vi", "name_lo", "name_en", "on"});
  if (!body) return std::unexpected(body.error());
  const auto on = day_in(*body);
  if (!on) return std::unexpected(on.error());
  reg::Renaming renaming{.organisation = {{call.id}}, .name_vi = {}, .name_lo = {}, .name_en = {}, .on = *on};
  for (const auto& [name, field] :
       {std::pair("name_vi", &renaming.name_vi), {"name_lo", &renaming.name_lo}, {"name_en", &renaming.name_en}}) {
    auto text = text_in(*body, name);
    if (!text) return std::unexpected(text.error());
    *field = std::move(*text);
  }
  return renaming;
}

using Work = std::function<Result<std::vector<OrganisationId>>(store::Writer&)>;

/// Does it in one transaction, and answers with the organisation of the path as it is then, and who came after it.
Result<Response> restructured(const Call& call, const Work& work) {
  return reg::write(call.context.store, [&](store::Writer& writer) -> Result<Response> {
    const auto heirs = work(writer);
    if (!heirs) return std::unexpected(heirs.error());
    json::array ids;
    for (const OrganisationId& heir : *heirs) ids.push_back(json::string(heir.value));
    const auto held = find_record(writer, model::RecordKind::organisation, call.id);
    if (!held) return unknown_record(call.id);
    auto response = json_response(json::object{{"organisation", to_json(held->record, held->state)}, {"heirs", std::move(ids)}});
    response.headers.emplace_back("ETag", held->etag);
    return response;
  });
}

}  // namespace

Result<Response> merge_organisation(const Call& call) {
  const auto merger = merger_of(call);
  if (!merger) return std::unexpected(merger.error());
  return restructured(call, [&](store::Writer& writer) -> Result<std::vector<OrganisationId>> {
    const auto heir = reg::merge_organisations(writer, *merger, call.context.who);
    if (!heir) return std::unexpected(heir.error());
    return std::vector{*heir};
  });
}

Result<Response> split_organisation(const Call& call) {
  const auto partition = partition_of(call);
  if (!partition) return std::unexpected(partition.error());
  return restructured(call, [&](store::Writer& writer) { return reg::divide_organisation(writer, *partition, call.context.who); });
}

Result<Response> rename_organisation(const Call& call) {
  const auto renaming = renaming_of(call);
  if (!renaming) return std::unexpected(renaming.error());
  return restructured(call, [&](store::Writer& writer) -> Result<std::vector<OrganisationId>> {
    if (const auto done = reg::rename_organisation(writer, *renaming, call.context.who); !done) return std::unexpected(done.error());
    return std::vector<OrganisationId>();
  });
}

Result<Response> undo_restructuring(const Call& call) {
  const auto body = body_of(call, {"reason"});
  if (!body) return std::unexpected(body.error());
  const auto reason = text_in(*body, "reason");
  if (!reason) return std::unexpected(reason.error());
  return restructured(call, [&](store::Writer& writer) { return reg::undo_restructuring(writer, {{call.id}}, *reason, call.context.who); });
}

}  // namespace kevai::http
