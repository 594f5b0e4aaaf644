#include "text/words.hpp"

#include <unicode/dtfmtsym.h>
#include <unicode/numberformatter.h>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cmath>
#include <unordered_map>

#include "base/embedded.hpp"

namespace kevai::text {
namespace {

constexpr std::array<std::string_view, 3> codes{"vi", "lo", "en"};

/// A key's text in each language, in the order of Language.
using Entry = std::array<std::string, 3>;

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
};
using Table = std::unordered_map<std::string, Entry, Hash, std::equal_to<>>;

/// The files are part of the program: one that is not as it should be is a bug.
[[noreturn]] void broken(std::string_view file, std::string detail) {
  throw Broken(Error{Failure::internal, "words_broken", {{"file", std::string(file)}}, std::move(detail)});
}

void load(const EmbeddedFile& file, Table& table) {
  boost::system::error_code error;
  const boost::json::value json = boost::json::parse({file.bytes.data(), file.bytes.size()}, error);
  if (error || !json.is_object()) broken(file.path, error ? error.message() : "not an object");
  for (const auto& [key, texts] : json.get_object()) {
    Entry entry;
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const boost::json::value* text = texts.is_object() ? texts.get_object().if_contains(codes[i]) : nullptr;
      if (text == nullptr || !text->is_string()) broken(file.path, std::string(key) + " has no " + std::string(codes[i]));
      entry[i] = std::string(text->get_string());
    }
    table.insert_or_assign(std::string(key), std::move(entry));
  }
}

const Table& table() {
  static const Table loaded = [] {
    Table table;
    for (const EmbeddedFile& file : embedded_words()) load(file, table);
    return table;
  }();
  return loaded;
}

/// `{name}` replaced by that argument, in one pass: braces in an argument's value stay what they are.
std::string filled(std::string_view text, const Args& args) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == text.npos ? text.npos : text.find('}', open);
    if (close == text.npos) break;
    const std::string_view name = text.substr(open + 1, close - open - 1);
    const auto arg = std::find_if(args.begin(), args.end(), [&](const auto& a) { return a.first == name; });
    out += text.substr(0, open);
    out += arg != args.end() ? std::string_view(arg->second) : text.substr(open, close - open + 1);
    text.remove_prefix(close + 1);
  }
  return out += text;
}

const icu::Locale& locale(Language language) {
  static const std::array<icu::Locale, 3> locales{icu::Locale("vi", "VN"), icu::Locale("lo", "LA"), icu::Locale("en", "GB")};
  return locales[static_cast<std::size_t>(language)];
}

/// The word for "hundreds", "tens of millions" … of that figure; none below 10 and past the trillions.
std::optional<std::string> order_word(Language language, double figure) {
  static constexpr std::array<std::string_view, 12> names{"order.tens",
                                                          "order.hundreds",
                                                          "order.thousands",
                                                          "order.tens_of_thousands",
                                                          "order.hundreds_of_thousands",
                                                          "order.millions",
                                                          "order.tens_of_millions",
                                                          "order.hundreds_of_millions",
                                                          "order.billions",
                                                          "order.tens_of_billions",
                                                          "order.hundreds_of_billions",
                                                          "order.trillions"};
  if (!(figure >= 10) || !(figure < 1e13)) return std::nullopt;
  std::size_t index = 0;
  for (double power = 100; power <= figure; power *= 10) ++index;
  return words(language, names[std::min(index, names.size() - 1)]);
}

std::string month_name(int month) {
  static const std::vector<std::string> names = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale("en", "GB"), status);
    int32_t count = 0;
    const icu::UnicodeString* months = symbols.getMonths(count);
    std::vector<std::string> out(12);
    for (int32_t i = 0; i < std::min<int32_t>(count, 12); ++i) months[i].toUTF8String(out[static_cast<std::size_t>(i)]);
    return out;
  }();
  return names[static_cast<std::size_t>(month - 1)];
}

std::string two_digits(int value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

}  // namespace

std::string_view code(Language language) {
  return codes[static_cast<std::size_t>(language)];
}

std::optional<Language> language_of(std::string_view code) {
  std::string name(code.substr(0, code.find_first_of("-_.@")));
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const auto at = std::find(codes.begin(), codes.end(), name);
  if (at == codes.end()) return std::nullopt;
  return static_cast<Language>(at - codes.begin());
}

std::string words(Language language, std::string_view key, const Args& args) {
  const auto at = table().find(key);
  return at == table().end() ? std::string(key) : filled(at->second[static_cast<std::size_t>(language)], args);
}

bool has_words(std::string_view key) {
  return table().contains(key);
}

std::string message(Language language, const Error& error) {
  Args args = error.args;
  for (auto& [name, value] : args) {
    const std::string word = name == "field" ? "field." + value : name == "record_kind" ? "record." + value : "";
    if (!word.empty() && has_words(word)) value = words(language, word);
  }
  std::string faults;
  for (const Error& part : error.parts) faults.append(faults.empty() ? "" : " ").append(message(language, part));
  if (!faults.empty()) args.emplace_back("faults", std::move(faults));
  return words(language, "error." + error.code, args);
}

std::string number(Language language, double value) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::number::NumberFormatter::withLocale(locale(language))
      .precision(icu::number::Precision::maxFraction(2))
      .formatDouble(value, status)
      .toString(status)
      .toUTF8String(out);
  if (U_FAILURE(status)) throw Broken(Error{Failure::internal, "number_format", {}, u_errorName(status)});
  return out;
}

std::string quantity(Language language, const Quantity& quantity) {
  if (quantity.empty()) return {};
  const double figure = quantity.figure();
  Qualifier qualifier = quantity.qualifier;
  std::string text = number(language, figure);
  if (qualifier == Qualifier::order) {
    const auto word = order_word(language, figure);
    if (word)
      text = *word;
    else
      qualifier = Qualifier::over;  // "hundreds" has no word for this size: at least it is said to be more
  }
  return words(language, "qualifier." + std::string(name_of(qualifier)), {{"number", text}});
}

std::string date(Language language, const PartialDate& date) {
  if (date.empty()) return {};
  const std::string year = date.year() == 0 ? "" : std::to_string(date.year());
  if (date.month() == 0) return year;
  if (language == Language::en) {  // 09/08/2017 is August to some readers of English and September to others
    const std::string day = date.day() == 0 ? "" : std::to_string(date.day()) + " ";
    return day + month_name(date.month()) + (year.empty() ? "" : " " + year);
  }
  if (year.empty()) return std::to_string(date.day()) + "/" + std::to_string(date.month());
  return (date.day() == 0 ? "" : two_digits(date.day()) + "/") + two_digits(date.month()) + "/" + year;
}

}  // namespace kevai::text
