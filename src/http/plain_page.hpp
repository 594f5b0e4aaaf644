#pragma once

#include <string>

#include "http/message.hpp"

namespace kevai::http {

/// A page for anybody, which runs and loads nothing. `inner` is HTML; `next`: the path it goes on to at once.
Response plain_page(int status, text::Language language, const std::string& title, const std::string& inner, const std::string& next = {});

}  // namespace kevai::http
