// "last week", "the following month", "three days ago", "a year later".
#include <fmt/format.h>

#include "calendar/units.h"
#include "timex/resolver.h"

namespace tarikh::timex {

using namespace calendar;  // units of days

namespace {

int floor_to(int value, int step) { return value - ((value % step) + step) % step; }

constexpr int kLastYear = 9999;

}  // namespace

/// The unit `steps` units away from the one that `day` lies in.
Resolver::Meaning Resolver::unit_around(date::sys_days day, int unit, int steps) const {
  Meaning m;
  const int year = year_number(day);
  const int month = month_number(day);
  switch (unit) {
    case kWeek:
      m.date = week_date(day + date::days{7 * steps});
      break;
    case kWeekend: {
      const date::sys_days saturday = monday_of(day) + date::days{5 + 7 * steps};
      m.date = make_date(saturday, saturday + date::days{1}, Granularity::interval);
      m.value = to_timex3(week_date(saturday)) + "-WE";
      break;
    }
    case kMonth:
      m.date = month_from(year, month + steps);
      break;
    case kQuarter: {
      const int quarters = year * 4 + (month - 1) / 3 + steps;
      m.date = quarter_date(quarters / 4, quarters % 4 + 1);
      break;
    }
    case kHalf: {
      const int halves = year * 2 + (month - 1) / 6 + steps;
      m.date = half_date(halves / 2, halves % 2 + 1);
      break;
    }
    case kSeason: {
      const int seasons = (year * 12 + month - 3) / 3 + steps;  // spring of the year begins with March
      m.date = season_date(seasons / 4, seasons % 4 + 1 == 0 ? 4 : seasons % 4 + 1);
      break;
    }
    case kYear:
      m.date = year_date(year + steps);
      break;
    case kDecade:
      m.date = decade_date(floor_to(year + 10 * steps, 10));
      break;
    case kCentury:
      m.date = century_date(floor_to(year + 100 * steps, 100));
      break;
    case kMillennium:
      break;
    default:
      m.date = day_date(day + date::days{steps});
      break;
  }
  if (m.date && (year_number(m.date->first) < 0 || year_number(m.date->first) > kLastYear)) m = {};
  return m;
}

Resolver::Meaning Resolver::shifted(date::sys_days from, int unit, int n, bool from_dct) const {
  if (std::abs(n) > 2'000'000) return {};
  if (unit == kWeek && !from_dct) {
    Meaning m;
    m.date = day_date(from + date::days{7 * n});
    return m;
  }
  if ((unit == kDay || unit == kNight || unit == kWeek) && std::abs(n) > 400'000) return {};
  if (unit == kMillennium) return unit_around(from, kYear, n * 1000);
  return unit_around(from, unit, n);
}

// Days counted from a month are lost in it where they are few ("In July officers took power. Four days later …"); of many there is no telling.
Resolver::Meaning Resolver::counted_from(const Anchor& base, Meaning m) {
  constexpr int kFew = 5;  // times what the date lasts that they are counted from
  const auto days = [](const Date& date) { return (date.last - date.first).count() + 1; };
  if (m.date && base.date.granularity != Granularity::interval && 2 * days(*m.date) < days(base.date)) {
    const bool few = std::abs((m.date->first - base.date.first).count()) * kFew <= days(base.date);
    m = {};
    if (few) m.date = base.date;
  }
  m.resolution = Resolution::anchor;
  m.anchor = base.index;
  return m;
}

Resolver::Meaning Resolver::resolve_unit(const Found& found) {
  const Frame& f = found.frame;
  const int unit = f.get(Field::unit, kDay);
  const bool by_day = unit == kDay || unit == kNight;
  const int said = f.get(Field::ref, kRefThis);
  // "the next day", "اليوم الأخير"
  const int ref = by_day && said == kRefNext ? kRefFollowing : by_day && said == kRefRecent ? kRefSame : said;
  const Anchor* base = nullptr;
  int steps = 0;
  switch (ref) {
    case kRefLast:
    case kRefRecent:
      steps = -1;
      break;
    case kRefNext:
    case kRefComing:
      steps = 1;
      break;
    case kRefBeforeLast:
      steps = -2;
      break;
    case kRefAfterNext:
      steps = 2;
      break;
    case kRefPrevious:
      steps = -1;
      base = anchor(by_day, false);
      // Further down in a report of these days "the previous day" is the one before the report's.
      if (by_day && base != nullptr && !base->told && dct_ && base->paragraph != paragraph_) base = nullptr;
      break;
    case kRefFollowing:
      steps = 1;
      base = anchor(by_day, false);
      if (base == nullptr && by_day && is_past(found)) return {};  // "took effect the next day": after a day that nobody has told
      break;
    case kRefSame:
      base = anchor(by_day, false);
      break;
    case kRefBare:
      base = anchor(by_day, !by_day);
      if (base != nullptr && !by_day && (!base->told || tense_of(found) == ClauseTense::future)) base = nullptr;
      if (unit == kWeekend) {
        base = nullptr;
        steps = is_future(found) || (dct_ && weekday_number(*dct_) >= 6) ? 0 : -1;
      }
      break;
    default:
      break;
  }
  if (by_day && f.has(Field::n)) steps *= f.get(Field::n);
  // "in 1967 …, on the ninth of the same month": no month has been told.
  if (base != nullptr && unit == kMonth && base->date.granularity == Granularity::year) return {};
  if (base != nullptr) {
    Meaning m = counted_from(*base, unit_around(base->date.first, unit, steps));
    check_weekday(f, m);
    return m;
  }
  if (!dct_) return {};
  Meaning m = unit_around(*dct_, unit, steps);
  check_weekday(f, m);
  return m;
}

Resolver::Meaning Resolver::resolve_shift(const Found& found) {
  const Frame& f = found.frame;
  int unit = f.get(Field::unit, kDay);
  int n = f.get(Field::n, 1);
  const int direction = f.get(Field::direction, -1);
  const int sign = direction < 0 ? -1 : 1;
  if (f.has(Field::vague)) {
    Meaning m;
    m.value = sign < 0 ? "PAST_REF" : "FUTURE_REF";
    m.resolution = Resolution::none;
    return m;
  }
  if (unit == kSecond || unit == kMinute || unit == kHour) {
    Meaning m;
    m.value = duration_value(f);
    m.resolution = Resolution::none;
    return m;
  }
  if (f.has(Field::fraction) && !f.has(Field::n) && unit == kYear) {
    unit = kMonth;
    n = 12 * f.get(Field::fraction) / 60;
  } else if (f.has(Field::fraction) && !f.has(Field::n) && unit == kDecade) {
    unit = kYear;
    n = 10 * f.get(Field::fraction) / 60;
  }
  const Anchor* base = nullptr;
  if (direction == 2 || direction == -2) {
    base = anchor(unit == kDay || unit == kWeek, false);
    if (base == nullptr) base = anchor(false, false);
  }
  if (direction == 3) {  // "بعد يومين": from the day the text is at, or from now
    base = anchor(unit == kDay || unit == kWeek, !is_past(found));
    if (base == nullptr && is_past(found)) base = anchor(false, false);
    if (base != nullptr && is_future(found) && !base->told) base = nullptr;
  }
  // "لم تدخل حيز التنفيذ إلا بعد عامين": not from now.
  if (direction == 3 && base == nullptr && tense_.is_only_after(found.first)) return {};
  if (direction == 2 && base == nullptr && is_past(found)) return {};  // "did not come into force until two years later"
  if (base == nullptr && !dct_) return {};
  const date::sys_days from = base != nullptr ? base->date.first : *dct_;
  Meaning m = shifted(from, unit, sign * n, base == nullptr);
  if (f.has(Field::unit2) && m.date) {
    const int second = f.get(Field::unit2);
    const date::sys_days day = unit == kYear || unit == kDecade || unit == kMonth
                                   ? unit_around(from, kMonth,
                                                 sign * n *
                                                     (unit == kDecade ? 120
                                                      : unit == kYear ? 12
                                                                      : 1))
                                         .date.value_or(*m.date)
                                         .first
                                   : m.date->first;
    m = shifted(day, second, sign * f.get(Field::n2, 1), base == nullptr);
  }
  if (base != nullptr) m = counted_from(*base, m);
  // "endorsed it six weeks later", counted from a day of this week: that day is not the one that is meant.
  if (base != nullptr && direction >= 2 && dct_ && m.date && m.date->first > *dct_ && is_past(found)) return {};
  check_weekday(f, m);
  return m;
}

}  // namespace tarikh::timex
