#include "calendar/solar_hijri.h"

#include "calendar/units.h"

namespace tarikh::calendar {
namespace {

// Day number (sys_days) of 1 Farvardin. 8 leap years in 33; 21 puts the leap years where they are.
constexpr int year_start(int year) { return -492268 + 365 * (year - 1) + (8 * year + 21) / 33; }
static_assert(year_start(1404) == 20168, "21 March 2025");

std::optional<Date> written(std::optional<date::sys_days> first, int days, Granularity granularity) {
  if (!first) return std::nullopt;
  return foreign_date(*first, days, granularity, Calendar::solar_hijri);
}

}  // namespace

int solar_hijri_month_length(int year, int month) {
  if (year < 1 || year > kLastSolarHijriYear || month < 1 || month > 12) return 0;
  if (month <= 6) return 31;
  return month < 12 ? 30 : year_start(year + 1) - year_start(year) - 336;
}

std::optional<date::sys_days> solar_hijri_day(int year, int month, int day) {
  if (day < 1 || day > solar_hijri_month_length(year, month)) return std::nullopt;
  const int before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  return date::sys_days{date::days{year_start(year) + before + day - 1}};
}

std::optional<SolarHijriDay> to_solar_hijri(date::sys_days day) {
  const int days = static_cast<int>(day.time_since_epoch().count());
  if (days < year_start(1) || days >= year_start(kLastSolarHijriYear + 1)) return std::nullopt;
  int year = (days - year_start(1)) / 366 + 1;  // never too late, and at most 20 years too early
  while (days >= year_start(year + 1)) ++year;
  const int of_year = days - year_start(year);
  if (of_year < 186) return SolarHijriDay{year, of_year / 31 + 1, of_year % 31 + 1};
  return SolarHijriDay{year, (of_year - 186) / 30 + 7, (of_year - 186) % 30 + 1};
}

std::optional<Date> solar_hijri_day_date(int year, int month, int day) {
  return written(solar_hijri_day(year, month, day), 1, Granularity::day);
}

std::optional<Date> solar_hijri_month_date(int year, int month) {
  return written(solar_hijri_day(year, month, 1), solar_hijri_month_length(year, month), Granularity::interval);
}

std::optional<Date> solar_hijri_year_date(int year) {
  const std::optional<date::sys_days> first = solar_hijri_day(year, 1, 1);
  return first ? written(first, year_start(year + 1) - year_start(year), Granularity::interval) : std::nullopt;
}

}  // namespace tarikh::calendar
