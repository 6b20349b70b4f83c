#include "model/days.h"

#include <gtest/gtest.h>

namespace tarikh::model {
namespace {

TEST(Days, FromIsoDays) {
  struct Row {
    std::string_view first, last;
    std::int32_t want_first, want_last;
  };
  const Row rows[] = {
      {"1970-01-01", "1970-01-01", 0, 0},
      {"2024-02-29", "2024-03-01", 19782, 19783},
      {"", "1970-01-02", Days::kOpenStart, 1},
      {"1970-01-02", "", 1, Days::kOpenEnd},
      {"", "", Days::kOpenStart, Days::kOpenEnd},
      {"2023-02-29", "2023-13-01", Days::kOpenStart, Days::kOpenEnd},
      {"1970-01-05", "1970-01-01", 4, 4},  // turned round: never an empty stretch
      {"0000-01-01", "0000-01-01", -719528, -719528},
      {"-0001-12-31", "-0001-12-31", -719529, -719529},
      {"x024-02-01", "2024/02/01", Days::kOpenStart, Days::kOpenEnd},
  };
  for (const Row& row : rows) {
    EXPECT_EQ((Days{row.want_first, row.want_last}), parse_days(row.first, row.last)) << row.first << " " << row.last;
  }
}

TEST(Days, OpenEndsReachForEver) {
  const Days until_then = parse_days("", "1999-12-31");
  EXPECT_TRUE(until_then.overlaps(parse_days("0001-01-01", "0001-01-01")));
  EXPECT_TRUE(until_then.before(parse_days("2000-01-01", "")));
  EXPECT_EQ(until_then.last, until_then.position());
  EXPECT_GT(until_then.length(), 1000000);
}

TEST(Days, Qualified) {
  for (const std::string_view edtf : {"1990~", "1990?", "1990%"}) EXPECT_TRUE(is_qualified(edtf));
  for (const std::string_view edtf : {"", "1990", "../1990"}) EXPECT_FALSE(is_qualified(edtf));
}

}  // namespace
}  // namespace tarikh::model
