#include "extract/extract.hpp"

#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <mutex>
#include <ostream>
#include <thread>

#include "base/in_order.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/progress.hpp"
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
  static std::mutex standard_input;  // named twice, it is still one stream
  std::unique_lock lock(standard_input, std::defer_lock);
  if (file == "-") lock.lock();
  const auto bytes = read_file(file, in);
  if (!bytes) return std::unexpected(bytes.error());
  const auto decoded = text::decode(*bytes);
  if (!decoded) return std::unexpected(with_file(decoded.error(), file));
  std::string lines;
  for (const auto& fact : extract::read(decoded->text, date).facts) lines += extract::to_json(fact) + '\n';
  return lines;
}

/// What is to be printed of one file: its facts, or nothing where they were written to a folder.
Result<std::string> extract_file(const Options& options, const std::string& file, const PartialDate& date,
                                 std::istream& in) {
  auto lines = facts_of(file, date, in);
  if (!lines || options.facts.empty()) return lines;
  const auto written = write_file(fs::path(options.facts) / (name_of(file) + ".jsonl"), *lines);
  if (!written) return std::unexpected(written.error());
  return std::string();
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
  Progress progress(context, options.files.size());
  const auto make = [&](std::size_t i) {
    return extract_file(options, options.files[i], *date, context.world.in);
  };
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
  return [options, &context] { return run(*options, context); };
}

}  // namespace kevai::cli
