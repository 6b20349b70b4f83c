// One line of JSON Lines: fields, defaults and the errors that name the line.
#include <gtest/gtest.h>

#include "tarikh/date.h"
#include "tarikh/document.h"

namespace tarikh {
namespace {

TEST(JsonLines, Fields) {
  const Result<Document> document = read_json_document(
      R"({"id":"a","lang":"ar","dct":"2024-07-04","title":"\u0642\u0645\u0629","url":"https://example.org/a","text":"one\r\ntwo \ud83d\ude00","more":[1]})",
      3);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->id, "a");
  EXPECT_EQ(document->language, "ar");
  EXPECT_EQ(to_iso(*document->dct), "2024-07-04");
  EXPECT_EQ(document->dct_basis, DctBasis::metadata);
  EXPECT_EQ(document->title, "قمة");
  EXPECT_EQ(document->source, "https://example.org/a");
  EXPECT_EQ(document->text, "one\r\ntwo 😀");
}

TEST(JsonLines, Defaults) {
  const ReadOptions options{.id = "feed", .name = "2023-01-01-feed.jsonl", .source = "feed.jsonl", .default_dct = {}};
  const Result<Document> document = read_json_document(R"({"text":"one","dct":null,"title":null})", 12, options);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->id, "feed-12");
  EXPECT_EQ(document->source, "feed.jsonl");
  EXPECT_EQ(to_iso(*document->dct), "2023-01-01");
  EXPECT_EQ(read_json_document(R"({"text":"one"})", 12)->id, "line-12");
  EXPECT_EQ(read_json_document(R"({"id":7,"text":"one"})", 1)->id, "7");
  EXPECT_EQ(read_json_document("\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"one\"}\r", 1)->id, "a");
  EXPECT_EQ(read_json_document("{\"id\":\"a\",\"text\":\"one \xFF two\"}", 1)->text, "one \xEF\xBF\xBD two");
}

TEST(JsonLines, Errors) {
  const std::pair<std::string, const char*> rows[] = {
      {"not json", "is no JSON"},
      {"", "is no JSON"},
      {"[1,2]", "expected an object"},
      {"{}", "\"text\" is missing"},
      {R"({"id":"a","text":7})", "\"text\" is no text"},
      {R"({"id":["a"],"text":"one"})", "\"id\" is no text"},
      {R"({"id":"a","text":" \n"})", "no readable text"},
      {R"({"id":"a","text":"one","dct":"2024-02-31"})", "dct: the day 2024-02-31 does not exist"},
      {R"({"id":"a","text":"one","dct":"last week"})", "dct: \"last week\" is no date"},
      {R"({"id":"a","text":"one \ud800"})", "is no JSON"},
      {std::string(100000, '['), "is no JSON"},
  };
  for (const auto& [json, reason] : rows) {
    const Result<Document> document = read_json_document(json, 5);
    ASSERT_FALSE(document) << json;
    EXPECT_NE(document.error().message.find(reason), std::string::npos) << document.error().message;
    EXPECT_EQ(document.error().line, 5);
  }
}

}  // namespace
}  // namespace tarikh
