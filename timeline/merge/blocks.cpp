#include "merge/blocks.h"

#include <algorithm>

namespace tarikh::merging {
namespace {

constexpr std::int32_t kBlockDays = 32;
// A decade has 115 blocks; what is longer goes to the block for long stretches.
constexpr std::int32_t kMostBlocks = 128;
constexpr std::uint64_t kLong = 0xFFFFFFFFULL;

std::int32_t block_of(std::int32_t day) { return (day >= 0 ? day : day - kBlockDays + 1) / kBlockDays; }

std::uint64_t slot(std::uint64_t key, std::uint64_t block) { return (key ^ (block * 0x9E3779B97F4A7C15ULL)) * 0xD6E8FEB86659FD93ULL; }

template <class Visit>
void visit_slots(const Features& f, bool also_long, Visit visit) {
  const std::int32_t first = block_of(f.possible.first);
  const std::int32_t last = block_of(f.possible.last);
  const bool is_long = last - first >= kMostBlocks;
  for (const std::uint64_t key : keys(f)) {
    if (!is_long) {
      for (std::int32_t block = first; block <= last; ++block) visit(slot(key, static_cast<std::uint32_t>(block)));
    }
    if (is_long || also_long) visit(slot(key, kLong));
  }
}

}  // namespace

void Blocks::add(std::uint32_t group, const Features& f) {
  visit_slots(f, false, [&](std::uint64_t slot) { groups_[slot].push_back(group); });
}

std::vector<std::uint32_t> Blocks::find(const Features& f) const {
  std::vector<std::uint32_t> found;
  visit_slots(f, true, [&](std::uint64_t slot) {
    const auto block = groups_.find(slot);
    if (block != groups_.end()) found.insert(found.end(), block->second.begin(), block->second.end());
  });
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace tarikh::merging
