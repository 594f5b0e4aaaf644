#include "cli/database.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>

#include "cli/files.hpp"
#include "cli/progress.hpp"
#include "register/ingest.hpp"
#include "register/search_index.hpp"

namespace kevai::cli {
namespace {

namespace fs = std::filesystem;

fs::path data_folder(const World& world) {
  const auto set = [&](const char* name) { return world.environment(name).value_or(""); };
  if (const auto own = set("KEVAI_DATA"); !own.empty()) return own;
  // The XDG specification wants relative paths ignored.
  if (const fs::path data = set("XDG_DATA_HOME"); data.is_absolute()) return data / "kevai";
  if (const auto home = set("HOME"); !home.empty()) return fs::path(home) / ".local/share/kevai";
  return {};
}

}  // namespace

Result<std::string> default_database(const World& world) {
  const auto folder = data_folder(world);
  if (folder.empty()) return fail(Failure::unavailable, "data_folder_unknown");
  if (const auto made = make_folder(folder); !made) return std::unexpected(made.error());
  return (folder / "kevai.db").string();
}

Result<std::unique_ptr<store::Store>> open_database(const std::string& database, const World& world) {
  auto where = database.empty() ? default_database(world) : Result<std::string>(database);
  if (!where) return std::unexpected(where.error());
  auto store = store::open(*where);
  if (!store) return store;
  if (const auto loaded = reg::load_reference(**store); !loaded) return std::unexpected(loaded.error());
  if (!reg::is_indexed(**store)) {
    reg::reindex(**store, [&](std::size_t done, std::size_t total) {
      if (world.terminal) world.err << "\r\x1b[K" << bar(done, total, 24) << std::flush;
    });
    if (world.terminal) world.err << "\r\x1b[K" << std::flush;
  }
  return store;
}

void add_database_option(CLI::App& app, std::string& database, const Context& context) {
  app.add_option("--database", database, context.say("option.database"))->type_name("DATABASE");
}

}  // namespace kevai::cli
