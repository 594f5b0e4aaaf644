#include <algorithm>
#include <array>
#include <charconv>

#include "model/rules/breach.hpp"

/// The rules of organisations, their tree and who came after them.
namespace kevai::model::rules {
namespace {

constexpr std::size_t longest_id = 100;  // of an address people read

/// `vn.nghe-an`, `la.sector.education`: of this country.
bool is_organisation_id(const std::string& id, const std::string& country) {
  if (id.size() > longest_id) return false;
  if (country == "VN" ? !id.starts_with("vn.") : !id.starts_with("la.")) return false;
  char before = '.';
  for (const char c : id.substr(3)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!plain && ((c != '-' && c != '.') || before == '.' || before == '-')) return false;
    before = c;
  }
  return before != '.' && before != '-';
}

void same_country(Breaches& broken, const Register& in, std::string_view field, const std::string& country, const Id& named) {
  const auto other = held<Organisation>(in, named);
  if (other && other->country != country) broken.push_back(breach("organisation_of_other_country", field, {{"id", named.value}}));
}

/// Those who came after an organisation, as a whole or in part; `but` is left out: it is being changed.
std::vector<Id> after(const Register& in, const Id& id, const Id& but = {}) {
  std::vector<Id> ids;
  if (const auto one = held<Organisation>(in, id)) ids.push_back(one->successor);
  for (const Record& record : in.referring(RecordKind::division, "organisation", id))
    if (const auto* division = std::get_if<Division>(&record); division && division->id != but) ids.push_back(division->successor);
  return ids;
}

void no_ring_of(Breaches& broken, std::string_view field, const std::optional<Id>& from) {
  if (from) broken.push_back(breach("ring", field, {{"id", from->value}}));
}

std::string percent(double value) {
  std::array<char, 40> text{};
  return {text.data(), std::to_chars(text.begin(), text.end(), value, std::chars_format::general, 6).ptr};
}

void share_can_be(Breaches& broken, const Register& in, const Division& record) {
  if (!record.share) return needed(broken, "share", false);
  const double least = record.share.low.value_or(0);
  if (least > 100 || (record.share.high && (*record.share.high <= 0 || *record.share.high > 100)) || (!record.share.high && least <= 0))
    return broken.push_back(breach("share_wrong", "share"));
  double total = least;
  for (const Record& other : in.referring(RecordKind::division, "organisation", record.organisation))
    if (const auto* part = std::get_if<Division>(&other); part && part->id != record.id) total += part->share.low.value_or(0);
  // A third of three is written 33.33: as much as rounding adds is passed over.
  if (total > 100.05) broken.push_back(breach("shares_too_much", "share", {{"id", record.organisation.value}, {"total", percent(total)}}));
}

}  // namespace

void of(Breaches& broken, const Register& in, const Organisation& record) {
  if (record.country != "VN" && record.country != "LA")
    broken.push_back(breach("country_unknown", "country", {{"value", record.country}}));
  else if (!is_organisation_id(record.id.value, record.country))
    broken.push_back(breach("organisation_id_malformed", "id", {{"id", record.id.value}}));
  if (record.name_vi.empty() && record.name_lo.empty() && record.name_en.empty())
    broken.push_back(breach("organisation_nameless", "name_vi"));
  same_country(broken, in, "parent", record.country, record.parent);
  no_ring_of(broken, "parent", way_back(record.id, record.parent, [&](const Id& id) {
               const auto one = held<Organisation>(in, id);
               return std::vector<Id>{one ? one->parent : OrganisationId{}};
             }));
  if (!record.successor.empty() && !record.valid_to) broken.push_back(breach("successor_without_end", "valid_to"));
  in_order(broken, record.valid_from, "valid_to", record.valid_to);
  same_country(broken, in, "successor", record.country, record.successor);
  no_ring_of(broken, "successor", way_back(record.id, record.successor, [&](const Id& id) { return after(in, id); }));
}

void of(Breaches& broken, const Register& in, const Division& record) {
  needed(broken, "organisation", !record.organisation.empty());
  needed(broken, "successor", !record.successor.empty());
  if (const auto divided = held<Organisation>(in, record.organisation))
    same_country(broken, in, "successor", divided->country, record.successor);
  if (!record.organisation.empty())
    no_ring_of(broken, "successor",
               way_back(record.organisation, record.successor, [&](const Id& id) { return after(in, id, record.id); }));
  share_can_be(broken, in, record);
}

}  // namespace kevai::model::rules
