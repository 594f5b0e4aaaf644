#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace kevai::bench {

/// `count` articles varied from the samples: other numbers, other provinces of the same country, paragraphs
/// left out or told in another order. The same every time.
std::vector<std::string> articles(std::size_t count);

}  // namespace kevai::bench
