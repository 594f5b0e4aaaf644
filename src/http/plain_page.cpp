#include "http/plain_page.hpp"

#include "report/html/escape.hpp"

namespace kevai::http {
namespace {

constexpr const char* style =
    "body{margin:0;background:#fff;color:#1c1a17;font:18px/1.5 Tinos,'Times New Roman','Noto Serif Lao','Phetsarath OT',serif}"
    "main{max-width:34rem;margin:0 auto;padding:2rem 1.25rem}h1{font-size:1.5rem}h2{font-size:1.15rem;margin:2rem 0 .4rem}"
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1.25rem}dt{color:#5d574e}dd{margin:0}";

}  // namespace

Response plain_page(int status, text::Language language, const std::string& title, const std::string& inner, const std::string& next) {
  const std::string going_on = next.empty() ? "" : "<meta http-equiv=\"refresh\" content=\"0;url=" + report::html::escaped(next) + "\">\n";
  std::string body = "<!doctype html>\n<html lang=\"" + std::string(text::code(language)) +
                     "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta name=\"robots\" content=\"noindex\">\n" +
                     going_on + "<title>" + report::html::escaped(title) + "</title>\n<style>" + style +
                     "</style>\n</head>\n<body>\n<main>\n<h1>" + report::html::escaped(title) + "</h1>\n" + inner +
                     "</main>\n</body>\n</html>\n";
  Response response{status, "text/html; charset=utf-8", std::move(body), {}};
  response.headers.emplace_back("Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
                                "frame-ancestors 'none'");
  return response;
}

}  // namespace kevai::http
