// Hostile pages: deep, endless, cut off. They are read to the end, and no word of the text is lost.
#include "reader/html_guard.h"

#include <gtest/gtest.h>

#include "tarikh/document.h"

namespace tarikh::reader {
namespace {

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

Result<Document> read(const std::string& html) {
  return read_document(html, {.id = "", .name = "a.html", .source = "", .default_dct = {}});
}

TEST(HtmlGuard, RewritesWhatIsNotNeeded) {
  const std::pair<const char*, const char*> rows[] = {
      {"<P CLASS=a onclick='x()'>A<B>b</B></P>", "<p class=\"a\">Ab</p>"},
      {"<a href='x'>l</a>", "<span href=\"x\" role=\"link\">l</span>"},
      {"<div class='say \"no\"'>d", "<div class=\"say &quot;no&quot;\">d"},
      {"a < b <3 </ x> c", "a &lt; b &lt;3  c"},
      {"<!-- c --><!doctype html><?xml?>t", "t"},
      {"<p>a<!-- never closed", "<p>a"},
      {"<svg><path d='x'/></svg>t", " t"},
      {"<button>never closed", "never closed"},
      {"<script>never closed", ""},
      {"<div><td>a</div>b", "<div><div>ab"},
      {"<x-tag>a</x-tag>b", " a b"},
      {"<p", ""},
      {"<p class='never closed>text</p>", ""},
      {"</div></div>t", "t"},
      {"<br/>t<hr />", "<br>t<hr>"},
      {"<title>a<b>c</title>t", "<title>a&lt;b>c</title>t"},
  };
  for (const auto& [page, want] : rows) EXPECT_EQ(guard_html(page).html, want) << page;
}

TEST(HtmlGuard, DepthIsBounded) {
  const GuardedHtml deep = guard_html(repeated("<div>", 100000) + "word" + repeated("</div>", 100000) + "<p>after");
  std::size_t depth = 0;
  for (std::size_t at = deep.html.find("<div>"); at != std::string::npos; at = deep.html.find("<div>", at + 1)) ++depth;
  EXPECT_EQ(depth, kMaxHtmlDepth);
  EXPECT_TRUE(deep.html.ends_with("</div><p>after"));
}

TEST(HtmlGuard, HostilePagesAreReadToTheEnd) {
  for (const char* piece : {"<div>",    "<b>",      "<a href=x>",    "<table><tr><td>",
                            "<ul><li>", "<p>",      "<font size=1>", "<span>",
                            "<h1>",     "<form>",   "<td>",          "<li>",
                            "</p>",     "</div>",   "<table>",       "<svg>",
                            "<button>", "<select>", "<iframe>",      "<!--",
                            "<time>",   "&amp",     "<dl><dt>",      "<blockquote>",
                            "<pre>",    "<title>",  "<textarea>",    "<meta name=date>"}) {
    const Result<Document> document = read("<p>first</p>" + repeated(piece, 100000) + "<p>last</p>");
    ASSERT_TRUE(document) << piece;
    EXPECT_NE(document->text.find("first"), std::string::npos) << piece;
  }
  EXPECT_TRUE(read("<p>first</p><p " + repeated("a=1 ", 100000) + repeated("class=b ", 100000) + ">last"));
  EXPECT_TRUE(read("<p>first</p><p class='" + repeated("x ", 1000000)));
}

TEST(HtmlGuard, DeepTextIsKept) {
  EXPECT_EQ(read(repeated("<div>", 100000) + "word" + repeated("</div>", 100000))->text, "word\n");
  EXPECT_EQ(read(repeated("<div><p>", 1000) + "word")->text, "word\n");
}

}  // namespace
}  // namespace tarikh::reader
