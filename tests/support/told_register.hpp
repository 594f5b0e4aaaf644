#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "base/clock.hpp"
#include "extract/fact.hpp"
#include "register/ingest.hpp"
#include "register/review.hpp"
#include "register/taking_in.hpp"
#include "store/store.hpp"
#include "support/private_folder.hpp"

namespace kevai::test {

inline PartialDate date(std::string_view text) {
  return PartialDate::parse(text).value();
}

inline extract::Fact fact(extract::Statement statement, std::string quote, std::string stated = {}) {
  return {.statement = std::move(statement), .quote = std::move(quote), .stated = std::move(stated)};
}

/// A register of its own on SQLite, with the reference organisations, that is told of by articles whose facts
/// are given.
class ToldRegister {
 public:
  ToldRegister() {
    auto opened = store::open((folder_ / "register.db").string());
    if (!opened) throw std::runtime_error(opened.error().code);
    store_ = std::move(*opened);
    if (const auto loaded = reg::load_reference(*store_); !loaded) throw std::runtime_error(loaded.error().code);
  }

  store::Store& store() { return *store_; }

  /// Stores an article of that title whose text is its facts' quotes, one a line; its id. Nothing is
  /// accepted.
  Id article(const std::string& title, std::string_view dateline, std::vector<extract::Fact> facts, bool sample = false) {
    model::Document document{.id = new_id(),
                             .sha256 = title,
                             .file_name = title + ".txt",
                             .title = title,
                             .language = "vi",
                             .encoding = "utf-8",
                             .sample = sample,
                             .added_at = timestamp_now()};
    if (!dateline.empty()) document.dateline = date(dateline);
    for (extract::Fact& fact : facts) {
      fact.span = {document.text.size(), document.text.size() + fact.quote.size()};
      document.text += fact.quote + "\n";
    }
    const Id id = document.id;
    const auto done = store_->write([&](store::Writer& writer) -> Result<> {
      reg::add_document(writer, document, facts);
      return {};
    });
    if (!done) throw std::runtime_error(done.error().code);
    return id;
  }

  /// Accepts all that waits.
  reg::Decided accept() {
    const auto decided = reg::accept_all(*store_, "An");
    if (!decided) throw std::runtime_error(decided.error().code);
    return *decided;
  }

  /// An article, accepted.
  reg::Decided tell(const std::string& title, std::string_view dateline, std::vector<extract::Fact> facts, bool sample = false) {
    article(title, dateline, std::move(facts), sample);
    return accept();
  }

  std::vector<model::Finding> findings(const store::FindingFilter& filter = {}) {
    std::vector<model::Finding> findings;
    store_->read([&](store::Reader& reader) { findings = reader.findings(filter); });
    return findings;
  }

  /// All records of a kind, by id.
  template <class T>
  std::vector<T> all() {
    std::vector<T> records;
    store_->read([&](store::Reader& reader) {
      const auto kind = static_cast<model::RecordKind>(model::Record(T{}).index());
      for (const model::Record& record : reader.records(kind)) records.push_back(std::get<T>(record));
    });
    return records;
  }

  std::vector<model::Citation> citations(const Id& record) {
    std::vector<model::Citation> citations;
    store_->read([&](store::Reader& reader) { citations = reader.citations_of(record); });
    return citations;
  }

  std::vector<model::Change> changes(const Id& record) {
    std::vector<model::Change> changes;
    store_->read([&](store::Reader& reader) { changes = reader.changes_of(record); });
    return changes;
  }

 private:
  PrivateFolder folder_;
  std::unique_ptr<store::Store> store_;
};

}  // namespace kevai::test
