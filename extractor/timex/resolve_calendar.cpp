// Hijri and Solar Hijri dates, and named days of every calendar.
#include <array>

#include <fmt/format.h>

#include "calendar/hijri.h"
#include "calendar/solar_hijri.h"
#include "calendar/units.h"
#include "timex/resolver.h"

namespace tarikh::timex {

using namespace calendar;  // units of days

namespace {

constexpr int kFirstGregorian = 1600;  // a higher year beside a Hijri month is Gregorian: رمضان 2019

struct Lunar {
  int calendar = kHijri;
  int year = 0;
  int month = 0;  // 0 = the whole year
  int day = 0;    // 0 = the whole month, 99 = its last day
};

std::optional<Date> to_date(const Lunar& l) {
  const bool solar = l.calendar == kSolarHijri;
  if (l.month == 0) return solar ? solar_hijri_year_date(l.year) : hijri_year_date(l.year);
  if (l.day == 0) return solar ? solar_hijri_month_date(l.year, l.month) : hijri_month_date(l.year, l.month);
  const int length = solar ? solar_hijri_month_length(l.year, l.month) : hijri_month_length(l.year, l.month);
  const int day = l.day == 99 ? length : l.day;
  return solar ? solar_hijri_day_date(l.year, l.month, day) : hijri_day_date(l.year, l.month, day);
}

// "there is no 1433-02-30 of the Hijri calendar, where that month has 29 days"
std::string no_such_day(const Lunar& l) {
  const bool solar = l.calendar == kSolarHijri;
  const int length = l.month == 0 || l.year == 0 ? 0
                     : solar                     ? solar_hijri_month_length(l.year, l.month)
                                                 : hijri_month_length(l.year, l.month);
  if (length == 0) return "no such day of the calendar";
  return fmt::format("there is no {:04}-{:02}-{:02} of the {} calendar, where that month has {} days", l.year, l.month,
                     l.day, solar ? "Solar Hijri" : "Hijri", length);
}

// Years of the calendar that a Gregorian year reaches into.
int year_near(int calendar, int gregorian) {
  return calendar == kSolarHijri ? gregorian - 622 : (gregorian - 622) * 33 / 32;
}

/// The year in which the month (or day) of `l` satisfies the test, looked for around a Gregorian year.
template <class Test>
std::optional<Date> search(Lunar l, int gregorian, bool latest, Test&& test, Lunar& found) {
  const int near = year_near(l.calendar, gregorian);
  std::optional<Date> best;
  for (int y = near - 2; y <= near + 3; ++y) {
    l.year = y;
    const std::optional<Date> d = to_date(l);
    if (!d || !test(*d)) continue;
    if (best && !latest) continue;
    best = d;
    found = l;
  }
  return best;
}

// Easter Sunday by the anonymous Gregorian algorithm (Meeus).
date::sys_days easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  const int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
  return first_of_month(year, month) + date::days{day - 1};
}

// Values of the lexicon <holiday>: month * 100 + day of a calendar (Hijri + 10000, Solar + 20000); 30000 + days
// from Easter + 100; 40000 + month * 1000 + weekday * 100 + nth for the nth weekday of a month.
constexpr int kFromEaster = 30000;
constexpr int kNthWeekday = 20000 + 5000;  // 25000 + month * 100 + weekday * 10 + nth

std::optional<Date> holiday_in(int code, int year) {
  if (code >= kFromEaster) return day_date(easter(year) + date::days{code - kFromEaster - 100});
  if (code >= kNthWeekday) {
    const int month = (code - kNthWeekday) / 100, wanted = (code - kNthWeekday) / 10 % 10,
              nth = (code - kNthWeekday) % 10;
    const date::sys_days first = first_of_month(year, month);
    return day_date(first + date::days{(wanted - weekday_number(first) + 7) % 7 + 7 * (nth - 1)});
  }
  return day_date(first_of_month(year, code / 100) + date::days{code % 100 - 1});
}

}  // namespace

Resolver::Meaning Resolver::resolve_hijri(const Found& found, int year, Resolution resolution) {
  const Frame& f = found.frame;
  Meaning m;
  m.resolution = resolution;
  Lunar l;
  l.calendar = f.has(Field::month) && f.get(Field::month) >= 100 ? f.get(Field::month) / 100 : f.get(Field::calendar);
  l.month = f.get(Field::month) % 100;
  l.day = f.get(Field::day);
  l.year = year;
  if (year == 0 || (year >= kFirstGregorian && l.month != 0)) {
    if (year == 0 && !dct_) return m;
    const int gregorian = year != 0 ? year : year_number(*dct_);
    const int ref = f.get(Field::ref, 0);
    const bool future = year == 0 && (ref == kRefNext || ref == kRefComing || (ref == 0 && is_future(found)));
    const bool strict = ref == kRefLast || ref == kRefNext;
    m.date = search(
        l, gregorian, year == 0 && !future,
        [&](const Date& d) {
          if (year != 0) return year_number(d.first) == year;
          if (ref == kRefThis) return year_number(d.first) == gregorian;
          if (future) return strict ? d.first > *dct_ : d.last >= *dct_;
          return strict ? d.last < *dct_ : d.first <= *dct_;
        },
        l);
    if (year == 0) m.resolution = Resolution::dct;
  } else {
    m.date = to_date(l);
  }
  if (!m.date) {
    m.note = no_such_day(l);
    if (year != 0) m.value = "XXXX-XX-XX";
    return m;
  }
  if (l.calendar == kHijri) {
    m.hijri = fmt::format("{:04}", l.year);
    if (l.month != 0) m.hijri += fmt::format("-{:02}", l.month);
    if (l.month != 0 && l.day != 0) {
      const int day = l.day == 99 ? hijri_month_length(l.year, l.month) : l.day;
      m.hijri += fmt::format("-{:02}", day);
    }
  }
  check_weekday(f, m);
  return m;
}

Resolver::Meaning Resolver::resolve_holiday(const Found& found) {
  const Frame& f = found.frame;
  const int code = f.get(Field::holiday);
  Resolution resolution = Resolution::dct;
  std::uint32_t index = kNoIndex;
  const std::optional<int> year = year_of(found, resolution, index);
  if (code >= 10000 && code < kNthWeekday) {
    Found lunar = found;
    lunar.frame.set(Field::month, code / 10000 * 100 + code % 10000 / 100);
    if (code % 100 != 0) lunar.frame.set(Field::day, code % 100);
    return resolve_hijri(lunar, year.value_or(0), resolution);
  }
  Meaning m;
  m.resolution = resolution;
  m.anchor = index;
  if (year) {
    m.date = holiday_in(code, *year);
    return m;
  }
  if (!dct_) return m;
  const int ref = f.get(Field::ref, 0);
  const bool future = ref == kRefNext || ref == kRefComing || (ref == 0 && is_future(found));
  for (int step = 0; step < 2; ++step) {
    m.date = holiday_in(code, year_number(*dct_) + (future ? step : -step));
    if (ref == kRefThis || (future ? m.date->first >= *dct_ : m.date->first <= *dct_)) break;
  }
  return m;
}

}  // namespace tarikh::timex
