#include <benchmark/benchmark.h>

#include <string>

#include "base/embedded.hpp"
#include "extract/extract.hpp"

namespace kevai {
namespace {

/// The sample articles one after another, as often as it takes: how the cost grows with the length of one text.
void ReadOneText(benchmark::State& state) {
  std::string text;
  while (text.size() < static_cast<std::size_t>(state.range(0)) * 1024) {
    for (const EmbeddedFile& sample : embedded_samples()) text += std::string(sample.bytes) + "\n\n";
  }
  for (auto _ : state) benchmark::DoNotOptimize(extract::read(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(ReadOneText)->Arg(16)->Arg(128)->Arg(1024)->Unit(benchmark::kMillisecond);

/// Each sample article by itself, as they come.
void ReadArticles(benchmark::State& state) {
  std::size_t bytes = 0;
  std::size_t articles = 0;
  for (auto _ : state) {
    for (const EmbeddedFile& sample : embedded_samples()) {
      benchmark::DoNotOptimize(extract::read(sample.bytes));
      bytes += sample.bytes.size();
      ++articles;
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(static_cast<std::int64_t>(articles));
}
BENCHMARK(ReadArticles)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace kevai
