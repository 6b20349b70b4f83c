// What is the same for all formats: which is chosen, what the document is called, whose date counts, what is refused.
#include "tarikh/document.h"

#include <gtest/gtest.h>

#include "tarikh/date.h"

namespace tarikh {
namespace {

std::string dct(const Result<Document>& document) {
  if (!document) return document.error().to_string();
  return document->dct ? to_iso(*document->dct) : "none";
}

ReadOptions named(std::string name) { return {.id = "", .name = std::move(name), .source = "", .default_dct = {}}; }

TEST(Document, PlainTextIsKeptByteForByte) {
  const std::string text = "  قمة\r\nالعشرين\n\n";
  const Result<Document> document = read_document(text, named("folder/2024-07-04-summit.txt"));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text, text);
  EXPECT_EQ(document->id, "2024-07-04-summit");
  EXPECT_EQ(document->title, "قمة");
  EXPECT_EQ(document->language, "");
}

TEST(Document, TheFirstLineOfATextIsItsTitleIfItLooksLikeOne) {
  const std::string longest(160, 'a'), body = "\n\nThe summit opened.";
  const struct {
    std::string text, title;
  } rows[] = {
      {"Summit in Astana" + body, "Summit in Astana"},
      {"\r\n \t قمة أستانا \r\n\r\nافتتحت القمة.", "قمة أستانا"},
      {"Who joins next?" + body, "Who joins next?"},
      {"The summit opened on Thursday." + body, ""},
      {"\"The summit opened.\"" + body, ""},
      {"«افتتحت القمة الخميس.»" + body, ""},
      {"سربراہی اجلاس شروع ہوا۔" + body, ""},
      {longest + body, longest},
      {longest + "a" + body, ""},
      {"Summit in Astana", ""},
      {"Summit in Astana\n \n", ""},
  };
  for (const auto& row : rows) {
    const Result<Document> document = read_document(row.text, named("a.txt"));
    ASSERT_TRUE(document) << row.text;
    EXPECT_EQ(document->title, row.title) << row.text;
    EXPECT_EQ(document->text, row.text);
  }
}

TEST(Document, FormatByNameElseByContent) {
  const std::string html = "<html><body><p>One &amp; two.</p></body></html>";
  EXPECT_EQ(read_document(html, named("a.HTM"))->text, "One & two.\n");
  EXPECT_EQ(read_document(html, named("a"))->text, "One & two.\n");
  EXPECT_EQ(read_document(" \n" + html)->text, "One & two.\n");
  EXPECT_EQ(read_document(html, named("a.unknown"))->text, "One & two.\n");
  EXPECT_EQ(read_document(html, named("a.txt"))->text, html);
  EXPECT_EQ(read_document("# One", named("a.markdown"))->text, "One\n");
  EXPECT_EQ(read_document("# One", named("a"))->text, "# One");
  EXPECT_EQ(read_document("{\"id\":\"x\",\"text\":\"One\"}\n", named("a.jsonl"))->text, "One");
  EXPECT_FALSE(read_document("{\"text\":\"One\"}\n{\"text\":\"Two\"}\n", named("a.jsonl")));
}

TEST(Document, WhoseDateCounts) {
  const std::string page = "<meta property='article:published_time' content='2024-01-02T03:04:05Z'><p>One.</p>";
  const date::sys_days given = *parse_iso_day("2020-02-02");
  struct Row {
    std::string bytes;
    std::string name;
    bool with_default;
    const char* want;
    DctBasis basis;
  };
  const Row rows[] = {
      {page, "2023-01-01-a.html", true, "2024-01-02", DctBasis::metadata},
      {"One.", "2023-01-01-a.txt", true, "2023-01-01", DctBasis::metadata},
      {"One.", "dir/2023-01-01.txt", false, "2023-01-01", DctBasis::metadata},
      {"One.", "2023-01-011.txt", true, "2020-02-02", DctBasis::given},
      {"One.", "2023-02-30-a.txt", true, "2020-02-02", DctBasis::given},
      {"One.", "2023-01-01/a.txt", false, "none", DctBasis::none},
      {"One.", "a.txt", true, "2020-02-02", DctBasis::given},
      {"One.", "", false, "none", DctBasis::none},
  };
  for (const Row& row : rows) {
    ReadOptions options = named(row.name);
    if (row.with_default) options.default_dct = given;
    const Result<Document> document = read_document(row.bytes, options);
    ASSERT_TRUE(document) << row.name;
    EXPECT_EQ(dct(document), row.want) << row.name;
    EXPECT_EQ(document->dct_basis, row.basis) << row.name;
  }
}

TEST(Document, ADayThatDoesNotExistIsRefused) {
  const std::pair<const char*, const char*> rows[] = {
      {"a.md", "---\ndate: 2024-02-31\n---\nOne.\n"},
      {"a.html", "<meta name=date content=2024-02-31><p>One."},
      {"a.html", "<script type='application/ld+json'>{\"datePublished\":\"2024-02-31T10:00\"}</script><p>One."},
      {"a.jsonl", "{\"text\":\"One.\",\"dct\":\"2024-02-31\"}"},
  };
  for (const auto& [name, bytes] : rows) {
    const std::string message = dct(read_document(bytes, named(name)));
    EXPECT_NE(message.find("2024-02-31 does not exist"), std::string::npos) << name << ": " << message;
  }
}

TEST(Document, WhatIsNoText) {
  const std::pair<std::string, const char*> rows[] = {
      {"", "empty"},
      {" \r\n\t", "no readable text"},
      {"\xEF\xBB\xBF", "no readable text"},
      {"%PDF-1.7 words", "a PDF"},
      {"\x89PNG\r\n", "an image"},
      {std::string("\x01\x02\x03\x04\x05\x06 word", 11), "binary"},
  };
  for (const auto& [bytes, reason] : rows) {
    const Result<Document> document = read_document(bytes, named("a.txt"));
    ASSERT_FALSE(document) << reason;
    EXPECT_NE(document.error().message.find(reason), std::string::npos) << document.error().message;
  }
  EXPECT_FALSE(read_document("<html><script>let a = 1;</script></html>", named("a.html")));
  EXPECT_FALSE(read_document("---\ntitle: x\n---\n", named("a.md")));
}

TEST(Document, IdAndSourceOfTheOptions) {
  const ReadOptions options{.id = "news/7", .name = "news/7.txt", .source = "news/7.txt", .default_dct = {}};
  EXPECT_EQ(read_document("One.", options)->id, "news/7");
  EXPECT_EQ(read_document("One.", options)->source, "news/7.txt");
  EXPECT_EQ(read_document("<link rel=canonical href='https://example.org/a'><p>One.",
                          {.id = "a", .name = "a.html", .source = "a.html", .default_dct = {}})
                ->source,
            "https://example.org/a");
}

TEST(Document, FormatsAreListedInTheOrderTheyAreTried) {
  ASSERT_EQ(reader_formats().size(), 4U);
  EXPECT_EQ(reader_formats().front().name, "plain text");
  EXPECT_EQ(reader_formats()[2].extensions, "html htm xhtml");
}

}  // namespace
}  // namespace tarikh
