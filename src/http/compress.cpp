#include "http/compress.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace kevai::http {
namespace {

/// What fits one network packet gains nothing.
constexpr std::size_t worth_it = 1400;

bool is_text(std::string_view type) {
  // Fonts and pictures are compressed as they are.
  static constexpr std::array texts{"text/", "application/json", "application/problem+json", "application/manifest+json", "image/svg+xml"};
  return std::ranges::any_of(texts, [&](std::string_view start) { return type.starts_with(start); });
}

/// Does Accept-Encoding name gzip, and not only to refuse it ("gzip;q=0")?
bool takes_gzip(std::string_view accept_encoding) {
  const auto at = accept_encoding.find("gzip");
  if (at == std::string_view::npos) return false;
  std::string_view weight = accept_encoding.substr(at + 4);
  weight = weight.substr(0, weight.find(','));
  return !weight.contains("q=0") || weight.contains("q=0.");
}

/// Those bytes as gzip (RFC 1952); empty where zlib fails.
std::string gzip(std::string_view bytes) {
  z_stream stream{};
  constexpr int window_and_gzip_header = 15 + 16;
  if (deflateInit2(&stream, 6, Z_DEFLATED, window_and_gzip_header, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  packed.resize(done ? stream.total_out : 0);
  deflateEnd(&stream);
  return packed;
}

}  // namespace

void compress(Response& response, const Request& request) {
  if (!is_text(response.content_type) || response.bytes().size() <= worth_it) return;
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (!takes_gzip(request.accept_encoding)) return;
  std::string packed = gzip(response.bytes());
  if (packed.empty()) return;
  response.body = std::move(packed);
  response.file = {};
  response.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace kevai::http
