#include <benchmark/benchmark.h>

#include <boost/json/object.hpp>
#include <filesystem>
#include <random>

#include "register/edit.hpp"
#include "register/ingest.hpp"
#include "register/search.hpp"
#include "register/search_index.hpp"

namespace kevai::bench {
namespace {

namespace json = boost::json;

constexpr int records = 100'000;

/// A register of 100,000 activities of all organisations of the reference data, each with some words of its own.
store::Store& register_of_100_000() {
  static const auto made = [] {
    const auto file = std::filesystem::temp_directory_path() / "kevai-search-bench.db";
    std::filesystem::remove(file);
    std::filesystem::remove(file.string() + "-wal");
    auto store = store::open(file.string()).value();
    (void)reg::load_reference(*store);
    std::vector<std::string> ids;
    store->read([&](store::Reader& reader) {
      for (const auto& organisation : reader.organisations()) ids.push_back(organisation.id.value);
    });
    constexpr const char* words[] = {"nhà ở công nhân", "tiền lương tối thiểu", "an toàn lao động", "bảo hiểm xã hội", "nữ công nhân",
                                     "khu công nghiệp", "hợp tác xã",           "biên giới",        "ຄວາມປອດໄພແຮງງານ", "ເງິນເດືອນ"};
    std::mt19937 random(1);
    const auto any = [&](std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random); };
    for (int done = 0; done < records;) {
      (void)store->write([&](store::Writer& writer) -> Result<> {
        for (int i = 0; i < 1000 && done < records; ++i, ++done) {
          const json::object fields{
              {"kind", i % 3 == 0 ? "visit" : "training"},
              {"date", std::to_string(1990 + any(36))},
              {"parties", json::array{json::object{{"id", ids[any(ids.size())]}}, json::object{{"id", ids[any(ids.size())]}}}},
              {"content", std::string(words[any(std::size(words))]) + ", " + words[any(std::size(words))] + " số " + std::to_string(done)}};
          (void)reg::create(writer, model::RecordKind::activity, fields, "bench");
        }
        return {};
      });
    }
    return store;
  }();
  return *made;
}

void find(benchmark::State& state, const char* words) {
  auto& store = register_of_100_000();
  std::int64_t total = 0;
  for (auto _ : state) store.read([&](store::Reader& reader) { total = reg::search(reader, {.words = words}).value().total; });
  state.counters["found"] = static_cast<double>(total);
}
BENCHMARK_CAPTURE(find, one_of_all, "so 77777")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find, two_places_and_a_year, "nghe an xieng khoang 2015")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find, one_place, "xieng khoang")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find, lao, "ເງິນເດືອນ")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find, phrase, "\"an toan lao dong\"")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find, nearly_all, "lao dong")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find, a_beginning, "xi")->Unit(benchmark::kMillisecond);

void IndexAnew(benchmark::State& state) {
  auto& store = register_of_100_000();
  for (auto _ : state) reg::reindex(store);
  state.SetItemsProcessed(state.iterations() * records);
}
BENCHMARK(IndexAnew)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
}  // namespace kevai::bench
