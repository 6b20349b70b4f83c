// Calendar units as Dates: the year, month, week … that a day lies in, and their neighbours.
#pragma once

#include <date/date.h>

#include "tarikh/date.h"

namespace tarikh::timex {

inline date::year_month_day civil(date::sys_days day) { return date::year_month_day{day}; }
inline int year_number(date::sys_days day) { return static_cast<int>(civil(day).year()); }
inline int month_number(date::sys_days day) { return static_cast<int>(static_cast<unsigned>(civil(day).month())); }

inline date::sys_days first_of_month(int year, int month) {
  return date::sys_days{date::year{year} / date::month{static_cast<unsigned>(month)} / 1};
}
inline date::sys_days last_of_month(int year, int month) {
  return date::sys_days{date::year{year} / date::month{static_cast<unsigned>(month)} / date::last};
}
/// Monday of the week.
inline date::sys_days monday_of(date::sys_days day) { return day - (date::weekday{day} - date::Monday); }
/// 1 = Monday … 7 = Sunday.
inline int weekday_number(date::sys_days day) { return static_cast<int>(date::weekday{day}.iso_encoding()); }

inline Date make_date(date::sys_days first, date::sys_days last, Granularity granularity) {
  Date d;
  d.first = first;
  d.last = last;
  d.granularity = granularity;
  return d;
}
inline Date day_date(date::sys_days day) { return make_date(day, day, Granularity::day); }
inline Date year_date(int year) { return make_date(first_of_month(year, 1), last_of_month(year, 12), Granularity::year); }
inline Date month_date(int year, int month) {
  return make_date(first_of_month(year, month), last_of_month(year, month), Granularity::month);
}
/// `months` may be any number: month 13 of 2023 is January 2024.
inline Date month_from(int year, int months) {
  const int zero_based = year * 12 + months - 1;
  const int y = zero_based >= 0 ? zero_based / 12 : (zero_based - 11) / 12;
  return month_date(y, zero_based - y * 12 + 1);
}
inline Date week_date(date::sys_days day) {
  const date::sys_days monday = monday_of(day);
  return make_date(monday, monday + date::days{6}, Granularity::week);
}
inline Date quarter_date(int year, int quarter) {
  return make_date(first_of_month(year, quarter * 3 - 2), last_of_month(year, quarter * 3), Granularity::quarter);
}
inline Date half_date(int year, int half) {
  return make_date(first_of_month(year, half * 6 - 5), last_of_month(year, half * 6), Granularity::half);
}
/// 1 spring (March to May) … 4 winter, which runs into the next year.
inline Date season_date(int year, int season) {
  const int first = season * 3;
  const Date end = month_from(year, first + 2);
  return make_date(first_of_month(year, first), end.last, Granularity::season);
}
inline Date decade_date(int first_year) {
  return make_date(first_of_month(first_year, 1), last_of_month(first_year + 9, 12), Granularity::decade);
}
/// The years 1900 to 1999 for 1900, as TIMEX3 and EDTF have it.
inline Date century_date(int first_year) {
  return make_date(first_of_month(first_year, 1), last_of_month(first_year + 99, 12), Granularity::century);
}

}  // namespace tarikh::timex
