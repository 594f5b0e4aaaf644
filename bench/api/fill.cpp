// Makes a register to measure the API on: api_fill DATABASE IDS. Writes the ids the measurements ask for to the file IDS.
#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include "register/edit.hpp"
#include "register/ingest.hpp"

using namespace kevai;

namespace {

constexpr int partnerships = 500;
constexpr int agreements = 2000;
constexpr int activities = 100'000;
constexpr int together = 1000;  // in a transaction

[[noreturn]] void stop(const Error& error) {
  std::cerr << error.code << ' ' << error.detail << '\n';
  for (const Error& part : error.parts) std::cerr << "  " << part.code << '\n';
  std::exit(1);
}

struct Provinces {
  std::vector<std::string> viet_nam;
  std::vector<std::string> laos;
};

Provinces provinces(store::Store& store) {
  Provinces found;
  store.read([&](store::Reader& reader) {
    for (const auto& organisation : reader.organisations()) {
      if (organisation.level != model::Level::province) continue;
      (organisation.country == "VN" ? found.viet_nam : found.laos).push_back(organisation.id.value);
    }
  });
  return found;
}

/// Makes `count` records, some in each transaction.
template <class Make>
std::vector<Id> make(store::Store& store, int count, Make&& make_one) {
  std::vector<Id> ids;
  for (int begin = 0; begin < count; begin += together) {
    const auto done = store.write([&](store::Writer& writer) -> Result<> {
      for (int i = begin; i < std::min(count, begin + together); ++i) {
        const auto made = reg::create(writer, make_one(i), "bench");
        if (!made) return std::unexpected(made.error());
        ids.push_back(model::id_of(made->record));
      }
      return {};
    });
    if (!done) stop(done.error());
  }
  return ids;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::cerr << "usage: api_fill DATABASE IDS\n", 2;
  auto opened = store::open(argv[1]);
  if (!opened) stop(opened.error());
  store::Store& store = **opened;
  if (const auto loaded = reg::load_reference(store); !loaded) stop(loaded.error());

  const Provinces all = provinces(store);
  const auto parties = [&](int i) {
    const auto at = static_cast<std::size_t>(i % partnerships);
    return std::vector<model::Party>{{{all.viet_nam[at % all.viet_nam.size()]}, {}},
                                     {{all.laos[(at / all.viet_nam.size()) % all.laos.size()]}, {}}};
  };
  const auto pairs = make(store, partnerships, [&](int i) { return model::Partnership{.parties = parties(i)}; });
  const auto pair_of = [&](int i) { return pairs[static_cast<std::size_t>(i % partnerships)]; };
  make(store, agreements, [&](int i) {
    return model::Agreement{.partnership = pair_of(i),
                            .kind = model::AgreementKind::mou,
                            .parties = parties(i),
                            .signed_on = *PartialDate::make(2000 + i % 25)};
  });
  const auto visits = make(store, activities, [&](int i) {
    return model::Activity{.partnership = pair_of(i),
                           .kind = static_cast<model::ActivityKind>(i % 8),
                           .date = *PartialDate::make(1995 + i % 31, 1 + i % 12, 1 + i % 28),
                           .place = fmt::format("Nhà văn hóa lao động {}", i % 977),
                           .parties = parties(i),
                           .participants = Quantity::of(3 + i % 40)};
  });
  std::ofstream ids(argv[2]);
  for (std::size_t i = 0; i < visits.size(); i += 100) ids << visits[i].value << '\n';
  std::cout << fmt::format("{} partnerships, {} agreements, {} activities\n", partnerships, agreements, activities);
}
