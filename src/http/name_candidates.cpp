#include "http/name_candidates.hpp"

#include <boost/json/array.hpp>
#include <cmath>

namespace kevai::http {
namespace {

namespace json = boost::json;

json::object person_json(const reg::NamedPerson& person, const Organisations& organisations,
                         text::Language language) {
  json::array posts;
  for (const model::Post& post : person.posts) {
    posts.push_back(
        {{"role", post.role}, {"organisation", short_name(post.organisation, organisations, language)}});
  }
  return {{"id", person.id.value},
          {"names", json::array(person.names.begin(), person.names.end())},
          {"posts", std::move(posts)}};
}

}  // namespace

std::string reason_text(const text::NameReason& reason, const Organisations& organisations,
                        text::Language language) {
  text::Args args = reason.args;
  for (auto& [name, value] : args) {
    if (name == "organisation" && organisations.contains(value))
      value = short_name({{value}, {}}, organisations, language);
  }
  return text::words(language, "names.reason." + reason.code, args);
}

json::object to_json(const reg::NameCandidate& candidate, const Organisations& organisations,
                     text::Language language) {
  json::array reasons;
  for (const auto& reason : candidate.reasons) {
    reasons.push_back({{"code", reason.code}, {"text", reason_text(reason, organisations, language)}});
  }
  return {{"one", person_json(candidate.one, organisations, language)},
          {"other", person_json(candidate.other, organisations, language)},
          {"score", std::round(candidate.score * 100) / 100},
          {"reasons", std::move(reasons)}};
}

}  // namespace kevai::http
