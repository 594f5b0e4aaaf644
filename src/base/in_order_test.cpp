#include "base/in_order.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <string>

namespace kevai {
namespace {

std::vector<std::size_t> taken_with(unsigned threads, std::size_t count) {
  std::vector<std::size_t> taken;
  in_order(
      count, threads,
      [](std::size_t i) {
        if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
        return i * i;
      },
      [&](std::size_t i, std::size_t made) {
        EXPECT_EQ(made, i * i);
        taken.push_back(i);
      });
  return taken;
}

TEST(InOrder, GivesEachResultOnceInOrderHoweverManyThreads) {
  std::vector<std::size_t> all(500);
  std::iota(all.begin(), all.end(), 0u);
  for (const unsigned threads : {0u, 1u, 2u, 5u}) EXPECT_EQ(taken_with(threads, 500), all) << threads;
  EXPECT_TRUE(taken_with(3, 0).empty());
  EXPECT_EQ(taken_with(8, 1), std::vector<std::size_t>{0});
}

TEST(InOrder, DoesNotRunFarAheadOfWhoTakes) {
  std::atomic<std::size_t> made = 0;
  in_order(1000, 2, [&](std::size_t) { return ++made; }, [&](std::size_t i, std::size_t) { EXPECT_LE(made, i + 1 + 2 * 8 + 2); });
}

TEST(InOrder, ThrowsWhatTheWorkOrTheTakerThrows) {
  const auto make = [](std::size_t i) {
    if (i == 40) throw std::runtime_error("make");
    return i;
  };
  EXPECT_THROW(in_order(100, 3, make, [](std::size_t, std::size_t) {}), std::runtime_error);
  const auto take = [](std::size_t i, std::size_t) {
    if (i == 10) throw std::logic_error("take");
  };
  EXPECT_THROW(in_order(100, 3, make, take), std::logic_error);
}

}  // namespace
}  // namespace kevai
