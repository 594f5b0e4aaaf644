#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <memory>
#include <optional>
#include <ostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/explain_text.hpp"
#include "cli/finding_text.hpp"
#include "cli/login.hpp"
#include "cli/settling.hpp"
#include "cli/short_id.hpp"
#include "cli/wrap.hpp"
#include "extract/extract.hpp"
#include "register/decide.hpp"

namespace kevai::cli {
namespace {

namespace json = boost::json;

struct Options : Settling {
  std::string document;
  std::vector<std::string> accept;
  std::vector<std::string> reject;
  bool accept_all = false;
  std::optional<double> at_least;
  std::string by;
  std::string format = "text";
  std::string database;
};

/// What is to be reviewed, read at once.
struct Desk {
  std::vector<model::Document> documents;
  std::vector<model::Finding> waiting;
  Organisations organisations;
};

std::vector<Id> ids_of(const auto& things) {
  std::vector<Id> ids;
  for (const auto& thing : things) ids.push_back(thing.id);
  return ids;
}

/// Those that wait, of the document where one is named, and as likely as asked for.
Result<Desk> read_desk(store::Store& store, const Options& options) {
  const std::string& document = options.document;
  Desk desk;
  Result<> found;
  store.read([&](store::Reader& reader) {
    desk.documents = reader.documents();
    store::FindingFilter filter{{}, model::FindingState::waiting};
    if (!document.empty()) {
      const auto id = find_id(ids_of(desk.documents), document, "document");
      if (!id) {
        found = std::unexpected(id.error());
        return;
      }
      filter.document = *id;
    }
    desk.waiting = reader.findings(filter);
    if (options.at_least) std::erase_if(desk.waiting, [&](const auto& f) { return f.fact.confidence < *options.at_least; });
    desk.organisations = http::organisations_of(reader);
  });
  if (!found) return std::unexpected(found.error());
  return desk;
}

const model::Document& document_of(const Desk& desk, const model::Finding& finding) {
  const auto is_it = [&](const auto& document) { return document.id == finding.document; };
  return *std::find_if(desk.documents.begin(), desk.documents.end(), is_it);  // the store's foreign key
}

std::string end_of(const Id& id, std::size_t length) {
  return id.value.substr(id.value.size() - length);
}

void list_text(const Desk& desk, const Context& context) {
  auto& out = context.world.out;
  if (desk.waiting.empty()) {
    out << context.say("review.nothing_waits") << '\n';
    return;
  }
  const auto length = telling_length(ids_of(desk.waiting));
  const auto document_length = telling_length(ids_of(desk.documents));
  Id shown;
  for (const auto& finding : desk.waiting) {
    if (finding.document != shown) {
      const auto& document = document_of(desk, finding);
      out << (shown.empty() ? "" : "\n") << wrap(document.title.empty() ? document.file_name : document.title, "") << '\n';
      auto about = fmt::format("{} · {}", end_of(document.id, document_length), document.file_name);
      if (document.dateline) about += " · " + text::date(context.language, document.dateline);
      if (document.sample) about += " · " + context.say("review.sample");
      out << wrap(about, "  ") << '\n';
      shown = finding.document;
    }
    const auto told = text_of(finding.fact, desk.organisations, context.language);
    const std::string indent(2 + length + 2, ' ');
    out << "\n  " << end_of(finding.id, length) << "  " << wrap(told, indent).substr(indent.size());
    out << '\n' << wrap("“" + finding.fact.quote + "”", indent) << '\n';
    if (const auto certainty = certainty_text(finding.fact.confidence, context.language); !certainty.empty())
      out << indent << certainty << '\n';
  }
  out << '\n' << context.say("review.waiting", {{"count", text::number(context.language, static_cast<double>(desk.waiting.size()))}});
  out << '\n' << context.say("review.how") << '\n';
}

void list_json(const Desk& desk, const Context& context) {
  json::array findings;
  for (const auto& finding : desk.waiting) {
    const auto& document = document_of(desk, finding);
    findings.push_back({{"id", finding.id.value},
                        {"document", document.id.value},
                        {"document_title", document.title},
                        {"position", finding.position},
                        {"fact", json::parse(extract::to_json(finding.fact))}});
  }
  context.world.out << json::serialize(json::object{{"findings", std::move(findings)}}) << '\n';
}

/// Short ids are looked for among all findings, so that one decided before is told as such.
Result<std::vector<Id>> full_ids(store::Store& store, const std::vector<std::string>& typed) {
  std::vector<Id> all;
  store.read([&](store::Reader& reader) { all = ids_of(reader.findings({})); });
  std::vector<Id> ids;
  for (const auto& text : typed) {
    const auto id = find_id(all, text, "finding");
    if (!id) return std::unexpected(id.error());
    ids.push_back(*id);
  }
  return ids;
}

Result<reg::Decided> decide(store::Store& store, const Options& options, const std::string& who) {
  if (options.accept_all && options.document.empty() && !options.at_least) return reg::accept_all(store, who);
  if (options.accept_all) {
    const auto desk = read_desk(store, options);
    if (!desk) return std::unexpected(desk.error());
    return reg::accept(store, ids_of(desk->waiting), who, reg::Faulty::leave);
  }
  const auto accepted = full_ids(store, options.accept);
  if (!accepted) return std::unexpected(accepted.error());
  const auto rejected = full_ids(store, options.reject);
  if (!rejected) return std::unexpected(rejected.error());
  return reg::decide(store, *accepted, *rejected, who);
}

/// What cannot be typed so, before anything is opened.
Result<> check(const Options& options) {
  if (options.format != "text" && options.format != "json")
    return fail(Failure::invalid, "format_unknown", {{"format", options.format}, {"formats", "text, json"}});
  if (options.at_least && !(*options.at_least >= 0 && *options.at_least <= 1))
    return fail(Failure::invalid, "at_least_wrong", {{"value", fmt::format("{}", *options.at_least)}});
  const auto* other = !options.accept.empty() ? "--accept" : !options.reject.empty() ? "--reject" : nullptr;
  if (options.accept_all && other) return fail(Failure::invalid, "usage_together", {{"one", "--accept-all"}, {"other", other}});
  const bool deciding = options.accept_all || other != nullptr;
  if (options.asked() && deciding)
    return fail(Failure::invalid, "usage_together", {{"one", options.asked()}, {"other", options.accept_all ? "--accept-all" : other}});
  for (const auto* typed : {&options.accept, &options.reject})
    for (const auto& id : *typed)
      if (id.size() < shortest_id) return std::unexpected(find_id({}, id, "finding").error());
  return {};
}

int run(const Options& options, const Context& context) {
  if (const auto checked = check(options); !checked) return context.tell(checked.error(), wrong_usage);
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());

  if (options.asked()) {
    const auto who = options.by.empty() ? login_name(context.world) : options.by;
    return settle(**store, options, who, options.format == "json", context);
  }
  if (options.accept_all || !options.accept.empty() || !options.reject.empty()) {
    const auto decided = decide(**store, options, options.by.empty() ? login_name(context.world) : options.by);
    if (!decided) return context.tell(decided.error());
    const auto number = [&](int count) { return text::number(context.language, count); };
    context.world.out << context.say("review.decided", {{"accepted", number(decided->accepted)},
                                                        {"rejected", number(decided->rejected)},
                                                        {"made", number(decided->records_made)},
                                                        {"extended", number(decided->records_extended)}})
                      << '\n';
    if (decided->left_waiting > 0)
      context.world.out << context.say("review.left_waiting", {{"count", number(decided->left_waiting)}}) << '\n';
    return done;
  }
  const auto desk = read_desk(**store, options);
  if (!desk) return context.tell(desk.error());
  options.format == "json" ? list_json(*desk, context) : list_text(*desk, context);
  return done;
}

}  // namespace

Action review_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("--document", options->document, context.say("option.document"))->type_name("ID");
  app.add_option("--accept", options->accept, context.say("option.accept"))->type_name("ID");
  app.add_option("--reject", options->reject, context.say("option.reject"))->type_name("ID");
  app.add_flag("--accept-all", options->accept_all, context.say("option.accept_all"));
  app.add_option("--at-least", options->at_least, context.say("option.at_least"))->type_name("0.9");
  add_settling_options(app, *options, context);
  app.add_option("--by", options->by, context.say("option.by"))->type_name("NAME");
  app.add_option("--format", options->format, context.say("option.review_format"))->type_name("text|json");
  add_database_option(app, options->database, context);
  return [options, &context] { return run(*options, context); };
}

}  // namespace kevai::cli
