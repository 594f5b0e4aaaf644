#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <climits>
#include <tuple>

#include "http/agreements.hpp"
#include "http/names.hpp"
#include "http/routes.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;
using model::RecordKind;

/// All the overview is made from.
struct Register {
  Organisations organisations;
  std::vector<model::Partnership> partnerships;
  Agreements agreements;
  std::vector<model::Activity> activities;
  std::size_t documents = 0;
  std::size_t waiting = 0;
  std::size_t persons = 0;
  bool samples = false;
};

template <class T>
std::vector<T> records_of(store::Reader& reader, RecordKind kind) {
  std::vector<T> records;
  for (auto& record : reader.records(kind)) records.push_back(std::get<T>(std::move(record)));
  return records;
}

Register read_register(store::Store& store) {
  Register all;
  store.read([&](store::Reader& reader) {
    all.organisations = organisations_of(reader);
    all.partnerships = records_of<model::Partnership>(reader, RecordKind::partnership);
    all.agreements = records_of<model::Agreement>(reader, RecordKind::agreement);
    all.activities = records_of<model::Activity>(reader, RecordKind::activity);
    all.persons = reader.records(RecordKind::person).size();
    all.waiting = reader.findings({{}, model::FindingState::waiting}).size();
    const auto documents = reader.documents();
    all.documents = documents.size();
    all.samples = std::any_of(documents.begin(), documents.end(), [](const auto& d) { return d.sample; });
  });
  return all;
}

const model::Organisation* known(const model::Party& party, const Organisations& organisations) {
  const auto found = organisations.find(party.id.value);
  return found == organisations.end() ? nullptr : &found->second;
}

/// National bodies and sectors first, then along the border from north to south, then those away from it.
auto border_place(const model::Partnership& partnership, const Organisations& organisations) {
  int level = INT_MAX, viet_nam = INT_MAX, laos = INT_MAX;
  for (const auto& party : partnership.parties) {
    const auto* organisation = known(party, organisations);
    if (!organisation) continue;
    level = std::min(level, static_cast<int>(organisation->level));
    const int order = organisation->border_order;
    if (order == 0) continue;
    auto& place = organisation->country == "VN" ? viet_nam : laos;
    place = std::min(place, order);
  }
  const bool along_border = level >= static_cast<int>(model::Level::province);
  return std::tuple(along_border ? static_cast<int>(model::Level::province) : level, viet_nam, laos, partnership.id);
}

std::string country_of_guest(const model::Activity& visit, const Organisations& organisations) {
  if (visit.kind != model::ActivityKind::visit || visit.parties.empty()) return {};
  const auto* guest = known(visit.parties.front(), organisations);
  return guest ? guest->country : "";
}

json::array parties_json(const model::Partnership& partnership, const Register& all, text::Language language) {
  json::array parties;
  for (const auto& party : partnership.parties) {
    json::object shown{{"id", party.id.value}};
    if (const auto* organisation = known(party, all.organisations)) {
      for (const auto& field : to_json(*organisation, language)) shown[field.key()] = field.value();
    } else {
      shown["name"] = party.stated;
    }
    parties.push_back(std::move(shown));
  }
  return parties;
}

json::object agreement_json(const model::Agreement& agreement) {
  json::object shown{{"id", agreement.id.value}, {"kind", name_of(agreement.kind)}};
  if (agreement.from) shown["from"] = agreement.from.text();
  if (agreement.to) shown["to"] = agreement.to.text();
  return shown;
}

json::object partnership_json(const model::Partnership& partnership, const Register& all, const Call& call, const std::string& today) {
  int activities = 0, out = 0, in = 0;
  const model::Activity* last = nullptr;
  for (const auto& activity : all.activities) {
    if (activity.partnership != partnership.id) continue;
    ++activities;
    const auto guest = country_of_guest(activity, all.organisations);
    out += guest == "VN";
    in += guest == "LA";
    const auto day = activity.date.first_day();
    if (!day.empty() && (!last || day > last->date.first_day())) last = &activity;
  }
  json::array in_force_now;
  for (const auto& agreement : all.agreements)
    if (agreement.partnership == partnership.id && in_force(agreement, all.agreements, today))
      in_force_now.push_back(agreement_json(agreement));

  json::object shown{{"id", partnership.id.value},
                     {"name", partnership_name(partnership, all.organisations, call.language)},
                     {"parties", parties_json(partnership, all, call.language)}};
  if (partnership.since) shown["since"] = partnership.since.text();
  shown["agreements_in_force"] = std::move(in_force_now);
  shown["activities"] = activities;
  shown["visits_out"] = out;
  shown["visits_in"] = in;
  if (last) shown["last_activity"] = {{"id", last->id.value}, {"kind", name_of(last->kind)}, {"date", last->date.text()}};
  return shown;
}

json::object ending_json(const Ending& ending, const Register& all, text::Language language) {
  const auto& agreement = *ending.agreement;
  json::object shown{{"agreement", agreement.id.value}, {"kind", name_of(agreement.kind)}};
  const auto is_it = [&](const auto& partnership) { return partnership.id == agreement.partnership; };
  const auto partnership = std::find_if(all.partnerships.begin(), all.partnerships.end(), is_it);
  if (partnership != all.partnerships.end()) {
    shown["partnership"] = partnership->id.value;
    shown["partnership_name"] = partnership_name(*partnership, all.organisations, language);
  }
  shown["to"] = agreement.to.text();
  shown["days_left"] = ending.days_left;
  return shown;
}

}  // namespace

Result<Response> get_overview(const Call& call) {
  auto all = read_register(call.context.store);
  const auto today = call.context.today();
  std::sort(all.partnerships.begin(), all.partnerships.end(),
            [&](const auto& a, const auto& b) { return border_place(a, all.organisations) < border_place(b, all.organisations); });
  json::array partnerships, ends_soon;
  for (const auto& partnership : all.partnerships) partnerships.push_back(partnership_json(partnership, all, call, today));
  for (const auto& ending : ending_soon(all.agreements, today)) ends_soon.push_back(ending_json(ending, all, call.language));

  return json_response({{"today", today},
                        {"samples", all.samples},
                        {"totals",
                         {{"documents", all.documents},
                          {"findings_waiting", all.waiting},
                          {"partnerships", all.partnerships.size()},
                          {"agreements", all.agreements.size()},
                          {"activities", all.activities.size()},
                          {"persons", all.persons}}},
                        {"partnerships", std::move(partnerships)},
                        {"ends_soon", std::move(ends_soon)}});
}

}  // namespace kevai::http
