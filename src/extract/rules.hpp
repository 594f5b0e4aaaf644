#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/context.hpp"
#include "extract/document.hpp"

namespace kevai::extract {

/// A fact as a rule states it, before repeats are merged.
struct Draft {
  Statement statement;
  std::size_t first = 0;  ///< tokens of the quote
  std::size_t last = 0;
  std::string rule;
  std::string stated;
  BlockKind kind = BlockKind::main;
  std::size_t sentence_first = 0;  ///< tokens of the sentence the quote stands in
  std::size_t sentence_last = 0;
  int tellings = 1;  ///< how often the article tells it
};

/// What the rules have found so far, in the order of finding.
class Findings {
 public:
  explicit Findings(const Document& doc) : doc_(doc) {}

  /// Called for each sentence before its rules.
  void enter(const Sentence& sentence) { sentence_first_ = sentence.first, sentence_last_ = sentence.last; }
  /// Keeps a fact with its quote, tokens [first, last).
  void add(Statement statement, std::size_t first, std::size_t last, std::string_view rule, BlockKind kind,
           const text::Amount* amount = nullptr);
  /// A number that is part of a fact is not counted again by another rule.
  void use(const text::Amount& amount);
  bool used(const text::Amount& amount) const;

  std::vector<Draft>& drafts() { return drafts_; }
  /// The first of them: a rule that looks back looks no further, however long the text is.
  std::span<Draft> earliest() { return std::span(drafts_).first(std::min<std::size_t>(drafts_.size(), 512)); }

 private:
  const Document& doc_;
  std::vector<Draft> drafts_;
  std::vector<std::size_t> used_;
  std::size_t sentence_first_ = 0, sentence_last_ = 0;
};

/// One rule a fact type: each reads a sentence in its context and adds what it states.
void find_persons(const Sentence& sentence, Context& context, Findings& findings);
void find_occasions(const Sentence& sentence, Context& context, Findings& findings);
void find_agreements(const Sentence& sentence, Context& context, Findings& findings);
void find_meetings(const Sentence& sentence, Context& context, Findings& findings);
void find_visits(const Sentence& sentence, Context& context, Findings& findings);
void find_outings(const Sentence& sentence, Context& context, Findings& findings);
void find_calls(const Sentence& sentence, Context& context, Findings& findings);
void find_trainings(const Sentence& sentence, Context& context, Findings& findings);
void find_deeds(const Sentence& sentence, Context& context, Findings& findings);
void find_relief(const Sentence& sentence, Context& context, Findings& findings);
void find_events(const Sentence& sentence, Context& context, Findings& findings);
void find_support(const Sentence& sentence, Context& context, Findings& findings);
void find_told_gifts(const Sentence& sentence, Context& context, Findings& findings);
void find_brought_gifts(const Sentence& sentence, Context& context, Findings& findings);
void find_awards(const Sentence& sentence, Context& context, Findings& findings);
void find_targets(const Sentence& sentence, Context& context, Findings& findings);
void find_quantities(const Sentence& sentence, Context& context, Findings& findings);
void find_commitments(const Sentence& sentence, Context& context, Findings& findings);

/// Gives each activity what the article tells of it elsewhere: the head of its delegation, the host.
void complete_activities(const Context& context, std::vector<Draft>& drafts);

/// Facts told twice become one: the first statement below the headline, with what the others add.
void merge_repeats(const Document& doc, std::vector<Draft>& drafts);

// Matchers the rules share.

/// The parts of tokens [first, last) between separators (`;`, and `,` where wanted).
std::vector<std::pair<std::size_t, std::size_t>> chunks(const Document& doc, std::size_t first, std::size_t last, bool at_commas);
/// One past the last token of the clause a token stands in: before the next `,` `;` `:` or the sentence's
/// end.
std::size_t clause_end(const Sentence& sentence, std::size_t at);
/// The date a sentence gives what happens at token `at`: the nearest before it, else the first after.
const text::DateMention* date_near(const Sentence& sentence, std::size_t at);
/// The day told nearest before token `at`, else the first after it: periods, months and years are of something
/// else, and so are the days of an anniversary.
const text::DateMention* day_near(const Sentence& sentence, std::size_t at);
/// Is the sentence an item of a list of what is agreed on, not of what was done on some day?
bool is_undertaken(const Sentence& sentence, const Context& context);
/// A mention's date with "cùng ngày" resolved.
PartialDate date_of(const text::DateMention& mention, const Context& context);

struct Place {
  std::string name;
  std::size_t first = 0, last = 0;  ///< tokens, with the preposition
};
/// Where something happens, as written: "tại TP. Đông Hà (Quảng Trị)". Empty where not stated.
/// `toward`: where somebody goes counts as well ("sang Lào").
Place place_in(const Sentence& sentence, std::size_t first, std::size_t last, bool toward = false);

/// The place that begins at a token: "tỉnh Sơn La", "ສປປ ລາວ". Empty where none does.
Place place_right_at(const Sentence& sentence, std::size_t at);

/// Where what happens at token `at` happens: the last place named before it, else the first after.
Place place_near(const Sentence& sentence, std::size_t at);
/// What is visited, right after its verb: "thăm Nhà máy chế biến hoa quả Vân Hồ, Bảo tàng Sơn La". Empty
/// where it is no place.
Place place_visited(const Sentence& sentence, std::size_t at);

/// A body other than the unions the article is about, whose people a meeting is held with: the provincial
/// committee that receives the delegation, the ministry it calls on.
struct OtherHost {
  std::string body;                 ///< as written; empty where only a country is told
  std::size_t first = 0, last = 0;  ///< tokens, of its person where one is named; last is 0 where there is none
  explicit operator bool() const { return last != 0; }
};
/// Who else receives or is met, right before or right after a verb of meeting.
OtherHost other_host(const Sentence& sentence, const text::Cue& verb);

/// Are two meetings held with different bodies of one country? Not where one names only a centre.
bool with_others(const Orgs& a, const Orgs& b);
/// How many attend what the sentence tells of: "160 đoàn viên dự Hội nghị", "drew nearly 200 members".
const text::Amount* attendance(const Sentence& sentence);

/// Is token `at` part of what is planned, asked or hoped for, not of what has happened?
bool is_planned(const Sentence& sentence, std::size_t at);

}  // namespace kevai::extract
