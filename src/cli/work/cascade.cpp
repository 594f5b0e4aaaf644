#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/database.hpp"
#include "cli/record/named.hpp"
#include "cli/record/text.hpp"
#include "register/cascade.hpp"

namespace kevai::cli {
namespace {

struct Options {
  std::string course;
  std::string database;
};

std::vector<std::string> row(const std::string& generation, std::size_t courses, const reg::Trained& trained, text::Language language) {
  return {generation, text::number(language, static_cast<double>(courses)), text::quantity(language, trained.trainees),
          text::quantity(language, trained.women), text::quantity(language, trained.certificates)};
}

int run(const Options& options, const Context& context) {
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  Result<reg::Cascade> found = fail(Failure::not_found, "record_unknown", {{"id", options.course}});
  (*store)->read([&](store::Reader& reader) {
    const auto course = find(reader, model::RecordKind::course, options.course);
    if (!course) {
      found = std::unexpected(course.error());
    } else if (auto cascade = reg::cascade(reader, model::id_of(course->record))) {
      found = std::move(*cascade);
    }
  });
  if (!found) return context.tell(found.error());
  std::vector<std::vector<std::string>> rows;
  std::size_t courses = 0;
  for (std::size_t depth = 0; depth < found->generations.size(); ++depth) {
    const auto& generation = found->generations[depth];
    courses += generation.courses.size();
    rows.push_back(row(std::to_string(depth), generation.courses.size(), generation.trained, context.language));
  }
  rows.push_back(row(context.say("cascade.all"), courses, found->trained, context.language));
  auto& out = context.world.out;
  out << table({context.say("cascade.generation"), context.say("cascade.courses"), context.say("cascade.trainees"),
                context.say("cascade.women"), context.say("cascade.certificates")},
               rows);
  out << context.say("cascade.distinct", {{"count", text::number(context.language, found->distinct_persons)}}) << '\n';
  if (found->trained.list_incomplete) out << context.say("cascade.incomplete") << '\n';
  return done;
}

}  // namespace

Action cascade_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("COURSE", options->course, context.say("option.record_id"))->required()->type_name("");
  add_database_option(app, options->database, context);
  return [options, &context] { return run(*options, context); };
}

}  // namespace kevai::cli
