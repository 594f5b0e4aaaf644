#include <filesystem>

#include "http/page.hpp"
#include "http/records_case.hpp"
#include "model/field.hpp"
#include "register/review.hpp"

namespace kevai::http {
namespace {

namespace fs = std::filesystem;
using model::FieldType;

/// A register that articles made, and another into which its records are entered through the API.
class Rebuilt : public RecordsApi {
 protected:
  void SetUp() override {
    RecordsApi::SetUp();
    other_database_ = GetParam() == store::Driver::Postgres ? test::PrivateSchema().address() : (folder_ / "other.db").string();
    auto other = store::open(other_database_);
    ASSERT_TRUE(other);
    other_ = std::move(*other);
    ASSERT_TRUE(reg::load_reference(*other_));
    target_.emplace(*other_);
  }

  void ingest(const std::vector<fs::path>& articles) {
    for (const auto& path : articles) {
      std::ifstream file(path, std::ios::binary);
      std::ostringstream bytes;
      bytes << file.rdbuf();
      const auto text = bytes.str();
      ASSERT_TRUE(reg::ingest(store(), {path.filename().string(), text, {}, false})) << path;
    }
    ASSERT_TRUE(reg::accept_all(store(), "tester"));
  }

  /// Every record of that kind, read page by page.
  std::vector<json::object> all(const RunningService& from, model::RecordKind kind) const {
    std::vector<json::object> records;
    std::string cursor;
    do {
      const auto page = from.get("/api/v1/" + std::string(plural_of(kind)) + "?limit=7" + cursor).json();
      for (const auto& item : page.at("items").as_array()) records.push_back(item.as_object());
      const auto* next = page.as_object().if_contains("next");
      cursor = next ? "&cursor=" + text(*next) : "";
    } while (!cursor.empty());
    return records;
  }

  /// Enters every record, each after those it names; how many.
  int rebuild() {
    std::vector<json::object> waiting;
    for (const auto kind : all_kinds())
      if (kind != model::RecordKind::organisation)  // the reference organisations are there, and articles add none
        for (auto& record : all(service(), kind)) waiting.push_back(std::move(record));
    const int count = static_cast<int>(waiting.size());
    while (!waiting.empty()) {
      const auto before = waiting.size();
      std::erase_if(waiting, [&](const json::object& record) { return enter(record); });
      if (waiting.size() == before) throw std::runtime_error("records name each other in a ring");
    }
    return count;
  }

  /// Figures as they are, whatever the ids of the records that make them up.
  static json::array figures(const RunningService& from) {
    const auto report = from.get("/api/v1/report?from=1990&to=2030&lang=vi&format=json").json();
    json::array figures = report.at("figures").as_array();
    for (auto& figure : figures)
      for (const char* list : {"said", "records"}) figure.as_object()[list] = figure.at(list).as_array().size();
    figures.push_back(counts(report.as_object()));
    return figures;
  }

  const RunningService& target() const { return *target_; }

 private:
  /// How many records of each sort the report names.
  static json::object counts(const json::object& report) {
    json::object counts;
    for (const char* list : {"partnerships", "agreements", "activities", "supports", "awards", "targets", "observations", "occasions"})
      counts[list] = report.at(list).as_array().size();
    std::size_t points = 0;
    for (const auto& [agreement, ids] : report.at("points").as_object()) points += ids.as_array().size();
    counts["points"] = points;
    return counts;
  }

  /// False where a record it names is not there yet.
  bool enter(json::object record) {
    const auto kind = named<model::RecordKind>(text(record.at("record_kind"))).value();
    const auto id = text(record.at("id"));
    record.erase("id");
    for (const auto& field : model::fields_of(kind)) {
      auto* value = record.if_contains(field.name);
      if (!value || (field.type != FieldType::reference && field.type != FieldType::references)) continue;
      json::array one{*value};
      for (auto& named : value->is_array() ? value->get_array() : one) {
        const auto known = ids_.find(text(named));
        if (known == ids_.end()) return false;
        named = json::string(known->second);
      }
      if (!value->is_array()) *value = one.at(0);
    }
    const auto made = target_->post("/api/v1/" + std::string(plural_of(kind)), json::serialize(record));
    if (made.status != 201) throw std::runtime_error(json::serialize(record) + made.body);
    ids_[id] = text(made.json().at("id"));
    return true;
  }

  test::PrivateFolder folder_;
  std::string other_database_;
  std::unique_ptr<store::Store> other_;
  std::optional<RunningService> target_;
  std::map<std::string, std::string> ids_;
};
KEVAI_ON_BOTH_DATABASES(Rebuilt);

std::vector<fs::path> texts_of(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

TEST_P(Rebuilt, FromTheSamplesGivesEveryFigureOfTheReport) {
  ingest(texts_of(KEVAI_SOURCE_DIR "/data/samples"));
  ASSERT_NE(figures(service()), figures(target()));
  EXPECT_GT(rebuild(), 50);
  EXPECT_EQ(figures(service()), figures(target()));
}

TEST_P(Rebuilt, FromTheSharedArticlesGivesEveryFigureOfTheReport) {
  const fs::path shared = KEVAI_SOURCE_DIR "/../shared/articles";
  if (!fs::exists(shared)) GTEST_SKIP() << "the articles are not kept with the program: there is no " << shared;
  ingest(texts_of(shared));
  EXPECT_GT(rebuild(), 50);
  EXPECT_EQ(figures(service()), figures(target()));
}

}  // namespace
}  // namespace kevai::http
