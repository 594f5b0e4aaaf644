#pragma once

#include "store/journal.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

class JournalRows final : public Journal {
 public:
  explicit JournalRows(sql::Connection& connection) : sql_(connection) {}

  JournalHead head() override;
  std::int64_t count() override;
  std::vector<JournalEntry> after(std::int64_t sequence, int limit) override;
  std::vector<JournalEntry> without_place(int limit) override;
  std::vector<JournalEntry> list(const JournalQuery& query) override;
  std::vector<PersonalValue> values_of(const Id& record) override;
  std::vector<PersonalValue> values_about(const Id& subject) override;
  std::vector<PersonalValue> values_of_field(const std::string& field) override;
  std::vector<PersonalValue> values_after(const std::string& id, int limit) override;
  void erase_values_of(const Id& record) override;
  void erase_value(const std::string& id) override;
  void erase_citations(const Id& record, const std::string& field) override;
  void overwrite_erased() override;
  void erase_content(const std::string& sha256) override;
  void erase_kept_answers(const Id& record) override;
  void add_reading(const Id& record, const Id& change) override;

 private:
  sql::Connection& sql_;
};

}  // namespace kevai::store
