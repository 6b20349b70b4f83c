#include "publication/day_ranges.h"

#include <gtest/gtest.h>

#include "unit/publication/days.h"

namespace tarikh::publication {
namespace {

using testing::day;
using testing::range;
using testing::text;

TEST(DayRanges, AreOrderedJoinedAndClipped) {
  EXPECT_EQ(text(ordered({range("2024-03-01", "2024-03-31"), range("2023-01-01", "2023-12-31"), range("2024-01-01", "2024-02-29")})),
            "2023-01-01/2024-03-31");
  EXPECT_EQ(text(ordered({range("2024-03-02", "2024-03-01")})), "");
  EXPECT_EQ(text(ordered({range("1800-01-01", "1900-12-31"), range("2100-01-01", "2300-01-01")})), "1900 2100");
  EXPECT_TRUE(contains({range("2024-03-01", "2024-03-31")}, day("2024-03-31")));
  EXPECT_FALSE(contains({range("2024-03-01", "2024-03-31")}, day("2024-04-01")));
}

TEST(DayRanges, Units) {
  EXPECT_EQ(text({whole_year(2024)}), "2024");
  EXPECT_EQ(text({whole_month(month_of(day("2024-02-11")))}), "2024-02");
  EXPECT_EQ(text({whole_month(month_of(day("2024-01-11")) - 1)}), "2023-12");
  EXPECT_EQ(to_iso(add_years(day("2024-02-29"), 1)), "2025-02-28");
  EXPECT_EQ(to_iso(add_years(day("1994-07-20"), 30)), "2024-07-20");
}

TEST(DayRanges, AsEdtf) {
  EXPECT_EQ(to_edtf(range("2024-07-04", "2024-07-04")), "2024-07-04");
  EXPECT_EQ(to_edtf(range("2024-07-01", "2024-07-31")), "2024-07");
  EXPECT_EQ(to_edtf(range("2024-07-01", "2024-08-31")), "2024-07-01/2024-08-31");
}

}  // namespace
}  // namespace tarikh::publication
