#include <gtest/gtest.h>

#include "http/server.hpp"

namespace kevai::http {
namespace {

TEST(ListenAddress, IsAnAddressAndAPort) {
  EXPECT_EQ(parse_endpoint("0.0.0.0:80")->address, "0.0.0.0");
  EXPECT_EQ(parse_endpoint("0.0.0.0:80")->port, 80);
  EXPECT_EQ(parse_endpoint("[::1]:8080")->address, "::1");
  EXPECT_EQ(parse_endpoint("localhost:0")->address, "127.0.0.1");
}

TEST(ListenAddress, IsThisMachineWhereOnlyAPortIsGiven) {
  EXPECT_EQ(parse_endpoint("9000")->address, "127.0.0.1");
  EXPECT_EQ(parse_endpoint(":9000")->port, 9000);
}

TEST(ListenAddress, IsRefusedWhereItIsNone) {
  for (const char* text : {"", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "::1:8080", "a:-1"}) {
    const auto endpoint = parse_endpoint(text);
    ASSERT_FALSE(endpoint) << text;
    EXPECT_EQ(endpoint.error().code, "listen_wrong");
  }
}

}  // namespace
}  // namespace kevai::http
