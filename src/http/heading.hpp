#pragma once

#include <string>

#include "model/record.hpp"
#include "store/store.hpp"
#include "text/words.hpp"

namespace kevai::http {

/// One line that tells what was found from all else, in that language: "Thăm: Nghệ An – Xiêng Khoảng, 09/08/2017"; of a
/// document its title. Empty where there is nothing of that id.
std::string heading(store::Reader& reader, const Id& id, text::Language language);

}  // namespace kevai::http
