#include "cli/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/program.hpp"

namespace kevai::cli {
namespace {

/// The language to speak: --language, KEVAI_LANGUAGE, then the locale as POSIX ranks its variables.
/// It is looked up before parsing, for help and errors speak it too.
text::Language language_of(const std::vector<std::string>& arguments, const World& world) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    constexpr std::string_view option = "--language";
    std::string_view value = arguments[i];
    if (value == option && i + 1 < arguments.size()) {
      value = arguments[i + 1];
    } else if (value.starts_with(option) && value.size() > option.size() && value[option.size()] == '=') {
      value.remove_prefix(option.size() + 1);
    } else {
      continue;
    }
    if (const auto language = text::language_of(value)) return *language;
  }
  for (const char* name : {"KEVAI_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    const auto value = world.environment(name);
    if (value && !value->empty()) return text::language_of(*value).value_or(text::Language::en);
  }
  return text::Language::en;
}

/// CLI11 speaks English only: what it refuses is told again in the user's words.
Error usage_error(const CLI::App& app, const CLI::ParseError& thrown) {
  const std::string what = thrown.what();
  const auto usage = [](std::string code, std::string about) {
    return Error{Failure::invalid, std::move(code), {{"what", std::move(about)}}, {}};
  };
  switch (static_cast<CLI::ExitCodes>(thrown.get_exit_code())) {
    case CLI::ExitCodes::ExtrasError:
      return usage("usage_unexpected", fmt::format("{}", fmt::join(app.remaining(true), " ")));
    case CLI::ExitCodes::RequiredError:
      return usage("usage_missing", what.substr(0, what.find(" is required")));
    case CLI::ExitCodes::ArgumentMismatch:
      return usage("usage_value_missing", what.substr(0, what.find(':')));
    default:
      return usage("usage_wrong", what);
  }
}

int parse_and_act(Program& program, const Context& context, std::vector<std::string> arguments) {
  std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
  try {
    program.app.parse(arguments);
  } catch (const CLI::Success& asked) {  // help and version
    return program.app.exit(asked, context.world.out, context.world.err);
  } catch (const CLI::ParseError& thrown) {
    return context.tell(usage_error(program.app, thrown), wrong_usage);
  }
  if (!program.language.empty() && !text::language_of(program.language))
    return context.tell({Failure::invalid, "language_unknown", {{"language", program.language}}, {}}, wrong_usage);
  return program.action();
}

}  // namespace

std::string Context::say(std::string_view key, const text::Args& args) const {
  return text::words(language, fmt::format("cli.{}", key), args);
}

int Context::tell(const Error& error, int status) const {
  progress("");
  world.out.flush();
  world.err << "kevai: " << text::message(language, error) << '\n';
  for (const auto& part : error.parts) world.err << "  " << text::message(language, part) << '\n';
  world.err.flush();
  return status;
}

void Context::progress(std::string_view line) const {
  if (world.terminal) world.err << "\r\x1b[K" << line << std::flush;
}

Result<PartialDate> day_of(const std::string& text) {
  if (text.empty()) return PartialDate{};
  const auto date = PartialDate::parse(text);
  if (!date || date->precision() != 3) return fail(Failure::invalid, "date_wrong", {{"date", text}});
  return *date;
}

int run(const std::vector<std::string>& arguments, const World& world) {
  const Context context{world, language_of(arguments, world)};
  try {
    Program program(context);
    const int status = parse_and_act(program, context, arguments);
    if (!world.out.flush()) return context.tell({Failure::unavailable, "output_not_written", {}, {}});
    return status;
  } catch (const Broken& broken) {
    return context.tell(broken.error());
  } catch (const std::exception& thrown) {
    return context.tell({Failure::internal, "internal", {{"detail", thrown.what()}}, thrown.what()});
  }
}

}  // namespace kevai::cli
