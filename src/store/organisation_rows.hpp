#pragma once

#include <vector>

#include "model/organisation.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

std::vector<model::Organisation> organisations(sql::Connection& connection);

}  // namespace kevai::store
