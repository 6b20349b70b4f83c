// Solar Hijri against ICU in every month of 300 years, the way there and back on every day.
#include "calendar/solar_hijri.h"

#include <gtest/gtest.h>

#include "icu_calendar.h"

namespace tarikh::calendar {
namespace {

TEST(SolarHijri, EveryMonthBeginsWhereIcuBeginsIt) {
  IcuCalendar icu("en@calendar=persian");
  for (int year = 1200; year <= 1500; ++year) {
    for (int month = 1; month <= 12; ++month) {
      const int days = static_cast<int>(solar_hijri_day(year, month, 1)->time_since_epoch().count());
      ASSERT_EQ(days, icu.day_number(year, month, 1)) << year << "-" << month;
    }
  }
}

TEST(SolarHijri, ThereAndBackOnEveryDay) {
  const date::sys_days end = *solar_hijri_day(1500, 1, 1);
  for (date::sys_days day = *solar_hijri_day(1300, 1, 1); day < end; day += date::days{1}) {
    const std::optional<SolarHijriDay> solar = to_solar_hijri(day);
    ASSERT_TRUE(solar);
    ASSERT_EQ(solar_hijri_day(solar->year, solar->month, solar->day), day) << to_iso(day);
  }
  for (int year = 1; year <= kLastSolarHijriYear; ++year) {
    const date::sys_days first = *solar_hijri_day(year, 1, 1);
    ASSERT_EQ(to_solar_hijri(first), (SolarHijriDay{year, 1, 1}));
    const std::optional<SolarHijriDay> eve = to_solar_hijri(first - date::days{1});
    ASSERT_EQ(eve ? eve->year : 0, year - 1) << year;
  }
}

TEST(SolarHijri, KnownDays) {
  EXPECT_EQ(to_iso(*solar_hijri_day(1357, 11, 22)), "1979-02-11");
  EXPECT_EQ(to_iso(*solar_hijri_day(1404, 1, 1)), "2025-03-21");
  EXPECT_TRUE(solar_hijri_day(1403, 12, 30));
  EXPECT_FALSE(solar_hijri_day(1404, 12, 30));
  EXPECT_FALSE(solar_hijri_day(1403, 7, 31));
  EXPECT_FALSE(solar_hijri_day(1403, 13, 1));
  EXPECT_FALSE(solar_hijri_day(0, 1, 1));
  EXPECT_FALSE(to_solar_hijri(date::sys_days{date::days{-1'000'000}}));
  EXPECT_EQ(to_edtf(*solar_hijri_month_date(1403, 1)), "2024-03-20/2024-04-19");
  EXPECT_EQ(to_edtf(*solar_hijri_year_date(1403)), "2024-03-20/2025-03-20");
  EXPECT_EQ(solar_hijri_day_date(1403, 1, 1)->written_in, Calendar::solar_hijri);
}

}  // namespace
}  // namespace tarikh::calendar
