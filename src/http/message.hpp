#pragma once

#include <boost/json/value.hpp>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "text/words.hpp"

/// What the server hears and says, free of the library that reads it off the wire.
namespace kevai::http {

/// A request as it arrived; header fields it did not send are empty.
struct Request {
  std::string verb;    ///< GET, HEAD, POST …
  std::string target;  ///< path and query as sent, percent-encoded
  std::string host;
  std::string origin;
  std::string content_type;
  std::string accept_language;
  std::string accept_encoding;
  std::string if_none_match;
  std::string body;
};

struct Response {
  int status = 200;
  std::string content_type;
  std::string body;
  std::string_view file;  ///< bytes of the program itself, sent instead of `body` where not empty
  std::vector<std::pair<std::string, std::string>> headers{};

  std::string_view bytes() const { return file.empty() ? std::string_view(body) : file; }
};

Response json_response(const boost::json::value& value, int status = 200);

/// An error as problem details (RFC 9457) in the caller's language.
Response problem(int status, const Error& error, text::Language language);
/// The same with the status its failure maps to.
Response problem(const Error& error, text::Language language);
int status_of(Failure failure);

/// A target taken apart and decoded.
struct Target {
  std::vector<std::string> segments;         ///< of the path
  std::map<std::string, std::string> query;  ///< where a name stands twice, the first

  std::string_view get(const std::string& name) const;  ///< empty where it is not given
};

/// Failure: `target_malformed`.
Result<Target> parse_target(std::string_view target);

/// The language asked for: `lang`, else the first of Accept-Language we speak, else Vietnamese.
text::Language language_of(std::string_view lang, std::string_view accept_language);

}  // namespace kevai::http
