#pragma once

#include <filesystem>

#include "register/backup.hpp"

namespace kevai::reg {

/// Writes out all that the register holds for people and programs that have no kevai: a folder, or a ZIP file where the name
/// ends in `.zip`, of JSON Lines files with a README in three languages. Records stand as the API gives them, documents with
/// their texts. One consistent state, whoever writes meanwhile. Failures as of back_up.
Result<Backup> export_all(store::Store& store, const std::filesystem::path& target, const AtPart& at = {});

}  // namespace kevai::reg
