#pragma once

#include <string>
#include <string_view>

#include "register/edit.hpp"

/// Files kept with records.
namespace kevai::reg {

struct NewAttachment {
  Id record;              ///< any record
  std::string title{};    ///< may be empty
  std::string file_name;  ///< its folder, if any, is left off; its ending must be that of what the bytes are
  std::string_view bytes;
};

inline constexpr std::size_t most_attached = 10 * 1024 * 1024;  ///< bytes of one file

/// Makes an attachment of a file: its bytes are kept once under their hash, whatever records they are kept with. Failures
/// beside those of create, each with `file`: `attachment_empty`, `attachment_too_large` (`size`, `limit` in megabytes),
/// `attachment_kind_refused` (`kind`, `kinds`), `attachment_not_as_named` (`kind`, `endings`), `attachment_name_wrong`;
/// `conflict` `attachment_exists` with `id` where the record has that file already.
Result<Edited> attach(store::Writer& writer, const NewAttachment& attachment, const std::string& who);

/// A file as it was attached.
struct AttachedFile {
  model::Attachment attachment;
  std::string bytes;
};
/// Failures: `not_found` `attachment_unknown` with `id`, of a removed one too; `attachment_erased` with `id`, where its bytes were erased
/// with the person they told of; `forbidden` `not_permitted` where they are of somebody whose personal data is not for the reader.
Result<AttachedFile> attached_file(store::Reader& reader, const Id& id);

}  // namespace kevai::reg
