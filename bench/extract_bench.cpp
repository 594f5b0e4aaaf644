#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <string>
#include <thread>

#include "base/in_order.hpp"
#include "bench/corpus.hpp"
#include "extract/extract.hpp"

namespace kevai::bench {
namespace {

const std::vector<std::string>& ten_thousand() {
  static const std::vector<std::string> made = articles(10'000);
  return made;
}

std::size_t bytes_of(const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  for (const auto& text : texts) bytes += text.size();
  return bytes;
}

double peak_megabytes() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_maxrss) / 1024;
}

/// 10,000 articles, each by itself, on one thread and on all: bytes, articles and facts a second.
void ReadArticles(benchmark::State& state) {
  const auto& texts = ten_thousand();
  const auto threads = state.range(0) == 0 ? std::thread::hardware_concurrency() : 1u;
  std::size_t facts = 0;
  for (auto _ : state) {
    in_order(
        texts.size(), threads, [&](std::size_t i) { return extract::read(texts[i]).facts.size(); },
        [&](std::size_t, std::size_t found) { facts += found; });
  }
  const auto rounds = state.iterations();
  state.SetBytesProcessed(rounds * static_cast<std::int64_t>(bytes_of(texts)));
  state.SetItemsProcessed(rounds * static_cast<std::int64_t>(texts.size()));
  state.counters["facts"] = static_cast<double>(facts) / static_cast<double>(rounds);
  state.counters["peak_MB"] = peak_megabytes();
}
BENCHMARK(ReadArticles)->ArgName("all_cores_if_0")->Arg(1)->Arg(0)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime();

/// One text of many articles one after another: how the cost grows with the length of a text.
void ReadOneText(benchmark::State& state) {
  std::string text;
  for (std::size_t i = 0; text.size() < static_cast<std::size_t>(state.range(0)) * 1024; ++i) text += ten_thousand()[i] + "\n\n";
  for (auto _ : state) benchmark::DoNotOptimize(extract::read(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(ReadOneText)->RangeMultiplier(4)->Range(16, 4096)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
}  // namespace kevai::bench
