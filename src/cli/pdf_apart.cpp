#include "cli/pdf_apart.hpp"

#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <csignal>
#include <iostream>
#include <iterator>

#include "text/pdf.hpp"

namespace kevai::cli {
namespace {

namespace json = boost::json;
using Clock = std::chrono::steady_clock;

constexpr rlim_t most_seconds = 10;
constexpr rlim_t most_memory = 2UL * 1024 * 1024 * 1024;
constexpr auto most_patience = std::chrono::seconds(60);  ///< on a machine that has much else to do
constexpr std::size_t most_answer = 64 * 1024 * 1024;

std::unexpected<Error> too_costly() {
  return fail(Failure::unsupported, "document_too_costly");
}

/// The process and the line to it; ended with this.
class Helper {
 public:
  bool start() {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
    ours_ = ends[0];
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);  // nothing of the server's is its to see
    const std::string flag(reads_a_pdf);
    char* const arguments[] = {const_cast<char*>("kevai"), const_cast<char*>(flag.c_str()), nullptr};
    const int failed = ::posix_spawn(&child_, "/proc/self/exe", &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (failed != 0) child_ = -1;
    return failed == 0;
  }
  ~Helper() {
    if (ours_ >= 0) ::close(ours_);
    if (child_ <= 0) return;
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }

  bool say(std::string_view bytes) {
    while (!bytes.empty()) {
      if (!ready(POLLOUT)) return false;
      const ssize_t sent = ::send(ours_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (sent < 0 && (errno == EAGAIN || errno == EINTR)) continue;
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return ::shutdown(ours_, SHUT_WR) == 0;
  }
  /// All it says; empty where it ended in the middle or took too long.
  std::string hear() {
    std::string heard;
    char piece[64 * 1024];
    while (ready(POLLIN) && heard.size() < most_answer) {
      const ssize_t got = ::recv(ours_, piece, sizeof piece, 0);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return {};
      if (got == 0) return heard;
      heard.append(piece, static_cast<std::size_t>(got));
    }
    return {};
  }

 private:
  bool ready(short events) const {
    pollfd one{ours_, events, 0};
    while (true) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now()).count();
      if (left <= 0) return false;
      const int found = ::poll(&one, 1, static_cast<int>(left));
      if (found > 0) return true;
      if (found == 0 || errno != EINTR) return false;
    }
  }

  pid_t child_ = -1;
  int ours_ = -1;
  Clock::time_point deadline_ = Clock::now() + most_patience;
};

json::object told(const Result<std::string>& read) {
  if (read) return {{"text", *read}};
  json::object args;
  for (const auto& [name, value] : read.error().args) args[name] = value;
  return {{"failure", static_cast<int>(read.error().failure)}, {"code", read.error().code}, {"args", std::move(args)}};
}

Result<std::string> heard(const std::string& answer) {
  boost::system::error_code error;
  const auto parsed = json::parse(answer, error);
  const auto* object = error ? nullptr : parsed.if_object();
  if (!object) return too_costly();
  if (const auto* text = object->if_contains("text")) return std::string(text->as_string());
  Error wrong{static_cast<Failure>(object->at("failure").as_int64()), std::string(object->at("code").as_string()), {}, {}};
  for (const auto& [name, value] : object->at("args").as_object()) wrong.args.emplace_back(name, value.as_string());
  return std::unexpected(std::move(wrong));
}

}  // namespace

Result<std::string> pdf_text_apart(std::string_view bytes) {
  Helper helper;
  if (!helper.start() || !helper.say(bytes)) return too_costly();
  return heard(helper.hear());
}

int read_a_pdf() {
  const rlimit seconds{most_seconds, most_seconds}, memory{most_memory, most_memory}, none{0, 0};
  ::setrlimit(RLIMIT_CPU, &seconds);
  ::setrlimit(RLIMIT_AS, &memory);
  ::setrlimit(RLIMIT_CORE, &none);
  const std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
  std::cout << json::serialize(told(text::pdf_text_here(bytes))) << std::flush;
  return 0;
}

}  // namespace kevai::cli
