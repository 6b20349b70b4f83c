// EDTF both ways, the errors it explains, ISO days and overlaps.
#include <gtest/gtest.h>

#include "calendar/units.h"
#include "tarikh/date.h"

namespace tarikh {
namespace {

using namespace calendar;

struct Row {
  const char* edtf;
  const char* first;
  const char* last;
  Granularity granularity;
};

TEST(Edtf, ReadsWhatItWrites) {
  const Row rows[] = {
      {"2024-07-04", "2024-07-04", "2024-07-04", Granularity::day},
      {"2024-02-29", "2024-02-29", "2024-02-29", Granularity::day},
      {"2024-02", "2024-02-01", "2024-02-29", Granularity::month},
      {"2023", "2023-01-01", "2023-12-31", Granularity::year},
      {"0033", "0033-01-01", "0033-12-31", Granularity::year},
      {"0000", "0000-01-01", "0000-12-31", Granularity::year},
      {"-0043", "-0043-01-01", "-0043-12-31", Granularity::year},
      {"2024-21", "2024-03-01", "2024-05-31", Granularity::season},
      {"2024-22", "2024-06-01", "2024-08-31", Granularity::season},
      {"2024-23", "2024-09-01", "2024-11-30", Granularity::season},
      {"2023-24", "2023-12-01", "2024-02-29", Granularity::season},
      {"199X", "1990-01-01", "1999-12-31", Granularity::decade},
      {"19XX", "1900-01-01", "1999-12-31", Granularity::century},
      {"00XX", "0000-01-01", "0099-12-31", Granularity::century},
      {"2022-09-15/2022-09-16", "2022-09-15", "2022-09-16", Granularity::interval},
      {"2001/2005", "2001-01-01", "2005-12-31", Granularity::interval},
      {"2024-07/2024-09", "2024-07-01", "2024-09-30", Granularity::interval},
      {"2024-07-04~", "2024-07-04", "2024-07-04", Granularity::day},
      {"2024-07?", "2024-07-01", "2024-07-31", Granularity::month},
      {"199X%", "1990-01-01", "1999-12-31", Granularity::decade},
      {"2023-24~", "2023-12-01", "2024-02-29", Granularity::season},
      {"2001~/2005~", "2001-01-01", "2005-12-31", Granularity::interval},
  };
  for (const Row& row : rows) {
    const Result<Date> date = parse_edtf(row.edtf);
    ASSERT_TRUE(date) << row.edtf << " " << date.error().message;
    EXPECT_EQ(to_iso(date->first), row.first) << row.edtf;
    EXPECT_EQ(to_iso(date->last), row.last) << row.edtf;
    EXPECT_EQ(date->granularity, row.granularity) << row.edtf;
    EXPECT_EQ(to_edtf(*date), row.edtf);
  }
}

TEST(Edtf, OpenEnds) {
  for (const char* text : {"../2001", "2001/..", "../2024-12-31", "2024-07-04~/.."}) {
    const Result<Date> date = parse_edtf(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(to_edtf(*date), text);
    EXPECT_NE(date->open_start, date->open_end);
  }
}

TEST(Edtf, IntervalsOfMixedUnitsKeepTheirDays) {
  const std::pair<const char*, const char*> rows[] = {
      {"2004-06/2006", "2004-06/2006-12"},
      {"2022-02-24/2023", "2022-02-24/2023-12-31"},
      {"199X/2004", "1990/2004"},
      {"2023-21/2023-24", "2023-03/2024-02"},
      {"2001~/2005?", "2001%/2005%"},
      {"[2001,2011]", "2001/2011"},
      {"[2011,2001-06-15]", "2001-06-15/2011-12-31"},
      {"[2003,2001,2002]", "2001/2003"},
  };
  for (const auto& [text, written] : rows) {
    const Result<Date> date = parse_edtf(text);
    ASSERT_TRUE(date) << text << " " << date.error().message;
    EXPECT_EQ(to_edtf(*date), written) << text;
  }
}

TEST(Edtf, ErrorsSayWhatIsWrong) {
  const std::pair<const char*, const char*> rows[] = {
      {"", "missing"},
      {"2024-02-31", "2024-02 has no day 31"},
      {"2023-02-29", "2023-02 has no day 29"},
      {"2024-04-00", "2024-04 has no day 00"},
      {"2024-13", "no month or season 13"},
      {"2024-00", "no month or season 00"},
      {"2024-25", "no month or season 25"},
      {"2024-7-4", "'-' at position 7"},
      {"24-07-04", "'-' at position 3"},
      {"2024-07-04T10:00", "'T' at position 11"},
      {"2024/2025/2026", "'/' at position 10"},
      {"2024-07-", "ends too early"},
      {"202", "ends too early"},
      {"1XXX", "'X' at position 2"},
      {"-19XX", "'X' at position 4"},
      {"../..", "neither start nor end"},
      {"/2024", "missing"},
      {"2024/", "missing"},
      {"2005/2001", "ends before it begins"},
      {"[]", "missing"},
      {"[2001,]", "missing"},
      {"[2001", "'[' at position 1"},
      {"9999-24", "beyond the year 9999"},
      {"2024\xD9", "byte 0xd9 at position 5"},
      {"~", "ends too early"},
  };
  for (const auto& [text, reason] : rows) {
    const Result<Date> date = parse_edtf(text);
    const std::string message = date ? "no error: " + to_edtf(*date) : date.error().message;
    EXPECT_NE(message.find(reason), std::string::npos) << text << ": " << message;
  }
}

TEST(Edtf, UnitsWithoutNotationAreIntervals) {
  EXPECT_EQ(to_edtf(quarter_date(2024, 3)), "2024-07/2024-09");
  EXPECT_EQ(to_edtf(half_date(2015, 1)), "2015-01/2015-06");
  EXPECT_EQ(to_edtf(week_date(*parse_iso_day("2024-12-31"))), "2024-12-30/2025-01-05");
  EXPECT_EQ(to_edtf(decade_date(-198)), "-0198/-0189");
  EXPECT_EQ(to_edtf(century_date(1950)), "1950/2049");
  Date approximate = quarter_date(2024, 1);
  approximate.qualifier = Qualifier::approximate;
  EXPECT_EQ(to_edtf(approximate), "2024-01~/2024-03~");
}

TEST(IsoDay, OnlyDaysThatExistInTheOneForm) {
  for (const char* day : {"2024-07-04", "2024-02-29", "0001-01-01", "9999-12-31"}) {
    ASSERT_TRUE(parse_iso_day(day)) << day;
    EXPECT_EQ(to_iso(*parse_iso_day(day)), day);
  }
  for (const char* text : {"2023-02-29", "2024-02-31", "2024-13-01", "2024-00-01", "2024-01-00", "2024-7-04",
                           "20240704", "2024-07-04T", " 2024-07-4", "+024-07-04", "", "٢٠٢٤-07"}) {
    EXPECT_FALSE(parse_iso_day(text)) << text;
  }
}

TEST(Overlaps, SharesADay) {
  struct Case {
    const char* a;
    const char* b;
    bool want;
  };
  const Case cases[] = {
      {"2022-02", "2022-02-24", true}, {"2001", "2011", false},      {"2022-02-28", "2022-03", false},
      {"2022-02-24/..", "2030", true}, {"../2001", "2002", false},   {"../2001", "2001", true},
      {"../2001", "../1990", true},    {"2010/..", "2020/..", true}, {"2010/..", "../2009", false},
      {"2023-24", "2024-02", true},    {"../2001", "1999/..", true},
  };
  for (const Case& c : cases) {
    const Date a = *parse_edtf(c.a), b = *parse_edtf(c.b);
    EXPECT_EQ(overlaps(a, b), c.want) << c.a << " " << c.b;
    EXPECT_EQ(overlaps(b, a), c.want) << c.b << " " << c.a;
  }
}

}  // namespace
}  // namespace tarikh
