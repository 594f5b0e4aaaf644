// The only source that includes Boost.Beast and, with turns.hpp, the only one with coroutines: g++ 12 miscompiles a brace
// initialiser or a capturing lambda inside a co_await expression, so there is none here.
#include "http/server.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <csignal>
#include <list>
#include <optional>
#include <tuple>

#include "http/line.hpp"

namespace kevai::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;
using boost::system::error_code;
using tcp = asio::ip::tcp;

constexpr auto completes = asio::as_tuple(asio::use_awaitable);

using Parser = wire::request_parser<wire::string_body>;

/// A connection, as far as stopping must know it.
struct Connection {
  explicit Connection(tcp::socket socket) : stream(std::move(socket)) {}

  beast::tcp_stream stream;
  const Parser* parser = nullptr;  ///< while a request is awaited or read
  /// Between requests: nothing is lost by closing it.
  bool is_idle() const { return parser && !parser->got_some(); }
};

Request request_of(wire::request<wire::string_body>&& message) {
  const auto field = [&](wire::field name) { return std::string(message[name]); };
  Request request{std::string(message.method_string()), std::string(message.target()),     field(wire::field::host),
                  field(wire::field::origin),           field(wire::field::content_type),  field(wire::field::accept_language),
                  field(wire::field::accept_encoding),  field(wire::field::if_none_match), {}};
  request.body = std::move(message.body());
  request.if_match = field(wire::field::if_match);
  request.idempotency_key = std::string(message["Idempotency-Key"]);
  request.cookie = field(wire::field::cookie);
  request.authorization = field(wire::field::authorization);
  request.user_agent = field(wire::field::user_agent);
  request.sec_fetch_site = std::string(message["Sec-Fetch-Site"]);
  request.forwarded_for = std::string(message["X-Forwarded-For"]);
  request.forwarded_proto = std::string(message["X-Forwarded-Proto"]);
  return request;
}

/// Does it say in a way that another server might read otherwise where its body ends? A request could hide in such a body.
bool is_ambiguous(const wire::request<wire::string_body>& message) {
  const auto coded = message.find(wire::field::transfer_encoding);
  return coded != message.end() && !(message.count(wire::field::transfer_encoding) == 1 && beast::iequals(coded->value(), "chunked"));
}

/// A request the parser refused, told as problem details in the language asked for, where it came so far; nothing where the client
/// went away or was too slow.
std::optional<Response> refusal(const error_code& error, const Parser& parser, const Limits& limits) {
  const auto language = language_of({}, parser.get()[wire::field::accept_language]);
  const auto told = [&](int status, const char* code, std::size_t limit) {
    const Error error{Failure::invalid, code, {{"limit", std::to_string(limit / 1024)}}, {}};
    return problem(status, error, language);
  };
  if (error == wire::error::body_limit) return told(413, "body_too_large", limits.body_bytes);
  if (error == wire::error::header_limit) return told(431, "header_too_large", limits.header_bytes);
  if (error == wire::error::buffer_overflow) return told(431, "header_too_large", limits.header_bytes);
  const bool is_parser_s = error.category() == make_error_code(wire::error::bad_method).category();
  if (!is_parser_s || error == wire::error::end_of_stream || error == wire::error::partial_message) return std::nullopt;
  return told(400, "request_malformed", 0);
}

/// The address of who asks; empty where they are gone already.
std::string peer_of(const Connection& connection) {
  error_code gone;
  const auto peer = connection.stream.socket().remote_endpoint(gone);
  return gone ? std::string() : peer.address().to_string();
}

asio::awaitable<Response> answer_on_pool(const Answer& answer, const Request& request) {
  co_return answer(request);
}

template <class Body>
void set_fields(wire::response<Body>& message, const Response& response, bool keep_alive) {
  if (!response.content_type.empty()) message.set(wire::field::content_type, response.content_type);
  for (const auto& [name, value] : response.headers) {
    if (name == "Set-Cookie")
      message.insert(name, value);  // the one header that may stand there more than once
    else
      message.set(name, value);
  }
  message.keep_alive(keep_alive);
  if (response.status != 304) message.content_length(response.bytes().size());
}

/// A HEAD gets the header of what a GET would get, and no body.
asio::awaitable<error_code> write(Connection& connection, const Response& response, bool head, bool keep_alive) {
  const auto status = static_cast<wire::status>(response.status);
  error_code error;
  std::size_t sent = 0;
  if (head || response.status == 304) {
    wire::response<wire::empty_body> message(status, 11);
    set_fields(message, response, keep_alive);
    std::tie(error, sent) = co_await wire::async_write(connection.stream, message, completes);
  } else {
    const auto bytes = response.bytes();
    wire::response<wire::span_body<const char>> message(status, 11);
    message.body() = beast::span<const char>(bytes.data(), bytes.size());
    set_fields(message, response, keep_alive);
    std::tie(error, sent) = co_await wire::async_write(connection.stream, message, completes);
  }
  co_return error;
}

/// What of a target may stand in the log: parameters hold names, a calendar's address is its key, a certificate's number somebody's.
std::string_view without_secret(std::string_view target) {
  for (const std::string_view secret : {"/api/v1/calendars/", "/api/v1/certificates/", "/certificates/"})
    if (target.starts_with(secret)) return secret;
  return target.substr(0, target.find_first_of("?#"));
}

void close(Connection& connection) {
  error_code ignored;
  connection.stream.socket().shutdown(tcp::socket::shutdown_both, ignored);
  connection.stream.close();
}

Error listen_error(const Endpoint& endpoint, const error_code& error) {
  const auto told = [&](const char* code) {
    return Error{Failure::unavailable,
                 code,
                 {{"address", endpoint.address}, {"port", std::to_string(endpoint.port)}, {"reason", error.message()}},
                 error.message()};
  };
  if (error == asio::error::address_in_use) return told("port_in_use");
  if (error == asio::error::access_denied) return told("port_privileged");
  if (error == boost::system::errc::address_not_available) return told("address_not_here");
  return told("listen_failed");
}

}  // namespace

/// Runs on one thread but for the answers, so it needs no locks.
class Server::Impl {
 public:
  explicit Impl(const Limits& limits) : limits(limits), context(1), acceptor(context), deadline(context), pool(limits.threads) {}

  Result<> take(Endpoint wanted) {
    error_code error;
    const auto address = asio::ip::make_address(wanted.address, error);
    if (error) return fail(Failure::invalid, "listen_wrong", {{"listen", wanted.address}});
    const tcp::endpoint place(address, wanted.port);
    acceptor.open(place.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(place, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) return std::unexpected(listen_error(wanted, error));
    endpoint = {wanted.address, acceptor.local_endpoint().port()};
    return {};
  }

  void run(const Answer& answerer, bool stop_on_signals, const std::vector<Lane>& lanes) {
    answer = &answerer;
    for (const Lane& lane : lanes) lines.emplace_back(context, lane);
    asio::signal_set signals(context);
    if (stop_on_signals) {
      signals.add(SIGINT);
      signals.add(SIGTERM);
      signals.async_wait([this](const error_code& error, int) {
        if (!error) begin_to_stop();
      });
    }
    after_stop = [&signals] {
      error_code ignored;
      signals.cancel(ignored);
    };
    asio::co_spawn(context, accept(), asio::detached);
    context.run();
    pool.join();
    for (Line& line : lines) line.end();
  }

  void stop() {
    asio::post(context, [this] { begin_to_stop(); });
  }

  Limits limits;
  Endpoint endpoint;

 private:
  asio::awaitable<void> accept() {
    while (!stopping) {
      auto [error, socket] = co_await acceptor.async_accept(completes);
      if (stopping) break;
      if (error) {
        spdlog::warn("accepting a connection: {}", error.message());
        deadline.expires_after(std::chrono::milliseconds(100));  // out of descriptors: some will be given back
        co_await deadline.async_wait(completes);
        continue;
      }
      if (connections.size() >= limits.connections) {
        asio::co_spawn(context, turn_away(std::move(socket)), asio::detached);
      } else {
        asio::co_spawn(context, serve(std::move(socket)), asio::detached);
      }
    }
  }

  asio::awaitable<void> turn_away(tcp::socket socket) {
    Connection connection(std::move(socket));
    const Error busy = busy_error();
    const Response response = problem(503, busy, text::Language::vi);
    connection.stream.expires_after(std::chrono::seconds(1));
    co_await write(connection, response, false, false);
    close(connection);
  }

  asio::awaitable<void> serve(tcp::socket socket) {
    connections.emplace_back(std::move(socket));
    const auto self = std::prev(connections.end());
    beast::flat_buffer buffer(limits.header_bytes + 4096);
    while (!stopping && co_await exchange(*self, buffer)) {
    }
    close(*self);
    connections.erase(self);
    if (stopping && connections.empty()) finish();
  }

  /// One request and its response; may the connection be used for another?
  asio::awaitable<bool> exchange(Connection& connection, beast::flat_buffer& buffer) {
    Parser parser;
    parser.header_limit(limits.header_bytes);
    parser.body_limit(limits.body_bytes);
    connection.parser = &parser;
    connection.stream.expires_after(limits.to_read);
    auto [read_error, received] = co_await wire::async_read(connection.stream, buffer, parser, completes);
    connection.parser = nullptr;
    if (!read_error && is_ambiguous(parser.get())) read_error = make_error_code(wire::error::bad_transfer_encoding);
    if (read_error) {
      const auto refused = refusal(read_error, parser, limits);
      if (refused) {
        spdlog::info("refused with {}: {}", refused->status, read_error.message());
        co_await write_in_time(connection, *refused, false, false);
        co_await drain(connection);
      }
      co_return false;
    }
    const bool head = parser.get().method() == wire::verb::head;
    const bool keep_alive = parser.get().keep_alive();
    connection.stream.expires_never();
    Request request = request_of(parser.release());
    request.peer = peer_of(connection);
    const auto started = std::chrono::steady_clock::now();
    Response response;
    const auto line = std::ranges::find_if(lines, [&](const Line& each) { return each.lane.takes(request); });
    if (line == lines.end()) {
      response = co_await asio::co_spawn(pool, answer_on_pool(*answer, request), asio::use_awaitable);
    } else if (line->waiting >= line->lane.waiting) {
      response = line->lane.refused(request);
    } else {
      ++line->waiting;
      co_await line->turns.take();
      response = co_await asio::co_spawn(line->pool, answer_on_pool(*answer, request), asio::use_awaitable);
      line->turns.pass();
      --line->waiting;
    }
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started;
    spdlog::info("{} {} {} {:.1f} ms", request.verb, without_secret(request.target), response.status, took.count());
    co_return co_await write_in_time(connection, response, head, keep_alive && !stopping);
  }

  asio::awaitable<bool> write_in_time(Connection& connection, const Response& response, bool head, bool keep_alive) {
    connection.stream.expires_after(limits.to_write);
    const error_code error = co_await write(connection, response, head, keep_alive);
    co_return !error && keep_alive;
  }

  /// Takes in, for a while, what the client still sends: closing on unread bytes would reset the connection
  /// and the client would lose the refusal.
  asio::awaitable<void> drain(Connection& connection) {
    error_code error;
    connection.stream.socket().shutdown(tcp::socket::shutdown_send, error);
    connection.stream.expires_after(limits.to_drain);
    std::array<char, 16 * 1024> scrap;
    const auto room = asio::buffer(scrap);
    std::size_t received = 0;
    while (!error) std::tie(error, received) = co_await connection.stream.async_read_some(room, completes);
  }

  static Error busy_error() { return {Failure::unavailable, "server_busy", {}, {}}; }

  void begin_to_stop() {
    if (stopping) return;
    stopping = true;
    error_code ignored;
    acceptor.close(ignored);
    deadline.expires_after(limits.to_stop);
    deadline.async_wait([this](const error_code& error) {
      if (error) return;
      spdlog::warn("stopped with {} requests unanswered", connections.size());
      for (auto& connection : connections) connection.stream.close();
      after_stop();
      context.stop();
    });
    for (auto& connection : connections)
      if (connection.is_idle()) connection.stream.cancel();
    if (connections.empty()) finish();
  }

  void finish() {
    deadline.cancel();
    after_stop();
  }

  asio::io_context context;
  tcp::acceptor acceptor;
  asio::steady_timer deadline;
  asio::thread_pool pool;
  std::list<Line> lines;
  const Answer* answer = nullptr;
  std::function<void()> after_stop;
  std::list<Connection> connections;
  bool stopping = false;
};

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::listen(const Endpoint& endpoint, const Limits& limits) {
  auto impl = std::make_unique<Impl>(limits);
  if (const auto taken = impl->take(endpoint); !taken) return std::unexpected(taken.error());
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

const Endpoint& Server::endpoint() const {
  return impl_->endpoint;
}

std::string Server::url() const {
  const auto& [address, port] = impl_->endpoint;
  return address.contains(':') ? fmt::format("http://[{}]:{}", address, port) : fmt::format("http://{}:{}", address, port);
}

void Server::run(const Answer& answer, bool stop_on_signals, const std::vector<Lane>& lanes) {
  impl_->run(answer, stop_on_signals, lanes);
}
void Server::stop() {
  impl_->stop();
}

}  // namespace kevai::http
