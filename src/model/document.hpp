#pragma once

#include <array>
#include <string>

#include "base/describe.hpp"
#include "base/enum_names.hpp"
#include "base/id.hpp"
#include "base/partial_date.hpp"
#include "extract/fact.hpp"
#include "model/record.hpp"
#include "model/sharing.hpp"

namespace kevai::model {

using extract::Span;

/// A source (tài liệu): an article, minutes, a spreadsheet. Its text never changes once stored.
struct Document {
  Id id;
  std::string sha256;     ///< of the file's bytes, hexadecimal: the same file twice is one document
  std::string file_name;  ///< as it was given, without its folder
  std::string title;
  std::string language;  ///< vi, lo or en
  std::string encoding;  ///< of the file; `text` is UTF-8
  PartialDate dateline;
  bool sample = false;  ///< one of the program's own made-up articles
  std::string text;
  std::string added_at;  ///< timestamp
  std::string side{};    ///< the country whose account added it; empty: at the command line
  SharingState sharing = SharingState::released;
};

enum class FindingState { waiting, accepted, rejected };

/// A fact a document states, waiting for a person's decision. (A *proposal* is a record of its own:
/// what one side asks of the other.)
struct Finding {
  Id id;
  Id document;
  int position = 0;  ///< its place among the document's findings, from 1
  extract::Fact fact;
  FindingState state = FindingState::waiting;
  Id record;  ///< the record it made or extended, once accepted
  std::string decided_by;
  std::string decided_at;
};

/// The passage of a document that a field of a record rests on, and what it says there.
struct Citation {
  Id id;
  Id record;
  std::string field;  ///< the field's name in the record's description
  std::string value;  ///< what the passage states for that field, written as in the journal
  Id document;
  Id finding;
  Span span;
  std::string quote;
};

/// What was done to a record: `extend` is an article's doing, `edit` a person's; `choose` sets a field on which articles
/// disagree, `merge` joins two records that are one thing (of the record that gives way `remove`), `separate` undoes that;
/// `restore` takes a removal back, `revert` makes the record what it was after an earlier change. `release`, `withdraw`,
/// `confirm`, `dispute`, `settle` and `publish` are what two sides do with a record they share (model/sharing.hpp), `erase` takes
/// the personal values of somebody away, `read` is the reading of such values: these leave the fields as they are.
enum class Action {
  create,
  extend,
  remove,
  choose,
  merge,
  separate,
  edit,
  restore,
  revert,
  release,
  withdraw,
  confirm,
  dispute,
  settle,
  publish,
  erase,
  read
};

/// Who changed which record, when, from what to what (nhật ký).
struct Change {
  Id id;  ///< sorts by time
  Id record;
  RecordKind record_kind = RecordKind::partnership;
  Action action = Action::create;
  std::string by;
  std::string at;
  std::string before;  ///< the record as JSON; empty where it was not there
  std::string after;
  Id account{};           ///< whose doing; empty: at the command line
  std::string session{};  ///< the session or token it came by (its id, never its secret)
  std::string address{};  ///< the class of the address it came from: loopback, private or public
  std::string side{};     ///< the country of that account
  bool draft = false;     ///< the record was still its side's own: the other side never sees this change
};

}  // namespace kevai::model

namespace kevai {
template <>
inline constexpr std::array enum_names<model::FindingState> = {std::string_view("waiting"), std::string_view("accepted"),
                                                               std::string_view("rejected")};
template <>
inline constexpr std::array enum_names<model::Action> = {
    std::string_view("create"),  std::string_view("extend"),   std::string_view("remove"),   std::string_view("choose"),
    std::string_view("merge"),   std::string_view("separate"), std::string_view("edit"),     std::string_view("restore"),
    std::string_view("revert"),  std::string_view("release"),  std::string_view("withdraw"), std::string_view("confirm"),
    std::string_view("dispute"), std::string_view("settle"),   std::string_view("publish"),  std::string_view("erase"),
    std::string_view("read")};
}  // namespace kevai
