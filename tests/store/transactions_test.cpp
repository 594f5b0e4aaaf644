#include <atomic>
#include <latch>
#include <thread>
#include <vector>

#include "store_case.hpp"

namespace kevai::store {
namespace {

std::size_t persons(Reader& reader) {
  return reader.records(model::RecordKind::person).size();
}

std::size_t persons(Store& store) {
  std::size_t count = 0;
  store.read([&](Reader& reader) { count = persons(reader); });
  return count;
}

class Transactions : public Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    store = opened();
  }
  std::unique_ptr<Store> store;
};
KEVAI_ON_BOTH_DATABASES(Transactions);

TEST_P(Transactions, ReadWhatTheyWrote) {
  write(*store, [](Writer& writer) {
    writer.put(person("Lan"));
    EXPECT_EQ(persons(writer), 1u);
  });
}

TEST_P(Transactions, ThatGiveAnErrorAreUndoneAndHandItBack) {
  const Result<> result = store->write([](Writer& writer) -> Result<> {
    writer.put(person("Lan"));
    writer.add(document());
    return fail(Failure::conflict, "finding_decided", {{"id", "7"}});
  });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, "finding_decided");
  EXPECT_EQ(persons(*store), 0u);
  EXPECT_EQ(number("select count(*) from document"), 0);
}

TEST_P(Transactions, ThatThrowAreUndoneAndThrowOn) {
  EXPECT_THROW(write(*store,
                     [](Writer& writer) {
                       writer.put(person("Lan"));
                       throw std::out_of_range("theirs");
                     }),
               std::out_of_range);
  EXPECT_EQ(persons(*store), 0u);
}

TEST_P(Transactions, ThatARuleRefusesAreUndoneAndTheStoreGoesOn) {
  const auto refused = [&] {
    write(*store, [](Writer& writer) {
      writer.put(person("Lan"));
      model::Agreement stray;
      stray.id = new_id();
      stray.partnership = new_id();
      writer.put(stray);
    });
  };
  EXPECT_EQ(broken_code(refused), "database_refused");
  EXPECT_EQ(persons(*store), 0u);
  write(*store, [](Writer& writer) { writer.put(person("Hoa")); });
  EXPECT_EQ(persons(*store), 1u);
}

TEST_P(Transactions, KeepNothingWhereAFailureWasPassedOver) {
  const auto careless = [&] {
    write(*store, [](Writer& writer) {
      writer.put(person("Lan"));
      model::Agreement stray;
      stray.id = new_id();
      stray.partnership = new_id();
      EXPECT_EQ(broken_code([&] { writer.put(stray); }), "database_refused");
    });
  };
  EXPECT_EQ(broken_code(careless), "database_failed");
  EXPECT_EQ(persons(*store), 0u);
}

TEST_P(Transactions, SeeOneStateWhileAnotherProgramWrites) {
  const auto other = opened();
  write(*store, [](Writer& writer) { writer.put(person("Lan")); });
  store->read([&](Reader& reader) {
    EXPECT_EQ(persons(reader), 1u);
    write(*other, [](Writer& writer) { writer.put(person("Hoa")); });
    EXPECT_EQ(persons(reader), 1u);
  });
  EXPECT_EQ(persons(*store), 2u);
}

TEST_P(Transactions, ShowNothingBeforeTheyAreDone) {
  const auto other = opened();
  write(*store, [&](Writer& writer) {
    writer.put(person("Lan"));
    EXPECT_EQ(persons(*store), 0u);
    EXPECT_EQ(persons(*other), 0u);
  });
  EXPECT_EQ(persons(*other), 1u);
}

TEST_P(Transactions, LetManyReadDuringAWrite) {
  write(*store, [](Writer& writer) { writer.put(person("Lan")); });
  constexpr int readers = 24;  // more than the store has connections
  std::atomic<int> read_right = 0;
  write(*store, [&](Writer& writer) {
    writer.put(person("Hoa"));
    std::vector<std::jthread> threads;
    for (int i = 0; i < readers; ++i) {
      threads.emplace_back([&] { read_right += persons(*store) == 1 ? 1 : 0; });
    }
  });
  EXPECT_EQ(read_right, readers);
}

TEST_P(Transactions, OfTwoProgramsWaitForEachOther) {
  const auto other = opened();
  std::latch second_is_about_to_write(1);
  std::size_t seen_by_second = 0;
  std::jthread second;
  write(*store, [&](Writer& writer) {
    second = std::jthread([&] {
      second_is_about_to_write.count_down();
      write(*other, [&](Writer& after) { seen_by_second = persons(after); });
    });
    second_is_about_to_write.wait();
    writer.put(person("Lan"));
  });
  second.join();
  EXPECT_EQ(seen_by_second, 1u);
}

TEST_P(Transactions, ThatReadAndThenWriteLoseNothingToEachOther) {
  constexpr int threads_of_each = 2;
  constexpr int times = 10;
  const auto other = opened();
  model::Person counter = person("0");
  write(*store, [&](Writer& writer) { writer.put(counter); });
  const auto count_up = [&](Store& through) {
    for (int i = 0; i < times; ++i) {
      write(through, [&](Writer& writer) {
        auto one = std::get<model::Person>(*writer.record(counter.id));
        one.name = std::to_string(std::stoi(one.name) + 1);
        writer.put(one);
      });
    }
  };
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < threads_of_each; ++i) {
      threads.emplace_back([&] { count_up(*store); });
      threads.emplace_back([&] { count_up(*other); });
    }
  }
  store->read([&](Reader& reader) {
    EXPECT_EQ(std::get<model::Person>(*reader.record(counter.id)).name, std::to_string(2 * threads_of_each * times));
  });
}

TEST_P(Transactions, ThatWaitTooLongForAnotherProgramSayItIsLocked) {
  const auto other = opened(hasty);
  write(*store, [&](Writer&) {
    try {
      write(*other, [](Writer&) { ADD_FAILURE() << "two wrote at once"; });
      FAIL() << "the second did not wait";
    } catch (const Broken& broken) {
      EXPECT_EQ(broken.error().code, "database_locked");
      EXPECT_EQ(broken.error().failure, Failure::unavailable);
    }
  });
  write(*other, [](Writer& writer) { writer.put(person("Hoa")); });
  EXPECT_EQ(persons(*store), 1u);
}

TEST_P(Transactions, InsideOneAnotherSayItIsLocked) {
  const auto one = opened(hasty);
  write(*one, [&](Writer&) { EXPECT_EQ(broken_code([&] { write(*one, [](Writer&) {}); }), "database_locked"); });
}

TEST_P(Transactions, OfThousandsOfRecordsAreKeptWhole) {
  write(*store, [](Writer& writer) {
    writer.put(organisation("vn.nghe-an"));
    for (int i = 0; i < 3000; ++i) {
      model::Activity visit;
      visit.id = new_id();
      visit.parties = {{{"vn.nghe-an"}, ""}, {{}, "Đoàn khách"}};
      writer.put(visit);
    }
  });
  store->read([](Reader& reader) {
    const std::vector<model::Record> all = reader.records(model::RecordKind::activity);
    ASSERT_EQ(all.size(), 3000u);
    EXPECT_EQ(std::get<model::Activity>(all.back()).parties.size(), 2u);
  });
}

}  // namespace
}  // namespace kevai::store
