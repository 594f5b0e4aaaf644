#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "store/sql/postgres.hpp"
#include "store/sql/sqlite.hpp"
#include "store/store.hpp"
#include "support/private_folder.hpp"
#include "support/private_postgres.hpp"

namespace kevai::store {

enum class Driver { Sqlite, Postgres };

/// What every store promises, proved on a new, empty database of either driver.
class Contract : public testing::TestWithParam<Driver> {
 protected:
  static constexpr std::chrono::milliseconds patient{20000};  ///< never met by a test that passes
  static constexpr std::chrono::milliseconds hasty{50};

  void SetUp() override {
    if (GetParam() == Driver::Postgres) {
      database_ = test::PrivateSchema().address();
    } else {
      database_ = (folder_ / "kevai.db").string();
    }
  }

  const std::string& database() const { return database_; }

  std::unique_ptr<Store> opened(std::chrono::milliseconds wait = patient) const {
    Result<std::unique_ptr<Store>> store = open(database_, {.wait = wait});
    if (!store) throw Broken(store.error());
    return std::move(*store);
  }

  /// Beside the store: the database as another program would see it.
  std::unique_ptr<sql::Connection> connection() const {
    if (GetParam() == Driver::Postgres) return sql::connect_postgres(database_, patient);
    return sql::connect_sqlite(database_, patient, false);
  }

  /// A number that the database gives.
  std::int64_t number(const std::string& sql) const {
    const auto direct = connection();
    sql::Query row = direct->query(sql);
    return row.next() ? row.integer(0) : -1;
  }

 private:
  test::PrivateFolder folder_;
  std::string database_;
};

/// The Broken's code; empty where none is thrown.
template <class Work>
std::string broken_code(Work&& work) {
  try {
    work();
  } catch (const Broken& broken) {
    return broken.error().code;
  }
  return {};
}

/// Writes what cannot fail.
template <class Work>
void write(Store& store, Work&& work) {
  const Result<> result = store.write([&](Writer& writer) -> Result<> {
    work(writer);
    return {};
  });
  ASSERT_TRUE(result);
}

inline model::Organisation organisation(const std::string& id, const std::string& country = "VN") {
  model::Organisation organisation;
  organisation.id.value = id;
  organisation.country = country;
  organisation.name_vi = "Liên đoàn Lao động";
  organisation.name_lo = "ກຳມະບານ";
  return organisation;
}

inline model::Document document(const std::string& sha256 = new_id().value) {
  model::Document document;
  document.id = new_id();
  document.sha256 = sha256;
  document.file_name = "tin.txt";
  document.language = "vi";
  document.encoding = "UTF-8";
  document.text = "Đoàn đại biểu ກຳມະບານ";
  document.added_at = "2026-11-21T16:10:05.123Z";
  return document;
}

inline model::Person person(const std::string& name) {
  model::Person person;
  person.id = new_id();
  person.name = name;
  return person;
}

}  // namespace kevai::store

/// In each file of claims once: they hold on both.
#define KEVAI_ON_BOTH_DATABASES(Suite)                                                                                      \
  INSTANTIATE_TEST_SUITE_P(Store, Suite, testing::Values(::kevai::store::Driver::Sqlite, ::kevai::store::Driver::Postgres), \
                           [](const auto& info) { return info.param == ::kevai::store::Driver::Sqlite ? "Sqlite" : "Postgres"; })
