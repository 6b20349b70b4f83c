// Holds exactly what was put in, however often it grew.
#include "merge/pair_set.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace tarikh::merging {
namespace {

TEST(PairSet, HoldsWhatWasPutIn) {
  std::mt19937 random(1);
  PairSet pairs;
  std::set<std::pair<std::uint32_t, std::uint32_t>> all;
  for (int i = 0; i < 20'000; ++i) {
    const std::pair<std::uint32_t, std::uint32_t> pair(random() % 300, random() % 300);
    EXPECT_EQ(all.contains(pair), pairs.contains(pair.first, pair.second));
    pairs.insert(pair.first, pair.second);
    all.insert(pair);
  }
  EXPECT_TRUE(pairs.contains(all.begin()->first, all.begin()->second));
  EXPECT_FALSE(pairs.contains(300, 0));
}

}  // namespace
}  // namespace tarikh::merging
