#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "export/rows.h"
#include "tarikh/writer.h"
#include "unzip.h"
#include "unit/merge/events.h"

namespace tarikh {
namespace {

using testing::document;

struct Output {
  std::string bytes;
  WriteReport report;
};

Output write(std::string_view format, const Timeline& timeline) {
  const std::vector<EventType> types = {{.id = "founding",
                                         .label_ar = "تأسيس",
                                         .label_en = "Founding",
                                         .color = "#000000",
                                         .plover = "SUPPORT",
                                         .cameo = "057"}};
  Output output;
  output.report = find_writer(format)->write(timeline, types, [&](std::string_view bytes) {
    output.bytes += bytes;
    return true;
  });
  return output;
}

Timeline example() {
  const std::vector<DocumentRecord> records = {
      document("one two", "2022-09-16", {{"e1", "founding", "", "2001", {}, {}, {"sco"}, "shanghai"}}),
      document("b", "2024-07-04",
               {{"e1", "founding", "", "2011", {}, {}, {"sco"}},
                {"e2", "meeting", "", "../1999-12-31", {"x"}, {"y"}},
                {"e3", "visit", "", "2024-07", {"x"}, {}, {}, "astana", Factuality::planned}})};
  return merge(records, {}, {.keep_undated = true});
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

TEST(Writers, NamesAndFilesDiffer) {
  std::set<std::string_view> names, files;
  for (const WriterInfo& writer : writers()) {
    EXPECT_TRUE(names.insert(writer.name).second);
    EXPECT_TRUE(files.insert(writer.file_name).second);
    EXPECT_FALSE(writer.description.empty());
    EXPECT_EQ(&writer, find_writer(writer.name));
  }
  EXPECT_EQ(nullptr, find_writer("docx"));
}

TEST(Writers, StopWhenTheSinkIsFull) {
  const Timeline timeline = example();
  for (const WriterInfo& writer : writers()) {
    int calls = 0;
    writer.write(timeline, {}, [&](std::string_view) { return ++calls < 2; });
    EXPECT_LE(calls, 3) << writer.name;
  }
}

TEST(Writers, EmptyTimeline) {
  for (const WriterInfo& writer : writers()) EXPECT_EQ(0U, write(writer.name, {}).report.rows) << writer.name;
}

TEST(EventsCsv, OneRowPerDatedEvent) {
  const Output csv = write("csv", example());
  EXPECT_EQ(3U, csv.report.rows);
  EXPECT_EQ(4U, count(csv.bytes, "\r\n"));
  EXPECT_TRUE(csv.bytes.starts_with("event_id,date_edtf,date_start,date_end,"));
  EXPECT_NE(std::string::npos, csv.bytes.find(",\"[2001,2011]\",2001-01-01,2011-12-31,set,disputed,"));
  EXPECT_NE(std::string::npos, csv.bytes.find("b:e1 says 2011"));
  EXPECT_NE(std::string::npos, csv.bytes.find(",b:e1 one%20two:e1,"));
  EXPECT_NE(std::string::npos, csv.bytes.find(",SUPPORT,057,"));
  EXPECT_NE(std::string::npos, csv.bytes.find(",../1999-12-31,,1999-12-31,interval,"));
}

TEST(EventsCsv, UndatedOnesAreCounted) {
  Timeline timeline = example();
  timeline.entries.back().date_edtf.clear();
  const WriteReport report = write("csv", timeline).report;
  EXPECT_EQ(1U, report.left_out);
  EXPECT_EQ("without a date", report.left_out_why);
}

TEST(ExcelCsv, HasAMarkAndNoFormula) {
  Timeline timeline = example();
  timeline.entries[1].title_en = timeline.entries[1].title_ar = "=HYPERLINK(1)";
  const Output csv = write("excel", timeline);
  EXPECT_TRUE(
      csv.bytes.starts_with("\xEF\xBB\xBF"
                            "event_id,"));
  EXPECT_NE(std::string::npos, csv.bytes.find(",'=HYPERLINK(1),"));
  EXPECT_NE(std::string::npos, write("csv", timeline).bytes.find(",=HYPERLINK(1),"));
}

TEST(MentionsCsv, OneRowPerEventAndArticle) {
  const Output csv = write("mentions", example());
  EXPECT_EQ(4U, csv.report.rows);
  EXPECT_NE(
      std::string::npos,
      csv.bytes.find(",one%20two:e1,one two,https://example.org/one two,Title of one two,example.org,,2022-09-16,en,"));
}

TEST(TimelineJs, KeepsThePrecision) {
  const Output json = write("timelinejs", example());
  EXPECT_NE(std::string::npos,
            json.bytes.find(R"("start_date":{"year":"2024","month":"07"},"display_date":"2024-07")"));
  EXPECT_NE(std::string::npos,
            json.bytes.find(R"("start_date":{"year":"2001"},"end_date":{"year":"2011"},"display_date":"[2001,2011]")"));
  Timeline timeline = example();
  timeline.entries[0].mentions[0].quote = "<script>";
  EXPECT_EQ(std::string::npos, write("timelinejs", timeline).bytes.find("<script>"));
}

TEST(ICalendar, WholeDaysAndFoldedLines) {
  Timeline timeline = example();
  for (Entry& entry : timeline.entries) {
    for (EntryMention& mention : entry.mentions) {
      mention.quote.clear();
      for (int i = 0; i < 40; ++i) mention.quote += "قمة, ";
    }
  }
  const Output ics = write("ics", timeline);
  EXPECT_EQ(2U, ics.report.rows);
  EXPECT_EQ(1U, ics.report.left_out);  // open at one end
  EXPECT_NE(std::string::npos, ics.bytes.find("DTSTART;VALUE=DATE:20240701\r\nDTEND;VALUE=DATE:20240801\r\n"));
  EXPECT_NE(std::string::npos, ics.bytes.find("X-EDTF:[2001\\,2011]\r\n"));
  EXPECT_NE(std::string::npos, ics.bytes.find("DTSTAMP:20240704T000000Z\r\n"));
  EXPECT_NE(std::string::npos, ics.bytes.find("STATUS:TENTATIVE\r\n"));
  for (std::size_t begin = 0; begin < ics.bytes.size();) {
    const std::size_t end = ics.bytes.find("\r\n", begin);
    ASSERT_NE(std::string::npos, end);
    EXPECT_LE(end - begin, 75U);
    const auto first = static_cast<unsigned char>(ics.bytes[begin == 0 || ics.bytes[begin] != ' ' ? begin : begin + 1]);
    EXPECT_NE(0x80U, first & 0xC0U) << "a fold inside a character";
    begin = end + 2;
  }
}

TEST(Timesketch, FullTimes) {
  const Output csv = write("timesketch", example());
  EXPECT_NE(std::string::npos, csv.bytes.find(",2024-07-01T00:00:00+00:00,"));
  EXPECT_EQ(3U, csv.report.rows);
}

TEST(JsonLd, NamesInBothLanguagesAndDatesAsPreciseAsTheyAre) {
  const Output json = write("jsonld", example());
  EXPECT_EQ(3U, json.report.rows);
  EXPECT_NE(std::string::npos, json.bytes.find(R"("@context":["https://schema.org",)"));
  EXPECT_NE(std::string::npos, json.bytes.find(R"([{"@language":"ar","@value":)"));
  EXPECT_NE(
      std::string::npos,
      json.bytes.find(R"("startDate":"2024-07","date":"2024-07","eventStatus":"https://schema.org/EventScheduled")"));
  EXPECT_NE(std::string::npos,
            json.bytes.find(
                R"("startDate":"2001-01-01","endDate":"2011-12-31","date":"[2001,2011]","disambiguatingDescription")"));
  EXPECT_NE(std::string::npos,
            json.bytes.find(R"("keywords":["meeting"],"endDate":"1999-12-31","date":"../1999-12-31")"));
  Timeline timeline = example();
  timeline.entries[0].mentions[0].source = "javascript:alert(1)";
  EXPECT_EQ(std::string::npos, write("jsonld", timeline).bytes.find("javascript"));
}

TEST(Atom, NewestArticlesFirst) {
  Timeline timeline = example();
  timeline.entries[0].title_ar = timeline.entries[0].title_en = "<b> & co";
  timeline.entries[1].mentions[0].published = "2030-01-01";
  const Output xml = write("atom", timeline);
  EXPECT_EQ(3U, xml.report.rows);
  EXPECT_EQ(3U, count(xml.bytes, "<entry "));
  EXPECT_NE(std::string::npos, xml.bytes.find("<updated>2030-01-01T00:00:00Z</updated>\n<entry "));
  EXPECT_NE(std::string::npos, xml.bytes.find(": &lt;b&gt; &amp; co</title>"));
  EXPECT_LT(xml.bytes.find("urn:x-tarikh:" + timeline.entries[1].id),
            xml.bytes.find("urn:x-tarikh:" + timeline.entries[0].id));
  for (Entry& entry : timeline.entries) {
    for (EntryMention& mention : entry.mentions) mention.published.clear();
  }
  const Output none = write("atom", timeline);
  EXPECT_EQ(0U, none.report.rows);
  EXPECT_EQ(3U, none.report.left_out);
  EXPECT_TRUE(none.bytes.ends_with("</feed>\n"));
}

TEST(Atom, OnlyTheNewest) {
  Timeline timeline = example();
  timeline.entries.resize(1);
  timeline.entries.resize(500, timeline.entries.front());
  const Output xml = write("atom", timeline);
  EXPECT_EQ(200U, xml.report.rows);
  EXPECT_EQ(300U, xml.report.left_out);
}

TEST(Svg, EveryDatedEventIsInAColumn) {
  Timeline timeline = example();
  timeline.entries[0].type = "<meeting>";
  const Output svg = write("svg", timeline);
  EXPECT_EQ(3U, svg.report.rows);
  EXPECT_TRUE(svg.bytes.starts_with("<svg xmlns="));
  EXPECT_TRUE(svg.bytes.ends_with("</svg>\n"));
  EXPECT_NE(std::string::npos, svg.bytes.find("&lt;meeting&gt; (1)"));
  EXPECT_NE(std::string::npos, svg.bytes.find(">Founding (1)<"));
  EXPECT_EQ(3U, count(svg.bytes, "<g><title>"));
  EXPECT_EQ("", write("svg", {}).bytes);
}

TEST(Svg, TimeRunsLeftwardsInArabic) {
  Timeline timeline = example();
  const auto place = [&](std::string_view year) {
    const std::string svg = write("svg", timeline).bytes;
    const std::size_t x = svg.find("x=\"", svg.find("<g><title>" + std::string(year)));
    return std::stod(svg.substr(x + 3));
  };
  EXPECT_LT(place("1999"), place("2024"));
  for (Entry& entry : timeline.entries) entry.title_en.clear();
  EXPECT_GT(place("1999"), place("2024"));
}

TEST(Xlsx, TwoSheetsOfTexts) {
  Timeline timeline = example();
  timeline.entries[1].title_en = timeline.entries[1].title_ar = "=1+1 <&>";
  const Output xlsx = write("xlsx", timeline);
  const std::string sheets = unzipped(xlsx.bytes);
  EXPECT_EQ(3U, xlsx.report.rows);
  EXPECT_TRUE(xlsx.bytes.starts_with("PK\x03\x04"));
  EXPECT_EQ(4U + 5U, count(sheets, "<row "));
  EXPECT_NE(std::string::npos, sheets.find("<c r=\"AA1\" s=\"1\""));  // headings, three events, four mentions
  EXPECT_NE(std::string::npos, sheets.find(">=1+1 &lt;&amp;&gt;</t>"));
  EXPECT_EQ(std::string::npos, sheets.find("<f>"));
  EXPECT_EQ(std::string::npos, sheets.find("rightToLeft"));
  for (Entry& entry : timeline.entries) entry.title_en.clear();
  EXPECT_EQ(2U, count(unzipped(write("xlsx", timeline).bytes), "rightToLeft=\"1\""));
}

TEST(Xlsx, LongTextsAreCutBetweenCharacters) {
  Timeline timeline = example();
  std::string text;
  for (int i = 0; i < 40'000; ++i) text += "ق";
  timeline.entries[0].mentions[0].quote = text;
  const std::string bytes = unzipped(write("xlsx", timeline).bytes);
  EXPECT_NE(std::string::npos, bytes.find(text.substr(0, std::size_t{2} * 32'767) + "</t>"));
}

}  // namespace
}  // namespace tarikh
