#include "score/days.h"

#include <gtest/gtest.h>

#include <string>

#include "tarikh/date.h"

namespace tarikh::score {
namespace {

TEST(Days, OfEveryForm) {
  const std::pair<std::string_view, std::string> rows[] = {
      {"2024-07-04", "2024-07-04 2024-07-04"},
      {"2024-07-04T18:30", "2024-07-04 2024-07-04"},
      {"2024-02", "2024-02-01 2024-02-29"},
      {"2024", "2024-01-01 2024-12-31"},
      {"2024~", "2024-01-01 2024-12-31"},
      {"197", "1970-01-01 1979-12-31"},
      {"197X", "1970-01-01 1979-12-31"},
      {"2021-22", "2021-06-01 2021-08-31"},
      {"2021-SU", "2021-06-01 2021-08-31"},
      {"2023-24", "2023-12-01 2024-02-29"},
      {"2025-Q3", "2025-07-01 2025-09-30"},
      {"2025-H2", "2025-07-01 2025-12-31"},
      {"2020-W53", "2020-12-28 2021-01-03"},
      {"2024-W10", "2024-03-04 2024-03-10"},
      {"2022-09-15/2022-09-16", "2022-09-15 2022-09-16"},
      {"2023/..", "2023-01-01 9999-12-31"},
      {"../2023-05-10", "0001-01-01 2023-05-10"},
      {"[2001,2011]", "2001-01-01 2011-12-31"},
      {"[2001,2005,2011]", "2001-01-01 2011-12-31"},
      {"", "none"},
      {"P30Y", "none"},
      {"PAST_REF", "none"},
      {"T23:00", "none"},
      {"20", "none"},
      {"2023-02-29", "none"},
      {"2023-13", "none"},
      {"2021-W53", "none"},
      {"2023-Q5", "none"},
      {"0000", "none"},
      {"[2001]", "none"},
      {"soon", "none"},
  };
  for (const auto& [date, want] : rows) {
    const auto days = days_of(date);
    EXPECT_EQ(want, days ? to_iso(days->first) + " " + to_iso(days->last) : "none") << date;
  }
}

TEST(Days, Compared) {
  EXPECT_TRUE(same_date("2024-Q1", "2024-01/2024-03"));
  EXPECT_TRUE(same_date("", ""));
  EXPECT_FALSE(same_date("2024", "2024-01"));
  EXPECT_TRUE(overlap("2024", "2024-01"));
  EXPECT_TRUE(overlap("../2023-05-10", "2023-04"));
  EXPECT_FALSE(overlap("2001", "2011"));
  EXPECT_EQ(23, start_distance("2022-02", "2022-02-24"));
  EXPECT_EQ(0, start_distance("../2022", "../2022-12"));  // the ends, where a start is open
  EXPECT_EQ(std::nullopt, start_distance("../..", "2022"));
  EXPECT_EQ(std::nullopt, start_distance("", "2022"));
}

TEST(Days, ValuesCompared) {
  EXPECT_TRUE(same_value("2024-03-05T18:30:00", "2024-03-05T18:30"));
  EXPECT_FALSE(same_value("2024-03-05T18:30", "2024-03-05"));
  EXPECT_FALSE(same_value("2024-03-05TEV", "2024-03-05TMO"));
  EXPECT_TRUE(same_value("197", "197X"));
  EXPECT_TRUE(same_value("P3M", " P3M"));
  EXPECT_FALSE(same_value("P3M", "P90D"));
}

}  // namespace
}  // namespace tarikh::score
