// A set of pairs of numbers, one beside the other in memory: a million of them without a node for each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tarikh::merging {

/// Two numbers as one.
[[nodiscard]] constexpr std::uint64_t pair_of(std::uint32_t a, std::uint32_t b) { return (std::uint64_t{a} << 32U) | b; }

/// No pair has two times the largest number.
class PairSet {
 public:
  void insert(std::uint32_t a, std::uint32_t b) {
    if (used_ * 3 > pairs_.size() * 2) grow();
    std::uint64_t& place = pairs_[find(pair_of(a, b))];
    if (place == kFree) ++used_;
    place = pair_of(a, b);
  }
  [[nodiscard]] bool contains(std::uint32_t a, std::uint32_t b) const { return pairs_[find(pair_of(a, b))] != kFree; }

 private:
  static constexpr std::uint64_t kFree = ~std::uint64_t{0};

  [[nodiscard]] std::size_t find(std::uint64_t pair) const {
    const std::size_t mask = pairs_.size() - 1;
    std::uint64_t hash = pair * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 32U;
    std::size_t i = hash & mask;
    while (pairs_[i] != pair && pairs_[i] != kFree) i = (i + 1) & mask;
    return i;
  }

  void grow() {
    std::vector<std::uint64_t> before(pairs_.size() * 2, kFree);
    before.swap(pairs_);
    for (const std::uint64_t pair : before) {
      if (pair != kFree) pairs_[find(pair)] = pair;
    }
  }

  std::vector<std::uint64_t> pairs_ = std::vector<std::uint64_t>(1024, kFree);  // open addressing; the size is a power of two
  std::size_t used_ = 0;
};

}  // namespace tarikh::merging
