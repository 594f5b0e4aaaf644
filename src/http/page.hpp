#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/message.hpp"

/// What lists share: how much they give at once, and how one goes on.
namespace kevai::http {

inline constexpr int most_items = 200;
inline constexpr int usual_items = 50;

/// The number of that parameter, or `usual`. Failure: `parameter_wrong`.
Result<int> whole_number_of(const Target& target, const std::string& name, int least, int most, int usual);
/// `limit`, or usual_items. Failure: `parameter_wrong`.
Result<int> limit_of(const Target& target);
/// `true` or `false`; false where it is not given. Failure: `parameter_wrong`.
Result<bool> flag_of(const Target& target, const std::string& name);

/// A cursor as its caller gets it: letters that mean nothing to them.
std::string opaque(std::string_view text);
/// What stands behind such letters; nothing where it is none of ours.
std::optional<std::string> from_opaque(std::string_view letters);

/// `Link: <…>; rel="next"`: the same request with this cursor.
void add_next_link(Response& response, const Request& request, const Target& target, const std::string& cursor);

std::unexpected<Error> wrong_parameter(const std::string& name, const std::string& expected);

}  // namespace kevai::http
