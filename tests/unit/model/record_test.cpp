#include "tarikh/record.h"

#include <gtest/gtest.h>

#include <chrono>

namespace tarikh {
namespace {

using namespace date::literals;

Date day(date::sys_days when) {
  Date d;
  d.first = d.last = when;
  return d;
}

TEST(MakeRecord, BytesBecomeCodePointsAndIndicesIds) {
  Document document;
  document.id = "d";
  document.text = "عُقدت قمة في أستانا اليوم.";
  document.dct = date::sys_days{2024_y / 7 / 4};
  document.dct_basis = DctBasis::metadata;
  const auto span = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(document.text.find(words));
    return Span{at, at + static_cast<std::uint32_t>(words.size())};
  };
  Extraction extraction;
  extraction.language = "ar";
  Timex timex;
  timex.span = span("اليوم");
  timex.value = "2024-07-04";
  timex.date = day(*document.dct);
  extraction.timexes = {timex, timex};
  extraction.timexes[1].anchor = 0;
  Event summit;
  summit.id = "s";
  summit.type = "summit";
  summit.trigger = span("قمة");
  summit.date = day(*document.dct);
  summit.timexes = {0};
  summit.sentence = {0, static_cast<std::uint32_t>(document.text.size())};
  summit.place = Argument{Role::subject, span("أستانا"), {"astana", "Astana", "أستانا"}};
  Event talk = summit;
  talk.subevent_of = 0;
  talk.date->open_end = true;
  extraction.events = {summit, talk};

  const DocumentRecord record = make_record(document, extraction, builtin_rules());
  EXPECT_EQ("2024-07-04", record.dct);
  EXPECT_TRUE(record.text.empty());
  EXPECT_EQ((Quote{"اليوم", 20, 25}), record.timexes[0].quote);
  EXPECT_EQ("t2", record.timexes[1].id);
  EXPECT_EQ("t1", record.timexes[1].anchor);
  EXPECT_EQ("2024-07-04", record.timexes[0].first);
  EXPECT_EQ((Quote{"قمة", 6, 9}), record.events[0].trigger);
  EXPECT_EQ("2024-07-04", record.events[0].date_edtf);
  EXPECT_EQ("day", record.events[0].granularity);
  EXPECT_EQ(std::vector<Text>{"t1"}, record.events[0].timex);
  EXPECT_EQ((Quote{"أستانا", 13, 19}), record.events[0].place->quote);
  EXPECT_EQ("", record.events[0].subevent_of);
  EXPECT_EQ("s", record.events[1].subevent_of);
  EXPECT_EQ("", record.events[1].last);
  EXPECT_EQ(document.text, make_record(document, extraction, builtin_rules(), true).text);
}

}  // namespace
}  // namespace tarikh
