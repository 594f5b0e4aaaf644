#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <cmath>
#include <memory>
#include <ostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/login.hpp"
#include "cli/short_id.hpp"
#include "cli/wrap.hpp"
#include "http/name_candidates.hpp"

namespace kevai::cli {
namespace {

namespace json = boost::json;

struct Options {
  std::vector<std::string> same;
  std::vector<std::string> different;
  std::string by;
  std::string format = "text";
  std::string database;
};

struct Questions {
  std::vector<reg::NameCandidate> candidates;
  http::Organisations organisations;
};

Questions read_questions(store::Store& store) {
  Questions questions;
  store.read([&](store::Reader& reader) {
    questions.candidates = reg::name_candidates(reader);
    questions.organisations = http::organisations_of(reader);
  });
  return questions;
}

/// "Thongloun Sisoulith · President, Salavan"
std::string person_text(const reg::NamedPerson& person, const Questions& questions, text::Language language) {
  std::string told = fmt::format("{}", fmt::join(person.names, " = "));
  for (const model::Post& post : person.posts) {
    told += " · " + post.role;
    const auto at = http::short_name(post.organisation, questions.organisations, language);
    if (!at.empty()) told += (post.role.empty() ? "" : ", ") + at;
  }
  return told;
}

void list_text(const Questions& questions, const Context& context) {
  auto& out = context.world.out;
  if (questions.candidates.empty()) {
    out << context.say("names.none") << '\n';
    return;
  }
  std::vector<Id> ids;
  for (const auto& asked : questions.candidates) {
    ids.push_back(asked.one.id);
    ids.push_back(asked.other.id);
  }
  const auto length = telling_length(ids);
  const auto end_of = [&](const Id& id) { return id.value.substr(id.value.size() - length); };
  for (const auto& asked : questions.candidates) {
    out << fmt::format("{}={}  {} %\n", end_of(asked.one.id), end_of(asked.other.id),
                       std::lround(asked.score * 100));
    for (const auto* person : {&asked.one, &asked.other})
      out << wrap(person_text(*person, questions, context.language), "  ") << '\n';
    for (const auto& reason : asked.reasons)
      out << wrap("– " + http::reason_text(reason, questions.organisations, context.language), "    ")
          << '\n';
    out << '\n';
  }
  const auto count = text::number(context.language, static_cast<double>(questions.candidates.size()));
  out << context.say("names.waiting", {{"count", count}}) << '\n' << context.say("names.how") << '\n';
}

void list_json(const Questions& questions, const Context& context) {
  json::array candidates;
  for (const auto& asked : questions.candidates)
    candidates.push_back(http::to_json(asked, questions.organisations, context.language));
  context.world.out << json::serialize(json::object{{"candidates", std::move(candidates)}}) << '\n';
}

/// All persons, those merged too: a decision may be taken back.
std::vector<Id> all_persons(store::Store& store) {
  std::vector<Id> ids;
  store.read([&](store::Reader& reader) {
    for (const auto& record : reader.records(model::RecordKind::person)) ids.push_back(model::id_of(record));
    for (const auto& record : reader.merged_away(model::RecordKind::person))
      ids.push_back(model::id_of(record));
  });
  return ids;
}

Result<std::vector<reg::PersonPair>> pairs_of(const std::vector<Id>& all,
                                              const std::vector<std::string>& typed) {
  std::vector<reg::PersonPair> pairs;
  for (const auto& text : typed) {
    const auto middle = text.find('=');
    if (middle == text.npos) return fail(Failure::invalid, "pair_malformed", {{"pair", text}});
    const auto one = find_id(all, text.substr(0, middle), "person");
    if (!one) return std::unexpected(one.error());
    const auto other = find_id(all, text.substr(middle + 1), "person");
    if (!other) return std::unexpected(other.error());
    pairs.push_back({*one, *other});
  }
  return pairs;
}

int decide(store::Store& store, const Options& options, const Context& context) {
  const auto all = all_persons(store);
  const auto same = pairs_of(all, options.same);
  if (!same) return context.tell(same.error());
  const auto different = pairs_of(all, options.different);
  if (!different) return context.tell(different.error());
  const auto decided = reg::decide_names(store, *same, *different,
                                         options.by.empty() ? login_name(context.world) : options.by);
  if (!decided) return context.tell(decided.error());
  context.world.out << context.say("names.decided",
                                   {{"same", text::number(context.language, decided->same)},
                                    {"different", text::number(context.language, decided->different)}})
                    << '\n';
  return done;
}

int run(const Options& options, const Context& context) {
  if (options.format != "text" && options.format != "json")
    return context.tell(
        {Failure::invalid, "format_unknown", {{"format", options.format}, {"formats", "text, json"}}, {}},
        wrong_usage);
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  if (!options.same.empty() || !options.different.empty()) return decide(**store, options, context);
  const auto questions = read_questions(**store);
  options.format == "json" ? list_json(questions, context) : list_text(questions, context);
  return done;
}

}  // namespace

Action names_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("--same", options->same, context.say("option.same"))->type_name("ID=ID");
  app.add_option("--different", options->different, context.say("option.different"))->type_name("ID=ID");
  app.add_option("--by", options->by, context.say("option.by"))->type_name("NAME");
  app.add_option("--format", options->format, context.say("option.review_format"))->type_name("text|json");
  add_database_option(app, options->database, context);
  return [options, &context] { return run(*options, context); };
}

}  // namespace kevai::cli
