#include "extract/context.hpp"

#include <map>

#include "extract/written_bodies.hpp"

namespace kevai::extract {

bool is_lao(const std::string& org) {
  return org.starts_with("la.");
}
bool is_vietnamese(const std::string& org) {
  return org.starts_with("vn.");
}

void append(Orgs& to, const Orgs& more) {
  for (const auto& org : more) {
    if (std::find(to.begin(), to.end(), org) == to.end()) to.push_back(org);
  }
}

Context::Context(const Document& doc) : dateline(doc.dateline), doc_(doc) {
  vn_ = main_of('V');
  la_ = main_of('L');
  guest_ = find_guest();
}

Orgs Context::pair() const {
  Orgs both = vn_;
  append(both, la_);
  return both;
}

Orgs Context::guest() const {
  return !guest_.empty() ? guest_ : la_;
}

Orgs Context::host() const {
  const Orgs travels = guest();
  if (travels.empty()) return {};
  return is_lao(travels.front()) ? vn_ : la_;
}

/// The body of a country the article names most; a list of bodies under one head counts as one. What
/// stands in somebody's role, or only a place's name, weighs less; the headline weighs more.
Orgs Context::main_of(char country) const {
  struct Weight {
    double weight = 0;
    std::size_t first = 0;
    Orgs ids;
  };
  std::map<std::string, Weight> seen;
  const auto add = [&](const Orgs& ids, double weight, std::size_t at) {
    std::string key;
    for (const auto& id : ids) key += id + " ";
    auto& entry = seen.try_emplace(key, Weight{0, at, ids}).first->second;
    entry.weight += weight;
  };
  for (const Block& block : doc_.blocks) {
    const double base = block.kind == BlockKind::title ? 3 : block.kind == BlockKind::main ? 2 : 0.5;
    for (const OrgMention& org : within(doc_.orgs, block.first, block.last)) {
      Orgs ids;
      for (const auto& id : org.ids) {
        if (id.starts_with(country == 'V' ? "vn." : "la.")) ids.push_back(id);
      }
      if (ids.empty()) continue;
      const auto people = within(doc_.people, org.first > 60 ? org.first - 60 : 0, org.first + 1);
      const bool in_role = std::any_of(people.begin(), people.end(),
                                       [&](const PersonMention& p) { return p.role_first <= org.first && org.last <= p.role_last; });
      const bool centre = ids.front() == "la.lftu" || ids.front() == "vn.vgcl";
      add(ids, base * (in_role ? 0.3 : 1) * (centre && in_role ? 0.5 : org.form == OrgForm::national ? 0.6 : 1), org.first);
    }
    for (const PlaceMention& place : within(doc_.places, block.first, block.last)) {
      if (place.org.starts_with(country == 'V' ? "vn." : "la.")) add({place.org}, base * 0.08, place.first);
    }
  }
  const Weight* best = nullptr;
  for (const auto& [key, entry] : seen) {
    if (!best || entry.weight > best->weight || (entry.weight == best->weight && entry.first < best->first)) best = &entry;
  }
  return best ? best->ids : Orgs{};
}

/// The first body said to have a delegation.
Orgs Context::find_guest() const {
  for (const Block& block : doc_.blocks) {
    const Sentence all = sentence_of(doc_, block.kind, block.first, block.last);
    for (const text::Cue& cue : all.cues) {
      if (!cue.in("org.guest")) continue;
      for (const OrgMention& org : within(doc_.orgs, cue.first + 1, cue.last + 4)) {
        if (org.form == OrgForm::both || org.form == OrgForm::guest || org.last <= cue.last) continue;
        const Orgs ids = resolve(org);
        if (!ids.empty()) return ids;
      }
      // English: "the Vietnamese delegation", "the VGCL delegation".
      for (const OrgMention& org : within(doc_.orgs, cue.first > 4 ? cue.first - 4 : 0, cue.first)) {
        if (org.last == cue.first && !org.ids.empty()) return resolve(org);
      }
    }
  }
  // "Chủ tịch LĐLĐ tỉnh X dẫn đầu đoàn công tác": whose delegation it is its leader's post says.
  for (const PersonMention& person : doc_.people) {
    const text::Cue* leads = doc_.cues.starting(person.last, "person.leads");
    if (!leads) leads = doc_.cues.starting(person.last + 1, "person.leads");
    const std::string org = leads ? org_of(person) : std::string();
    if (is_lao(org) || is_vietnamese(org)) return {org};
  }
  return {};
}

/// The province's body the article names first; empty where it names none.
Orgs Context::province(char country) const {
  const auto provincial = [&](const std::string& id) {
    return (country == 'L' ? is_lao(id) : is_vietnamese(id)) && name_or_id(id) == id && id != "la.lftu" && id != "vn.vgcl" &&
           !id.starts_with("vn.sector.");
  };
  for (std::size_t i = 0; i < std::min<std::size_t>(doc_.orgs.size(), 64); ++i) {
    const OrgMention& org = doc_.orgs[i];
    if (org.form == OrgForm::named && !org.ids.empty() && provincial(org.ids.front())) return {org.ids.front()};
  }
  for (std::size_t i = 0; i < std::min<std::size_t>(doc_.places.size(), 64); ++i) {
    if (provincial(doc_.places[i].org)) return {doc_.places[i].org};
  }
  return {};
}

Orgs Context::resolve(const OrgMention& mention) const {
  switch (mention.form) {
    case OrgForm::named:
    case OrgForm::written:
      return mention.ids;
    case OrgForm::bare: {
      const Orgs& main = mention.country == 'L' ? la_ : vn_;
      if (mention.area || main.empty() || name_or_id(main.front()) == main.front()) return main;
      return province(mention.country);  // "LĐLĐ tỉnh" above the district union the article is about
    }
    case OrgForm::national:
      return !la_.empty() && la_.front() != "la.lftu" && is_lao(la_.front()) ? la_ : mention.ids;
    case OrgForm::both:
      return pair();
    case OrgForm::partner:
      return la_;
    case OrgForm::guest:
      return guest();
    case OrgForm::other:
      break;
  }
  return {};
}

Orgs Context::named(const Sentence& sentence, std::size_t first, std::size_t last) const {
  Orgs found;
  for (const OrgMention& org : sentence.orgs) {
    if (org.first < first || org.last > last) continue;
    const auto in_role = [&](const PersonMention& p) { return p.role_first <= org.first && org.last <= p.role_last; };
    if (std::any_of(sentence.people.begin(), sentence.people.end(), in_role)) continue;
    append(found, resolve(org));
  }
  return found;
}

Orgs Context::parties(const Sentence& sentence, std::size_t first, std::size_t last) const {
  Orgs here = named(sentence, first, last);
  // "Thực hiện chỉ đạo của Tổng LĐLĐ …": the centre above those who act is no party.
  const auto above = [&](const Orgs& main, const char* centre) {
    if (main.empty() || main.front() == centre || std::find(here.begin(), here.end(), main.front()) == here.end()) return;
    here.erase(std::remove(here.begin(), here.end(), centre), here.end());
  };
  above(vn_, "vn.vgcl");
  above(la_, "la.lftu");
  const bool lao = std::any_of(here.begin(), here.end(), is_lao);
  const bool vietnamese = std::any_of(here.begin(), here.end(), is_vietnamese);
  if (lao && vietnamese) return here;
  Orgs both = pair();
  if (here.empty() || both.empty()) return both;
  // One side is named: the other is the one under discussion.
  if (lao) {
    both = vn_;
    append(both, here);
  } else if (vietnamese) {
    both = here;
    append(both, la_);
  }
  return both;
}

std::string Context::org_of(const PersonMention& person) const {
  if (person.org_at != 0) {
    const Orgs ids = resolve(doc_.orgs[person.org_at - 1]);
    if (!ids.empty()) return ids.front();
  }
  const Orgs& side = person.side == 'L' ? la_ : vn_;
  if (person.side != 0 && !side.empty()) return side.front();
  return plain(doc_.written(person.other_first, person.other_last));
}

namespace {

/// Is somebody of that full name called so? Vietnamese shorten a name to its end, a Lao one to its beginning.
bool goes_by(std::string_view full, std::string_view called) {
  return full.ends_with(called) || (full.starts_with(called) && full.substr(called.size()).starts_with(' '));
}

}  // namespace

/// The organisation somebody known by name only was introduced with.
std::string Context::org_by_name(const PersonMention& person) const {
  const auto here = std::lower_bound(doc_.people.begin(), doc_.people.end(), person.first,
                                     [](const PersonMention& p, std::size_t at) { return p.first < at; });
  const auto name = doc_.written(person.name_first, person.name_last);
  std::string org;
  for (auto it = here - std::min<std::ptrdiff_t>(here - doc_.people.begin(), 200); it != here; ++it) {
    const auto full = doc_.written(it->name_first, it->name_last);
    if (!goes_by(full, name) && (doc_.language == text::Language::vi || !full.starts_with(name))) continue;
    if (const std::string held = org_of(*it); !held.empty()) {
      org = held;
    } else if (doc_.cues.ending(it->first, "person.led-by") && !guest().empty()) {
      org = guest().front();  // "đoàn … do ông X, Phó Chủ tịch, làm trưởng đoàn"
    }
  }
  return org;
}

/// Where the clause of the subject begins: after "Phát biểu tại buổi làm việc với Công đoàn X," if who acts
/// is named behind it.
std::size_t Context::past_introduction(const Sentence& sentence, std::size_t at) const {
  if (!doc_.cues.starting(sentence.first, "subject.not")) return sentence.first;
  for (std::size_t i = sentence.first; i < at; ++i) {
    if (!doc_.mark(i, ",")) continue;
    const auto behind = [&](const auto& m) { return m.first > i && m.last <= at; };
    if (std::any_of(sentence.people.begin(), sentence.people.end(), behind) ||
        std::any_of(sentence.orgs.begin(), sentence.orgs.end(), behind) || is_pronoun(sentence, i + 1) || !by_one_name(i + 1).empty())
      return i + 1;
    break;
  }
  return sentence.first;
}

/// "Bà cảm ơn …", "He asked …": somebody told of before.
bool Context::is_pronoun(const Sentence& sentence, std::size_t i) const {
  if (doc_.cues.starting(i, "person.pronoun")) return true;
  if (doc_.language == text::Language::en && doc_.cues.starting(i, "role.article")) {  // "The president said …"
    const text::Cue* post = doc_.cues.starting(i + 1, "person.role");
    return post && post->last < doc_.tokens.size() && doc_.tokens[post->last].kind == text::TokenKind::word &&
           !doc_.tokens[post->last].capital && !doc_.tokens[post->last].is("of");
  }
  return doc_.language == text::Language::vi && doc_.cues.starting(i, "person.title") && within(sentence.doc->people, i, i + 2).empty();
}

/// A body and those joined to it: "A, B và C thống nhất".
Orgs Context::joined(std::span<const OrgMention> orgs, std::size_t at) const {
  Orgs found = resolve(orgs.front());
  for (std::size_t k = 1; k < orgs.size() && orgs[k].last <= at; ++k) {
    std::size_t gap = 0;
    bool join = false;
    for (std::size_t i = orgs[k - 1].last; i < orgs[k].first; ++i) {
      const bool links = doc_.cues.starting(i, "org.and") || doc_.mark(i, ",");
      join = join || links;
      const bool beside = doc_.mark(i, "(") || doc_.mark(i, ")") || doc_.cues.starting(i, "country.");
      gap += links || beside ? 0 : 1;
    }
    if (!join || gap > 3) break;
    append(found, resolve(orgs[k]));
  }
  return found;
}

std::string Context::full_name(const PersonMention& person) const {
  const auto name = doc_.written(person.name_first, person.name_last);
  const auto here = std::lower_bound(doc_.people.begin(), doc_.people.end(), person.first,
                                     [](const PersonMention& p, std::size_t at) { return p.first < at; });
  for (auto it = here - std::min<std::ptrdiff_t>(here - doc_.people.begin(), 200); it != here; ++it) {
    const auto full = doc_.written(it->name_first, it->name_last);
    if (full.size() > name.size() && goes_by(full, name)) return plain(full);
  }
  return plain(name);
}

/// "Khang said …": somebody told of before, by one name without a title.
Orgs Context::by_one_name(std::size_t i) const {
  if (doc_.language != text::Language::en || i >= doc_.tokens.size() || !doc_.tokens[i].capital) return {};
  std::string org;
  for (std::size_t k = 0; k < std::min<std::size_t>(doc_.people.size(), 200); ++k) {
    const PersonMention& known = doc_.people[k];
    if (known.first >= i) break;
    if (doc_.tokens[known.name_first].key != doc_.tokens[i].key && doc_.tokens[known.name_last - 1].key != doc_.tokens[i].key) continue;
    if (std::string held = org_of(known); !held.empty()) org = std::move(held);
  }
  return is_lao(org) || is_vietnamese(org) ? Orgs{org} : Orgs{};
}

Orgs Context::subject(const Sentence& sentence, std::size_t at) const {
  const std::size_t from = past_introduction(sentence, at);
  if (is_pronoun(sentence, from)) return speaker_;
  if (within(doc_.people, from, from + 1).empty()) {
    if (Orgs one = by_one_name(from); !one.empty()) return one;
  }
  Orgs found;
  std::size_t nearest = 0;
  for (const PersonMention& person : sentence.people) {
    if (person.first < from) continue;
    if (person.last > at) break;
    std::string org = org_of(person);
    if (org.empty()) org = org_by_name(person);
    if (!is_lao(org) && !is_vietnamese(org)) continue;
    found = {org};
    nearest = person.first;
    break;
  }
  // "Phó Chủ tịch X cảm ơn Công đoàn Y …" of somebody not known: Y is no subject.
  const bool somebody = found.empty() && doc_.cues.starting(from, "person.role");
  for (std::size_t k = 0; k < sentence.orgs.size() && sentence.orgs[k].last <= at; ++k) {
    const OrgMention& org = sentence.orgs[k];
    if (org.first < from) continue;
    if (!found.empty() && nearest < org.first) break;
    if (somebody && org.first > from + 6) break;
    const auto inside = [&](const PersonMention& p) { return p.first <= org.first && org.last <= p.last; };
    if (std::any_of(sentence.people.begin(), sentence.people.end(), inside) || resolve(org).empty()) continue;
    return joined(sentence.orgs.subspan(k), at);
  }
  // "Nghe An stands ready to …": the province's union.
  const auto place = within(sentence.doc->places, from, from + 1);
  const Orgs both = pair();
  if (found.empty() && doc_.language == text::Language::en && !place.empty() && place.front().last <= at &&
      std::find(both.begin(), both.end(), place.front().org) != both.end())
    return {place.front().org};
  return found;
}

Orgs Context::actor(const Sentence& sentence, std::size_t at) const {
  const Orgs found = subject(sentence, at);
  return found.empty() ? speaker_ : found;
}

Orgs Context::doer(const Sentence& sentence, std::size_t at) const {
  const OrgMention* found = nullptr;
  for (const OrgMention& org : sentence.orgs) {
    if (org.last > at) break;
    if (org.form == OrgForm::partner || org.form == OrgForm::both) continue;
    // "làm việc với A, tặng quà …": with whom or where is not who.
    if (sentence.doc->language == text::Language::vi && sentence.has("org.guest") &&
        (sentence.doc->cues.ending(org.first, "to.whom") || sentence.doc->cues.ending(org.first, "place.at")))
      continue;
    bool same_clause = true;
    for (std::size_t i = org.last; i < at && same_clause; ++i) {
      same_clause = !sentence.doc->mark(i, ",") && !sentence.doc->mark(i, ";");
    }
    if (!found || same_clause) found = &org;
  }
  // "Tại trụ sở …, đoàn đã trao …": the delegation itself acts.
  const text::Cue* travellers = sentence.cue_before("org.guest", at);
  if (travellers && travellers->last + 3 >= at && (!found || found->last <= travellers->first)) return guest();
  if (!found) return actor(sentence, at);
  const Orgs ids = resolve(*found);
  return ids.empty() ? actor(sentence, at) : ids;
}

void Context::enter(const Sentence& sentence) {
  const text::Cue* verb = sentence.cue("speech");
  const Orgs now = actor(sentence, verb ? verb->first : sentence.first);
  if (verb && !now.empty()) speaker_ = now;
  if (speaker_.empty()) speaker_ = pair();
  for (const auto& date : sentence.dates) {
    if (date.same_day) continue;
    const bool days = date.range && date.from.day() != 0 && date.from.year() == date.to.year();
    if (days) continue;  // of a visit
    if (date.range) {
      last_period = {date.from, date.to};
    } else {
      last_date = date.from;
      if (date.from.day() != 0 && !date.until && date.from.year() == dateline.year()) last_day = date.from;
    }
  }
}

}  // namespace kevai::extract
