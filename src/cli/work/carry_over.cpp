#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/database.hpp"
#include "cli/login.hpp"
#include "cli/record/named.hpp"
#include "register/edit.hpp"
#include "register/renewal.hpp"

namespace kevai::cli {
namespace {

struct Options {
  std::string agreement;
  std::string by;
  std::string database;
};

int run(const Options& options, const Context& context) {
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  const auto who = options.by.empty() ? login_name(context.world) : options.by;
  const auto made = reg::write(**store, [&](store::Writer& writer) -> Result<std::vector<Id>> {
    const auto agreement = find(writer, model::RecordKind::agreement, options.agreement);
    if (!agreement) return std::unexpected(agreement.error());
    return reg::carry_over(writer, model::id_of(agreement->record), who);
  });
  if (!made) return context.tell(made.error());
  context.world.out << context.say("carry-over.made", {{"count", std::to_string(made->size())}}) << '\n';
  return done;
}

}  // namespace

Action carry_over_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("AGREEMENT", options->agreement, context.say("option.record_id"))->required()->type_name("");
  add_by_option(app, options->by, context);
  add_database_option(app, options->database, context);
  return [options, &context] { return run(*options, context); };
}

}  // namespace kevai::cli
