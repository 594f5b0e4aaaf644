#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "store/sql/connection.hpp"

namespace kevai::store::sql {

/// Is it a `postgresql://` (or `postgres://`) address?
bool is_postgres_address(const std::string& database);

/// What stands for an address that cannot be read.
inline const std::string unreadable_address = "postgresql://…";

/// The address as users may see it: without password or other parameters; `unreadable_address` where
/// it cannot be read.
std::string shown_address(const std::string& address);

/// Connects. `wait`: how long to wait for another's lock. Throws Broken, never with a password.
std::unique_ptr<Connection> connect_postgres(const std::string& address, std::chrono::milliseconds wait);

}  // namespace kevai::store::sql
