#include "register/exchange/written.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "text/amount.hpp"
#include "text/date.hpp"
#include "text/lexicon.hpp"
#include "text/token.hpp"

namespace kevai::reg::exchange {
namespace {

using text::Language;

std::string plain(double value) {
  std::array<char, 400> text{};
  const auto end = std::to_chars(text.begin(), text.end(), value, std::chars_format::fixed).ptr;
  return {text.begin(), end};
}

std::optional<double> plain_number(std::string_view text) {
  double value = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (text.empty() || error != std::errc{} || at != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

/// Digits with their separators: "36.699", "36,699.5", "2,5".
std::optional<double> number_of(std::string_view text, Language language) {
  const char grouping = language == Language::en ? ',' : '.';
  const auto last = text.find_last_of(".,");
  if (last == text.npos) return all_digits(text) ? plain_number(text) : std::nullopt;
  const char separator = text[last];
  const bool mixed = text.substr(0, last).find_first_of(separator == '.' ? "," : ".") != text.npos;
  const bool repeated = !mixed && text.find(separator) != last;
  const bool groups = repeated || (!mixed && separator == grouping && text.size() - last == 4 && last <= 3 && text[0] != '0');
  std::string digits;
  std::size_t since = 0;  // digits since the last separator
  bool first_group = true;
  const std::size_t whole_end = groups ? text.size() : last;
  for (const char c : text.substr(0, whole_end)) {
    if (c == '.' || c == ',') {
      if (c == separator && !groups) return std::nullopt;
      if (since == 0 || since > 3 || (!first_group && since != 3)) return std::nullopt;
      first_group = false;
      since = 0;
    } else if (c >= '0' && c <= '9') {
      digits += c;
      ++since;
    } else {
      return std::nullopt;
    }
  }
  if (since == 0 || (!first_group && since != 3)) return std::nullopt;
  if (groups) return plain_number(digits);
  const auto fraction = text.substr(last + 1);
  if (!all_digits(fraction)) return std::nullopt;
  return plain_number(digits + "." + std::string(fraction));
}

/// The text with each of its numbers as any language reads it: no grouping, and decimals that cannot be taken
/// for a group.
std::string in_plain_numbers(std::string_view text, Language language) {
  std::string out;
  std::size_t at = 0;
  for (const text::Token& token : text::tokenize(text)) {
    if (token.kind != text::TokenKind::number) continue;
    const auto written = text.substr(token.begin, token.end - token.begin);
    const auto value = number_of(written, language);
    out += text.substr(at, token.begin - at);
    at = token.end;
    if (!value) {
      out += written;
      continue;
    }
    std::string digits = plain(*value);
    if (const auto point = digits.find('.'); point != digits.npos) {
      digits[point] = ',';
      if (digits.size() - point == 4) digits += '0';
    }
    out += digits;
  }
  return out += text.substr(at);
}

/// The one amount the text begins with; nothing where it holds another number.
std::optional<text::Amount> amount_in(std::string_view text, Language language) {
  const auto tokens = text::tokenize(text);
  const text::CueMap cues(text::Lexicon::of(language).cues(tokens), tokens.size());
  const auto amounts = text::find_amounts(tokens, cues, {});
  if (amounts.size() != 1 || amounts.front().first != 0 || amounts.front().ordinal) return std::nullopt;
  for (std::size_t i = amounts.front().last; i < tokens.size(); ++i)
    if (tokens[i].kind == text::TokenKind::number || tokens[i].kind == text::TokenKind::mark) return std::nullopt;
  return amounts.front();
}

/// That language first, then the others: people mix them.
std::array<Language, 3> from(Language language) {
  if (language == Language::lo) return {Language::lo, Language::vi, Language::en};
  if (language == Language::en) return {Language::en, Language::vi, Language::lo};
  return {Language::vi, Language::lo, Language::en};
}

/// `450000..500000 nearly`, `15 over`, `36.5`, or nothing at all.
std::optional<Quantity> meaning(std::string_view text, std::string stated) {
  Quantity quantity{.stated = std::move(stated)};
  if (text.empty()) return quantity;
  const auto space = text.find(' ');
  if (space != text.npos) {
    const auto qualifier = named<Qualifier>(text.substr(space + 1));
    if (!qualifier) return std::nullopt;
    quantity.qualifier = *qualifier;
    text = text.substr(0, space);
  }
  const auto dots = text.find("..");
  if (dots == text.npos) {
    const auto figure = plain_number(text);
    if (!figure) return std::nullopt;
    return Quantity::of(*figure, quantity.qualifier, std::move(quantity.stated));
  }
  const auto low = text.substr(0, dots), high = text.substr(dots + 2);
  quantity.low = plain_number(low);
  quantity.high = plain_number(high);
  if ((!low.empty() && !quantity.low) || (!high.empty() && !quantity.high)) return std::nullopt;
  return quantity;
}

std::string meaning(const Quantity& quantity) {
  if (quantity.empty()) return quantity.qualifier == Qualifier::exact ? "" : ".. " + std::string(name_of(quantity.qualifier));
  const std::string qualifier = quantity.qualifier == Qualifier::exact ? "" : " " + std::string(name_of(quantity.qualifier));
  if (Quantity::of(quantity.figure(), quantity.qualifier, quantity.stated) == quantity) return plain(quantity.figure()) + qualifier;
  return (quantity.low ? plain(*quantity.low) : "") + ".." + (quantity.high ? plain(*quantity.high) : "") + qualifier;
}

std::optional<PartialDate> numeric_date(std::string_view text) {
  std::vector<int> parts;
  std::size_t longest = 0;
  while (true) {
    const auto end = text.find_first_of("/-.");
    const auto part = text.substr(0, end);
    if (!all_digits(part) || part.size() > 4) return std::nullopt;
    int value = 0;
    std::from_chars(part.data(), part.data() + part.size(), value);
    parts.push_back(value);
    longest = std::max(longest, part.size());
    if (end == text.npos) break;
    text = text.substr(end + 1);
  }
  if (parts.size() > 3 || (longest != 4 && parts.size() != 2)) return std::nullopt;
  if (parts.front() >= 1000 && parts.size() > 1) std::swap(parts.front(), parts.back());  // 2023/7, 2023.7.18
  if (parts.size() == 3) return PartialDate::make(parts[2], parts[1], parts[0]);
  if (parts.size() == 2) return longest == 4 ? PartialDate::make(parts[1], parts[0]) : PartialDate::make(0, parts[1], parts[0]);
  return PartialDate::make(parts[0]);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  static constexpr std::string_view spaces[] = {" ", "\t", "\r", "\n", "\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF"};
  for (bool more = true; more;) {
    more = false;
    for (const auto space : spaces) {
      while (text.starts_with(space)) text.remove_prefix(space.size()), more = true;
      while (text.ends_with(space)) text.remove_suffix(space.size()), more = true;
    }
  }
  return text;
}

std::optional<Quantity> read_quantity(std::string_view written, Language language) {
  written = trimmed(written);
  if (const auto open = written.rfind('{'); open != written.npos && written.ends_with('}'))
    return meaning(written.substr(open + 1, written.size() - open - 2), std::string(trimmed(written.substr(0, open))));
  if (all_digits(written)) {
    const auto value = plain_number(written);
    return value ? std::optional(Quantity::of(*value)) : std::nullopt;
  }
  const bool negative = written.starts_with('-');
  if (const auto value = number_of(written.substr(negative), language))
    return Quantity::of(negative ? -*value : *value, Qualifier::exact, std::string(written));
  const std::string text = in_plain_numbers(written, language);
  for (const Language one : from(language))
    if (const auto amount = amount_in(text, one)) return Quantity::of(amount->value, amount->qualifier, std::string(written));
  return std::nullopt;
}

std::string write_quantity(const Quantity& quantity, Language language) {
  if (quantity == Quantity{}) return {};
  const std::string digits = quantity ? plain(quantity.figure()) : "";
  for (const std::string& text : {quantity.stated, digits})
    if (!text.empty() && read_quantity(text, language) == quantity) return text;
  return quantity.stated + (quantity.stated.empty() ? "{" : " {") + meaning(quantity) + "}";
}

std::optional<PartialDate> read_date(std::string_view written, Language language) {
  written = trimmed(written);
  if (const auto date = PartialDate::parse(written)) return date;
  if (const auto date = numeric_date(written)) return date;
  const auto tokens = text::tokenize(written);
  for (const Language one : from(language)) {
    const text::CueMap cues(text::Lexicon::of(one).cues(tokens), tokens.size());
    const auto dates = text::find_dates(tokens, cues, {});
    if (dates.size() != 1) continue;
    const text::DateMention& date = dates.front();
    const bool whole = date.first == 0 && date.last == tokens.size();
    if (whole && !date.range && !date.since && !date.until && !date.same_day && date.from) return date.from;
  }
  return std::nullopt;
}

}  // namespace kevai::reg::exchange
