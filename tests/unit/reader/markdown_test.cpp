// Markdown: front matter and the text without marks.
#include <gtest/gtest.h>

#include "tarikh/date.h"
#include "tarikh/document.h"

namespace tarikh {
namespace {

Result<Document> read(const std::string& markdown) {
  return read_document(markdown, {.id = "", .name = "a.md", .source = "a.md", .default_dct = {}});
}

TEST(Markdown, FrontMatter) {
  const Result<Document> document = read(
      "---\r\ntitle: \"قمة: أربع دول\"\r\ndate: 2024-01-02T10:00:00+03:00   # as printed\r\nlang: ar-EG\r\nurl: "
      "https://example.org/a#top\r\n"
      "tags: [a, b]\r\nauthor:\r\n  title: editor\r\n---\r\n\r\nنص.\r\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->title, "قمة: أربع دول");
  EXPECT_EQ(to_iso(*document->dct), "2024-01-02");
  EXPECT_EQ(document->dct_basis, DctBasis::metadata);
  EXPECT_EQ(document->language, "ar");
  EXPECT_EQ(document->source, "https://example.org/a#top");
  EXPECT_EQ(document->text, "\nنص.\n");
}

TEST(Markdown, WithoutFrontMatter) {
  EXPECT_EQ(read("# Leaders *meet*\n\nText.")->title, "Leaders meet");
  EXPECT_EQ(read("Text.\n\n# Later")->title, "");
  EXPECT_EQ(read("---\ntitle: never closed\n\nText.")->title, "");
  EXPECT_EQ(read("Text.")->source, "a.md");
  const Result<Document> document = read("---\ndate: soon\n---\nText.");
  ASSERT_FALSE(document);
  EXPECT_NE(document.error().message.find("date: \"soon\" is no date"), std::string::npos);
}

TEST(Markdown, Marks) {
  const std::pair<const char*, const char*> rows[] = {
      {"## Heading", "Heading"},
      {"> > quoted", "quoted"},
      {"- item\n* item", "item\nitem"},
      {"4. July", "4. July"},
      {"**bold** and *slanted* and __bold__ and _slanted_", "bold and slanted and bold and slanted"},
      {"**و**القمة", "والقمة"},
      {"2 * 3 * 4, 2*3, snake_case_name", "2 * 3 * 4, 2*3, snake_case_name"},
      {"~~gone~~ ~5", "gone ~5"},
      {"[the *summit*](https://example.org/a_b \"title\") ended", "the summit ended"},
      {"an image ![alt [x](y)](a.png)here", "an image here"},
      {"[a [b](c)](d)", "a b"},
      {"[brackets] stay (so do these)", "[brackets] stay (so do these)"},
      {"a note[^1]", "a note"},
      {"[not](closed", "[not](closed"},
      {"`code`", "code"},
      {"\\*no mark\\*", "*no mark*"},
      {"<b>bold</b> <https://example.org> a < b > c", "bold https://example.org a < b > c"},
      {"a <!-- hidden\n --> b", "a  b"},
      {"a <!-- never closed", "a <!-- never closed"},
      {"#hashtag", "#hashtag"},
  };
  for (const auto& [markdown, want] : rows) {
    const Result<Document> document = read(markdown);
    ASSERT_TRUE(document) << markdown;
    EXPECT_EQ(document->text, std::string(want) + "\n") << markdown;
  }
  EXPECT_EQ(read("one\n***\n```\ntwo\n```\n[1]: https://example.org\n|---|:-:|\nthree")->text,
            "one\n\n\ntwo\n\n\n\nthree\n");
}

TEST(Markdown, MarksWithoutEndAreReadOnce) {
  for (const char* piece : {"[", "](", "![", "<!--", "<a", "**a", "> ", "[a](", "`", "\\"}) {
    std::string text;
    for (int i = 0; i < 200000; ++i) text += piece;
    EXPECT_TRUE(read("x" + text + "x")) << piece;
  }
}

}  // namespace
}  // namespace tarikh
