#pragma once

#include <string>

#include "cli/command.hpp"
#include "http/record_answer.hpp"
#include "store/store.hpp"

namespace CLI {
class App;
}

namespace kevai::cli {

/// Which record a command means, and where it is.
struct Named {
  std::string kind;
  std::string id;
  std::string database;
  bool json = false;
};

/// Declares KIND, ID (where one is wanted), --json and --database.
void add_record_options(CLI::App& app, Named& named, bool with_id, const Context& context);
/// Declares --by.
void add_by_option(CLI::App& app, std::string& by, const Context& context);

/// Failure: `kind_unknown`.
Result<model::RecordKind> kind_of(const Named& named);

/// The record of that kind: by its id, or at least 8 characters of the end of it; a removed one too. Failures:
/// `record_unknown`, `record_ambiguous`, `id_too_short`.
Result<http::HeldRecord> find(store::Reader& reader, model::RecordKind kind, const std::string& typed);

/// Opens the register and does `work(store, kind)`, which gives the exit status.
int with_register(const Named& named, const Context& context, const std::function<int(store::Store&, model::RecordKind)>& work);

/// Tells what was done to a record: its JSON, or a line of `cli.<key>`.
int told(const Named& named, const http::HeldRecord& held, std::string_view key, const Context& context);

}  // namespace kevai::cli
