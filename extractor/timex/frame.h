// What the words of a time expression say, before any calendar is asked: "24 of last month" is
// {day 24, month_ref last}. Rules fill frames; the resolver turns them into dates.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "tarikh/extraction.h"

namespace tarikh::timex {

enum class Kind : std::uint8_t {
  none,   ///< the words are a name or a quantity: taken out of play, nothing reported
  date,   ///< calendar fields, any of them relative
  unit,   ///< ref + unit: "last week", "that day"
  shift,  ///< n units from some day: "three days ago", "a year later"
  duration,
  set,
  reference  ///< PAST_REF, PRESENT_REF, FUTURE_REF
};

/// Rule files use these names: `<int 1..31 day>`, `value unit ref=1`.
enum class Field : std::uint8_t {
  day,
  month,
  year,
  weekday,
  calendar,
  bc,
  season,
  quarter,
  half,
  decade,
  century,
  holiday,
  ref,
  unit,  // the unit spoken of and how it relates
  day_ref,
  week_ref,
  month_ref,
  year_ref,
  century_ref,
  n,
  unit2,
  n2,
  fraction,   // fraction: n/60 of the unit on top (half an hour: 30)
  direction,  // shift: -1 ago, 1 from now, 2 later, -2 earlier
  nth,
  of,     // nth weekday or unit of the rest; 99 = last
  shift,  // days from the DCT: yesterday -1
  part,   // part of day
  hour,
  minute,
  second,
  meridiem,
  utc,
  midnight,
  mod,
  vague,
  each,
  freq,
  open,
  count
};
inline constexpr std::size_t kFieldCount = static_cast<std::size_t>(Field::count);
inline constexpr std::int16_t kUnset = INT16_MIN;

struct Frame {
  Kind kind = Kind::none;
  std::array<std::int16_t, kFieldCount> values;

  Frame() { values.fill(kUnset); }
  [[nodiscard]] bool has(Field f) const { return values[static_cast<std::size_t>(f)] != kUnset; }
  [[nodiscard]] int get(Field f, int otherwise = 0) const {
    return has(f) ? values[static_cast<std::size_t>(f)] : otherwise;
  }
  void set(Field f, int value) { values[static_cast<std::size_t>(f)] = static_cast<std::int16_t>(value); }
  void clear(Field f) { values[static_cast<std::size_t>(f)] = kUnset; }
};

/// How a unit relates to now (1-3, 7-10) or to the date the text is at (4-6).
enum Ref : std::int8_t {
  kRefLast = 1,
  kRefThis = 2,
  kRefNext = 3,
  kRefPrevious = 4,
  kRefFollowing = 5,
  kRefSame = 6,
  kRefBeforeLast = 7,
  kRefAfterNext = 8,
  kRefRecent = 9,
  kRefBare = 10,
  kRefComing = 11
};

enum Unit : std::int8_t {
  kSecond = 1,
  kMinute = 2,
  kHour = 3,
  kDay = 4,
  kWeek = 5,
  kMonth = 6,
  kYear = 7,
  kDecade = 8,
  kCentury = 9,
  kQuarter = 10,
  kWeekend = 11,
  kHalf = 12,
  kSeason = 13,
  kNight = 14,
  kMillennium = 15
};

enum Part : std::int8_t { kMorning = 1, kMidday = 2, kAfternoon = 3, kEvening = 4, kNightPart = 5 };
enum CalendarCode : std::int8_t { kGregorian = 0, kHijri = 1, kSolarHijri = 2, kGregorianMarked = 3 };

/// Position in a list of `from … to`, or of members that share their month and year.
enum class Place : std::uint8_t { alone, range_start, range_end, list_item };

/// A frame with its words.
struct Found {
  Frame frame;
  Span span;
  std::uint32_t first = 0;  ///< token
  std::uint32_t last = 0;   ///< token, exclusive
  RuleId rule = kNoRule;
  Place place = Place::alone;
};

}  // namespace tarikh::timex
