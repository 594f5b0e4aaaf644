#include "http/page.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>
#include <charconv>

namespace kevai::http {
namespace {

constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string encoded(std::string_view text) {
  return boost::urls::encode({text.data(), text.size()}, boost::urls::unreserved_chars);
}

}  // namespace

std::unexpected<Error> wrong_parameter(const std::string& name, const std::string& expected) {
  return fail(Failure::invalid, "parameter_wrong", {{"parameter", name}, {"expected", expected}});
}

Result<int> whole_number_of(const Target& target, const std::string& name, int least, int most, int usual) {
  if (!target.query.contains(name)) return usual;
  const auto text = target.get(name);
  int number = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || at != text.data() + text.size() || number < least || number > most)
    return wrong_parameter(name, fmt::format("{} – {}", least, most));
  return number;
}

Result<int> limit_of(const Target& target) {
  return whole_number_of(target, "limit", 1, most_items, usual_items);
}

Result<bool> flag_of(const Target& target, const std::string& name) {
  if (!target.query.contains(name)) return false;
  const auto value = target.get(name);
  if (value != "true" && value != "false") return wrong_parameter(name, "true, false");
  return value == "true";
}

std::string opaque(std::string_view text) {
  std::string letters(sodium_base64_ENCODED_LEN(text.size(), variant), '\0');
  sodium_bin2base64(letters.data(), letters.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), variant);
  letters.resize(letters.find('\0'));
  return letters;
}

std::optional<std::string> from_opaque(std::string_view letters) {
  std::string text(letters.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(text.data()), text.size(), letters.data(), letters.size(), nullptr, &size, nullptr,
                        variant) != 0)
    return std::nullopt;
  text.resize(size);
  return text;
}

void add_next_link(Response& response, const Request& request, const Target& target, const std::string& cursor) {
  std::string link = request.target.substr(0, request.target.find('?'));
  char before = '?';
  for (const auto& [name, value] : target.query) {
    if (name == "cursor") continue;
    link += fmt::format("{}{}={}", before, encoded(name), encoded(value));
    before = '&';
  }
  response.headers.emplace_back("Link", fmt::format("<{}{}cursor={}>; rel=\"next\"", link, before, cursor));
}

}  // namespace kevai::http
