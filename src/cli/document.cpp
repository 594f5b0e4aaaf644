#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <ostream>

#include "cli/database.hpp"
#include "cli/program.hpp"
#include "cli/record/text.hpp"
#include "cli/short_id.hpp"
#include "register/remove_document.hpp"

namespace kevai::cli {
namespace {

struct Options {
  std::vector<std::string> ids;
  std::string database;
};

int list(const Options& options, const Context& context) {
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  std::vector<model::Document> documents;
  std::map<Id, int> waiting;
  (*store)->read([&](store::Reader& reader) {
    documents = reader.documents();
    for (const auto& finding : reader.findings({{}, model::FindingState::waiting})) ++waiting[finding.document];
  });
  if (documents.empty()) {
    context.world.out << context.say("document.none") << '\n';
    return done;
  }
  std::vector<Id> ids;
  for (const auto& document : documents) ids.push_back(document.id);
  const auto length = telling_length(ids);
  std::vector<std::vector<std::string>> rows;
  for (const auto& document : documents)
    rows.push_back({document.id.value.substr(document.id.value.size() - length), document.title, document.added_at.substr(0, 10),
                    text::number(context.language, waiting[document.id])});
  context.world.out << table({"ID", context.say("document.title"), context.say("document.added"), context.say("document.waiting")}, rows);
  return done;
}

/// All of them or none.
int remove(const Options& options, const Context& context) {
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  std::vector<std::string> titles;
  const auto removed = (*store)->write([&](store::Writer& writer) -> Result<> {
    std::map<Id, std::string> title_of;
    std::vector<Id> ids;
    for (const auto& document : writer.documents()) {
      ids.push_back(document.id);
      title_of[document.id] = document.title;
    }
    for (const std::string& typed : options.ids) {
      const auto id = find_id(ids, typed, "document");
      if (!id) return std::unexpected(id.error());
      if (const auto gone = reg::remove_document(writer, *id); !gone) return gone;
      titles.push_back(title_of[*id]);
    }
    return {};
  });
  if (!removed) return context.tell(removed.error());
  for (const std::string& title : titles) context.world.out << context.say("document.removed", {{"title", title}}) << '\n';
  return done;
}

Action list_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  add_database_option(app, options->database, context);
  return [options, &context] { return list(*options, context); };
}

Action remove_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("ID", options->ids, context.say("option.document_ids"))->required()->type_name("");
  add_database_option(app, options->database, context);
  return [options, &context] { return remove(*options, context); };
}

constexpr Command verbs[] = {{"list", list_command}, {"remove", remove_command}};

}  // namespace

Action document_command(CLI::App& app, const Context& context) {
  return one_of(verbs, app, "document.", context);
}

}  // namespace kevai::cli
