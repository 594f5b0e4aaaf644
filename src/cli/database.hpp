#pragma once

#include <memory>
#include <string>

#include "cli/command.hpp"
#include "store/store.hpp"

namespace kevai::cli {

/// Where the register is when nobody says: kevai.db in the data folder, which is made if missing.
/// Failures: `data_folder_unknown`, `folder_not_made`.
Result<std::string> default_database(const World& world);

/// Opens the register (empty: the default one) with the reference organisations in it. Failures: those of
/// default_database and store::open.
Result<std::unique_ptr<store::Store>> open_database(const std::string& database, const World& world);

/// Declares --database.
void add_database_option(CLI::App& app, std::string& database, const Context& context);

}  // namespace kevai::cli
