// What EDTF and TIMEX3 have in common: each end of an interval written no finer than it was stated.
#pragma once

#include <string>

#include "tarikh/date.h"

namespace tarikh::calendar {

/// "1994", "-0043": four digits at least.
std::string year_text(int year);

/// "2024-07".
std::string month_text(int year, int month);

/// "2001/2005", "2024-07/2024-09", "../2024-07-04": both ends at the precision of `unit` (year, month or day).
std::string interval_text(const Date& date, Granularity unit, const std::string& qualifier = {});

/// 1 spring … 4 winter; 0 if the date does not begin with a season.
int season_number(const Date& date);

/// Years that a decade (10) or century (100) counts from: 1990, 1900. BC ones have no such notation.
bool begins_with_round_year(const Date& date, int years);

}  // namespace tarikh::calendar
