#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/partial_date.hpp"
#include "base/result.hpp"
#include "cli/run.hpp"
#include "text/words.hpp"

namespace CLI {
class App;
}

namespace kevai::cli {

inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int wrong_usage = 2;

/// What every command gets: the world and the user's language.
struct Context {
  const World& world;
  text::Language language = text::Language::en;

  /// The text of `cli.<key>` in the user's language.
  std::string say(std::string_view key, const text::Args& args = {}) const;
  /// Tells an error on stderr and gives `status` back: `return context.tell(error);`
  int tell(const Error& error, int status = failed) const;
  /// Shows how far a long command is, where a person watches.
  void progress(std::string_view line) const;
};

/// Declares a command's options on `app` and gives what runs it. The options live in the closure.
using Action = std::function<int()>;
using Declare = Action (*)(CLI::App& app, const Context& context);

struct Command {
  std::string_view name;  ///< its help is `cli.<name>.help`
  Declare declare;
};

Action extract_command(CLI::App& app, const Context& context);
Action ingest_command(CLI::App& app, const Context& context);
Action review_command(CLI::App& app, const Context& context);
Action document_command(CLI::App& app, const Context& context);
Action report_command(CLI::App& app, const Context& context);
Action record_command(CLI::App& app, const Context& context);
Action due_command(CLI::App& app, const Context& context);
Action cascade_command(CLI::App& app, const Context& context);
Action carry_over_command(CLI::App& app, const Context& context);
Action proposal_command(CLI::App& app, const Context& context);
Action confirm_command(CLI::App& app, const Context& context);
Action calendar_command(CLI::App& app, const Context& context);
Action openapi_command(CLI::App& app, const Context& context);
Action search_command(CLI::App& app, const Context& context);
Action attach_command(CLI::App& app, const Context& context);
Action backup_command(CLI::App& app, const Context& context);
Action restore_command(CLI::App& app, const Context& context);
Action export_command(CLI::App& app, const Context& context);
Action journal_command(CLI::App& app, const Context& context);
Action personal_command(CLI::App& app, const Context& context);
Action organisation_command(CLI::App& app, const Context& context);
Action table_command(CLI::App& app, const Context& context);
Action user_command(CLI::App& app, const Context& context);
Action serve_command(CLI::App& app, const Context& context);
Action help_command(CLI::App& app, const Context& context);

inline constexpr Command commands[] = {
    {"extract", extract_command},
    {"ingest", ingest_command},
    {"review", review_command},
    {"document", document_command},
    {"report", report_command},
    {"record", record_command},
    {"organisation", organisation_command},
    {"search", search_command},
    {"attach", attach_command},
    {"table", table_command},
    {"due", due_command},
    {"cascade", cascade_command},
    {"carry-over", carry_over_command},
    {"proposal", proposal_command},
    {"confirm", confirm_command},
    {"calendar", calendar_command},
    {"backup", backup_command},
    {"restore", restore_command},
    {"export", export_command},
    {"journal", journal_command},
    {"personal", personal_command},
    {"user", user_command},
    {"serve", serve_command},
    {"openapi", openapi_command},
    {"help", help_command},
};

/// A full day as `--date` takes it; nothing given is no date. Failure: `date_wrong`.
Result<PartialDate> day_of(const std::string& text);

}  // namespace kevai::cli
