// The Hijri calendar of newspapers: Umm al-Qura, the civil calendar of Saudi Arabia, whose months begin by
// computed moonrise and follow no formula. Its table reaches from 1300 to 1600 AH (November 1882 to November
// 2174); before and after it the tabular calendar with a 30-year cycle (CLDR's islamic-civil) goes on, which
// meets the table at both ends.
#pragma once

#include <date/date.h>

#include <optional>

#include "tarikh/date.h"
#include "tarikh/hijri.h"

namespace tarikh::calendar {

using tarikh::HijriDay;
using tarikh::kLastHijriYear;
using tarikh::to_hijri;

/// Nothing for a day that does not exist: month 13, 30 of a month with 29 days, year 0.
std::optional<date::sys_days> hijri_day(int year, int month, int day);
/// 29 or 30; 0 for a month that does not exist.
int hijri_month_length(int year, int month);

/// The whole month, year, or the day as a Date written in Hijri. A month and a year are intervals of days,
/// because no Gregorian unit is meant.
std::optional<Date> hijri_month_date(int year, int month);
std::optional<Date> hijri_year_date(int year);
std::optional<Date> hijri_day_date(int year, int month, int day);

}  // namespace tarikh::calendar
