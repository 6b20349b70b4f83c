// The density of a timeline: how many events begin in each year, month or longer period, empty ones included, so that
// the axis is true to time. Each period with events leads to its first group of the list.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tarikh::page {

enum class BinUnit : std::uint8_t { month, year, years };

/// Where an entry stands: the year and month of its first known day.
struct Place {
  int year = 0;
  int month = 1;
};

struct Bin {
  int year = 0;   ///< first year
  int month = 0;  ///< 0 unless the unit is month
  std::size_t count = 0;
  std::size_t first_place = 0;  ///< index of the first entry in it; meaningless when count is 0
  bool tick = false;            ///< worth a label
};

struct Overview {
  BinUnit unit = BinUnit::year;
  int years_per_bin = 1;
  std::vector<Bin> bins;
  std::size_t highest = 0;
};

/// `places` in time order. So many bars are links wide enough to hit (24 pixels) on a page of full width.
inline constexpr int kMaxBins = 48;
[[nodiscard]] Overview make_overview(const std::vector<Place>& places);

}  // namespace tarikh::page
