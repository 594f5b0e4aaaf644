#include "http/record_schema.hpp"

#include "base/quantity.hpp"
#include "http/plural.hpp"
#include "model/field.hpp"
#include "text/words.hpp"

namespace kevai::http::schema {
namespace {

using model::Field;
using model::FieldType;
using model::RecordKind;

Schema pattern(std::string_view regex, std::string_view what) {
  Schema schema = text(what);
  schema["pattern"] = regex;
  return schema;
}

Schema not_empty() {
  Schema schema = text();
  schema["minLength"] = 1;
  return schema;
}

/// Every property may be left out.
Schema open_object() {
  Schema schema;
  schema["type"] = "object";
  schema["properties"].emplace_object();
  return schema;
}

Schema reference_to(const Field& field) {
  if (field.refers_to == RecordKind::organisation) return ref("OrganisationId");
  return ref(field.refers_to ? "Id" : "AnyId");
}

/// The field where a record is shown: an empty one is left out.
Schema shown(const Field& field) {
  switch (field.type) {
    case FieldType::text:
      return not_empty();
    case FieldType::integer:
      return integer();
    case FieldType::choice: {
      std::vector<std::string_view> names;
      for (const auto name : field.choices)
        if (!name.empty()) names.push_back(name);
      return one_of(names);
    }
    case FieldType::date:
      return ref("PartialDate");
    case FieldType::quantity:
      return ref("Quantity");
    case FieldType::party:
      return ref("Party");
    case FieldType::parties:
      return list_of(ref("Party"));
    case FieldType::reference:
    case FieldType::organisation:
      return reference_to(field);
    case FieldType::references:
      return list_of(reference_to(field));
  }
  std::unreachable();
}

/// The field where a record is sent: also as a person would write it, or null to empty it.
Schema sent(const Field& field) {
  switch (field.type) {
    case FieldType::text:
      return or_null(text());
    case FieldType::choice:
      return or_null(one_of(field.choices));
    case FieldType::date:
      return or_null(any_of({ref("PartialDate"), one_of({""})}));
    case FieldType::quantity:
      return or_null(ref("NewQuantity"));
    case FieldType::party:
      return or_null(ref("NewParty"));
    case FieldType::parties:
      return or_null(list_of(ref("NewParty")));
    default:
      return or_null(shown(field));
  }
}

/// What people call the field.
Schema titled(Schema schema, std::string_view field) {
  const std::string key = "field." + std::string(field);
  if (text::has_words(key)) schema["title"] = text::words(text::Language::en, key);
  return schema;
}

Schema id_of(RecordKind kind) {
  return ref(kind == RecordKind::organisation ? "OrganisationId" : "Id");
}

Schema record_schema(RecordKind kind) {
  Schema schema = open_object();
  auto& properties = schema["properties"].as_object();
  properties["id"] = id_of(kind);
  properties["record_kind"] = Schema{{"const", name_of(kind)}};
  for (const auto& field : model::fields_of(kind)) {
    properties[field.name] = titled(shown(field), field.name);
    if (field.derived) properties[field.name].as_object()["readOnly"] = true;
  }
  schema["required"] = boost::json::array{"id", "record_kind"};
  return schema;
}

/// What the register itself sets is passed over, so that what was read can be sent back.
Schema new_schema(RecordKind kind) {
  Schema schema = open_object();
  auto& properties = schema["properties"].as_object();
  properties["id"] = id_of(kind);
  properties["record_kind"] = Schema{{"const", name_of(kind)}, {"readOnly", true}};
  for (const auto& field : model::fields_of(kind)) {
    properties[field.name] = titled(sent(field), field.name);
    if (field.derived) properties[field.name].as_object()["readOnly"] = true;
  }
  for (const char* mark : {"version", "changed_at", "removed_at", "removed_why", "sharing"}) properties[mark] = Schema{{"readOnly", true}};
  if (kind == RecordKind::note)
    properties["side"] = described(ref("Side"), "Whose it is, where the keeper enters it; an account's is its own side's");
  schema["additionalProperties"] = false;
  return schema;
}

Schema quantity_schema(bool with_figure_alone) {
  Schema schema = object({{"low?", number("The least it can be; none where that is open")},
                          {"high?", number("The most it can be")},
                          {"stated?", text("As written in the source: `gần 44 triệu đồng`")},
                          {"qualifier?", one_of(enum_names<Qualifier>)},
                          {"figure?", number("The figure that was stated: 44000000 of “nearly 44 million”")}});
  if (with_figure_alone) return any_of({number(), std::move(schema)});
  schema["required"] = boost::json::array{"qualifier"};
  return described(std::move(schema), "A stated number: never silently exact");
}

Schema party_schema() {
  return object({{"id?", ref("OrganisationId")}, {"stated?", text("Its name as a document writes it")}});
}

}  // namespace

std::string name_of_kind(RecordKind kind) {
  std::string name;
  bool upper = true;
  for (const char c : name_of(kind)) {
    if (c != '_') name += upper && c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
    upper = c == '_';
  }
  return name;
}

std::string words_of_kind(RecordKind kind) {
  std::string name(name_of(kind));
  for (char& c : name)
    if (c == '_') c = ' ';
  return name;
}

Schema any_record_and(Schema properties) {
  return both(ref("AnyRecord"), std::move(properties));
}

Components record_components() {
  Components all;
  Schema any;
  any["discriminator"] = {{"propertyName", "record_kind"}};
  auto& mapping = any["discriminator"].as_object()["mapping"].emplace_object();
  auto& kinds = any["oneOf"].emplace_array();
  for (const auto kind : all_kinds()) {
    const auto name = name_of_kind(kind);
    kinds.push_back(schema::ref(name));
    mapping[name_of(kind)] = "#/components/schemas/" + name;
    all.emplace_back(name, record_schema(kind));
    all.emplace_back("Stored" + name, both(schema::ref(name), ref("Marks")));
    all.emplace_back("New" + name, new_schema(kind));
  }
  all.emplace_back("AnyRecord", std::move(any));
  Schema marks = object({{"version?", integer("Counts the times it was written; it makes the ETag")},
                         {"changed_at?", ref("Timestamp")},
                         {"removed_at?", ref("Timestamp")},
                         {"removed_why?", text()},
                         {"sharing?", ref("Sharing")}});
  marks.erase("additionalProperties");
  all.emplace_back("Marks", described(std::move(marks), "What the register knows of a record; left out of one as it was on a day"));
  all.emplace_back("Id", Schema{{"type", "string"}, {"format", "uuid"}});
  all.emplace_back("OrganisationId", pattern("^[a-z0-9._-]+$", "Readable: `vn.nghe-an`, `la.lftu`"));
  all.emplace_back("AnyId", pattern("^[a-z0-9._-]+$", "Of any record"));
  all.emplace_back("PartialDate", pattern("^(\\d{4}(-\\d{2}(-\\d{2})?)?|--\\d{2}-\\d{2})$",
                                          "As precise as it is known (EDTF): `2017-08-09`, `2022-06`, `2019`, `--05-25`"));
  all.emplace_back("Timestamp", Schema{{"type", "string"}, {"format", "date-time"}});
  all.emplace_back("Quantity", quantity_schema(false));
  all.emplace_back("NewQuantity", quantity_schema(true));
  all.emplace_back("Party", party_schema());
  all.emplace_back("NewParty", any_of({ref("OrganisationId"), party_schema()}));
  return all;
}

}  // namespace kevai::http::schema
