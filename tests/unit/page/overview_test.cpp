// The bars of the overview: true to time, few enough for a phone, every event counted once.
#include "page/overview.h"

#include <gtest/gtest.h>

#include <numeric>

namespace tarikh::page {
namespace {

std::size_t total(const Overview& overview) {
  return std::accumulate(overview.bins.begin(), overview.bins.end(), std::size_t{0},
                         [](std::size_t sum, const Bin& bin) { return sum + bin.count; });
}

TEST(Overview, AFewYearsAreShownByMonth) {
  const Overview overview = make_overview({{2023, 11}, {2023, 11}, {2024, 2}});
  EXPECT_EQ(overview.unit, BinUnit::month);
  ASSERT_EQ(overview.bins.size(), 4U);
  EXPECT_EQ(overview.bins[0].count, 2U);
  EXPECT_EQ(overview.bins[1].month, 12);
  EXPECT_EQ(overview.bins[3].first_place, 2U);
  EXPECT_EQ(overview.highest, 2U);
}

TEST(Overview, DecadesAreShownByYearAndCenturiesInSteps) {
  EXPECT_EQ(make_overview({{1990, 3}, {2024, 7}}).unit, BinUnit::year);
  const Overview long_one = make_overview({{622, 7}, {2024, 7}});
  EXPECT_EQ(long_one.unit, BinUnit::years);
  EXPECT_LE(long_one.bins.size(), static_cast<std::size_t>(kMaxBins) + 1);
  EXPECT_EQ(total(long_one), 2U);
}

TEST(Overview, EmptyAndExtremeInputs) {
  EXPECT_TRUE(make_overview({}).bins.empty());
  EXPECT_EQ(total(make_overview({{-32000, 1}, {2024, 1}, {32000, 12}})), 3U);
}

}  // namespace
}  // namespace tarikh::page
