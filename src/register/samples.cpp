#include <string>

#include "base/embedded.hpp"
#include "register/ingest.hpp"
#include "register/taking_in.hpp"

namespace kevai::reg {

Result<int> load_samples(store::Store& store) {
  int loaded = 0;
  const auto done = store.write([&](store::Writer& writer) -> Result<> {
    if (!writer.documents().empty()) return {};
    for (const EmbeddedFile& file : embedded_samples()) {
      auto read = read_source({.file_name = std::string(file.path), .bytes = file.bytes, .sample = true});
      if (!read) return std::unexpected(read.error());
      add_document(writer, std::move(read->document), std::move(read->facts));
      ++loaded;
    }
    accept_waiting(writer, "kevai");
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return loaded;
}

}  // namespace kevai::reg
