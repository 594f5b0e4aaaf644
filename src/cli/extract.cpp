#include "extract/extract.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <ostream>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "text/decode.hpp"

namespace kevai::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> files;
  std::string date;
  std::string facts;
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
      return fail(Failure::invalid, "names_collide",
                  {{"file", first->second}, {"other", file}, {"name", first->first + ".jsonl"}});
  }
  return {};
}

/// The facts of one file as JSON Lines.
Result<std::string> facts_of(const std::string& file, const PartialDate& date, std::istream& in) {
  const auto bytes = read_file(file, in);
  if (!bytes) return std::unexpected(bytes.error());
  const auto decoded = text::decode(*bytes);
  if (!decoded) return std::unexpected(with_file(decoded.error(), file));
  std::string lines;
  for (const auto& fact : extract::read(decoded->text, date).facts) lines += extract::to_json(fact) + '\n';
  return lines;
}

int run(const Options& options, const Context& context) {
  const auto date = day_of(options.date);
  if (!date) return context.tell(date.error(), wrong_usage);
  if (!options.facts.empty()) {
    if (const auto distinct = distinct_names(options.files); !distinct)
      return context.tell(distinct.error(), wrong_usage);
    if (const auto made = make_folder(options.facts); !made) return context.tell(made.error());
  }
  int status = done;
  for (std::size_t i = 0; i < options.files.size(); ++i) {
    const auto& file = options.files[i];
    context.progress(fmt::format("{}/{} {}", i + 1, options.files.size(), file));
    const auto lines = facts_of(file, *date, context.world.in);
    if (!lines) {
      status = context.tell(lines.error());
    } else if (options.facts.empty()) {
      context.progress("");
      context.world.out << *lines << std::flush;
    } else if (const auto written = write_file(fs::path(options.facts) / (name_of(file) + ".jsonl"), *lines);
               !written) {
      status = context.tell(written.error());
    }
  }
  context.progress("");
  return status;
}

}  // namespace

Action extract_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("FILE", options->files, context.say("option.extract_files"))->required()->type_name("");
  app.add_option("--date", options->date, context.say("option.date"))->type_name("YYYY-MM-DD");
  app.add_option("--facts", options->facts, context.say("option.facts"))->type_name("DIR");
  return [options, &context] { return run(*options, context); };
}

}  // namespace kevai::cli
