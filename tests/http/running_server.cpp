#include "http/running_server.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <cstdlib>

#include "register/ingest.hpp"

namespace kevai::http {
namespace {

constexpr EmbeddedFile web_files[] = {{"index.html", "<!doctype html><title>app</title>"}, {"assets/index-1a2b.js", "export {}"}};

template <class T>
T take(Result<T> result) {
  if (!result) throw Broken(result.error());
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  auto name = (std::filesystem::temp_directory_path() / "kevai-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder: " + name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Running::Running(Answer answer, const Limits& limits)
    : answer_(std::move(answer)), server_(take(Server::listen({"127.0.0.1", 0}, limits))) {
  spdlog::set_level(spdlog::level::off);
  thread_ = std::thread([this] { server_->run(answer_); });
}

Running::~Running() {
  server_->stop();
  join();
}

void Running::join() {
  if (thread_.joinable()) thread_.join();
}

RunningService::RunningService(store::Store& store) {
  Answer answer = [this](const Request& request) { return service_->answer(request); };
  running_ = std::make_unique<Running>(answer);
  service_ = std::make_unique<Service>(Context{store, "tester", [] { return std::string("2026-11-21"); }}, Access("127.0.0.1", port(), {}),
                                       web_files);
}

Reply RunningService::ask(const std::string& verb, const std::string& target, const std::string& headers, const std::string& body) const {
  return http::ask(port(), fmt::format("{} {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Length: {}\r\n{}\r\n{}", verb, target, port(),
                                       body.size(), headers, body));
}

Reply RunningService::post(const std::string& target, const std::string& body) const {
  return ask("POST", target, "Content-Type: application/json\r\n", body);
}

RunningRegister::RunningRegister() {
  store_ = take(store::open((folder_.path() / "register.db").string()));
  take(reg::load_reference(*store_));
  take(reg::load_samples(*store_));
  // A sample once more with a line more is another document, and nobody has reviewed it.
  const auto& sample = embedded_samples().front();
  waiting_ = take(reg::ingest(*store_, {"waiting.txt", std::string(sample.bytes) + "\n", {}, false})).document;
  running_ = std::make_unique<RunningService>(*store_);
}

}  // namespace kevai::http
