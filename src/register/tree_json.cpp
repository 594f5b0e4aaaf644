#include "register/tree_json.hpp"

#include <boost/json/array.hpp>
#include <cmath>

#include "model/record_json.hpp"

namespace kevai::reg {
namespace {

namespace json = boost::json;

/// Shares of persons and visits are told to the hundredth.
json::value count(double value) {
  return model::number_json(std::round(value * 100) / 100);
}

void put(json::object& into, std::string_view name, double value) {
  if (value != 0) into[name] = count(value);
}

void put(json::object& into, std::string_view name, const Quantity& quantity) {
  if (quantity) into[name] = model::to_json(quantity);
}

json::array shares_json(const std::map<OrganisationId, double>& shares) {
  json::array array;
  for (const auto& [id, share] : shares) array.push_back({{"organisation", id.value}, {"share", model::number_json(share * 100)}});
  return array;
}

json::object to_json(const Visits& visits) {
  json::object object{{"visits", count(visits.visits)}};
  put(object, "person_trips", visits.person_trips);
  put(object, "visits_without_number", visits.unsized);
  put(object, "distinct_persons", visits.persons);
  put(object, "delegates_not_identified", visits.unidentified);
  return object;
}

json::object to_json(const std::map<std::string, Quantity>& by_currency) {
  json::object object;
  for (const auto& [currency, sum] : by_currency) object[currency] = model::to_json(sum);
  return object;
}

json::object to_json(const Gifts& gifts) {
  json::object object{{"times", count(gifts.times)}};
  if (!gifts.money.empty()) object["money"] = to_json(gifts.money);
  if (!gifts.worth.empty()) object["worth"] = to_json(gifts.worth);
  json::array goods;
  for (const auto& [what, sum] : gifts.goods) {
    json::object thing{{"item", what.first}};
    if (!what.second.empty()) thing["unit"] = what.second;
    put(thing, "value", sum);
    goods.push_back(std::move(thing));
  }
  if (!goods.empty()) object["goods"] = std::move(goods);
  return object;
}

void list(const Tree& tree, const OrganisationId& id, std::string_view country, int depth, json::array& into) {
  for (const OrganisationId& child : tree.children(id)) {
    const auto organisation = tree.find(child);
    if (!country.empty() && organisation->country != country) continue;
    json::object shown = model::to_json(model::Record(*organisation));
    shown.erase("parent");
    if (!id.empty()) shown["parent"] = id.value;
    shown["depth"] = depth;
    if (const auto inherited = inherited_on(tree, child, tree.day()); !inherited.empty()) shown["inherited"] = shares_json(inherited);
    into.push_back(std::move(shown));
    list(tree, child, country, depth + 1, into);
  }
}

json::object to_json(const Number& number) {
  json::object object{{"measure", number.row.measure}};
  if (!number.row.from.empty()) object["valid_from"] = number.row.from;
  if (!number.row.to.empty()) object["valid_to"] = number.row.to;
  put(object, "value", number.row.value());
  if (!number.row.said_by.empty()) object["stated"] = number.row.said_by.value;
  if (!number.row.said_on.empty()) object["stated_on"] = number.row.said_on;
  object["reported"] = number.row.reported;
  object["of"] = number.of;
  object["numbers"] = number.row.stated();
  if (number.inherited.empty()) return object;
  json::array inherited;
  for (const auto& one : number.inherited)
    inherited.push_back(
        {{"organisation", one.from.value}, {"share", model::number_json(one.share * 100)}, {"value", model::to_json(one.value)}});
  object["inherited"] = std::move(inherited);
  put(object, "together", number.together);
  return object;
}

json::object to_json(const Progress& progress) {
  json::object object{{"target", model::to_json(model::Record(progress.target))}};
  if (progress.newest) object["newest"] = to_json(*progress.newest);
  put(object, "percent", progress.percent);
  return object;
}

}  // namespace

json::object to_json(const Tree& tree, std::string_view country) {
  json::array standing;
  list(tree, {}, country, 0, standing);
  json::array ended;
  for (const auto& organisation : tree.organisations()) {
    if (!has_ended(organisation, tree.day()) || (!country.empty() && organisation.country != country)) continue;
    json::object shown = model::to_json(model::Record(organisation));
    if (const auto heirs = heirs_on(tree, organisation.id, tree.day()); !heirs.empty()) shown["heirs"] = shares_json(heirs);
    ended.push_back(std::move(shown));
  }
  return {{"as_of", tree.day()}, {"organisations", std::move(standing)}, {"ended", std::move(ended)}};
}

json::object to_json(const Totals& totals) {
  json::object object{{"out", to_json(totals.out)}, {"in", to_json(totals.in)}};
  put(object, "courses", totals.courses);
  put(object, "trainees", totals.trainees);
  put(object, "women", totals.women);
  object["given"] = to_json(totals.given);
  object["received"] = to_json(totals.received);
  object["agreements_in_force"] = count(totals.agreements);
  json::object commitments;
  for (const auto& [state, number] : totals.commitments) put(commitments, name_of(state), number);
  object["commitments"] = std::move(commitments);
  put(object, "undated", totals.undated);
  return object;
}

json::object to_json(const OrganisationTotals& totals) {
  json::object object{{"organisation", totals.organisation.value}, {"as_of", totals.as_of}};
  if (totals.period.from) object["from"] = totals.period.from.text();
  if (totals.period.to) object["to"] = totals.period.to.text();
  if (!totals.heirs.empty()) object["heirs"] = shares_json(totals.heirs);
  object["own"] = to_json(totals.own);
  json::array inherited;
  for (const auto& one : totals.inherited)
    inherited.push_back(
        {{"organisation", one.from.value}, {"share", model::number_json(one.share * 100)}, {"totals", to_json(one.totals)}});
  object["inherited"] = std::move(inherited);
  object["together"] = to_json(totals.together);
  if (totals.with_below) object["with_below"] = to_json(*totals.with_below);
  return object;
}

json::object to_json(const Measures& measures) {
  json::array numbers;
  for (const Number& number : measures.numbers) numbers.push_back(to_json(number));
  json::array targets;
  for (const Progress& progress : measures.targets) targets.push_back(to_json(progress));
  return {{"organisation", measures.organisation.value},
          {"as_of", measures.as_of},
          {"numbers", std::move(numbers)},
          {"targets", std::move(targets)}};
}

}  // namespace kevai::reg
