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

// The hash of a list; its lower half is not 0.
std::uint64_t list_of(std::uint64_t key, std::size_t level, Lists lists, std::int32_t cell) {
  const std::uint64_t where = (static_cast<std::uint64_t>(lists) << 40U) | (std::uint64_t{level} << 36U) | static_cast<std::uint32_t>(cell);
  const std::uint64_t hash = (key ^ (where * 0x9E3779B97F4A7C15ULL)) * 0xD6E8FEB86659FD93ULL;
  return (hash ^ (hash >> 32U)) | 1U;
}

template <class Visit>
void visit_cells(std::uint64_t key, const Days& days, std::size_t level, Lists lists, Visit visit) {
  const std::int32_t length = kLevels[level].cell_days;
  if (length == 0) {
    visit(list_of(key, level, lists, 0));
    return;
  }
  for (std::int32_t cell = cell_of(days.first, length); cell <= cell_of(days.last, length); ++cell) visit(list_of(key, level, lists, cell));
}

}  // namespace

// Cells lie anywhere in a table that outgrows every cache: asked for all at once they arrive together.
void Blocks::ask(std::uint64_t list) {
  __builtin_prefetch(&cells_[low(list) >> 1U & (cells_.size() - 1)]);
  asked_.push_back(list);
}

std::size_t Blocks::place(std::uint32_t hash) const {
  const std::size_t mask = cells_.size() - 1;
  std::size_t i = hash >> 1U & mask;
  while (cells_[i].hash != hash && cells_[i].hash != 0) i = (i + 1) & mask;
  return i;
}

void Blocks::grow() {
  std::vector<Cell> before(cells_.size() * 2);
  before.swap(cells_);
  for (const Cell& old : before) {
    if (old.hash != 0) cells_[place(old.hash)] = old;
  }
}

void Blocks::put(std::uint64_t list, std::uint32_t group) {
  if (used_ * 3 > cells_.size() * 2) grow();
  Cell& cell = cells_[place(low(list))];
  if (cell.hash == 0) {
    cell = {low(list), kEnd};
    ++used_;
  }
  links_.push_back({group, cell.head, high(list)});
  cell.head = static_cast<std::uint32_t>(links_.size() - 1);
}

void Blocks::add(std::uint32_t group, std::span<const std::uint64_t> keys, const Days& days) {
  asked_.clear();
  const auto ask = [&](std::uint64_t list) { this->ask(list); };
  const std::size_t own = level_of(days);
  for (const std::uint64_t key : keys) {
    visit_cells(key, days, own, Lists::of_own_length, ask);
    for (std::size_t level = own + 1; level < kLevels.size(); ++level) visit_cells(key, days, level, Lists::of_shorter, ask);
  }
  for (const std::uint64_t list : asked_) put(list, group);
}

void Blocks::ask_all(std::span<const std::uint64_t> keys, const Days& days) {
  asked_.clear();
  const auto ask = [&](std::uint64_t list) { this->ask(list); };
  const std::size_t own = level_of(days);
  for (const std::uint64_t key : keys) {
    if (own > 0) visit_cells(key, days, own, Lists::of_shorter, ask);  // nothing is shorter than the shortest
    for (std::size_t level = own; level < kLevels.size(); ++level) visit_cells(key, days, level, Lists::of_own_length, ask);
  }
}

std::span<const std::uint32_t> Blocks::collect() {
  found_.clear();
  visit_asked([&](std::uint32_t group) {
    found_.push_back(group);
    return true;
  });
  std::ranges::sort(found_);
  found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
  if (found_.size() > kMostCompared) found_.resize(kMostCompared);
  return found_;
}

std::span<const std::uint32_t> Blocks::find(std::span<const std::uint64_t> keys, const Days& days) {
  ask_all(keys, days);
  return collect();
}

std::span<const std::uint32_t> Blocks::find_covering(std::span<const std::uint64_t> keys, const Days& days) {
  asked_.clear();
  // It covers the first of them, whatever else it may mean.
  const Days first{days.first, days.first};
  for (const std::uint64_t key : keys) {
    for (std::size_t level = level_of(days); level < kLevels.size(); ++level) {
      visit_cells(key, first, level, Lists::of_own_length, [&](std::uint64_t list) { ask(list); });
    }
  }
  return collect();
}

}  // namespace tarikh::merging
