#pragma once

#include <boost/json/object.hpp>
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
  std::string if_match{};
  std::string idempotency_key{};
  std::string cookie{};
  std::string authorization{};
  std::string user_agent{};
  std::string sec_fetch_site{};  ///< where the page stands that asks, as its browser tells
  std::string forwarded_for{};   ///< as a proxy tells; anybody may send it
  std::string forwarded_proto{};
  std::string peer{};  ///< the address it came from
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

/// An error as problem details (RFC 9457) in the caller's language; the single faults of one input are its `errors`.
boost::json::object problem_json(int status, const Error& error, text::Language language);
Response problem(int status, boost::json::object problem, text::Language language);
Response problem(int status, const Error& error, text::Language language);
/// The same with the status its failure maps to.
Response problem(const Error& error, text::Language language);
int status_of(Failure failure);

/// A target taken apart and decoded.
struct Target {
  std::vector<std::string> segments;         ///< of the path
  std::map<std::string, std::string> query;  ///< where a name stands twice, the first
  std::string repeated{};                    ///< a name that stands twice

  std::string_view get(const std::string& name) const;  ///< empty where it is not given
};

/// Failure: `target_malformed`.
Result<Target> parse_target(std::string_view target);

/// Is it UTF-8, without NUL?
bool is_clean(std::string_view text);

/// The JSON of a request. Failures: `body_not_utf8`, `json_too_deep`, `json_malformed`.
Result<boost::json::value> parse_json(const std::string& text);
/// The same, of an object. Failure: also `json_not_object`.
Result<boost::json::object> parse_object(const std::string& text);

/// The language asked for: `lang`, else the first of Accept-Language we speak, else Vietnamese.
text::Language language_of(std::string_view lang, std::string_view accept_language);

}  // namespace kevai::http
