// Texts of articles are hostile until escaped: for HTML, as addresses, as JSON inside a script.
#include "page/escape.h"

#include <gtest/gtest.h>

namespace tarikh::page {
namespace {

TEST(Escape, HtmlTextAndAttributes) {
  EXPECT_EQ(escape_html("<script>alert('1')</script>"), "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;");
  EXPECT_EQ(escape_html("\" onload=\"x"), "&quot; onload=&quot;x");
  EXPECT_EQ(escape_html("a & b `c`"), "a &amp; b &#96;c&#96;");
  EXPECT_EQ(escape_html("قمة «أستانا»"), "قمة «أستانا»");
}

TEST(Escape, BytesThatAreNoTextBecomeReplacements) {
  EXPECT_EQ(escape_html("a\xFF\xC3"
                        "b"),
            "a\xEF\xBF\xBD\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(escape_html(std::string_view("a\0b", 3)),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(escape_html("\xC0\xBC"), "\xEF\xBF\xBD\xEF\xBF\xBD");                  // overlong <
  EXPECT_EQ(escape_html("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // surrogate
  EXPECT_EQ(escape_html("a\tb\nc"), "a\tb\nc");
}

TEST(Escape, OnlyWebAddressesCanBeFollowed) {
  EXPECT_EQ(web_address("https://example.org/a?b=1#c"), "https://example.org/a?b=1#c");
  EXPECT_EQ(web_address("HTTP://example.org/خبر"), "HTTP://example.org/خبر");
  for (const std::string_view bad :
       {"javascript:alert(1)", " https://example.org", "java\nscript:x", "data:text/html,x", "//example.org",
        "https://", "https://exa mple.org", "https://example.org/\"x", "https:\\\\example.org", "file:///etc/passwd",
        "notes.txt", "", "https://example.org/\xFF"}) {
    EXPECT_EQ(web_address(bad), "") << bad;
  }
}

TEST(Escape, HostsWithoutPortUserOrWww) {
  EXPECT_EQ(host_of("https://www.example.org:8080/a"), "example.org");
  EXPECT_EQ(host_of("http://user@news.example.org?x"), "news.example.org");
  EXPECT_EQ(host_of("articles/one.txt"), "");
}

TEST(Escape, JsonCannotEndItsScript) {
  EXPECT_EQ(script_json(R"({"a":"</script><!--"})"), R"({"a":"\u003c/script\u003e\u003c!--"})");
  EXPECT_EQ(script_json("\"\xE2\x80\xA8&\""), "\"\\u2028\\u0026\"");
}

}  // namespace
}  // namespace tarikh::page
