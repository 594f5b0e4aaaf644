#pragma once

#include <string>

#include "http/message.hpp"

namespace kevai::http {

/// A page for anybody, which runs and loads nothing. `inner` is HTML.
Response plain_page(int status, text::Language language, const std::string& title, const std::string& inner);

}  // namespace kevai::http
