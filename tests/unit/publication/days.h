// Days and ranges as their texts, which is how failures should read.
#pragma once

#include <string>
#include <vector>

#include "tarikh/date.h"
#include "tarikh/publication.h"

namespace tarikh::testing {

inline date::sys_days day(std::string_view iso) { return parse_iso_day(iso).value_or(date::sys_days{}); }
inline DayRange range(std::string_view first, std::string_view last) { return {day(first), day(last)}; }

inline std::string text(const std::vector<DayRange>& ranges) {
  std::string all;
  for (const DayRange& one : ranges) all += (all.empty() ? "" : " ") + to_edtf(one);
  return all;
}

}  // namespace tarikh::testing
