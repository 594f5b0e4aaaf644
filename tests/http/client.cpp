#include "http/client.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/json/parse.hpp>

namespace kevai::http {
namespace {

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::string line_of(std::istream& stream) {
  std::string line;
  std::getline(stream, line);
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace

boost::json::value Reply::json() const {
  return boost::json::parse(body);
}

struct Client::Stream : boost::asio::ip::tcp::iostream {};

Client::Client(std::uint16_t port) : stream_(std::make_unique<Stream>()) {
  stream_->expires_after(std::chrono::seconds(20));
  stream_->connect(boost::asio::ip::tcp::endpoint(boost::asio::ip::address_v4::loopback(), port));
}

Client::~Client() = default;

void Client::send(const std::string& bytes) {
  *stream_ << bytes << std::flush;
}

Reply Client::read(bool head) {
  Reply reply;
  const auto status_line = line_of(*stream_);
  if (!status_line.starts_with("HTTP/1.1 ")) return reply;
  reply.status = std::stoi(status_line.substr(9));
  for (auto line = line_of(*stream_); !line.empty(); line = line_of(*stream_)) {
    const auto colon = line.find(": ");
    reply.headers[lower(line.substr(0, colon))] = line.substr(colon + 2);
  }
  if (head || reply.status == 304) return reply;
  reply.body.resize(std::stoul(reply.headers.at("content-length")));
  stream_->read(reply.body.data(), static_cast<std::streamsize>(reply.body.size()));
  return reply;
}

Reply ask(std::uint16_t port, const std::string& request) {
  Client client(port);
  client.send(request);
  return client.read(request.starts_with("HEAD "));
}

}  // namespace kevai::http
