#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "register/attach.hpp"
#include "base/sha256.hpp"
#include "store/store_case.hpp"

namespace kevai::reg {
namespace {

using model::RecordKind;
using store::Driver;

class Attaching : public store::Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    store_ = opened();
    const auto made = reg::write(*store_, [&](store::Writer& writer) {
      return create(writer, RecordKind::activity, boost::json::parse(R"({"kind": "talks", "content": "x"})").as_object(), "lan");
    });
    ASSERT_TRUE(made);
    talks_ = model::id_of(made->record);
  }

  Result<Edited> attached(const std::string& name, const std::string& bytes) {
    return reg::write(*store_, [&](store::Writer& writer) { return attach(writer, {talks_, "", name, bytes}, "lan"); });
  }
  std::string refused(const std::string& name, const std::string& bytes) {
    const auto made = attached(name, bytes);
    return made ? "" : made.error().code;
  }
  std::string bytes_of(const Id& id) {
    std::string bytes;
    store_->read([&](store::Reader& reader) { bytes = attached_file(reader, id).value().bytes; });
    return bytes;
  }

  std::unique_ptr<store::Store> store_;
  Id talks_;
};
KEVAI_ON_BOTH_DATABASES(Attaching);

std::string every_byte() {
  std::string bytes = "%PDF-1.7\n";
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  return bytes;
}

TEST_P(Attaching, GivesBackTheSameBytesWhateverTheyAre) {
  const auto made = attached("Biên bản ghi nhớ.pdf", every_byte());
  ASSERT_TRUE(made);
  const auto& attachment = std::get<model::Attachment>(made->record);
  EXPECT_EQ(attachment.file_name, "Biên bản ghi nhớ.pdf");
  EXPECT_EQ(attachment.media_type, "application/pdf");
  EXPECT_EQ(attachment.size, 265);
  EXPECT_EQ(attachment.sha256, sha256(every_byte()));
  EXPECT_EQ(bytes_of(attachment.id), every_byte());
}

TEST_P(Attaching, KeepsTheBytesOnceForAllRecords) {
  ASSERT_TRUE(attached("a.pdf", every_byte()));
  const auto other = reg::write(*store_, [&](store::Writer& writer) {
    return create(writer, RecordKind::activity, boost::json::parse(R"({"kind": "talks", "content": "y"})").as_object(), "lan");
  });
  ASSERT_TRUE(reg::write(
      *store_, [&](store::Writer& writer) { return attach(writer, {model::id_of(other->record), "", "b.pdf", every_byte()}, "lan"); }));
  EXPECT_EQ(number("select count(*) from content"), 1);
  EXPECT_EQ(number("select count(*) from attachment"), 2);
}

TEST_P(Attaching, LeavesTheFolderOffTheName) {
  const auto made = attached("C:\\Users\\lan/ảnh.PNG", "\x89PNG\r\n\x1A\n…");
  ASSERT_TRUE(made) << made.error().code;
  EXPECT_EQ(std::get<model::Attachment>(made->record).file_name, "ảnh.PNG");
}

TEST_P(Attaching, TakesTextAndTablesOfText) {
  ASSERT_TRUE(attached("ghi chú.txt", "Ngày 5/7\n"));
  const auto table = attached("danh sách.csv", "tên,nữ\nLan,x\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(std::get<model::Attachment>(table->record).media_type, "text/csv");
}

TEST_P(Attaching, RefusesAFileThatIsNotWhatItsNameSays) {
  EXPECT_EQ(refused("ảnh.jpg", every_byte()), "attachment_not_as_named");
  EXPECT_EQ(refused("biên bản", every_byte()), "attachment_not_as_named");
  EXPECT_EQ(refused("biên bản.pdf", "chỉ là chữ"), "attachment_not_as_named");
  EXPECT_EQ(refused("trang.html", "<script>alert(1)</script>"), "attachment_not_as_named");
}

TEST_P(Attaching, RefusesKindsThatAreNotTaken) {
  EXPECT_EQ(refused("a.exe", std::string("MZ\x90\0\3", 5)), "attachment_kind_refused");
  EXPECT_EQ(refused("a.txt", std::string("chữ\0chữ", 10)), "attachment_kind_refused");
  EXPECT_EQ(refused("a.docx", "PK\x03\x04 word/ and no more"), "attachment_kind_refused");
  EXPECT_EQ(refused("a.zip", "PK\x05\x06" + std::string(18, '\0')), "attachment_kind_refused");
}

TEST_P(Attaching, RefusesByWhatIsWrong) {
  EXPECT_EQ(refused("a.pdf", ""), "attachment_empty");
  EXPECT_EQ(refused("a.txt", std::string(most_attached + 1, 'x')), "attachment_too_large");
  EXPECT_EQ(refused("", "x"), "attachment_name_wrong");
  EXPECT_EQ(refused("a/", "x"), "attachment_name_wrong");
  EXPECT_EQ(refused("a\n.txt", "x"), "attachment_name_wrong");
  talks_ = new_id();
  EXPECT_EQ(refused("a.txt", "x"), "record_unknown");
}

TEST_P(Attaching, RefusesTheSameFileTwiceWithOneRecord) {
  ASSERT_TRUE(attached("a.pdf", every_byte()));
  EXPECT_EQ(refused("b.pdf", every_byte()), "attachment_exists");
}

TEST_P(Attaching, TakesTenMegabytes) {
  const std::string bytes(most_attached, 'x');
  const auto made = attached("a.txt", bytes);
  ASSERT_TRUE(made);
  EXPECT_TRUE(bytes_of(model::id_of(made->record)) == bytes);
}

TEST_P(Attaching, IsTheOnlyWayToMakeAnAttachment) {
  const auto made = reg::write(*store_, [&](store::Writer& writer) {
    return create(writer, RecordKind::attachment, boost::json::parse(R"({"file_name": "a.pdf"})").as_object(), "lan");
  });
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, "attachment_needs_file");
}

TEST_P(Attaching, GivesNoFileOfARemovedAttachment) {
  const Id id = model::id_of(attached("a.pdf", every_byte()).value().record);
  ASSERT_TRUE(reg::write(*store_, [&](store::Writer& writer) { return remove(writer, id, "nhầm", {}, "lan"); }));
  store_->read([&](store::Reader& reader) {
    EXPECT_EQ(attached_file(reader, id).error().code, "attachment_unknown");
    EXPECT_EQ(attached_file(reader, talks_).error().code, "attachment_unknown");
  });
}

}  // namespace
}  // namespace kevai::reg
