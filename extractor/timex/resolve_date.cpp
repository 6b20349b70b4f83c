// Calendar frames: which year, which month, which day.
#include <array>

#include <fmt/format.h>

#include "calendar/units.h"
#include "timex/resolver.h"

namespace tarikh::timex {

using namespace calendar;  // units of days

namespace {

constexpr std::array<std::string_view, 8> kWeekdays{"",         "Monday", "Tuesday",  "Wednesday",
                                                    "Thursday", "Friday", "Saturday", "Sunday"};

int month_of(const Frame& f) { return f.get(Field::month) % 100; }

/// 0 Gregorian, 1 Hijri, 2 Solar Hijri: said by the month's name or by a marker.
int calendar_of(const Frame& f) {
  if (f.has(Field::month) && f.get(Field::month) >= 100) return f.get(Field::month) / 100;
  const int marked = f.get(Field::calendar);
  return marked == kGregorianMarked ? kGregorian : marked;
}

bool day_exists(int year, int month, int day) {
  return date::year_month_day{date::year{year} / date::month{static_cast<unsigned>(month)} /
                              date::day{static_cast<unsigned>(day)}}
      .ok();
}

/// The part of the year that the frame names.
std::optional<Date> part_of_year(const Frame& f, int year) {
  if (f.has(Field::month)) {
    const int month = month_of(f);
    if (!f.has(Field::day)) return month_date(year, month);
    if (!day_exists(year, month, f.get(Field::day))) return std::nullopt;
    return day_date(first_of_month(year, month) + date::days{f.get(Field::day) - 1});
  }
  if (f.has(Field::quarter)) return quarter_date(year, f.get(Field::quarter) > 4 ? 4 : f.get(Field::quarter));
  if (f.has(Field::half)) return half_date(year, f.get(Field::half) > 2 ? 2 : f.get(Field::half));
  if (f.has(Field::season)) return season_date(year, f.get(Field::season));
  return year_date(year);
}

constexpr int kLeapYear = 2000;

/// A day of the first or last week: of a year by ISO, of a month the whole weeks in it.
date::sys_days week_edge(const Date& span, bool last) {
  if (span.granularity == Granularity::year) return last ? span.last - date::days{3} : span.first + date::days{3};
  const int to_monday = (8 - weekday_number(span.first)) % 7;
  const int from_sunday = weekday_number(span.last) % 7;
  return last ? span.last - date::days{from_sunday} : span.first + date::days{to_monday};
}

}  // namespace

void Resolver::check_weekday(const Frame& f, Meaning& m) const {
  if (!f.has(Field::weekday) || !m.date || m.date->granularity != Granularity::day) return;
  const int actual = weekday_number(m.date->first);
  if (actual == f.get(Field::weekday)) return;
  m.note = fmt::format("{} is a {}", to_iso(m.date->first), kWeekdays[static_cast<std::size_t>(actual)]);
}

std::optional<int> Resolver::year_of(const Found& found, Resolution& resolution, std::uint32_t& index) {
  const Frame& f = found.frame;
  if (f.has(Field::year)) {
    resolution = Resolution::explicit_;
    const int year = f.get(Field::year);
    if (f.has(Field::bc)) return 1 - year;
    if (year < 100 && calendar_of(f) == kGregorian && !f.has(Field::calendar)) return year + (year < 30 ? 2000 : 1900);
    return year;
  }
  if (f.has(Field::n) && f.get(Field::direction) == -1 && dct_) return year_number(*dct_) - f.get(Field::n);  // "in August two years ago"
  if (!f.has(Field::year_ref)) return std::nullopt;
  const int ref = f.get(Field::year_ref);
  const Anchor* base = nullptr;
  if (ref == kRefPrevious || ref == kRefFollowing) base = anchor(false, false);
  if (ref == kRefSame && latest_.index != kNoIndex) base = &latest_;
  if (ref == kRefBare) {
    base = anchor(false, true);
    if (base != nullptr && !base->told) base = nullptr;
  }
  if (base == nullptr && !dct_) return std::nullopt;
  resolution = base != nullptr ? Resolution::anchor : Resolution::dct;
  if (base != nullptr) index = base->index;
  const int year = year_number(base != nullptr ? base->date.first : *dct_);
  switch (ref) {
    case kRefLast:
    case kRefRecent:
    case kRefPrevious:
      return year - 1;
    case kRefNext:
    case kRefComing:
    case kRefFollowing:
      return year + 1;
    case kRefBeforeLast:
      return year - 2;
    case kRefAfterNext:
      return year + 2;
    default:
      return year;
  }
}

Resolver::Meaning Resolver::resolve_year_part(const Found& found, int year, Resolution resolution,
                                              std::uint32_t index) {
  const Frame& f = found.frame;
  Meaning m;
  m.resolution = resolution;
  m.anchor = index;
  if (year < 1) {
    m.value = fmt::format("BC{:04}", 1 - year);
    m.date = year_date(year);
    return m;
  }
  m.date = part_of_year(f, year);
  if (!m.date) {
    m.value = fmt::format("{:04}-{:02}-{:02}", year, month_of(f), f.get(Field::day));
    m.note = fmt::format("there is no {}", m.value);
  }
  check_weekday(f, m);
  return m;
}

// A day of the coming six weeks is meant rather than the one of last year, unless the verb beside it says so: "days
// before his term ends on 31 October", written on the 27th. A plan is about what comes.
std::optional<Date> Resolver::near_side(const Found& found, const std::optional<Date>& past,
                                        const std::optional<Date>& next, const std::optional<Date>& chosen) const {
  constexpr date::days kNear{45};
  constexpr int kBeside = 6;  // words
  if (!dct_ || !past || !next || past->last >= next->first) return chosen;
  const TenseReader::Reading reading = tense_.at(found.first, found.last);
  if (reading.sure && reading.distance < kBeside && !tense_.is_plan(reading.cue)) return chosen;
  return next->first - *dct_ <= kNear && reading.tense == ClauseTense::past ? next : chosen;
}

// A month or a day of a month without a year: the narrative's year, else the nearest on the side of the tense.
Resolver::Meaning Resolver::resolve_month_or_day(const Found& found) {
  const Frame& f = found.frame;
  Meaning m;
  const int ref = f.get(Field::ref, 0);
  const Anchor* base = nullptr;
  if (ref == kRefFollowing || ref == kRefPrevious || ref == kRefSame) base = anchor(false, false);
  // A narrative goes forward: "14 October 2020 … in early July" has left that year.
  const auto goes_on = [&](const Date& reached) {
    const std::optional<Date> d = part_of_year(f, year_number(reached.first));
    return !d || d->last >= reached.first;
  };
  if (ref == 0) {
    base = anchor(false, !narrative_);
    if ((base == nullptr || narrative_) && chronicle_.index != kNoIndex && opens_line(found.first)) base = &chronicle_;
    if (base != nullptr && base->index == chronicle_.index && under_heading()) base = &chronicle_;
    const bool stretch =
        base != nullptr && (base->told || looks_back(*base, found)) && base->date.granularity != Granularity::decade &&
        (!dct_ || base->date.granularity != Granularity::year || rules(*base, found)) && tense_of(found) != ClauseTense::future &&
        (!dct_ || year_number(base->date.first) < year_number(*dct_)) && (narrative_ || ((goes_on(base->date) || looks_back(*base, found)) && (under_heading() || !tense_.tells_of_now(found.first))));
    constexpr date::days kSoon{60};
    const auto is_soon = [&] {
      const std::optional<Date> d = part_of_year(f, year_number(*dct_) + (month_number(*dct_) == 12 && month_of(f) == 1 ? 1 : 0));
      return d && d->first >= *dct_ && d->first <= *dct_ + kSoon;
    };
    if (stretch && dct_ && f.has(Field::month) && tense_of(found) == ClauseTense::present && base != &chronicle_ && !under_heading() && is_soon()) base = nullptr;  // "takes office on January 20"
    // Past a digression a day of the last weeks, or one that the present tells of, is news rather than the same day of the year
    // that was told of before.
    constexpr date::days kNews{31};
    constexpr date::days kRecent{92};
    // In the publication year: begun by that day, and over no longer ago than that.
    const auto is_within = [&](date::days reach, bool day_only) {
      const std::optional<Date> now = dct_ ? part_of_year(f, year_number(*dct_)) : std::nullopt;
      return now && (!day_only || now->granularity == Granularity::day) && now->first <= *dct_ && now->last + reach >= *dct_;
    };
    const auto is_news = [&] { return is_within(kNews, true); };
    // "was founded in December 2021, and in March it signed": of the year after.
    const bool next_year = base != nullptr && !stretch && dct_ && joins_clause(found) && f.has(Field::month) && base->told && base != &chronicle_ && same_sentence(base->index, found.first) &&
                           base->date.granularity >= Granularity::month && base->date.granularity != Granularity::interval && tense_of(found) == ClauseTense::past &&
                           !goes_on(base->date) && !looks_back(*base, found) && year_number(base->date.first) + 1 < year_number(*dct_) &&
                           !is_news() && !told_aside(*base, found, false);
    if (next_year) {
      m.resolution = Resolution::anchor;
      m.anchor = base->index;
      m.date = part_of_year(f, year_number(base->date.first) + 1);
      return m;
    }
    if (!stretch || base == nullptr || (base != &chronicle_ && !under_heading() && told_aside(*base, found, is_within(kRecent, false)))) base = nullptr;
    if (base != nullptr && dct_ && !narrative_ && chronicle_.index == kNoIndex && !same_sentence(base->index, found.first) && (is_future(found) || is_news())) base = nullptr;
  }
  if (base == nullptr && !dct_) return m;
  date::sys_days from = base != nullptr ? base->date.first : *dct_;
  // "in late 2021 …, the following March": of the year after, if the year is all that is told.
  const bool whole_year = base != nullptr && ref == kRefFollowing && base->date.granularity == Granularity::year && (*out_)[base->index].mod != Modifier::start;
  if (whole_year) from = base->date.last;
  const int year = year_number(from);
  // The latest beginning on or before / the earliest on or after `from`, with `strict` never containing it.
  const auto latest = [&](bool strict) {
    for (int y = year; y > year - 9; --y) {
      const std::optional<Date> d = part_of_year(f, y);
      if (d && (strict ? d->last < from : d->first <= from)) return d;
    }
    return std::optional<Date>{};
  };
  const auto earliest = [&](bool strict) {
    for (int y = year; y < year + 9; ++y) {
      const std::optional<Date> d = part_of_year(f, y);
      if (d && (strict ? d->first > from : d->last >= from)) return d;
    }
    return std::optional<Date>{};
  };
  m.resolution = base != nullptr ? Resolution::anchor : Resolution::dct;
  if (base != nullptr) m.anchor = base->index;
  switch (ref) {
    case kRefLast:
    case kRefRecent:
    case kRefPrevious:
      m.date = latest(true);
      break;
    case kRefNext:
    case kRefComing:
    case kRefFollowing:
      m.date = earliest(true);
      break;
    case kRefThis:
    case kRefSame: {
      const bool winter = f.get(Field::season) == 4 && month_number(from) <= 2;  // which began in December
      m.date = part_of_year(f, winter ? year - 1 : year);
      break;
    }
    case kRefBeforeLast:
      m.date = latest(true);
      if (m.date) m.date = part_of_year(f, year_number(m.date->first) - 1);
      break;
    default:
      if (base != nullptr) {
        m.date = part_of_year(f, year);
      } else {
        const bool after_start = range_start_ && found.place == Place::range_end;
        m.date = is_future(found) ? earliest(false) : latest(false);
        const bool told_ahead = at_.any.told && at_.any.index != kNoIndex && at_.any.date.first > *dct_ && same_sentence(at_.any.index, found.first);  // "in November 2025, on 6 and 7 November"
        if (found.place == Place::range_start && !told_ahead &&
            tense_of(found) == ClauseTense::present) {  // "from 3 May to 14 August it shows …"
          constexpr date::days kOngoing{92};
          const std::optional<Date> past = latest(false);
          if (past && m.date && from - past->last < m.date->first - from && from - past->last <= kOngoing) m.date = past;
        }
        if (!after_start) m.date = near_side(found, latest(false), earliest(false), m.date);
        // "In the October 2 election, she won": that has been held.
        const bool held = is_past(found) && tense_.is_within(found.first);
        if (!after_start && !held && tense_.is_scheduled(found.first, found.last)) {
          const std::optional<Date> past = latest(false);
          const std::optional<Date> next = earliest(false);
          if (past && next) m.date = from - past->last < next->first - from ? past : next;
        }
        if (tense_of(found) == ClauseTense::near) {
          const std::optional<Date> before = latest(false);
          if (before && m.date && from - before->last < m.date->first - from) m.date = before;
        }
        if (after_start && m.date) {  // the first one behind the start
          const int first_year = year_number(range_start_->first);
          m.date = part_of_year(f, first_year);
          if (m.date && m.date->first < range_start_->first) m.date = part_of_year(f, first_year + 1);
        }
        if (f.has(Field::weekday) && f.has(Field::day) && m.date &&
            weekday_number(m.date->first) != f.get(Field::weekday)) {
          for (const std::optional<Date>& other : {latest(false), earliest(false)}) {
            if (other && weekday_number(other->first) == f.get(Field::weekday)) m.date = other;
          }
        }
      }
      break;
  }
  if (!m.date) {
    const bool never = f.has(Field::day) && f.has(Field::month) && !part_of_year(f, kLeapYear);
    m.note = never ? fmt::format("there is no {:02}-{:02} in any year", month_of(f), f.get(Field::day)) : "no such day";
  }
  check_weekday(f, m);
  return m;
}

// "flew in on Monday for a summit on Wednesday": the day of the way is told, and what one goes to comes behind it.
bool Resolver::goes_first(const Found& found) const {
  if (out_->empty()) return false;
  const Timex& before = out_->back();
  const bool day = before.date && before.date->granularity == Granularity::day && before.date->first <= *dct_;
  return day && same_sentence(static_cast<std::uint32_t>(out_->size() - 1), found.first) && tense_.is_gone_to(found.first);
}

Resolver::Meaning Resolver::resolve_weekday(const Found& found) {
  const Frame& f = found.frame;
  Meaning m;
  const int wanted = f.get(Field::weekday);
  const int ref = f.get(Field::ref, 0);
  date::sys_days from{};
  if (ref == kRefFollowing || ref == kRefPrevious || ref == kRefSame) {
    if (const Anchor* base = anchor(true, false); base != nullptr) {
      if (base->date.granularity != Granularity::day) return m;  // "in July … the following Friday"
      from = base->date.first;
      m.resolution = Resolution::anchor;
      m.anchor = base->index;
    }
  }
  if (m.anchor == kNoIndex) {
    if (!dct_) return m;
    from = *dct_;
  }
  if (ref == 0 && !f.has(Field::week_ref) && range_start_ && found.place != Place::alone) {  // "Thursday to Saturday", "next Tuesday and Wednesday"
    m.date = day_date(range_start_->first + date::days{(wanted - weekday_number(range_start_->first) + 7) % 7});
    return m;
  }
  const int ahead = (wanted - weekday_number(from) + 7) % 7;  // 0 = that very day
  const auto day = [&](int offset) { m.date = day_date(from + date::days{offset}); };
  if (f.has(Field::week_ref)) {
    int weeks = 0;
    const int week = f.get(Field::week_ref);
    if (week == kRefLast || week == kRefRecent || week == kRefPrevious) weeks = -1;
    if (week == kRefNext || week == kRefComing || week == kRefFollowing) weeks = 1;
    m.date = day_date(monday_of(from) + date::days{7 * weeks + wanted - 1});
    return m;
  }
  switch (ref) {
    case kRefLast:
    case kRefRecent:
    case kRefPrevious:
      day(ahead == 0 ? -7 : ahead - 7);
      break;
    case kRefNext:
    case kRefComing:
    case kRefFollowing:
      day(ahead == 0 ? 7 : ahead);
      break;
    case kRefBeforeLast:
      day((ahead == 0 ? -7 : ahead - 7) - 7);
      break;
    case kRefAfterNext:
      day((ahead == 0 ? 7 : ahead) + 7);
      break;
    case kRefThis:
      day(ahead == 0 || !is_past(found) ? ahead : ahead - 7);
      break;
    case kRefSame:
      day(ahead);
      break;
    default:
      if (is_future(found) || goes_first(found)) {
        // "They rally leaders as they meet on Friday" may be written on that day; "they will meet on Friday" is not.
        const bool today = f.has(Field::part) || f.has(Field::hour) || f.has(Field::midnight) || tense_of(found) == ClauseTense::present;
        day(ahead == 0 && !today ? 7 : ahead);
      } else {
        day(ahead == 0 ? 0 : ahead - 7);
      }
      break;
  }
  return m;
}

// "the 29th of that month", "7 من الشهر الجاري", "27 منه"
Resolver::Meaning Resolver::resolve_day_of_month(const Found& found) {
  const Frame& f = found.frame;
  Found month = found;
  month.frame = Frame{};
  month.frame.kind = Kind::unit;
  month.frame.set(Field::unit, kMonth);
  month.frame.set(Field::ref, f.get(Field::month_ref));
  Meaning m = resolve_unit(month);
  if (!m.date || !f.has(Field::day)) return m;
  const int day = f.get(Field::day);
  // "the 27th" and "يوم 27": of the month before where this month's is still to come.
  if (f.get(Field::month_ref) == kRefBare && m.anchor == kNoIndex && dct_ && !is_future(found) &&
      m.date->first + date::days{day - 1} > *dct_) {
    m.date = month_from(year_number(m.date->first), month_number(m.date->first) - 1);
  }
  if (!day_exists(year_number(m.date->first), month_number(m.date->first), day)) {
    m.note = fmt::format("{} has no day {}", to_timex3(*m.date), day);
    m.date.reset();
    return m;
  }
  m.date = day_date(m.date->first + date::days{day - 1});
  check_weekday(f, m);
  return m;
}

// "on the same day of July", after a date.
Resolver::Meaning Resolver::resolve_same_day(const Found& found) {
  Found with_day = found;
  with_day.frame.clear(Field::day_ref);
  if (const Anchor* base = anchor(true, false); base != nullptr && base->date.granularity == Granularity::day) {
    with_day.frame.set(Field::day, static_cast<int>(static_cast<unsigned>(civil(base->date.first).day())));
  }
  return resolve_date(with_day);
}

// "this day last year", «في مثل هذا اليوم من عام 2015»
Resolver::Meaning Resolver::resolve_this_day(const Found& found, int year, Resolution resolution, std::uint32_t index) {
  Found day = found;
  for (const Field field : {Field::day_ref, Field::n, Field::direction}) day.frame.clear(field);
  day.frame.set(Field::month, month_number(*dct_));
  day.frame.set(Field::day, static_cast<int>(static_cast<unsigned>(civil(*dct_).day())));
  return resolve_year_part(day, year, resolution, index);
}

// "the 7th of the same month of 2002"
Resolver::Meaning Resolver::resolve_day_of_month_in(const Found& found, int year) {
  Found without_year = found;
  without_year.frame.clear(Field::year);
  without_year.frame.clear(Field::year_ref);
  Meaning m = resolve_day_of_month(without_year);
  if (!m.date) return m;
  Found whole = without_year;
  whole.frame.clear(Field::month_ref);
  whole.frame.set(Field::month, month_number(m.date->first));
  return resolve_year_part(whole, year, Resolution::anchor, m.anchor);
}

// "Friday 15": the nearest month where they meet.
Resolver::Meaning Resolver::resolve_weekday_number(const Found& found) {
  const Frame& f = found.frame;
  Meaning m;
  if (!dct_) return m;
  constexpr int kMonths = 14;  // every day meets every weekday within fourteen months
  for (int i = -kMonths; i <= kMonths; ++i) {
    const Date month = month_from(year_number(*dct_), month_number(*dct_) + i);
    const date::sys_days day = month.first + date::days{f.get(Field::day) - 1};
    if (day > month.last || weekday_number(day) != f.get(Field::weekday)) continue;
    if (!m.date || date::abs(day - *dct_) < date::abs(m.date->first - *dct_)) m.date = day_date(day);
  }
  if (!m.date) m.note = "weekday and day do not meet";
  return m;
}

// "three Fridays ago"
Resolver::Meaning Resolver::resolve_counted_weekday(const Found& found) {
  const Frame& f = found.frame;
  Meaning m;
  if (!dct_) return m;
  const int ahead = (f.get(Field::weekday) - weekday_number(*dct_) + 7) % 7;
  const int nth = f.get(Field::nth);
  const bool back = f.get(Field::direction) < 0;
  m.date = day_date(*dct_ + date::days{back ? (ahead == 0 ? 0 : ahead - 7) + (ahead == 0 ? -7 * nth : -7 * (nth - 1))
                                            : (ahead == 0 ? 7 : ahead) + 7 * (nth - 1)});
  return m;
}

// "the third Tuesday of September 2014", "the last day of June", "الأسبوع الأول من يوليو"
Resolver::Meaning Resolver::resolve_nth(const Found& found) {
  Found whole = found;
  for (const Field field : {Field::nth, Field::unit, Field::weekday}) whole.frame.clear(field);
  Meaning m = resolve_date(whole);
  if (!m.date) return m;
  const Frame& f = found.frame;
  const int nth = f.get(Field::nth);
  const Date span = *m.date;
  m.value.clear();
  if (f.has(Field::weekday)) {
    const auto offset = [](date::sys_days day, int wanted) { return (wanted - weekday_number(day) + 7) % 7; };
    const date::sys_days first = span.first + date::days{offset(span.first, f.get(Field::weekday))};
    date::sys_days day = first + date::days{7 * (nth - 1)};
    if (nth == 99) day = span.last - date::days{(weekday_number(span.last) - f.get(Field::weekday) + 7) % 7};
    m.date = day_date(day);
  } else {
    const int unit = f.get(Field::unit, kDay);
    date::sys_days edge = nth == 99 ? span.last : span.first;
    if (unit == kWeek || unit == kWeekend) edge = week_edge(span, nth == 99);
    const int steps = nth == 99 ? 0 : nth - 1;
    const Resolution resolution = m.resolution;
    const std::uint32_t index = m.anchor;
    m = unit_around(edge, unit, steps);
    m.resolution = resolution;
    m.anchor = index;
  }
  if (m.date && (m.date->first > span.last || m.date->last < span.first)) {
    m.date.reset();
    m.note = "there is no such one";
  }
  return m;
}

// The nineties: 90 of some century, or 1990 in digits.
Resolver::Meaning Resolver::resolve_decade(const Found& found) {
  const Frame& f = found.frame;
  Meaning m;
  m.resolution = Resolution::explicit_;
  int century = -1;
  if (f.has(Field::century)) century = (f.get(Field::century) - 1) * 100;
  if (f.has(Field::century_ref)) {
    if (!dct_) return {};
    const int ref = f.get(Field::century_ref);
    const int now = year_number(*dct_) / 100 * 100;
    century = now + (ref == kRefLast || ref == kRefPrevious || ref == kRefRecent ? -100 : ref == kRefNext ? 100 : 0);
    m.resolution = Resolution::dct;
  }
  if (!f.has(Field::decade)) {
    if (f.get(Field::calendar) == kHijri) {
      m.value = "XX";
      return m;
    }
    if (f.has(Field::bc)) {
      m.value = fmt::format("BC{:02}", f.get(Field::century) - 1);
      return m;
    }
    m.date = century_date(century);
    return m;
  }
  int decade = f.get(Field::decade);
  if (decade < 100) decade += century >= 0 ? century : decade >= 30 ? 1900 : 2000;
  m.date = decade % 100 == 0 && f.get(Field::vague) == 100 ? century_date(decade) : decade_date(decade / 10 * 10);
  return m;
}

// A part of day or a clock time alone belongs to the day that the text is at.
Resolver::Meaning Resolver::resolve_bare_part(const Found& found) {
  Meaning m;
  const int ref = found.frame.get(Field::day_ref, 0);
  const Anchor* base = ref == kRefSame ? anchor_of_part(found) : nullptr;
  if (base == nullptr) base = anchor(true, ref == 0);
  if (base == nullptr && ref == 0) {
    base = anchor(true, false);
    if (base != nullptr && dct_ && std::abs((*dct_ - base->date.first).count()) > 7) base = nullptr;
  }
  if (base != nullptr && base->date.granularity != Granularity::day) {  // "in July … the same night": some day of it
    m.date = base->date;
    m.resolution = Resolution::anchor;
    m.anchor = base->index;
    m.value = to_timex3(*m.date);
    return m;
  }
  if (base != nullptr) {
    const bool next_morning =
        ref == 0 && found.frame.get(Field::part) == kMorning && (*out_)[base->index].value.ends_with("TNI");
    const int step = next_morning                              ? 1
                     : ref == kRefFollowing || ref == kRefNext ? 1
                     : ref == kRefPrevious || ref == kRefLast  ? -1
                                                               : 0;
    m.date = day_date(base->date.first + date::days{step});
    m.resolution = Resolution::anchor;
    m.anchor = base->index;
    return m;
  }
  if (found.frame.has(Field::hour) || !dct_) return m;
  const int step = ref == kRefFollowing || ref == kRefNext ? 1 : ref == kRefPrevious || ref == kRefLast ? -1 : 0;
  m.date = day_date(*dct_ + date::days{step});
  return m;
}

Resolver::Meaning Resolver::resolve_date(const Found& found) {
  const Frame& f = found.frame;
  if (f.get(Field::open) == 9) {  // every year: 25 فبراير من كل عام
    Meaning m;
    m.resolution = Resolution::none;
    return m;
  }
  if (f.has(Field::of)) {  // "the week of 10 April"
    Found day = found;
    day.frame.clear(Field::of);
    Meaning m = resolve_date(day);
    if (m.date) m.date = unit_around(m.date->first, f.get(Field::of), 0).date;
    return m;
  }
  if (f.has(Field::nth) && f.has(Field::direction)) return resolve_counted_weekday(found);
  if (f.has(Field::nth)) return resolve_nth(found);
  if (f.has(Field::holiday)) return resolve_holiday(found);
  if (f.has(Field::shift)) {
    Meaning m;
    if (!dct_) return m;
    m.date = day_date(*dct_ + date::days{f.get(Field::shift)});
    check_weekday(f, m);
    return m;
  }
  if (f.has(Field::decade) || ((f.has(Field::century) || f.has(Field::century_ref)) && !f.has(Field::year)))
    return resolve_decade(found);
  Resolution resolution = Resolution::dct;
  std::uint32_t index = kNoIndex;
  const std::optional<int> year = year_of(found, resolution, index);
  if (calendar_of(f) != kGregorian) return resolve_hijri(found, year.value_or(0), resolution);
  if (f.get(Field::day_ref) == kRefThis && year && dct_) return resolve_this_day(found, *year, resolution, index);
  if (f.has(Field::day_ref) && f.has(Field::month) && !f.has(Field::day)) return resolve_same_day(found);
  if (year && f.has(Field::month_ref) && f.has(Field::day)) return resolve_day_of_month_in(found, *year);
  if (year) return resolve_year_part(found, *year, resolution, index);
  if (f.has(Field::year_ref)) return {};
  if (f.has(Field::month) || f.has(Field::season) || f.has(Field::quarter) || f.has(Field::half))
    return resolve_month_or_day(found);
  if (f.has(Field::weekday) && f.has(Field::day) && f.get(Field::month_ref, kRefBare) == kRefBare)
    return resolve_weekday_number(found);
  if (f.has(Field::month_ref)) return resolve_day_of_month(found);
  if (f.has(Field::weekday)) return resolve_weekday(found);
  if (f.has(Field::part) || f.has(Field::hour) || f.has(Field::midnight)) return resolve_bare_part(found);
  return {};
}

}  // namespace tarikh::timex
