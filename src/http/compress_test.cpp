#include "http/compress.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

namespace kevai::http {
namespace {

std::string unpacked(const std::string& packed, std::size_t size) {
  std::string bytes(size, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  inflateEnd(&stream);
  return bytes;
}

std::string header(const Response& response, std::string_view wanted) {
  for (const auto& [name, value] : response.headers)
    if (name == wanted) return value;
  return {};
}

Request taking(std::string encodings) {
  Request request;
  request.accept_encoding = std::move(encodings);
  return request;
}

std::string page() {
  std::string text;
  while (text.size() < 20'000) text += "<p>Hội đàm giữa hai tỉnh ຄຽງບ່າຄຽງໄຫຼ່</p>\n";
  return text;
}

TEST(Compress, SendsTheSameBytesSmaller) {
  const std::string text = page();
  Response response{200, "text/html; charset=utf-8", {}, text};
  compress(response, taking("gzip, deflate, br"));
  EXPECT_EQ(header(response, "Content-Encoding"), "gzip");
  EXPECT_LT(response.bytes().size(), text.size() / 4);
  EXPECT_EQ(unpacked(std::string(response.bytes()), text.size()), text);
}

TEST(Compress, LeavesAloneWhatTheCallerDoesNotTake) {
  for (const char* encodings : {"", "identity", "br", "gzip;q=0, br"}) {
    Response response{200, "application/json", page()};
    compress(response, taking(encodings));
    EXPECT_EQ(response.bytes(), page()) << encodings;
    EXPECT_EQ(header(response, "Vary"), "Accept-Encoding") << encodings;
  }
}

TEST(Compress, LeavesAloneWhatGainsNothing) {
  for (const auto& [type, body] : {std::pair{"font/woff2", page()}, std::pair{"application/json", std::string("{}")}}) {
    Response response{200, type, body};
    compress(response, taking("gzip"));
    EXPECT_EQ(response.bytes(), body) << type;
    EXPECT_TRUE(response.headers.empty()) << type;
  }
}

}  // namespace
}  // namespace kevai::http
