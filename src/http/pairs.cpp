#include "http/pairs.hpp"

#include <boost/json/array.hpp>
#include <cmath>

#include "model/record_json.hpp"

namespace kevai::http {

std::vector<ShownPair> read_pairs(store::Reader& reader, const reg::CandidateFilter& filter) {
  std::vector<ShownPair> pairs;
  for (auto& candidate : reg::candidates(reader, filter)) {
    auto one = reader.record(candidate.one);
    auto other = reader.record(candidate.other);
    if (one && other) pairs.push_back({std::move(candidate), std::move(*one), std::move(*other)});
  }
  return pairs;
}

boost::json::object to_json(const ShownPair& pair, text::Language language) {
  boost::json::array reasons;
  for (const auto& reason : pair.candidate.likeness.reasons) {
    const text::Args args(reason.args.begin(), reason.args.end());
    reasons.push_back({{"code", reason.code}, {"text", text::words(language, "reason." + reason.code, args)}});
  }
  return {{"kind", name_of(pair.candidate.kind)},
          {"score", std::round(100 * pair.candidate.likeness.score) / 100},
          {"reasons", std::move(reasons)},
          {"one", model::to_json(pair.one)},
          {"other", model::to_json(pair.other)}};
}

}  // namespace kevai::http
