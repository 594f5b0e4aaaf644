#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "store/sql/connection.hpp"

namespace kevai::store::sql {

/// Opens a SQLite file, made where there is none. `wait`: how long to wait for another's lock.
/// `read_only`: this connection refuses to write. Throws Broken.
std::unique_ptr<Connection> connect_sqlite(const std::filesystem::path& file, std::chrono::milliseconds wait, bool read_only);

}  // namespace kevai::store::sql
