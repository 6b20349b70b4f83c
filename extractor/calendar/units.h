// Calendar units as Dates: the year, month, week … that a day lies in, and their neighbours. Weeks are those of
// ISO 8601 (Monday first); seasons are the northern meteorological ones, so that spring 2024 is March to May
// 2024 and winter 2024 is December 2024 to February 2025, the year EDTF writes beside it.
#pragma once

#include <date/date.h>

#include "tarikh/date.h"

namespace tarikh::calendar {

inline date::year_month_day civil(date::sys_days day) { return date::year_month_day{day}; }
inline int year_number(date::sys_days day) { return static_cast<int>(civil(day).year()); }
/// 1 to 12.
inline int month_number(date::sys_days day) { return static_cast<int>(static_cast<unsigned>(civil(day).month())); }
/// 1 Monday … 7 Sunday.
inline int weekday_number(date::sys_days day) { return static_cast<int>(date::weekday{day}.iso_encoding()); }
/// Monday of the week.
inline date::sys_days monday_of(date::sys_days day) { return day - (date::weekday{day} - date::Monday); }

inline date::sys_days first_of_month(int year, int month) {
  return date::sys_days{date::year{year} / date::month{static_cast<unsigned>(month)} / 1};
}
inline date::sys_days last_of_month(int year, int month) {
  return date::sys_days{date::year{year} / date::month{static_cast<unsigned>(month)} / date::last};
}

/// Both ends inclusive.
inline Date make_date(date::sys_days first, date::sys_days last, Granularity granularity) {
  Date made;
  made.first = first;
  made.last = last;
  made.granularity = granularity;
  return made;
}
inline Date day_date(date::sys_days day) { return make_date(day, day, Granularity::day); }
inline Date month_date(int year, int month) {
  return make_date(first_of_month(year, month), last_of_month(year, month), Granularity::month);
}
inline Date year_date(int year) {
  return make_date(first_of_month(year, 1), last_of_month(year, 12), Granularity::year);
}
/// The ISO week that `day` lies in.
inline Date week_date(date::sys_days day) {
  const date::sys_days monday = monday_of(day);
  return make_date(monday, monday + date::days{6}, Granularity::week);
}
/// 1 to 4.
inline Date quarter_date(int year, int quarter) {
  return make_date(first_of_month(year, quarter * 3 - 2), last_of_month(year, quarter * 3), Granularity::quarter);
}
/// 1 or 2.
inline Date half_date(int year, int half) {
  return make_date(first_of_month(year, half * 6 - 5), last_of_month(year, half * 6), Granularity::half);
}
/// 1 spring … 4 winter, which begins in December of `year`.
inline Date season_date(int year, int season) {
  const date::sys_days last = season == 4 ? last_of_month(year + 1, 2) : last_of_month(year, season * 3 + 2);
  return make_date(first_of_month(year, season * 3), last, Granularity::season);
}
/// The years 1990 to 1999 for 1990.
inline Date decade_date(int first_year) {
  return make_date(first_of_month(first_year, 1), last_of_month(first_year + 9, 12), Granularity::decade);
}
/// The years 1900 to 1999 for 1900, as TIMEX3 and EDTF have it.
inline Date century_date(int first_year) {
  return make_date(first_of_month(first_year, 1), last_of_month(first_year + 99, 12), Granularity::century);
}
/// A unit of another calendar: `days` days from `first`.
inline Date foreign_date(date::sys_days first, int days, Granularity granularity, Calendar written_in) {
  Date made = make_date(first, first + date::days{days - 1}, granularity);
  made.written_in = written_in;
  return made;
}
/// From the first day of `a` to the last day of `b`; both ends are stated in the finer unit of the two, as years,
/// months or days.
Date interval_date(const Date& a, const Date& b);

/// `month` may be any number: month 13 of 2023 is January 2024, month 0 December 2022.
Date month_from(int year, int month);
/// The same day of a later (or earlier) month; the last day of a month that has no such day.
date::sys_days add_months(date::sys_days day, int months);
/// The same day of a later (or earlier) year; 28 February for 29 February of a common year.
date::sys_days add_years(date::sys_days day, int years);

/// 2024-12-30 lies in week 1 of 2025.
struct IsoWeek {
  int year = 0;
  int week = 0;  ///< 1 to 53
  friend bool operator==(const IsoWeek&, const IsoWeek&) = default;
};
IsoWeek iso_week(date::sys_days day);

}  // namespace tarikh::calendar
