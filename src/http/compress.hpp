#pragma once

#include "http/message.hpp"

namespace kevai::http {

/// Sends the body as gzip where the caller takes it and it is worth it: text of more than a packet. Pages, scripts and reports
/// shrink to about a quarter, which is what an officer on a slow line waits for.
void compress(Response& response, const Request& request);

}  // namespace kevai::http
