// The Solar Hijri calendar of Iran and Afghanistan: 1 Farvardin is the day of the spring equinox. Leap years
// come by the 33-year rule, (25 y + 11) mod 33 < 8, which gives the official calendar from 1178 to 1502 SH and is what
// CLDR's `persian` computes. (The 2820-year rule of other libraries is a day off in 1404, for one.)
#pragma once

#include <date/date.h>

#include <optional>

#include "tarikh/date.h"

namespace tarikh::calendar {

/// A day of the Solar Hijri calendar: 1 Farvardin of 1403 is {1403, 1, 1}.
struct SolarHijriDay {
  int year = 0;   ///< 1 to kLastSolarHijriYear
  int month = 0;  ///< 1 Farvardin … 12 Esfand
  int day = 0;    ///< 1 to 31
  friend bool operator==(const SolarHijriDay&, const SolarHijriDay&) = default;
};
inline constexpr int kLastSolarHijriYear = 9300;

/// Nothing for a day that does not exist.
std::optional<date::sys_days> solar_hijri_day(int year, int month, int day);
/// Nothing before the epoch and after kLastSolarHijriYear.
std::optional<SolarHijriDay> to_solar_hijri(date::sys_days day);
/// 29 to 31; 0 for a month that does not exist.
int solar_hijri_month_length(int year, int month);

/// The whole month, year, or the day as a Date written in Solar Hijri; months and years are intervals of days.
std::optional<Date> solar_hijri_month_date(int year, int month);
std::optional<Date> solar_hijri_year_date(int year);
std::optional<Date> solar_hijri_day_date(int year, int month, int day);

}  // namespace tarikh::calendar
