#include "extract/confidence.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <unordered_map>

#include "text/table.hpp"

namespace kevai::extract {
namespace {

struct Hash : std::hash<std::string_view> {
  using is_transparent = void;
};

/// data/confidence.tsv, by name.
using Weights = std::unordered_map<std::string, double, Hash, std::equal_to<>>;

Weights read_weights() {
  Weights weights;
  for (const auto& row : text::read_table(text::reference_file("confidence.tsv"), '\t')) {
    if (row.size() == 2) weights.emplace(row[0], std::strtod(row[1].c_str(), nullptr));
  }
  return weights;
}

struct Model {
  double base = 0;
  std::array<double, enum_names<Sign>.size()> sign{};
  std::array<double, fact_types.size()> type{};
  std::array<double, 3> language{};
  std::unordered_map<std::string, double, Hash, std::equal_to<>> rule;

  static const Model& read() {
    static const Model model(read_weights());
    return model;
  }

 private:
  explicit Model(const Weights& weights) {
    const auto weight = [&](const std::string& name) {
      const auto found = weights.find(name);
      return found == weights.end() ? 0 : found->second;
    };
    base = weight("base");
    for (std::size_t i = 0; i < sign.size(); ++i) sign[i] = weight(std::string(enum_names<Sign>[i]));
    for (std::size_t i = 0; i < type.size(); ++i) type[i] = weight("type." + std::string(fact_types[i]));
    for (const auto l : {text::Language::vi, text::Language::lo, text::Language::en})
      language[static_cast<std::size_t>(l)] = weight("language." + std::string(text::code(l)));
    for (const auto& [name, value] : weights) {
      if (name.starts_with("rule.")) rule.emplace(name.substr(5), value);
    }
  }
};

}  // namespace

std::vector<std::string> names_of(const Signs& signs) {
  std::vector<std::string> names = {"type." + std::string(fact_types[signs.type]), "language." + std::string(text::code(signs.language)),
                                    "rule." + std::string(signs.rule)};
  for (std::size_t i = 0; i < enum_names<Sign>.size(); ++i) {
    if (signs.bits.test(i)) names.emplace_back(enum_names<Sign>[i]);
  }
  return names;
}

double confidence_of(const Signs& signs) {
  const Model& model = Model::read();
  double sum = model.base + model.type[signs.type] + model.language[static_cast<std::size_t>(signs.language)];
  if (const auto found = model.rule.find(signs.rule); found != model.rule.end()) sum += found->second;
  for (std::size_t i = 0; i < model.sign.size(); ++i) {
    if (signs.bits.test(i)) sum += model.sign[i];
  }
  return std::clamp(std::round(100 / (1 + std::exp(-sum))) / 100, 0.01, 0.99);
}

std::vector<std::string> doubts_of(const Signs& signs) {
  constexpr double telling = -0.2;
  if (certainty_of(confidence_of(signs)) == Certainty::sure) return {};
  const auto& weights = Model::read().sign;
  std::vector<std::size_t> against;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (signs.bits.test(i) && weights[i] <= telling) against.push_back(i);
  }
  std::stable_sort(against.begin(), against.end(), [&](std::size_t a, std::size_t b) { return weights[a] < weights[b]; });
  if (against.size() > 3) against.resize(3);
  std::vector<std::string> names;
  for (const std::size_t i : against) names.emplace_back(enum_names<Sign>[i]);
  return names;
}

Certainty certainty_of(double confidence) {
  return confidence >= 0.85 ? Certainty::sure : confidence >= 0.6 ? Certainty::fair : Certainty::doubtful;
}

}  // namespace kevai::extract
