// Umm al-Qura: the table against ICU in every month, the way there and back on every day.
#include "calendar/hijri.h"

#include <gtest/gtest.h>

#include "icu_calendar.h"

namespace tarikh::calendar {
namespace {

int number(date::sys_days day) { return static_cast<int>(day.time_since_epoch().count()); }

TEST(Hijri, EveryMonthOfTheTableBeginsWhereIcuBeginsIt) {
  IcuCalendar icu("en@calendar=islamic-umalqura");
  for (int year = 1300; year <= 1600; ++year) {
    for (int month = 1; month <= 12; ++month) {
      ASSERT_EQ(number(*hijri_day(year, month, 1)), icu.day_number(year, month, 1)) << year << "-" << month;
    }
  }
}

TEST(Hijri, TheTabularCalendarGoesOnOutsideTheTable) {
  IcuCalendar icu("en@calendar=islamic-civil");
  for (const auto& [from, to] : {std::pair(1, 1299), std::pair(1601, 3000)}) {
    for (int year = from; year <= to; ++year) {
      for (int month = 1; month <= 12; ++month) {
        ASSERT_EQ(number(*hijri_day(year, month, 1)), icu.day_number(year, month, 1)) << year << "-" << month;
      }
    }
  }
}

TEST(Hijri, ThereAndBackOnEveryDay) {
  const date::sys_days end = *hijri_day(1610, 1, 1);
  HijriDay before{1289, 12, 0};
  for (date::sys_days day = *hijri_day(1290, 1, 1); day < end; day += date::days{1}) {
    const std::optional<HijriDay> hijri = to_hijri(day);
    ASSERT_TRUE(hijri);
    ASSERT_EQ(hijri_day(hijri->year, hijri->month, hijri->day), day) << to_iso(day);
    ASSERT_TRUE(hijri->day == before.day + 1 || hijri->day == 1) << to_iso(day);
    before = *hijri;
  }
}

TEST(Hijri, DaysThatNewspapersPrint) {
  EXPECT_EQ(to_iso(*hijri_day(1445, 1, 10)), "2023-07-28");
  EXPECT_EQ(to_iso(*hijri_day(1445, 12, 27)), "2024-07-03");
  EXPECT_EQ(to_hijri(*parse_iso_day("2023-05-19")), (HijriDay{1444, 10, 29}));
}

TEST(Hijri, DaysThatDoNotExist) {
  EXPECT_EQ(hijri_month_length(1445, 1), 29);
  EXPECT_FALSE(hijri_day(1445, 1, 30));
  EXPECT_TRUE(hijri_day(1445, 1, 29));
  for (const auto& [year, month, day] :
       {std::tuple(1445, 13, 1), std::tuple(1445, 0, 1), std::tuple(0, 1, 1), std::tuple(-5, 1, 1),
        std::tuple(1445, 2, 31), std::tuple(kLastHijriYear + 1, 1, 1)}) {
    EXPECT_FALSE(hijri_day(year, month, day)) << year << "-" << month << "-" << day;
  }
  EXPECT_FALSE(to_hijri(date::sys_days{date::days{-1'000'000}}));
  EXPECT_FALSE(to_hijri(date::sys_days{date::days{100'000'000}}));
  EXPECT_FALSE(hijri_month_date(1445, 13));
  EXPECT_FALSE(hijri_year_date(0));
}

TEST(Hijri, MonthsAndYearsAreIntervalsOfDays) {
  const Date month = *hijri_month_date(1445, 1);
  EXPECT_EQ(to_edtf(month), "2023-07-19/2023-08-16");
  EXPECT_EQ(month.written_in, Calendar::hijri);
  EXPECT_EQ(to_edtf(*hijri_year_date(1445)), "2023-07-19/2024-07-06");
  EXPECT_EQ(to_edtf(*hijri_year_date(1600)),
            to_iso(*hijri_day(1600, 1, 1)) + "/" + to_iso(*hijri_day(1601, 1, 1) - date::days{1}));
  const Date day = *hijri_day_date(1445, 1, 10);
  EXPECT_EQ(to_edtf(day), "2023-07-28");
  EXPECT_EQ(day.granularity, Granularity::day);
}

}  // namespace
}  // namespace tarikh::calendar
