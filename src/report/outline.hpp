#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/lines.hpp"
#include "report/summary.hpp"

namespace kevai::report {

/// A line of a report, with the records it tells of.
struct Line {
  std::string text;
  std::vector<Id> records;
  bool undated = false;               ///< nobody states when
  bool sample = false;                ///< it rests on made-up articles alone
  bool unconfirmed = false;           ///< not both sides confirm it as it stands
  std::vector<std::string> doubts{};  ///< "Persons: 15 / 14": on what articles disagree and nobody has chosen
  std::vector<Line> under;
};

/// A row of said beside counted.
struct FigureRow {
  std::string measure;
  std::vector<Line> said;
  std::string counted;                   ///< the number, or that there is nothing to count
  std::vector<Line> records;             ///< what was counted
  std::string unnumbered;                ///< empty where all state their number
  std::string doubtful;                  ///< empty where articles disagree on no number that was counted
  std::string missing;                   ///< empty where nothing is missing
  std::vector<std::string> explained{};  ///< why what is said and what is counted differ, as somebody noted
};

struct Group {
  std::string title;  ///< may be empty
  std::vector<FigureRow> figures;
  std::vector<Line> lines;
};

struct Section {
  std::string anchor;  ///< agreements, delegations …
  std::string title;   ///< "I. …"
  std::vector<Group> groups;
  std::string nothing;  ///< what to say where it has no groups
};

/// A record as its sources show it; numbered from 1 in the order in which the report names them.
struct Source {
  int number = 0;
  std::string kind;
  std::string text;
  const Sourced* record = nullptr;
  std::vector<std::string> disagreements;  ///< every value with the documents that state it, and which was chosen
};

/// A report's content in one language, for every form it is written in.
struct Outline {
  std::string title;
  std::string period;
  std::string partnerships_title;
  std::vector<Line> partnerships;
  std::string note;
  std::string unconfirmed;  ///< how many records not both sides confirm; empty where there is none
  std::vector<Section> sections;
  std::vector<Source> sources;
  std::map<std::string, int> numbers;  ///< of the sources by record id
};

/// The summary must outlive it.
Outline outline_of(const Summary& summary, text::Language language);

}  // namespace kevai::report
