#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "base/embedded.hpp"
#include "http/message.hpp"

namespace kevai::http {

/// The web app's files, embedded in the program. A path with no ending is a page of the app's own and gets
/// index.html; files below assets/ have their content's hash in their name and are kept for good.
class WebApp {
 public:
  explicit WebApp(std::span<const EmbeddedFile> files);

  Response answer(const Request& request, const Target& target, text::Language language) const;

 private:
  struct File {
    std::string_view bytes;
    std::string etag;
  };
  std::map<std::string, File, std::less<>> files_;
};

}  // namespace kevai::http
