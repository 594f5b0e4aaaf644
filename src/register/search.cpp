#include "register/search.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "register/search_text.hpp"
#include "text/name_key.hpp"
#include "text/search_words.hpp"

namespace kevai::reg {
namespace {

constexpr std::size_t most_terms = 32;
constexpr int most_found = 100;
constexpr std::size_t least_sounds = 3;
constexpr std::size_t snippet_words = 32;
constexpr std::size_t words_before = 6;
constexpr std::size_t most_read = 1'000'000;  ///< bytes of a text that are looked through for a snippet

std::string sound_of(std::string_view words) {
  std::string key = text::name_key(words);
  std::ranges::transform(key, key.begin(), [](unsigned char c) { return std::tolower(c); });
  return key.size() < least_sounds ? std::string() : key;
}

/// The next piece of what was typed, up to a quote of whatever form.
struct Piece {
  std::string_view text;
  bool closed = false;  ///< a quote ends it
};

Piece next_piece(std::string_view& rest) {
  constexpr std::string_view quotes[] = {"\"", "“", "”", "«", "»"};
  std::size_t end = rest.size(), length = 0;
  for (const std::string_view quote : quotes)
    if (const auto at = rest.find(quote); at < end) {
      end = at;
      length = quote.size();
    }
  const Piece piece{rest.substr(0, end), length > 0};
  rest.remove_prefix(end + length);
  return piece;
}

/// What was typed as terms. A quote that is not closed is none.
store::SearchQuery query_of(std::string_view typed) {
  store::SearchQuery query;
  bool quoted = false, phrases = false, whole = false;
  std::string plain;
  for (std::string_view rest = typed; !rest.empty();) {
    const Piece piece = next_piece(rest);
    const auto words = text::search_words(piece.text);
    whole = quoted && piece.closed;
    if (whole && !words.empty()) {
      store::SearchTerm& phrase = query.terms.emplace_back();
      for (const auto& word : words) phrase.words.push_back(word.folded);
      phrases = true;
    } else if (!whole) {
      for (const auto& word : words)
        query.terms.push_back({.words = {word.folded}, .sound = sound_of(piece.text.substr(word.begin, word.end - word.begin))});
      plain.append(" ").append(piece.text);
    }
    quoted = piece.closed && !quoted;
  }
  const bool ended = typed.empty() || std::isspace(static_cast<unsigned char>(typed.back()));
  if (!query.terms.empty() && !whole && !ended) query.terms.back().prefix = true;
  if (!phrases && query.terms.size() > 1) query.sound = sound_of(plain);
  return query;
}

bool fits(const std::string& word, const std::string& wanted, bool prefix) {
  return prefix ? word.starts_with(wanted) : word == wanted;
}

/// Which term a word of the text answers, from 1; 0: none.
int term_of(const std::string& word, const store::SearchQuery& query) {
  for (std::size_t i = 0; i < query.terms.size(); ++i) {
    const auto& term = query.terms[i];
    for (const std::string& wanted : term.words)
      if (fits(word, wanted, term.prefix && &wanted == &term.words.back())) return static_cast<int>(i) + 1;
  }
  return 0;
}

/// Where the window with most different terms begins.
std::size_t best_window(const std::vector<int>& terms) {
  std::size_t best = 0, most = 0;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (terms[i] == 0) continue;
    std::set<int> here(terms.begin() + static_cast<std::ptrdiff_t>(i),
                       terms.begin() + static_cast<std::ptrdiff_t>(std::min(i + snippet_words - words_before, terms.size())));
    here.erase(0);
    if (here.size() > most) {
      most = here.size();
      best = i;
    }
    if (most == terms.size()) break;
  }
  return best;
}

Snippet snippet_of(std::string_view whole, const store::SearchQuery& query) {
  const std::string_view text = whole.substr(0, most_read);
  const auto words = text::search_words(text);
  if (words.empty()) return {};
  std::vector<int> terms;
  for (const auto& word : words) terms.push_back(term_of(word.folded, query));
  const std::size_t best = best_window(terms);
  // A short text is shown whole.
  const std::size_t first = words.size() <= snippet_words || best < words_before ? 0 : best - words_before;
  const std::size_t last = std::min(first + snippet_words, words.size());
  Snippet snippet;
  snippet.begin = first == 0 ? 0 : words[first].begin;
  snippet.cut_off = last < words.size() || whole.size() > text.size();
  const std::size_t end = snippet.cut_off ? words[last - 1].end : text.size();
  snippet.text = std::string(text.substr(snippet.begin, end - snippet.begin));
  for (std::size_t i = first; i < last; ++i)
    if (terms[i] != 0) snippet.marks.push_back({words[i].begin - snippet.begin, words[i].end - snippet.begin});
  return snippet;
}

Snippet snippet_of(const SearchText& text, const store::SearchQuery& query) {
  std::string shown;
  for (const auto* texts : {&text.title, &text.content, &text.names})
    for (const std::string& part : *texts) shown.append(shown.empty() ? "" : " · ").append(part);
  return snippet_of(shown, query);
}

Snippet snippet_of(Named& named, const store::SearchHit& hit, const store::SearchQuery& query) {
  if (hit.kind == "document") {
    const auto document = named.reader().document(hit.id);
    return document ? snippet_of(document->text, query) : Snippet{};
  }
  const model::Record* record = named.find(hit.id);
  return record ? snippet_of(search_text_of(named, *record), query) : Snippet{};
}

Result<store::SearchQuery> read(const SearchRequest& request) {
  auto query = query_of(request.words);
  if (query.terms.empty()) return fail(Failure::invalid, "search_nothing");
  if (query.terms.size() > most_terms) return fail(Failure::invalid, "search_too_long", {{"limit", std::to_string(most_terms)}});
  if (!request.kind.empty() && request.kind != "document" && !named<model::RecordKind>(std::string_view(request.kind)))
    return fail(Failure::invalid, "search_kind_unknown", {{"kind", request.kind}});
  if (request.limit < 1 || request.limit > most_found)
    return fail(Failure::invalid, "search_limit_wrong", {{"limit", std::to_string(most_found)}});
  query.kind = request.kind;
  query.limit = request.limit;
  const std::string& cursor = request.cursor;
  const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), query.offset);
  if (!cursor.empty() && (error != std::errc{} || end != cursor.data() + cursor.size() || query.offset < 0))
    return fail(Failure::invalid, "search_cursor_wrong", {{"cursor", cursor}});
  return query;
}

}  // namespace

Result<FoundPage> search(store::Reader& reader, const SearchRequest& request) {
  const auto query = read(request);
  if (!query) return std::unexpected(query.error());
  const store::SearchPage hits = reader.search(*query);
  FoundPage page{.total = hits.total, .total_is_at_least = hits.total_is_at_least};
  Named named(reader);
  for (const store::SearchHit& hit : hits.hits) page.found.push_back({hit.id, hit.kind, snippet_of(named, hit, *query)});
  const auto seen = query->offset + static_cast<std::int64_t>(hits.hits.size());
  if (seen < hits.total && !hits.hits.empty()) page.next = std::to_string(seen);
  return page;
}

}  // namespace kevai::reg
