#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <set>
#include <utility>

#include "http/name_candidates.hpp"
#include "http/routes.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

using Pairs = std::vector<reg::PersonPair>;

struct Decision {
  Pairs same;
  Pairs different;
};

bool read_id(const json::value& value, Id& id) {
  if (!value.is_string()) return false;
  id.value = std::string(value.get_string());
  return is_uuid(id.value);
}

/// A list of pairs of ids; none where it is left out. False where it is anything else.
bool read_pairs(const json::object& body, std::string_view name, Pairs& pairs) {
  const auto* list = body.if_contains(name);
  if (!list) return true;
  if (!list->is_array()) return false;
  for (const auto& item : list->get_array()) {
    const auto* two = item.if_array();
    reg::PersonPair pair;
    if (!two || two->size() != 2 || !read_id((*two)[0], pair.one) || !read_id((*two)[1], pair.other))
      return false;
    pairs.push_back(std::move(pair));
  }
  return true;
}

Result<Decision> read_decision(const std::string& text) {
  boost::system::error_code error;
  const auto body = json::parse(text, error);
  if (error) return fail(Failure::invalid, "json_malformed", {}, error.message());
  Decision decision;
  const auto* object = body.if_object();
  if (!object || !read_pairs(*object, "same", decision.same) ||
      !read_pairs(*object, "different", decision.different) ||
      (decision.same.empty() && decision.different.empty()))
    return fail(Failure::invalid, "names_malformed");
  std::set<std::pair<Id, Id>> joined;
  for (const auto& pair : decision.same) joined.insert(std::minmax(pair.one, pair.other));
  for (const auto& pair : decision.different)
    if (joined.contains(std::minmax(pair.one, pair.other))) return fail(Failure::invalid, "names_malformed");
  return decision;
}

}  // namespace

Result<Response> list_names(const Call& call) {
  json::array candidates;
  call.context.store.read([&](store::Reader& reader) {
    const auto organisations = organisations_of(reader);
    for (const auto& candidate : reg::name_candidates(reader))
      candidates.push_back(to_json(candidate, organisations, call.language));
  });
  return json_response({{"candidates", std::move(candidates)}});
}

Result<Response> decide_names(const Call& call) {
  const auto decision = read_decision(call.request.body);
  if (!decision) return std::unexpected(decision.error());
  const auto decided =
      reg::decide_names(call.context.store, decision->same, decision->different, call.context.who);
  if (!decided) return std::unexpected(decided.error());
  return json_response({{"same", decided->same}, {"different", decided->different}});
}

}  // namespace kevai::http
