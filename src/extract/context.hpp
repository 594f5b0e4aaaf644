#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/document.hpp"

namespace kevai::extract {

using Orgs = std::vector<std::string>;

/// A delegation as the article has told of it so far.
struct DelegationNote {
  std::string org;   ///< whose it is
  std::string head;  ///< who leads it, as written
  std::optional<double> size;
  Qualifier qualifier = Qualifier::exact;  ///< of size
  PartialDate day;                         ///< when it is told to travel
};

/// What a reader keeps in mind: whom the article is about, what it told last.
class Context {
 public:
  explicit Context(const Document& doc);

  const Document& document() const { return doc_; }

  /// Called for each sentence before its rules.
  void enter(const Sentence& sentence);

  const Orgs& vn() const { return vn_; }                ///< the Vietnamese body the article is about; may be empty
  const Orgs& la() const { return la_; }                ///< the Lao one
  Orgs pair() const;                                    ///< both
  Orgs guest() const;                                   ///< whose delegation travels
  bool knows_guest() const { return !guest_.empty(); }  ///< is a delegation told of?
  Orgs host() const;                                    ///< whom it visits
  const Orgs& speaker() const { return speaker_; }      ///< who spoke last

  /// The organisations a mention means here.
  Orgs resolve(const OrgMention& mention) const;
  /// Those named in tokens [first, last), each once, in order.
  Orgs named(const Sentence& sentence, std::size_t first, std::size_t last) const;
  /// The same where both countries are among them; else the pair.
  Orgs parties(const Sentence& sentence, std::size_t first, std::size_t last) const;
  /// Who acts or speaks in a sentence before token `at`, behind how it is introduced; empty where it names
  /// nobody. "Bà" is the last speaker.
  Orgs subject(const Sentence& sentence, std::size_t at) const;
  /// The same; the last speaker where the sentence names none.
  Orgs actor(const Sentence& sentence, std::size_t at) const;
  /// Who does what the verb at token `at` says: named in its clause, else the first the sentence names.
  Orgs doer(const Sentence& sentence, std::size_t at) const;
  /// The name in full of somebody called by a part of it: "Mr Bouasone" told as "Bouasone Keovongsa" before.
  std::string full_name(const PersonMention& person) const;
  /// The organisation a person holds the role in; empty where not stated.
  std::string org_of(const PersonMention& person) const;

  PartialDate dateline;
  PartialDate event_date;  ///< of the article's main event, once told
  PartialDate event_end;   ///< its last day, where it lasts several
  std::string event_place;
  PartialDate last_date;     ///< the last date told
  PartialDate last_day;      ///< the last day told of the year the article is from
  Orgs committed;            ///< who undertook what the sentence before told
  Orgs listing;              ///< who undertakes the items of the list that is being read
  Period last_period;        ///< the last period or term told
  Period counting;           ///< what the paragraph counts over
  Period reviewed;           ///< what the article looks back upon
  std::string last_measure;  ///< what was counted last
  Orgs told_of;              ///< the body the paragraph told of last
  Orgs last_holder;          ///< whose members, workers … were counted last
  SupportFact last_gift;     ///< the gift told last: from whom, to whom and why
  std::vector<DelegationNote> delegations;

 private:
  Orgs main_of(char country) const;
  Orgs find_guest() const;
  Orgs province(char country) const;
  std::string org_by_name(const PersonMention& person) const;
  std::size_t past_introduction(const Sentence& sentence, std::size_t at) const;
  Orgs by_one_name(std::size_t i) const;
  bool is_pronoun(const Sentence& sentence, std::size_t i) const;
  Orgs joined(std::span<const OrgMention> orgs, std::size_t at) const;

  const Document& doc_;
  Orgs vn_, la_, guest_, speaker_;
};

bool is_lao(const std::string& org);
bool is_vietnamese(const std::string& org);
void append(Orgs& to, const Orgs& more);

}  // namespace kevai::extract
