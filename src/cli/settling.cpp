#include "cli/settling.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <cmath>
#include <map>
#include <ostream>

#include "cli/short_id.hpp"
#include "cli/wrap.hpp"
#include "http/pairs.hpp"
#include "model/record_json.hpp"
#include "register/disagreement_json.hpp"
#include "register/doubts.hpp"
#include "register/judge.hpp"
#include "register/settle.hpp"
#include "report/lines.hpp"

namespace kevai::cli {
namespace {

namespace json = boost::json;

std::string end_of(const Id& id, std::size_t length) {
  return id.value.substr(id.value.size() - length);
}

/// Records in words need the register's organisations and nothing else of a summary.
struct Named {
  report::Summary summary{};
  std::map<Id, model::Document> documents{};

  explicit Named(store::Reader& reader) {
    for (auto& organisation : reader.organisations()) {
      const auto id = organisation.id.value;
      summary.organisations.emplace(id, std::move(organisation));
    }
    for (auto& document : reader.documents()) documents.emplace(document.id, std::move(document));
  }
  reg::Titled titled(const Id& document) const {
    const auto found = documents.find(document);
    return found == documents.end() ? reg::Titled{} : reg::Titled{found->second.title, found->second.sample};
  }
};

std::string of_kind(const model::Record& record, const report::Lines& lines) {
  return fmt::format("{}: {}", lines.word(fmt::format("record.{}", name_of(model::kind_of(record)))), lines.of(record));
}

/// "Person: Thongloun Sisoulith = ທອງລຸນ ສີສຸລິດ · President, Salavan"
std::string told(const http::ShownRecord& shown, const report::Lines& lines) {
  std::string text = of_kind(shown.record, lines);
  for (const auto& name : shown.other_names) text += " = " + name;
  for (const auto& post : shown.posts) text += " · " + lines.of(post);
  return text;
}

void list_disagreements(const std::vector<reg::Doubt>& doubts, const Named& named, const Context& context) {
  auto& out = context.world.out;
  const report::Lines lines(named.summary, context.language);
  std::vector<Id> ids;
  for (const auto& doubt : doubts)
    for (const auto& field : doubt.disagreements)
      for (const auto& statement : field.statements) ids.push_back(statement.citations.front().id);
  const auto length = telling_length(ids);
  const std::string indent(4 + length + 2, ' ');
  for (const auto& doubt : doubts) {
    out << wrap(of_kind(doubt.record, lines), "") << '\n';
    for (const auto& field : doubt.disagreements) {
      out << "  " << lines.word("field." + field.field) << '\n';
      for (const auto& statement : field.statements) {
        const auto value = lines.value(doubt.record, field.field, statement.value);
        out << "  " << (statement.stands ? "* " : "  ") << end_of(statement.citations.front().id, length) << "  " << value << '\n';
        for (const auto& citation : statement.citations)
          out << wrap(fmt::format("“{}” ({})", citation.quote, named.titled(citation.document).title), indent) << '\n';
      }
    }
    out << '\n';
  }
  if (doubts.empty()) {
    out << context.say("review.no_disagreement") << '\n';
    return;
  }
  out << context.say("review.how_to_choose") << '\n';
}

void list_candidates(const std::vector<http::ShownPair>& pairs, const Named& named, const Context& context) {
  auto& out = context.world.out;
  const report::Lines lines(named.summary, context.language);
  std::vector<Id> ids;
  for (const auto& pair : pairs) {
    ids.push_back(pair.candidate.one);
    ids.push_back(pair.candidate.other);
  }
  const auto length = telling_length(ids);
  for (const auto& pair : pairs) {
    out << fmt::format("{}={}  {} %\n", end_of(pair.candidate.one, length), end_of(pair.candidate.other, length),
                       std::lround(100 * pair.candidate.likeness.score));
    for (const auto* shown : {&pair.one, &pair.other}) out << wrap(told(*shown, lines), "  ") << '\n';
    std::vector<std::string> reasons;
    for (const auto& reason : pair.candidate.likeness.reasons)
      reasons.push_back(http::reason_text(reason, named.summary.organisations, context.language));
    out << wrap(fmt::format("{}", fmt::join(reasons, "; ")), "    ") << "\n\n";
  }
  out << context.say(pairs.empty() ? "review.no_candidate" : "review.how_to_judge") << '\n';
}

void list_json(const std::vector<reg::Doubt>& doubts, const std::vector<http::ShownPair>& pairs, bool disagreements, const Named& named,
               const Context& context) {
  json::array shown;
  for (const auto& doubt : doubts) {
    auto record = model::to_json(doubt.record);
    record["disagreements"] = reg::to_json(doubt.record, doubt.disagreements, [&](const Id& document) { return named.titled(document); });
    shown.push_back(std::move(record));
  }
  for (const auto& pair : pairs) shown.push_back(http::to_json(pair, named.summary.organisations, context.language));
  context.world.out << json::serialize(json::object{{disagreements ? "records" : "candidates", std::move(shown)}}) << '\n';
}

void list(store::Store& store, const Settling& settling, bool as_json, const Context& context) {
  std::vector<reg::Doubt> doubts;
  std::vector<http::ShownPair> pairs;
  store.read([&](store::Reader& reader) {
    const Named named(reader);
    if (settling.disagreements)
      doubts = reg::open_doubts(reader);
    else
      pairs = http::read_pairs(reader, {});
    if (as_json) return list_json(doubts, pairs, settling.disagreements, named, context);
    settling.disagreements ? list_disagreements(doubts, named, context) : list_candidates(pairs, named, context);
  });
}

/// The record of every statement on which articles disagree, settled or not: a choice may be changed.
std::map<Id, Id> records_of_statements(store::Store& store) {
  std::map<Id, Id> records;
  store.read([&](store::Reader& reader) {
    for (std::size_t i = 0; i < enum_names<model::RecordKind>.size(); ++i)
      for (const auto& citation : reader.citations(static_cast<model::RecordKind>(i))) records.emplace(citation.id, citation.record);
  });
  return records;
}

Result<> choose(store::Store& store, const Settling& settling, const std::string& who) {
  const auto records = records_of_statements(store);
  std::vector<Id> all;
  for (const auto& [citation, record] : records) all.push_back(citation);
  for (const auto& typed : settling.choose) {
    const auto citation = find_id(all, typed, "statement");
    if (!citation) return std::unexpected(citation.error());
    if (const auto done = reg::choose(store, records.at(*citation), *citation, who); !done) return done;
  }
  return {};
}

Result<std::vector<reg::Judged>> judged(store::Store& store, const Settling& settling) {
  std::vector<Id> all;
  store.read([&](store::Reader& reader) {
    for (std::size_t i = 0; i < enum_names<model::RecordKind>.size(); ++i) {
      const auto kind = static_cast<model::RecordKind>(i);
      for (const auto& record : reader.records(kind)) all.push_back(model::id_of(record));
      for (const auto& record : reader.merged_away(kind)) all.push_back(model::id_of(record));
    }
  });
  std::vector<reg::Judged> judged;
  for (const auto& [pairs, judgement] :
       {std::pair(&settling.same, model::Judgement::same), std::pair(&settling.different, model::Judgement::different),
        std::pair(&settling.open, model::Judgement::open)}) {
    for (const auto& typed : *pairs) {
      const auto middle = typed.find('=');
      if (middle == typed.npos) return fail(Failure::invalid, "pair_malformed", {{"pair", typed}});
      const auto one = find_id(all, typed.substr(0, middle), "record");
      if (!one) return std::unexpected(one.error());
      const auto other = find_id(all, typed.substr(middle + 1), "record");
      if (!other) return std::unexpected(other.error());
      judged.push_back({*one, *other, judgement});
    }
  }
  return judged;
}

}  // namespace

const char* Settling::asked() const {
  if (!choose.empty()) return "--choose";
  if (!same.empty()) return "--same";
  if (!different.empty()) return "--different";
  if (!open.empty()) return "--ask-again";
  return disagreements ? "--disagreements" : candidates ? "--candidates" : nullptr;
}

void add_settling_options(CLI::App& app, Settling& settling, const Context& context) {
  app.add_flag("--disagreements", settling.disagreements, context.say("option.disagreements"));
  app.add_option("--choose", settling.choose, context.say("option.choose"))->type_name("ID");
  app.add_flag("--candidates", settling.candidates, context.say("option.candidates"));
  app.add_option("--same", settling.same, context.say("option.records_same"))->type_name("ID=ID");
  app.add_option("--different", settling.different, context.say("option.records_different"))->type_name("ID=ID");
  app.add_option("--ask-again", settling.open, context.say("option.ask_again"))->type_name("ID=ID");
}

int settle(store::Store& store, const Settling& settling, const std::string& who, bool as_json, const Context& context) {
  const bool deciding = !settling.same.empty() || !settling.different.empty() || !settling.open.empty();
  if (settling.choose.empty() && !deciding) {
    list(store, settling, as_json, context);
    return done;
  }
  const auto number = [&](std::size_t count) { return text::number(context.language, static_cast<double>(count)); };
  if (!settling.choose.empty()) {
    if (const auto chosen = choose(store, settling, who); !chosen) return context.tell(chosen.error());
    context.world.out << context.say("review.chosen", {{"count", number(settling.choose.size())}}) << '\n';
  }
  if (deciding) {
    const auto pairs = judged(store, settling);
    if (!pairs) return context.tell(pairs.error());
    if (const auto told = reg::judge(store, *pairs, who); !told) return context.tell(told.error());
    context.world.out << context.say("review.judged", {{"same", number(settling.same.size())},
                                                       {"different", number(settling.different.size())},
                                                       {"open", number(settling.open.size())}})
                      << '\n';
  }
  return done;
}

}  // namespace kevai::cli
