#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace kevai {

/// A file that is part of the program (cmake/Embed.cmake).
struct EmbeddedFile {
  std::string_view path;  ///< below its root, with `/`
  std::string_view bytes;
};

std::span<const EmbeddedFile> embedded_words();      ///< data/words: one file a topic (text)
std::span<const EmbeddedFile> embedded_reference();  ///< data/reference, data/lexicon, confidence.tsv (text)
std::span<const EmbeddedFile> embedded_samples();    ///< data/samples (register)
std::span<const EmbeddedFile> embedded_sql();        ///< sql (store)
std::span<const EmbeddedFile> embedded_web();        ///< web/dist (http)

}  // namespace kevai
