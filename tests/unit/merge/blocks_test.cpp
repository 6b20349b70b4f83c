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

std::vector<std::uint32_t> in(Blocks& blocks, const Keys& keys, const Days& days) {
  const auto found = blocks.find(keys, days);
  return {found.begin(), found.end()};
}

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
    const std::vector<std::uint32_t> found = in(blocks, keys, wanted);
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
  EXPECT_EQ((std::vector<std::uint32_t>{1}), in(blocks, Keys{7}, {0, 364}));
  EXPECT_EQ((std::vector<std::uint32_t>{2}), in(blocks, Keys{7}, {800, 800}));
  EXPECT_TRUE(blocks.find(Keys{7}, {801, 801}).empty());
}

TEST(Blocks, TheWorkPerEventIsBounded) {
  Blocks blocks;
  for (std::uint32_t group = 0; group < 3 * kMostCompared; ++group) blocks.add(group, Keys{7}, {0, 0});
  EXPECT_EQ(kMostCompared, blocks.find(Keys{7}, {0, 0}).size());
}

TEST(Blocks, WhatCoversDaysIsFoundByItsDaysWhateverElseItMayMean) {
  Blocks blocks;
  blocks.add(1, Keys{7}, {-365, 729});  // "about 1970"
  blocks.add(2, Keys{7}, {0, 364});
  blocks.add(3, Keys{7}, {400, 430});
  blocks.add(4, Keys{7}, {200, 200});
  const auto found = blocks.find_covering(Keys{7}, {0, 364});
  EXPECT_EQ((std::vector<std::uint32_t>{1, 2}), (std::vector<std::uint32_t>{found.begin(), found.end()}));
}

TEST(Blocks, AVisitSaysWhetherItSawAll) {
  Blocks blocks;
  for (std::uint32_t group = 0; group < 3; ++group) blocks.add(group, Keys{7}, {0, 40});
  std::set<std::uint32_t> seen;
  const auto see = [&](std::uint32_t group) { return seen.insert(group), true; };
  EXPECT_TRUE(blocks.visit(Keys{7}, {0, 364}, see));
  EXPECT_EQ((std::set<std::uint32_t>{0, 1, 2}), seen);
  EXPECT_FALSE(blocks.visit(Keys{7}, {0, 364}, [](std::uint32_t) { return false; }));
  for (std::uint32_t group = 3; group < 2 * kMostCompared; ++group) blocks.add(group, Keys{7}, {0, 40});
  EXPECT_FALSE(blocks.visit(Keys{7}, {0, 364}, see));
}

}  // namespace
}  // namespace tarikh::merging
