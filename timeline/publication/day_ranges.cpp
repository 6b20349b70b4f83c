#include "publication/day_ranges.h"

#include <algorithm>

namespace tarikh::publication {

using date::days;
using date::sys_days;

std::vector<DayRange> ordered(std::vector<DayRange> ranges) {
  for (DayRange& range : ranges) range = {std::max(range.first, kAnyDay.first), std::min(range.last, kAnyDay.last)};
  std::erase_if(ranges, [](const DayRange& range) { return range.last < range.first; });
  std::ranges::sort(ranges, {}, &DayRange::first);
  std::vector<DayRange> out;
  for (const DayRange& range : ranges) {
    if (!out.empty() && range.first <= out.back().last + days{1}) out.back().last = std::max(out.back().last, range.last);
    else out.push_back(range);
  }
  return out;
}

bool contains(const std::vector<DayRange>& ordered_ranges, sys_days day) {
  return std::ranges::any_of(ordered_ranges, [&](const DayRange& range) { return range.first <= day && day <= range.last; });
}

DayRange whole_year(int year) { return {sys_days{date::year{year} / 1 / 1}, sys_days{date::year{year} / 12 / 31}}; }

DayRange whole_month(int month) {
  const date::year_month that = date::year{month / 12} / date::month{static_cast<unsigned>(month % 12) + 1};
  return {sys_days{that / 1}, sys_days{that / date::last}};
}

int year_of(sys_days day) { return static_cast<int>(date::year_month_day{day}.year()); }

int month_of(sys_days day) {
  const date::year_month_day civil{day};
  return static_cast<int>(civil.year()) * 12 + static_cast<int>(static_cast<unsigned>(civil.month())) - 1;
}

sys_days add_years(sys_days day, int years) {
  const date::year_month_day moved = date::year_month_day{day} + date::years{years};
  return moved.ok() ? sys_days{moved} : sys_days{moved.year() / moved.month() / date::last};
}

}  // namespace tarikh::publication
