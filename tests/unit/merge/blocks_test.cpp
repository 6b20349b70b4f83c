// Found is what shares a key and a day, whatever the lengths; nothing is compared with all that was ever told.
#include "merge/blocks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace tarikh::merging {
namespace {

using model::Days;
using Keys = std::vector<std::uint64_t>;

TEST(Blocks, FindWhatSharesAKeyAndADay) {
  std::mt19937 random(1);
  const auto days = [&] {
    const int length[] = {0, 1, 30, 364, 3652, 36524};
    const auto first = static_cast<std::int32_t>(random() % 40000) - 20000;
    Days made{first, first + length[random() % 6]};
    if (random() % 20 == 0) made.first = Days::kOpenStart;
    if (random() % 20 == 0) made.last = Days::kOpenEnd;
    return made;
  };
  Blocks blocks;
  std::vector<std::pair<std::uint64_t, Days>> all;
  for (std::uint32_t group = 0; group < 2000; ++group) {
    all.emplace_back(random() % 10, days());
    blocks.add(group, Keys{all.back().first}, all.back().second);
  }
  for (int i = 0; i < 200; ++i) {
    const Keys keys = {random() % 10, 10};
    const Days wanted = days();
    const std::vector<std::uint32_t> found = blocks.find(keys, wanted);
    EXPECT_TRUE(std::ranges::is_sorted(found));
    EXPECT_EQ(found.end(), std::ranges::adjacent_find(found));
    for (std::uint32_t group = 0; group < all.size(); ++group) {
      const bool fits = all[group].first == keys.front() && all[group].second.overlaps(wanted);
      if (fits) {
        EXPECT_TRUE(std::ranges::binary_search(found, group));
      }
      if (all[group].first != keys.front()) {
        EXPECT_FALSE(std::ranges::binary_search(found, group));
      }
    }
  }
}

TEST(Blocks, AYearDoesNotSeeTheNext) {
  Blocks blocks;
  blocks.add(1, Keys{7}, {0, 0});
  blocks.add(2, Keys{7}, {800, 800});
  EXPECT_EQ((std::vector<std::uint32_t>{1}), blocks.find(Keys{7}, {0, 364}));
  EXPECT_EQ((std::vector<std::uint32_t>{2}), blocks.find(Keys{7}, {800, 800}));
  EXPECT_TRUE(blocks.find(Keys{7}, {801, 801}).empty());
}

TEST(Blocks, TheWorkPerEventIsBounded) {
  Blocks blocks;
  for (std::uint32_t group = 0; group < 3 * kMostCompared; ++group) blocks.add(group, Keys{7}, {0, 0});
  EXPECT_EQ(kMostCompared, blocks.find(Keys{7}, {0, 0}).size());
}

}  // namespace
}  // namespace tarikh::merging
