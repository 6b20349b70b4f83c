// TIMEX3 values (TimeML 1.2.1) of dates. Units without a value of their own are written as intervals.
#include <fmt/format.h>

#include <array>

#include "calendar/notation.h"
#include "calendar/units.h"
#include "tarikh/date.h"

namespace tarikh {
namespace {

using namespace calendar;

std::string season_value(const Date& d, int year) {
  static constexpr std::array<std::string_view, 5> kSeasons{"", "SP", "SU", "FA", "WI"};
  const int season = season_number(d);
  if (season == 0) return interval_text(d, Granularity::month);
  return fmt::format("{}-{}", year_text(year), kSeasons[static_cast<std::size_t>(season)]);
}

std::string week_value(const Date& d) {
  const IsoWeek week = iso_week(d.first);
  return fmt::format("{}-W{:02}", year_text(week.year), week.week);
}

}  // namespace

std::string to_timex3(const Date& d) {
  if (d.open_start || d.open_end) return interval_text(d, d.end_granularity);
  const int year = year_number(d.first), month = month_number(d.first);
  switch (d.granularity) {
    case Granularity::century:
      return begins_with_round_year(d, 100) ? fmt::format("{:02}", year / 100) : interval_text(d, Granularity::year);
    case Granularity::decade:
      return begins_with_round_year(d, 10) ? fmt::format("{:03}", year / 10) : interval_text(d, Granularity::year);
    case Granularity::year:
      return year > 0 ? year_text(year) : fmt::format("BC{:04}", 1 - year);
    case Granularity::half:
      return fmt::format("{}-H{}", year_text(year), (month - 1) / 6 + 1);
    case Granularity::quarter:
      return fmt::format("{}-Q{}", year_text(year), (month - 1) / 3 + 1);
    case Granularity::season:
      return season_value(d, year);
    case Granularity::month:
      return month_text(year, month);
    case Granularity::week:
      return week_value(d);
    case Granularity::day:
      return to_iso(d.first);
    case Granularity::interval:
      break;
  }
  return interval_text(d, d.end_granularity);
}

}  // namespace tarikh
