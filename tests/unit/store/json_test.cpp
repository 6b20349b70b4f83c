#include <gtest/gtest.h>

#include "store/json_writer.h"
#include "tarikh/timeline.h"

namespace tarikh {
namespace {

TEST(JsonWriter, EscapesWhatMustBe) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"", "\"\""},
      {"قمة", "\"قمة\""},
      {"a\"b\\c/", "\"a\\\"b\\\\c/\""},
      {"\n\r\t", "\"\\n\\r\\t\""},
      {std::string_view("\0\x1f", 2), "\"\\u0000\\u001f\""},
      {"\xff", "\"\xEF\xBF\xBD\""},
      {"\xd9", "\"\xEF\xBF\xBD\""},                      // cut short
      {"\xed\xa0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},  // a surrogate
      {"\xf0\x9f\x98\x80", "\"\xf0\x9f\x98\x80\""},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(want, store::JsonWriter().value(text).take());
}

// Texts are copied eight bytes at a time: every length, and what must be escaped at every place of it.
TEST(JsonWriter, EscapesAtEveryPlaceOfATextOfEveryLength) {
  const std::pair<char, std::string_view> escapes[] = {{'"', "\\\""}, {'\\', "\\\\"}, {'\x1f', "\\u001f"}, {'\n', "\\n"}};
  for (std::size_t size = 0; size <= 40; ++size) {
    const std::string plain = std::string("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ").substr(0, size);
    EXPECT_EQ("\"" + plain + "\"", store::JsonWriter().value(plain).take());
    for (std::size_t at = 0; at < size; ++at) {
      for (const auto& [c, escaped] : escapes) {
        std::string text = plain;
        text[at] = c;
        EXPECT_EQ("\"" + plain.substr(0, at) + std::string(escaped) + plain.substr(at + 1) + "\"", store::JsonWriter().value(text).take());
      }
    }
  }
}

TEST(JsonWriter, GrowsAndStartsAnew) {
  const std::string longer(100'000, 'x');
  store::JsonWriter json;
  json.begin_array().value("a").value(longer).end_array();
  EXPECT_EQ("[\"a\",\"" + longer + "\"]", json.take());
  EXPECT_EQ("[18446744073709551615]", json.begin_array().value(~std::uint64_t{0}).end_array().take());
}

// One bad byte anywhere leaves the rest of the record as it was.
TEST(JsonWriter, RepairsOnlyWhatIsNoUtf8) {
  store::JsonWriter json;
  json.begin_object().field("قمة", "\xd9").field("b", "قمة\xff\"").end_object();
  EXPECT_EQ("{\"قمة\":\"\xEF\xBF\xBD\",\"b\":\"قمة\xEF\xBF\xBD\\\"\"}", json.take());
}

TEST(JsonWriter, Commas) {
  store::JsonWriter json;
  json.begin_object().field("a", 1).key("b").begin_array().value("x").null().begin_object().end_object().end_array();
  json.field_if("c", "").field_or_null("d", "").end_object();
  EXPECT_EQ(R"({"a":1,"b":["x",null,{}],"d":null})", json.take());
}

TEST(DocumentRecordJson, ReadsWhatTheContractSays) {
  const std::string line =
      R"({"doc":"000","lang":"ar","dct":"2024-07-04","dct_basis":"metadata","title":"T","source":"s","text":"x","timexes":[)"
      R"({"id":"t1","start":3,"end":9,"text":"الخميس","type":"DATE","value":"2024-07-04","resolution":"dct","mod":"APPROX","first":"2024-07-04","last":"2024-07-04","rule":"r"}],)"
      R"("events":[{"id":"e1","type":"summit","phase":null,"trigger":{"text":"قمة","start":0,"end":3},"other_mentions":[{"text":"q","start":5,"end":6}],)"
      R"("date_edtf":"2024-07-04","first":"2024-07-04","last":null,"granularity":"day","date_basis":"relative","timex":["t1"],"subevent_of":null,)"
      R"("participants":[{"role":"organisation","text":null,"start":0,"end":0,"id":"sco","name_en":"SCO","name_ar":"شنغهاي"}],)"
      R"("place":{"text":"p","start":1,"end":2,"id":"astana","name_en":"Astana","name_ar":"أستانا"},"factuality":"planned","attributed_to":"xi",)"
      R"("sentence":{"start":0,"end":20,"text":"s"},"title_ar":"ع","title_en":"e","rule":"r"}]})";
  const Result<DocumentRecord> record = parse_document_record(line, 1);
  ASSERT_TRUE(record) << record.error().to_string();
  EXPECT_EQ(line, to_json(*record));
  EXPECT_EQ(Modifier::approx, record->timexes[0].mod);
  EXPECT_EQ(Resolution::dct, record->timexes[0].resolution);
  EXPECT_EQ(Factuality::planned, record->events[0].factuality);
  EXPECT_EQ("", record->events[0].phase);
  EXPECT_EQ("astana", record->events[0].place->id);
}

TEST(DocumentRecordJson, UnknownFieldsAndMissingOnesAreFine) {
  const Result<DocumentRecord> record = parse_document_record(R"({"doc":"a","more":[1],"events":[{"id":"e","type":"visit"}]})", 1);
  ASSERT_TRUE(record) << record.error().to_string();
  EXPECT_EQ("visit", record->events[0].type);
  EXPECT_FALSE(record->events[0].place.has_value());
}

TEST(DocumentRecordJson, ErrorsNameTheField) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"{\"doc\":", "is no JSON"},
      {"", "is no JSON"},
      {"\xff", "is no JSON"},
      {"[]", "the line: expected an object, found a list"},
      {"{}", "doc: is missing"},
      {R"({"id":"ev-a","type":"visit","mentions":[{"doc":"a"}]})", "is an entry of a timeline"},
      {R"({"doc":7})", "doc: expected a text, found a number"},
      {R"({"doc":"a","events":{}})", "events: expected a list, found an object"},
      {R"({"doc":"a","events":[{"type":"visit"}]})", "events[0].id: is missing"},
      {R"({"doc":"a","events":[{"id":"e","type":"visit","factuality":"perhaps"}]})", "events[0].factuality: no such value: perhaps"},
      {R"({"doc":"a","events":[{"id":"e","type":"visit","trigger":{"start":-1}}]})", "events[0].trigger.start: expected a whole number from 0"},
      {R"({"doc":"a","events":[{"id":"e","type":"visit","trigger":{"start":5,"end":2}}]})", "events[0].trigger.end: lies before start"},
      {R"({"doc":"a","events":[{"id":"e","type":"visit","first":"2024-02-31"}]})", "events[0].first: is no day of the calendar: 2024-02-31"},
      {R"({"doc":"a","timexes":[{"start":99999999999}]})", "timexes[0].start: expected a whole number from 0"},
  };
  for (const auto& [line, want] : rows) {
    const Result<DocumentRecord> record = parse_document_record(line, 12);
    ASSERT_FALSE(record) << line;
    EXPECT_EQ(12, record.error().line);
    EXPECT_NE(std::string::npos, record.error().message.find(want)) << record.error().message;
  }
}

TEST(EntryJson, RoundTripAndErrors) {
  const std::string line =
      R"({"id":"ev-a","type":"founding","phase":null,"date_edtf":"[2001,2011]","first":"2001-01-01","last":"2011-12-31","granularity":"set",)"
      R"("date_basis":"explicit","factuality":"actual","participants":[{"role":"organisation","id":"sco","name_en":"SCO","name_ar":"ش"}],"place":null,)"
      R"("title_ar":"ع","title_en":"e","conflict":{"claims":[{"date_edtf":"2001","mentions":[0]},{"date_edtf":"2011","mentions":[1]}]},)"
      R"("doubts":[{"kind":"ordinal","claims":[{"value":"9","mentions":[0]},{"value":"10","mentions":[1]}]}],"mentions":[)"
      R"({"doc":"a","event":"e1","source":"s","source_title":"t","copy_of":"b","published":null,"lang":"ar","quote":"q","date_text":"عام 2001","date_edtf":"2001",)"
      R"("date_basis":"explicit","factuality":"actual","start":1,"end":2,"trigger":"w","sentence_start":0,"sentence_end":9,)"
      R"("highlights":[{"text":"SCO","start":3,"end":6}],"attributed_to":null,"subevent_of":"e0","rule":"r",)"
      R"("rosters":[{"organisation":{"id":"sco","name_en":"SCO","name_ar":"ش"},"members":[{"id":"CN","name_en":"China","name_ar":"ص"}],"complete":false,"quote":"q"}]},)"
      R"({"doc":"b","event":"e1","source":"","source_title":"","copy_of":null,"published":"2024-07-04","lang":"ar","quote":"q","date_text":null,"date_edtf":"2011",)"
      R"("date_basis":"explicit","factuality":"actual","start":1,"end":2,"trigger":"w","sentence_start":0,"sentence_end":9,"highlights":[],"attributed_to":null,"subevent_of":null,"rule":"r"}],)"
      R"("merge_reasons":[{"kind":"contradiction","mentions":[0,1],"shared":["sco"]},{"kind":"put_here","mentions":[1],"who":"n","why":"w"}]})";
  const Result<Entry> entry = parse_entry(line, 1);
  ASSERT_TRUE(entry) << entry.error().to_string();
  EXPECT_EQ(line, to_json(*entry));

  const Result<Entry> wrong = parse_entry(
      R"({"id":"ev-a","type":"founding","mentions":[{"doc":"a"}],"conflict":{"claims":[{"date_edtf":"2001","mentions":[1]}]}})", 3);
  ASSERT_FALSE(wrong);
  EXPECT_EQ("3: conflict.claims[0].mentions: no such mention: 1", wrong.error().to_string());

  const std::vector<std::pair<std::string, std::string>> rows = {
      {R"(["once they were texts"])", "merge_reasons[0]: expected an object, found a text"},
      {R"([{"mentions":[]}])", "merge_reasons[0].kind: is missing"},
      {R"([{"kind":"hunch"}])", "merge_reasons[0].kind: no such value: hunch"},
      {R"([{"kind":"plan","mentions":[0,1]}])", "merge_reasons[0].mentions: no such mention: 1"},
  };
  for (const auto& [reasons, want] : rows) {
    const Result<Entry> bad = parse_entry(R"({"id":"ev-a","type":"founding","mentions":[{"doc":"a"}],"merge_reasons":)" + reasons + "}", 3);
    ASSERT_FALSE(bad) << reasons;
    EXPECT_EQ("3: " + want, bad.error().to_string());
  }
}

}  // namespace
}  // namespace tarikh
