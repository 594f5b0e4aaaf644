#pragma once

#include <boost/json/object.hpp>
#include <functional>
#include <initializer_list>
#include <string>
#include <utility>
#include <variant>

#include "base/result.hpp"

namespace kevai::http {

/// Where a field of a request's body goes; the last takes any value.
using FieldTarget = std::variant<std::string*, bool*, std::int64_t*, std::function<Result<>(const boost::json::value&)>>;

/// Takes the fields of a body, each into its place; those not sent leave it as it is. Failures (`invalid`): those of
/// parse_object; `field_unknown`, `value_malformed`.
Result<> take_fields(const std::string& body, std::initializer_list<std::pair<std::string_view, FieldTarget>> fields);

}  // namespace kevai::http
