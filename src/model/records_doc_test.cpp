#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "model/field.hpp"
#include "text/words.hpp"

namespace kevai::model {
namespace {

std::string quoted(std::string_view name) {
  return "`" + std::string(name) + "`";
}

std::string word(const std::string& key) {
  return text::words(text::Language::en, key) + " · " + text::words(text::Language::vi, key);
}

std::string form(const Field& field) {
  switch (field.type) {
    case FieldType::text:
      return "text";
    case FieldType::integer:
      return "whole number";
    case FieldType::date:
      return "date";
    case FieldType::quantity:
      return "number";
    case FieldType::party:
      return "party";
    case FieldType::parties:
      return "list of parties";
    case FieldType::organisation:
      return "organisation's id";
    case FieldType::reference:
      return field.refers_to ? "id of " + quoted(name_of(*field.refers_to)) : "id of any record";
    case FieldType::references:
      return "list of ids of " + quoted(name_of(*field.refers_to));
    case FieldType::choice:
      break;
  }
  std::string choices;
  for (const auto choice : field.choices) choices.append(choices.empty() ? "" : " ").append(choice.empty() ? "(empty)" : quoted(choice));
  return choices;
}

std::string described() {
  std::ostringstream out;
  out << "# Records and their fields\n\n"
         "Made from the program's own description of its records; a test compares the two.\n\n"
         "In JSON a record is `{\"id\", \"record_kind\", …}` with the fields below, empty ones left out. A date is as precise as it is "
         "known\n(EDTF, ISO 8601-2: `2017-08-09`, `2022-06`, `2019`). A number is `{\"figure\", \"qualifier\", \"stated\"}` or its "
         "bounds\n`{\"low\", \"high\"}`, with the qualifiers of facts.md; a bare number is taken as exact. A party is `{\"id\", "
         "\"stated\"}`: "
         "an\norganisation's id where it is known, and its name as written. What is *worked out* nobody sets.\n";
  for (std::size_t i = 0; i < std::variant_size_v<Record>; ++i) {
    const auto kind = static_cast<RecordKind>(i);
    out << "\n## " << quoted(name_of(kind)) << " (" << word("record." + std::string(name_of(kind))) << ")\n"
        << "| field | | form |\n| --- | --- | --- |\n";
    for (const Field& field : fields_of(kind))
      out << "| " << quoted(field.name) << " | " << word("field." + std::string(field.name)) << " | " << form(field)
          << (field.derived ? ", worked out" : "") << " |\n";
  }
  return out.str();
}

TEST(RecordsDocument, TellsEveryFieldOfEveryKind) {
  std::ifstream file(KEVAI_SOURCE_DIR "/docs/records.md");
  std::ostringstream there;
  there << file.rdbuf();
  const std::string wanted = described();
  if (there.str() == wanted) return;
  std::ofstream("records.md") << wanted;
  FAIL() << "docs/records.md is not as the records are: the file records.md that was written here is.";
}

}  // namespace
}  // namespace kevai::model
