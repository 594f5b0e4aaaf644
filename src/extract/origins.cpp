#include "extract/origins.hpp"

#include "extract/written_bodies.hpp"

namespace kevai::extract {
namespace {

constexpr std::size_t neighbourhood = 64;  // mentions before and after a fact that its values may come from

bool says(const text::DateMention& mention, const PartialDate& date) {
  return mention.from == date || mention.to == date;
}

bool names(const OrgMention& mention, const std::string& org) {
  return std::any_of(mention.ids.begin(), mention.ids.end(), [&](const std::string& id) { return name_or_id(id) == org; });
}

bool names(const PlaceMention& mention, const std::string& org) {
  return mention.org == org;
}

bool inside(const auto& mention, std::size_t first, std::size_t last) {
  return first <= mention.first && mention.last <= last;
}

/// The first mention in tokens [first, last) that is meant; its source is of that origin.
template <class T>
bool find(Source& source, Origin origin, const std::vector<T>& all, std::size_t first, std::size_t last, const auto& meant) {
  for (const T& mention : within(all, first, last)) {
    if (!inside(mention, first, last) || !meant(mention)) continue;
    source = {origin, mention.first, mention.last};
    return true;
  }
  return false;
}

/// The nearest mention before a token that is meant, else the first after it.
template <class T>
bool find_around(Source& source, const std::vector<T>& all, std::size_t at, const auto& meant) {
  const auto here = static_cast<std::size_t>(within(all, at, all.empty() ? 0 : all.back().first + 1).data() - all.data());
  const std::size_t from = here > neighbourhood ? here - neighbourhood : 0;
  const auto take = [&](const T& mention) { source = {Origin::article, mention.first, mention.last}; };
  for (std::size_t i = here; i-- > from;) {
    if (meant(all[i])) return take(all[i]), true;
  }
  for (std::size_t i = here; i < std::min(all.size(), here + neighbourhood); ++i) {
    if (meant(all[i])) return take(all[i]), true;
  }
  return false;
}

bool of_day(const PartialDate& day, const PartialDate& date) {
  return day && date && day.agrees_with(date) && date.precision() <= day.precision();
}

}  // namespace

Source source_of(const Document& doc, const Draft& draft, const PartialDate& date) {
  Source source;
  const auto meant = [&](const text::DateMention& m) { return says(m, date); };
  const auto same_day = [](const text::DateMention& m) { return m.same_day; };
  if (find(source, Origin::quote, doc.dates, draft.first, draft.last, meant) ||
      find(source, Origin::sentence, doc.dates, draft.sentence_first, draft.sentence_last, meant) ||
      find(source, Origin::context, doc.dates, draft.sentence_first, draft.sentence_last, same_day))
    return source;
  if (of_day(doc.dateline, date)) return {Origin::dateline};
  find_around(source, doc.dates, draft.first, meant);
  return source;
}

Source source_of(const Document& doc, const Draft& draft, const std::string& org) {
  Source source;
  const auto meant = [&](const auto& m) { return names(m, org); };
  const auto stands_for = [](const OrgMention& m) {
    return m.form != OrgForm::named && m.form != OrgForm::written && m.form != OrgForm::other;
  };
  if (find(source, Origin::quote, doc.orgs, draft.first, draft.last, meant) ||
      find(source, Origin::quote, doc.places, draft.first, draft.last, meant) ||
      find(source, Origin::sentence, doc.orgs, draft.sentence_first, draft.sentence_last, meant) ||
      find(source, Origin::sentence, doc.places, draft.sentence_first, draft.sentence_last, meant) ||
      find(source, Origin::context, doc.orgs, draft.first, draft.last, stands_for) ||
      find(source, Origin::context, doc.orgs, draft.sentence_first, draft.sentence_last, stands_for))
    return source;
  if (!find_around(source, doc.orgs, draft.first, meant)) find_around(source, doc.places, draft.first, meant);
  return source;
}

}  // namespace kevai::extract
