#include "text/html.hpp"

#include <gtest/gtest.h>

#include "text/decode.hpp"

namespace kevai::text {
namespace {

TEST(Html, IsKnownByItsBeginning) {
  EXPECT_TRUE(is_html("\n<!DOCTYPE html><html>"));
  EXPECT_TRUE(is_html("<!-- trang --><HTML lang=vi>"));
  EXPECT_FALSE(is_html("Hội đàm giữa hai tỉnh <html>"));
  EXPECT_FALSE(is_html("![](anh.jpg) <b>"));
  EXPECT_FALSE(is_html(""));
}

TEST(Html, GivesABlockALineWithItsLettersAsTheyAreRead) {
  EXPECT_EQ(html_text("<html><body><h1>Nghệ&nbsp;An &amp; Xi&ecirc;ng Khoảng</h1><p>Ngày 5/7,\n  <b>hai bên</b> hội đàm."
                      "</p>ກຳມະບານ<br>ລາວ</body></html>"),
            "Nghệ\u00A0An & Xiêng Khoảng\nNgày 5/7, hai bên hội đàm.\nກຳມະບານ\nລາວ\n");
}

TEST(Html, LeavesOutMenusScriptsFootersAndLinesOfLinks) {
  EXPECT_EQ(html_text("<html><head><title>Báo</title><style>p{}</style></head><body><nav>Trang chủ</nav>"
                      "<script>var x = '<p>không</p>';</script><p>Hai tỉnh ký <a href=#>biên bản</a> ghi nhớ.</p>"
                      "<ul><li><a href=#>Tin khác: 500 suất quà</a></li></ul><footer>Bản quyền</footer></body></html>"),
            "Hai tỉnh ký biên bản ghi nhớ.\n");
}

TEST(Html, ReadsTheArticleWhereThePageMarksOneAndItsHeadlineAboveIt) {
  EXPECT_EQ(html_text("<body><h1>Tiêu đề</h1><div>Chia sẻ</div><article><p>Nội dung.</p></article><p>Tin "
                      "khác</p></body>"),
            "Tiêu đề\nNội dung.\n");
  EXPECT_EQ(html_text("<body><article><p>Một</p></article><article><p>Hai</p></article></body>"), "Một\nHai\n");
}

TEST(Html, LeavesOutPartsCalledSurroundingsUnlessTheyAreMostOfThePage) {
  const std::string text = "Hai bên đã trao đổi kinh nghiệm về công tác phát triển đoàn viên trong doanh nghiệp.";
  EXPECT_EQ(html_text("<body><p>" + text + "</p><div class='box-tinLienQuan'>Tin khác.</div></body>"), text + "\n");
  EXPECT_EQ(html_text("<body><div class='has-sidebar'><p>" + text + "</p></div><div id=sidebar>Tin.</div></body>"), text + "\n");
  EXPECT_EQ(html_text("<body><div class='widget'><p>" + text + "</p></div></body>"), text + "\n");
}

TEST(Html, LeavesOutALinkedHeadlineWithItsSummary) {
  EXPECT_EQ(html_text("<body><p>Hai bên hội đàm.</p><div><h3><a href=#>Gia Lai hỗ trợ công đoàn Champasak</a></h3>"
                      "<p>Số tiền được trao ngày 1/3.</p></div></body>"),
            "Hai bên hội đàm.\n");
  EXPECT_EQ(html_text("<body><div><a href=#>Liên hiệp Công đoàn tỉnh Attapeu</a> thăm Kon Tum.</div></body>"),
            "Liên hiệp Công đoàn tỉnh Attapeu thăm Kon Tum.\n");
}

TEST(Html, WritesItemsOfListsWithTheirBullets) {
  EXPECT_EQ(html_text("<body><ol><li>Một<li>Hai</ol><ul><li>Ba</ul></body>"), "1. Một\n2. Hai\n- Ba\n");
}

TEST(Html, SaysFirstWhenItWasPublished) {
  EXPECT_EQ(html_text("<html><head><meta property='article:published_time' content='2023-03-17T08:30:00+07:00'></head>"
                      "<body><p>Tin</p></body></html>"),
            "2023-03-17\nTin\n");
}

TEST(Html, JoinsALineBrokenWithinASentence) {
  EXPECT_EQ(html_text("<body>các học viên vận dụng<br>tại địa phương.<br>Hai bên</body>"),
            "các học viên vận dụng tại địa phương.\nHai bên\n");
}

TEST(Html, ReadsBrokenPagesAndTheDeepest) {
  EXPECT_EQ(html_text("<html><p>Một<p>Hai<div>Ba"), "Một\nHai\nBa\n");
  std::string deep = "<html><body>";
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  const std::string text = html_text(deep + "Sâu");
  EXPECT_TRUE(text.empty() || text == "Sâu\n") << text.size();
  EXPECT_EQ(html_text("<html></html>"), "");
}

TEST(Html, IsDecodedToItsText) {
  EXPECT_EQ(decode("<!doctype html><p>Công đoàn</p>").value().text, "Công đoàn\n");
  EXPECT_EQ(decode("<!doctype html><script>1</script>").error().code, "file_empty");
}

}  // namespace
}  // namespace kevai::text
