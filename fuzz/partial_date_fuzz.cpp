#include "base/partial_date.hpp"
#include "fuzzed.hpp"

using namespace kevai;

/// Whatever is read as a date is written as one that reads the same, and has a first and a last day in order.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto date = PartialDate::parse(fuzz::text_of(data, size));
  if (!date) return 0;
  fuzz::expect(PartialDate::parse(date->text()) == *date && date->agrees_with(*date));
  fuzz::expect(date->first_day() <= date->last_day() && date->first_day().empty() == (date->year() == 0));
  return 0;
}
