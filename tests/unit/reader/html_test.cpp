// What of a page is the article, and what the page says about it.
#include <gtest/gtest.h>

#include "tarikh/date.h"
#include "tarikh/document.h"

namespace tarikh {
namespace {

Result<Document> read(const std::string& html) {
  return read_document(html, {.id = "", .name = "page.html", .source = "page.html", .default_dct = {}});
}

std::string text_of(const std::string& html) {
  const Result<Document> document = read(html);
  return document ? document->text : "error: " + document.error().message;
}

const std::string kLong =
    "The ministers of the two countries met in the capital on Thursday and agreed to open the border again after a "
    "year of talks.";

TEST(Html, Text) {
  const std::pair<std::string, std::string> rows[] = {
      {"<p>One <b>bold</b>, <a href=x>linked</a> &amp; done&hellip;</p><p>Two.", "One bold, linked & done…\nTwo.\n"},
      {"<p>a<br>b</p><ul><li>c<li>d</ul>", "a\nb\nc\nd\n"},
      {"<p>spread \n over\t lines </p>", "spread over lines\n"},
      {"<p>x<script>var a = '<p>no</p>';</script>y<style>p{}</style>z</p>", "xyz\n"},
      {"<p>&#1602;&#x645;&#x629; &lt;b&gt; 3 < 4</p>", "قمة <b> 3 < 4\n"},
      {"<p>un<wbr>broken</p>", "unbroken\n"},
      {"<table><tr><td>left<td>right<tr><td>below</table>", "left\nright\nbelow\n"},
      {"<nav>menu</nav><header>site</header><p>One.</p><aside>aside</aside><footer>imprint</footer>", "One.\n"},
      {"<article><header><h1>Head</h1></header><p>One.</p><footer>Agency</footer></article>", "Head\nOne.\nAgency\n"},
      {"<p>One.</p><p hidden>no</p><p style='display: none'>no</p><div aria-hidden=true>no</div>", "One.\n"},
      {"<p>" + kLong +
           "</p><div class='cookie-banner'>We use cookies</div><form><label>Mail</label><p>Subscribe</p></form>",
       kLong + "\n"},
      {"<body class='has-cookie-banner'><p>" + kLong + "</p></body>", kLong + "\n"},
      {"<p>" + kLong + "</p><p><a href=x>Read also: another story</a></p>", kLong + "\n"},
      {"<p>" + kLong + "</p><section id=comments><p>First comment</p></section>", kLong + "\n"},
      {"<figure><figcaption>caption</figcaption></figure><p>One.", "One.\n"},
      {"<form id=aspnet><div><p>" + kLong + "</p></div></form>", kLong + "\n"},
      {"<title>T</title>just text", "just text\n"},
  };
  for (const auto& [html, want] : rows) EXPECT_EQ(text_of(html), want) << html;
}

TEST(Html, TheArticleIsChosen) {
  const std::string side = "<div class=list><p>Short teaser</p><p>Another one</p></div>";
  const std::string body = "<p>" + kLong + "</p><p>" + kLong + "</p>";
  const std::string want = kLong + "\n" + kLong + "\n";
  EXPECT_EQ(text_of(side + "<article>" + body + "</article>" + "<article><p>Teaser</p></article>"), want);
  EXPECT_EQ(text_of(side + "<main>" + body + "</main>" + side), want);
  EXPECT_EQ(text_of(side + "<div itemprop=articleBody>" + body + "</div>" + side), want);
  EXPECT_EQ(text_of("<table><tr><td>" + side + "<td>" + body + "<td>" + side + "</table>"), want);
  EXPECT_EQ(text_of("<div>" + side + "<div><div>" + body + "</div></div></div>" + side), want);
}

TEST(Html, Metadata) {
  const Result<Document> document = read(
      "<!doctype html><html lang=ar-SA><head><title>Story - Site</title><meta property='og:title' content='قمة "
      "&quot;العشرين&quot;'>"
      "<link rel=canonical "
      "href='https://example.org/a?b=1&amp;c=2'></head><body><h1>Heading</h1><p>One.</p></body></html>");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->title, "قمة \"العشرين\"");
  EXPECT_EQ(document->source, "https://example.org/a?b=1&c=2");
  EXPECT_EQ(document->language, "ar");
  EXPECT_EQ(document->id, "page");
  EXPECT_EQ(read("<title>Story</title><h1>Head <i>line</i></h1><p>One.")->title, "Head line");
  EXPECT_EQ(read("<title> Story &amp;\n more </title><p>One.")->title, "Story & more");
  EXPECT_EQ(read("<meta property=og:url content=https://example.org/o><p>One.")->source, "https://example.org/o");
  EXPECT_EQ(read("<meta property=og:locale content=en_GB><p>One.")->language, "en");
}

TEST(Html, PublicationDay) {
  const std::string ld =
      "<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"WebSite\",\"datePublished\":\"2001-01-01\"},"
      "{\"@type\":[\"NewsArticle\"],\"datePublished\":\"2024-01-01T10:00:00Z\",\"dateModified\":\"2025-01-01\"}]}</"
      "script>";
  const std::string meta =
      "<meta property='article:published_time' content='2024-01-02'><meta property='article:modified_time' "
      "content='2025-01-01'>";
  const std::string dc = "<meta name='DC.date' content='2024-01-03'>";
  const std::string prop = "<span itemprop=datePublished content='2024-01-04'>4 January</span>";
  const std::string time =
      "<time datetime='2024-01-06'>x</time><article><time datetime='2024-01-05T00:00'>y</time></article>";
  const std::pair<std::string, const char*> rows[] = {
      {time + prop + dc + meta + ld, "2024-01-01"},
      {time + prop + dc + meta, "2024-01-02"},
      {time + prop + dc, "2024-01-03"},
      {time + prop, "2024-01-04"},
      {time, "2024-01-05"},
      {"<time datetime='2024-01-06'>x</time>", "2024-01-06"},
      {"<script type='application/ld+json'>{ broken </script>" + dc, "2024-01-03"},
      {"<meta name=date content='three days ago'>" + prop, "2024-01-04"},
      {"<meta name='last-modified' content='2024-01-09'>", "none"},
      {"", "none"},
  };
  for (const auto& [head, want] : rows) {
    const Result<Document> document = read(head + "<p>One.</p>");
    ASSERT_TRUE(document) << head;
    EXPECT_EQ(document->dct ? to_iso(*document->dct) : "none", want) << head;
  }
}

TEST(Html, DeclaredCharset) {
  const Result<Document> document =
      read("<meta charset=windows-1256><title>\xDE\xE3\xC9</title><p>\xDE\xE3\xC9 2024</p>");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->title, "قمة");
  EXPECT_EQ(document->text, "قمة 2024\n");
}

TEST(Html, CrLf) { EXPECT_EQ(text_of("<p>one\r\ntwo</p>\r\n<p>three</p>\r\n"), "one two\nthree\n"); }

}  // namespace
}  // namespace tarikh
