// How a date of an article hangs on the publication day: found by asking on two days and comparing the answers, so that it
// holds for every rule and language.
#pragma once

#include <optional>
#include <vector>

#include "publication/day_ranges.h"
#include "tarikh/date.h"

namespace tarikh::publication {

/// Two days that differ in everything: Wednesday 14 February 2001 and Friday 19 September 2003.
inline constexpr date::sys_days kFirstProbe{date::year{2001} / 2 / 14};
inline constexpr date::sys_days kSecondProbe{date::year{2003} / 9 / 19};

struct Dependence {
  enum class Kind : std::uint8_t {
    none,       ///< in no way that is known here, or not at all
    years,      ///< "last year"
    months,     ///< "next month"
    days,       ///< "yesterday"
    weekday,    ///< "on Thursday"
    month_day,  ///< "on 4 July"
  };
  Kind kind = Kind::none;
  int offset = 0;  ///< of years, months or days
  date::weekday weekday{};
  date::month_day month_day{};
  enum class Side : std::uint8_t { before, after, either };
  Side side = Side::either;  ///< of a weekday or a day without its year: of the publication day, as the tense has it
};

Dependence dependence(const Date& on_first_probe, const Date& on_second_probe);

/// The publication days on which an expression denotes the days of `known`; empty if none does, nothing when it does not say.
std::optional<std::vector<DayRange>> days_that_give(const Dependence&, const DayRange& known);

/// How far from the publication day a day of no year may lie: news is mostly of the days before.
inline constexpr date::days kBefore{365};
inline constexpr date::days kAfter{183};

}  // namespace tarikh::publication
