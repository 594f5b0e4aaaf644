#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/database.hpp"
#include "cli/login.hpp"
#include "cli/record/named.hpp"
#include "http/service.hpp"
#include "register/proposals.hpp"

namespace kevai::cli {
namespace {

struct Options {
  std::string step;
  std::string proposal;
  reg::Routing routing;
  std::string by;
  std::string database;
};

int run(const Options& options, const Context& context) {
  auto routing = options.routing;
  const auto step = named<reg::ProposalStep>(options.step);
  if (!step)
    return context.tell(
        {Failure::invalid, "value_malformed", {{"field", "step"}, {"expected", "submit, forward, send_back, accept, decline"}}, {}},
        wrong_usage);
  routing.step = *step;
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  const auto who = options.by.empty() ? login_name(context.world) : options.by;
  const auto routed = reg::write(**store, [&](store::Writer& writer) -> Result<reg::Edited> {
    const auto proposal = find(writer, model::RecordKind::proposal, options.proposal);
    if (!proposal) return std::unexpected(proposal.error());
    return reg::route(writer, model::id_of(proposal->record), routing, {}, http::local_today(), who);
  });
  if (!routed) return context.tell(routed.error());
  const auto& proposal = std::get<model::Proposal>(routed->record);
  context.world.out << context.say("proposal.routed",
                                   {{"state", text::words(context.language, "state." + std::string(name_of(proposal.state)))},
                                    {"desk", proposal.desk.empty() ? "–" : proposal.desk.value}})
                    << '\n';
  return done;
}

}  // namespace

Action proposal_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("STEP", options->step, context.say("option.proposal_step"))->required()->type_name("");
  app.add_option("PROPOSAL", options->proposal, context.say("option.record_id"))->required()->type_name("");
  app.add_option("--desk", options->routing.desk.value, context.say("option.proposal_desk"))->type_name("ID");
  app.add_option("--reason", options->routing.reason, context.say("option.proposal_reason"))->type_name("TEXT");
  app.add_option("--agreement", options->routing.agreement.value, context.say("option.proposal_agreement"))->type_name("ID");
  add_by_option(app, options->by, context);
  add_database_option(app, options->database, context);
  return [options, &context] { return run(*options, context); };
}

}  // namespace kevai::cli
