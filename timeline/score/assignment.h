// Who is matched with whom: one to one, with the largest sum of weights.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace tarikh::score {

/// Weight (above 0) of each pair that may be matched: index on the left, index on the right.
using Weights = std::map<std::pair<std::size_t, std::size_t>, double>;

/// For each of `left` indices the one on the right it is matched with, if any.
[[nodiscard]] std::vector<std::optional<std::size_t>> assign(const Weights& weights, std::size_t left);

}  // namespace tarikh::score
