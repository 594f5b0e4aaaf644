#include "http/service.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <ctime>
#include <exception>

#include "http/compress.hpp"
#include "http/routes.hpp"
#include "register/rights/guarded_store.hpp"
#include "register/rights/refusal.hpp"

namespace kevai::http {
namespace {

/// Some refusals of HTTP's own are finer than a Failure tells.
Response told(const Error& error, text::Language language) {
  if (error.code == "host_not_allowed") return problem(421, error, language);
  if (error.code == "origin_not_allowed") return problem(403, error, language);
  if (error.code == "content_type_wrong") return problem(415, error, language);
  if (error.code == "version_missing") return problem(428, error, language);
  if (!error.detail.empty()) spdlog::warn("{}: {}", error.code, error.detail);
  auto response = problem(error, language);
  for (const auto& [name, value] : error.args)
    if (error.failure == Failure::throttled && name == "seconds") response.headers.emplace_back("Retry-After", value);
  if (error.failure == Failure::unknown_caller) response.headers.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

Response broken(const Error& error, text::Language language) {
  spdlog::error("{}: {}", error.code, error.detail);
  return problem(error, language);
}

void add_safety(Response& response) {
  const auto add = [&](const char* name, const char* value) { response.headers.emplace_back(name, value); };
  add("X-Content-Type-Options", "nosniff");
  add("Referrer-Policy", "no-referrer");
  add("Cross-Origin-Opener-Policy", "same-origin");
  add("Cross-Origin-Resource-Policy", "same-origin");
  for (const auto& [name, value] : response.headers)
    if (name == "Content-Security-Policy") return;
  add("Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
      "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
      "trusted-types svelte-trusted-html");
}

}  // namespace

Service::Service(Context context, Access access, std::span<const EmbeddedFile> web, bool behind_proxy)
    : context_(std::move(context)),
      access_(std::move(access)),
      callers_(context_.store, context_.who, context_.today, {access_.is_loopback(), behind_proxy}),
      web_(web) {}

Response Service::answer_checked(const Request& request, const Target& target, text::Language language) const {
  // A certificate's page is for whoever holds one: no app, no script.
  constexpr std::string_view pages[] = {"api", "certificates", "public"};
  const bool is_ours = !target.segments.empty() && std::ranges::find(pages, target.segments.front()) != std::end(pages);
  if (!is_ours) return web_.answer(request, target, language);
  const Caller caller = callers_.of(request);
  reg::GuardedStore guarded(context_.store, caller.actor);
  const Context context{guarded, caller.actor.name, context_.today, caller.actor, &context_.store, caller, context_.provider};
  auto response = route({context, request, target, language});
  if (!response) return told(response.error(), language);
  // What has a version may be kept, and asked for again by it.
  const auto is_etag = [](const auto& header) { return header.first == "ETag"; };
  const bool has_version = std::ranges::any_of(response->headers, is_etag);
  response->headers.emplace_back("Cache-Control", has_version ? "private, no-cache" : "no-store");
  return std::move(*response);
}

Response Service::answer(const Request& request) const {
  const auto target = parse_target(request.target);
  const auto language = language_of(target ? target->get("lang") : "", request.accept_language);
  Response response;
  try {
    if (const auto checked = access_.check_host(request); !checked) {
      response = told(checked.error(), language);
    } else if (!target) {
      response = told(target.error(), language);
    } else {
      response = answer_checked(request, *target, language);
    }
  } catch (const Broken& thrown) {
    response = reg::is_refusal(thrown.error()) ? told(thrown.error(), language) : broken(thrown.error(), language);
  } catch (const std::exception& thrown) {
    response = broken({Failure::internal, "request_failed", {}, thrown.what()}, language);
  }
  add_safety(response);
  compress(response, request);
  return response;
}

std::vector<Lane> Service::lanes() const {
  const auto lane = [this](bool Route::* of, unsigned threads) {
    return Lane{.takes =
                    [of](const Request& request) {
                      if (!request.target.starts_with("/api/")) return false;
                      const auto target = parse_target(request.target);
                      const Route* const route = target ? find_route(request.verb, *target) : nullptr;
                      return route && route->*of;
                    },
                .refused = [this](const Request& request) { return turned_away(request); },
                .threads = threads};
  };
  return {lane(&Route::hashes, 2), lane(&Route::goes_out, 4)};
}

Response Service::turned_away(const Request& request) const {
  auto response = problem({Failure::unavailable, "server_busy", {}, {}}, language_of("", request.accept_language));
  response.headers.emplace_back("Retry-After", "5");
  add_safety(response);
  return response;
}

std::string local_today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  char text[sizeof "2026-11-21"];
  std::strftime(text, sizeof text, "%Y-%m-%d", &local);
  return text;
}

}  // namespace kevai::http
