#include "page/overview.h"

#include <algorithm>
#include <array>

namespace tarikh::page {
namespace {

constexpr int kMaxMonths = 48;  // up to four years are shown by month
constexpr int kEdgeBins = 5;    // a label of the last of many narrow bars would stand out
constexpr int kLabels = 10;     // about so many labels fit on a phone

int floor_to(int value, int step) {
  const int rest = value % step;
  return value - (rest < 0 ? rest + step : rest);
}

int nice_step(int span, int most) {
  constexpr std::array kSteps = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
  for (const int step : kSteps) {
    if (span <= step * most) return step;
  }
  return kSteps.back();
}

}  // namespace

Overview make_overview(const std::vector<Place>& places) {
  Overview overview;
  if (places.empty()) return overview;
  const auto by_month = [](const Place& place) { return place.year * 12 + place.month - 1; };
  const auto [low, high] = std::ranges::minmax(places, {}, by_month);
  const int months = by_month(high) - by_month(low) + 1;
  const bool use_months = months <= kMaxMonths;
  const int step = use_months ? 1 : nice_step(high.year - low.year + 1, kMaxBins);
  overview.unit = use_months ? BinUnit::month : step == 1 ? BinUnit::year : BinUnit::years;
  overview.years_per_bin = step;
  const int origin = use_months ? by_month(low) : floor_to(low.year, step);
  const auto bin_of = [&](const Place& place) { return ((use_months ? by_month(place) : place.year) - origin) / step; };

  const int size = std::min(bin_of(high) + 1, 2 * kMaxBins);
  const int labelled = use_months ? (months <= 14 ? 1 : months <= 26 ? 3 : 12) : step * nice_step(size, kLabels);
  for (int i = 0; i < size; ++i) {
    const int at = origin + i * step;
    const int year = use_months ? (at - ((at % 12 + 12) % 12)) / 12 : at;
    const int month = use_months ? (at % 12 + 12) % 12 + 1 : 0;
    const int tick = use_months ? month - 1 : year;
    const bool fits = size < kEdgeBins * 10 || i < size - kEdgeBins;
    overview.bins.push_back({year, month, 0, 0, fits && tick % labelled == 0});
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    Bin& bin = overview.bins[static_cast<std::size_t>(std::clamp(bin_of(places[i]), 0, size - 1))];
    if (bin.count++ == 0) bin.first_place = i;
    overview.highest = std::max(overview.highest, bin.count);
  }
  return overview;
}

}  // namespace tarikh::page
