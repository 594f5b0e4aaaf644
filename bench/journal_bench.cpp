#include <benchmark/benchmark.h>

#include <boost/json/serialize.hpp>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "base/clock.hpp"
#include "model/record_json.hpp"
#include "register/privacy/verify.hpp"
#include "store/store.hpp"

/// What the chain costs: a create with and without its line of the journal, and the walk over a long journal. On SQLite, or on the
/// database that $KEVAI_BENCH_DATABASE names (empty, and left filled).
namespace kevai::bench {
namespace {

namespace fs = std::filesystem;

constexpr int together = 200;  ///< creates in a transaction

class Register {
 public:
  Register() {
    const char* given = std::getenv("KEVAI_BENCH_DATABASE");
    file_ = given ? given : (fs::temp_directory_path() / ("journal-bench-" + new_id().value + ".db")).string();
    is_file_ = !given;
    auto opened = store::open(file_);
    if (!opened) throw Broken(opened.error());
    store_ = std::move(*opened);
  }
  ~Register() {
    store_.reset();
    for (const char* end : {"", "-wal", "-shm"})
      if (is_file_) fs::remove(file_ + end);
  }

  store::Store& store() { return *store_; }
  template <class Work>
  void write(Work&& work) {
    const auto done = store_->write([&](store::Writer& writer) -> Result<> {
      work(writer);
      return {};
    });
    if (!done) throw Broken(done.error());
  }

 private:
  std::string file_;
  bool is_file_ = false;
  std::unique_ptr<store::Store> store_;
};

model::Record someone(int number) {
  return model::Person{.id = new_id(), .name = "Nguyễn Thị Mai " + std::to_string(number), .key = "nguyenthimai"};
}

model::Record visit(int number) {
  return model::Activity{.id = new_id(),
                         .date = *PartialDate::make(2020 + number % 6, 4, 2),
                         .place = "Vinh",
                         .content = "Trao đổi kinh nghiệm công tác công đoàn"};
}

void add_line(store::Writer& writer, const model::Record& record) {
  writer.add(model::Change{.id = new_id(),
                           .record = model::id_of(record),
                           .record_kind = model::kind_of(record),
                           .action = model::Action::create,
                           .by = "bench",
                           .at = timestamp_now(),
                           .after = boost::json::serialize(model::to_json(record))});
}

using Make = model::Record (*)(int);

/// The record alone.
void put(benchmark::State& state, Make make) {
  Register reg;
  int number = 0;
  for (auto _ : state)
    reg.write([&](store::Writer& writer) {
      for (int i = 0; i < together; ++i) writer.put(make(++number));
    });
  state.SetItemsProcessed(state.iterations() * together);
}

/// The record and its line of the journal.
void put_with_line(benchmark::State& state, Make make) {
  Register reg;
  int number = 0;
  for (auto _ : state)
    reg.write([&](store::Writer& writer) {
      for (int i = 0; i < together; ++i) {
        const auto record = make(++number);
        writer.put(record);
        add_line(writer, record);
      }
    });
  state.SetItemsProcessed(state.iterations() * together);
}

void verify(benchmark::State& state) {
  Register reg;
  for (std::int64_t made = 0; made < state.range(0);)
    reg.write([&](store::Writer& writer) {
      for (int i = 0; i < 1000; ++i, ++made) {
        const auto record = made % 2 == 0 ? someone(i) : visit(i);
        writer.put(record);
        add_line(writer, record);
      }
    });
  for (auto _ : state)
    reg.store().read([&](store::Reader& reader) {
      const auto found = reg::verify_journal(reader);
      if (found.broken) state.SkipWithError("the chain is broken");
    });
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

BENCHMARK_CAPTURE(put, visit, visit)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(put_with_line, visit, visit)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(put, person, someone)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(put_with_line, person, someone)->Unit(benchmark::kMillisecond);
BENCHMARK(verify)->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace kevai::bench
