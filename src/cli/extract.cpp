#include "extract/extract.hpp"

#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <mutex>
#include <ostream>
#include <thread>

#include "base/in_order.hpp"
#include "cli/command.hpp"
#include "cli/explain_text.hpp"
#include "cli/files.hpp"
#include "cli/progress.hpp"
#include "register/ingest.hpp"
#include "text/decode.hpp"

namespace kevai::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> files;
  std::string date;
  std::string facts;
  bool explain = false;
  bool json = false;
};

std::string name_of(const std::string& file) {
  return file == "-" ? "stdin" : fs::path(file).stem().string();
}

/// Two files of one name would overwrite each other's facts.
Result<> distinct_names(const std::vector<std::string>& files) {
  std::map<std::string, std::string> seen;
  for (const auto& file : files) {
    const auto [first, fresh] = seen.emplace(name_of(file), file);
    if (!fresh)
      return fail(Failure::invalid, "names_collide", {{"file", first->second}, {"other", file}, {"name", first->first + ".jsonl"}});
  }
  return {};
}

/// The organisations as a register without any of its own names them.
Result<Organisations> known_organisations() {
  const auto all = reg::reference_organisations();
  if (!all) return std::unexpected(all.error());
  Organisations organisations;
  for (const auto& organisation : *all) organisations.emplace(organisation.id.value, organisation);
  return organisations;
}

/// An article's facts with what lies behind each: for people, or as JSON Lines.
Result<std::string> explained(const Options& options, const std::string& text, const std::string& file, const PartialDate& date,
                              text::Language language) {
  const auto article = extract::read(text, date, extract::Explain::yes);
  if (!options.json) {
    const auto organisations = known_organisations();
    if (!organisations) return std::unexpected(organisations.error());
    return explain_text(article, text, file, *organisations, language);
  }
  std::string lines;
  for (std::size_t i = 0; i < article.facts.size(); ++i) lines += extract::to_json(article.facts[i], article.explanations[i]) + '\n';
  return lines;
}

/// The facts of one file as JSON Lines, or explained.
Result<std::string> facts_of(const Options& options, const std::string& file, const PartialDate& date, const Context& context) {
  static std::mutex standard_input;  // named twice, it is still one stream
  std::unique_lock lock(standard_input, std::defer_lock);
  if (file == "-") lock.lock();
  const auto bytes = read_file(file, context.world.in);
  if (!bytes) return std::unexpected(bytes.error());
  const auto decoded = text::decode(*bytes);
  if (!decoded) return std::unexpected(with_file(decoded.error(), file));
  if (options.explain) return explained(options, decoded->text, file, date, context.language);
  std::string lines;
  for (const auto& fact : extract::read(decoded->text, date).facts) lines += extract::to_json(fact) + '\n';
  return lines;
}

/// What is to be printed of one file: its facts, or nothing where they were written to a folder.
Result<std::string> extract_file(const Options& options, const std::string& file, const PartialDate& date, const Context& context) {
  auto lines = facts_of(options, file, date, context);
  if (!lines || options.facts.empty()) return lines;
  const auto written = write_file(fs::path(options.facts) / (name_of(file) + ".jsonl"), *lines);
  if (!written) return std::unexpected(written.error());
  return std::string();
}

/// What cannot be typed so.
Result<> check(const Options& options) {
  if (options.json && !options.explain) return fail(Failure::invalid, "usage_only_with", {{"one", "--json"}, {"other", "--explain"}});
  if (options.explain && !options.json && !options.facts.empty())
    return fail(Failure::invalid, "usage_only_with", {{"one", "--explain --facts"}, {"other", "--json"}});
  return {};
}

int run(const Options& options, const Context& context) {
  if (const auto checked = check(options); !checked) return context.tell(checked.error(), wrong_usage);
  const auto date = day_of(options.date);
  if (!date) return context.tell(date.error(), wrong_usage);
  if (!options.facts.empty()) {
    if (const auto distinct = distinct_names(options.files); !distinct) return context.tell(distinct.error(), wrong_usage);
    if (const auto made = make_folder(options.facts); !made) return context.tell(made.error());
  }
  int status = done;
  Progress progress(context, options.files.size());
  const auto make = [&](std::size_t i) { return extract_file(options, options.files[i], *date, context); };
  const auto take = [&](std::size_t i, const Result<std::string>& printed) {
    if (!printed) {
      status = context.tell(printed.error());
    } else if (!printed->empty()) {
      progress.clear();
      context.world.out << *printed << std::flush;
    }
    if (i + 1 < options.files.size()) progress.at(i + 1, options.files[i + 1]);
  };
  in_order(options.files.size(), std::thread::hardware_concurrency(), make, take);
  return status;
}

}  // namespace

Action extract_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("FILE", options->files, context.say("option.extract_files"))->required()->type_name("");
  app.add_option("--date", options->date, context.say("option.date"))->type_name("YYYY-MM-DD");
  app.add_option("--facts", options->facts, context.say("option.facts"))->type_name("DIR");
  app.add_flag("--explain", options->explain, context.say("option.explain"));
  app.add_flag("--json", options->json, context.say("option.explain_json"));
  return [options, &context] { return run(*options, context); };
}

}  // namespace kevai::cli
