// A date in words, exactly as precise as its EDTF: a month is written as a month, an open end as "since".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "page/strings.h"

namespace tarikh::page {

/// How much of the time line a date takes, for the look of its mark.
enum class Precision : std::uint8_t { day, month, year, range, open, set };
[[nodiscard]] std::string_view to_string(Precision);

struct DateText {
  std::string text;     ///< "4 يوليو 2024", "صيف 2024", "2001 أو 2011"
  std::string machine;  ///< for <time datetime>; empty where HTML has no form for it
  Precision precision = Precision::day;
  bool qualified = false;  ///< approximate or uncertain
};

/// A string that is no EDTF is shown as it is.
[[nodiscard]] DateText date_text(std::string_view edtf, const Strings&);

/// "28 ذو الحجة 1445 هـ"; a Gregorian month or year is the Hijri months or years that it touches. Empty without both days.
[[nodiscard]] std::string hijri_text(std::string_view first, std::string_view last, std::string_view granularity,
                                     const Strings&);

[[nodiscard]] std::string year_text(int year, const Strings&);

}  // namespace tarikh::page
