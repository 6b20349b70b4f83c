// A date as precise as its words: first and last day, and how it was said.
//
// Two notations leave the library: EDTF (ISO 8601-2, Library of Congress profile level 1) for events and
// TIMEX3 values (TimeML 1.2.1) for temporal expressions. Both are made from the same Date.
#pragma once

#include <date/date.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tarikh/result.h"

namespace tarikh {

/// The unit a date is stated in, coarse to fine. `interval` is a stretch that is no calendar unit
/// ("15 to 16 September"), with both ends at day precision unless `from`/`to` say otherwise.
enum class Granularity : std::uint8_t { century, decade, year, half, quarter, season, month, week, day, interval };

/// EDTF qualification of the whole date.
enum class Qualifier : std::uint8_t { none, approximate, uncertain, both };

/// Whether the text states the date in full or the publication date (or another date) filled it in.
enum class Known : std::uint8_t { stated, inferred };

enum class Calendar : std::uint8_t { gregorian, hijri, solar_hijri };

/// "July 2024" is 2024-07-01 to 2024-07-31 with granularity month. Years 1 to 9999 of the proleptic
/// Gregorian calendar; BC years are astronomical (1 BC = year 0) and only with granularity year or coarser.
struct Date {
  date::sys_days first{};  ///< inclusive; meaningless when open_start
  date::sys_days last{};   ///< inclusive; meaningless when open_end
  Granularity granularity = Granularity::day;
  /// For `interval`: the unit each end is stated in ("2001 to 2005" has years, "3 to 5 May" days).
  Granularity end_granularity = Granularity::day;
  Qualifier qualifier = Qualifier::none;
  Calendar written_in = Calendar::gregorian;
  Known known = Known::stated;
  bool open_start = false;  ///< EDTF "../2024"
  bool open_end = false;    ///< EDTF "2024/.."

  friend bool operator==(const Date&, const Date&) = default;
};

/// EDTF of a date: 2024-07-04, 2024-07, 2024, 2024-21 (spring … 24 winter, which runs into the next
/// year), 199X (decade), 19XX (century), a/b for weeks, quarters, halves and intervals, with ~ ? %.
[[nodiscard]] std::string to_edtf(const Date&);

/// Reads every form that to_edtf writes, and "[a,b]" as the interval from a to b. Errors name the
/// character that was not understood, or the day that does not exist.
Result<Date> parse_edtf(std::string_view text);

/// TIMEX3 value of a date: 2024-07-04, 2024-07, 2024, 2024-SU, 2024-Q3, 2024-H1, 2024-W27, 202 (decade),
/// 20 (century), a/b for a stretch that TIMEX3 has no unit for (a Hijri month).
[[nodiscard]] std::string to_timex3(const Date&);

/// "2024-07-04"; four digits at least, a minus sign for BC.
[[nodiscard]] std::string to_iso(date::sys_days);

/// Exactly YYYY-MM-DD of a day that exists.
[[nodiscard]] std::optional<date::sys_days> parse_iso_day(std::string_view text);

/// Interval dates that share at least one day. Open ends reach for ever.
[[nodiscard]] bool overlaps(const Date& a, const Date& b);

}  // namespace tarikh
