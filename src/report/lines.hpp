#pragma once

#include <string>
#include <vector>

#include "report/summary.hpp"
#include "text/words.hpp"

namespace kevai::report {

/// Records of a summary as lines of running text in one language. Names of organisations are the register's
/// in that language; what a source words (an item, a place, a role) stays as written.
class Lines {
 public:
  Lines(const Summary& summary, text::Language language) : summary_(summary), language_(language) {}

  /// A record in one line, without its sources.
  std::string of(const model::Record& record) const;
  /// A stated figure without the name of its measure: "25 (from 2023; …)".
  std::string figure(const model::Observation& observation) const;

  /// A field of the record, in words; empty where it has no value.
  std::string field(const model::Record& record, std::string_view name, const std::string& unit) const;
  /// What a passage states of it, in words.
  std::string value(const model::Record& record, std::string_view field, const std::string& stated) const;
  /// "Số người: 15 / 14"
  std::string doubt(const Sourced& sourced, const reg::Disagreement& disagreement) const;
  /// "Số người: 15 (Sơn La tiếp đoàn); 14 (Hợp tác công đoàn). Đã chọn 15.": each value with the documents that state it.
  std::string statements(const Sourced& sourced, const reg::Disagreement& disagreement) const;

  std::string word(std::string_view key, const text::Args& args = {}) const;
  /// A number with its qualifier and, where it has one, its unit: "gần 44.000.000 đồng".
  std::string amount(const Quantity& quantity, const std::string& unit = {}) const;
  std::string number(double value) const;
  /// "A và B", or where `separator` is given that between them.
  std::string parties(const std::vector<model::Party>& parties, const std::string& separator = {}) const;
  /// "giai đoạn 2017 – 2022", "từ 2009"; empty where neither end is known. `key`: report.valid or
  /// report.period.
  std::string period(const std::string& key, const PartialDate& from, const PartialDate& to) const;

 private:
  std::string party(const model::Party& party) const;
  std::string dated(const PartialDate& date) const;

  std::string line(const model::Partnership& r) const;
  std::string line(const model::Agreement& r) const;
  std::string line(const model::Commitment& r) const;
  std::string line(const model::Activity& r) const;
  std::string line(const model::Course& r) const;
  std::string line(const model::Person& r) const;
  std::string line(const model::Post& r) const;
  std::string line(const model::Observation& r) const;
  std::string line(const model::Target& r) const;
  std::string line(const model::Occasion& r) const;
  std::string line(const model::Support& r) const;
  std::string line(const model::Award& r) const;
  /// Of what a report does not tell by itself.
  std::string line(const auto&) const { return {}; }

  const Summary& summary_;
  text::Language language_;
};

}  // namespace kevai::report
