// Which groups an event must be compared with: those that share a key and a stretch of days with it. Days lie in cells of
// several lengths, and a group lies in a few cells of each length from its own upwards; so a question looks at a few cells
// of its own length, and none holds what is years away.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "model/days.h"

namespace tarikh::merging {

/// What has more possible homes is compared with this many of them only: the work per event is bounded.
constexpr std::size_t kMostCompared = 4096;

class Blocks {
 public:
  void add(std::uint32_t group, std::span<const std::uint64_t> keys, const model::Days& days);
  /// Each once, oldest group first.
  [[nodiscard]] std::vector<std::uint32_t> find(std::span<const std::uint64_t> keys, const model::Days& days) const;

 private:
  static constexpr std::uint32_t kEnd = std::numeric_limits<std::uint32_t>::max();
  struct Cell {
    std::uint64_t slot = 0;  // 0: free
    std::uint32_t head = kEnd;
  };
  struct Link {
    std::uint32_t group, next;
  };

  // Most cells hold one group, so a vector for each would cost five times as much.
  [[nodiscard]] std::size_t place(std::uint64_t slot) const;
  void grow();
  void put(std::uint64_t slot, std::uint32_t group);

  std::vector<Cell> cells_ = std::vector<Cell>(1024);  // open addressing; the size is a power of two
  std::vector<Link> links_;
  std::size_t used_ = 0;
};

}  // namespace tarikh::merging
