// Which groups an event must be compared with: those that share a key and a month or so. Very long or open stretches
// have a block of their own per key.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "merge/identity.h"

namespace tarikh::merging {

class Blocks {
 public:
  void add(std::uint32_t group, const Features& features);
  /// Each once, oldest group first.
  [[nodiscard]] std::vector<std::uint32_t> find(const Features& features) const;

 private:
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> groups_;
};

}  // namespace tarikh::merging
