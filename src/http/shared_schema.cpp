#include "http/shared_schema.hpp"

#include "model/confirmation.hpp"
#include "model/document.hpp"

namespace kevai::http::schema {
namespace {

Schema passage(bool of_statement) {
  auto schema = object({{"document", ref("Id")},
                        {"document_title", text()},
                        {"sample", boolean()},
                        {"begin", integer("Byte offset into the UTF-8 of the document's text")},
                        {"end", integer()},
                        {"quote", text()}});
  auto& properties = schema["properties"].as_object();
  properties[of_statement ? "citation" : "fields"] = of_statement ? ref("Id") : list_of(text());
  schema["required"].as_array().push_back(of_statement ? "citation" : "fields");
  return schema;
}

Schema disagreement() {
  const auto statement = object(
      {{"value", described({}, "As the field is written in the record")}, {"stands", boolean()}, {"passages", list_of(passage(true))}});
  return described(object({{"field", text()},
                           {"settled", boolean()},
                           {"chosen_by?", text()},
                           {"chosen_at?", ref("Timestamp")},
                           {"statements", list_of(statement)}}),
                   "A field of which articles state what cannot all be true");
}

Schema candidate() {
  auto record = any_record_and(object({{"other_names?", described({}, "Of a person: as records merged into it write the name")},
                                       {"posts?", list_of(object({{"role", text()}, {"organisation?", ref("Party")}}))}}));
  return described(object({{"kind", text()},
                           {"score", number("Below 1")},
                           {"reasons", list_of(object({{"code", text()}, {"text", text("In the language asked for")}}))},
                           {"one", record},
                           {"other", record}}),
                   "Two records that may be the same, the earlier first");
}

Schema confirmation() {
  return object(
      {{"version", integer()},
       {"by", text()},
       {"at", ref("Timestamp")},
       {"confirms", boolean("The record as it stands")},
       {"opened_at?", described(ref("Timestamp"), "When that side agreed to make it public")},
       {"changed_since?", described(list_of(ref("FieldChange")), "Fields that changed since that version")},
       {"parts_since?", described(list_of(ref("PartChange")),
                                  "Parts that changed since (of a course its trainees, of a visit its agenda and members, files)")},
       {"parts_left_out?", integer("How many more parts changed than are listed")}});
}

Schema part_change() {
  return object({{"what", one_of({"added", "changed", "removed"})},
                 {"record", ref("AnyRecord")},
                 {"changed", described(list_of(ref("FieldChange")), "Without what is not for the reader to see")}});
}

Schema dispute() {
  return object({{"id", ref("Id")},
                 {"side", ref("Side")},
                 {"field", text()},
                 {"version", integer("Of the record when it was disputed")},
                 {"stated", described(Schema{}, "The field as the record had it; null where it was empty")},
                 {"figure", described(Schema{}, "The field as that side has it; null where it should be empty")},
                 {"now?", described(Schema{}, "The field as the record has it now")},
                 {"reason", text()},
                 {"by", text()},
                 {"at", ref("Timestamp")},
                 {"outcome", one_of(enum_names<model::DisputeOutcome>)},
                 {"settled_by?", text()},
                 {"settled_at?", ref("Timestamp")}});
}

void add_sharing(Components& all) {
  all.emplace_back("Side", one_of({"VN", "LA"}));
  all.emplace_back("FieldChange", described(object({{"field", text()}, {"before", Schema{}}, {"after", Schema{}}}),
                                            "What a field was and is; null: empty"));
  all.emplace_back("PartChange", described(part_change(), "A part of a record that was written since"));
  all.emplace_back("Dispute", described(dispute(), "A field that a side holds to be otherwise: both figures are kept"));
  all.emplace_back("Sharing",
                   described(object({{"side", described(one_of({"", "VN", "LA"}), "Whose record it is; empty: entered for both")},
                                     {"state", one_of(enum_names<model::SharingState>)},
                                     {"standing?", described(one_of(enum_names<model::Standing>), "Of a record both sides confirm")},
                                     {"waits_for?", list_of(ref("Side"))},
                                     {"confirmations?", object({{"VN?", confirmation()}, {"LA?", confirmation()}})},
                                     {"disputes?", list_of(ref("Dispute"))}}),
                             "How far a record has gone, and what the two sides said of it"));
}

}  // namespace

Schema problem() {
  auto schema = object({{"type", text()},
                        {"title", text()},
                        {"status", integer()},
                        {"detail", text("In the language asked for")},
                        {"code", text("Stable: what programs go by")},
                        {"errors?", list_of(object({{"field?", text()}, {"code", text()}, {"detail", text()}}))},
                        {"current?", described({}, "412: the record as it is now")},
                        {"yours?", described({}, "412: what was sent")},
                        {"refused?", described(list_of(Schema{{"type", "object"}}), "Of many at once: those that could not be, and why")}});
  return described(std::move(schema), "Problem details (RFC 9457)");
}

Components shared_components() {
  Components all;
  all.emplace_back("Passage", passage(false));
  all.emplace_back("Disagreement", disagreement());
  all.emplace_back("Candidate", candidate());
  all.emplace_back("Change", object({{"id", ref("Id")},
                                     {"action", one_of(enum_names<model::Action>)},
                                     {"by", text()},
                                     {"at", ref("Timestamp")},
                                     {"before?", ref("AnyRecord")},
                                     {"after?", ref("AnyRecord")},
                                     {"said?", described(Schema{{"type", "object"}}, "What a side said of the record as it stands")}}));
  add_sharing(all);
  all.emplace_back("OrganisationNames", described(map_of(object({{"name", text()}, {"place?", text()}, {"country", text()}})),
                                                  "Of the organisations named here, by id"));
  all.emplace_back("Fact", described(Schema{{"type", "object"}}, "As docs/facts.md tells"));
  all.emplace_back("Problem", problem());
  return all;
}

}  // namespace kevai::http::schema
