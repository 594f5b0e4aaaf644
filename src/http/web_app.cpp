#include "http/web_app.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <utility>

namespace kevai::http {
namespace {

/// Weak, as the same file may be sent as gzip.
std::string etag_of(std::string_view bytes) {
  unsigned char hash[16];
  crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
  char hex[2 * sizeof hash + 1];
  return fmt::format("W/\"{}\"", sodium_bin2hex(hex, sizeof hex, hash, sizeof hash));
}

std::string_view ending_of(std::string_view path) {
  const auto name = path.substr(path.rfind('/') + 1);
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view{} : name.substr(dot + 1);
}

std::string_view content_type_of(std::string_view path) {
  static constexpr std::pair<std::string_view, std::string_view> types[] = {
      {"html", "text/html; charset=utf-8"},
      {"js", "text/javascript; charset=utf-8"},
      {"css", "text/css; charset=utf-8"},
      {"json", "application/json"},
      {"svg", "image/svg+xml"},
      {"png", "image/png"},
      {"ico", "image/x-icon"},
      {"woff2", "font/woff2"},
      {"woff", "font/woff"},
      {"txt", "text/plain; charset=utf-8"},
      {"webmanifest", "application/manifest+json"},
  };
  for (const auto& [ending, type] : types)
    if (ending == ending_of(path)) return type;
  return "application/octet-stream";
}

std::string path_of(const Target& target) {
  return fmt::format("{}", fmt::join(target.segments, "/"));
}

}  // namespace

WebApp::WebApp(std::span<const EmbeddedFile> files) {
  for (const auto& file : files) files_.emplace(file.path, File{file.bytes, etag_of(file.bytes)});
}

Response WebApp::answer(const Request& request, const Target& target, text::Language language) const {
  const std::string sent = request.target.substr(0, request.target.find('?'));
  if (request.verb != "GET" && request.verb != "HEAD") {
    auto response = problem(
        405, {Failure::invalid, "verb_not_allowed", {{"path", sent}, {"verb", request.verb}, {"allowed", "GET, HEAD"}}, {}}, language);
    response.headers.emplace_back("Allow", "GET, HEAD");
    return response;
  }
  auto found = files_.find(path_of(target));
  if (found == files_.end() && ending_of(path_of(target)).empty()) found = files_.find("index.html");
  if (found == files_.end()) {
    const auto* code = files_.empty() ? "web_missing" : "path_unknown";
    return problem(404, {Failure::not_found, code, {{"path", sent}}, {}}, language);
  }

  const auto& [path, file] = *found;
  Response response{200, std::string(content_type_of(path)), {}, file.bytes};
  response.headers.emplace_back("ETag", file.etag);
  response.headers.emplace_back("Cache-Control", path.starts_with("assets/") ? "public, max-age=31536000, immutable" : "no-cache");
  if (request.if_none_match.contains(file.etag)) {
    response.status = 304;
    response.file = {};
  }
  return response;
}

}  // namespace kevai::http
