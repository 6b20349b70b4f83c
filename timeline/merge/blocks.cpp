#include "merge/blocks.h"

#include <algorithm>
#include <array>

namespace tarikh::merging {
namespace {

using model::Days;

// Cells of a day and of a month; what would lie in more of them than this lies in one for all of time.
struct Level {
  std::int32_t cell_days, most_cells;
};
constexpr std::array<Level, 3> kLevels = {{{1, 16}, {32, 128}, {0, 1}}};

enum class Lists : std::uint64_t { of_own_length = 1, of_shorter };

std::int32_t cell_of(std::int32_t day, std::int32_t length) { return (day >= 0 ? day : day - length + 1) / length; }

std::size_t level_of(const Days& days) {
  const auto fits = [&](const Level& level) {
    return level.cell_days == 0 || cell_of(days.last, level.cell_days) - cell_of(days.first, level.cell_days) < level.most_cells;
  };
  return static_cast<std::size_t>(std::ranges::find_if(kLevels, fits) - kLevels.begin());
}

// Never 0.
std::uint64_t slot(std::uint64_t key, std::size_t level, Lists lists, std::int32_t cell) {
  const std::uint64_t where = (static_cast<std::uint64_t>(lists) << 40U) | (std::uint64_t{level} << 36U) | static_cast<std::uint32_t>(cell);
  const std::uint64_t hash = (key ^ (where * 0x9E3779B97F4A7C15ULL)) * 0xD6E8FEB86659FD93ULL;
  return (hash ^ (hash >> 32U)) | 1U;
}

template <class Visit>
void visit_cells(std::uint64_t key, const Days& days, std::size_t level, Lists lists, Visit visit) {
  const std::int32_t length = kLevels[level].cell_days;
  if (length == 0) {
    visit(slot(key, level, lists, 0));
    return;
  }
  for (std::int32_t cell = cell_of(days.first, length); cell <= cell_of(days.last, length); ++cell) visit(slot(key, level, lists, cell));
}

}  // namespace

std::size_t Blocks::place(std::uint64_t slot) const {
  const std::size_t mask = cells_.size() - 1;
  std::size_t i = (slot >> 1U) & mask;
  while (cells_[i].slot != slot && cells_[i].slot != 0) i = (i + 1) & mask;
  return i;
}

void Blocks::grow() {
  std::vector<Cell> before(cells_.size() * 2);
  before.swap(cells_);
  for (const Cell& old : before) {
    if (old.slot != 0) cells_[place(old.slot)] = old;
  }
}

void Blocks::put(std::uint64_t slot, std::uint32_t group) {
  if (used_ * 3 > cells_.size() * 2) grow();
  Cell& cell = cells_[place(slot)];
  if (cell.slot == 0) {
    cell = {slot, kEnd};
    ++used_;
  }
  links_.push_back({group, cell.head});
  cell.head = static_cast<std::uint32_t>(links_.size() - 1);
}

void Blocks::add(std::uint32_t group, std::span<const std::uint64_t> keys, const Days& days) {
  const std::size_t own = level_of(days);
  for (const std::uint64_t key : keys) {
    visit_cells(key, days, own, Lists::of_own_length, [&](std::uint64_t slot) { put(slot, group); });
    for (std::size_t level = own + 1; level < kLevels.size(); ++level) {
      visit_cells(key, days, level, Lists::of_shorter, [&](std::uint64_t slot) { put(slot, group); });
    }
  }
}

std::vector<std::uint32_t> Blocks::find(std::span<const std::uint64_t> keys, const Days& days) const {
  std::vector<std::uint32_t> found;
  const auto take = [&](std::uint64_t slot) {
    std::size_t count = 0;
    for (std::uint32_t i = cells_[place(slot)].head; i != kEnd && count < kMostCompared; i = links_[i].next, ++count) found.push_back(links_[i].group);
  };
  const std::size_t own = level_of(days);
  for (const std::uint64_t key : keys) {
    visit_cells(key, days, own, Lists::of_shorter, take);
    for (std::size_t level = own; level < kLevels.size(); ++level) visit_cells(key, days, level, Lists::of_own_length, take);
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  if (found.size() > kMostCompared) found.resize(kMostCompared);
  return found;
}

}  // namespace tarikh::merging
