// Dates as the guideline compares them: by the days they mean. EDTF dates of events and TIMEX3 values share one
// reader, because a value (2021-SU, 2024-W10) and an event's date (2021-22) may say the same days.
#pragma once

#include <date/date.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace tarikh::score {

/// Both inclusive. An open end is the first or last day of years 1 to 9999.
struct DaySpan {
  date::sys_days first, last;
  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

/// None for what means no days: a duration, a reference, a clock time alone, a day that does not exist.
[[nodiscard]] std::optional<DaySpan> days_of(std::string_view date);

/// The same text, or the same days.
[[nodiscard]] bool same_date(std::string_view a, std::string_view b);
[[nodiscard]] bool overlap(std::string_view a, std::string_view b);
/// Days between the starts; between the ends where a start is open. None if that is open too.
[[nodiscard]] std::optional<std::int64_t> start_distance(std::string_view a, std::string_view b);
/// As same_date for TIMEX3 values; T18:30:00 is T18:30, and days never equal clock times.
[[nodiscard]] bool same_value(std::string_view a, std::string_view b);

}  // namespace tarikh::score
