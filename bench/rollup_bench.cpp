#include <benchmark/benchmark.h>

#include <filesystem>
#include <memory>

#include "model/record_json.hpp"
#include "register/keep.hpp"
#include "store/store.hpp"

namespace kevai::bench {
namespace {

namespace fs = std::filesystem;
using model::Level;
using model::Rollup;

/// A country of 126,547 organisations in five levels: 42 provinces of 12 districts of 25 communes of 9 grassroots unions.
constexpr int provinces = 42, districts = 12, communes = 25, grassroots = 9;

OrganisationId id_of(const std::string& text) {
  OrganisationId id;
  id.value = text;
  return id;
}

class Country {
 public:
  Country() : file_((fs::temp_directory_path() / ("rollup-bench-" + new_id().value + ".db")).string()) {
    auto opened = store::open(file_);
    if (!opened) throw Broken(opened.error());
    store_ = std::move(*opened);
    write([&](store::Writer& writer) { found(writer); });
  }
  ~Country() {
    store_.reset();
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(file_ + end);
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

  /// The number of the `n`th grassroots union, in an order that leaps from province to province.
  void arrive(store::Writer& writer, std::size_t n) {
    model::Observation said{.id = new_id(), .measure = "members", .value = Quantity::of(static_cast<double>(20 + n % 300))};
    said.parties = {{leaves_[n * 7919 % leaves_.size()], {}}};
    said.from = said.to = *PartialDate::make(2020 + static_cast<int>(n / leaves_.size()) % 6);
    said.stated_on = *PartialDate::make(2026, 11, 22);
    reg::keep(writer, model::Action::create, nullptr, said, "bench");
  }
  const std::vector<OrganisationId>& provinces_ids() const { return provinces_; }
  std::size_t leaves() const { return leaves_.size(); }

 private:
  OrganisationId put(store::Writer& writer, const std::string& id, Level level, const OrganisationId& parent) {
    model::Organisation organisation{.id = id_of(id), .country = "VN", .level = level, .parent = parent, .name_vi = id};
    writer.put(model::Record(organisation));
    return organisation.id;
  }
  void found(store::Writer& writer) {
    const auto top = put(writer, "vn.top", Level::national, {});
    for (int p = 0; p < provinces; ++p) {
      const auto province = put(writer, "vn.p" + std::to_string(p), Level::province, top);
      provinces_.push_back(province);
      for (int d = 0; d < districts; ++d) {
        const auto district = put(writer, province.value + ".d" + std::to_string(d), Level::district, province);
        for (int c = 0; c < communes; ++c) {
          const auto commune = put(writer, district.value + ".c" + std::to_string(c), Level::grassroots, district);
          for (int g = 0; g < grassroots; ++g)
            leaves_.push_back(put(writer, commune.value + ".g" + std::to_string(g), Level::grassroots, commune));
        }
      }
    }
  }

  std::string file_;
  std::unique_ptr<store::Store> store_;
  std::vector<OrganisationId> provinces_;
  std::vector<OrganisationId> leaves_;
};

Country& country() {
  static Country made;
  return made;
}

std::size_t arrived = 0;

/// A number arrives, is journalled and rolled up over five levels; a transaction each.
void NumberArrives(benchmark::State& state) {
  auto& all = country();
  for (auto _ : state) all.write([&](store::Writer& writer) { all.arrive(writer, arrived++); });
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(NumberArrives)->Unit(benchmark::kMicrosecond)->Iterations(2'000);

/// The same, a thousand in one transaction, as an import brings them.
void ThousandNumbersArrive(benchmark::State& state) {
  auto& all = country();
  for (auto _ : state)
    all.write([&](store::Writer& writer) {
      for (int i = 0; i < 1'000; ++i) all.arrive(writer, arrived++);
    });
  state.SetItemsProcessed(1'000 * state.iterations());
}
BENCHMARK(ThousandNumbersArrive)->Unit(benchmark::kMillisecond)->Iterations(40);

/// Every province's total of a measure and year.
void ReadEveryProvince(benchmark::State& state) {
  auto& all = country();
  double members = 0;
  for (auto _ : state)
    all.store().read([&](store::Reader& reader) {
      for (const auto& province : all.provinces_ids())
        if (const auto row = reader.rollup({.organisation = province, .measure = "members", .from = "2020-01-01", .to = "2020-12-31"}))
          members += row->value().figure();
    });
  benchmark::DoNotOptimize(members);
  state.SetItemsProcessed(provinces * state.iterations());
  state.counters["numbers"] = static_cast<double>(arrived);
}
BENCHMARK(ReadEveryProvince)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace kevai::bench
