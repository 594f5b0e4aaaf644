#include "http/oidc/outgoing.hpp"

#include <curl/curl.h>

#include <boost/url/encode.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>
#include <boost/url/url_view.hpp>
#include <memory>

namespace kevai::http::oidc {
namespace {

struct Handle {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};
struct List {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, List>;

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* into) {
  auto& body = *static_cast<std::string*>(into);
  if (body.size() + size * count > most_bytes) return 0;  // ends the transfer
  body.append(bytes, size * count);
  return size * count;
}

Headers headers_of(const Outgoing& outgoing) {
  Headers headers(curl_slist_append(nullptr, "Accept: application/json"));
  if (!outgoing.authorization.empty()) curl_slist_append(headers.get(), ("Authorization: " + outgoing.authorization).c_str());
  return headers;
}

void set_up(CURL* curl, const Outgoing& outgoing, const curl_slist* headers, std::string& body) {
  const bool loopback = is_loopback_url(outgoing.url);
  curl_easy_setopt(curl, CURLOPT_URL, outgoing.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, loopback ? "http" : "https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, connect_ms);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, whole_ms);
  curl_easy_setopt(curl, CURLOPT_MAXFILESIZE, static_cast<long>(most_bytes));
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "kevai");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  if (loopback) curl_easy_setopt(curl, CURLOPT_PROXY,
                                 "");  // whatever the environment says, this machine is asked directly
  if (!outgoing.form.empty()) curl_easy_setopt(curl, CURLOPT_POSTFIELDS, outgoing.form.c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
}

/// The library takes an address before a name that begins with one (`127.0.0.1.example.org`), and the rest as
/// a path.
bool is_whole(const boost::urls::url_view& url) {
  return url.encoded_path().empty() || url.encoded_path().starts_with('/');
}

bool is_of_this_machine(const boost::urls::url_view& url) {
  const std::string host = url.host();
  return is_whole(url) && (host == "localhost" || host == "127.0.0.1" || host == "[::1]");
}

}  // namespace

Result<Fetched> fetch(const Outgoing& outgoing) {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  const std::unique_ptr<CURL, Handle> curl(started == CURLE_OK ? curl_easy_init() : nullptr);
  if (!curl) throw Broken({Failure::internal, "internal", {}, "libcurl cannot start"});
  Fetched fetched;
  const Headers headers = headers_of(outgoing);
  set_up(curl.get(), outgoing, headers.get(), fetched.body);
  if (const CURLcode code = curl_easy_perform(curl.get()); code != CURLE_OK)
    return fail(Failure::unavailable, "oidc_provider_unreachable", {}, outgoing.url + ": " + curl_easy_strerror(code));
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  fetched.status = static_cast<int>(status);
  return fetched;
}

bool is_loopback_url(const std::string& text) {
  const auto url = boost::urls::parse_uri(text);
  return url && url->scheme() == "http" && is_of_this_machine(*url);
}

bool is_safe_url(const std::string& text, bool loopback) {
  const auto url = boost::urls::parse_uri(text);
  if (!url || !is_whole(*url) || url->has_userinfo() || url->has_fragment() || url->host().empty()) return false;
  return url->scheme() == "https" || (loopback && is_loopback_url(text));
}

std::string percent_encoded(const std::string& text) {
  return boost::urls::encode(text, boost::urls::unreserved_chars);
}

}  // namespace kevai::http::oidc
