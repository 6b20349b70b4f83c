// Days of the Hijri calendar, for those who show dates: Umm al-Qura, as newspapers follow it, and the tabular calendar
// before 1300 and after 1600 AH.
#pragma once

#include <date/date.h>

#include <optional>

namespace tarikh {

/// A day of the Hijri calendar: 1 Muharram of 1445 is {1445, 1, 1}.
struct HijriDay {
  int year = 0;   ///< 1 to kLastHijriYear
  int month = 0;  ///< 1 Muharram … 12 Dhu al-Hijja
  int day = 0;    ///< 1 to 30
  friend bool operator==(const HijriDay&, const HijriDay&) = default;
};
inline constexpr int kLastHijriYear = 9600;

/// Nothing before the epoch and after kLastHijriYear.
[[nodiscard]] std::optional<HijriDay> to_hijri(date::sys_days day);

}  // namespace tarikh
