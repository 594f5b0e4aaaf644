#include "extract/theme_of.hpp"

namespace kevai::extract {
namespace {

using text::Cue;

/// The more specific theme wins: the lowest of these; of equals the first in the clause.
int rank_of(Theme theme) {
  switch (theme) {
    case Theme::social_funds:
    case Theme::labour_migration:
    case Theme::language:
    case Theme::multilateral:
    case Theme::culture:
      return 0;
    case Theme::border:
    case Theme::equipment:
    case Theme::organising:
    case Theme::youth_women:
      return 1;
    case Theme::training:
      return 3;
    case Theme::legal:
    case Theme::visits:
    case Theme::experience:
    case Theme::information:
      return 4;
    case Theme::programme:
      return 7;
    case Theme::other:
      return 9;
  }
  return 9;
}

/// Words that several themes share ("biên giới", "chăm lo") say what about where nothing else does.
constexpr std::string_view hint = "theme.hint.";
constexpr int rank_of_hint = 8;

/// Does a verb say that something is to be done with what is named at `last`?
bool undertakes(const Sentence& s, std::size_t first, std::size_t last) {
  const Cue* verb = s.cue_before("commit.verb", last);
  if (!verb) verb = s.cue_before("commit.will", last);
  return verb && verb->first + 6 >= first;
}

/// "cho cán bộ nữ công": whom something is done for says less than what is done.
bool tells_for_whom(const Sentence& s, const Cue& cue) {
  for (std::size_t i = cue.first; i > s.first && i + 3 > cue.first; --i) {
    if (s.doc->cues.ending(i, "to.whom")) return true;
  }
  return false;
}

/// Is what signs a paper told as done? "agreed to sign", "sẽ ký" are not; "thống nhất ký" is done with it.
bool told_as_signed(const Sentence& s, const Cue& signing) {
  if (s.cue_before("commit.will", signing.first) || s.cue_before("commit.future", signing.first)) return false;
  if (s.cue_before("commit.propose", signing.first)) return false;
  return s.doc->language == text::Language::vi || !s.cue_before("commit.", signing.first);
}

/// An agreement only named, or signed already: nothing is undertaken with it.
bool only_named(const Sentence& s, std::size_t first, const Cue& paper) {
  const Cue* signing = s.cue_before("act.signing", paper.first);
  if (signing && signing->last + 2 >= paper.first && told_as_signed(s, *signing)) return true;
  return !undertakes(s, first, paper.first);
}

/// "tuyên truyền pháp luật ở khu vực biên giới": where something is done says less than what is done.
bool tells_where(const Sentence& s, const Cue& cue) {
  return s.doc->language != text::Language::en && s.doc->cues.ending(cue.first, "place.at");
}

/// How much a cue says what tokens [first, …) are about; 0 says most. None where it says nothing.
std::optional<int> weight(const Sentence& s, std::size_t first, const Cue& cue, Theme theme, bool hinted) {
  if (hinted) return undertakes(s, first, cue.first) ? std::optional(rank_of_hint) : std::nullopt;
  if (theme == Theme::programme) {
    if (only_named(s, first, cue)) return {};
    return cue.first <= first + 7 ? 2 : rank_of(theme);  // "ký biên bản ghi nhớ mới …"
  }
  // "trao đổi thông tin về pháp luật": the law says more than that it is told of.
  if (cue.in("theme.legal.law") && cue.first <= first + 8) return rank_of(Theme::training);
  const bool aside = tells_where(s, cue) || (theme == Theme::youth_women && tells_for_whom(s, cue));
  return aside ? rank_of_hint : rank_of(theme);
}

}  // namespace

std::optional<Theme> theme_of(const Sentence& s, std::size_t first, std::size_t last) {
  std::optional<Theme> best;
  int best_rank = 100;
  bool workers = false, across = false;
  for (const Cue& c : within(s.doc->cues.all(), first, last)) {
    if (c.last > last) continue;
    workers = workers || c.in("theme.workers");
    across = across || c.in("theme.across");
    const bool hinted = c.tag.starts_with(hint);
    const auto theme = c.in("theme.legal.law") ? Theme::legal
                                               : named<Theme>(hinted           ? c.after(hint)
                                                              : c.in("theme.") ? c.after("theme.")
                                                                               : "");
    const auto rank = theme ? weight(s, first, c, *theme, hinted) : std::nullopt;
    if (!rank || *rank >= best_rank) continue;
    best = theme;
    best_rank = *rank;
  }
  // "bảo vệ quyền lợi lao động thời vụ qua biên giới": workers, and over the border.
  if (workers && across && best_rank > 0) return Theme::labour_migration;
  return best;
}

bool is_specific(Theme theme) {
  return rank_of(theme) <= 1;
}

}  // namespace kevai::extract
