// Sets of days as ranges in order, and the arithmetic of years and months that clues are made of.
#pragma once

#include <date/date.h>

#include <vector>

#include "tarikh/publication.h"

namespace tarikh::publication {

/// Days that an article can be from.
inline constexpr DayRange kAnyDay{date::sys_days{date::year{1900} / 1 / 1}, date::sys_days{date::year{2100} / 12 / 31}};

/// In order and disjoint, inside kAnyDay; ranges that end before they begin go.
[[nodiscard]] std::vector<DayRange> ordered(std::vector<DayRange> ranges);
[[nodiscard]] bool contains(const std::vector<DayRange>& ordered_ranges, date::sys_days day);

[[nodiscard]] DayRange whole_year(int year);
/// Months are counted from year 0: 2024-07 is 2024 * 12 + 6.
[[nodiscard]] DayRange whole_month(int month);
[[nodiscard]] int year_of(date::sys_days);
[[nodiscard]] int month_of(date::sys_days);
/// The same day of another year; 28 February for 29 February of a common year.
[[nodiscard]] date::sys_days add_years(date::sys_days, int years);

}  // namespace tarikh::publication
