#include "score/assignment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace tarikh::score {
namespace {

double total(const Weights& weights, const std::vector<std::optional<std::size_t>>& matched) {
  double sum = 0;
  for (std::size_t i = 0; i < matched.size(); ++i) {
    if (matched[i]) sum += weights.at({i, *matched[i]});
  }
  return sum;
}

// Tries every order of the right side.
double best(const Weights& weights, std::size_t size) {
  std::vector<std::size_t> order(size);
  std::iota(order.begin(), order.end(), 0);
  double most = 0;
  do {
    double sum = 0;
    for (std::size_t i = 0; i < size; ++i) {
      if (const auto found = weights.find({i, order[i]}); found != weights.end()) sum += found->second;
    }
    most = std::max(most, sum);
  } while (std::ranges::next_permutation(order).found);
  return most;
}

TEST(Assignment, TheBestPairIsGivenUpForABetterSum) {
  const Weights weights = {{{0, 0}, 10}, {{0, 1}, 9}, {{1, 0}, 9}};
  const auto matched = assign(weights, 3);
  EXPECT_EQ(1U, matched[0]);
  EXPECT_EQ(0U, matched[1]);
  EXPECT_EQ(std::nullopt, matched[2]);
}

TEST(Assignment, NoneIsBetterThanEveryOrderTried) {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    Weights weights;
    for (std::size_t i = 0; i < 6; ++i) {
      for (std::size_t j = 0; j < 6; ++j) {
        if (random() % 3 == 0) weights[{i, j}] = 1 + static_cast<double>(random() % 50);
      }
    }
    EXPECT_EQ(best(weights, 6), total(weights, assign(weights, 6)));
  }
}

}  // namespace
}  // namespace tarikh::score
