#include <iostream>

#include "confidence/fit.hpp"

/// Writes data/confidence.tsv anew from tests/held_out, and tells how well the confidences of an article fit
/// when its own facts are left out of the fitting: kevai_calibrate [FILE].
namespace kevai::test {
namespace {

std::string written(const Weights& weights) {
  std::string lines =
      "# What speaks for a fact (above 0) or against it, by script/calibrate: weights of a logistic model.\n"
      "# Not written by hand.\n";
  for (const auto& [name, weight] : weights) {
    const std::string value = fmt::format("{:.2f}", weight);
    if (value != "0.00" && value != "-0.00") lines += name + '\t' + value + '\n';
  }
  return lines;
}

void compare(const std::vector<Judged>& facts, std::size_t articles) {
  const auto told = told_by_the_others(facts);
  const auto alike = told_alike(told);
  std::cout << fmt::format("{} facts of {} articles, {:.3f} of them right; each article by the others:\n", told.size(), articles,
                           alike.front().confidence)
            << shown(reliability(told)) << fmt::format("(one confidence for all: Brier score {:.3f})\n", reliability(alike).brier);
}

int run(int argc, char** argv) {
  const std::filesystem::path source = KEVAI_SOURCE_DIR;
  const auto articles = cases(source / "tests/held_out", source / "tests/held_out");
  const auto facts = judge(articles);
  compare(facts, articles.size());
  const std::filesystem::path file = argc > 1 ? std::filesystem::path(argv[1]) : source / "data/confidence.tsv";
  std::ofstream(file, std::ios::binary | std::ios::trunc) << written(fit(facts));
  std::cout << "written: " << file.string() << '\n';
  return 0;
}

}  // namespace
}  // namespace kevai::test

int main(int argc, char** argv) {
  return kevai::test::run(argc, argv);
}
