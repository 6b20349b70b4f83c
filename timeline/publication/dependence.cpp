#include "publication/dependence.h"

#include <cstdlib>

namespace tarikh::publication {

using date::days;
using date::sys_days;

namespace {

date::month_day month_day_of(sys_days day) {
  const date::year_month_day civil{day};
  return civil.month() / civil.day();
}

Dependence by_days(sys_days a, sys_days b) {
  const int offset = static_cast<int>((a - kFirstProbe).count());
  const int other = static_cast<int>((b - kSecondProbe).count());
  if (offset == other) return {.kind = Dependence::Kind::days, .offset = offset};
  using Side = Dependence::Side;
  const Side side = (offset <= 0) != (other <= 0) ? Side::either : offset <= 0 ? Side::before : Side::after;
  const date::weekday weekday{a};
  if (weekday == date::weekday{b} && std::abs(offset) <= 7 && std::abs(other) <= 7 && side != Side::either) {
    return {.kind = Dependence::Kind::weekday, .weekday = weekday, .side = side};
  }
  if (month_day_of(a) == month_day_of(b)) return {.kind = Dependence::Kind::month_day, .month_day = month_day_of(a), .side = side};
  return {};
}

}  // namespace

Dependence dependence(const Date& on_first_probe, const Date& on_second_probe) {
  const Date &a = on_first_probe, &b = on_second_probe;
  if (a == b || a.granularity != b.granularity || a.open_start || a.open_end || b.open_start || b.open_end) return {};
  if (a.granularity == Granularity::day) return by_days(a.first, b.first);
  if (a.granularity == Granularity::year) {
    const int offset = year_of(a.first) - year_of(kFirstProbe);
    if (offset == year_of(b.first) - year_of(kSecondProbe)) return {.kind = Dependence::Kind::years, .offset = offset};
  }
  if (a.granularity == Granularity::month) {
    const int offset = month_of(a.first) - month_of(kFirstProbe);
    if (offset == month_of(b.first) - month_of(kSecondProbe)) return {.kind = Dependence::Kind::months, .offset = offset};
  }
  return {};
}

std::optional<std::vector<DayRange>> days_that_give(const Dependence& how, const DayRange& known) {
  const bool one_day = known.first == known.last;
  switch (how.kind) {
    case Dependence::Kind::none: return std::nullopt;
    case Dependence::Kind::years:
      return ordered({{whole_year(year_of(known.first) - how.offset).first, whole_year(year_of(known.last) - how.offset).last}});
    case Dependence::Kind::months:
      return ordered({{whole_month(month_of(known.first) - how.offset).first, whole_month(month_of(known.last) - how.offset).last}});
    case Dependence::Kind::days: return ordered({{known.first - days{how.offset}, known.last - days{how.offset}}});
    case Dependence::Kind::weekday: {
      if (!one_day) return std::nullopt;
      if (date::weekday{known.first} != how.weekday) return std::vector<DayRange>{};
      return ordered({how.side == Dependence::Side::before ? DayRange{known.first, known.first + days{6}}
                                                           : DayRange{known.first - days{7}, known.first}});
    }
    case Dependence::Kind::month_day:
      if (!one_day) return std::nullopt;
      if (month_day_of(known.first) != how.month_day) return std::vector<DayRange>{};
      return ordered({{how.side == Dependence::Side::before ? known.first : known.first - kAfter,
                       how.side == Dependence::Side::after ? known.first : known.first + kBefore}});
  }
  return std::nullopt;
}

}  // namespace tarikh::publication
