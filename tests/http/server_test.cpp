#include <fmt/format.h>
#include <gtest/gtest.h>

#include <future>

#include "http/running_server.hpp"

namespace kevai::http {
namespace {

using std::chrono::milliseconds;

const std::string request = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

Response echo(const Request& asked) {
  return {200, "text/plain", asked.verb + " " + asked.target + " " + asked.body, {}};
}

TEST(Server, AnswersSeveralRequestsOnOneConnection) {
  Running running(echo);
  Client client(running.port());
  for (int i = 0; i < 3; ++i) {
    client.send(fmt::format("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", i));
    EXPECT_EQ(client.read().body, fmt::format("GET /{} ", i));
  }
}

TEST(Server, AnswersRequestsSentTogetherInTheirOrder) {
  Running running(echo);
  Client client(running.port());
  client.send("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nPOST /2 HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok");
  EXPECT_EQ(client.read().body, "GET /1 ");
  EXPECT_EQ(client.read().body, "POST /2 ok");
}

TEST(Server, ClosesTheConnectionWhereItIsAsked) {
  Running running(echo);
  Client client(running.port());
  client.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(client.read().headers.at("connection"), "close");
  EXPECT_EQ(client.read().status, 0);
}

TEST(Server, SendsNoBodyForAHeadButItsLength) {
  Running running(echo);
  Client client(running.port());
  client.send("HEAD /abc HTTP/1.1\r\nHost: x\r\n\r\n");
  const auto reply = client.read(true);
  EXPECT_EQ(reply.headers.at("content-length"), std::to_string(std::string("HEAD /abc ").size()));
  client.send(request);
  EXPECT_EQ(client.read().body, "GET / ");  // nothing of a body stood between
}

TEST(Server, ReadsABodySentInChunks) {
  Running running(echo);
  EXPECT_EQ(ask(running.port(), "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n").body,
            "POST / abc");
}

TEST(Server, ClosesAConnectionWhoseRequestDoesNotArriveInTime) {
  Limits limits;
  limits.to_read = milliseconds(100);
  Running running(echo, limits);
  for (const char* part : {"", "GET / HT", "GET / HTTP/1.1\r\nHost: x\r\n", "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nab"}) {
    Client client(running.port());
    client.send(part);
    EXPECT_EQ(client.read().status, 0) << part;
  }
  EXPECT_EQ(ask(running.port(), request).status, 200);
}

TEST(Server, TurnsAwayMoreConnectionsThanItCanKeep) {
  Limits limits;
  limits.connections = 1;
  Running running(echo, limits);
  Client first(running.port());
  first.send(request);
  ASSERT_EQ(first.read().status, 200);
  const auto reply = ask(running.port(), request);
  EXPECT_EQ(reply.status, 503);
  EXPECT_TRUE(reply.body.contains("server_busy"));
  first.send(request);
  EXPECT_EQ(first.read().status, 200);
}

TEST(Server, SaysSoWhereThePortIsTaken) {
  Running running(echo);
  const auto second = Server::listen({"127.0.0.1", running.port()});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, "port_in_use");
}

TEST(Server, SaysSoWhereTheAddressIsNotOfThisMachine) {
  const auto server = Server::listen({"192.0.2.1", 0});  // reserved for documentation: nobody has it
  ASSERT_FALSE(server);
  EXPECT_EQ(server.error().code, "address_not_here");
}

TEST(Server, LetsARequestInFlightEndBeforeItStops) {
  std::promise<void> asked, may_answer;
  Running running([&](const Request& request) {
    asked.set_value();
    may_answer.get_future().wait();
    return echo(request);
  });
  Client idle(running.port());
  Client client(running.port());
  client.send(request);
  asked.get_future().wait();
  running.server().stop();
  EXPECT_EQ(idle.read().status, 0);  // closed at once: it waits for nothing
  may_answer.set_value();
  const auto reply = client.read();
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.headers.at("connection"), "close");
  running.join();
}

TEST(Server, StopsWithoutARequestThatDoesNotArrive) {
  Limits limits;
  limits.to_stop = milliseconds(50);
  Running running(echo, limits);
  Client client(running.port());
  client.send(request + "GET / HT");
  ASSERT_EQ(client.read().status, 200);
  running.server().stop();
  running.join();
  EXPECT_EQ(client.read().status, 0);
}

}  // namespace
}  // namespace kevai::http
