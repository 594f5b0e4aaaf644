#include "register/search.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/progress.hpp"
#include "http/heading.hpp"
#include "register/search_index.hpp"

namespace kevai::cli {
namespace {

struct Options {
  std::vector<std::string> words;
  std::string kind;
  int limit = 20;
  bool reindex = false;
  std::string database;
};

/// The snippet in one line; where a person watches, the words asked for stand out.
std::string line_of(const reg::Snippet& snippet, bool bold) {
  std::string line = snippet.begin > 0 ? "…" : "";
  std::size_t at = 0;
  for (const auto& mark : snippet.marks) {
    line.append(snippet.text, at, mark.begin - at);
    line += bold ? "\x1b[1m" : "";
    line.append(snippet.text, mark.begin, mark.end - mark.begin);
    line += bold ? "\x1b[0m" : "";
    at = mark.end;
  }
  line.append(snippet.text, at);
  std::ranges::replace(line, '\n', ' ');
  return line + (snippet.cut_off ? "…" : "");
}

void rebuild(store::Store& store, const Context& context) {
  Progress* drawn = nullptr;
  std::optional<Progress> progress;
  std::size_t all = 0;
  reg::reindex(store, [&](std::size_t done, std::size_t total) {
    if (!drawn) drawn = &progress.emplace(context, total);
    drawn->at(done, "");
    all = total;
  });
  progress.reset();
  context.world.out << context.say("search.indexed", {{"count", text::number(context.language, static_cast<double>(all))}}) << '\n';
}

int show(store::Store& store, const Options& options, const Context& context) {
  const reg::SearchRequest request{.words = fmt::format("{}", fmt::join(options.words, " ")), .kind = options.kind, .limit = options.limit};
  std::optional<Error> refused;
  store.read([&](store::Reader& reader) {
    const auto page = reg::search(reader, request);
    if (!page) {
      refused = page.error();
      return;
    }
    for (const auto& found : page->found)
      context.world.out << fmt::format("{}\n  {}\n  {} {}\n", http::heading(reader, found.id, context.language),
                                       line_of(found.snippet, context.world.terminal), found.kind, found.id.value);
    context.world.out << context.say(page->total_is_at_least ? "search.total_more" : "search.total",
                                     {{"count", text::number(context.language, static_cast<double>(page->total))},
                                      {"shown", std::to_string(page->found.size())}})
                      << '\n';
  });
  return refused ? context.tell(*refused, wrong_usage) : done;
}

int run(const Options& options, const Context& context) {
  if (options.words.empty() && !options.reindex) return context.tell({Failure::invalid, "search_nothing", {}, {}}, wrong_usage);
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  if (options.reindex) rebuild(**store, context);
  return options.words.empty() ? done : show(**store, options, context);
}

}  // namespace

Action search_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("WORDS", options->words, context.say("option.search_words"))->type_name("");
  app.add_option("--kind", options->kind, context.say("option.search_kind"))->type_name("KIND");
  app.add_option("--limit", options->limit, context.say("option.search_limit"))->type_name("NUMBER");
  app.add_flag("--reindex", options->reindex, context.say("option.reindex"));
  add_database_option(app, options->database, context);
  return [options, &context] { return run(*options, context); };
}

}  // namespace kevai::cli
