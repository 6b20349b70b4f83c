#include "calendar/units.h"

#include <algorithm>

namespace tarikh::calendar {

namespace {

// The coarsest of year, month and day that states the ends of a date: a season's ends are months.
Granularity end_unit(const Date& d) {
  const Granularity unit = d.granularity == Granularity::interval ? d.end_granularity : d.granularity;
  if (unit <= Granularity::year) return Granularity::year;
  return unit <= Granularity::month ? Granularity::month : Granularity::day;
}

}  // namespace

Date interval_date(const Date& a, const Date& b) {
  Date made = make_date(a.first, b.last, Granularity::interval);
  made.end_granularity = std::max(end_unit(a), end_unit(b));
  made.open_start = a.open_start;
  made.open_end = b.open_end;
  return made;
}

Date month_from(int year, int month) {
  const int months = year * 12 + month - 1;
  const int y = months >= 0 ? months / 12 : (months - 11) / 12;
  return month_date(y, months - y * 12 + 1);
}

date::sys_days add_months(date::sys_days day, int months) {
  const date::year_month_day moved = civil(day) + date::months{months};
  return moved.ok() ? date::sys_days{moved} : date::sys_days{moved.year() / moved.month() / date::last};
}

date::sys_days add_years(date::sys_days day, int years) { return add_months(day, years * 12); }

IsoWeek iso_week(date::sys_days day) {
  const date::sys_days thursday = monday_of(day) + date::days{3};
  const int year = year_number(thursday);
  return {year, static_cast<int>((thursday - first_of_month(year, 1)).count() / 7) + 1};
}

}  // namespace tarikh::calendar
