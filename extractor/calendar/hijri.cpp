#include "calendar/hijri.h"

#include <date/islamic.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "calendar/units.h"

namespace tarikh::calendar {
namespace {

constexpr int kFirstTableYear = 1300;
constexpr auto kLongMonths = std::to_array<std::uint16_t>({
#include "calendar/umm_al_qura.inc"
});
constexpr int kEndTableYear = kFirstTableYear + static_cast<int>(kLongMonths.size());
static_assert(kEndTableYear == 1601);

constexpr std::uint16_t long_months(int year) { return kLongMonths[static_cast<std::size_t>(year - kFirstTableYear)]; }

// Day number (sys_days) of 1 Muharram of every year of the table, and of the year after it.
constexpr auto kYearStarts = [] {
  std::array<int, kLongMonths.size() + 1> starts{};
  starts[0] = -31826;  // 12 November 1882
  for (std::size_t i = 0; i < kLongMonths.size(); ++i)
    starts[i + 1] = starts[i] + 12 * 29 + std::popcount(kLongMonths[i]);
  return starts;
}();
static_assert(kYearStarts.back() == 74839, "the tabular calendar goes on where the table ends");

constexpr bool in_table(int year) { return year >= kFirstTableYear && year < kEndTableYear; }

constexpr int table_month_length(int year, int month) { return 29 + ((long_months(year) >> (month - 1)) & 1); }

date::sys_days tabular_day(int year, int month, int day) {
  return date::sys_days{islamic::year{year} / islamic::month{static_cast<unsigned>(month)} /
                        islamic::day{static_cast<unsigned>(day)}};
}

date::sys_days year_start(int year) {
  if (in_table(year)) return date::sys_days{date::days{kYearStarts[static_cast<std::size_t>(year - kFirstTableYear)]}};
  return tabular_day(year, 1, 1);
}

HijriDay table_day(int days) {
  const auto next = std::ranges::upper_bound(kYearStarts, days);
  const int year = kFirstTableYear + static_cast<int>(next - kYearStarts.begin()) - 1;
  int left = days - *(next - 1);
  int month = 1;
  while (left >= table_month_length(year, month)) left -= table_month_length(year, month++);
  return {year, month, left + 1};
}

std::optional<Date> written(std::optional<date::sys_days> first, int days, Granularity granularity) {
  if (!first) return std::nullopt;
  return foreign_date(*first, days, granularity, Calendar::hijri);
}

}  // namespace

int hijri_month_length(int year, int month) {
  if (year < 1 || year > kLastHijriYear || month < 1 || month > 12) return 0;
  if (in_table(year)) return table_month_length(year, month);
  const islamic::year_month_day_last last =
      islamic::year{year} / islamic::month{static_cast<unsigned>(month)} / islamic::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::optional<date::sys_days> hijri_day(int year, int month, int day) {
  if (day < 1 || day > hijri_month_length(year, month)) return std::nullopt;
  if (!in_table(year)) return tabular_day(year, month, day);
  int days = day - 1;
  for (int m = 1; m < month; ++m) days += table_month_length(year, m);
  return year_start(year) + date::days{days};
}

std::optional<Date> hijri_day_date(int year, int month, int day) {
  return written(hijri_day(year, month, day), 1, Granularity::day);
}

std::optional<Date> hijri_month_date(int year, int month) {
  return written(hijri_day(year, month, 1), hijri_month_length(year, month), Granularity::interval);
}

std::optional<Date> hijri_year_date(int year) {
  const std::optional<date::sys_days> first = hijri_day(year, 1, 1);
  return first ? written(first, static_cast<int>((year_start(year + 1) - *first).count()), Granularity::interval)
               : std::nullopt;
}

}  // namespace tarikh::calendar

std::optional<tarikh::HijriDay> tarikh::to_hijri(date::sys_days day) {
  using namespace calendar;
  if (day < year_start(1) || day >= year_start(kLastHijriYear + 1)) return std::nullopt;
  const int days = static_cast<int>(day.time_since_epoch().count());
  if (days >= kYearStarts.front() && days < kYearStarts.back()) return table_day(days);
  const islamic::year_month_day ymd{day};
  return HijriDay{static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
                  static_cast<int>(static_cast<unsigned>(ymd.day()))};
}
