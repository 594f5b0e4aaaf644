#include <gtest/gtest.h>

#include <tuple>

#include "base/embedded.hpp"
#include "support/told_register.hpp"

namespace kevai {
namespace {

using test::ToldRegister;

const std::string article =
    "Công đoàn hai tỉnh ký biên bản ghi nhớ\n\n"
    "Ngày 12/3/2024, tại thành phố Vinh, Liên đoàn Lao động tỉnh Nghệ An và Liên hiệp Công đoàn tỉnh Xiêng "
    "Khoảng "
    "(Lào) đã ký kết biên bản ghi nhớ hợp tác giai đoạn 2024 - 2028.\n";

std::vector<model::Document> documents(store::Store& store) {
  std::vector<model::Document> documents;
  store.read([&](store::Reader& reader) { documents = reader.documents(); });
  return documents;
}

TEST(Ingesting, KeepsTheDocumentWithTheFactsItStatesWaiting) {
  ToldRegister told;
  const auto ingested = reg::ingest(told.store(), {.file_name = "vinh.txt", .bytes = article});
  ASSERT_TRUE(ingested);
  EXPECT_FALSE(ingested->already_there);
  const auto findings = told.findings({.document = ingested->document});
  ASSERT_GT(findings.size(), 0u);
  EXPECT_EQ(static_cast<int>(findings.size()), ingested->findings);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    EXPECT_EQ(findings[i].position, static_cast<int>(i) + 1);
    EXPECT_EQ(findings[i].state, model::FindingState::waiting);
    const model::Span span = findings[i].fact.span;
    EXPECT_EQ(findings[i].fact.quote, article.substr(span.begin, span.end - span.begin));
  }
  EXPECT_EQ(documents(told.store()).at(0).file_name, "vinh.txt");
  EXPECT_TRUE(told.all<model::Agreement>().empty());
}

TEST(Ingesting, TheSameBytesTwiceChangesNothing) {
  ToldRegister told;
  const auto first = reg::ingest(told.store(), {.file_name = "vinh.txt", .bytes = article});
  const auto again = reg::ingest(told.store(), {.file_name = "other-name.txt", .bytes = article});
  ASSERT_TRUE(first && again);
  EXPECT_TRUE(again->already_there);
  EXPECT_EQ(again->document, first->document);
  EXPECT_EQ(again->findings, first->findings);
  EXPECT_EQ(documents(told.store()).size(), 1u);
  EXPECT_EQ(static_cast<int>(told.findings().size()), first->findings);
}

TEST(Ingesting, TakesTheDatelineItsCallerKnows) {
  ToldRegister told;
  ASSERT_TRUE(reg::ingest(told.store(), {.file_name = "a.txt", .bytes = "Tin công đoàn\n", .date = test::date("2019-04")}));
  EXPECT_EQ(documents(told.store()).at(0).dateline, test::date("2019-04"));
}

TEST(Ingesting, NamesTheFileThatIsNoText) {
  ToldRegister told;
  const auto empty = reg::ingest(told.store(), {.file_name = "empty.txt", .bytes = ""});
  ASSERT_FALSE(empty);
  EXPECT_EQ(empty.error().code, "file_empty");
  EXPECT_EQ(empty.error().args.back(), std::pair(std::string("file"), std::string("empty.txt")));
  EXPECT_TRUE(documents(told.store()).empty());
}

TEST(LoadingTheReference, TwiceGivesTheSameOrganisations) {
  ToldRegister told;  // has loaded it once
  std::size_t before = 0;
  told.store().read([&](store::Reader& reader) { before = reader.organisations().size(); });
  ASSERT_TRUE(reg::load_reference(told.store()));
  told.store().read([&](store::Reader& reader) {
    EXPECT_EQ(reader.organisations().size(), before);
    EXPECT_GT(before, 80u);
  });
}

TEST(LoadingTheReference, MendsAnOrganisationAnOlderProgramKnewOtherwise) {
  ToldRegister told;
  const auto named = [&] {
    std::string name;
    told.store().read([&](store::Reader& reader) {
      for (const auto& organisation : reader.organisations()) {
        if (organisation.id.value == "vn.nghe-an") name = organisation.name_vi;
      }
    });
    return name;
  };
  const std::string right = named();
  ASSERT_TRUE(told.store().write([](store::Writer& writer) -> Result<> {
    for (model::Organisation organisation : writer.organisations()) {
      if (organisation.id.value != "vn.nghe-an") continue;
      organisation.name_vi = "Nghệ An cũ";
      writer.put(organisation);
    }
    return {};
  }));
  ASSERT_EQ(named(), "Nghệ An cũ");
  ASSERT_TRUE(reg::load_reference(told.store()));
  EXPECT_EQ(named(), right);
}

TEST(LoadingTheSamples, FillsAnEmptyRegisterOnceAndMarksThemAsSamples) {
  ToldRegister told;
  const auto loaded = reg::load_samples(told.store());
  ASSERT_TRUE(loaded);
  EXPECT_EQ(*loaded, static_cast<int>(embedded_samples().size()));
  EXPECT_GE(*loaded, 6);
  for (const model::Document& document : documents(told.store())) EXPECT_TRUE(document.sample) << document.title;
  for (const model::Finding& finding : told.findings()) EXPECT_EQ(finding.decided_by, "kevai");
  EXPECT_FALSE(told.all<model::Partnership>().empty());
  EXPECT_EQ(reg::load_samples(told.store()).value(), 0);
}

TEST(AcceptingTheSamples, InAnyOrderOfTheArticlesMakesAsManyRecords) {
  const auto counted = [](bool backwards) {
    const auto files = embedded_samples();
    ToldRegister told;
    for (std::size_t i = 0; i < files.size(); ++i) {
      const EmbeddedFile& file = files[backwards ? files.size() - 1 - i : i];
      EXPECT_TRUE(reg::ingest(told.store(), {.file_name = std::string(file.path), .bytes = file.bytes}));
    }
    told.accept();
    return std::tuple(told.all<model::Activity>().size(), told.all<model::Agreement>().size(), told.all<model::Partnership>().size(),
                      told.all<model::Person>().size(), told.all<model::Support>().size(), told.all<model::Observation>().size());
  };
  EXPECT_EQ(counted(false), counted(true));
}

TEST(LoadingTheSamples, LeavesARegisterWithDocumentsAlone) {
  ToldRegister told;
  ASSERT_TRUE(reg::ingest(told.store(), {.file_name = "a.txt", .bytes = article}));
  EXPECT_EQ(reg::load_samples(told.store()).value(), 0);
  EXPECT_EQ(documents(told.store()).size(), 1u);
}

}  // namespace
}  // namespace kevai
