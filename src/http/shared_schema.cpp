#include "http/shared_schema.hpp"

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
  const auto statement = object({{"value", described({}, "As the field is written in the record")},
                                 {"stands", boolean()},
                                 {"passages", list_of(passage(true))}});
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

}  // namespace

Schema problem() {
  auto schema = object({{"type", text()},
                        {"title", text()},
                        {"status", integer()},
                        {"detail", text("In the language asked for")},
                        {"code", text("Stable: what programs go by")},
                        {"errors?", list_of(object({{"field?", text()}, {"code", text()}, {"detail", text()}}))},
                        {"current?", described({}, "412: the record as it is now")},
                        {"yours?", described({}, "412: what was sent")}});
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
                                     {"after?", ref("AnyRecord")}}));
  all.emplace_back("OrganisationNames", described(map_of(object({{"name", text()}, {"place?", text()}, {"country", text()}})),
                                                  "Of the organisations named here, by id"));
  all.emplace_back("Fact", described(Schema{{"type", "object"}}, "As docs/facts.md tells"));
  all.emplace_back("Problem", problem());
  return all;
}

}  // namespace kevai::http::schema
