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
  /// Each once, oldest group first; valid until the next question.
  [[nodiscard]] std::span<const std::uint32_t> find(std::span<const std::uint64_t> keys, const model::Days& days);
  /// What covers these days, and all that covers their first one without being shorter.
  [[nodiscard]] std::span<const std::uint32_t> find_covering(std::span<const std::uint64_t> keys, const model::Days& days);
  /// All of them in some order, one maybe several times, until `visit` returns false. False if that ended it, or if there are
  /// more than are compared.
  template <class Visit>
  bool visit(std::span<const std::uint64_t> keys, const model::Days& days, Visit visit) {
    ask_all(keys, days);
    std::size_t left = kMostCompared;
    return visit_asked([&](std::uint32_t group) { return left-- > 0 && visit(group); });
  }

 private:
  static constexpr std::uint32_t kEnd = std::numeric_limits<std::uint32_t>::max();
  // Half of a list's hash is in its cell, the other half in its links: of millions of cells most are looked at in vain.
  struct Cell {
    std::uint32_t hash = 0;  // 0: free
    std::uint32_t head = kEnd;
  };
  struct Link {
    std::uint32_t group, next, check;
  };

  void ask(std::uint64_t list);
  void ask_all(std::span<const std::uint64_t> keys, const model::Days& days);
  template <class Visit>
  bool visit_asked(Visit visit) const {
    for (const std::uint64_t list : asked_) {
      std::size_t count = 0;
      for (std::uint32_t i = cells_[place(low(list))].head; i != kEnd && count < kMostCompared; i = links_[i].next) {
        if (links_[i].check != high(list)) continue;
        if (!visit(links_[i].group)) return false;
        ++count;
      }
    }
    return true;
  }
  [[nodiscard]] std::span<const std::uint32_t> collect();
  static std::uint32_t low(std::uint64_t list) { return static_cast<std::uint32_t>(list); }
  static std::uint32_t high(std::uint64_t list) { return static_cast<std::uint32_t>(list >> 32U); }
  [[nodiscard]] std::size_t place(std::uint32_t hash) const;
  void put(std::uint64_t list, std::uint32_t group);
  void grow();

  // Most lists hold one group, so a vector for each would cost five times as much.
  std::vector<Cell> cells_ = std::vector<Cell>(1024);  // open addressing; the size is a power of two
  std::vector<Link> links_;
  std::size_t used_ = 0;
  std::vector<std::uint64_t> asked_;
  std::vector<std::uint32_t> found_;
};

}  // namespace tarikh::merging
