// Arithmetic of calendar units at the places where months and years differ.
#include "calendar/units.h"

#include <gtest/gtest.h>

namespace tarikh::calendar {
namespace {

date::sys_days day(const char* iso) { return *parse_iso_day(iso); }

TEST(Units, MonthsAndYearsEndWhereTheTargetMonthEnds) {
  EXPECT_EQ(to_iso(add_months(day("2024-01-31"), 1)), "2024-02-29");
  EXPECT_EQ(to_iso(add_months(day("2024-03-31"), -13)), "2023-02-28");
  EXPECT_EQ(to_iso(add_months(day("2024-01-15"), -1)), "2023-12-15");
  EXPECT_EQ(to_iso(add_years(day("2024-02-29"), -1)), "2023-02-28");
  EXPECT_EQ(to_iso(add_years(day("2024-02-29"), 4)), "2028-02-29");
  EXPECT_EQ(to_edtf(month_from(2023, 13)), "2024-01");
  EXPECT_EQ(to_edtf(month_from(2023, 0)), "2022-12");
  EXPECT_EQ(to_edtf(month_from(2023, -11)), "2022-01");
  EXPECT_EQ(to_edtf(month_from(0, 0)), "-0001-12");
}

TEST(Units, IsoWeeksOfEveryYearEnd) {
  EXPECT_EQ(iso_week(day("2024-12-29")), (IsoWeek{2024, 52}));
  EXPECT_EQ(iso_week(day("2024-12-30")), (IsoWeek{2025, 1}));
  EXPECT_EQ(iso_week(day("2026-12-31")), (IsoWeek{2026, 53}));
  EXPECT_EQ(iso_week(day("2027-01-03")), (IsoWeek{2026, 53}));
  EXPECT_EQ(iso_week(day("2023-01-01")), (IsoWeek{2022, 52}));
  EXPECT_EQ(to_iso(monday_of(day("2024-07-07"))), "2024-07-01");
  EXPECT_EQ(weekday_number(day("2024-07-04")), 4);
}

TEST(Units, IntervalsTakeTheFinerUnit) {
  EXPECT_EQ(to_edtf(interval_date(month_date(2024, 7), day_date(day("2024-09-03")))), "2024-07-01/2024-09-03");
  EXPECT_EQ(to_edtf(interval_date(interval_date(year_date(1999), year_date(2000)), year_date(2004))), "1999/2004");
  EXPECT_EQ(to_edtf(season_date(2023, 4)), "2023-24");
  EXPECT_EQ(to_iso(season_date(2023, 4).last), "2024-02-29");
}

}  // namespace
}  // namespace tarikh::calendar
